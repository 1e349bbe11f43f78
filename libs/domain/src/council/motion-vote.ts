import type { PlanVersionState } from '../budget/plan-version';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { compareDates, type PlainDate } from '../shared/plain-date';

/**
 * What became of a motion: angenommen, abgelehnt, verwiesen, zurückgezogen, erledigt (another one has overtaken it).
 * Stored, never renamed.
 */
export const MOTION_RESULTS = ['open', 'adopted', 'rejected', 'referred', 'withdrawn', 'overtaken'] as const;
export type MotionResult = (typeof MOTION_RESULTS)[number];

/** A reading is prepared by the office, released to the bodies, and closed by its votes. */
export const READING_STATES = ['preparing', 'released', 'closed'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** Votes as they were counted. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
}

/** What a body made of a motion. */
export interface Vote {
  readonly result: MotionResult;
  /** Null where nobody counted. */
  readonly counts: VoteCounts | null;
  /** The adopted motion that settles this one. */
  readonly overtakenById: string | null;
}

/** A motion as its vote is judged by. */
export interface VotedMotion {
  readonly motionId: string;
  readonly code: string;
  readonly result: MotionResult;
  readonly overtakenById: string | null;
}

export type ReadingRefusal = Refusal<'READING_CLOSED'> | Refusal<'READING_NOT_RELEASED'>;
export type VoteRefusal =
  | ReadingRefusal
  | Refusal<'VOTE_SAME'>
  | Refusal<'VOTE_COUNTS'>
  | Refusal<'VOTE_EXCLUDED', { readonly code: string }>
  | Refusal<'VOTE_OVERTAKEN_BY'>
  | Refusal<'VOTE_SETTLES_OTHERS', { readonly code: string }>;

/**
 * Whether a vote may be recorded. Adopted is what more members want than do not, a tie rejects (§ 66 NKomVG); of motions
 * that exclude each other one is adopted; settled is only what an adopted motion settles. Until the reading is closed a vote
 * that was recorded by mistake is replaced, or taken back with `open`.
 */
export function decideVote(
  motion: VotedMotion,
  vote: Vote,
  reading: {
    readonly state: ReadingState;
    /** The other motions of the reading. */
    readonly others: readonly VotedMotion[];
    /** Those that the motion and they exclude each other with. */
    readonly excludedIds: readonly string[];
  },
): Outcome<null, VoteRefusal> {
  if (reading.state === 'closed') return refuse({ code: 'READING_CLOSED', params: {} });
  if (reading.state === 'preparing') return refuse({ code: 'READING_NOT_RELEASED', params: {} });
  if (vote.result === motion.result && vote.counts === null && vote.overtakenById === motion.overtakenById) {
    return refuse({ code: 'VOTE_SAME', params: {} });
  }
  if (!countsFit(vote)) return refuse({ code: 'VOTE_COUNTS', params: {} });
  const adopted = reading.others.filter(({ result }) => result === 'adopted');
  const rival = adopted.find(({ motionId }) => reading.excludedIds.includes(motionId));
  if (vote.result === 'adopted' && rival !== undefined) {
    return refuse({ code: 'VOTE_EXCLUDED', params: { code: rival.code } });
  }
  const isSettled = adopted.some(({ motionId }) => motionId === vote.overtakenById);
  if ((vote.result === 'overtaken') !== (vote.overtakenById !== null) || (vote.overtakenById !== null && !isSettled)) {
    return refuse({ code: 'VOTE_OVERTAKEN_BY', params: {} });
  }
  const settled = reading.others.find(({ overtakenById }) => overtakenById === motion.motionId);
  if (settled !== undefined && vote.result !== 'adopted') {
    return refuse({ code: 'VOTE_SETTLES_OTHERS', params: { code: settled.code } });
  }
  return ok(null);
}

/** Only adopted and rejected are voted on; the count has to say the same as the result. */
function countsFit({ result, counts }: Vote): boolean {
  if (counts === null) return true;
  if (result === 'adopted') return counts.yes > counts.no;
  return result === 'rejected' && counts.yes <= counts.no;
}

/** What happens to a motion besides its vote while the reading is open. */
export function mayChangeMotion(
  result: MotionResult,
  state: ReadingState,
): Outcome<null, Refusal<'READING_CLOSED'> | Refusal<'MOTION_DECIDED'>> {
  if (state === 'closed') return refuse({ code: 'READING_CLOSED', params: {} });
  return result === 'open' ? ok(null) : refuse({ code: 'MOTION_DECIDED', params: {} });
}

export type CloseRefusal =
  | ReadingRefusal
  | Refusal<'READING_EMPTY'>
  | Refusal<'READING_VOTES_OPEN', { readonly count: number }>
  | Refusal<'READING_BEFORE_MEETING', { readonly heldOn: PlainDate }>
  | Refusal<'READING_PLAN_STATE'>;

/** Whether the votes of a reading may become the version: all are in, the day of the meeting has come, the plan waits for them. */
export function decideClose(reading: {
  readonly state: ReadingState;
  readonly results: readonly MotionResult[];
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  readonly versionState: PlanVersionState;
}): Outcome<null, CloseRefusal> {
  if (reading.state === 'closed') return refuse({ code: 'READING_CLOSED', params: {} });
  if (reading.state === 'preparing') return refuse({ code: 'READING_NOT_RELEASED', params: {} });
  if (reading.results.length === 0) return refuse({ code: 'READING_EMPTY', params: {} });
  const count = reading.results.filter((result) => result === 'open').length;
  if (count > 0) return refuse({ code: 'READING_VOTES_OPEN', params: { count } });
  if (compareDates(reading.heldOn, reading.today) > 0) {
    return refuse({ code: 'READING_BEFORE_MEETING', params: { heldOn: reading.heldOn } });
  }
  return reading.versionState === 'introduced' ? ok(null) : refuse({ code: 'READING_PLAN_STATE', params: {} });
}

/**
 * How a result stands in the history of the plan (R22): adopted and rejected motions are its steps. What was referred,
 * withdrawn or settled was not decided on and stays with the reading.
 */
export function stepResultOf(result: MotionResult): 'accepted' | 'rejected' | null {
  if (result === 'adopted') return 'accepted';
  return result === 'rejected' ? 'rejected' : null;
}
