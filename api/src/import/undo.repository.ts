import type { Transaction } from '../platform/database/transactions';
import { idsOfMoment, orderedId } from './ordered-ids';
import { ofImport } from './staged.sql';

const UNIT_LEVELS = 3;

/** Why an import cannot be taken back, as a code that has a sentence on the page; null when nothing is in the way. */
export async function findObstacle(tx: Transaction, importId: string): Promise<string | null> {
  const [found] = await tx.query<{ obstacle: string | null }>(obstacleSql, [tx.tenantId, importId]);
  return found?.obstacle ?? null;
}

/** Writes a counter-movement for every movement of the import that nobody has reversed yet. */
export async function reverseMovements(tx: Transaction, importId: string): Promise<number> {
  return tx.execute(reverseSql, [tx.tenantId, importId, tx.personId, tx.now, idsOfMoment(tx)]);
}

/**
 * Takes back what the import made besides movements: plan version, clearing items, unused lines and units. Lines and units
 * that it only changed stand as before, except where somebody has worked on them since.
 */
export async function takeBackTheRest(tx: Transaction, importId: string, unitIds: readonly string[]): Promise<void> {
  await tx.execute(planSql, [tx.tenantId, importId]);
  await tx.execute(givenLinesSql, [tx.tenantId, importId]);
  await tx.execute(givenUnitsSql, [tx.tenantId, importId]);
  await tx.execute(clearingSql, [tx.tenantId, importId, tx.personId, tx.now]);
  await tx.execute(linesSql, [tx.tenantId, importId]);
  await tx.execute(archiveSql, [tx.tenantId, importId, tx.now]);
  // From the leaves up: a unit goes when the ones below it have gone.
  for (let level = 0; level < UNIT_LEVELS; level++) await tx.execute(unitsSql, [tx.tenantId, unitIds]);
}

/** An order that was carried over into another year counts as used, too. */
const obstacleSql = `
  SELECT CASE
    WHEN EXISTS (SELECT FROM plan_version v WHERE ${ofImport('v')} AND v.state NOT IN ('draft', 'introduced'))
      THEN 'plan_version_adopted'
    WHEN EXISTS (
      SELECT FROM movement m JOIN fiscal_year y ON y.tenant_id = $1 AND y.fiscal_year = m.fiscal_year
      WHERE ${ofImport('m')} AND m.reverses_id IS NULL AND y.books_state <> 'open') THEN 'year_closed'
    WHEN EXISTS (
      SELECT FROM (
        SELECT m.order_id, m.fiscal_year, sum(m.amount_cents) AS bound_cents FROM movement m
        WHERE ${ofImport('m')} AND m.kind = 'commitment' AND m.order_id IS NOT NULL GROUP BY m.order_id, m.fiscal_year) s
      JOIN purchase_order o ON o.tenant_id = $1 AND o.order_id = s.order_id
      WHERE o.committed_cents - s.bound_cents < 0 OR o.fiscal_year <> s.fiscal_year) THEN 'order_used'
  END AS obstacle`;

const reverseSql = `
  INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, order_id,
    document_number, text, reason, source, import_id, actor_id, reverses_id)
  SELECT m.tenant_id, m.fiscal_year, ${orderedId('$5', 'm.fiscal_year, m.line_id, m.booked_on, m.movement_id')}, m.line_id, m.kind,
    -m.amount_cents, m.booked_on, $4::timestamptz, m.order_id,
    m.document_number, m.text, coalesce(nullif(i.undo_reason, ''), 'Import rückgängig gemacht'), 'import', m.import_id, $3::uuid,
    m.movement_id
  FROM movement m JOIN import_run i ON i.tenant_id = $1 AND i.import_id = $2
  WHERE ${ofImport('m')} AND m.reverses_id IS NULL AND NOT EXISTS (
    SELECT FROM movement r WHERE r.tenant_id = m.tenant_id AND r.fiscal_year = m.fiscal_year AND r.reverses_id = m.movement_id)`;

const planSql = `DELETE FROM plan_version v WHERE ${ofImport('v')}`;

const clearingSql = `
  UPDATE clearing_item c SET state = 'dismissed', reason = 'Import rückgängig gemacht', decided_by = $3, decided_at = $4,
    version = version + 1
  WHERE ${ofImport('c')} AND c.state <> 'dismissed'`;

/** A line that came back for this import leaves the lists again unless somebody else has put money on it meanwhile. */
const givenLinesSql = `
  UPDATE budget_line l SET sub_budget = b.sub_budget, product = b.product, product_name = b.product_name,
    account_name = b.account_name, cost_centre = b.cost_centre,
    unit_id = CASE WHEN b.unit_id IS NULL OR EXISTS (SELECT FROM org_unit u WHERE u.tenant_id = $1 AND u.unit_id = b.unit_id)
      THEN b.unit_id ELSE l.unit_id END,
    archived_at = CASE
      WHEN EXISTS (SELECT FROM movement m LEFT JOIN import_run o ON o.tenant_id = $1 AND o.import_id = m.import_id
          WHERE m.tenant_id = $1 AND m.line_id = l.line_id AND m.import_id IS DISTINCT FROM $2
            AND m.recorded_at >= i.committed_at AND o.state IS DISTINCT FROM 'undone')
        OR EXISTS (SELECT FROM plan_amount a WHERE a.tenant_id = $1 AND a.line_id = l.line_id) THEN l.archived_at
      ELSE b.archived_at END,
    version = l.version + 1
  FROM import_run i JOIN import_record r ON r.tenant_id = $1 AND r.import_id = i.import_id
    CROSS JOIN LATERAL jsonb_to_record(r.before) AS b(sub_budget text, product text, product_name text, account_name text,
      cost_centre text, unit_id uuid, archived_at timestamptz)
  WHERE i.tenant_id = $1 AND i.import_id = $2 AND l.tenant_id = $1 AND l.line_id = r.record_id AND l.version = r.version`;

const givenUnitsSql = `
  UPDATE org_unit u SET name = b.name, level = b.level, version = u.version + 1,
    parent_id = CASE WHEN b.parent_id IS NULL OR EXISTS (SELECT FROM org_unit p WHERE p.tenant_id = $1 AND p.unit_id = b.parent_id)
      THEN b.parent_id ELSE u.parent_id END
  FROM import_record r CROSS JOIN LATERAL jsonb_to_record(r.before) AS b(name text, level text, parent_id uuid)
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND u.tenant_id = $1 AND u.unit_id = r.record_id AND u.version = r.version`;

/** A line that nothing ever stood on. */
const linesSql = `
  DELETE FROM budget_line l
  WHERE ${ofImport('l')} AND l.pool_id IS NULL
    AND NOT EXISTS (SELECT FROM movement m WHERE m.tenant_id = $1 AND m.line_id = l.line_id)
    AND NOT EXISTS (SELECT FROM line_balance b WHERE b.tenant_id = $1 AND b.line_id = l.line_id)
    AND NOT EXISTS (SELECT FROM plan_amount a WHERE a.tenant_id = $1 AND a.line_id = l.line_id)
    AND NOT EXISTS (SELECT FROM purchase_order o WHERE o.tenant_id = $1 AND o.line_id = l.line_id)
    AND NOT EXISTS (SELECT FROM note n WHERE n.tenant_id = $1 AND n.subject_type = 'budget_line' AND n.subject_id = l.line_id)
    AND NOT EXISTS (SELECT FROM document d WHERE d.tenant_id = $1 AND d.subject_type = 'budget_line' AND d.subject_id = l.line_id)`;

/** A line whose only movements are this import's and their reversals keeps its proof and leaves the lists. */
const archiveSql = `
  UPDATE budget_line l SET archived_at = $3, version = l.version + 1
  WHERE ${ofImport('l')} AND l.archived_at IS NULL
    AND NOT EXISTS (SELECT FROM movement m WHERE m.tenant_id = $1 AND m.line_id = l.line_id AND m.import_id IS DISTINCT FROM $2)
    AND NOT EXISTS (SELECT FROM plan_amount a WHERE a.tenant_id = $1 AND a.line_id = l.line_id)`;

const unitsSql = `
  DELETE FROM org_unit u
  WHERE u.tenant_id = $1 AND u.unit_id = ANY($2::uuid[])
    AND NOT EXISTS (SELECT FROM org_unit c WHERE c.tenant_id = $1 AND c.parent_id = u.unit_id)
    AND NOT EXISTS (SELECT FROM budget_line l WHERE l.tenant_id = $1 AND l.unit_id = u.unit_id)
    AND NOT EXISTS (SELECT FROM role_assignment a WHERE a.tenant_id = $1 AND a.unit_id = u.unit_id)`;
