import type { FiscalYear } from '../shared/fiscal-year';
import type { Refusal } from '../shared/outcome';
import type { AccountDirection, Sphere } from './account-class';
import { isSpending } from './account-frame';
import type { ReserveKind } from './budget-line';
import { rulePackFor } from './rule-pack';

/** What decides whether a line fits into a cover pool. */
export interface PoolCandidate {
  readonly number: string;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly reserve: ReserveKind | null;
}

/** Why a line is not put into a pool. */
export type PoolMisfit =
  | Refusal<'POOL_SPENDING_ONLY', { readonly number: string }>
  | Refusal<'POOL_RESERVE', { readonly number: string; readonly rule: string }>
  | Refusal<'POOL_WALL', { readonly number: string; readonly rule: string }>;

/**
 * The first line that does not fit, or null: only spending lines cover each other, a reserve covers nobody (T9), and a pool
 * holds lines of one side only, because current operation and investment never cover each other (R7). `sphere` is that of
 * the lines that are there already; the first line of an empty pool decides.
 */
export function poolMisfit(
  lines: readonly PoolCandidate[],
  sphere: Sphere | undefined,
  year: FiscalYear,
): PoolMisfit | null {
  const { reserve: reserveRule, current_investment_wall: wallRule } = rulePackFor(year).citations;
  const side = sphere ?? lines[0]?.sphere;
  for (const { number, direction, sphere: own, reserve } of lines) {
    if (!isSpending(direction)) return { code: 'POOL_SPENDING_ONLY', params: { number } };
    if (reserve !== null) return { code: 'POOL_RESERVE', params: { number, rule: reserveRule } };
    if (own !== side) return { code: 'POOL_WALL', params: { number, rule: wallRule } };
  }
  return null;
}
