import type { ImportEffects, ImportKind } from '@etatlotse/contracts/import/plain';
import type { Transaction } from '../platform/database/transactions';
import type { RunOptions } from './new-run';
import { recordEffects } from './records/record-staging';
import { amountsOfLine, classificationDiffers, ofImport, stagedLines, stagedUnits } from './staged.sql';

/** What the commit of an import would do, and what was seen when it was counted. */
export interface CountedEffects {
  readonly effects: ImportEffects;
  /** Bookings that name an order which neither the file nor the city knows. */
  readonly bookingsOfUnknownOrders: number;
}

/** What the commit of an import would do to the city as it stands now. */
export async function effectsOf(
  tx: Transaction,
  importId: string,
  file: { readonly kind: ImportKind; readonly planVersions: number; readonly options: RunOptions },
): Promise<CountedEffects> {
  const key = [tx.tenantId, importId];
  const [facts] = await tx.query<FactEffects>(factsSql, key);
  const [amounts] = await tx.query<AmountEffects>(amountsSql, key);
  if (facts === undefined || amounts === undefined) throw new Error('Counting always answers one row.');
  const effects = {
    linesCreated: facts.lines_created,
    // Bookings only name lines.
    linesUpdated: file.kind === 'bookings' ? 0 : facts.lines_updated,
    linesReopened: facts.lines_reopened,
    unitsCreated: facts.units_created,
    // Only a file about the organisation renames units.
    unitsUpdated: file.kind === 'organization' ? facts.units_updated : 0,
    fiscalYearsCreated: amounts.years_created,
    planVersions: file.planVersions * amounts.plan_phases,
    planAmounts: amounts.plan_rows === 0 ? 0 : await planAmountsOf(tx, importId),
    movements: amounts.movements,
    ordersCreated: amounts.orders_created,
    ordersConsumed: amounts.orders_consumed,
    clearingItems: amounts.clearing_items,
    ...(await recordEffects(tx, importId, file.kind, file.options)),
  };
  return { effects, bookingsOfUnknownOrders: amounts.bookings_of_unknown_orders };
}

interface FactEffects {
  lines_created: number;
  lines_updated: number;
  lines_reopened: number;
  units_created: number;
  units_updated: number;
}

interface AmountEffects {
  years_created: number[];
  plan_rows: number;
  plan_phases: number;
  movements: number;
  clearing_items: number;
  orders_created: number;
  orders_consumed: number;
  bookings_of_unknown_orders: number;
}

/** A line may stand on one row for what was planned and on another for what was spent: it is one line, and the first row says what it is. */
const factsSql = `
  WITH lines AS (
    SELECT DISTINCT ON (f.number) l.line_id, l.line_id IS NOT NULL AND ${classificationDiffers} AS differs
    FROM ${stagedLines}
    LEFT JOIN budget_line l ON l.tenant_id = $1 AND l.number = f.number
    LEFT JOIN org_unit u ON u.tenant_id = $1 AND u.code = f.unit_code
    WHERE ${ofImport('r')} ORDER BY f.number, r.row_number
  ), units AS (
    SELECT DISTINCT ON (f.code) u.unit_id, u.unit_id IS NOT NULL AND (u.name, u.level) IS DISTINCT FROM (f.name, f.level) AS differs
    FROM ${stagedUnits} LEFT JOIN org_unit u ON u.tenant_id = $1 AND u.code = f.code
    WHERE ${ofImport('r')} ORDER BY f.code, r.row_number
  )
  SELECT (SELECT count(*) FROM lines WHERE line_id IS NULL) AS lines_created,
    (SELECT count(*) FROM lines WHERE differs) AS lines_updated,
    CASE WHEN EXISTS (SELECT FROM budget_line l WHERE l.tenant_id = $1 AND l.archived_at IS NOT NULL)
      THEN (SELECT count(*) FROM budget_line l WHERE l.tenant_id = $1 AND l.archived_at IS NOT NULL AND EXISTS (${amountsOfLine}))
      ELSE 0 END AS lines_reopened,
    (SELECT count(*) FROM units WHERE unit_id IS NULL) AS units_created,
    (SELECT count(*) FROM units WHERE differs) AS units_updated`;

/** A line has one planned amount a year, however many rows of the file are parts of it. */
async function planAmountsOf(tx: Transaction, importId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(planAmountsSql, [tx.tenantId, importId]);
  return row?.count ?? 0;
}

/** An amount has a line when the city knows its number or the file itself brings it. */
const hasLine = `(l.line_id IS NOT NULL OR b.number IS NOT NULL)`;

const planAmountsSql = `
  SELECT count(*)::bigint AS count FROM (
    SELECT DISTINCT a.line_number, a.fiscal_year, a.plan_phase FROM import_amount a
    LEFT JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
    LEFT JOIN (SELECT DISTINCT f.number FROM ${stagedLines} WHERE ${ofImport('r')}) b ON b.number = a.line_number
    WHERE ${ofImport('a')} AND a.kind = 'plan' AND ${hasLine}) p`;

/**
 * Amounts are counted order by order in one pass, before anything is asked about the orders, and those then year by year: a
 * file has few years and plan phases, so that the rest costs nothing.
 */
const amountsSql = `
  WITH years AS (
    SELECT c.fiscal_year, c.plan_phase, sum(c.plan_rows) AS plan_rows, sum(c.commitments + c.actuals) AS movements,
      sum(c.clearing_items) AS clearing_items,
      count(*) FILTER (WHERE c.order_number <> '' AND c.commitments > 0 AND o.order_id IS NULL) AS orders_created,
      sum(c.actuals) FILTER (WHERE c.order_number <> '' AND (c.commitments > 0 OR o.order_id IS NOT NULL)) AS orders_consumed,
      sum(c.bookings) FILTER (WHERE c.order_number <> '' AND NOT c.is_ordered AND o.order_id IS NULL) AS unknown_orders
    FROM (
      SELECT a.fiscal_year, a.order_number, a.plan_phase,
        count(*) FILTER (WHERE a.kind = 'plan' AND ${hasLine}) AS plan_rows,
        count(*) FILTER (WHERE a.kind = 'commitment' AND ${hasLine}) AS commitments,
        count(*) FILTER (WHERE a.kind = 'actual' AND ${hasLine}) AS actuals,
        count(*) FILTER (WHERE a.kind <> 'plan' AND NOT ${hasLine}) AS clearing_items,
        count(*) AS bookings, bool_or(a.kind = 'commitment') AS is_ordered
      FROM import_amount a
      LEFT JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
      LEFT JOIN (SELECT DISTINCT f.number FROM ${stagedLines} WHERE ${ofImport('r')}) b ON b.number = a.line_number
      WHERE ${ofImport('a')} GROUP BY a.fiscal_year, a.order_number, a.plan_phase
    ) c
    LEFT JOIN purchase_order o ON c.order_number <> '' AND o.tenant_id = $1 AND o.number = c.order_number
      AND o.fiscal_year = c.fiscal_year
    GROUP BY c.fiscal_year, c.plan_phase
  )
  SELECT coalesce(sum(plan_rows), 0)::bigint AS plan_rows,
    count(DISTINCT coalesce(plan_phase, '')) FILTER (WHERE plan_rows > 0) AS plan_phases,
    coalesce(sum(movements), 0)::bigint AS movements, coalesce(sum(clearing_items), 0)::bigint AS clearing_items,
    coalesce(sum(orders_created), 0)::bigint AS orders_created, coalesce(sum(orders_consumed), 0)::bigint AS orders_consumed,
    coalesce(sum(unknown_orders), 0)::bigint AS bookings_of_unknown_orders,
    coalesce((SELECT json_agg(y.fiscal_year ORDER BY y.fiscal_year) FROM (
      SELECT DISTINCT c.fiscal_year FROM years c WHERE NOT EXISTS (
        SELECT FROM fiscal_year f WHERE f.tenant_id = $1 AND f.fiscal_year = c.fiscal_year)) y), '[]') AS years_created
  FROM years`;
