import {
  type AccountDirection,
  type BookingSituation,
  type EarlierPlan,
  isSpending,
  type LineBalance,
  type ProvisionalClaim,
  type ReserveKind,
  type RunOrChange,
  type Sphere,
} from '@etatlotse/domain/budget';
import { cents, fiscalYear as toFiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { balanceColumns } from './balance.columns';
import { lockBalances } from './ledger.repository';

/** A line as a booking sees it, with everything it is judged by. */
export interface BookableLine {
  readonly lineId: string;
  readonly number: string;
  readonly unitId: string | null;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly subBudget: string;
  readonly poolId: string | null;
  readonly reserve: ReserveKind | null;
  /** Expenses and payments are ordered against; revenue has its own formula. */
  readonly isBookable: boolean;
  readonly situation: BookingSituation;
}

interface SituationRow {
  line_id: string;
  fiscal_year: number;
  number: string;
  unit_id: string | null;
  direction: AccountDirection;
  sphere: Sphere;
  sub_budget: string;
  pool_id: string | null;
  reserve: ReserveKind | null;
  is_archived: boolean;
  books_state: 'planned' | 'open' | 'closed' | null;
  is_plan_in_force: boolean;
  is_ceiling_unknown: boolean;
  four_eyes_from_cents: number | null;
  run_or_change: RunOrChange | null;
  earlier_plan: { readonly fiscalYear: number; readonly amountCents: number } | null;
  balance: LineBalance;
  pool_balance: LineBalance | null;
}

/** The line and year of a booking, with the ground it states where no plan is in force. */
interface BookingKey {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly provisional?: { readonly ground: ProvisionalClaim['ground']; readonly basis?: string } | null;
}

/**
 * Holds the balances a booking will change, the pool's and the line's, and reads behind that, in the same message, what it
 * is judged by. Null for a line that does not exist here.
 */
export async function holdSituation(
  tx: Transaction,
  key: BookingKey,
  reason: string | null,
): Promise<BookableLine | null> {
  tx.send(`SELECT app.hold_balance($1, $2)`, [key.lineId, key.fiscalYear]);
  return readSituation(tx, key, reason);
}

/**
 * The same for bookings of one moment, on whatever lines and years they are: all balances are held, then all lines read.
 * Null stands for a line that does not exist here. Where a balance is taken by longer work, it gives up soon.
 */
export async function holdSituationsTogether(
  tx: Transaction,
  keys: readonly (BookingKey & { readonly reason: string | null })[],
): Promise<(BookableLine | null)[]> {
  const nameOf = (lineId: string, fiscalYear: number): string => `${lineId} ${String(fiscalYear)}`;
  const asked = [...new Map(keys.map((key) => [nameOf(key.lineId, key.fiscalYear), key])).values()];
  const params = [asked.map(({ lineId }) => lineId), asked.map(({ fiscalYear }) => fiscalYear)];
  tx.send(`SELECT app.hold_balances($1, $2)`, params);
  const rows = await tx.query<SituationRow>(situationSql, [tx.tenantId, ...params]);
  const found = new Map(rows.map((row) => [nameOf(row.line_id, row.fiscal_year), row]));
  return keys.map((key) => {
    const row = found.get(nameOf(key.lineId, key.fiscalYear));
    return row === undefined ? null : toLine(row, key.reason, claimOf(key));
  });
}

/**
 * Holds the balances of several lines and their pools, pools before lines and each in id order, and reads every line
 * behind that. Null where one of them does not exist here. A line that went to another pool while it was waited for is held
 * again with the pool it has come to (T6): from the first hold on it cannot move any more.
 */
export async function holdSituations(
  tx: Transaction,
  lineIds: readonly string[],
  fiscalYear: number,
  reason: string | null,
): Promise<ReadonlyMap<string, BookableLine> | null> {
  const keys = lineIds.map((lineId) => ({ lineId, fiscalYear }));
  const before = await poolsOf(tx, lineIds);
  await lockBalances(tx, keys);
  const after = await poolsOf(tx, lineIds);
  if (lineIds.some((lineId) => before.get(lineId) !== after.get(lineId))) await lockBalances(tx, keys);
  const held = new Map<string, BookableLine>();
  for (const key of keys) {
    const line = await readSituation(tx, key, reason);
    if (line === null) return null;
    held.set(key.lineId, line);
  }
  return held;
}

async function poolsOf(tx: Transaction, lineIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.query<{ id: string; pool: string | null }>(
    `SELECT line_id AS id, pool_id AS pool FROM budget_line WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[])`,
    [tx.tenantId, lineIds],
  );
  return new Map(rows.map(({ id, pool }) => [id, pool]));
}

/** The same without holding anything: for asking while typing. */
export async function readSituation(
  tx: Transaction,
  key: BookingKey,
  reason: string | null,
): Promise<BookableLine | null> {
  const [row] = await tx.query<SituationRow>(situationSql, [tx.tenantId, [key.lineId], [key.fiscalYear]]);
  return row === undefined ? null : toLine(row, reason, claimOf(key));
}

const claimOf = ({ provisional = null }: BookingKey): ProvisionalClaim | null =>
  provisional === null ? null : { ground: provisional.ground, basis: provisional.basis ?? '' };

function toLine(row: SituationRow, reason: string | null, claim: ProvisionalClaim | null): BookableLine {
  const isUngranted = row.balance.appropriationCents === 0 && row.balance.carryOverCents === 0;
  return {
    lineId: row.line_id,
    number: row.number,
    unitId: row.unit_id,
    direction: row.direction,
    sphere: row.sphere,
    subBudget: row.sub_budget,
    poolId: row.pool_id,
    reserve: row.reserve,
    isBookable: isSpending(row.direction),
    situation: {
      fiscalYear: toFiscalYear(row.fiscal_year),
      booksState: row.books_state ?? 'planned',
      lineState: row.is_archived ? 'closed' : 'open',
      isPlanInForce: row.is_plan_in_force,
      provisional: {
        sphere: row.sphere,
        runOrChange: row.run_or_change,
        earlierPlan: row.earlier_plan === null ? null : toEarlierPlan(row.earlier_plan),
      },
      claim,
      balance: row.balance,
      ...(row.pool_balance === null ? {} : { poolBalance: row.pool_balance }),
      isAuthorityUnknown: row.is_ceiling_unknown && isUngranted,
      reason,
      fourEyesFromCents: row.four_eyes_from_cents === null ? null : cents(row.four_eyes_from_cents),
    },
  };
}

const toEarlierPlan = (plan: { readonly fiscalYear: number; readonly amountCents: number }): EarlierPlan => ({
  fiscalYear: toFiscalYear(plan.fiscalYear),
  amountCents: cents(plan.amountCents),
});

const isPlanInForce = `EXISTS (SELECT FROM plan_version v WHERE v.tenant_id = l.tenant_id AND v.state = 'in_force'
      AND asked.fiscal_year BETWEEN v.first_year AND v.last_year)`;

/** Only looked for where no plan is in force: with one nobody asks. */
const earlierPlan = `
    CASE WHEN ${isPlanInForce} THEN NULL ELSE (
      SELECT json_build_object('fiscalYear', e.fiscal_year, 'amountCents', e.appropriation_cents) FROM line_balance e
      WHERE e.tenant_id = l.tenant_id AND e.line_id = l.line_id AND e.fiscal_year < asked.fiscal_year AND e.appropriation_cents > 0
      ORDER BY e.fiscal_year DESC LIMIT 1) END`;

const situationSql = `
  SELECT l.line_id, asked.fiscal_year, l.number, l.unit_id, l.direction, l.sphere, l.run_or_change, l.sub_budget, l.pool_id, l.reserve,
    l.archived_at IS NOT NULL AS is_archived, y.books_state,
    ${isPlanInForce} AS is_plan_in_force, ${earlierPlan} AS earlier_plan,
    (l.frame IS NOT NULL AND NOT EXISTS (SELECT FROM frame_ceiling c WHERE c.tenant_id = l.tenant_id
      AND c.frame = l.frame AND c.fiscal_year = asked.fiscal_year AND c.ceiling_cents IS NOT NULL)) AS is_ceiling_unknown,
    (SELECT (t.settings ->> 'bookingApprovalCents')::bigint + 1 FROM tenant t
      WHERE t.tenant_id = l.tenant_id) AS four_eyes_from_cents,
    json_build_object(${balanceColumns('b')}) AS balance,
    CASE WHEN p.pool_id IS NULL THEN NULL ELSE json_build_object(${balanceColumns('p')}) END AS pool_balance
  FROM unnest($2::uuid[], $3::smallint[]) AS asked(line_id, fiscal_year)
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = asked.line_id
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = asked.fiscal_year
  LEFT JOIN pool_balance p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id AND p.fiscal_year = asked.fiscal_year
  LEFT JOIN fiscal_year y ON y.tenant_id = l.tenant_id AND y.fiscal_year = asked.fiscal_year`;
