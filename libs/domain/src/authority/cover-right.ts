import { type AccountDirection, isSpending, type ReserveKind, rulePackFor, type Sphere } from '../budget';
import { type FiscalYear, ok, type Outcome, refuse, type Refusal } from '../shared';

/** A line of a one-sided right: where it stands. */
export interface CoverRightLine {
  readonly lineId: string;
  readonly number: string;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly poolId: string | null;
  readonly reserve: ReserveKind | null;
}

/** Which way declared rights between two lines run. */
export type DeclaredWay = 'none' | 'forward' | 'backward';

export type CoverRightRefusal =
  | Refusal<'COVER_RIGHT_SAME_LINE'>
  | Refusal<'COVER_RIGHT_DECLARED'>
  | Refusal<'COVER_RIGHT_MUTUAL', { readonly rule: string }>
  | Refusal<'TRANSFER_SPENDING_ONLY', { readonly number: string }>
  | Refusal<'TRANSFER_RESERVE', { readonly number: string; readonly rule: string }>
  | Refusal<'TRANSFER_WALL', { readonly rule: string }>
  | Refusal<'TRANSFER_SIDE'>
  | Refusal<'TRANSFER_POOL_COVERS'>;

/**
 * Decides whether a budget note may declare that one line draws on another (T6b). Both stand on the same side of the wall
 * (R7), neither is a reserve (R9), and the other direction is not declared: that would be mutual cover, which is a pool.
 */
export function decideCoverRight(
  drawing: CoverRightLine,
  giving: CoverRightLine,
  declared: DeclaredWay,
  year: FiscalYear,
): Outcome<null, CoverRightRefusal> {
  const { reserve: reserveRule, cover_pool: rule, current_investment_wall: wallRule } = rulePackFor(year).citations;
  if (drawing.lineId === giving.lineId) return refuse({ code: 'COVER_RIGHT_SAME_LINE', params: {} });
  for (const { direction, number, reserve } of [drawing, giving]) {
    if (!isSpending(direction)) return refuse({ code: 'TRANSFER_SPENDING_ONLY', params: { number } });
    if (reserve !== null) return refuse({ code: 'TRANSFER_RESERVE', params: { number, rule: reserveRule } });
  }
  if (drawing.sphere !== giving.sphere) return refuse({ code: 'TRANSFER_WALL', params: { rule: wallRule } });
  if (drawing.direction !== giving.direction) return refuse({ code: 'TRANSFER_SIDE', params: {} });
  if (drawing.poolId !== null && drawing.poolId === giving.poolId) {
    return refuse({ code: 'TRANSFER_POOL_COVERS', params: {} });
  }
  if (declared === 'forward') return refuse({ code: 'COVER_RIGHT_DECLARED', params: {} });
  if (declared === 'backward') return refuse({ code: 'COVER_RIGHT_MUTUAL', params: { rule } });
  return ok(null);
}

/** Why a line may not draw on another (T6b: Y may draw on X, X never on Y); null where it may. */
export function drawRefusal(
  declared: DeclaredWay,
  year: FiscalYear,
): Refusal<'COVER_RIGHT_MISSING' | 'COVER_RIGHT_REVERSE', { readonly rule: string }> | null {
  const { cover_pool: rule } = rulePackFor(year).citations;
  if (declared === 'forward') return null;
  return { code: declared === 'backward' ? 'COVER_RIGHT_REVERSE' : 'COVER_RIGHT_MISSING', params: { rule } };
}
