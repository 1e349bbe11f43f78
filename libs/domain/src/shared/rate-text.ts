import type { Checked } from './outcome';
import { MINUS } from './amount-format';

/** A rate in hundredths of a percent: 250 is +2.5 %. */
export type BasisPoints = number;

const RATE = /^([+\-\u2212]?)\s?(0|[1-9][0-9]{0,2})(?:[.,]([0-9]{1,2}))?(?:\s?%)?$/;

/**
 * Reads a typed rate such as `2,5`, `+2,5 %`, `-1` or `0`: at most two decimals, since a rate is exact to a hundredth of a
 * percent. Anything else is `RATE_FORMAT`, beyond the largest rate `RATE_RANGE`.
 */
export function parseRate(
  raw: string,
  maxBasisPoints: BasisPoints,
): Checked<BasisPoints, 'RATE_FORMAT' | 'RATE_RANGE'> {
  const parts = RATE.exec(raw.trim());
  if (parts === null) return { ok: false, code: 'RATE_FORMAT' };
  const [, sign = '', whole = '', fraction = ''] = parts;
  const size = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (size > maxBasisPoints) return { ok: false, code: 'RATE_RANGE' };
  const isNegative = (sign === '-' || sign === MINUS) && size > 0;
  return { ok: true, value: isNegative ? -size : size };
}

/** Writes a rate with its sign: `+2,5 %`, `−1 %`, `0 %`; in English `+2.5%`. */
export function formatRate(basisPoints: BasisPoints, locale: 'de' | 'en'): string {
  const size = Math.abs(basisPoints);
  const fraction = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const decimals = fraction === '' ? '' : `${locale === 'de' ? ',' : '.'}${fraction}`;
  const sign = basisPoints < 0 ? MINUS : basisPoints > 0 ? '+' : '';
  return `${sign}${Math.trunc(size / 100)}${decimals}${locale === 'de' ? '\u00A0' : ''}%`;
}

/** Writes a share with both decimals and without a sign: `45,50 %`, `100,00 %`; in English `45.50%`. */
export function formatShare(basisPoints: BasisPoints, locale: 'de' | 'en'): string {
  const fraction = String(basisPoints % 100).padStart(2, '0');
  const number = `${Math.trunc(basisPoints / 100)}${locale === 'de' ? ',' : '.'}${fraction}`;
  return `${number}${locale === 'de' ? '\u00A0' : ''}%`;
}
