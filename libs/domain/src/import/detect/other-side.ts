import type { AmountSide } from '../mapping';
import type { TableRow } from '../table';
import type { AmountChoice } from './amount-columns';
import type { ColumnGuess } from './column-guess';
import { mostly } from './column-values';
import type { Notes } from './notes';

/** From how many rows of each kind two columns show that a row fills one of them or the other. */
const ENOUGH_ROWS = 3;
const NEARLY_ALL = 0.95;

/**
 * A column named as expense and one that no word explains, where every row fills one of the two and never both: the second one
 * is the other side, whatever it is called.
 */
export function withOtherSide(
  amounts: readonly AmountChoice[],
  columns: readonly ColumnGuess[],
  rows: readonly TableRow[],
  notes: Notes,
): readonly AmountChoice[] {
  const [known, second] = amounts;
  if (known === undefined || second !== undefined || (known.side !== 'revenue' && known.side !== 'expense'))
    return amounts;
  const fitting = columns.filter((guess) => {
    const isUnknown = guess.at !== known.at && guess.word.lines === null && mostly(guess.values.amounts, guess.values);
    return isUnknown && fillEachOther(rows, known.at, guess.at);
  });
  const [other, another] = fitting;
  if (other === undefined || another !== undefined) return amounts;
  const side: AmountSide = known.side === 'revenue' ? 'expense' : 'revenue';
  const { at, header } = other;
  notes.say('columns', 'COLUMN_OTHER_SIDE', { column: at + 1, header, side, other: known.header }, at);
  return [known, { ...known, header, side, at }].sort((a, b) => a.at - b.at);
}

function fillEachOther(rows: readonly TableRow[], first: number, second: number): boolean {
  const has = ({ cells }: TableRow, at: number): boolean => /[1-9]/.test(cells[at] ?? '');
  const onlyFirst = rows.filter((row) => has(row, first) && !has(row, second)).length;
  const onlySecond = rows.filter((row) => !has(row, first) && has(row, second)).length;
  const both = rows.filter((row) => has(row, first) && has(row, second)).length;
  const one = onlyFirst + onlySecond;
  return onlyFirst >= ENOUGH_ROWS && onlySecond >= ENOUGH_ROWS && one >= (one + both) * NEARLY_ALL;
}
