import {
  BALANCE_FIELD,
  type LineBalance,
  MOVEMENT_KINDS,
  revenueFormulaOf,
  revenueOf,
  type RevenueFigures,
  type RevenueStep,
} from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import type { FormulaRow } from '../proof/proof.types';
import type { WaterfallStep } from '../waterfall/waterfall';
import type { KindFigures } from './formula';
import { revenueLabels } from './revenue.labels';

/* The formula of revenue lines as rows of a proof and steps of a waterfall; the domain has its order and its signs. */

/** Planned, received and open of a line that brings money, from what the API sends. */
export function revenueFigures(figures: KindFigures): RevenueFigures {
  return revenueOf(balanceOf(figures));
}

export function revenueRowsOf(figures: KindFigures): FormulaRow[] {
  return shownSteps(figures).map((step) => ({
    operator: operatorOf(step),
    label: revenueLabels()[step.part],
    cents: step.role === 'total' ? step.amountCents : Math.abs(step.amountCents),
  }));
}

export function revenueWaterfallOf(figures: KindFigures): WaterfallStep[] {
  return shownSteps(figures).map((step) => {
    const label = revenueLabels()[step.part];
    return { label: label.charAt(0).toUpperCase() + label.slice(1), cents: step.amountCents, kind: KINDS[step.part] };
  });
}

/** Changes after the plan are worth a row only where there are some. */
function shownSteps(figures: KindFigures): RevenueStep[] {
  const steps = revenueFormulaOf(balanceOf(figures));
  const isChanged = steps.some((step) => step.part === 'changed' && step.amountCents !== 0);
  return steps.filter(({ part }) => isChanged || (part !== 'changed' && part !== 'adjusted'));
}

function operatorOf(step: RevenueStep): FormulaRow['operator'] {
  if (step.role === 'total') return '=';
  if (step.part === 'planned') return '';
  return step.amountCents < 0 || step.part === 'received' ? '-' : '+';
}

function balanceOf(figures: KindFigures): LineBalance {
  return Object.fromEntries(
    MOVEMENT_KINDS.map((kind) => [BALANCE_FIELD[kind], cents(figures[BALANCE_FIELD[kind]])]),
  ) as unknown as LineBalance;
}

const KINDS: Readonly<Record<RevenueStep['part'], WaterfallStep['kind']>> = {
  planned: 'base',
  changed: 'change',
  adjusted: 'total',
  received: 'actual',
  open: 'total',
};
