import type { FiscalYear } from '../shared/fiscal-year';
import type { AccountClass, AccountDirection, AccountFrame, AccountFrameCode } from './account-class';
import { AUSTRIA } from './account-frames/austria';
import { BAVARIA } from './account-frames/bavaria';
import { CAMERAL } from './account-frames/cameral';
import { HESSE } from './account-frames/hesse';
import { LOWER_SAXONY } from './account-frames/lower-saxony';
import { NORTH_RHINE_WESTPHALIA } from './account-frames/north-rhine-westphalia';
import { SWITZERLAND } from './account-frames/switzerland';
import { UNCLASSIFIED } from './account-frames/unclassified';

/** Oldest first within a Land. */
const FRAMES: readonly AccountFrame[] = [
  LOWER_SAXONY,
  NORTH_RHINE_WESTPHALIA,
  BAVARIA,
  HESSE,
  AUSTRIA,
  SWITZERLAND,
  CAMERAL,
  UNCLASSIFIED,
];

/** The account frame that a Land uses in a fiscal year, the newest one begun by then; null when it had none yet. */
export function accountFrameFor(code: AccountFrameCode, year: FiscalYear): AccountFrame | null {
  return FRAMES.findLast((frame) => frame.code === code && frame.fromYear <= year) ?? null;
}

/**
 * What an account means in the frame of a Land in a fiscal year (R3). Null when the account is not in the frame of that
 * year, which keeps a plan version from being introduced (T2). The meaning comes from the frame, never from the digits
 * alone: 4 is expense in Lower Saxony and revenue in North Rhine-Westphalia.
 */
export function classifyAccount(account: string, code: AccountFrameCode, year: FiscalYear): AccountClass | null {
  const rule = accountFrameFor(code, year)?.rules.findLast(({ prefix }) => account.startsWith(prefix));
  return rule === undefined ? null : { direction: rule.direction, sphere: rule.sphere };
}

/** True when a line in this direction takes money: expense or payment. These are the lines that R1 controls. */
export function isSpending(direction: AccountDirection): boolean {
  return direction === 'expense' || direction === 'payment';
}

/** True when a line in this direction brings money: revenue or receipt. */
export function isEarning(direction: AccountDirection): boolean {
  return direction === 'revenue' || direction === 'receipt';
}

/** Part of the plan a direction belongs to: Ergebnishaushalt (`result`), Finanzhaushalt (`cash`), or neither. */
export function planPartOf(direction: AccountDirection): 'result' | 'cash' | null {
  if (direction === 'revenue' || direction === 'expense') return 'result';
  if (direction === 'receipt' || direction === 'payment') return 'cash';
  return null;
}
