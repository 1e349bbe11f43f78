import { readAmountHeader } from './amount-header';
import type { AmountChoice } from './amount-columns';
import type { FieldChoice } from './field-columns';
import type { TableRow } from '../table';

/** Amounts of a file that names the year in every row, as if each year had a column of its own. */
export function amountsByYear(
  amounts: readonly AmountChoice[],
  fields: readonly FieldChoice[],
  rows: readonly TableRow[],
): readonly AmountChoice[] {
  const at = (field: FieldChoice['field']): number => fields.find((choice) => choice.field === field)?.at ?? -1;
  // A month says its year, too, where it has one.
  const [yearAt, phaseAt] = [at('fiscalYear') >= 0 ? at('fiscalYear') : at('month'), at('phase')];
  const undated = amounts.filter(({ fiscalYear }) => fiscalYear === null);
  if (yearAt < 0 || undated.length === 0) return amounts;
  const found = new Map<string, AmountChoice>();
  for (const { cells } of rows) {
    const year = Number(/(?:19|20)\d{2}/.exec(cells[yearAt] ?? '')?.[0]);
    if (!(year > 0)) continue;
    const said = phaseAt < 0 ? null : readAmountHeader(cells[phaseAt] ?? '').phase;
    for (const amount of undated) {
      const phase = said ?? amount.phase;
      found.set(`${year} ${phase}`, { ...amount, phase, fiscalYear: year });
    }
  }
  return [...amounts.filter(({ fiscalYear }) => fiscalYear !== null), ...found.values()];
}
