import { isDayShaped, isYearShaped } from './detect/cell-shapes';
import { fieldOfHeader } from './detect/header-words';
import { normalWords } from './detect/words';
import { partsOfLine } from './line-code';
import type { TableField } from './mapping';
import { isBlank, oneLine } from './row-text';

/** What a row above a block says: which word it begins with, a code, and the name behind it. */
export interface Heading {
  /** In small letters; empty where the row is only a code with a name. */
  readonly word: string;
  /** The word as it stands in the file. */
  readonly label: string;
  readonly code: string;
  readonly name: string;
  /** What the code is; null where the word says nothing about a part of the budget. */
  readonly field: TableField | null;
}

/** What can stand above a block of lines, the part of a line's name that says most first. */
export const OBJECTS: readonly TableField[] = ['product', 'costObject', 'costCentre', 'unit', 'subBudget'];
const PARTS: readonly TableField[] = [...OBJECTS, 'account', 'line'];
/** The sheet of an account bears its name: `Kontoblatt 4431000`, `Kontoblatt Sachkonto 4431000`. */
const ACCOUNT_SHEET = /^(?:sach)?kont(?:o|en)(?:blatt|auszug)(?: (?:zu |zum |fuer )?(\S+))?$/;

/** Word, code and name may stand apart, and two headings beside each other. */
const CELLS_MAX = 6;
/** A code may be one of a line: `111.05 / 4431000`. */
const CODE = String.raw`\d(?:[\w./-]*\w)?(?:\s*[/\u2013-]\s*\d{4,10}(?!\d))?`;
const CODE_FIRST = new RegExp(String.raw`^(\p{L}[\p{L} ./-]*?)[\s:.|=]+(${CODE})(?:[\s:|,\u2013-]+(.*))?$`, 'u');
/** Behind a name only what cannot belong to it is a code: `Office 365` is none. */
const CODE_BEHIND = String.raw`\d+(?:[./-]\d+)+|\d{4,}`;
const NAME_FIRST = new RegExp(
  String.raw`^(\p{L}[\p{L} .-]*?)\s*[:=|]+\s*(\D.*?)[\s|,(\u2013-]+(${CODE_BEHIND})\)?$`,
  'u',
);
const NAME_BEHIND_WORD = new RegExp(String.raw`^(\p{L}[\p{L}.-]*)\s+(\D*?)[\s|,(\u2013-]+(${CODE_BEHIND})\)?$`, 'u');
const WORD_AHEAD = /^\p{L}/u;
/** `111105 Zentrale IT`: a code of that many digits is no footnote. */
const BARE = /^(\d[\d.]{3,})[\s:\u2013-]+(\p{L}.*)$/u;
/** Where a second heading may begin, the sign before it, its word and what follows. */
const BETWEEN = /(?:\s*([/|;,])\s*|\s+)(?=(\p{L}[\p{L}.-]*)[\s.]*([:=|]?)[\s.|]*(\d*))/gu;
/** What stands in a column of amounts, such as the balance that an account begins with. */
const CENTS = /^-?[\d.]*\d,\d{2}-?$/;

/** Reads `Produkt 111105 Zentrale IT` or `Kostenstelle: 1020 / Konto: 4431000`; nothing for any other row. */
export function headingsOf(cells: readonly string[]): readonly Heading[] {
  const text = textOf(cells);
  if (text === null) return [];
  if (WORD_AHEAD.test(text)) {
    // `Produkt/Konto: 111.05/4431000` has one code of two parts.
    const whole = headingOf(text);
    if (whole?.field === 'line') return [whole];
    const worded = partsOf(text).map(headingOf);
    return worded.every((heading) => heading !== null) ? worded : [];
  }
  // In cells of their own a code and a name are a line that nothing is planned for.
  const [, code, name = ''] = (text.includes('|') ? null : BARE.exec(text)) ?? [];
  // Without a word it is that of a product: nothing else is printed so.
  return code === undefined ? [] : [{ word: '', label: '', code, name, field: 'product' }];
}

/** The part of the budget that a row begins to speak of, whether or not its code can be read; null for any other row. */
export function partNamedBy(cells: readonly string[]): TableField | null {
  const [, word, , first] = /^(\p{L}[\p{L}.-]*)\s*([:=|]|\s(\D|$)|$)/u.exec(textOf(cells) ?? '') ?? [];
  return word === undefined || first === '|' ? null : fieldOfWord(normalWords(word));
}

/** Whether a lone text bears a code, which may be that of a block. */
export function bearsCode(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const codes = filled.length === 1 ? (filled[0] ?? '').match(new RegExp(CODE_BEHIND, 'g')) : null;
  return codes !== null && codes.some((code) => !isYearShaped(code) && !isDayShaped(code));
}

/** The filled cells in one line, a bar between them; null for a row that is no heading. */
function textOf(cells: readonly string[]): string | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !CENTS.test(cell));
  if (filled.length === 0 || filled.length > CELLS_MAX) return null;
  return oneLine(filled.join(' | '));
}

function headingOf(text: string): Heading | null {
  const [, label, code, name = ''] = CODE_FIRST.exec(text) ?? [];
  const heading = label === undefined || code === undefined ? null : headingWith(label, code, name);
  if (heading !== null && heading.field !== null) return heading;
  const [, word, own, behind] = NAME_FIRST.exec(text) ?? NAME_BEHIND_WORD.exec(text) ?? [];
  if (word === undefined || own === undefined || behind === undefined || isYearShaped(behind)) return heading;
  const named = headingWith(word, behind, own);
  return named.field === null ? heading : named;
}

function headingWith(label: string, code: string, name: string): Heading {
  const word = normalWords(label);
  const field = fieldOfWord(word);
  const isSheetOfYear = ACCOUNT_SHEET.test(word) && isYearShaped(code);
  const isWhole = field === 'account' && (partsOfLine(code)?.account.length ?? 0) > SHORT_ACCOUNT;
  return {
    word,
    label,
    code,
    name: name.replaceAll(' | ', ' ').trim(),
    field: isSheetOfYear ? null : isWhole ? 'line' : field,
  };
}

/** `4431.0001` may be an account with a part of its own. */
const SHORT_ACCOUNT = 4;

function fieldOfWord(word: string): TableField | null {
  const [isSheet, last = 'konto'] = ACCOUNT_SHEET.exec(word) ?? [];
  const said = fieldOfHeader(isSheet === undefined ? word : last, 'lines');
  if (said?.certainty !== 'exact' || said.field === 'ignore' || said.field === 'name') return null;
  return PARTS.includes(said.field) ? said.field : null;
}

/** A second heading begins with a word that columns are called by as well; any other word belongs to a name. */
function partsOf(text: string): readonly string[] {
  const starts = [...text.matchAll(BETWEEN)].filter(({ 1: sign, 2: word = '', 3: mark = '', 4: code = '', index }) => {
    const isStart =
      (sign !== undefined && code !== '') ||
      mark === ':' ||
      mark === '=' ||
      (mark === '|' && sign === '|') ||
      // A name may end in `Amt 10`, and hardly in an account.
      (code.length >= SHORT_ACCOUNT && fieldOfWord(normalWords(word)) === 'account' && /\d/.test(text.slice(0, index)));
    return index > 0 && isStart && fieldOfHeader(word, 'lines')?.certainty === 'exact';
  });
  const froms = [0, ...starts.map(({ index, 0: between }) => index + between.length)];
  return froms.map((from, at) => text.slice(from, starts[at]?.index ?? text.length));
}
