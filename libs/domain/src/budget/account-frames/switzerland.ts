import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * Switzerland (Artengliederung of HRM2, the accounting model of cantons and communes): 3 expense and 4 revenue of the
 * Erfolgsrechnung, 5 and 6 spending and income of the Investitionsrechnung; 1 and 2 balance sheet, 9 closing. 39 and 49 are
 * internal charging. Class 3 was read in a published chart of accounts; the others are general knowledge, to be confirmed by the
 * treasury.
 */
export const SWITZERLAND: AccountFrame = {
  code: 'CH',
  fromYear: fiscalYear(2010),
  rules: [
    { prefix: '3', direction: 'expense', sphere: 'operating' },
    { prefix: '39', direction: 'expense', sphere: 'internal' },
    { prefix: '4', direction: 'revenue', sphere: 'operating' },
    { prefix: '49', direction: 'revenue', sphere: 'internal' },
    { prefix: '5', direction: 'payment', sphere: 'investing' },
    { prefix: '6', direction: 'receipt', sphere: 'investing' },
  ],
};
