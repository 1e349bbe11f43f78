import type { NumberFormat } from './number-format';

const DAY_MS = 86_400_000;
const SIGNIFICANT_DIGITS = 15;
const SECONDS_A_DAY = 86_400;
/** Largest day a spreadsheet knows: 31.12.9999. */
const LAST_SERIAL = 2_958_465;

export interface NumberText {
  readonly text: string;
  /** The cell holds more decimals than it shows, and what it shows was taken. */
  readonly isRounded: boolean;
}

/**
 * A number of a workbook as one plain text: `1234`, `1234.50`, never three decimals (which could be read as thousands),
 * without the noise of binary fractions beyond 15 digits. Dates are `YYYY-MM-DD`, times `HH:MM:SS`, shares `19%`. Where a
 * format shows fewer decimals than the cell holds, cents are what the person sees. Null where there is no such number.
 */
export function numberText(raw: string, format: NumberFormat, isFrom1904: boolean): NumberText | null {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return null;
  if (format.kind === 'date' || format.kind === 'time') {
    const day = dayText(value, format.kind, isFrom1904);
    if (day !== null) return { text: day, isRounded: false };
  }
  const { negative, digits, scale } = decimalOf(format.kind === 'percent' ? value * 100 : value);
  const shownScale = format.decimals === null ? scale : Math.max(2, format.decimals);
  const rounded = scale > shownScale ? roundedTo(digits, scale, shownScale) : { digits, scale };
  const text = plainText(negative, rounded.digits, rounded.scale);
  return { text: format.kind === 'percent' ? `${text}%` : text, isRounded: scale > shownScale };
}

/** The shortest decimal of at most 15 digits, which is what a spreadsheet shows. */
function decimalOf(value: number): { negative: boolean; digits: string; scale: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(Number(value.toPrecision(SIGNIFICANT_DIGITS)))
    .toExponential()
    .split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = whole + fraction;
  return scale >= 0
    ? { negative: value < 0, digits, scale }
    : { negative: value < 0, digits: digits + '0'.repeat(-scale), scale: 0 };
}

/** Half away from zero, on the digits. */
function roundedTo(digits: string, scale: number, wanted: number): { digits: string; scale: number } {
  const padded = digits.padStart(scale + 1, '0');
  const kept = padded.slice(0, padded.length - (scale - wanted));
  const isUp = (padded[kept.length] ?? '0') >= '5';
  return { digits: String(BigInt(kept) + (isUp ? 1n : 0n)), scale: wanted };
}

function plainText(negative: boolean, digits: string, scale: number): string {
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, '');
  const shown = fraction === '' ? '' : `.${fraction.padEnd(fraction.length === 3 ? 4 : 2, '0')}`;
  const sign = negative && /[1-9]/.test(digits) ? '-' : '';
  return sign + whole + shown;
}

/** Days are counted from 1900, which spreadsheets take for a leap year, or from 1904. Time without a day is below 1. */
function dayText(value: number, kind: 'date' | 'time', isFrom1904: boolean): string | null {
  if (value < 0 || value > LAST_SERIAL) return null;
  if (kind === 'time' && value < 1) {
    const seconds = Math.round(value * SECONDS_A_DAY);
    const part = (unit: number): string => String(Math.floor(seconds / unit) % 60).padStart(2, '0');
    return `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${part(60)}:${part(1)}`;
  }
  const serial = Math.floor(value);
  const firstDay = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(firstDay + serial * DAY_MS).toISOString().slice(0, 10);
}
