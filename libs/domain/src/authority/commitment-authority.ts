import { type Cents, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import { type FiscalYear, lastDayOf } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, laterOf } from '../shared/plain-date';
import type { RuleSettings } from './rule-setting';

/** Money of one later year: a slice of a commitment authority (VE), or what an obligation takes in that year. */
export interface YearAmount {
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/** A slice with what is used of it; `leftCents` is negative where a slice was exceeded within the total. */
export interface SlicePosition extends YearAmount {
  readonly usedCents: Cents;
  readonly leftCents: Cents;
}

/** A commitment authority with everything that was used of it. */
export interface AuthorityPosition {
  readonly slices: readonly SlicePosition[];
  readonly totalCents: Cents;
  readonly usedCents: Cents;
  readonly leftCents: Cents;
}

/** Sums amounts of the same year; years in order, and years that add up to nothing are left out. */
export function byYear(amounts: readonly YearAmount[]): YearAmount[] {
  const sums = new Map<FiscalYear, Cents>();
  for (const { fiscalYear, amountCents } of amounts) {
    sums.set(fiscalYear, cents((sums.get(fiscalYear) ?? ZERO_CENTS) + amountCents));
  }
  return [...sums]
    .filter(([, amountCents]) => amountCents !== 0)
    .sort(([first], [second]) => first - second)
    .map(([fiscalYear, amountCents]) => ({ fiscalYear, amountCents }));
}

/**
 * What is used and left, slice by slice and in all (R11, T11). Used years without a slice of their own stand there, too,
 * with nothing granted. Counter records are part of `used` with their sign.
 */
export function authorityPosition(slices: readonly YearAmount[], used: readonly YearAmount[]): AuthorityPosition {
  const granted = new Map(byYear(slices).map(({ fiscalYear, amountCents }) => [fiscalYear, amountCents]));
  const taken = new Map(byYear(used).map(({ fiscalYear, amountCents }) => [fiscalYear, amountCents]));
  const years = [...new Set([...granted.keys(), ...taken.keys()])].sort((first, second) => first - second);
  const positions = years.map((fiscalYear) => {
    const amountCents = granted.get(fiscalYear) ?? ZERO_CENTS;
    const usedCents = taken.get(fiscalYear) ?? ZERO_CENTS;
    return { fiscalYear, amountCents, usedCents, leftCents: cents(amountCents - usedCents) };
  });
  const totalCents = sumCents(positions.map((position) => position.amountCents));
  const usedCents = sumCents(positions.map((position) => position.usedCents));
  return { slices: positions, totalCents, usedCents, leftCents: cents(totalCents - usedCents) };
}

/**
 * The last day on which contracts may be concluded from an authority (R11, § 119 NKomVG): the end of its year, or the day on
 * which the by-law of the next year is announced where that comes later. Null while it is not announced: the end is open.
 */
export function lastDayOfAuthority(planYear: FiscalYear, nextAnnouncedOn: PlainDate | null): PlainDate | null {
  return nextAnnouncedOn === null ? null : laterOf(lastDayOf(planYear), nextAnnouncedOn);
}

/** What happens when a use exceeds a slice but not the total: allowed with a reason, or refused (a local setting). */
export type SliceStrictness = RuleSettings['commitmentSliceStrictness'];

/** A slice that a use exceeds. */
export interface SliceExcess {
  readonly fiscalYear: FiscalYear;
  readonly overCents: Cents;
  /** What was left of the slice before the use. */
  readonly leftCents: Cents;
}

export type UseRefusal =
  | Refusal<'OBLIGATION_EMPTY'>
  | Refusal<'COMMITMENT_LAPSED', { readonly planYear: FiscalYear; readonly lapsedOn: PlainDate }>
  | Refusal<'OBLIGATION_YEAR_PAST', { readonly fiscalYear: FiscalYear; readonly planYear: FiscalYear }>
  | Refusal<
      'COMMITMENT_AUTHORITY_EXCEEDED',
      { readonly neededCents: Cents; readonly leftCents: Cents; readonly missingCents: Cents }
    >
  | Refusal<'COMMITMENT_SLICE_EXCEEDED', SliceExcess & { readonly excesses: readonly SliceExcess[] }>
  | Refusal<'COMMITMENT_SLICE_REASON', SliceExcess & { readonly excesses: readonly SliceExcess[] }>;

/** Everything a use is judged by. The caller holds the authority, so the figures cannot move. */
export interface UseSituation {
  /** The plan year of the authority; it burdens later years only. */
  readonly planYear: FiscalYear;
  readonly position: AuthorityPosition;
  /** Last day on which it may be used; null while that is open. */
  readonly lastDay: PlainDate | null;
  /** When the contract was concluded; one of an earlier day may be recorded later. */
  readonly signedOn: PlainDate;
  readonly strictness: SliceStrictness;
  /** Why a slice is exceeded; needed in the mode that warns. */
  readonly reason: string | null;
}

/** A use that may be recorded, with the slices it exceeds. */
export interface UseDecision {
  readonly positionAfter: AuthorityPosition;
  readonly excesses: readonly SliceExcess[];
}

/**
 * Decides whether an obligation may use an authority (T11). What was not used by its last day has lapsed. Over the total it
 * never may; over a slice within the total the city's setting decides: refused, or allowed with a reason that stays.
 */
export function decideUse(
  amounts: readonly YearAmount[],
  { planYear, position, lastDay, signedOn, strictness, reason }: UseSituation,
): Outcome<UseDecision, UseRefusal> {
  const asked = byYear(amounts);
  if (asked.length === 0 || asked.some(({ amountCents }) => amountCents < 0)) {
    return refuse({ code: 'OBLIGATION_EMPTY', params: {} });
  }
  const past = asked.find(({ fiscalYear }) => fiscalYear <= planYear);
  if (past !== undefined) {
    return refuse({ code: 'OBLIGATION_YEAR_PAST', params: { fiscalYear: past.fiscalYear, planYear } });
  }
  if (lastDay !== null && signedOn > lastDay) {
    return refuse({ code: 'COMMITMENT_LAPSED', params: { planYear, lapsedOn: lastDay } });
  }
  const neededCents = sumCents(asked.map(({ amountCents }) => amountCents));
  if (neededCents > position.leftCents) {
    const { leftCents } = position;
    return refuse({
      code: 'COMMITMENT_AUTHORITY_EXCEEDED',
      params: { neededCents, leftCents, missingCents: cents(neededCents - leftCents) },
    });
  }
  const excesses = excessesOf(asked, position);
  const [first] = excesses;
  if (first !== undefined && strictness === 'block') {
    return refuse({ code: 'COMMITMENT_SLICE_EXCEEDED', params: { ...first, excesses } });
  }
  if (first !== undefined && (reason ?? '').trim() === '') {
    return refuse({ code: 'COMMITMENT_SLICE_REASON', params: { ...first, excesses } });
  }
  const used = position.slices.map(({ fiscalYear, usedCents }) => ({ fiscalYear, amountCents: usedCents }));
  return ok({ positionAfter: authorityPosition(position.slices, [...used, ...asked]), excesses });
}

/** A slice exceeded before is exceeded by the whole amount now, not by the earlier excess once more. */
function excessesOf(asked: readonly YearAmount[], position: AuthorityPosition): SliceExcess[] {
  return asked.flatMap(({ fiscalYear, amountCents }) => {
    const slice = position.slices.find((candidate) => candidate.fiscalYear === fiscalYear);
    const leftCents = cents(Math.max(0, slice?.leftCents ?? 0));
    return amountCents > leftCents ? [{ fiscalYear, leftCents, overCents: cents(amountCents - leftCents) }] : [];
  });
}

/**
 * Whether obligations on a line need a commitment authority (T11c): payments for investment do, current operation does not
 * and only counts as bound (§ 112 Abs. 2 Nr. 1 d NKomVG).
 */
export function needsCommitmentAuthority(sphere: string): boolean {
  return sphere === 'investing';
}

/** What obligations take from a line or project in a plan year, and what a version plans for it. */
export interface BoundPlan {
  /** The line that the finding is shown at. */
  readonly lineId: string;
  readonly fiscalYear: FiscalYear;
  readonly boundCents: Cents;
  readonly plannedCents: Cents;
}

/** A plan that leaves out money that is already owed (T11b). */
export interface BoundFinding extends BoundPlan {
  readonly code: 'BOUND_NOT_PLANNED';
  readonly missingCents: Cents;
}

/** Every place where a plan holds less than what is already bound for it (T11b). */
export function boundFindings(places: readonly BoundPlan[]): BoundFinding[] {
  return places
    .filter(({ boundCents, plannedCents }) => plannedCents < boundCents)
    .map((place) => ({
      code: 'BOUND_NOT_PLANNED',
      ...place,
      missingCents: cents(place.boundCents - place.plannedCents),
    }));
}
