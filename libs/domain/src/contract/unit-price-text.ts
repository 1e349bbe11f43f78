import type { Locale } from '../shared/amount-format';
import type { Checked } from '../shared/outcome';

/** Decimals of a unit price: millionths of the currency. */
const DECIMALS = 6;
const SHOWN_DECIMALS = 2;
/** The largest price of one unit: 1,000,000,000.00. */
const MAX_MICROS = 1_000_000_000_000_000;
const WHOLE = '(?:0|[1-9][0-9]*)';
const GROUPED = '[1-9][0-9]{0,2}(?:\\.[0-9]{3})+';
const PRICE = new RegExp(`^(${WHOLE}|${GROUPED})(?:,([0-9]{1,${DECIMALS}}))?$`);
const POINT_PRICE = new RegExp(`^(${WHOLE})\\.([0-9]{2})$`);
const AMBIGUOUS = /^[1-9][0-9]{0,2}\.[0-9]{3}$/;

/**
 * Reads the price of one unit, with up to six decimals: `4,995`, `1.234,50`, `12`. `4.995` could be thousands or a fraction
 * and is asked, never guessed.
 */
export function parseUnitPrice(
  raw: string,
): Checked<number, 'UNIT_PRICE_FORMAT' | 'UNIT_PRICE_AMBIGUOUS' | 'UNIT_PRICE_RANGE'> {
  const text = raw.replace(/[\s\u00a0\u202f]|€/g, '');
  if (AMBIGUOUS.test(text)) return { ok: false, code: 'UNIT_PRICE_AMBIGUOUS' };
  const parts = PRICE.exec(text) ?? POINT_PRICE.exec(text);
  if (parts === null) return { ok: false, code: 'UNIT_PRICE_FORMAT' };
  const micros = Number(`${(parts[1] ?? '').replaceAll('.', '')}${(parts[2] ?? '').padEnd(DECIMALS, '0')}`);
  return micros <= MAX_MICROS ? { ok: true, value: micros } : { ok: false, code: 'UNIT_PRICE_RANGE' };
}

/** Writes the price of one unit without its currency: two decimals at least, as many as it has: `4,995`, `1.234,50`. */
export function formatUnitPrice(micros: number, locale: Locale): string {
  const digits = String(micros).padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '').padEnd(SHOWN_DECIMALS, '0');
  const [group, decimal] = locale === 'de' ? ['.', ','] : [',', '.'];
  return `${digits.slice(0, -DECIMALS).replace(/\B(?=(?:[0-9]{3})+$)/g, group ?? '')}${decimal ?? ''}${fraction}`;
}
