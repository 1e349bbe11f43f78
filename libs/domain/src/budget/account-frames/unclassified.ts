import { fiscalYear } from '../../shared/fiscal-year';
import type { AccountFrame } from '../account-class';

/**
 * For files that name no accounts or follow an unknown frame: every account is taken and none is understood. Such lines
 * count in totals of their own; a plan version with them cannot be introduced (T2).
 */
export const UNCLASSIFIED: AccountFrame = {
  code: 'unclassified',
  fromYear: fiscalYear(1900),
  rules: [{ prefix: '', direction: 'unclassified', sphere: 'unclassified' }],
};
