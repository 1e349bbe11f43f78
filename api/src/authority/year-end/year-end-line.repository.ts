import { type CarryOverKind, lastDayOfRest, type Rest, usualKind, type YearEndLine } from '@etatlotse/domain/authority';
import type { LineBalance } from '@etatlotse/domain/budget';
import {
  type Cents,
  cents,
  fiscalYear as toFiscalYear,
  minCents,
  type PlainDate,
  plainDate,
} from '@etatlotse/domain/shared';
import { balanceColumns } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';

/** A rest on a line, with the decision that brought it; null for one that came in without (an import, the sample city). */
export interface KnownRest extends Rest {
  readonly carryOverId: string | null;
}

/** A line at the end of a year with everything carrying over is judged by. */
export interface YearEndFacts {
  readonly lineId: string;
  readonly number: string;
  readonly unitId: string | null;
  readonly poolId: string | null;
  readonly line: Omit<YearEndLine, 'rests'> & { readonly rests: readonly KnownRest[] };
}

interface Incoming {
  readonly id: string;
  readonly originYear: number;
  readonly kind: CarryOverKind;
  readonly amountCents: number;
  readonly expiresOn: string | null;
}

interface Outgoing {
  readonly originYear: number;
  readonly kind: CarryOverKind;
  readonly amountCents: number;
}

interface FactsRow {
  readonly line_id: string;
  readonly number: string;
  readonly unit_id: string | null;
  readonly pool_id: string | null;
  readonly is_investing: boolean;
  readonly is_reserve: boolean;
  readonly may_carry_over: boolean;
  readonly balance: LineBalance;
  readonly pool_balance: LineBalance | null;
  readonly begun_on: string | null;
  readonly incoming: readonly Incoming[];
  readonly outgoing: readonly Outgoing[];
}

/** Reads spending lines as they stand at the end of a year. Lines of other cities and revenue are not found. */
export async function readYearEndLines(
  tx: Transaction,
  fiscalYear: number,
  lineIds: readonly string[],
): Promise<YearEndFacts[]> {
  const rows = await tx.query<FactsRow>(factsSql, [tx.tenantId, fiscalYear, lineIds]);
  return rows.map((row) => toFacts(row, fiscalYear));
}

function toFacts(row: FactsRow, year: number): YearEndFacts {
  const fiscalYear = toFiscalYear(year);
  const facts = { isInvesting: row.is_investing, isReserve: row.is_reserve, mayCarryOver: row.may_carry_over };
  return {
    lineId: row.line_id,
    number: row.number,
    unitId: row.unit_id,
    poolId: row.pool_id,
    line: {
      ...facts,
      fiscalYear,
      balance: row.balance,
      ...(row.pool_balance === null ? {} : { poolBalance: row.pool_balance }),
      rests: restsOf(row, year),
      begunOn: dayOrNull(row.begun_on),
    },
  };
}

/** What came in, less what was carried on; what stands on the line beyond that came without a decision, from the year before. */
function restsOf(row: FactsRow, year: number): KnownRest[] {
  const carriedOn = row.outgoing.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const decided = row.incoming.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const otherCents = row.balance.carryOverCents - decided + carriedOn;
  const kind = usualKind({ isInvesting: row.is_investing });
  const rests: KnownRest[] = row.incoming.map((incoming) => ({
    carryOverId: incoming.id,
    originYear: toFiscalYear(incoming.originYear),
    kind: incoming.kind,
    amountCents: cents(incoming.amountCents),
    lastDay: dayOrNull(incoming.expiresOn),
  }));
  if (otherCents > 0) {
    const originYear = toFiscalYear(year - 1);
    const lastDay = lastDayOfRest(kind, originYear, dayOrNull(row.begun_on));
    rests.push({ carryOverId: null, originYear, kind, amountCents: cents(otherCents), lastDay });
  }
  return lessCarriedOn(rests, row.outgoing);
}

function lessCarriedOn(rests: readonly KnownRest[], outgoing: readonly Outgoing[]): KnownRest[] {
  const open = outgoing.map((out) => ({ ...out }));
  return rests.map((rest) => {
    let amountCents = rest.amountCents;
    for (const out of open) {
      if (out.originYear !== rest.originYear || out.kind !== rest.kind) continue;
      const taken = minCents(amountCents, cents(out.amountCents));
      amountCents = cents(amountCents - taken);
      out.amountCents -= taken;
    }
    return { ...rest, amountCents };
  });
}

/** Open orders that go along with lines that are carried over together, pool by pool. */
export function leavingOfPools(lines: readonly YearEndFacts[]): Map<string, Cents> {
  const leaving = new Map<string, Cents>();
  for (const { poolId, line } of lines) {
    if (poolId === null || line.balance.commitmentCents <= 0) continue;
    leaving.set(poolId, cents((leaving.get(poolId) ?? 0) + line.balance.commitmentCents));
  }
  return leaving;
}

/** First order or payment on a line since a year began; null while there is none. */
export async function readBegunOn(tx: Transaction, lineId: string, sinceYear: number): Promise<PlainDate | null> {
  const [row] = await tx.query<{ begun_on: string | null }>(begunSql, [tx.tenantId, lineId, sinceYear]);
  return dayOrNull(row?.begun_on ?? null);
}

const dayOrNull = (day: string | null): PlainDate | null => (day === null ? null : plainDate(day));

const begunOn = (lineId: string, sinceYear: string): string => `(
  SELECT min(m.booked_on) FROM movement m WHERE m.tenant_id = $1 AND m.line_id = ${lineId} AND m.fiscal_year >= ${sinceYear}
    AND m.kind IN ('commitment', 'actual') AND m.amount_cents > 0 AND m.decision_id IS NULL)`;

const begunSql = `SELECT ${begunOn('$2::uuid', '$3')} AS begun_on`;

/** Rests count as far as they have not lapsed; decisions that wait or were refused are none. */
const DECIDED = `('approved', 'used', 'lapsed')`;

const factsSql = `
  SELECT l.line_id, l.number, l.unit_id, l.pool_id, l.sphere = 'investing' AS is_investing, l.is_reserve, l.may_carry_over,
    json_build_object(${balanceColumns('b')}) AS balance,
    CASE WHEN p.pool_id IS NULL THEN NULL ELSE json_build_object(${balanceColumns('p')}) END AS pool_balance,
    CASE WHEN l.sphere = 'investing' THEN ${begunOn('l.line_id', '$2')} END AS begun_on,
    (SELECT coalesce(json_agg(json_build_object('id', i.carry_over_id, 'originYear', i.origin_year, 'kind', i.kind,
        'amountCents', i.amount_cents - i.lapsed_cents, 'expiresOn', i.expires_on) ORDER BY i.origin_year, i.carry_over_id), '[]')
      FROM carry_over i WHERE i.tenant_id = l.tenant_id AND i.line_id = l.line_id AND i.to_year = $2
        AND i.state IN ${DECIDED}) AS incoming,
    (SELECT coalesce(json_agg(json_build_object('originYear', o.origin_year, 'kind', o.kind, 'amountCents', o.amount_cents)), '[]')
      FROM carry_over o WHERE o.tenant_id = l.tenant_id AND o.line_id = l.line_id AND o.from_year = $2
        AND o.state IN ${DECIDED}) AS outgoing
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $2
  LEFT JOIN pool_balance p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id AND p.fiscal_year = $2
  WHERE l.tenant_id = $1 AND l.line_id = ANY ($3::uuid[]) AND l.direction IN ('expense', 'payment')
  ORDER BY l.line_id`;
