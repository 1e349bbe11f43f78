import Ajv from 'ajv';

/** The parts of the dictionary that the schema points to and that are not shipped with it, from the specification of tables. */
export function validatorOf(schema: object): ReturnType<Ajv['compile']> {
  const { $schema: _draft, ...own } = schema as { $schema: string };
  const ajv = new Ajv({ strict: false, allErrors: true });
  const name = { type: 'string', pattern: '^([-a-z0-9._/])+$' };
  const field = {
    type: 'object',
    required: ['name', 'type'],
    properties: { name: { type: 'string' }, type: { enum: ['string', 'number', 'integer', 'date'] } },
  };
  ajv.addSchema(
    {
      definitions: {
        tabularDataPackage: {
          type: 'object',
          required: ['resources'],
          properties: { name, profile: { type: 'string' } },
        },
        tabularDataResources: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['name', 'path', 'profile', 'schema'],
            properties: {
              name,
              profile: { const: 'tabular-data-resource' },
              path: { type: 'string', pattern: '^(?=^[^./~])(^((?!\\.{2}).)*$).*$' },
              schema: {
                type: 'object',
                required: ['fields'],
                properties: { fields: { type: 'array', minItems: 1, items: field } },
              },
            },
          },
        },
        fiscalModel: {
          type: 'object',
          required: ['measures', 'dimensions'],
          properties: {
            measures: {
              type: 'object',
              minProperties: 1,
              additionalProperties: {
                type: 'object',
                required: ['source', 'currency'],
                properties: { phase: { enum: ['proposed', 'approved', 'adjusted', 'executed'] } },
              },
            },
            dimensions: {
              type: 'object',
              minProperties: 1,
              additionalProperties: { type: 'object', required: ['attributes', 'primaryKey'] },
            },
          },
        },
        countryCode: { type: 'string', pattern: '^[A-Z]{2}$' },
      },
    },
    'schemas/dictionary.json',
  );
  return ajv.compile(own);
}

/** Apostrophes before a sign that starts a formula are the package's own. */
export function unguardedRow(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^''*\s*[=+\-@]/.test(value) ? value.slice(1) : value,
    ]),
  );
}

/** A version on its way, with other amounts than those in force. */
export const introducedPlanSql = `
  WITH plan AS (
    INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
    VALUES ($1, gen_random_uuid(), 'Nachtrag 2026', 'supplementary', 2026, 2026, 'introduced', $2, '2026-09-01T08:00:00Z')
    RETURNING version_id)
  INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
  SELECT $1, plan.version_id, l.line_id, 2026, (row_number() OVER (ORDER BY l.number) - 1) * 12345
  FROM plan, budget_line l WHERE l.tenant_id = $1 AND l.number <> '9.001'`;

/** Lines as the import left them, by the names of the package. */
export const broughtSql = `
  SELECT l.number AS budget_line_id, l.name AS budget_line_label, l.direction AS line_kind, l.sphere,
    coalesce(l.frame, '') AS frame, l.sub_budget, l.product, l.product_name AS product_label, l.account,
    l.account_name AS account_label, l.account_frame, l.statement_line, l.cost_centre,
    coalesce(p.code, '') AS parent_unit, coalesce(p.name, '') AS parent_unit_label, coalesce(u.code, '') AS unit,
    coalesce(u.name, '') AS unit_label, l.project_key AS project, coalesce(l.run_or_change, '') AS run_or_change,
    coalesce(l.service_class, '') AS service_class, coalesce(l.network_zone, '') AS network_zone,
    ${['vorgeschlagen', 'beschlossen', 'fortgeschrieben']
      .map(
        (word, at) => `(SELECT a.amount_cents FROM plan_amount a JOIN plan_version v USING (tenant_id, version_id)
          WHERE a.tenant_id = $1 AND a.line_id = l.line_id AND a.fiscal_year = 2026
            AND v.state = 'draft' AND v.name LIKE '%(${word})%')::integer AS ${['proposed', 'approved', 'adjusted'][at]}`,
      )
      .join(', ')},
    coalesce((SELECT sum(m.amount_cents) FROM movement m
      WHERE m.tenant_id = $1 AND m.line_id = l.line_id AND m.fiscal_year = 2026 AND m.kind = 'actual'), 0)::integer AS executed
  FROM budget_line l
  LEFT JOIN org_unit u ON u.tenant_id = $1 AND u.unit_id = l.unit_id
  LEFT JOIN org_unit p ON p.tenant_id = $1 AND p.unit_id = u.parent_id
  WHERE l.tenant_id = $1 ORDER BY l.number`;
