import { type NoticeRule, NOTICE_TARGETS, type NoticeTarget, parseUnitPrice } from '../../contract';
import { addDays, plainDate } from '../../shared/plain-date';
import type { NumberStyle } from '../mapping';
import { DateReader } from '../date-cell';
import { oneLine, plainWords, textFault } from '../row-text';
import { monthOfText, monthText } from './month-cell';
import type { RecordField } from './record-fields';

/** A notice period; to which day may stand in a column of its own. */
export type ReadNotice = Omit<NoticeRule, 'to'> & { readonly to: NoticeTarget | null };

export type RecordValue = string | number | ReadNotice;

export type RecordCellRead =
  { readonly ok: true; readonly value: RecordValue | null } | { readonly ok: false; readonly code: string };

/** Why a cell is not what its field holds; each has a sentence that says how it is written. */
const FAULTS = {
  text: 'RECORD_EMPTY',
  day: 'RECORD_DAY',
  price: 'RECORD_PRICE',
  choice: 'RECORD_WORD',
  percent: 'RECORD_PERCENT',
  term: 'RECORD_TERM',
  notice: 'RECORD_NOTICE',
  count: 'RECORD_COUNT',
  days: 'RECORD_COUNT',
  choices: 'RECORD_WORD',
  hours: 'RECORD_HOURS',
  share: 'RECORD_SHARE',
  held: 'RECORD_SHARE',
  postNote: 'RECORD_POST_NOTE',
  month: 'RECORD_MONTH',
  year: 'RECORD_YEAR',
  cases: 'RECORD_CASES',
} as const;

const WHOLE = /^(?:0|[1-9]\d{0,8})$/;
const GROUPED_WHOLE = /^[1-9]\d{0,2}(?:[.\u00A0\u202F ]\d{3})+$/;
const LENGTH = /^(\d{1,4})\s*([a-z]*)/;
const SHARE = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/;
/** How people write that there is none. */
const NONE = /^(?:-|\u2013|\u2014|keine?|nein|ohne|entfallt|entfaellt|none|no|n\/a|unbefristet|unbegrenzt)$/;
/** In numbers of cases a dash may mean 0 or unknown: nobody but the office knows which. */
const COUNTED: readonly RecordField['cell'][] = ['month', 'year', 'cases'];
const YEAR = /^(?:19|20)\d{2}$/;
const HOURS = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:h|std\.?|stunden|hours)?$/;
const PART = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*(%?)(?:\s*(?:vza|vzae|vze|fte))?$/;
const HELD = /^(?:ja|besetzt|voll|ganz|yes|held)$/;
const FREE = /^(?:unbesetzt|frei|vakant|vacant|free)$/;
const NOTE = /^(kw|ku)\b(?:.*?\b(ab|zum|bis|from)?\s*(\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}))?/;
const MILLION = 1_000_000;
const MINUTES_AN_HOUR = 60;
const DAYS_A_WEEK = 7;
const MONTHS_A_YEAR = 12;

/** Reads the cells of records, each by what its field holds. `null` is an empty cell, which says nothing. */
export class RecordCells {
  private readonly days: DateReader;

  constructor(
    private readonly numbers: NumberStyle,
    order: 'dmy' | 'mdy',
  ) {
    this.days = new DateReader(order);
  }

  read(field: RecordField, cell: string): RecordCellRead {
    const text = oneLine(cell);
    const fault = textFault(text, field.cell === 'text' ? field.max : CELL_MAX, field.isRequired);
    if (fault !== null) return { ok: false, code: fault === 'TEXT_REQUIRED' ? FAULTS.text : fault };
    if (text === '') return { ok: true, value: null };
    if (field.cell === 'text') return { ok: true, value: text };
    const plain = plainWords(text);
    if (NONE.test(plain) && !field.isRequired && !COUNTED.includes(field.cell)) return { ok: true, value: null };
    const value = this.valueOf(field, text, plain);
    return value === null ? { ok: false, code: this.faultOf(field, text) } : { ok: true, value };
  }

  private valueOf({ cell, choices, max }: RecordField, text: string, plain: string): RecordValue | null {
    switch (cell) {
      case 'day':
        return this.days.read(text);
      case 'price':
        return this.price(text);
      case 'choice':
        return choices.find(([value, words]) => value === plain || words.test(plain))?.[0] ?? null;
      case 'percent':
        return upTo(basisPointsOf(text), max);
      case 'term':
        return upTo(monthsOf(plain), max);
      case 'notice':
        return noticeOf(plain, max);
      case 'count':
        return upTo(wholeOf(plain.replace(/\s*(?:stuck|stueck|stk\.?)$/, '')), max);
      case 'days':
        return upTo(wholeOf(plain.replace(/\s*(?:tage?|days?)$/, '')), max);
      case 'choices':
        return choicesOf(plain, choices);
      case 'hours':
        return upTo(minutesOf(plain), max);
      case 'share':
        return upTo(shareOf(plain), max);
      case 'held':
        return HELD.test(plain) ? 'held' : FREE.test(plain) ? 0 : upTo(shareOf(plain), max);
      case 'postNote':
        return this.postNote(plain);
      case 'month':
        return this.month(plain);
      case 'year':
        return YEAR.test(plain) ? Number(plain) : null;
      case 'cases':
        return upTo(wholeOf(plain), max);
      case 'text':
        return text;
    }
  }

  /** `kw`, `kw ab 01.01.2028`, `kw 31.12.2027`: without a word the day is the last one of the post, as plans print it. */
  private postNote(plain: string): string | null {
    const [, kind, word, written] = NOTE.exec(plain) ?? [];
    if (kind === undefined) return null;
    if (written === undefined) return /\d/.test(plain) ? null : kind;
    const day = this.days.read(written);
    if (day === null) return null;
    return `${kind} ${word === 'ab' || word === 'from' ? day : addDays(plainDate(day), 1)}`;
  }

  private month(plain: string): string | null {
    const month = monthOfText(plain, this.days);
    return month === null ? null : monthText(month);
  }

  private faultOf({ cell }: RecordField, text: string): string {
    if (cell !== 'price') return FAULTS[cell];
    const read = parseUnitPrice(this.german(text));
    return !read.ok && read.code === 'UNIT_PRICE_AMBIGUOUS' ? 'RECORD_PRICE_OPEN' : FAULTS.price;
  }

  /** Up to six decimals; written the English way where the file does so, and grouped only where the file proves it. */
  private price(text: string): number | null {
    const read = parseUnitPrice(this.german(text));
    return read.ok ? read.value : null;
  }

  private german(text: string): string {
    const { decimal, grouping } = this.numbers;
    const bare = text.replace(/^(?:EUR|Euro|€)\s*|\s*(?:EUR|Euro|€)$/gi, '');
    const ungrouped = grouping === null ? bare : bare.replaceAll(grouping, '');
    return decimal === '.' ? ungrouped.replace(/\.(?=\d{1,6}$)/, ',') : ungrouped;
  }
}

const CELL_MAX = 200;

const upTo = (value: number | null, max: number): number | null => (value === null || value > max ? null : value);

/** Words of a list with commas, `und` or blanks between them; null when one of them is not known. */
function choicesOf(plain: string, choices: RecordField['choices']): string | null {
  const words = plain.split(/\s*(?:,|;|\/|\+|\bund\b|\band\b)\s*/).filter((word) => word !== '');
  const found = words.map((word) => choices.find(([value, test]) => value === word || test.test(word))?.[0] ?? null);
  return found.length === 0 || found.includes(null) ? null : [...new Set(found)].join(',');
}

function minutesOf(plain: string): number | null {
  const parts = HOURS.exec(plain);
  if (parts === null) return null;
  const hours = Number(`${parts[1]}.${parts[2] ?? '0'}`);
  return hours > 0 ? Math.round(hours * MINUTES_AN_HOUR) : null;
}

/** `0,5`, `50 %`, `50`: a whole number above one is percent, `1,5` is more than a post. */
function shareOf(plain: string): number | null {
  const parts = PART.exec(plain);
  if (parts === null) return null;
  const number = Number(`${parts[1]}.${parts[2] ?? '0'}`);
  const isPercent = parts[3] === '%' || (number > 1 && parts[2] === undefined);
  return Math.round((isPercent ? number / 100 : number) * MILLION);
}

function wholeOf(text: string): number | null {
  const digits = GROUPED_WHOLE.test(text) ? text.replace(/[.\s\u00A0\u202F]/g, '') : text.replace(/[.,]0+$/, '');
  return WHOLE.test(digits) ? Number(digits) : null;
}

function basisPointsOf(text: string): number | null {
  const parts = SHARE.exec(text);
  return parts === null ? null : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** `12`, `12 Monate`, `1 Jahr`, `2 Quartale`: months. Renewal by weeks or days does not exist here. */
function monthsOf(text: string): number | null {
  const parts = LENGTH.exec(text);
  if (parts === null) return null;
  const [count, unit = ''] = [Number(parts[1]), parts[2]];
  if (unit === '' || unit.startsWith('mo')) return count > 0 ? count : null;
  if (/^(?:jahr|year|y|j)/.test(unit)) return count > 0 ? count * MONTHS_A_YEAR : null;
  if (/^quart/.test(unit)) return count > 0 ? count * 3 : null;
  return null;
}

/** `3 Monate zum Jahresende`, `90 Tage`, `6 Wochen zum Quartalsende`. A number alone is months. */
function noticeOf(text: string, max: number): ReadNotice | null {
  const parts = LENGTH.exec(text);
  if (parts === null) return null;
  const [count, unit = ''] = [Number(parts[1]), parts[2]];
  const to = targetOf(text.slice(parts[0].length));
  const inDays = /^(?:tag|day|d$|t$)/.test(unit) ? count : /^(?:woche|week|w$)/.test(unit) ? count * DAYS_A_WEEK : null;
  const length = upTo(inDays ?? (count === 0 ? 0 : monthsOf(parts[0])), max);
  return length === null ? null : { length, unit: inDays === null ? 'months' : 'days', to };
}

const TARGET_WORDS: Readonly<Record<NoticeTarget, RegExp>> = {
  term_end: /laufzeit|vertragsende|ablauf|term/,
  month_end: /monat|month/,
  quarter_end: /quartal|quarter|vierteljahr/,
  half_year_end: /halbjahr|half/,
  year_end: /jahr|year/,
};

function targetOf(text: string): NoticeTarget | null {
  return NOTICE_TARGETS.find((target) => TARGET_WORDS[target].test(text)) ?? null;
}
