import { cents as wholeCents, currencySign, formatCents as writeCents, MINUS } from '@etatlotse/domain/shared';
import { currency } from '../language/currency';
import { language, localeTag } from '../language/language';

export { MINUS };

/** No line may break between a figure and its unit. */
export const NBSP = '\u00a0';

const integerFormats = new Map<string, Intl.NumberFormat>();
const decimalFormats = new Map<string, Intl.NumberFormat>();

function groups(value: number): string {
  const tag = localeTag();
  let format = integerFormats.get(tag);
  if (!format) integerFormats.set(tag, (format = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })));
  return format.format(value);
}

function sign(value: number, isSigned: boolean): string {
  if (value < 0) return MINUS;
  return isSigned && value > 0 ? '+' : '';
}

/** Exact amount without unit, for table cells whose head says "in €": `1.234,56`. */
export function formatCents(amountCents: number, isSigned = false): string {
  return writeCents(wholeCents(amountCents), language(), { unit: false, sign: isSigned ? 'always' : 'negative' });
}

/** Exact amount with unit: `1.234,56 €`, in English `€1,234.56`. */
export function formatEuro(amountCents: number, isSigned = false): string {
  const sign = isSigned ? 'always' : 'negative';
  return writeCents(wholeCents(amountCents), language(), { sign, currency: currency() });
}

/** Whole euro for headlines and labels: `750.000 €`. Rounded half away from zero; never use it in a refusal. */
export function formatWholeEuro(amountCents: number, isSigned = false): string {
  const sign = isSigned ? 'always' : 'negative';
  return writeCents(wholeCents(amountCents), language(), { precision: 'euros', sign, currency: currency() });
}

/** Short form for charts: `950 €`, `446 Tsd. €`, `3,5 Mio. €`. */
export function formatShortEuro(amountCents: number): string {
  const euro = wholeEuro(amountCents);
  if (euro < 1_000) return formatWholeEuro(amountCents);
  const isMillion = euro >= 1_000_000;
  const scaled = isMillion ? formatNumber(euro / 1_000_000, 1).replace(/[,.]0$/, '') : groups(Math.round(euro / 1_000));
  const unit = currencySign(currency());
  const gap = unit.length > 1 ? NBSP : '';
  if (language() === 'en') return `${sign(amountCents, false)}${unit}${gap}${scaled}${isMillion ? 'm' : 'k'}`;
  return `${sign(amountCents, false)}${scaled}${NBSP}${isMillion ? 'Mio.' : 'Tsd.'}${NBSP}${unit}`;
}

/** A plain number with a fixed count of decimals (default none), true minus. */
export function formatNumber(value: number, decimals = 0, isSigned = false): string {
  const key = `${localeTag()}:${decimals}`;
  let format = decimalFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeTag(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    decimalFormats.set(key, format);
  }
  return sign(value, isSigned) + format.format(Math.abs(value));
}

/** A share between 0 and 1 as `76 %`. */
export function formatPercent(share: number, decimals = 0): string {
  return language() === 'de'
    ? `${formatNumber(share * 100, decimals)}${NBSP}%`
    : `${formatNumber(share * 100, decimals)}%`;
}

/** Full-time equivalents with one decimal: `6,2 VZÄ`. */
export function formatFte(fte: number, decimals = 1): string {
  return `${formatNumber(fte, decimals)}${NBSP}${language() === 'de' ? 'VZÄ' : 'FTE'}`;
}

/** Whole euro without sign, rounded half away from zero. */
function wholeEuro(amountCents: number): number {
  const size = Math.abs(amountCents) + 50;
  return (size - (size % 100)) / 100;
}
