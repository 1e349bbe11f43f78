import { Injectable } from '@nestjs/common';
import type { ReconciledAggregate, Reconciliation } from '@etatlotse/contracts/reconciliation';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import { absoluteDifference, movementsByLine, movementsByPool, yearSums } from './reconciliation.sql';

const RECONCILIATION_LIMIT_MS = 60_000;

interface DifferenceRow {
  readonly id: string;
  readonly label: string;
  readonly stored_cents: number;
  readonly computed_cents: number;
  readonly difference_cents: number;
}

/** Compares everything the ledger keeps with the movements it stands for (T1e). Trusts no stored sum. */
@Injectable()
export class ReconciliationQueries {
  constructor(private readonly transactions: Transactions) {}

  async ofYear(context: TransactionContext, fiscalYear: number): Promise<Reconciliation> {
    return this.transactions.run(context, (tx) => reconcileYear(tx, fiscalYear));
  }
}

/** The comparison inside a running transaction, for who must act on its result (closing the books). */
export async function reconcileYear(tx: Transaction, fiscalYear: number): Promise<Reconciliation> {
  await tx.limitStatementsTo(RECONCILIATION_LIMIT_MS);
  const sums = await tx.query<SummaryRow>(summarySql, [tx.tenantId, fiscalYear]);
  const aggregates: ReconciledAggregate[] = [];
  for (const [aggregate, sql] of comparisons) {
    const sum = sums.find((row) => row.aggregate === aggregate);
    aggregates.push({
      aggregate,
      compared: sum?.compared ?? 0,
      differenceCents: sum?.difference_cents ?? 0,
      differing: sum?.difference_cents === 0 ? [] : await worstOf(tx, sql, fiscalYear),
    });
  }
  const [clearing] = await tx.query<{ open: number; amount_cents: number }>(clearingSql, [tx.tenantId, fiscalYear]);
  return {
    fiscalYear,
    checkedAt: tx.now.toISOString(),
    movements: sums[0]?.movements ?? 0,
    differenceCents: aggregates.reduce((sum, { differenceCents }) => sum + differenceCents, 0),
    aggregates,
    clearing: { open: clearing?.open ?? 0, amountCents: clearing?.amount_cents ?? 0 },
  };
}

interface SummaryRow {
  readonly aggregate: ReconciledAggregate['aggregate'];
  readonly compared: number;
  readonly difference_cents: number;
  readonly movements: number;
}

async function worstOf(tx: Transaction, sql: string, fiscalYear: number): Promise<ReconciledAggregate['differing']> {
  const rows = await tx.query<DifferenceRow>(worstSql(sql), [tx.tenantId, fiscalYear]);
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    storedCents: row.stored_cents,
    computedCents: row.computed_cents,
    differenceCents: row.difference_cents,
  }));
}

const worstSql = (comparison: string): string =>
  `${yearSums} SELECT * FROM (${comparison}) c WHERE difference_cents <> 0 ORDER BY difference_cents DESC, label LIMIT 20`;

const lineComparison = `
  SELECT l.line_id AS id, l.number AS label, coalesce(b.available_cents, 0)::bigint AS stored_cents,
    coalesce(s.appropriation_cents + s.carry_over_cents + s.over_plan_cents + s.outside_plan_cents + s.earmark_cents
      + s.transfer_cents - s.lock_cents - s.reservation_cents - s.commitment_cents - s.actual_cents, 0)::bigint AS computed_cents,
    (${absoluteDifference('b', 's')})::bigint AS difference_cents
  FROM (SELECT * FROM line_balance WHERE tenant_id = $1 AND fiscal_year = $2) b
  FULL JOIN (${movementsByLine}) s ON s.line_id = b.line_id
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = coalesce(b.line_id, s.line_id)`;

const poolComparison = `
  SELECT l.pool_id AS id, l.code AS label, coalesce(b.available_cents, 0)::bigint AS stored_cents,
    coalesce(s.appropriation_cents + s.carry_over_cents + s.over_plan_cents + s.outside_plan_cents + s.earmark_cents
      + s.transfer_cents - s.lock_cents - s.reservation_cents - s.commitment_cents - s.actual_cents, 0)::bigint AS computed_cents,
    (${absoluteDifference('b', 's')})::bigint AS difference_cents
  FROM (SELECT * FROM pool_balance WHERE tenant_id = $1 AND fiscal_year = $2) b
  FULL JOIN (${movementsByPool}) s ON s.pool_id = b.pool_id
  JOIN cover_pool l ON l.tenant_id = $1 AND l.pool_id = coalesce(b.pool_id, s.pool_id)`;

const monthComparison = `
  SELECT l.line_id AS id, l.number AS label, coalesce(b.actual_cents, 0)::bigint AS stored_cents,
    coalesce(s.actual_cents, 0)::bigint AS computed_cents,
    abs(coalesce(b.actual_cents, 0) - coalesce(s.actual_cents, 0))::bigint AS difference_cents
  FROM (SELECT line_id, month, actual_cents FROM line_month WHERE tenant_id = $1 AND fiscal_year = $2) b
  FULL JOIN (SELECT m.line_id, m.month, m.amount_cents AS actual_cents FROM year_sums m WHERE m.kind = 'actual') s
    ON s.line_id = b.line_id AND s.month = b.month
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = coalesce(b.line_id, s.line_id)`;

/** An order that came along from an earlier year brings what was written for it there. */
const orderComparison = `
  SELECT o.order_id AS id, o.number AS label, (o.reserved_cents + o.committed_cents + o.spent_cents)::bigint AS stored_cents,
    coalesce(s.reserved + s.committed + s.spent, 0)::bigint AS computed_cents,
    (abs(o.reserved_cents - coalesce(s.reserved, 0)) + abs(o.committed_cents - coalesce(s.committed, 0))
      + abs(o.spent_cents - coalesce(s.spent, 0)))::bigint AS difference_cents
  FROM purchase_order o
  LEFT JOIN (
    SELECT m.order_id,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'reservation'), 0)::bigint AS reserved,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'commitment'), 0)::bigint AS committed,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'actual'), 0)::bigint AS spent
    FROM (
      SELECT c.order_id, c.kind, c.amount_cents FROM movement c
      WHERE c.tenant_id = $1 AND c.fiscal_year = $2 AND c.order_id IS NOT NULL
      UNION ALL
      SELECT e.order_id, e.kind, e.amount_cents FROM purchase_order q
      JOIN movement e ON e.tenant_id = q.tenant_id AND e.order_id = q.order_id AND e.fiscal_year < $2
      WHERE q.tenant_id = $1 AND q.fiscal_year = $2 AND q.opened_year IS NOT NULL) m
    GROUP BY m.order_id) s
    ON s.order_id = o.order_id
  WHERE o.tenant_id = $1 AND o.fiscal_year = $2`;

/** What the plan in force says against what it has written as appropriations. */
const planComparison = `
  SELECT l.line_id AS id, l.number AS label, coalesce(p.amount_cents, 0)::bigint AS stored_cents,
    coalesce(s.amount_cents, 0)::bigint AS computed_cents,
    abs(coalesce(p.amount_cents, 0) - coalesce(s.amount_cents, 0))::bigint AS difference_cents
  FROM (
    SELECT a.line_id, a.amount_cents FROM plan_amount a
    JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id AND v.state = 'in_force'
      AND $2 BETWEEN v.first_year AND v.last_year
    WHERE a.tenant_id = $1 AND a.fiscal_year = $2) p
  FULL JOIN (
    SELECT m.line_id, sum(m.amount_cents)::bigint AS amount_cents FROM year_sums m
    WHERE m.kind = 'appropriation' GROUP BY m.line_id) s ON s.line_id = p.line_id
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = coalesce(p.line_id, s.line_id)`;

const comparisons: readonly (readonly [ReconciledAggregate['aggregate'], string])[] = [
  ['line_balance', lineComparison],
  ['pool_balance', poolComparison],
  ['line_month', monthComparison],
  ['purchase_order', orderComparison],
  ['plan_in_force', planComparison],
];

/** One statement for all comparisons, so that the movements are read once. */
const summarySql = `${yearSums}
  ${comparisons
    .map(
      ([aggregate, comparison]) => `SELECT '${aggregate}' AS aggregate, count(*) AS compared,
    coalesce(sum(difference_cents), 0)::bigint AS difference_cents,
    (SELECT coalesce(sum(movements), 0)::bigint FROM year_sums) AS movements
  FROM (${comparison}) c`,
    )
    .join(' UNION ALL ')}`;

const clearingSql = `
  SELECT count(*) AS open, coalesce(sum(amount_cents), 0)::bigint AS amount_cents FROM clearing_item
  WHERE tenant_id = $1 AND fiscal_year = $2 AND state = 'open'`;
