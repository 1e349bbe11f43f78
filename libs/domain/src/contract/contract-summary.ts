import { type Cents, ZERO_CENTS, minCents } from '../shared/cents';
import { type FiscalYear, fiscalYear, fiscalYearOf, lastDayOf } from '../shared/fiscal-year';
import type { PlainDate } from '../shared/plain-date';
import type { ContractFacts } from './contract';
import { boundPerYear, costPerYear, paymentsPerYear } from './contract-cost';
import { boundUntil, expectedEnd, nextNotices, termEndAt } from './contract-term';

/** Years beyond the running one that are reckoned: what the widest planning window asks for, and some more. */
const YEARS_AHEAD = 8;

/** The last fiscal year that is reckoned as of a day. */
export function contractHorizon(today: PlainDate): FiscalYear {
  return fiscalYear(fiscalYearOf(today) + YEARS_AHEAD);
}

/** Cost, bound money and payments of a year. */
export interface ContractYear {
  readonly fiscalYear: FiscalYear;
  readonly costCents: Cents;
  readonly boundCents: Cents;
  readonly paymentCents: Cents;
}

/** What follows from a contract's terms as of a day. */
export interface ContractSummary {
  /** Last day for the next notice; null where none can be given. */
  readonly noticeBy: PlainDate | null;
  readonly boundUntil: PlainDate | null;
  readonly termEndsOn: PlainDate | null;
  /** Last day it is expected to run; null: it goes on. */
  readonly runsUntil: PlainDate | null;
  /** The last day on which all of this still holds: then a day for notice passes, a term ends or a year does. */
  readonly holdsUntil: PlainDate;
  /** Only years in which something is due, in order. */
  readonly years: readonly ContractYear[];
}

/** Reckons everything that lists and sums show of a contract. */
export function reckonContract(facts: ContractFacts, today: PlainDate, lastYear: FiscalYear): ContractSummary {
  const noticeBy = nextNotices(facts.term, today, 1)[0]?.noticeBy ?? null;
  const termEndsOn = termEndAt(facts.term, today);
  const yearEnd = lastDayOf(fiscalYearOf(today));
  const changes = [noticeBy, termEndsOn].flatMap((day) => (day === null || day < today ? [] : [day]));
  return {
    noticeBy,
    boundUntil: boundUntil(facts.term, today),
    termEndsOn,
    runsUntil: expectedEnd(facts.term),
    holdsUntil: changes.reduce((first, day) => (day < first ? day : first), yearEnd),
    years: yearsOfContract(facts, today, lastYear),
  };
}

/**
 * Cost, bound money and payments side by side. A period that is cut at the bound end is divided anew and may carry a cent to
 * another year; bound is never more than what is expected to be spent.
 */
function yearsOfContract(facts: ContractFacts, today: PlainDate, lastYear: FiscalYear): ContractYear[] {
  const cost = costPerYear(facts, lastYear);
  const bound = boundPerYear(facts, today, lastYear);
  const paid = paymentsPerYear(facts, lastYear);
  const years = [...new Set([...cost.keys(), ...paid.keys()])].sort((first, second) => first - second);
  return years.map((year) => {
    const costCents = cost.get(year) ?? ZERO_CENTS;
    const boundCents = minCents(bound.get(year) ?? ZERO_CENTS, costCents);
    return { fiscalYear: year, costCents, boundCents, paymentCents: paid.get(year) ?? ZERO_CENTS };
  });
}
