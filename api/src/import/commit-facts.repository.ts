import type { ImportKind } from '@etatlotse/contracts/import/plain';
import type { Transaction } from '../platform/database/transactions';
import { amountsOfLine, classificationDiffers, ofImport, stagedLines, stagedUnits } from './staged.sql';
import type { PlanOfFile } from './staged-row';

/** Makes the years that the file speaks of, and room for their movements. What has been booked in stands in open books. */
export async function createFiscalYears(tx: Transaction, importId: string): Promise<void> {
  const years = await tx.query<{ year: number; is_booked: boolean }>(yearsSql, [tx.tenantId, importId]);
  const thisYear = Number(tx.today.slice(0, 4));
  const isOpen = years.map(({ year, is_booked }) => is_booked || year <= thisYear);
  await tx.execute(createYearsSql, [tx.tenantId, years.map(({ year }) => year), isOpen]);
  const booked = years.filter(({ is_booked }) => is_booked).map(({ year }) => year);
  await tx.query(partitionsSql, [booked]);
}

/**
 * Makes the units that do not exist yet and answers their ids; `updates` also brings existing ones up to date and keeps what
 * stood before.
 */
export async function createUnits(tx: Transaction, importId: string, updates: boolean): Promise<string[]> {
  const created = await tx.query<{ unit_id: string }>(unitsSql, [tx.tenantId, importId]);
  const unitIds = created.map(({ unit_id }) => unit_id);
  if (updates) {
    await tx.execute(keepUnitsSql, [tx.tenantId, importId, unitIds]);
    await tx.execute(updateUnitsSql, [tx.tenantId, importId]);
  }
  await tx.execute(parentsSql, [tx.tenantId, importId, unitIds, updates]);
  return unitIds;
}

/** True when some unit now stands below itself. */
export async function hasUnitCycle(tx: Transaction): Promise<boolean> {
  const [found] = await tx.query<{ cycles: boolean }>(cycleSql, [tx.tenantId]);
  return found?.cycles === true;
}

/**
 * Brings the lines of the file in: new ones are made; existing ones get a new classification and nothing else, and not even
 * that from bookings, which only name them. A line that had left the lists comes back where the file brings it money
 * (`reopens`). What stood before is kept for the undo.
 */
export async function createLines(
  tx: Transaction,
  importId: string,
  file: { readonly kind: ImportKind; readonly reopens: boolean },
): Promise<void> {
  if (file.kind !== 'bookings') await tx.execute(updateLinesSql, [tx.tenantId, importId]);
  if (file.reopens) await tx.execute(reopenLinesSql, [tx.tenantId, importId]);
  await tx.execute(linesSql, [tx.tenantId, importId, tx.now]);
}

const PHASE_WORDS: Readonly<Record<string, string>> = {
  proposed: ' (vorgeschlagen)',
  approved: ' (beschlossen)',
  adjusted: ' (fortgeschrieben)',
};

/**
 * Versions of their own in state draft, one for each phase that the file tells apart: whether one comes into force is decided
 * by people, not by a file.
 */
export async function createPlanVersions(tx: Transaction, importId: string, plan: PlanOfFile): Promise<void> {
  const phases = await tx.query<{ phase: string | null }>(phasesSql, [tx.tenantId, importId]);
  for (const { phase } of phases) await createPlanVersion(tx, importId, plan, phase);
}

async function createPlanVersion(
  tx: Transaction,
  importId: string,
  plan: PlanOfFile,
  phase: string | null,
): Promise<void> {
  const versionId = tx.nextId();
  await tx.execute(planVersionSql, [
    tx.tenantId,
    versionId,
    `${plan.title}${PHASE_WORDS[phase ?? ''] ?? ''}`,
    tx.today,
    plan.firstYear,
    plan.lastYear,
    importId,
    tx.personId,
    tx.now,
  ]);
  await tx.execute(planAmountsSql, [tx.tenantId, importId, versionId, phase]);
}

/** The second version of a name on one day is numbered, and so on; imports of a city run one after the other. */
const planVersionSql = `
  WITH wanted AS (SELECT $3::text || ', Import vom ' || to_char($4::date, 'DD.MM.YYYY') AS name)
  INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, import_id, created_by, created_at)
  SELECT $1, $2, free.name, 'import', $5, $6, 'draft', $7, $8, $9
  FROM (
    SELECT n.name FROM wanted w, generate_series(1, 1000) place,
      LATERAL (SELECT CASE place WHEN 1 THEN w.name ELSE w.name || ' (' || place || ')' END AS name) n
    WHERE NOT EXISTS (SELECT FROM plan_version v WHERE v.tenant_id = $1 AND v.name = n.name)
    ORDER BY place LIMIT 1
  ) free`;

const yearsSql = `
  SELECT a.fiscal_year AS year, bool_or(a.kind <> 'plan') AS is_booked
  FROM import_amount a WHERE ${ofImport('a')} GROUP BY a.fiscal_year ORDER BY a.fiscal_year`;

const createYearsSql = `
  INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state)
  SELECT $1, y.fiscal_year, CASE WHEN y.is_open THEN 'open' ELSE 'planned' END
  FROM unnest($2::integer[], $3::boolean[]) AS y(fiscal_year, is_open)
  ON CONFLICT DO NOTHING`;

const partitionsSql = `SELECT app.ensure_movement_partitions(y, y) FROM unnest($1::integer[]) AS y`;

const unitsSql = `
  INSERT INTO org_unit (tenant_id, unit_id, level, code, name, valid_from)
  SELECT DISTINCT ON (f.code) $1, gen_random_uuid(), f.level, f.code, f.name, f.valid_from
  FROM ${stagedUnits} WHERE ${ofImport('r')} ORDER BY f.code, r.row_number
  ON CONFLICT (tenant_id, code) DO NOTHING RETURNING unit_id`;

/** One row a unit, the first of the file. */
const unitsOfFile = `
  SELECT DISTINCT ON (f.code) f.code, f.name, f.level, f.parent_code FROM ${stagedUnits}
  WHERE ${ofImport('r')} ORDER BY f.code, r.row_number`;

const keepUnitsSql = `
  INSERT INTO import_record (tenant_id, import_id, record_id, before, version)
  SELECT $1, $2, u.unit_id, jsonb_build_object('name', u.name, 'level', u.level, 'parent_id', u.parent_id),
    u.version + CASE WHEN (u.name, u.level) IS DISTINCT FROM (f.name, f.level) THEN 1 ELSE 0 END
  FROM (${unitsOfFile}) f JOIN org_unit u ON u.tenant_id = $1 AND u.code = f.code
  LEFT JOIN org_unit p ON p.tenant_id = $1 AND p.code = f.parent_code
  WHERE u.unit_id <> ALL ($3::uuid[]) AND (u.name, u.level, u.parent_id) IS DISTINCT FROM (f.name, f.level, p.unit_id)`;

const updateUnitsSql = `
  UPDATE org_unit u SET name = f.name, level = f.level, version = u.version + 1
  FROM (${unitsOfFile}) f
  WHERE u.tenant_id = $1 AND u.code = f.code AND (u.name, u.level) IS DISTINCT FROM (f.name, f.level)`;

const parentsSql = `
  UPDATE org_unit u SET parent_id = p.unit_id
  FROM (${unitsOfFile}) f
  LEFT JOIN org_unit p ON p.tenant_id = $1 AND p.code = f.parent_code
  WHERE u.tenant_id = $1 AND u.code = f.code AND ($4 OR u.unit_id = ANY($3::uuid[]))
    AND u.parent_id IS DISTINCT FROM p.unit_id`;

const cycleSql = `
  WITH RECURSIVE above AS (
    SELECT unit_id AS start_id, parent_id FROM org_unit WHERE tenant_id = $1 AND parent_id IS NOT NULL
    UNION
    SELECT a.start_id, u.parent_id FROM above a JOIN org_unit u ON u.tenant_id = $1 AND u.unit_id = a.parent_id
    WHERE u.parent_id IS NOT NULL
  )
  SELECT EXISTS (SELECT FROM above WHERE parent_id = start_id) AS cycles`;

/** What an import may change of a line, as it stands, for the undo. */
const standing = `jsonb_build_object('sub_budget', l.sub_budget, 'product', l.product, 'product_name', l.product_name,
  'account_name', l.account_name, 'cost_centre', l.cost_centre, 'unit_id', l.unit_id, 'archived_at', l.archived_at)`;

/** Where several rows name a line, the first says where it belongs; the effects count the same way. */
const updateLinesSql = `
  WITH changed AS (
    UPDATE budget_line t SET sub_budget = f.sub_budget, product = f.product, product_name = f.product_name,
      account_name = f.account_name, cost_centre = f.cost_centre, unit_id = coalesce(u.unit_id, t.unit_id),
      archived_at = CASE WHEN m.line_number IS NULL THEN t.archived_at END, version = t.version + 1
    FROM (SELECT DISTINCT ON (f.number) f.* FROM ${stagedLines} WHERE ${ofImport('r')} ORDER BY f.number, r.row_number) f
    JOIN budget_line l ON l.tenant_id = $1 AND l.number = f.number
    LEFT JOIN org_unit u ON u.tenant_id = $1 AND u.code = f.unit_code
    LEFT JOIN (SELECT DISTINCT a.line_number FROM import_amount a WHERE ${ofImport('a')}) m ON m.line_number = l.number
    WHERE t.tenant_id = $1 AND t.line_id = l.line_id AND ${classificationDiffers}
    RETURNING t.line_id, t.version, ${standing} AS before
  )
  INSERT INTO import_record (tenant_id, import_id, record_id, before, version)
  SELECT $1, $2, line_id, before, version FROM changed`;

const reopenLinesSql = `
  WITH reopened AS (
    UPDATE budget_line t SET archived_at = NULL, version = t.version + 1 FROM budget_line l
    WHERE t.tenant_id = $1 AND l.tenant_id = $1 AND t.line_id = l.line_id AND l.archived_at IS NOT NULL
      AND EXISTS (${amountsOfLine})
    RETURNING t.line_id, t.version, ${standing} AS before
  )
  INSERT INTO import_record (tenant_id, import_id, record_id, before, version)
  SELECT $1, $2, line_id, before, version FROM reopened`;

const linesSql = `
  INSERT INTO budget_line (tenant_id, line_id, number, name, sub_budget, product, product_name, account, account_name,
    account_frame, cost_centre, direction, sphere, frame, statement_line, project_key, run_or_change, service_class,
    network_zone, unit_id, origin, import_id, created_at)
  SELECT $1, gen_random_uuid(), f.number, f.name, f.sub_budget, f.product, f.product_name, f.account, f.account_name,
    f.account_frame, f.cost_centre, f.direction, f.sphere, f.frame, coalesce(f.statement_line, ''),
    coalesce(f.project_key, ''), f.run_or_change, f.service_class, f.network_zone, u.unit_id, 'import', $2, $3
  FROM ${stagedLines} LEFT JOIN org_unit u ON u.tenant_id = $1 AND u.code = f.unit_code
  WHERE ${ofImport('r')} ORDER BY f.number, r.row_number
  ON CONFLICT (tenant_id, number) DO NOTHING`;

const phasesSql = `
  SELECT DISTINCT a.plan_phase AS phase FROM import_amount a WHERE ${ofImport('a')} AND a.kind = 'plan' ORDER BY 1`;

const planAmountsSql = `
  INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
  SELECT $1, $3, l.line_id, a.fiscal_year, sum(a.amount_cents)
  FROM import_amount a JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  WHERE ${ofImport('a')} AND a.kind = 'plan' AND a.plan_phase IS NOT DISTINCT FROM $4::text
  GROUP BY l.line_id, a.fiscal_year ORDER BY l.line_id, a.fiscal_year`;
