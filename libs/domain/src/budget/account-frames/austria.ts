import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * Austria (Kontenplan der Gemeinden, Anlage 3b VRV 2015, whose classes are those of the list of posts of VRV 1997, says the
 * KDZ): 4 to 7 expense, 8 revenue. In the budget that Vienna publishes for 2012 every one of 8,175 posts of the classes 4 to 7
 * is an Ausgabe and every one of 828 of class 8 an Einnahme. The classes 0 to 3 and 9 hold both (assets, loans, reserves):
 * they say no direction.
 */
export const AUSTRIA: AccountFrame = {
  code: 'AT',
  fromYear: fiscalYear(1997),
  rules: [
    ...['0', '1', '2', '3', '9'].map((prefix) => {
      return { prefix, direction: 'unclassified', sphere: 'unclassified' } as const;
    }),
    ...['4', '5', '6', '7'].map((prefix) => ({ prefix, direction: 'expense', sphere: 'operating' }) as const),
    { prefix: '8', direction: 'revenue', sphere: 'operating' },
  ],
};
