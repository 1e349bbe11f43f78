const WHOLE_MAX = 1_000_000;

/** A whole number as people write it (`40`, `1.200`); null is empty, undefined is not readable. */
export function readWhole(text: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0]/g, '');
  if (typed === '') return null;
  if (!/^(0|[1-9][0-9]{0,6}|[1-9][0-9]{0,2}(\.[0-9]{3}){1,2})$/.test(typed)) return undefined;
  const value = Number(typed.replaceAll('.', ''));
  return value <= WHOLE_MAX ? value : undefined;
}

/** A number with decimals, in whole units of the last one: `2,5` with two decimals is 250. */
export function readDecimal(text: string, decimals: number): number | null | undefined {
  const typed = text.replace(/[\s\u00a0%]/g, '');
  if (typed === '') return null;
  const parts = /^(0|[1-9][0-9]{0,2})(?:,([0-9]+))?$/.exec(typed);
  const rest = parts?.[2] ?? '';
  if (parts === null || rest.length > decimals) return undefined;
  return Number(`${parts[1]}${rest.padEnd(decimals, '0')}`);
}

/** The other way round: 250 with two decimals is `2,5`; nothing is empty. */
export function numberText(value: number | null, decimals: number): string {
  if (value === null || (value === 0 && decimals === 2)) return '';
  const digits = String(value).padStart(decimals + 1, '0');
  const [whole, rest] = [digits.slice(0, -decimals), digits.slice(-decimals).replace(/0+$/, '')];
  return rest === '' ? whole : `${whole},${rest}`;
}
