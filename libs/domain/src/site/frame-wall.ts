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

/** What hardware is for: one network paid from one frame, or several by a split key. */
export type HardwareUse =
  | { readonly zone: NetworkZone; readonly frame: HardwareFrame; readonly keyId: null }
  | { readonly zone: null; readonly frame: null; readonly keyId: string };

/** Reads what was stated: a network with its frame, or a key, and not both. */
export function readUse(stated: {
  readonly zone: NetworkZone | null;
  readonly frame: HardwareFrame | null;
  readonly keyId: string | null;
}): Outcome<HardwareUse, Refusal<'USE_NEEDED'> | Refusal<'USE_TWICE'>> {
  const { zone, frame, keyId } = stated;
  if (keyId !== null) {
    return zone === null && frame === null
      ? ok({ zone: null, frame: null, keyId })
      : refuse({ code: 'USE_TWICE', params: {} });
  }
  return zone === null || frame === null
    ? refuse({ code: 'USE_NEEDED', params: {} })
    : ok({ zone, frame, keyId: null });
}
