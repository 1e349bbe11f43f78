import type { ImportEffects } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { importLabels } from './import.labels';

/** What a commit does, only what it does: counts of zero are left out. */
export function effectFacts(effects: ImportEffects): { readonly term: string; readonly text: string }[] {
  const words = importLabels().effects;
  const counts: readonly (readonly [string, number])[] = [
    [words.linesCreated, effects.linesCreated],
    [words.linesUpdated, effects.linesUpdated],
    [words.unitsCreated, effects.unitsCreated],
    [words.unitsUpdated, effects.unitsUpdated],
    [words.planAmounts, effects.planAmounts],
    [words.movements, effects.movements],
    [words.ordersCreated, effects.ordersCreated],
    [words.ordersConsumed, effects.ordersConsumed],
    [words.clearingItems, effects.clearingItems],
  ];
  const facts = counts.filter(([, count]) => count > 0).map(([term, count]) => ({ term, text: formatNumber(count) }));
  return effects.fiscalYearsCreated.length === 0
    ? facts
    : [...facts, { term: words.fiscalYears, text: effects.fiscalYearsCreated.join(', ') }];
}
