import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * Cameral budgets (Gruppierungsplan, whose first digit is the Hauptgruppe): 0 to 2 income and 4 to 8 spending of the
 * Verwaltungshaushalt, 3 income and 9 spending of the Vermögenshaushalt. In the budget that Ilmenau publishes for 2019 all
 * 3,090 positions are so. That 37 and 97 are loans is general knowledge.
 */
export const CAMERAL: AccountFrame = {
  code: 'cameral',
  fromYear: fiscalYear(1980),
  rules: [
    ...['0', '1', '2'].map((prefix) => ({ prefix, direction: 'revenue', sphere: 'operating' }) as const),
    { prefix: '3', direction: 'receipt', sphere: 'investing' },
    { prefix: '37', direction: 'receipt', sphere: 'financing' },
    ...['4', '5', '6', '7', '8'].map((prefix) => ({ prefix, direction: 'expense', sphere: 'operating' }) as const),
    { prefix: '9', direction: 'payment', sphere: 'investing' },
    { prefix: '97', direction: 'payment', sphere: 'financing' },
  ],
};
