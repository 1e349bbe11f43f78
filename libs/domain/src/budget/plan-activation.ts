import { type Cents, ZERO_CENTS, cents } from '../shared/cents';
import { type FiscalYear, type PlanYears, yearsOf } from '../shared/fiscal-year';
import { compareText } from '../shared/text';

/** The appropriation of one line in one year: as the ledger has it, or as a version plans it. */
export interface LineAppropriation {
  readonly lineId: string;
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/**
 * The appropriation movements that bring the ledger to a version that enters into force: plan less ledger, per line and
 * plan year. Lines that the version no longer holds are brought to zero; years of the window that are not plan years
 * write nothing, because medium-term planning grants no authority. Equal amounts write nothing, so activating twice is
 * harmless. In order of line and year, the order in which balances are locked.
 */
export function activationDeltas(
  plan: PlanYears,
  planned: readonly LineAppropriation[],
  inLedger: readonly LineAppropriation[],
): LineAppropriation[] {
  return yearsOf(plan)
    .flatMap((year) => deltasOfYear(year, sumByLine(planned, year), sumByLine(inLedger, year)))
    .sort((a, b) => compareText(a.lineId, b.lineId));
}

function deltasOfYear(
  fiscalYear: FiscalYear,
  planned: ReadonlyMap<string, Cents>,
  inLedger: ReadonlyMap<string, Cents>,
): LineAppropriation[] {
  const lineIds = [...new Set([...planned.keys(), ...inLedger.keys()])];
  return lineIds
    .map((lineId) => ({
      lineId,
      fiscalYear,
      amountCents: cents((planned.get(lineId) ?? ZERO_CENTS) - (inLedger.get(lineId) ?? ZERO_CENTS)),
    }))
    .filter((delta) => delta.amountCents !== 0);
}

function sumByLine(amounts: readonly LineAppropriation[], year: FiscalYear): Map<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { lineId, fiscalYear, amountCents } of amounts) {
    if (fiscalYear === year) sums.set(lineId, cents((sums.get(lineId) ?? ZERO_CENTS) + amountCents));
  }
  return sums;
}
