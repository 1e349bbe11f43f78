import type { AccountDirection, AccountFrameCode } from '../../budget/account-class';
import { classifyAccount } from '../../budget/account-frame';
import { fiscalYear } from '../../shared/fiscal-year';
import { percentOf } from './notes';

/** An account of the sample with its name, and which way a column of its own says that its row points; once. */
export interface SampleAccount {
  readonly account: string;
  readonly name: string;
  readonly side: AccountDirection | null;
}

/** What the table says about its accounts beside them. */
export interface AboutAccounts {
  readonly header: string;
  /** Whether amounts are written as in Switzerland: `12'500.00`. */
  readonly hasApostrophes: boolean;
  /** The number that accounts stand at the end of, where they have no column of their own. */
  readonly lines?: readonly string[];
}

/** How many accounts are in a frame, and of which classes they are. */
export function countsOf(
  accounts: readonly SampleAccount[],
  frame: AccountFrameCode,
  year: number,
): Readonly<Record<string, string | number>> {
  const classes = [...new Set(accounts.map(({ account }) => account.slice(0, 1)))].sort().join(', ');
  const fits = accounts.filter(({ account }) => classifyAccount(account, frame, fiscalYear(year)) !== null).length;
  return { classes, fits, accounts: accounts.length, percent: percentOf(fits, accounts.length) };
}

/** `3100.00`: in Switzerland class 3 is expense and 4 is revenue. */
export function areSwiss(accounts: readonly SampleAccount[]): boolean {
  return accounts.length > 0 && accounts.every(({ account }) => /^\d{4}\.\d{2}$/.test(account));
}
