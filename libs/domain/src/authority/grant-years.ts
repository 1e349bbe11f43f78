import { type Cents, splitCents, sumCents } from '../shared/cents';
import { type FiscalYear, fiscalYear, fiscalYearOf, firstDayOf, lastDayOf } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, monthOf } from '../shared/plain-date';

/** What a grant (Zuwendung) that runs over several budget years brings in one of them. */
export interface GrantYear {
  readonly fiscalYear: FiscalYear;
  readonly plannedCents: Cents;
}

/**
 * The proposal: what the grant brings, by the months it runs in each year, to the cent (R23). Empty where the end lies before
 * the beginning.
 */
export function grantYears(totalCents: Cents, startsOn: PlainDate, endsOn: PlainDate): GrantYear[] {
  if (endsOn < startsOn) return [];
  const [first, last] = [fiscalYearOf(startsOn), fiscalYearOf(endsOn)];
  const years = Array.from({ length: last - first + 1 }, (_, at) => fiscalYear(first + at));
  const months = years.map((year) => {
    const from = startsOn > firstDayOf(year) ? monthOf(startsOn) : 1;
    const until = endsOn < lastDayOf(year) ? monthOf(endsOn) : 12;
    return until - from + 1;
  });
  const shares = splitCents(totalCents, months);
  return years.map((year, at) => ({ fiscalYear: year, plannedCents: shares[at] as Cents }));
}

export type GrantYearsRefusal =
  | Refusal<'EARMARK_YEARS'>
  | Refusal<'EARMARK_YEARS_SUM', { readonly plannedCents: Cents; readonly sharesCents: Cents }>;

/** Whether the shares are those of years in a row, from the grant's first year on, that add up to the whole exactly. */
export function decideGrantYears(
  grant: GrantYear,
  shares: readonly GrantYear[],
): Outcome<readonly GrantYear[], GrantYearsRefusal> {
  const isInARow = shares.every((share, at) => share.fiscalYear === grant.fiscalYear + at);
  if (shares.length === 0 || !isInARow) return refuse({ code: 'EARMARK_YEARS', params: {} });
  const sharesCents = sumCents(shares.map(({ plannedCents }) => plannedCents));
  const { plannedCents } = grant;
  return sharesCents === plannedCents
    ? ok(shares)
    : refuse({ code: 'EARMARK_YEARS_SUM', params: { plannedCents, sharesCents } });
}

/** What each year spends of a line's part of the grant: in the relation of the years, and together the part to the cent. */
export function lineOverYears(partCents: Cents, shares: readonly GrantYear[]): Cents[] {
  const isPlanned = shares.some(({ plannedCents }) => plannedCents > 0);
  return splitCents(
    partCents,
    shares.map(({ plannedCents }) => (isPlanned ? plannedCents : 1)),
  );
}
