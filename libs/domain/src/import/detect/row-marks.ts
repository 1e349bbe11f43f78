import { directionOfWords, sphereOfWords } from '../direction-words';
import { factorOfMark } from '../line-rows';
import type { AmountPhase, TableField } from '../mapping';
import { readAmountHeader } from './amount-header';
import type { ColumnGuess } from './column-guess';
import type { ColumnValues } from './column-values';
import type { TableUse } from './vocabulary';
import { normalWords } from './words';

/** Said of a whole column, one word is enough: `Plan`, `Ist`. */
const ONE_PHASE = /^(?:plan|ist|soll|ansatz|voranschlag|ergebnis|rechnung|rechnungsergebnis|actual|budget)$/;
const ONE_WORD = /^\p{L}{4,}$/u;
/** `Ord. Erträge`, `Übrige Ausgaben`. */
const TWO_WORDS = /^\p{L}{2,}\.? \p{L}{4,}$/u;
const ONE_SIDE =
  /^(?:ertrag|ertraege|erloese|aufwand|aufwendung|aufwendungen|kosten|einnahmen?|ausgaben?|einzahlungen?|auszahlungen?|revenue|expenditure|expense)$/;

/** What a column of few different words says about its rows: S and H, Capital and Revenue, Plan and Ist, Ertrag and Aufwand. */
export function fieldOfMarks(guess: ColumnGuess, use: TableUse): TableField | null {
  const { values, word } = guess;
  const few = [...values.few];
  if (few.length === 0 || few.length > 12) return null;
  const all = (test: (text: string) => boolean): boolean => few.every(test);
  if (isDebitCredit(guess, few)) return 'debitCredit';
  if (few.some((text) => /^capital$/i.test(text)) && all((text) => /^(?:capital|revenue)$/i.test(text)))
    return 'sphere';
  const isSphere = word.bookings?.field === 'sphere' || word.lines?.field === 'sphere';
  if (isSphere && all((text) => sphereOfWords(text) !== null)) return 'sphere';
  if (isPhaseColumn(guess) && (use === 'lines' || new Set(phasesOf(values)).size > 1)) return 'phase';
  return isSideColumn(guess, few) ? 'side' : null;
}

/** Soll alone is what was planned; beside Haben, or where the header says so, it is the debit. */
function isDebitCredit({ word }: ColumnGuess, few: readonly string[]): boolean {
  const factors = new Set(few.map(factorOfMark));
  if (few.length > 4 || factors.has(null)) return false;
  const isNamed = [word.lines, word.bookings].some(
    (said) => said?.field === 'debitCredit' && said.certainty === 'exact',
  );
  return factors.size > 1 || isNamed;
}

/** What is meant by each different word of a column; null for a word that means none. */
export function phasesOf({ few }: ColumnValues): readonly (AmountPhase | null)[] {
  return [...few].map((text) => readAmountHeader(text).phase);
}

/** Whether a column says row by row whether an amount is planned or spent. */
export function isPhaseColumn({ values, word }: ColumnGuess): boolean {
  const phases = new Set(phasesOf(values));
  if (values.few.size === 0 || values.few.size > 6 || phases.has(null)) return false;
  if (phases.size > 1) return true;
  const isKnown = word.lines?.certainty === 'exact' && word.lines.field !== 'ignore';
  const isOther = isKnown || word.bookings?.field === 'text';
  return !isOther && values.filled > 1 && [...values.few].every((text) => ONE_PHASE.test(normalWords(text)));
}

/** A word that stands somewhere in the header, such as Budget in `Budget Richtung`, is no other meaning. */
function isSideColumn({ word, header }: ColumnGuess, few: readonly string[]): boolean {
  const isNamed = word.lines?.field === 'side';
  const isOther = word.lines !== null && word.lines.certainty !== 'part' && !isNamed;
  if (isOther && word.bookings?.field !== 'bookingType') return false;
  const directions = new Set(few.map(directionOfWords));
  if (directions.has(null)) return false;
  if (directions.size === 1) return isNamed || few.every((text) => ONE_SIDE.test(normalWords(text)));
  return isNamed || few.every((text) => ONE_WORD.test(text) || (header !== '' && TWO_WORDS.test(text)));
}
