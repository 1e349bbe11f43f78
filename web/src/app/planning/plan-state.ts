import type { PlanVersionState } from '@etatlotse/contracts/planning/plain';
import type { IconName } from '../ui/icon/icons';

/** How each state of a plan version looks, with icon and word. */
export const PLAN_LOOKS: Readonly<
  Record<PlanVersionState, { readonly kind: 'plain' | 'info' | 'ok'; readonly icon: IconName }>
> = {
  draft: { kind: 'plain', icon: 'edit' },
  introduced: { kind: 'info', icon: 'send' },
  adopted: { kind: 'info', icon: 'gavel' },
  submitted: { kind: 'info', icon: 'account_balance' },
  published: { kind: 'info', icon: 'visibility' },
  in_force: { kind: 'ok', icon: 'check_circle' },
  superseded: { kind: 'plain', icon: 'history' },
};

/** `2027` or `2027/2028`. */
export const budgetYears = (row: { readonly firstYear: number; readonly lastYear: number }): string =>
  row.firstYear === row.lastYear ? String(row.firstYear) : `${row.firstYear}/${row.lastYear}`;
