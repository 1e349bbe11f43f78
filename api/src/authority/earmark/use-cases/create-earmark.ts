import type { CreateEarmark } from '@etatlotse/contracts/authority';
import type { EarmarkChanged } from '@etatlotse/contracts/authority/plain';
import { may } from '@etatlotse/domain/access';
import { bringsMoney } from '@etatlotse/domain/budget';
import { type GrantYear, type GrantYearsRefusal, decideGrantYears } from '@etatlotse/domain/authority';
import { cents, fiscalYear as toFiscalYear, type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { findNamedLines, insertGrant, isYearKnown, type NamedLine } from '../earmark.repository';

type CreateEarmarkRefusal =
  | GrantYearsRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'NUMBER_TAKEN', { readonly number: string }>
  | Refusal<'EARMARK_LINES_NEEDED'>
  | Refusal<'EARMARK_LINE_UNFIT', { readonly number: string }>
  | Refusal<'EARMARK_REVENUE_UNFIT', { readonly number: string }>;

/** Registers a grant for lines of the caller's. The authority stays as the plan has it until something is secured (T8). */
export async function createEarmark(
  tx: Transaction,
  grant: CreateEarmark,
): Promise<Outcome<EarmarkChanged, CreateEarmarkRefusal>> {
  const lineIds = grant.lines.map(({ lineId }) => lineId);
  if (lineIds.length === 0 || new Set(lineIds).size < lineIds.length) {
    return refuse({ code: 'EARMARK_LINES_NEEDED', params: {} });
  }
  const revenueIds = grant.revenueLineId === undefined ? [] : [grant.revenueLineId];
  const named = await findNamedLines(tx, [...lineIds, ...revenueIds]);
  const unfit = linesRefusal(tx, named, lineIds, grant.revenueLineId ?? null);
  if (unfit !== null) return refuse(unfit);
  const shares = sharesOf(grant);
  if (!shares.ok) return shares;
  for (const { fiscalYear } of shares.value) {
    if (!(await isYearKnown(tx, fiscalYear))) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear } });
  }
  const earmarkId = await insertGrant(tx, grant, shares.value);
  if (earmarkId === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: grant.number } });
  await tx.audit({
    action: 'earmark.created',
    subjectType: 'earmark',
    subjectId: earmarkId,
    detail: {
      ...{ fiscalYear: grant.fiscalYear, plannedCents: grant.plannedCents, lines: lineIds.length },
      years: shares.value.length,
    },
  });
  return ok({ id: earmarkId, version: 1, approvalId: null, authorityCents: 0 });
}

function sharesOf({
  fiscalYear,
  plannedCents,
  years,
}: CreateEarmark): Outcome<readonly GrantYear[], GrantYearsRefusal> {
  const whole = { fiscalYear: toFiscalYear(fiscalYear), plannedCents: cents(plannedCents) };
  const shares = years?.map((year) => ({
    fiscalYear: toFiscalYear(year.fiscalYear),
    plannedCents: cents(year.plannedCents),
  }));
  return decideGrantYears(whole, shares ?? [whole]);
}

/** Lines of others do not exist for the caller; the money comes in on a revenue line and goes out on expense lines. */
function linesRefusal(
  tx: Transaction,
  named: readonly NamedLine[],
  lineIds: readonly string[],
  revenueLineId: string | null,
): CreateEarmarkRefusal | null {
  const wanted = revenueLineId === null ? lineIds : [...lineIds, revenueLineId];
  const byId = new Map(named.map((line) => [line.lineId, line]));
  for (const lineId of wanted) {
    const line = byId.get(lineId);
    const permission = lineId === revenueLineId ? 'budget.read' : 'earmark.write';
    if (line === undefined || tx.actor === null || !may(tx.actor, permission, { unitId: line.unitId })) {
      return { code: 'NOT_FOUND', params: {} };
    }
  }
  for (const lineId of lineIds) {
    const line = byId.get(lineId);
    if (line !== undefined && (line.isArchived || !SPENDING.includes(line.direction))) {
      return { code: 'EARMARK_LINE_UNFIT', params: { number: line.number } };
    }
  }
  const revenue = revenueLineId === null ? undefined : byId.get(revenueLineId);
  return revenue === undefined || bringsMoney(revenue.direction)
    ? null
    : { code: 'EARMARK_REVENUE_UNFIT', params: { number: revenue.number } };
}

const SPENDING: readonly string[] = ['expense', 'payment'];
