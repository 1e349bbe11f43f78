import { type Cents, ZERO_CENTS, cents, scaleCents } from '../shared/cents';
import { compareText } from '../shared/text';
import { adjustedAppropriationCents, availableCents, boundCents, type LineBalance } from './availability';
import type { YearProgress } from './months';

/** Why a line needs a look, most urgent first: the order of this list is the order of the page. */
export const ATTENTION_REASONS = ['overdrawn', 'over_authority', 'tight', 'old_order', 'slow_pace'] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** What is known about a line for this judgement. */
export interface AttentionFacts {
  readonly lineId: string;
  readonly balance: LineBalance;
  /** Balance of the line's cover pool; left out for a line outside any pool. */
  readonly poolBalance?: LineBalance;
  /** Whether imported bookings exceeded the authority at the time they came in. */
  readonly hasOverAuthorityImport: boolean;
  /** Age and open amount of the oldest order still open; null when none is. */
  readonly oldestOrder: { readonly ageDays: number; readonly openCents: Cents } | null;
}

/** From where on a line needs a look. Settings of the city; the defaults are example values, to be confirmed. */
export interface AttentionLimits {
  /** Tight: less than this share of the adjusted appropriation is available. */
  readonly tightPercent: number;
  /** Old order: open for at least this long and with at least this amount. */
  readonly oldOrderDays: number;
  readonly oldOrderCents: Cents;
  /** Slow: judged after this many days of the year ... */
  readonly slowFromDay: number;
  /** ... when less than this share of what the days would allow is spent and bound ... */
  readonly slowPercent: number;
  /** ... and at least this much would stay unused at the end of the year. */
  readonly slowUnusedCents: Cents;
}

/** Example values, to be confirmed by the treasury. */
export const DEFAULT_ATTENTION_LIMITS: AttentionLimits = {
  tightPercent: 5,
  oldOrderDays: 180,
  oldOrderCents: cents(1_000_000),
  slowFromDay: 120,
  slowPercent: 50,
  slowUnusedCents: cents(1_000_000),
};

/** One reason on one line, with the amount it is about. */
export interface Attention {
  readonly lineId: string;
  readonly reason: AttentionReason;
  /** Overdrawn, over authority: what is missing. Tight: what is left. Old order: open. Slow pace: unused at the year's end. */
  readonly amountCents: Cents;
}

/**
 * Lines that need a look and why, most urgent reason first, then by what weighs most: the largest amount, for tight lines
 * the smallest rest, then the line id, so that the list is stable. A line comes once, with its most urgent reason.
 */
export function linesNeedingAttention(
  lines: readonly AttentionFacts[],
  progress: YearProgress,
  limits: AttentionLimits = DEFAULT_ATTENTION_LIMITS,
): Attention[] {
  return lines
    .flatMap((facts) => attentionOf(facts, progress, limits).slice(0, 1))
    .sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || compareText(a.lineId, b.lineId));
}

/** Every reason for which one line needs a look, most urgent first. */
export function attentionOf(facts: AttentionFacts, progress: YearProgress, limits: AttentionLimits): Attention[] {
  const amounts: Record<AttentionReason, Cents | null> = {
    overdrawn: overdrawnCents(facts),
    over_authority: facts.hasOverAuthorityImport ? overAuthorityCents(facts) : null,
    tight: tightCents(facts, limits),
    old_order: oldOrderCents(facts, limits),
    slow_pace: slowPaceCents(facts, progress, limits),
  };
  return ATTENTION_REASONS.flatMap((reason) => {
    const amountCents = amounts[reason];
    return amountCents === null ? [] : [{ lineId: facts.lineId, reason, amountCents }];
  });
}

function leftCents(facts: AttentionFacts): Cents {
  return availableCents(facts.poolBalance ?? facts.balance);
}

function overdrawnCents(facts: AttentionFacts): Cents | null {
  const left = leftCents(facts);
  return left < 0 ? cents(-left) : null;
}

/** An import may have exceeded a line that has been granted more since; then nothing is missing any more. */
function overAuthorityCents(facts: AttentionFacts): Cents {
  return overdrawnCents(facts) ?? ZERO_CENTS;
}

function tightCents(facts: AttentionFacts, limits: AttentionLimits): Cents | null {
  const left = leftCents(facts);
  const granted = adjustedAppropriationCents(facts.poolBalance ?? facts.balance);
  const isTight = left >= 0 && left < scaleCents(granted, limits.tightPercent, 100);
  return isTight ? left : null;
}

function oldOrderCents({ oldestOrder }: AttentionFacts, limits: AttentionLimits): Cents | null {
  if (oldestOrder === null) return null;
  const isOld = oldestOrder.ageDays >= limits.oldOrderDays && oldestOrder.openCents >= limits.oldOrderCents;
  return isOld ? oldestOrder.openCents : null;
}

/** What stays unused at the end of the year when spending goes on as until now. */
function slowPaceCents({ balance }: AttentionFacts, progress: YearProgress, limits: AttentionLimits): Cents | null {
  if (progress.elapsedDays < Math.max(limits.slowFromDay, 1)) return null;
  const usable = cents(adjustedAppropriationCents(balance) - balance.lockCents);
  const used = cents(boundCents(balance) + balance.actualCents);
  const allowedByNow = scaleCents(usable, progress.elapsedDays, progress.totalDays);
  const unused = cents(usable - scaleCents(used, progress.totalDays, progress.elapsedDays));
  const isSlow = used < scaleCents(allowedByNow, limits.slowPercent, 100) && unused >= limits.slowUnusedCents;
  return isSlow ? unused : null;
}

function rank(attention: Attention): number {
  return ATTENTION_REASONS.indexOf(attention.reason);
}

function weight(attention: Attention): number {
  return attention.reason === 'tight' ? -attention.amountCents : attention.amountCents;
}
