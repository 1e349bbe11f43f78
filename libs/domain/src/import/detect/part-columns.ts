import type { ColumnPart, TableField } from '../mapping';
import { phaseOfTexts, readAmountHeader } from './amount-header';
import type { ColumnGuess } from './column-guess';
import { mostly } from './column-values';
import { fieldOfHeader } from './header-words';
import { NAME_OF, TABLE_USES } from './vocabulary';

interface PartColumn {
  readonly guess: ColumnGuess;
  readonly part: ColumnPart;
  /** What the header says of its amounts. */
  readonly rest: string;
}

const WORDED = /^(\p{L}[\p{L}. -]*?)[\s.:]+(\d[\d.]*|[IVX]{1,4})(?:[\s:\u2013-]+(.*))?$/u;
/** Product areas of the common frame of the Länder; any other number may as well be an account. */
const AREA = /^(11|12|2[1-9]|3[1-6]|4[12]|5[1-7]|61|71)[\s:\u2013-]+(\p{L}.*)$/u;
const PARTS: readonly TableField[] = [
  'subBudget',
  'division',
  'unit',
  'costCentre',
  'productArea',
  'productGroup',
  'product',
];
const NO_WORD = Object.fromEntries(TABLE_USES.map((use) => [use, null])) as ColumnGuess['word'];
/** A single part is a column like any other; bare numbers need more of their kind to be believed. */
const [ENOUGH, ENOUGH_BARE] = [2, 3];

/**
 * Recognises cross tables: accounts as rows and a column of amounts for each Teilhaushalt, Fachbereich or Produktbereich.
 * What the amounts are, a title may say where the headers do not.
 */
export function withParts(columns: readonly ColumnGuess[], texts: readonly string[]): readonly ColumnGuess[] {
  const named = columns.flatMap((guess) => partOfColumn(guess) ?? []);
  const [field] = named.map(({ part }) => part.field);
  const parts = named.filter(({ part }) => part.field === field);
  const enough = parts.some(({ guess }) => AREA.test(guess.header)) ? ENOUGH_BARE : ENOUGH;
  const isInRows = columns.some((guess) => {
    return guess.word.lines?.field === field && parts.every((one) => one.guess !== guess);
  });
  if (field === undefined || isInRows || new Set(parts.map(({ part }) => part.code)).size < enough) return columns;
  const phase = phaseOfTexts(texts);
  return columns.map((guess) => {
    const found = parts.find((one) => one.guess === guess);
    if (found === undefined) return guess;
    const said = readAmountHeader(found.rest);
    const amount = { ...said, phase: said.phase ?? phase, isAmount: true, isBalance: false, of: found.part };
    return { ...guess, amount, word: NO_WORD };
  });
}

function partOfColumn(guess: ColumnGuess): PartColumn | null {
  const { header, values } = guess;
  if (values.filled > 0 && !mostly(values.amounts, values, 0.6)) return null;
  const [, label = '', code = '', behind = ''] = WORDED.exec(header) ?? [];
  const word = label === '' ? null : fieldOfHeader(label, 'lines');
  const field = PARTS.find((name) => word?.certainty === 'exact' && word.field === name);
  if (field !== undefined && NAME_OF[field] !== undefined) return columnOf(guess, field, code, behind);
  const [, number, name = ''] = AREA.exec(header) ?? [];
  return number === undefined ? null : columnOf(guess, 'productArea', number, name);
}

/** Behind the code stands what the part is called, or what its amounts are; `Budget 2026` is the plan of a year. */
function columnOf(guess: ColumnGuess, field: TableField, code: string, behind: string): PartColumn | null {
  const { phase, years } = readAmountHeader(behind);
  const saysAmounts = phase !== null || years.length > 0;
  if (!saysAmounts && guess.amount.phase !== null && guess.amount.years.length > 0) return null;
  return { guess, part: { field, code, name: saysAmounts ? '' : behind.trim() }, rest: saysAmounts ? behind : '' };
}
