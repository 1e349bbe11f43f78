import type { AccountDirection } from '../../budget/account-class';
import { isEarning } from '../../budget/account-frame';
import type { DirectionSource, SignRule } from '../mapping';
import { type Notes, percentOf } from './notes';

/** How many amounts of a way have which sign in the file. */
export interface SignCount {
  negative: number;
  positive: number;
}

/** Signs of what is known to come in and to go out. */
export interface SignCounts {
  readonly earning: SignCount;
  readonly spending: SignCount;
}

export const emptySigns = (): SignCounts => ({
  earning: { negative: 0, positive: 0 },
  spending: { negative: 0, positive: 0 },
});

/** Counts an amount; what is internal or not classified tells nothing. */
export function countSign(counts: SignCounts, direction: AccountDirection, fileCents: number): void {
  if (direction === 'internal' || direction === 'unclassified' || fileCents === 0) return;
  const way = isEarning(direction) ? counts.earning : counts.spending;
  if (fileCents < 0) way.negative += 1;
  else way.positive += 1;
}

const CODES = {
  account: 'SIGN_BY_ACCOUNTS',
  columns: 'SIGN_BY_COLUMNS',
  side: 'SIGN_BY_SIDE',
  statement: 'SIGN_BY_STATEMENT',
  revenue: 'SIGN_ONE_SIDE',
  expense: 'SIGN_ONE_SIDE',
  unclassified: 'SIGN_ONE_SIDE',
} as const;

const OPTIONS: Readonly<Record<string, SignRule>> = {
  revenue_negative: { revenue: -1, expense: 1 },
  expense_negative: { revenue: 1, expense: -1 },
  both_positive: { revenue: 1, expense: 1 },
};

/**
 * Finds which sign income and expense have in the file. Single amounts of the other sign are corrections; where neither sign
 * prevails, it is asked.
 */
export function findSigns(counts: SignCounts, source: DirectionSource, notes: Notes): SignRule {
  const [earning, spending] = [signOf(counts.earning), signOf(counts.spending)];
  const params = {
    revenueNegative: percentOf(counts.earning.negative, counts.earning.negative + counts.earning.positive),
    expenseNegative: percentOf(counts.spending.negative, counts.spending.negative + counts.spending.positive),
    revenues: counts.earning.negative + counts.earning.positive,
    expenses: counts.spending.negative + counts.spending.positive,
  };
  if (earning === 'mixed' || spending === 'mixed') {
    const options = optionsFor(earning, spending);
    return OPTIONS[notes.ask('SIGN', options, params)] ?? { revenue: 1, expense: 1 };
  }
  const rule: SignRule = { revenue: earning ?? 1, expense: spending ?? 1 };
  const isOneSided = earning === null || spending === null;
  if (params.revenues + params.expenses === 0) return rule;
  notes.say('signs', isOneSided ? 'SIGN_ONE_SIDE' : CODES[source], {
    ...params,
    revenue: rule.revenue,
    expense: rule.expense,
  });
  return rule;
}

/** Factor to the ledger's sign; null when no amount of that way is there. */
function signOf({ negative, positive }: SignCount): 1 | -1 | 'mixed' | null {
  const all = negative + positive;
  if (all === 0) return null;
  if (negative >= all * 0.75) return -1;
  return positive >= all * 0.75 ? 1 : 'mixed';
}

/** The conventions that agree with what is clear come first. */
function optionsFor(earning: 1 | -1 | 'mixed' | null, spending: 1 | -1 | 'mixed' | null): string[] {
  const fits = ({ revenue, expense }: SignRule): number => {
    return (revenue === earning ? 1 : 0) + (expense === spending ? 1 : 0);
  };
  const names = Object.keys(OPTIONS);
  return names.sort(
    (a, b) => fits(OPTIONS[b] ?? { revenue: 1, expense: 1 }) - fits(OPTIONS[a] ?? { revenue: 1, expense: 1 }),
  );
}
