import type { BalanceFigures } from '@etatlotse/contracts/budget/plain';
import { formulaOf, type LineBalance } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import type { FormulaRow } from '../ui/proof/proof.types';
import { stepLabels } from './figures-proof.labels';

/** The formula R1 with these figures, as the proof drawer shows it. The order of the steps is the domain's. */
export function formulaRows(figures: BalanceFigures): FormulaRow[] {
  const { adjustedCents: _, availableCents: __, ...kinds } = figures;
  const balance = Object.fromEntries(
    Object.entries(kinds).map(([name, value]) => [name, cents(Number(value))]),
  ) as unknown as LineBalance;
  return formulaOf(balance)
    .filter((step) => step.role === 'total' || step.amountCents !== 0 || step.part === 'appropriation')
    .map((step) => ({
      operator: step.role === 'total' ? '=' : step.part === 'appropriation' ? '' : step.amountCents < 0 ? '-' : '+',
      label: stepLabels()[step.part],
      cents: step.role === 'total' ? step.amountCents : Math.abs(step.amountCents),
    }));
}
