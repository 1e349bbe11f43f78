import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * Lower Saxony (Kontenrahmen under § 4 Abs. 2 KomHKVO): 3 revenue, 4 expense, 5 extraordinary, 6 receipts, 7 payments,
 * 9 cost accounting. 78 is the investment payment of R3. The two-digit groups are general knowledge, to be confirmed by
 * the treasury. Classes 0 to 2 and 8 hold the balance sheet and the closing accounts; no budget line stands there.
 */
export const LOWER_SAXONY: AccountFrame = {
  code: 'NI',
  fromYear: fiscalYear(2006),
  rules: [
    { prefix: '3', direction: 'revenue', sphere: 'operating' },
    { prefix: '38', direction: 'revenue', sphere: 'internal' },
    { prefix: '4', direction: 'expense', sphere: 'operating' },
    { prefix: '48', direction: 'expense', sphere: 'internal' },
    { prefix: '50', direction: 'revenue', sphere: 'operating' },
    { prefix: '51', direction: 'expense', sphere: 'operating' },
    { prefix: '6', direction: 'receipt', sphere: 'operating' },
    { prefix: '68', direction: 'receipt', sphere: 'investing' },
    { prefix: '69', direction: 'receipt', sphere: 'financing' },
    { prefix: '7', direction: 'payment', sphere: 'operating' },
    { prefix: '78', direction: 'payment', sphere: 'investing' },
    { prefix: '79', direction: 'payment', sphere: 'financing' },
    { prefix: '9', direction: 'internal', sphere: 'internal' },
  ],
};
