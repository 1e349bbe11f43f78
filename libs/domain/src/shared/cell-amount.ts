import { type AmountTextRule, parseAmount } from './amount-text';
import { type Cents, cents } from './cents';

export type CellAmountCode = 'AMOUNT_FORMAT' | 'AMOUNT_RANGE' | 'AMOUNT_AMBIGUOUS';

/**
 * The cents of a cell of a spreadsheet, null for a blank one, or what is wrong with it. A number comes with a point and
 * without its last zero, typed text as people write amounts.
 */
export function parseCellAmount(value: string, rule: AmountTextRule = {}): Cents | null | CellAmountCode {
  const text = value.replaceAll(/[\s\u00a0\u202f]|€/g, '').replace(/^\u2212/, '-');
  if (isAccountingZero(value)) return cents(0);
  if (text === '' || text === '-' || text === '–') return null;
  const parsed = parseAmount(/^-?\d+\.\d$/.test(text) ? `${text}0` : text, rule);
  if (parsed.ok) return parsed.value;
  return parsed.code === 'AMOUNT_REQUIRED' ? null : parsed.code;
}

/** How the accounting format of spreadsheets writes 0,00: a dash with the euro sign. A dash alone is nothing. */
export const isAccountingZero = (value: string): boolean =>
  /^(?:[-\u2013]€|€[-\u2013])$/.test(value.replaceAll(/[\s\u00a0\u202f]/g, ''));
