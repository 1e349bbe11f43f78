import type { FramesOfYear } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { cents, sumCents } from '@etatlotse/domain/shared';
import type { PlanLine, Side } from './plan-rows';

/*
 * Sums of what stands in the grid at this moment, typed or saved. Pure.
 */

/** Amounts of one column by the places of the lines; null = nothing there, which is not zero. */
export type Amounts = readonly (number | null)[];

/** The sum of lines; null where none of them has an amount. */
export function sumOf(lines: readonly PlanLine[], amounts: Amounts): number | null {
  let sum: number | null = null;
  for (const { index } of lines) {
    const amountCents = amounts[index] ?? null;
    if (amountCents !== null) sum = cents((sum ?? 0) + amountCents);
  }
  return sum;
}

export const ofSide = (lines: readonly PlanLine[], side: Side): PlanLine[] =>
  lines.filter((line) => line.side === side);

/** What a frame plans and may plan in one year; null = unknown. */
export interface FrameFigures {
  readonly plannedCents: number | null;
  readonly ceilingCents: number | null;
  readonly roomCents: number | null;
}

/** The ceiling of a frame; null = nobody has said one, or the year is not set up. */
export function ceilingOf(frames: readonly FramesOfYear[], code: FrameCode, fiscalYear: number): number | null {
  const ofYear = frames.find((year) => year.fiscalYear === fiscalYear);
  return ofYear?.frames.find(({ frame }) => frame === code)?.ceilingCents ?? null;
}

/** Planned and ceiling; the room is unknown when the ceiling is. A frame in which nothing is planned has planned nothing. */
export function frameFigures(plannedCents: number | null, ceilingCents: number | null): FrameFigures {
  return {
    plannedCents,
    ceilingCents,
    roomCents: ceilingCents === null ? null : cents(ceilingCents - (plannedCents ?? 0)),
  };
}

/** What each frame needs: the spending lines of the whole version, shown or not. */
export function plannedByFrame(lines: readonly PlanLine[], amounts: Amounts): ReadonlyMap<FrameCode, number | null> {
  return new Map(
    FRAME_CODES.map((code) => [
      code,
      sumOf(
        lines.filter(({ frame, side }) => frame === code && side === 'spending'),
        amounts,
      ),
    ]),
  );
}

/** Plan less base in cents, or as a share of the base; null where one of them is not known or there is nothing to share. */
export function difference(
  planCents: number | null,
  baseCents: number | null,
): { readonly cents: number; readonly share: number | null } | null {
  if (planCents === null || baseCents === null) return null;
  const change = sumCents([cents(planCents), cents(-baseCents)]);
  return { cents: change, share: baseCents === 0 ? null : change / Math.abs(baseCents) };
}
