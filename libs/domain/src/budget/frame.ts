import { type Cents, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { EMPTY_BALANCE, type LineBalance, sumBalances } from './availability';

/** Frames of the yearly IT budget: Kern-IT, Schulnetze, Gebühren. */
export const FRAME_CODES = ['CORE', 'SCHOOL_NET', 'FEES'] as const;
export type FrameCode = (typeof FRAME_CODES)[number];

/** A frame in a fiscal year: its ceiling and what stands on its lines, expense and investment apart. */
export interface FrameFigures {
  readonly frame: FrameCode;
  /** Ceiling (Rahmen); null is unknown, which is not zero (R26). */
  readonly ceilingCents: Cents | null;
  readonly expense: LineBalance;
  readonly investment: LineBalance;
}

/** Sum over frames. A total with an unknown part always says so (T26). */
export interface FrameTotals {
  /** Sum of the known ceilings; to be shown with the remark when `unknownFrames` is not empty. Null when none is known. */
  readonly knownCeilingCents: Cents | null;
  /** Frames without a known ceiling, in the order of `FRAME_CODES`: the remark "+ unbekannt (Gebühren)". */
  readonly unknownFrames: readonly FrameCode[];
  readonly expense: LineBalance;
  readonly investment: LineBalance;
  /** Expense and investment together, for what the frame needs in all. */
  readonly total: LineBalance;
}

/** Adds frames up. A ceiling of 0 is known and makes the total complete; null leaves the remark (T26). */
export function frameTotals(frames: readonly FrameFigures[]): FrameTotals {
  const known = frames.flatMap((figures) => (figures.ceilingCents === null ? [] : [figures.ceilingCents]));
  const expense = sumBalances([EMPTY_BALANCE, ...frames.map((figures) => figures.expense)]);
  const investment = sumBalances([EMPTY_BALANCE, ...frames.map((figures) => figures.investment)]);
  return {
    knownCeilingCents: known.length === 0 ? null : sumCents(known),
    unknownFrames: FRAME_CODES.filter((code) =>
      frames.some((figures) => figures.frame === code && figures.ceilingCents === null),
    ),
    expense,
    investment,
    total: sumBalances([expense, investment]),
  };
}

/** What a frame still takes in planning: ceiling less planned; null while the ceiling is unknown. May be negative. */
export function frameRoomCents(ceilingCents: Cents | null, plannedCents: Cents): Cents | null {
  return ceilingCents === null ? null : cents(ceilingCents - plannedCents);
}

/** Why an amount may not be planned in a frame. */
export type FrameRefusal =
  | Refusal<'FRAME_UNKNOWN', { readonly frame: FrameCode }>
  | Refusal<'FRAME_EXCEEDED', { readonly frame: FrameCode; readonly missingCents: Cents; readonly roomCents: Cents }>;

/**
 * Decides whether more may be planned in a frame. An unknown ceiling checks nothing, so planning in it needs the explicit
 * reason of finance.
 */
export function decideFramePlan(
  figures: { readonly frame: FrameCode; readonly ceilingCents: Cents | null; readonly plannedCents: Cents },
  additionalCents: Cents,
  reason: string | null,
): Outcome<{ readonly roomCents: Cents | null }, FrameRefusal> {
  const { frame } = figures;
  const roomCents = frameRoomCents(figures.ceilingCents, figures.plannedCents);
  if (roomCents === null) {
    return hasText(reason) ? ok({ roomCents: null }) : refuse({ code: 'FRAME_UNKNOWN', params: { frame } });
  }
  const left = cents(roomCents - additionalCents);
  if (additionalCents > ZERO_CENTS && left < 0) {
    return refuse({ code: 'FRAME_EXCEEDED', params: { frame, missingCents: cents(-left), roomCents } });
  }
  return ok({ roomCents: left });
}

function hasText(reason: string | null): boolean {
  return reason !== null && reason.trim() !== '';
}
