import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * Bavaria, where a city keeps books by double entry (KommKR, AllMBl. 12/2008, Anlage 2 to the rules on the budget systematics):
 * 4 revenue, 5 expense, 6 receipts, 7 payments, 8 closing accounts, 9 cost accounting; 0 to 3 hold the balance sheet. The
 * groups 48, 58, 68, 69, 78 and 79 follow the frame of the ministers' conference of the Länder (II/1), on which KommKR is
 * built; they are general knowledge. Cities that keep cameral books use the frame `cameral`.
 */
export const BAVARIA: AccountFrame = {
  code: 'BY',
  fromYear: fiscalYear(2008),
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
