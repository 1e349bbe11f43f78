import { BALANCE_FIELD, formulaOf, type FormulaStep, type LineBalance, MOVEMENT_KINDS } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import type { FormulaRow } from '../proof/proof.types';
import type { WaterfallStep } from '../waterfall/waterfall';
import { formulaLabels } from './formula.labels';

/*
 * The formula R1 as rows of a proof and as steps of a waterfall. The figures come from the API, the order and the signs of
 * the steps from the domain; here they only get words.
 */

/** Whole cents by kind, whatever else the object carries. */
export type KindFigures = Readonly<Record<keyof LineBalance, number>>;

/** The steps worth a row: totals and the appropriation always, other kinds only where something was booked. */
function shownSteps(figures: KindFigures): FormulaStep[] {
  const balance = Object.fromEntries(
    MOVEMENT_KINDS.map((kind) => [BALANCE_FIELD[kind], cents(figures[BALANCE_FIELD[kind]])]),
  ) as unknown as LineBalance;
  return formulaOf(balance).filter(
    (step) => step.role === 'total' || step.amountCents !== 0 || step.part === 'appropriation',
  );
}

export function formulaRowsOf(figures: KindFigures): FormulaRow[] {
  return shownSteps(figures).map((step) => ({
    operator: operatorOf(step),
    label: formulaLabels()[step.part],
    cents: step.role === 'total' ? step.amountCents : Math.abs(step.amountCents),
  }));
}

export function waterfallOf(figures: KindFigures): WaterfallStep[] {
  return shownSteps(figures).map((step) => {
    const label = formulaLabels()[step.part];
    return { label: label.charAt(0).toUpperCase() + label.slice(1), cents: step.amountCents, kind: KINDS[step.part] };
  });
}

function operatorOf(step: FormulaStep): FormulaRow['operator'] {
  if (step.role === 'total') return '=';
  if (step.part === 'appropriation') return '';
  return step.amountCents < 0 ? '-' : '+';
}

const KINDS: Readonly<Record<FormulaStep['part'], WaterfallStep['kind']>> = {
  appropriation: 'base',
  carry_over: 'change',
  over_plan: 'change',
  outside_plan: 'change',
  earmark: 'change',
  transfer: 'change',
  adjusted_appropriation: 'total',
  lock: 'lock',
  reservation: 'reservation',
  commitment: 'commitment',
  actual: 'actual',
  available: 'available',
};
