import { type Cents, ZERO_CENTS, cents, minCents, negateCents } from '../shared/cents';
import { type FiscalYear, lastDayOf } from '../shared/fiscal-year';
import type { PlainDate } from '../shared/plain-date';
import type { LineAppropriation } from './plan-activation';

/** A line and plan year that a supplementary budget changes. */
export interface SupplementCell {
  readonly lineId: string;
  readonly fiscalYear: FiscalYear;
  /** What the plan in force has; null is not planned. */
  readonly oldCents: Cents | null;
  readonly newCents: Cents | null;
}

/** Extra authority granted on a line in a year so far: over the plan (üpl) and outside it (apl). */
export interface GrantedExtra {
  readonly lineId: string;
  readonly fiscalYear: FiscalYear;
  readonly overPlanCents: Cents;
  readonly outsidePlanCents: Cents;
}

/** What a person said for a line, and how much had been granted when they said it. */
export interface ExtraAnswer extends GrantedExtra {
  /** The new amount holds what was granted already; otherwise both count. */
  readonly includesExtra: boolean;
}

/** A line for which somebody has to say whether its new amount holds the extra authority granted so far (R16, T16). */
export interface ExtraQuestion extends GrantedExtra {
  readonly changeCents: Cents;
  /** Null while nobody has answered for exactly this grant: it is never guessed. */
  readonly includesExtra: boolean | null;
}

/** By how much a cell changes; nothing planned counts as nothing. */
export function changeCentsOf({ oldCents, newCents }: Pick<SupplementCell, 'oldCents' | 'newCents'>): Cents {
  return cents((newCents ?? ZERO_CENTS) - (oldCents ?? ZERO_CENTS));
}

/** The questions of a supplementary budget: every changed line with extra authority, with the answer if it still fits. */
export function extraQuestions(
  cells: readonly SupplementCell[],
  granted: readonly GrantedExtra[],
  answers: readonly ExtraAnswer[],
): ExtraQuestion[] {
  const changes = new Map(cells.map((cell) => [keyOf(cell), changeCentsOf(cell)]));
  const given = new Map(answers.map((answer) => [keyOf(answer), answer]));
  return granted.flatMap((extra): ExtraQuestion[] => {
    const changeCents = changes.get(keyOf(extra)) ?? ZERO_CENTS;
    if (changeCents === 0 || (extra.overPlanCents === 0 && extra.outsidePlanCents === 0)) return [];
    const answer = given.get(keyOf(extra));
    const isCurrent =
      answer?.overPlanCents === extra.overPlanCents && answer.outsidePlanCents === extra.outsidePlanCents;
    return [{ ...extra, changeCents, includesExtra: isCurrent ? answer.includesExtra : null }];
  });
}

/** A movement that takes back extra authority which the new appropriation holds, so that nothing counts twice. */
export interface ExtraCounter extends LineAppropriation {
  readonly kind: 'over_plan' | 'outside_plan';
}

/**
 * The counter-movements of a supplementary budget that enters into force: for each changed line whose answer is "included",
 * what had been granted when it was answered. What was granted later is not in the new amount, and what has been taken
 * back since is not taken back again.
 */
export function extraCounters(
  cells: readonly SupplementCell[],
  granted: readonly GrantedExtra[],
  answers: readonly ExtraAnswer[],
): ExtraCounter[] {
  const now = new Map(granted.map((extra) => [keyOf(extra), extra]));
  const changed = new Set(cells.filter((cell) => changeCentsOf(cell) !== 0).map(keyOf));
  return answers
    .filter((answer) => answer.includesExtra && changed.has(keyOf(answer)))
    .flatMap((answer): ExtraCounter[] => {
      const { lineId, fiscalYear } = answer;
      const current = now.get(keyOf(answer));
      const counter = (kind: ExtraCounter['kind'], answeredCents: Cents, currentCents: Cents): ExtraCounter => ({
        ...{ lineId, fiscalYear, kind },
        amountCents: negateCents(minCents(answeredCents, currentCents)),
      });
      return [
        counter('over_plan', answer.overPlanCents, current?.overPlanCents ?? ZERO_CENTS),
        counter('outside_plan', answer.outsidePlanCents, current?.outsidePlanCents ?? ZERO_CENTS),
      ];
    })
    .filter(({ amountCents }) => amountCents < 0);
}

/** What a line may spend once the supplementary budget holds (T16); null while the question is open. */
export function authorityAfterCents(
  oldCents: Cents | null,
  { changeCents, overPlanCents, outsidePlanCents, includesExtra }: Omit<ExtraQuestion, 'lineId' | 'fiscalYear'>,
): Cents | null {
  if (includesExtra === null) return null;
  const planned = cents((oldCents ?? ZERO_CENTS) + changeCents);
  return includesExtra ? planned : cents(planned + overPlanCents + outsidePlanCents);
}

/** Changed years that had ended when the decision was taken: a Nachtrag is decided by the end of the year (R16, § 115 NKomVG). */
export function yearsDecidedTooLate(changedYears: readonly FiscalYear[], decidedOn: PlainDate): FiscalYear[] {
  return changedYears.filter((year) => decidedOn > lastDayOf(year));
}

function keyOf({ lineId, fiscalYear }: { readonly lineId: string; readonly fiscalYear: FiscalYear }): string {
  return `${lineId} ${fiscalYear}`;
}
