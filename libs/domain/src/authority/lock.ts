import {
  type Cents,
  ZERO_CENTS,
  cents,
  minCents,
  negateCents,
  scaleCents,
  splitCents,
  sumCents,
} from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { compareText } from '../shared/text';

/** How much a lock (Haushaltssperre, § 32 KomHKVO) takes: a share of every line, one sum spread over all, or sums by line. */
export const LOCK_METHODS = ['percentage', 'reduction', 'amounts'] as const;
export type LockMethod = (typeof LOCK_METHODS)[number];

/** How one sum (globale Minderausgabe) is spread: by what the lines have, or in equal parts over the sub-budgets first. */
export const LOCK_SPREADS = ['by_appropriation', 'equal_by_sub_budget'] as const;
export type LockSpread = (typeof LOCK_SPREADS)[number];

/** What a lock says. Shares are basis points: 1000 is 10.00 %. */
export type LockTerms =
  | { readonly method: 'percentage'; readonly basisPoints: number }
  | { readonly method: 'reduction'; readonly totalCents: Cents; readonly spread: LockSpread }
  | {
      readonly method: 'amounts';
      readonly amounts: readonly { readonly lineId: string; readonly amountCents: Cents }[];
    };

/** A line that may be locked, with its adjusted appropriation at the lock date. */
export interface LockableLine {
  readonly lineId: string;
  readonly subBudget: string;
  readonly basisCents: Cents;
}

/** What a lock takes from one line. */
export interface LineLock {
  readonly lineId: string;
  readonly basisCents: Cents;
  readonly amountCents: Cents;
}

/** Why a lock cannot be put on these lines. */
export type LockRefusal =
  | Refusal<'LOCK_NO_BASIS'>
  | Refusal<'LOCK_ABOVE_BASIS', { readonly basisCents: Cents; readonly amountCents: Cents }>
  | Refusal<'LOCK_LINE_UNKNOWN', { readonly count: number }>;

/**
 * What each line loses to a lock (R17). The amounts always add up to the whole, by largest remainder: 10 % of the lines
 * together, or the fixed sum (T17a, T17d). Lines without an appropriation give nothing and are left out.
 */
export function lockAmounts(
  terms: LockTerms,
  lines: readonly LockableLine[],
): Outcome<readonly LineLock[], LockRefusal> {
  const lockable = lines.filter(({ basisCents }) => basisCents > 0);
  const basisCents = sumCents(lockable.map((line) => line.basisCents));
  if (terms.method === 'amounts') return namedAmounts(terms.amounts, lines);
  if (basisCents === 0) return refuse({ code: 'LOCK_NO_BASIS', params: {} });
  if (terms.method === 'percentage') {
    return ok(spread(scaleCents(basisCents, terms.basisPoints, WHOLE_BASIS_POINTS), lockable));
  }
  if (terms.totalCents > basisCents) {
    return refuse({ code: 'LOCK_ABOVE_BASIS', params: { basisCents, amountCents: terms.totalCents } });
  }
  return terms.spread === 'by_appropriation'
    ? ok(spread(terms.totalCents, lockable))
    : equalBySubBudget(terms.totalCents, lockable);
}

function spread(totalCents: Cents, lines: readonly LockableLine[]): LineLock[] {
  const parts = splitCents(
    totalCents,
    lines.map((line) => line.basisCents),
  );
  return lines
    .map(({ lineId, basisCents }, index) => ({ lineId, basisCents, amountCents: parts[index] ?? ZERO_CENTS }))
    .filter(({ amountCents }) => amountCents > 0);
}

/** Every sub-budget bears the same part, and inside it each line by what it has (T17d). */
function equalBySubBudget(totalCents: Cents, lines: readonly LockableLine[]): Outcome<LineLock[], LockRefusal> {
  const groups = [...together(lines, (line) => line.subBudget)].sort(([a], [b]) => compareText(a, b));
  const parts = splitCents(
    totalCents,
    groups.map(() => 1),
  );
  const locks: LineLock[] = [];
  for (const [index, [, members]] of groups.entries()) {
    const amountCents = parts[index] ?? ZERO_CENTS;
    const basisCents = sumCents(members.map((line) => line.basisCents));
    if (amountCents > basisCents) return refuse({ code: 'LOCK_ABOVE_BASIS', params: { basisCents, amountCents } });
    locks.push(...spread(amountCents, members));
  }
  return ok(locks);
}

function namedAmounts(
  amounts: readonly { readonly lineId: string; readonly amountCents: Cents }[],
  lines: readonly LockableLine[],
): Outcome<LineLock[], LockRefusal> {
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const wanted = amounts.filter(({ amountCents }) => amountCents > 0);
  const unknown = wanted.filter(({ lineId }) => !byId.has(lineId)).length;
  if (unknown > 0) return refuse({ code: 'LOCK_LINE_UNKNOWN', params: { count: unknown } });
  if (wanted.length === 0) return refuse({ code: 'LOCK_NO_BASIS', params: {} });
  const locks = wanted.map(({ lineId, amountCents }) => ({
    lineId,
    amountCents,
    basisCents: byId.get(lineId)?.basisCents ?? ZERO_CENTS,
  }));
  const above = locks.find(({ amountCents, basisCents }) => amountCents > basisCents);
  if (above === undefined) return ok(locks);
  const { basisCents, amountCents } = above;
  return refuse({ code: 'LOCK_ABOVE_BASIS', params: { basisCents, amountCents } });
}

/** A line under a lock, with what was available before; in a pool the pool's figure counts (§ 19 KomHKVO). */
export interface LockedAvailability {
  readonly lineId: string;
  readonly lockCents: Cents;
  /** Available on the line, or in its pool, before the lock. */
  readonly availableBeforeCents: Cents;
  readonly poolId: string | null;
}

/** What a lock leaves on one line. */
export interface LockEffect {
  readonly lineId: string;
  /** Available where it counts, on the line or in its pool, after every line of the lock. */
  readonly availableAfterCents: Cents;
  /** The part of the lock for which nothing is left (T17b); old orders stay valid, new ones are refused. */
  readonly unrealisableCents: Cents;
}

/**
 * What stays available under a lock, and how much of it cannot be realised because it is bound or spent already (T17b). A
 * pool bears the locks of all its lines together; what it lacks is shown on them by largest remainder.
 */
export function lockEffects(lines: readonly LockedAvailability[]): LockEffect[] {
  const groups = together(lines, (line) => line.poolId ?? line.lineId);
  const effects = new Map<string, LockEffect>();
  for (const members of groups.values()) {
    const lockedCents = sumCents(members.map((line) => line.lockCents));
    const availableAfterCents = cents((members[0]?.availableBeforeCents ?? 0) - lockedCents);
    const missingCents = minCents(lockedCents, availableAfterCents < 0 ? negateCents(availableAfterCents) : ZERO_CENTS);
    const parts =
      lockedCents === 0
        ? []
        : splitCents(
            missingCents,
            members.map((line) => line.lockCents),
          );
    for (const [index, { lineId }] of members.entries()) {
      effects.set(lineId, { lineId, availableAfterCents, unrealisableCents: parts[index] ?? ZERO_CENTS });
    }
  }
  return lines.flatMap(({ lineId }) => effects.get(lineId) ?? []);
}

/** Why a lock is not lifted. */
export type LiftRefusal =
  | Refusal<'LOCK_LIFT_REASON'>
  | Refusal<'LOCK_LIFT_EMPTY'>
  | Refusal<'LOCK_LIFT_EXCEEDED', { readonly lockedCents: Cents; readonly amountCents: Cents }>;

/** A line with what the lock still holds of it. */
export interface HeldLine {
  readonly lineId: string;
  readonly lockedCents: Cents;
}

/**
 * Lifts a lock wholly (`amounts` null) or on some lines in part. A lifting without a reason is none: the lock stays and
 * its task stays open (T17c).
 */
export function decideLift(
  held: readonly HeldLine[],
  amounts: readonly { readonly lineId: string; readonly amountCents: Cents }[] | null,
  reason: string,
): Outcome<readonly { readonly lineId: string; readonly amountCents: Cents }[], LiftRefusal> {
  if (reason.trim() === '') return refuse({ code: 'LOCK_LIFT_REASON', params: {} });
  const byId = new Map(held.map(({ lineId, lockedCents }) => [lineId, lockedCents]));
  const wanted = (amounts ?? held.map(({ lineId, lockedCents }) => ({ lineId, amountCents: lockedCents }))).filter(
    ({ amountCents }) => amountCents > 0,
  );
  if (wanted.length === 0) return refuse({ code: 'LOCK_LIFT_EMPTY', params: {} });
  const above = wanted.find(({ lineId, amountCents }) => amountCents > (byId.get(lineId) ?? 0));
  if (above === undefined) return ok(wanted);
  const lockedCents = byId.get(above.lineId) ?? ZERO_CENTS;
  return refuse({ code: 'LOCK_LIFT_EXCEEDED', params: { lockedCents, amountCents: above.amountCents } });
}

/** A lock or a lifting that took effect, with what the council was told. */
export interface ReportableStep {
  readonly reason: string;
  /** The day on which the council was informed; null while it has not been. */
  readonly reportedOn: string | null;
}

/** Whether the council still has to be told (§ 32 KomHKVO): the task stays open without a reason or a report (T17c). */
export function isReportOpen({ reason, reportedOn }: ReportableStep): boolean {
  return reason.trim() === '' || reportedOn === null;
}

/** Items that belong together, by what they have in common. */
function together<Item>(items: readonly Item[], common: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(common(item));
    if (group === undefined) groups.set(common(item), [item]);
    else group.push(item);
  }
  return groups;
}
