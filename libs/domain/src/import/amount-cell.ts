import { MAX_AMOUNT_CENTS } from '../shared/cents';
import type { NumberStyle, UnitFactor } from './mapping';

/** Why a cell is no amount. `AMOUNT_REQUIRED` is an empty one: blank is not zero. */
export type AmountFault = 'AMOUNT_REQUIRED' | 'AMOUNT_FORMAT' | 'AMOUNT_AMBIGUOUS' | 'AMOUNT_RANGE';

const [ZERO, NINE] = [48, 57];
const MINUSES = new Set(['-', '\u2212', '\u2013']);
/** Blank, no-break blank, thin blank, narrow no-break blank. */
const BLANKS = new Set([' ', '\u00A0', '\u2009', '\u202F', '\t']);
const APOSTROPHES = new Set(["'", '\u2019', '\u00B4']);
/** How tables write that there is nothing (DIN 55301). */
const NOTHING = new Set(['-', '\u2013', '\u2014', '\u2212', '.', './.']);
/** What programs write for a cell without a value. */
const MISSING = /^(?:nan|null|none|n\/a|#n\/[av])$/i;
/** `1.500,-` and `1.500,--` are whole amounts. */
const NO_CENTS = /(?<=\d),[-\u2013]{1,2}$/;
/** A cell may say its own unit, behind the number or before it; then that of the table does not count. */
const OWN_UNIT =
  /\s*(mio\.?|millionen|tsd\.?|tausend|t(?=\s?(?:€|eur)))\s*(?:€|eur|euro)?$|^(?:(mio\.?|tsd\.?)\s*(?:€|eur|euro)?|(t)\s?(?:€|eur))\s*(?=[-+(\u2212]?\d)/i;
const POWER = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i;
const CURRENCY = /^(\(?)(?:€|EUR|Euro|GBP|£|CHF|\$)\s*|\s*(?:€|EUR|Euro|GBP|£|CHF|\$)(\)?)$/i;
/** Groups of three by any sign but the decimal one, with cents or without. */
const GROUPED = {
  ',': /^([1-9]\d{0,2}([.'\u2019\u00B4 \u00A0\u2009\u202F])\d{3}(?:\2\d{3})*)(?:,(\d{1,2}))?$/,
  '.': /^([1-9]\d{0,2}([,'\u2019\u00B4 \u00A0\u2009\u202F])\d{3}(?:\2\d{3})*)(?:\.(\d{1,2}))?$/,
} as const;
/** Euros and cents with the sign between them that is not the decimal one. */
const OTHER_POINT = { ',': /^(0|[1-9]\d*)\.(\d{2})$/, '.': /^(0|[1-9]\d*),(\d{2})$/ } as const;
/** Signs that may stand before the cents as well as between groups. */
const POINTS = new Set(['.', ',']);
const DIGITS_MAX = 15;
const SCALE: Readonly<Record<UnitFactor, number>> = { 1: 2, 1000: 5, 1_000_000: 8 };

/**
 * Reads the amounts of one file, written as its mapping says. Made for millions of cells: a number comes back, and why there
 * is none stands in `fault` until the next cell. Exact cents; what is finer than a cent is rounded half away from zero and
 * counted in `rounded`.
 */
export class AmountReader {
  /** Why the last cell was no amount; null when it was one. */
  fault: AmountFault | null = null;
  rounded = 0;
  private readonly scale: number;
  private readonly decimal: NumberStyle['decimal'];
  private readonly isGroup: (letter: string) => boolean;

  constructor(
    private readonly style: NumberStyle,
    factor: UnitFactor,
  ) {
    this.scale = SCALE[factor];
    this.decimal = style.decimal;
    this.isGroup = groupTest(style.grouping);
  }

  /** Whole cents in the file's own sign; 0 with a `fault` when the cell is no amount. */
  read(cell: string): number {
    this.fault = null;
    if (isDigit(cell, 0) && isDigit(cell, cell.length - 1)) return this.readPlain(cell);
    const text = withoutCurrency(withoutUnit(withoutMark(withoutNote(cell.trim()))));
    if (text === '' || NOTHING.has(text) || MISSING.test(text)) return this.refuse('AMOUNT_REQUIRED');
    const unit = OWN_UNIT.exec(cell.trim())?.slice(1).find(Boolean);
    if (unit !== undefined) return this.readWithUnit(text, /^m/i.test(unit) ? 1_000_000 : 1000);
    return this.readPlain(text.replace(NO_CENTS, ''));
  }

  private readWithUnit(text: string, factor: UnitFactor): number {
    const reader = new AmountReader(this.style, factor);
    const cents = reader.readPlain(text);
    this.fault = reader.fault;
    this.rounded += reader.rounded;
    return cents;
  }

  private readPlain(text: string): number {
    let from = 0;
    let to = text.length;
    let isNegative = false;
    const isPlus = text.startsWith('+');
    if (!isDigit(text, 0) && !text.startsWith(this.decimal)) {
      if (MINUSES.has(text.charAt(0))) isNegative = true;
      else if (!isPlus && !(this.style.parentheses && text.startsWith('(') && text.endsWith(')'))) return this.refuse();
      if (text.startsWith('(')) {
        isNegative = true;
        to -= 1;
      }
      from = 1;
    }
    if (!isNegative && !isPlus && MINUSES.has(text.charAt(to - 1))) {
      isNegative = true;
      to -= 1;
    }
    while (from < to && BLANKS.has(text.charAt(from))) from += 1;
    while (to > from && BLANKS.has(text.charAt(to - 1))) to -= 1;
    const unsigned = this.readDigits(text, from, to);
    return isNegative && unsigned !== 0 ? -unsigned : unsigned;
  }

  private readDigits(text: string, from: number, to: number): number {
    let value = 0;
    let digits = 0;
    let decimals = -1;
    let groupAt = -1;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at) - ZERO;
      if (code >= 0 && code <= 9) {
        value = value * 10 + code;
        digits += 1;
        if (decimals >= 0) decimals += 1;
        continue;
      }
      const letter = text.charAt(at);
      if (letter === this.decimal && decimals < 0) {
        if (groupAt >= 0 && at - groupAt !== 4) return this.refuse();
        decimals = 0;
      } else if (decimals < 0 && this.isGroup(letter)) {
        const before = groupAt < 0 ? at - from : at - groupAt - 1;
        if (groupAt < 0 ? before < 1 || before > 3 : before !== 3) return this.refuse();
        groupAt = at;
      } else return this.readOddly(text.slice(from, to));
    }
    if (digits === 0 || decimals === 0 || (decimals < 0 && groupAt >= 0 && to - groupAt !== 4)) return this.refuse();
    if (hasNeedlessZero(text, from, to, this.decimal)) return this.refuse();
    if (decimals === 3 && this.decimal === ',' && this.scale === 2 && groupAt < 0)
      return this.refuse('AMOUNT_AMBIGUOUS');
    return this.inCents(value, digits, Math.max(decimals, 0));
  }

  /**
   * A sign that the style does not know may still prove itself: `1.234,56` and `1.234.567` beside `1 234`, and `1234.56` in a
   * German file without groups.
   */
  private readOddly(text: string): number {
    if (POWER.test(text)) return this.readPower(text);
    const isGroupingKnown = this.style.grouping !== null;
    const [, whole = '', sign = '', decimals = ''] = GROUPED[this.decimal].exec(text) ?? [];
    const groups = whole.split(sign);
    if (sign !== '') {
      const isProven = decimals !== '' || groups.length > 2 || !POINTS.has(sign);
      return isProven ? this.joined(groups, decimals) : this.refuse(isGroupingKnown ? undefined : 'AMOUNT_AMBIGUOUS');
    }
    const [, euros, cents] = (isGroupingKnown ? null : OTHER_POINT[this.decimal].exec(text)) ?? [];
    return euros === undefined || cents === undefined ? this.refuse() : this.joined([euros], cents);
  }

  /**
   * `4.7215E7` is a number in full as long as it tells every euro. What a spreadsheet has cut to a few digits, such as
   * `4,72E+07`, tells less than was planned.
   */
  private readPower(text: string): number {
    const [, first = '', after = '', power = ''] = POWER.exec(text) ?? [];
    const shift = Number(power);
    const isCut = text.includes('+') && after.length < shift;
    if (isCut || after.length > shift + 2) return this.refuse();
    const whole = first + after.slice(0, shift).padEnd(shift, '0');
    return this.joined([whole], after.slice(shift));
  }

  private joined(groups: readonly string[], decimals: string): number {
    const digits = groups.join('') + decimals;
    return this.inCents(Number(digits), digits.length, decimals.length);
  }

  private inCents(value: number, digits: number, decimals: number): number {
    if (digits > DIGITS_MAX && value > Number.MAX_SAFE_INTEGER) return this.refuse('AMOUNT_RANGE');
    const shift = this.scale - decimals;
    let cents = value;
    if (shift >= 0) cents = value * 10 ** shift;
    else {
      const divisor = 10 ** -shift;
      const rest = value % divisor;
      cents = (value - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
      if (rest !== 0) this.rounded += 1;
    }
    return cents > MAX_AMOUNT_CENTS ? this.refuse('AMOUNT_RANGE') : cents;
  }

  private refuse(fault: AmountFault = 'AMOUNT_FORMAT'): number {
    this.fault = fault;
    return 0;
  }
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

function groupTest(grouping: NumberStyle['grouping']): (letter: string) => boolean {
  if (grouping === null) return () => false;
  if (grouping === ' ') return (letter) => BLANKS.has(letter);
  if (grouping === "'") return (letter) => APOSTROPHES.has(letter);
  return (letter) => letter === grouping;
}

/** `1.234,56 H` as some lists print it: H for Haben stands for a minus, S for Soll for none. */
const MARK = /^(\d.*?)\s*([SH])$/;

export const hasMark = (cell: string): boolean => MARK.test(cell.trim());

export function withoutMark(text: string): string {
  // Hardly any cell ends in one, and there are millions of cells.
  if (!text.endsWith('S') && !text.endsWith('H')) return text;
  const [, amount, mark] = MARK.exec(text) ?? [];
  return amount === undefined ? text : `${mark === 'H' ? '-' : ''}${amount}`;
}

/** `10.500,00 €*` and `8.700 ¹)`: what stands behind the number points to a remark below the table. */
const NOTE = /(?<=[\d\u20AC])\s*(?:[*\u2020]{1,3}|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,2})\)?$/u;

export function withoutNote(text: string): string {
  // Hardly any cell has one, and there are millions of cells.
  return isDigit(text, text.length - 1) || text.endsWith('\u20AC') ? text : text.replace(NOTE, '');
}

/** Without `Mio.`, `Tsd. €` or `TEUR` behind the number. */
export function withoutUnit(text: string): string {
  return text.replace(OWN_UNIT, '');
}

/** Without blanks and the sign of the currency around it, also within brackets. */
export function withoutCurrency(cell: string): string {
  const text = cell.trim();
  return CURRENCY.test(text) ? text.replace(CURRENCY, '$1$2').trim() : text;
}

/** `007` is a code, not an amount. */
function hasNeedlessZero(text: string, from: number, to: number, decimal: string): boolean {
  return text.charCodeAt(from) === ZERO && to - from > 1 && text.charAt(from + 1) !== decimal;
}
