import type { AccountDirection, Sphere } from '../budget/account-class';
import { decidePlanChange, type PlanChangeRefusal, type ShiftAmount } from '../budget/plan-changes';
import type { PlanVersionState } from '../budget/plan-version';
import { type Cents, ZERO_CENTS, cents } from '../shared/cents';
import type { FiscalYear, PlanYears } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** Who moves: a group of the council (Fraktion), or the administration with a change of its draft (Ansatzveränderung). */
export const MOTION_MOVERS = ['group', 'administration'] as const;
export type MotionMover = (typeof MOTION_MOVERS)[number];

/** An amount of a motion. `isCover` marks what the mover proposes as cover (Deckungsvorschlag), all else is what is asked for. */
export interface MotionAmount extends ShiftAmount {
  readonly isCover: boolean;
}

/** A motion as it is brought in. */
export interface NewMotion {
  readonly mover: MotionMover;
  /** The number under which the council knows it, such as FWE198; only the administration may have none. */
  readonly code: string;
  readonly reason: string;
  readonly amounts: readonly MotionAmount[];
  /** Posts that come or go, in hundredths of an FTE, and the unit in whose part of the staffing plan they stand. */
  readonly fteHundredths: number;
  readonly unitId: string | null;
}

/**
 * What may cover what (R7, R21): the result (Ergebnis) by itself, the investments by themselves, other cash by itself.
 * Revenue covers expense, and receipts cover payments.
 */
export const MOTION_PLANES = ['result', 'investment', 'cash'] as const;
export type MotionPlane = (typeof MOTION_PLANES)[number];

/** Null for internal charges and lines that no account frame knows: nothing of theirs adds up to a budget. */
export function planeOf({
  direction,
  sphere,
}: {
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
}): MotionPlane | null {
  if (direction === 'internal' || direction === 'unclassified') return null;
  if (direction === 'expense' || direction === 'revenue') return 'result';
  return sphere === 'investing' ? 'investment' : 'cash';
}

/** What an amount takes out of the budget; revenue and receipts give. */
export function burdenOf({
  direction,
  amountCents,
}: {
  readonly direction: AccountDirection;
  readonly amountCents: Cents;
}): Cents {
  return direction === 'expense' || direction === 'payment' ? amountCents : cents(-amountCents);
}

/** Years and planes in which a motion moves something: what it asks for, what covers that, what is left open. */
export interface MotionCover {
  readonly fiscalYear: FiscalYear;
  readonly plane: MotionPlane;
  readonly askedCents: Cents;
  readonly coverCents: Cents;
  /** 0: covered. Above: so much cover is missing. Below: so much is gained. */
  readonly openCents: Cents;
}

/** The cover check: year by year and plane by plane, because no year and no investment pays for another (R7, R21). */
export function coverOf(amounts: readonly MotionAmount[]): MotionCover[] {
  const groups = new Map<string, MotionCover>();
  for (const amount of amounts) {
    const plane = planeOf(amount);
    if (plane === null) continue;
    const { fiscalYear } = amount;
    const key = `${fiscalYear} ${MOTION_PLANES.indexOf(plane)}`;
    const before = groups.get(key) ?? { askedCents: ZERO_CENTS, coverCents: ZERO_CENTS };
    const burden = burdenOf(amount);
    const askedCents = cents(before.askedCents + (amount.isCover ? 0 : burden));
    const coverCents = cents(before.coverCents - (amount.isCover ? burden : 0));
    groups.set(key, { fiscalYear, plane, askedCents, coverCents, openCents: cents(askedCents - coverCents) });
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cover]) => cover);
}

/** A motion in one word: costs nothing, is covered, leaves a deficit, or relieves the budget. */
export const COVER_STATES = ['no_money', 'covered', 'deficit', 'relief'] as const;
export type CoverState = (typeof COVER_STATES)[number];

export function coverState(cover: readonly MotionCover[]): CoverState {
  if (cover.length === 0) return 'no_money';
  if (cover.some(({ openCents }) => openCents > 0)) return 'deficit';
  return cover.some(({ openCents }) => openCents < 0) ? 'relief' : 'covered';
}

/** The largest move of posts that a motion may ask for: a hundred. */
const FTE_HUNDREDTHS_MAX = 10_000;

export type MotionRefusal =
  PlanChangeRefusal | Refusal<'MOTION_LINE_KIND'> | Refusal<'MOTION_ONLY_COVER'> | Refusal<'MOTION_POSTS'>;

/**
 * Whether a motion may be brought into the reading of a version: by the rules of every change (R22), on lines that add up to
 * a budget, with cover only where something is asked for, and with posts only together with the unit that has them.
 */
export function decideMotion(
  motion: NewMotion,
  version: { readonly state: PlanVersionState; readonly plan: PlanYears },
): Outcome<null, MotionRefusal> {
  const { mover, code, reason, amounts, fteHundredths, unitId } = motion;
  const kind = mover === 'administration' ? 'administration' : 'motion';
  const decided = decidePlanChange({ kind, code, reason, amounts }, version);
  // A motion of the administration that only moves posts has no amounts; every other rule stands.
  const isPostsOnly = amounts.length === 0 && fteHundredths !== 0;
  if (!decided.ok && !(isPostsOnly && decided.refusal.code === 'CHANGE_AMOUNTS')) return decided;
  if (amounts.some((amount) => planeOf(amount) === null)) return refuse({ code: 'MOTION_LINE_KIND', params: {} });
  if (amounts.length > 0 && amounts.every(({ isCover }) => isCover)) {
    return refuse({ code: 'MOTION_ONLY_COVER', params: {} });
  }
  const isWhole = Number.isSafeInteger(fteHundredths) && Math.abs(fteHundredths) <= FTE_HUNDREDTHS_MAX;
  if (!isWhole || (fteHundredths !== 0) !== (unitId !== null)) return refuse({ code: 'MOTION_POSTS', params: {} });
  return ok(null);
}
