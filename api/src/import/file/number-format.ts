/** What the format of a cell makes of its number. */
export interface NumberFormat {
  readonly kind: 'number' | 'date' | 'time' | 'percent';
  /** Decimals that are shown; null where the format says nothing about them. */
  readonly decimals: number | null;
}

export const GENERAL: NumberFormat = { kind: 'number', decimals: null };

const DATE: NumberFormat = { kind: 'date', decimals: null };
const TIME: NumberFormat = { kind: 'time', decimals: null };

/** Formats that every spreadsheet knows by number (ECMA-376, 18.8.30). */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return TIME;
  if (id === 9 || id === 10) return { kind: 'percent', decimals: id === 9 ? 0 : 2 };
  if ([1, 3, 5, 6, 37, 38, 41, 42].includes(id)) return { kind: 'number', decimals: 0 };
  return [2, 4, 7, 8, 39, 40, 43, 44].includes(id) ? { kind: 'number', decimals: 2 } : GENERAL;
}

/** What a format of the workbook's own means, by its first section: `#,##0.00 [$€-407];-#,##0.00` has two decimals. */
export function formatOf(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)[0];
  if (bare === undefined || /general|standard|@|e[+-]/i.test(bare)) return GENERAL;
  if (/[yjdtg]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return DATE;
  if (/[hs]/i.test(bare)) return TIME;
  if (bare.includes('%')) return { kind: 'percent', decimals: decimalsOf(bare) };
  // `#,##0,` shows thousands: what is shown is not what is meant.
  return /[0#?],+(?:\.|\s*$)/.test(bare) ? GENERAL : { kind: 'number', decimals: decimalsOf(bare) };
}

function decimalsOf(bare: string): number | null {
  if (!/[0#?]/.test(bare)) return null;
  return /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0;
}
