import { dayOfText } from '../../import/date-cell';
import { formatCents } from '../../shared/amount-format';
import { parseCellAmount } from '../../shared/cell-amount';
import { cents } from '../../shared/cents';
import { formatRate, parseRate } from '../../shared/rate-text';
import { checkText } from '../../shared/text';

/** What may stand in a cell. */
export type CellKind =
  | { readonly kind: 'text'; readonly max: number; readonly multiline: boolean }
  | { readonly kind: 'choice'; readonly words: Readonly<Record<string, string>> }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  /** A year of the round's window. */
  | { readonly kind: 'year' }
  | { readonly kind: 'day' }
  | { readonly kind: 'amount'; readonly maxCents: number }
  | { readonly kind: 'rate'; readonly min: number; readonly max: number }
  | { readonly kind: 'papers' };

/** What a cell says, once read: text, a code, a number, cents or basis points. Null is blank. */
export type CellValue = string | number | readonly string[] | null;

/** Why a cell cannot be taken over. */
export type CellCode =
  | 'TEXT_TOO_LONG'
  | 'TEXT_UNREADABLE'
  | 'CHOICE_UNKNOWN'
  | 'WHOLE_FORMAT'
  | 'YEAR_OUTSIDE'
  | 'DATE_FORMAT'
  | 'AMOUNT_FORMAT'
  | 'AMOUNT_RANGE'
  | 'AMOUNT_AMBIGUOUS'
  | 'RATE_FORMAT'
  | 'PAPER_FORMAT'
  | 'REQUIRED';

export type CellReading =
  { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly code: CellCode };

const PAPER = /^[0-9]{2}-[0-9]{5}(-[0-9]{2})?$/;
const PAPERS_MAX = 20;

/** Reads a cell as people and spreadsheets write it. Nothing is guessed. */
export function readCell(kind: CellKind, raw: string, years: readonly number[]): CellReading {
  const text = raw.trim();
  if (kind.kind === 'text') return readText(kind, text);
  if (kind.kind === 'papers') return readPapers(text);
  if (text === '') return value(null);
  switch (kind.kind) {
    case 'choice': {
      const found = Object.entries(kind.words).find(([code, word]) => isSameWord(word, text) || code === text);
      return found === undefined ? wrong('CHOICE_UNKNOWN') : value(found[0]);
    }
    case 'whole': {
      const whole = wholeOf(text);
      return whole === null || whole < kind.min || whole > kind.max ? wrong('WHOLE_FORMAT') : value(whole);
    }
    case 'year': {
      const year = /^\d{4}$/.test(text) ? Number(text) : null;
      return year !== null && years.includes(year) ? value(year) : wrong('YEAR_OUTSIDE');
    }
    case 'day': {
      const day = dayOfText(text, 'dmy');
      return day === null ? wrong('DATE_FORMAT') : value(day);
    }
    case 'amount': {
      const amount = parseCellAmount(text, { maxCents: cents(kind.maxCents) });
      return typeof amount === 'string' ? wrong(amount) : value(amount);
    }
    case 'rate': {
      const rate = parseRate(text, Math.max(-kind.min, kind.max));
      return rate.ok && rate.value >= kind.min && rate.value <= kind.max ? value(rate.value) : wrong('RATE_FORMAT');
    }
  }
}

/** What a value reads like to a person, in German as the sheet. */
export function shownCell(kind: CellKind, shown: CellValue): string {
  if (shown === null || shown === '') return '';
  if (typeof shown === 'object') return shown.join(', ');
  if (kind.kind === 'choice') return kind.words[String(shown)] ?? String(shown);
  if (kind.kind === 'day') return String(shown).split('-').reverse().join('.');
  if (kind.kind === 'amount') return formatCents(cents(Number(shown)), 'de');
  if (kind.kind === 'rate') return formatRate(Number(shown), 'de').replace('+', '');
  return String(shown);
}

/** Whether two values say the same; a spreadsheet changes line ends and drops blanks at both ends. */
export function isSameCell(first: CellValue, second: CellValue): boolean {
  return plain(first) === plain(second);
}

function plain(cell: CellValue): string {
  return typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').trim() : JSON.stringify(cell);
}

function readText({ max, multiline }: CellKind & { readonly kind: 'text' }, text: string): CellReading {
  const checked = checkText(text.replaceAll('\r\n', '\n'), { max, required: false, multiline });
  if (checked.ok) return value(checked.value);
  return wrong(checked.code === 'TEXT_TOO_LONG' ? 'TEXT_TOO_LONG' : 'TEXT_UNREADABLE');
}

function readPapers(text: string): CellReading {
  const papers = text.split(/[,;\s]+/).filter((one) => one !== '');
  const areRight = papers.length <= PAPERS_MAX && papers.every((one) => PAPER.test(one));
  return areRight ? value(papers) : wrong('PAPER_FORMAT');
}

/** `40`, `1.200`; a whole number has no decimals, so a point groups thousands. */
function wholeOf(text: string): number | null {
  const typed = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (!/^(?:0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2})$/.test(typed)) return null;
  return Number(typed.replaceAll('.', ''));
}

function isSameWord(first: string, second: string): boolean {
  return first.toLocaleLowerCase('de') === second.toLocaleLowerCase('de');
}

function value(read: CellValue): CellReading {
  return { ok: true, value: read };
}

function wrong(code: CellCode): CellReading {
  return { ok: false, code };
}
