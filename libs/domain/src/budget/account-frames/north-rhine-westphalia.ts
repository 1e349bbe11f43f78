import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * North Rhine-Westphalia (NKF), needed for imports: 4 revenue, 5 expense, 6 receipts, 7 payments, 9 cost accounting.
 * 48 and 58 are internal charging, 68 and 78 investment; read in the Kontenrahmen file published by the city of Wesel.
 * 69 and 79 (financing) are general knowledge. Classes 0 to 3 and 8 hold balance sheet and closing accounts.
 */
export const NORTH_RHINE_WESTPHALIA: AccountFrame = {
  code: 'NW',
  fromYear: fiscalYear(2005),
  rules: [
    { prefix: '4', direction: 'revenue', sphere: 'operating' },
    { prefix: '48', direction: 'revenue', sphere: 'internal' },
    { prefix: '5', direction: 'expense', sphere: 'operating' },
    { prefix: '58', direction: 'expense', sphere: 'internal' },
    { prefix: '6', direction: 'receipt', sphere: 'operating' },
    { prefix: '68', direction: 'receipt', sphere: 'investing' },
    { prefix: '69', direction: 'receipt', sphere: 'financing' },
    { prefix: '7', direction: 'payment', sphere: 'operating' },
    { prefix: '78', direction: 'payment', sphere: 'investing' },
    { prefix: '79', direction: 'payment', sphere: 'financing' },
    { prefix: '9', direction: 'internal', sphere: 'internal' },
  ],
};
