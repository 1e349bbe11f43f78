import { checkText, type TextCode } from '../shared/text';

const PLAIN = /^[\x20-\x7E\u00C0-\u00FF]*$/;
const NOTHING = /^\s*$/;

/** What is wrong with a text of a file; null when nothing is. Most cells hold plain letters and pass without a closer look. */
export function textFault(cell: string, max: number, required: boolean): TextCode | null {
  if (cell.length <= max && PLAIN.test(cell)) return required && NOTHING.test(cell) ? 'TEXT_REQUIRED' : null;
  // A quoted line break or tab inside a text is as good as a blank.
  const checked = checkText(cell, { max, required, multiline: true });
  return checked.ok ? null : checked.code;
}

/** True when nothing but white space stands in the cell. */
export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || NOTHING.test(cell);
}

const BREAK = /[\r\n\t]/;
const NO_BREAK_SPACE = 0xa0;

/** On one line and without blanks at the ends. Most cells are already, and come back as they are. */
export function oneLine(cell: string): string {
  if (cell === '') return cell;
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
  const isTrim = first > 32 && last > 32 && first < NO_BREAK_SPACE && last < NO_BREAK_SPACE;
  if (isTrim && !BREAK.test(cell)) return cell;
  return cell.replace(/\s*[\r\n\t]+\s*/g, ' ').trim();
}

const IN_APOSTROPHES = /^'(.*)'$|^'(?=\d)/;

/** Some programs put codes in apostrophes, so that a spreadsheet keeps their zeros: `'0010'`, `'0010`. */
export function withoutApostrophes(text: string): string {
  return text.startsWith("'") ? text.replace(IN_APOSTROPHES, '$1') : text;
}

const TEXT_FORMULA = /^="([^"]*)"$/;

/** Excel keeps the zeros of a code that is written as a formula: `="0815"`. Nothing is computed, only the text is taken. */
export function withoutTextFormula(cell: string): string {
  return cell.startsWith('="') ? cell.replace(TEXT_FORMULA, '$1') : cell;
}

/** The cells of a row as they are meant; the same list where nothing is to be taken off. */
export function plainCells(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell.startsWith('="')) ? cells.map(withoutTextFormula) : cells;
}

const SEPARATOR = '|';

/** The name of a line from the parts of its key. A separator inside a part is escaped: no two keys become the same name. */
export function joinKey(parts: readonly string[]): string {
  if (parts.length === 1) return parts[0] ?? '';
  return parts.map((part) => (/[\\|]/.test(part) ? part.replace(/[\\|]/g, '\\$&') : part)).join(SEPARATOR);
}

/** Small letters without umlauts, so that words of a list are found however they are written. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .trim();
}
