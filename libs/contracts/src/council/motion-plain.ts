import type { AccountDirection, FrameCode, PlanVersionState, Sphere } from '@etatlotse/domain/budget';
import {
  coverOf,
  type Draft,
  type MotionCover,
  type MotionMover,
  type MotionResult,
  type ReadingState,
  type Stack,
  type StackedMotion,
  stackMotions,
  type VoteCounts,
} from '@etatlotse/domain/council';
import { cents, fiscalYear } from '@etatlotse/domain/shared';

const READINGS = '/api/v1/council/readings';

/** Where readings of a budget and their motions live on the wire. */
export const READING_PATHS = {
  readings: READINGS,
  reading: (id: string): string => `${READINGS}/${id}`,
  release: (id: string): string => `${READINGS}/${id}/release`,
  close: (id: string): string => `${READINGS}/${id}/close`,
  order: (id: string): string => `${READINGS}/${id}/order`,
  lines: (id: string): string => `${READINGS}/${id}/lines`,
  motions: (id: string): string => `${READINGS}/${id}/motions`,
  motion: (id: string, motionId: string): string => `${READINGS}/${id}/motions/${motionId}`,
  vote: (id: string, motionId: string): string => `${READINGS}/${id}/motions/${motionId}/vote`,
  pdf: (id: string): string => `${READINGS}/${id}/voting-list.pdf`,
  csv: (id: string): string => `${READINGS}/${id}/motions.csv`,
} as const;

/** Motions of a reading: more than a large city's council has brought in, few enough for one page and one stack. */
export const MOTIONS_MAX = 300;
/** Lines and years of a motion. */
export const MOTION_CELLS_MAX = 60;
export const MOTION_EXCLUDES_MAX = 30;
export const FTE_HUNDREDTHS_MAX = 10_000;
export const VOTES_MAX = 500;

export interface ReadingRow {
  readonly id: string;
  readonly plan: { readonly id: string; readonly name: string };
  readonly meeting: { readonly id: string; readonly body: string; readonly heldOn: string };
  readonly state: ReadingState;
  readonly motions: number;
  /** Motions without a vote. */
  readonly openMotions: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface ReadingPage {
  readonly rows: readonly ReadingRow[];
  readonly nextCursor: string | null;
}

/** A line that some motion moves. */
export interface ReadingLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly frame: FrameCode | null;
}

/** A line to choose for a motion, with what the draft plans on it. */
export interface FoundReadingLine extends ReadingLine {
  readonly planned: readonly { readonly fiscalYear: number; readonly amountCents: number }[];
}

/** What the motions of a reading are put on: live while it is open, as it stood when it was closed. */
export interface ReadingDraft {
  readonly sums: readonly {
    readonly fiscalYear: number;
    readonly frame: FrameCode | null;
    readonly direction: AccountDirection;
    readonly sphere: Sphere;
    readonly amountCents: number;
  }[];
  readonly cells: readonly {
    readonly lineId: string;
    readonly fiscalYear: number;
    readonly plannedCents: number;
    readonly boundCents: number;
  }[];
  /** Null: the ceiling is not known. */
  readonly ceilings: readonly {
    readonly frame: FrameCode;
    readonly fiscalYear: number;
    readonly ceilingCents: number | null;
  }[];
  readonly bound: readonly { readonly fiscalYear: number; readonly boundCents: number }[];
  /** Units whose posts some motion moves, with their planned posts on the first day of the plan. */
  readonly units: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly plannedFte: number;
  }[];
}

export interface MotionAmountRow {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  readonly isCover: boolean;
}

export interface MotionRow {
  readonly id: string;
  /** Place in the order of votes, from 1. */
  readonly place: number;
  readonly mover: MotionMover;
  /** Name of the group or department. */
  readonly origin: string;
  readonly code: string;
  readonly title: string;
  readonly reason: string;
  readonly coverNote: string;
  readonly amounts: readonly MotionAmountRow[];
  readonly unitId: string | null;
  readonly fteHundredths: number;
  /** Motions of which only one can be adopted. */
  readonly excludes: readonly string[];
  readonly result: MotionResult;
  readonly counts: VoteCounts | null;
  readonly overtakenById: string | null;
  readonly votedAt: string | null;
  readonly version: number;
}

/** A reading with everything that its simulator reckons with. */
export interface Reading extends ReadingRow {
  readonly plan: {
    readonly id: string;
    readonly name: string;
    readonly state: PlanVersionState;
    readonly firstYear: number;
    readonly lastYear: number;
    readonly version: number;
  };
  readonly years: readonly number[];
  readonly lines: readonly ReadingLine[];
  readonly draft: ReadingDraft;
  readonly rows: readonly MotionRow[];
  readonly closedAt: string | null;
  readonly mayWrite: boolean;
}

export interface ReadingChanged {
  readonly id: string;
  readonly state: ReadingState;
  readonly version: number;
}

export interface MotionChanged {
  readonly id: string;
  readonly result: MotionResult;
  readonly version: number;
}

/** A reading in the words of the rules. */
interface Stackable {
  readonly draft: Draft;
  readonly motions: readonly StackedMotion[];
}

/** Reading and motions as the rules take them; the same for page, print and closing. */
export function stackableOf({ plan, years, lines, draft, rows }: Reading): Stackable {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const classOf = (lineId: string): Pick<ReadingLine, 'direction' | 'sphere' | 'frame'> => {
    const { direction = 'unclassified', sphere = 'unclassified', frame = null } = lineOf.get(lineId) ?? {};
    return { direction, sphere, frame };
  };
  return {
    draft: {
      years: years.map(fiscalYear),
      firstYear: fiscalYear(plan.firstYear),
      lastYear: fiscalYear(plan.lastYear),
      sums: draft.sums.map((sum) => ({
        ...sum,
        fiscalYear: fiscalYear(sum.fiscalYear),
        amountCents: cents(sum.amountCents),
      })),
      cells: draft.cells.map((cell) => ({
        lineId: cell.lineId,
        direction: classOf(cell.lineId).direction,
        fiscalYear: fiscalYear(cell.fiscalYear),
        plannedCents: cents(cell.plannedCents),
        boundCents: cents(cell.boundCents),
      })),
      ceilings: draft.ceilings.map((ceiling) => ({
        ...ceiling,
        fiscalYear: fiscalYear(ceiling.fiscalYear),
        ceilingCents: ceiling.ceilingCents === null ? null : cents(ceiling.ceilingCents),
      })),
      bound: draft.bound.map((bound) => ({
        fiscalYear: fiscalYear(bound.fiscalYear),
        boundCents: cents(bound.boundCents),
      })),
    },
    motions: rows.map(({ id, amounts, excludes, unitId, fteHundredths }) => ({
      id,
      excludes,
      unitId,
      fteHundredths,
      amounts: amounts.map((amount) => ({
        ...amount,
        fiscalYear: fiscalYear(amount.fiscalYear),
        amountCents: cents(amount.amountCents),
        ...classOf(amount.lineId),
      })),
    })),
  };
}

/** What the chosen motions come to on the draft of the reading. */
export function stackOf(reading: Reading, chosen: ReadonlySet<string>): Stack {
  const { draft, motions } = stackableOf(reading);
  return stackMotions(draft, motions, chosen);
}

/** The cover check of each motion by its id. */
export function coversOf(reading: Reading): ReadonlyMap<string, readonly MotionCover[]> {
  return new Map(stackableOf(reading).motions.map(({ id, amounts }) => [id, coverOf(amounts)]));
}
