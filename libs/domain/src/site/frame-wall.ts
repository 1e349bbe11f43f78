import type { NetworkZone } from '../budget/budget-line';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, yearOf } from '../shared/plain-date';
import type { SiteKind } from './site';

/** The frames that hardware and networks are paid from. Fees of lines are paid from a frame of their own and buy nothing. */
export const HARDWARE_FRAMES = ['CORE', 'SCHOOL_NET'] as const;
export type HardwareFrame = (typeof HARDWARE_FRAMES)[number];

/** A decision of the council, a committee or the mayor, as it is cited: who, when, and where it can be read. */
export interface RecordedDecision {
  readonly decidedOn: PlainDate;
  readonly body: string;
  readonly document: string;
}

export type DecisionRefusal = Refusal<'DECISION_DATE', { readonly decidedOn: PlainDate }>;

const FIRST_DECISION_YEAR = 1990;

/** A decision that has not been taken yet is none. */
export function checkDecision(decision: RecordedDecision | null, today: PlainDate): Outcome<null, DecisionRefusal> {
  if (decision === null) return ok(null);
  const { decidedOn } = decision;
  return decidedOn > today || yearOf(decidedOn) < FIRST_DECISION_YEAR
    ? refuse({ code: 'DECISION_DATE', params: { decidedOn } })
    : ok(null);
}

/** Where something stands and what it is paid from. */
export interface PaidPlace {
  readonly frame: HardwareFrame;
  readonly zone: NetworkZone;
  /** Null where it stands at no site, or at several. */
  readonly siteKind: SiteKind | null;
}

/**
 * Whether the frames of administration and schools would mix: lessons paid from the core frame, or something that is neither
 * in a school nor for lessons paid from the frame of the school networks.
 */
export function mixesFrames({ frame, zone, siteKind }: PaidPlace): boolean {
  return frame === 'CORE' ? zone === 'education' : zone !== 'education' && siteKind !== 'school';
}

export type FrameWallRefusal =
  Refusal<'FRAME_DECISION_NEEDED', { readonly frame: HardwareFrame; readonly zone: NetworkZone }> | DecisionRefusal;

/** The frames never mix without a recorded decision. */
export function checkFrameWall(
  place: PaidPlace,
  decision: RecordedDecision | null,
  today: PlainDate,
): Outcome<null, FrameWallRefusal> {
  if (mixesFrames(place) && decision === null) {
    return refuse({ code: 'FRAME_DECISION_NEEDED', params: { frame: place.frame, zone: place.zone } });
  }
  return checkDecision(decision, today);
}
