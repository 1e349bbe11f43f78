import { type Cents, splitCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { type PlainDate, monthOf, yearOf } from '../shared/plain-date';

const MONTHS = 12;

/** What operation costs once something is live: a year, from the month of the go-live on. */
export interface FollowUpCost {
  readonly yearlyCents: Cents;
  /** When the milestone was reached, else when it is expected, else when it was planned. */
  readonly startsOn: PlainDate;
}

/** What follow-up costs take in one year. */
export interface FollowUpYear {
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/**
 * Follow-up costs by year (leap 4): nothing before the go-live, of its own year the months from it on, the month of the
 * go-live included, and whole years after it. Months are twelfths by largest remainder (R23), so that the part before and
 * the part after the go-live make exactly the whole year. Slipping the go-live moves them with it.
 */
export function followUpYears({ yearlyCents, startsOn }: FollowUpCost, years: readonly FiscalYear[]): FollowUpYear[] {
  const first = yearOf(startsOn);
  return years.flatMap((fiscalYear) => {
    if (fiscalYear < first) return [];
    const months = MONTHS + 1 - monthOf(startsOn);
    return [{ fiscalYear, amountCents: fiscalYear > first ? yearlyCents : ofMonths(yearlyCents, months) }];
  });
}

function ofMonths(yearlyCents: Cents, months: number): Cents {
  const [after = yearlyCents] = splitCents(yearlyCents, [months, MONTHS - months]);
  return after;
}
