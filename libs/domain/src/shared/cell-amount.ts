import { type AmountTextRule, parseAmount } from './amount-text';
import type { Cents } from './cents';

export type CellAmountCode = 'AMOUNT_FORMAT' | 'AMOUNT_RANGE' | 'AMOUNT_AMBIGUOUS';

/**
 * The cents of a cell of a spreadsheet, null for a blank one, or what is wrong with it. A number comes with a point and
 * without its last zero, typed text as people write amounts.
 */
export function parseCellAmount(value: string, rule: AmountTextRule = {}): Cents | null | CellAmountCode {
  const text = value.replaceAll(/[\s\u00a0\u202f]|€/g, '').replace(/^\u2212/, '-');
  if (text === '' || text === '-' || text === '–') return null;
  const parsed = parseAmount(/^-?\d+\.\d$/.test(text) ? `${text}0` : text, rule);
  if (parsed.ok) return parsed.value;
  return parsed.code === 'AMOUNT_REQUIRED' ? null : parsed.code;
}
