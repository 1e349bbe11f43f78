import { type Cents, MAX_AMOUNT_CENTS, cents, scaleCents, splitCents } from '../shared/cents';
import type { Ratio } from '../shared/ratio';
import type { PlanFormula } from './plan-formula';

/** A cell of a selection. Cells of one line stand together, in the order of their years. */
export interface FormulaCell {
  readonly lineId: string;
  readonly fiscalYear: number;
  /** null = nothing planned, which is not zero. */
  readonly amountCents: Cents | null;
  /** What the same line has in the year before, where that year is not selected itself. */
  readonly previousCents: Cents | null;
}

/** To what a calculated amount is rounded, half away from zero. */
export type RoundTo = 'cents' | 'euros';

export type ApplyFormulaCode = 'FORMULA_NOTHING' | 'FORMULA_RANGE' | 'FORMULA_NO_BASE' | 'FORMULA_NOT_WHOLE';

export type AppliedFormula =
  | {
      readonly ok: true;
      /** One for each cell, in the order of the cells. */
      readonly amountCents: readonly (Cents | null)[];
      /** Cells that stay as they are, because there is nothing to calculate with. */
      readonly leftOut: number;
    }
  | { readonly ok: false; readonly code: ApplyFormulaCode };

/**
 * Applies a formula to a selection, all cells or none. An empty cell is no zero: what is calculated from one leaves its
 * cell as it was. `=Vorjahr` reads the new amount of the year before where that year is selected, too, so that a rate
 * carries on from year to year (R27); each amount is rounded once.
 */
export function applyPlanFormula(
  formula: PlanFormula,
  cells: readonly FormulaCell[],
  roundTo: RoundTo = 'cents',
): AppliedFormula {
  if (cells.length === 0) return { ok: false, code: 'FORMULA_NOTHING' };
  if (formula.kind === 'distribute') return distribute(formula.totalCents, formula.by, cells, roundTo);
  if (formula.kind === 'set') return finish(cells.map(() => formula.amountCents));
  const step = stepOf(formula, roundTo);
  const isOnward = formula.kind === 'fill_right' || formula.source === 'previous';
  const results: (Cents | null)[] = [];
  let [calculated, leftOut] = [0, 0];
  for (const [at, cell] of cells.entries()) {
    const isNext = isYearAfter(cells[at - 1], cell);
    const isStart = formula.kind === 'fill_right' && !isNext;
    const previousCents = isNext ? (results[at - 1] ?? null) : cell.previousCents;
    const base = isStart ? null : isOnward ? previousCents : cell.amountCents;
    const result = base === null ? cell.amountCents : step(base);
    if (result !== null && !isInRange(result)) return { ok: false, code: 'FORMULA_RANGE' };
    results.push(result);
    if (base !== null) calculated += 1;
    else if (!isStart) leftOut += 1;
  }
  return calculated === 0 ? { ok: false, code: 'FORMULA_NOTHING' } : finish(results, leftOut);
}

/** Whether the cell before in the list is the same line in the year before. */
function isYearAfter(before: FormulaCell | undefined, cell: FormulaCell): boolean {
  return before?.lineId === cell.lineId && before.fiscalYear === cell.fiscalYear - 1;
}

function stepOf(
  formula: Exclude<PlanFormula, { readonly kind: 'distribute' | 'set' }>,
  roundTo: RoundTo,
): (base: Cents) => Cents {
  if (formula.kind === 'add') return (base) => cents(base + formula.addCents);
  return (base) => scaleRounded(base, formula.factor, roundTo);
}

/** Rounded once, also to whole euros: never first to cents and then again. */
function scaleRounded(amountCents: Cents, { numerator, denominator }: Ratio, roundTo: RoundTo): Cents {
  if (roundTo === 'cents') return scaleCents(amountCents, numerator, denominator);
  return cents(scaleCents(amountCents, numerator, denominator * CENTS_IN_EURO) * CENTS_IN_EURO);
}

const CENTS_IN_EURO = 100;

/** Equal parts over all cells, or in proportion to what stands in them; the sum is the total to the cent (R23). */
function distribute(
  totalCents: Cents,
  by: 'equal' | 'proportion',
  cells: readonly FormulaCell[],
  roundTo: RoundTo,
): AppliedFormula {
  const weights = cells.map(({ amountCents }) => (by === 'equal' ? 1 : (amountCents ?? 0)));
  if (weights.some((weight) => weight < 0) || weights.every((weight) => weight === 0)) {
    return { ok: false, code: 'FORMULA_NO_BASE' };
  }
  if (roundTo === 'euros' && totalCents % CENTS_IN_EURO !== 0) return { ok: false, code: 'FORMULA_NOT_WHOLE' };
  const unit = roundTo === 'euros' ? CENTS_IN_EURO : 1;
  const parts = splitCents(cents(totalCents / unit), weights).map((part) => cents(part * unit));
  const isShared = (cell: FormulaCell): boolean => by === 'equal' || cell.amountCents !== null;
  return finish(
    cells.map((cell, at) => (isShared(cell) ? (parts[at] ?? null) : null)),
    cells.filter((cell) => !isShared(cell)).length,
  );
}

function finish(amountCents: readonly (Cents | null)[], leftOut = 0): AppliedFormula {
  return amountCents.every((amount) => amount === null || isInRange(amount))
    ? { ok: true, amountCents, leftOut }
    : { ok: false, code: 'FORMULA_RANGE' };
}

const isInRange = (amountCents: Cents): boolean => Math.abs(amountCents) <= MAX_AMOUNT_CENTS;
