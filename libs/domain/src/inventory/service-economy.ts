import { type Cents, ZERO_CENTS, cents, scaleCents } from '../shared/cents';
import { type FiscalYear, fiscalYear } from '../shared/fiscal-year';
import { type PlainDate, monthOf, yearOf } from '../shared/plain-date';

const MONTHS = 12;
/** Years that the two ways are compared over, at most. */
export const ECONOMY_YEARS_MAX = 10;

/** What a form of one's own costs: once to build it with its interfaces, and each year. `null` is unknown. */
export interface OwnFormCost {
  readonly buildCents: Cents | null;
  readonly yearlyCents: Cents | null;
}

/** What an EfA service costs: once to connect it, a fee while it is jointly funded, and another one after that. */
export interface EfaCost {
  readonly connectionCents: Cents | null;
  readonly feeCents: Cents | null;
  /** Last day of the joint funding; null: the fee is not jointly funded and stays. */
  readonly fundingEndsOn: PlainDate | null;
  /** The yearly fee after the joint funding has ended. */
  readonly feeAfterCents: Cents | null;
}

/** The economy check of one service over some years. */
export interface EconomyCase {
  readonly firstYear: FiscalYear;
  readonly years: number;
  readonly own: OwnFormCost;
  readonly efa: EfaCost;
}

/** What both ways cost in one year; null where something is not known. */
export interface EconomyYear {
  readonly fiscalYear: FiscalYear;
  readonly ownCents: Cents | null;
  readonly efaCents: Cents | null;
}

export const ECONOMY_VERDICTS = ['own_cheaper', 'efa_cheaper', 'equal', 'unknown'] as const;
export type EconomyVerdict = (typeof ECONOMY_VERDICTS)[number];

export interface EconomyResult {
  readonly years: readonly EconomyYear[];
  readonly ownCents: Cents | null;
  readonly efaCents: Cents | null;
  readonly verdict: EconomyVerdict;
  /** The first year in which EfA costs more a year than the own form; null where it never does or is not known. */
  readonly dearerFrom: FiscalYear | null;
}

/** Compares the own form with EfA year by year. One unknown amount that counts leaves the verdict open (R26). */
export function checkEconomy({ firstYear, years, own, efa }: EconomyCase): EconomyResult {
  const rows = Array.from({ length: years }, (_, at): EconomyYear => {
    const year = fiscalYear(firstYear + at);
    const once = at === 0;
    return {
      fiscalYear: year,
      ownCents: plus(once ? own.buildCents : ZERO_CENTS, own.yearlyCents),
      efaCents: plus(once ? efa.connectionCents : ZERO_CENTS, efaFeeOf(efa, year)),
    };
  });
  const ownCents = totalOf(rows.map((row) => row.ownCents));
  const efaCents = totalOf(rows.map((row) => row.efaCents));
  const dearer = rows.find(({ fiscalYear: year }) => isDearer(efaFeeOf(efa, year), own.yearlyCents));
  return {
    years: rows,
    ownCents,
    efaCents,
    verdict: verdictOf(ownCents, efaCents),
    dearerFrom: dearer?.fiscalYear ?? null,
  };
}

/** The EfA fee of a year: in the year in which the joint funding ends, by months on both sides of that day. */
export function efaFeeOf({ feeCents, fundingEndsOn, feeAfterCents }: EfaCost, year: FiscalYear): Cents | null {
  const funded = fundedMonths(fundingEndsOn, year);
  if (funded === MONTHS) return feeCents;
  if (funded === 0) return feeAfterCents;
  if (feeCents === null || feeAfterCents === null) return null;
  return scaleCents(cents(feeCents * funded + feeAfterCents * (MONTHS - funded)), 1, MONTHS);
}

/** Months of a year that are jointly funded; the month of the last day counts. */
function fundedMonths(endsOn: PlainDate | null, year: FiscalYear): number {
  if (endsOn === null || yearOf(endsOn) > year) return MONTHS;
  return yearOf(endsOn) < year ? 0 : monthOf(endsOn);
}

const plus = (first: Cents | null, second: Cents | null): Cents | null =>
  first === null || second === null ? null : cents(first + second);

const totalOf = (amounts: readonly (Cents | null)[]): Cents | null =>
  amounts.reduce<Cents | null>((sum, amount) => plus(sum, amount), ZERO_CENTS);

const isDearer = (efa: Cents | null, own: Cents | null): boolean => efa !== null && own !== null && efa > own;

function verdictOf(own: Cents | null, efa: Cents | null): EconomyVerdict {
  if (own === null || efa === null) return 'unknown';
  if (own === efa) return 'equal';
  return efa < own ? 'efa_cheaper' : 'own_cheaper';
}
