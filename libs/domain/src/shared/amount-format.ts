import type { Cents } from './cents';

/** Languages the program speaks. */
export type Locale = 'de' | 'en';

/** How an amount is written. */
export interface AmountFormat {
  /** `negative` (default) marks only a minus; `always` marks a change with + or minus, zero stays bare. */
  readonly sign?: 'negative' | 'always';
  /** Whether the sign of the currency is written; true when left out. Tables say it once in the column head. */
  readonly unit?: boolean;
  /** The city's currency as ISO 4217 names it; `EUR` when left out. */
  readonly currency?: string;
  /** `cents` (default) is exact; `euros` rounds half away from zero, for headlines and chart labels only. */
  readonly precision?: 'cents' | 'euros';
}

/** U+2212, the true minus: as wide as a digit and never broken from its number. */
export const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00A0';
const SEPARATORS = { de: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$' };

/** How a currency is written beside an amount: its sign, or its code where it has no sign of its own. */
export function currencySign(currency: string): string {
  return CURRENCY_SIGNS[currency] ?? currency;
}

/** Writes an amount: `1.234,56 €` in German, `€1,234.56` in English. Works on digits, never on fractions of a number. */
export function formatCents(amountCents: Cents, locale: Locale, format: AmountFormat = {}): string {
  const number = format.precision === 'euros' ? wholeEuros(amountCents, locale) : exactAmount(amountCents, locale);
  const sign = signOf(amountCents, number, format.sign ?? 'negative');
  if (format.unit === false) return `${sign}${number}`;
  const unit = currencySign(format.currency ?? 'EUR');
  if (locale === 'de') return `${sign}${number}${NO_BREAK_SPACE}${unit}`;
  return unit.length > 1 ? `${sign}${unit}${NO_BREAK_SPACE}${number}` : `${sign}${unit}${number}`;
}

/** Writes an amount for CSV and form fields that a program reads again: `-1234,56`, no grouping, ASCII minus. */
export function plainAmount(amountCents: Cents): string {
  const { euros, fraction } = digitsOf(amountCents);
  return `${amountCents < 0 ? '-' : ''}${euros},${fraction}`;
}

/**
 * Writes a share in whole percent, rounded half away from zero: `76 %`, in English `76%`. Null when there is no whole to
 * have a share of.
 */
export function formatPercent(part: number, whole: number, locale: Locale): string | null {
  if (whole === 0) return null;
  const percent = Math.round((Math.abs(part) / Math.abs(whole)) * 100);
  const sign = percent !== 0 && part < 0 !== whole < 0 ? MINUS : '';
  return `${sign}${grouped(String(percent), locale)}${locale === 'de' ? NO_BREAK_SPACE : ''}%`;
}

function exactAmount(amountCents: Cents, locale: Locale): string {
  const { euros, fraction } = digitsOf(amountCents);
  return `${grouped(euros, locale)}${SEPARATORS[locale].decimal}${fraction}`;
}

function wholeEuros(amountCents: Cents, locale: Locale): string {
  const roundedHundreds = digitsOf(Math.abs(amountCents) + 50);
  return grouped(roundedHundreds.euros, locale);
}

function digitsOf(amountCents: number): { euros: string; fraction: string } {
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  return { euros: digits.slice(0, -2), fraction: digits.slice(-2) };
}

function grouped(euros: string, locale: Locale): string {
  return euros.replace(/\B(?=(?:[0-9]{3})+$)/g, SEPARATORS[locale].group);
}

/** An amount that rounds to nothing bears no sign: there is no minus zero on screen. */
function signOf(amountCents: Cents, number: string, sign: 'negative' | 'always'): string {
  if (/^[0.,]*$/.test(number)) return '';
  if (amountCents < 0) return MINUS;
  return sign === 'always' ? '+' : '';
}
