import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * Hesse (Kommunaler Verwaltungskontenrahmen, Muster 12 to § 33 Abs. 4 GemHVO): 5 revenue, 6 operating expense, 7 other expense,
 * 0 to 4 balance sheet. The groups 81 to 84 are kept for receipts and payments alike, so class 8 says no direction. Only parts
 * of the document were read: that 5 is revenue, 6 and 7 expense and 9 cost accounting is general knowledge, to be confirmed by
 * the treasury.
 */
export const HESSE: AccountFrame = {
  code: 'HE',
  fromYear: fiscalYear(2006),
  rules: [
    { prefix: '5', direction: 'revenue', sphere: 'operating' },
    { prefix: '6', direction: 'expense', sphere: 'operating' },
    { prefix: '7', direction: 'expense', sphere: 'operating' },
    { prefix: '8', direction: 'unclassified', sphere: 'unclassified' },
    { prefix: '9', direction: 'internal', sphere: 'internal' },
  ],
};
