import { Injectable } from '@nestjs/common';
import type { ReconciledAggregate, Reconciliation, ReconciliationTask } from '@etatlotse/contracts/reconciliation';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import {
  carryOverComparison,
  earmarkComparison,
  grantComparison,
  lockComparison,
} from './reconciliation-decisions.sql';
import { readTasks } from './reconciliation-task.repository';
import { absoluteDifference, movementsByLine, movementsByPool, yearSums } from './reconciliation.sql';

const RECONCILIATION_LIMIT_MS = 60_000;
/** Older files were compared when they were new. */
const IMPORTS_COMPARED = 10;

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

  /** Differences of a year that somebody looks after, and those that went away of late. */
  async tasks(context: TransactionContext, fiscalYear: number): Promise<ReconciliationTask[]> {
    return this.transactions.run(context, (tx) => readTasks(tx, fiscalYear));
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
    lastCheck: await lastCheckOf(tx, fiscalYear),
  };
}

async function lastCheckOf(tx: Transaction, fiscalYear: number): Promise<Reconciliation['lastCheck']> {
  const [last] = await tx.query<NonNullable<Reconciliation['lastCheck']>>(
    `SELECT checked_at AS "checkedAt", difference_cents AS "differenceCents" FROM reconciliation_check
     WHERE tenant_id = $1 AND fiscal_year = $2 ORDER BY checked_at DESC LIMIT 1`,
    [tx.tenantId, fiscalYear],
  );
  return last ?? null;
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

/** What each transfer says it moved against what its two lines gave and received. */
const transferComparison = `
  SELECT t.transfer_id AS id, f.number || ' → ' || o.number AS label, t.amount_cents AS stored_cents, s.received AS computed_cents,
    (abs(t.amount_cents - s.received) + abs(t.amount_cents - s.given))::bigint AS difference_cents
  FROM transfer t
  JOIN budget_line f ON f.tenant_id = t.tenant_id AND f.line_id = t.from_line_id
  JOIN budget_line o ON o.tenant_id = t.tenant_id AND o.line_id = t.to_line_id
  CROSS JOIN LATERAL (
    SELECT abs(coalesce(sum(m.amount_cents) FILTER (WHERE m.line_id = t.to_line_id), 0))::bigint AS received,
      abs(coalesce(sum(m.amount_cents) FILTER (WHERE m.line_id = t.from_line_id), 0))::bigint AS given
    FROM movement m WHERE m.tenant_id = t.tenant_id AND m.fiscal_year = t.fiscal_year AND m.transfer_id = t.transfer_id) s
  WHERE t.tenant_id = $1 AND t.fiscal_year = $2 AND t.state IN ('booked', 'undone')`;

/** What the newest files said was spent or received against what they brought into the ledger and the clearing list. */
const importComparison = `
  SELECT r.import_id AS id, r.file_name AS label, r.stored_cents, (m.cents + c.cents)::bigint AS computed_cents,
    abs(r.stored_cents - m.cents - c.cents)::bigint AS difference_cents
  FROM (
    SELECT i.tenant_id, i.import_id, i.file_name, sum((g ->> 'totalCents')::bigint)::bigint AS stored_cents
    FROM (SELECT * FROM import_run n WHERE n.tenant_id = $1 AND n.state = 'committed'
        AND n.preview -> 'groups' @> jsonb_build_array(jsonb_build_object('fiscalYear', $2::integer, 'phase', 'actual'))
      ORDER BY n.committed_at DESC LIMIT ${IMPORTS_COMPARED}) i
    CROSS JOIN jsonb_array_elements(i.preview -> 'groups') g
    WHERE (g ->> 'fiscalYear')::integer = $2 AND g ->> 'phase' = 'actual' GROUP BY i.tenant_id, i.import_id, i.file_name
  ) r
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(m.amount_cents), 0) AS cents FROM movement m
    WHERE m.tenant_id = r.tenant_id AND m.import_id = r.import_id AND m.fiscal_year = $2 AND m.kind = 'actual'
      AND m.reverses_id IS NULL) m
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(c.amount_cents), 0) AS cents FROM clearing_item c
    WHERE c.tenant_id = r.tenant_id AND c.import_id = r.import_id AND c.fiscal_year = $2 AND c.state <> 'assigned'
      AND c.facts ->> 'kind' = 'actual') c`;

const comparisons: readonly (readonly [ReconciledAggregate['aggregate'], string])[] = [
  ['line_balance', lineComparison],
  ['pool_balance', poolComparison],
  ['line_month', monthComparison],
  ['purchase_order', orderComparison],
  ['plan_in_force', planComparison],
  ['transfer', transferComparison],
  ['extra_grant', grantComparison],
  ['budget_lock', lockComparison],
  ['carry_over', carryOverComparison],
  ['earmark', earmarkComparison],
  ['last_imports', importComparison],
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
