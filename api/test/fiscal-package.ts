import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';

const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  uri: (text: string): boolean => URL.canParse(text),
  email: /^\S+@\S+$/,
};
const SCHEMA = path.join(__dirname, 'schemas', 'fiscal-data-package.json');

export interface Descriptor {
  readonly created: string;
  readonly fiscalPeriod: { readonly start: string; readonly end: string };
  readonly resources: readonly [PackageResource];
  readonly model: {
    readonly measures: Readonly<Record<string, { readonly source: string; readonly currency: string; phase: string }>>;
    readonly dimensions: Readonly<Record<string, PackageDimension>>;
  };
}
interface PackageResource {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly dialect: { readonly delimiter: string; readonly lineTerminator: string; readonly quoteChar: string };
  readonly schema: {
    readonly primaryKey: readonly string[];
    readonly fields: readonly (PackageField & { readonly normalize?: Readonly<Record<string, string>> })[];
    readonly extraFields: readonly (PackageField & { readonly normalizationTarget?: boolean })[];
  };
}
interface PackageField {
  readonly name: string;
  readonly type: string;
  readonly columnType?: string;
}
interface PackageDimension {
  readonly primaryKey: readonly string[];
  readonly attributes: Readonly<Record<string, { readonly source: string; readonly labelfor?: string }>>;
}
export type PackageRow = Readonly<Record<string, string>>;

/** The schema by which tools of open data check such a package. */
export function packageValidator(): ReturnType<Ajv['compile']> {
  // A newer validator reads the draft of the schema as well, once it is not asked for the rules of that draft.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { readonly $schema?: string };
  return new Ajv({ strict: false, allErrors: true, formats: FORMATS }).compile(schema);
}

/** What a reader who trusts only the descriptor makes of the files of a package. */
export function openPackage(files: Readonly<Record<string, Buffer>>): {
  readonly descriptor: Descriptor;
  readonly table: Buffer;
  readonly head: readonly string[];
  readonly rows: readonly PackageRow[];
} {
  const descriptor = JSON.parse(String(files['datapackage.json'])) as Descriptor;
  const { path: name, dialect } = descriptor.resources[0];
  expect(Object.keys(files)).toEqual(['datapackage.json', name]);
  const table = files[name] ?? Buffer.alloc(0);
  const [head = [], ...cells]: string[][] = parse(table, {
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineTerminator,
    quote: dialect.quoteChar,
  });
  const rows = cells.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ''])));
  return { descriptor, table, head, rows };
}

const CELL: Readonly<Record<string, RegExp>> = { string: /^/, integer: /^\d+$/, number: /^-?\d+\.\d{2}$/ };

/** What does not hold between a descriptor and the table it describes; nothing, if it is worth its name. */
export function disagreements({ descriptor, table, head, rows }: ReturnType<typeof openPackage>): readonly string[] {
  const [{ bytes, hash, schema }] = descriptor.resources;
  const { fields, extraFields, primaryKey } = schema;
  const said: [string, unknown, unknown][] = [
    ['bytes', bytes, table.length],
    ['hash', hash, `sha256:${createHash('sha256').update(table).digest('hex')}`],
    ['columns', fields.map(({ name }) => name), head],
    ['keys', new Set(rows.map((row) => primaryKey.map((name) => row[name]).join('|'))).size, rows.length],
    ['year', [...new Set(rows.map((row) => `${row['fiscal_year']}-01-01`))], [descriptor.fiscalPeriod.start]],
  ];
  for (const { name, type, normalize } of fields) {
    const wrong = rows.map((row) => row[name] ?? '').filter((cell) => cell !== '' && !CELL[type]?.test(cell));
    said.push([`cells of ${name}`, wrong, []]);
    const extra = extraFields.map((one) => one.name);
    said.push([`where ${name} goes`, Object.keys(normalize ?? {}).filter((one) => !extra.includes(one)), []]);
  }
  return [...said, ...modelClaims(descriptor, fields)]
    .filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other))
    .map(([what, one, other]) => `${what}: ${JSON.stringify(one)}, but ${JSON.stringify(other)}`);
}

/** The model names the same amounts as the fields do, and only columns that there are. */
function modelClaims(
  { model }: Descriptor,
  fields: PackageResource['schema']['fields'],
): readonly [string, unknown, unknown][] {
  const amounts = fields.filter(({ normalize }) => normalize !== undefined);
  const named = (list: readonly string[]): readonly string[] => list.toSorted();
  const claims: [string, unknown, unknown][] = [
    [
      'measures',
      named(Object.values(model.measures).map(({ source, phase, currency }) => `${source} ${phase} ${currency}`)),
      named(amounts.map(({ name, normalize }) => `${name} ${normalize?.['phase']} EUR`)),
    ],
    ['kinds of amounts', amounts.filter(({ type }) => type !== 'number'), []],
  ];
  for (const [name, { primaryKey, attributes }] of Object.entries(model.dimensions)) {
    const columns = Object.values(attributes).map(({ source }) => source);
    claims.push([`columns of ${name}`, columns.filter((source) => !fields.some((field) => field.name === source)), []]);
    const keys = [...primaryKey, ...Object.values(attributes).flatMap(({ labelfor }) => labelfor ?? [])];
    claims.push([`keys of ${name}`, keys.filter((key) => attributes[key] === undefined), []]);
  }
  return claims;
}

/** Whole cents of an amount as it is written, without a float on the way. */
export const centsOf = (text: string | undefined): number => Number((text ?? '').replace('.', ''));

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
