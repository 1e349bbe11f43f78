import { type Checked, ok } from './outcome';
import { FIRST_YEAR, LAST_YEAR, type PlainDate, dayOf, yearOf } from './plain-date';

/** A budget year; in Lower Saxony the calendar year (§ 112 Abs. 4 NKomVG). */
export type FiscalYear = number & { readonly unit: 'fiscalYear' };

/** Marks a number as a fiscal year. Throws RangeError unless it is whole and from 1900 to 2199. */
export function fiscalYear(year: number): FiscalYear {
  if (!isFiscalYear(year)) throw new RangeError(`Not a fiscal year from ${FIRST_YEAR} to ${LAST_YEAR}: ${year}`);
  return year;
}

/** True for a whole number from 1900 to 2199. */
export function isFiscalYear(raw: unknown): raw is FiscalYear {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= FIRST_YEAR && raw <= LAST_YEAR;
}

/** The year as given, or `FISCAL_YEAR_INVALID`. */
export function checkFiscalYear(raw: unknown): Checked<FiscalYear, 'FISCAL_YEAR_INVALID'> {
  return isFiscalYear(raw) ? ok(raw) : { ok: false, code: 'FISCAL_YEAR_INVALID' };
}

/** The fiscal year a day lies in. A booking may still belong to another year until that year's books close. */
export function fiscalYearOf(day: PlainDate): FiscalYear {
  return fiscalYear(yearOf(day));
}

/** 1 January of the year. */
export function firstDayOf(year: FiscalYear): PlainDate {
  return dayOf(year, 1, 1);
}

/** 31 December of the year. */
export function lastDayOf(year: FiscalYear): PlainDate {
  return dayOf(year, 12, 31);
}

/** Plan years of one budget by-law: a single year, or the two years of a Doppelhaushalt (§ 112 Abs. 3 S. 2 NKomVG). */
export interface PlanYears {
  readonly firstYear: FiscalYear;
  readonly lastYear: FiscalYear;
}

/** Plan years from the first and, for a two-year budget, the second. Throws RangeError unless one year or two in a row. */
export function planYears(firstYear: FiscalYear, lastYear: FiscalYear = firstYear): PlanYears {
  const length = lastYear - firstYear + 1;
  if (length !== 1 && length !== 2)
    throw new RangeError(`A budget covers one year or two in a row: ${firstYear} to ${lastYear}`);
  return { firstYear, lastYear };
}

/** Every plan year, in order. */
export function yearsOf(plan: PlanYears): FiscalYear[] {
  return yearsBetween(plan.firstYear, plan.lastYear);
}

/**
 * The years a plan shows (R12, T12; § 118 Abs. 1 NKomVG): from the year before the first plan year to three years
 * after the last one. 2026 gives 2025 to 2029, the two-year budget 2027/2028 gives 2026 to 2031.
 */
export function planningWindow(plan: PlanYears): FiscalYear[] {
  return yearsBetween(fiscalYear(plan.firstYear - 1), fiscalYear(plan.lastYear + 3));
}

function yearsBetween(first: FiscalYear, last: FiscalYear): FiscalYear[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => fiscalYear(first + offset));
}
