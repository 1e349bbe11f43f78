import type { AmountColumn, AmountPhase, AmountSide, ImportKind } from '../mapping';
import type { AmountChoice } from './amount-columns';
import { type ColumnGuess, isDayColumn } from './column-guess';
import { type ColumnValues, mostly, usualLength } from './column-values';
import { isCodeHeader } from './header-words';
import type { Notes } from './notes';

/** Numbers that count something else than money. */
const NO_MONEY =
  /%|prozent|quote|grad\b|\banteil|stelle|\bvz|anzahl|menge|einwohner|fl[äa]che|m²|stunden|\bindex\b|faktor|rang/i;

/** Whether amounts stand in a column, whatever it is called: money by its writing, or whole numbers of very different length. */
export function carriesAmounts(header: string, values: ColumnValues): boolean {
  if (!mostly(values.amounts, values) || values.isCounter || values.years === values.filled) return false;
  const isNothing = values.few.size > 0 && [...values.few].every((text) => !/[1-9]/.test(text));
  if (isNothing || NO_MONEY.test(header) || isCodeHeader(header)) return false;
  return values.money >= Math.max(1, values.filled * 0.3) || isOfManyLengths(values);
}

/** Codes have one length, or two; whole euros have many. */
function isOfManyLengths(values: ColumnValues): boolean {
  const [, usual] = usualLength(values);
  return values.lengths.size >= 3 && usual < values.filled * 0.7 && Math.max(...values.lengths.keys()) >= 4;
}

/**
 * Columns with amounts whose header says nothing: the person says what they are. Until then they stay out, but nobody can
 * take the file over without having seen them.
 */
export function askLeftOver(
  columns: readonly ColumnGuess[],
  taken: readonly { readonly at: number }[],
  amounts: readonly AmountChoice[],
  kind: ImportKind,
  notes: Notes,
): readonly AmountChoice[] {
  const open = columns.filter((guess) => {
    const isKnown =
      guess.word.lines?.field === 'ignore' ||
      guess.amount.isOther ||
      (kind === 'bookings' && isRunningBalance(guess.header));
    const isTold = isKnown || taken.some(({ at }) => at === guess.at);
    return !isTold && !isDayColumn(guess) && carriesAmounts(guess.header, guess.values);
  });
  let chosen = [...amounts];
  for (const guess of amounts.length === 0 ? [] : open) {
    const meanings = kind === 'bookings' ? [] : freeMeanings(guess, chosen);
    const options = ['leave_out', ...(kind === 'bookings' ? ['instead'] : meanings.map(({ name }) => name))];
    const answer = notes.ask('AMOUNT_LEFT_OVER', options, { header: nameOf(guess) }, guess.at);
    const [first] = chosen;
    const meaning = meanings.find(({ name }) => name === answer);
    if (meaning !== undefined) chosen.push({ ...meaning.column, at: guess.at });
    else if (answer === 'instead' && first !== undefined) {
      chosen = [{ ...first, side: 'net', header: guess.header, at: guess.at }];
    }
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** `Saldo` behind each booking tells what all of them have come to so far. */
function isRunningBalance(header: string): boolean {
  return /^(?:saldo|balance|bestand|kumul\w*)$/i.test(header.trim());
}

interface Meaning {
  readonly name: string;
  readonly column: AmountColumn;
}

/** What a column can still be: every year, phase and side has one column. */
function freeMeanings({ header, amount }: ColumnGuess, amounts: readonly AmountChoice[]): Meaning[] {
  const [own] = amount.years;
  const years = new Set(amounts.map(({ fiscalYear }) => fiscalYear));
  const [only = null] = years.size === 1 ? years : [];
  const fiscalYear = own ?? only;
  const sides = new Set(amounts.map(({ side }) => side));
  const hasSides = sides.has('revenue') || sides.has('expense');
  const meaning = (name: string, phase: AmountPhase, side: AmountSide): Meaning => ({
    name,
    column: { role: 'amount', header, fiscalYear, phase, side },
  });
  const phase = amounts[0]?.phase ?? 'plan';
  const all = hasSides
    ? [meaning('revenue', phase, 'revenue'), meaning('expense', phase, 'expense')]
    : [
        meaning('plan', 'plan', 'net'),
        meaning('actual', 'actual', 'net'),
        meaning('commitment_authority', 'commitment_authority', 'net'),
      ];
  return all.filter(({ column }) => {
    return !amounts.some((one) => {
      return one.fiscalYear === column.fiscalYear && one.phase === column.phase && one.side === column.side;
    });
  });
}

function nameOf({ header, at }: ColumnGuess): string {
  return header === '' ? String(at + 1) : header;
}
