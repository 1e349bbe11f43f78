import type { RecordObligation } from '@etatlotse/contracts/authority';
import type { ObligationRecorded } from '@etatlotse/contracts/authority/plain';
import { may } from '@etatlotse/domain/access';
import {
  authorityPosition,
  decideUse,
  needsCommitmentAuthority,
  type SliceExcess,
  type UseRefusal,
} from '@etatlotse/domain/authority';
import { rulePackFor } from '@etatlotse/domain/budget';
import { fiscalYear, type Outcome, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { ruleSettings } from '../../rule/rule-setting.repository';
import {
  type BurdenedLine,
  findBurdenedLine,
  insertObligation,
  lastDayOf,
  lockAuthority,
  toYearAmount,
} from '../commitment.repository';

type RecordRefusal =
  | UseRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'LINE_NOT_BOOKABLE'>
  | Refusal<'COMMITMENT_NOT_USABLE', { readonly number: string }>
  | Refusal<'COMMITMENT_AUTHORITY_NEEDED', { readonly rule: string }>
  | Refusal<'COMMITMENT_LINE_UNFIT'>
  | Refusal<'COMMITMENT_OTHER_PROJECT', { readonly number: string }>;

/**
 * Records an order or contract of several years. For investment it uses a commitment authority, which is held so that two
 * uses at the same moment cannot share what is left (T11); current operation only counts as bound (T11c).
 */
export async function recordObligation(
  tx: Transaction,
  obligation: RecordObligation,
): Promise<Outcome<ObligationRecorded, RecordRefusal>> {
  const line = await findBurdenedLine(tx, obligation.lineId);
  if (line === null || tx.actor === null || !may(tx.actor, 'budget.order', { unitId: line.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (line.direction !== 'expense' && line.direction !== 'payment') {
    return refuse({ code: 'LINE_NOT_BOOKABLE', params: {} });
  }
  const checked =
    obligation.authorityId === undefined
      ? withoutAuthority(tx, obligation, line)
      : await useAuthority(tx, obligation, obligation.authorityId, line);
  if (!checked.ok) return checked;
  const id = await insertObligation(tx, obligation);
  await tx.audit({
    action: 'obligation.recorded',
    subjectType: 'budget_line',
    subjectId: obligation.lineId,
    detail: {
      obligationId: id,
      authorityId: obligation.authorityId ?? null,
      totalCents: obligation.amounts.reduce((sum, { amountCents }) => sum + amountCents, 0),
      excesses: checked.value,
    },
  });
  return ok({
    id,
    excesses: checked.value.map(({ fiscalYear: year, overCents }) => ({ fiscalYear: year, overCents })),
  });
}

/** Years after the one in which the contract is signed; the year itself is an order on the line. */
function withoutAuthority(
  tx: Transaction,
  { amounts, signedOn }: RecordObligation,
  line: BurdenedLine,
): Outcome<readonly SliceExcess[], RecordRefusal> {
  const year = fiscalYear(Number(tx.today.slice(0, 4)));
  if (needsCommitmentAuthority(line.sphere)) {
    const rule = rulePackFor(year).citations.commitment_authority;
    return refuse({ code: 'COMMITMENT_AUTHORITY_NEEDED', params: { rule } });
  }
  if (amounts.length === 0 || hasYearTwice(amounts)) return refuse({ code: 'OBLIGATION_EMPTY', params: {} });
  const signed = fiscalYear(Number(signedOn.slice(0, 4)));
  const past = amounts.find((amount) => amount.fiscalYear <= signed);
  return past === undefined
    ? ok([])
    : refuse({
        code: 'OBLIGATION_YEAR_PAST',
        params: { fiscalYear: fiscalYear(past.fiscalYear), planYear: signed },
      });
}

async function useAuthority(
  tx: Transaction,
  obligation: RecordObligation,
  authorityId: string,
  line: BurdenedLine,
): Promise<Outcome<readonly SliceExcess[], RecordRefusal>> {
  const authority = await lockAuthority(tx, authorityId);
  if (authority === null || tx.actor === null || !may(tx.actor, 'budget.read', { unitId: authority.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  const { number } = authority;
  if (!needsCommitmentAuthority(line.sphere)) return refuse({ code: 'COMMITMENT_LINE_UNFIT', params: {} });
  const isSameProject = line.projectKey !== '' && line.projectKey === authority.projectKey;
  if (line.lineId !== authority.lineId && !isSameProject) {
    return refuse({ code: 'COMMITMENT_OTHER_PROJECT', params: { number } });
  }
  if (!authority.isUsable) return refuse({ code: 'COMMITMENT_NOT_USABLE', params: { number } });
  if (hasYearTwice(obligation.amounts)) return refuse({ code: 'OBLIGATION_EMPTY', params: {} });
  const { commitmentSliceStrictness } = await ruleSettings(tx, authority.planYear);
  const decided = decideUse(obligation.amounts.map(toYearAmount), {
    planYear: fiscalYear(authority.planYear),
    position: authorityPosition(authority.slices, authority.used),
    lastDay: lastDayOf(authority.planYear, authority.nextAnnouncedOn),
    signedOn: plainDate(obligation.signedOn),
    strictness: commitmentSliceStrictness,
    reason: obligation.reason ?? null,
  });
  return decided.ok ? ok(decided.value.excesses) : decided;
}

function hasYearTwice(amounts: readonly { readonly fiscalYear: number }[]): boolean {
  return new Set(amounts.map((amount) => amount.fiscalYear)).size < amounts.length;
}
