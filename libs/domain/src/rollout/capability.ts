import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';

/** What can be rolled out in a unit; training is reckoned from its numbers and not set by hand. */
export const CAPABILITIES = ['records', 'e_file', 'workflow', 'digital_post'] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const ROLLOUT_STATES = ['planned', 'pilot', 'live'] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** How many of a unit are trained; null is unknown, which is not none (R26). */
export interface Training {
  readonly persons: number | null;
  readonly trained: number | null;
  /** 8000: 80 % must be trained before a capability goes live; 0 asks for nothing. */
  readonly quotaBasisPoints: number;
}

export type TrainingState = RolloutState | 'unknown';

/** Training as a column of the matrix: open, under way, or done as far as the quota asks. */
export function trainingState(training: Training): TrainingState {
  const { persons, trained } = training;
  if (persons === null || trained === null) return 'unknown';
  if (trained >= neededTrained(persons, training.quotaBasisPoints)) return 'live';
  return trained === 0 ? 'planned' : 'pilot';
}

/** How many must be trained: no fraction of a person, so rounded up. */
export function neededTrained(persons: number, quotaBasisPoints: number): number {
  return Math.ceil((persons * quotaBasisPoints) / WHOLE_BASIS_POINTS);
}

export type TrainingRefusal =
  | Refusal<'TRAINED_ABOVE_PERSONS', { readonly trained: number; readonly persons: number }>
  | Refusal<'TRAINED_WITHOUT_PERSONS'>
  | Refusal<'QUOTA_RANGE'>;

/** Whether these numbers can be told of a unit. */
export function checkTraining({ persons, trained, quotaBasisPoints }: Training): Outcome<null, TrainingRefusal> {
  if (quotaBasisPoints < 0 || quotaBasisPoints > WHOLE_BASIS_POINTS) return refuse({ code: 'QUOTA_RANGE', params: {} });
  if (trained === null) return ok(null);
  if (persons === null) return refuse({ code: 'TRAINED_WITHOUT_PERSONS', params: {} });
  return trained > persons ? refuse({ code: 'TRAINED_ABOVE_PERSONS', params: { trained, persons } }) : ok(null);
}

/** A capability of a unit with its days: when it is planned, since when it is tried, since when it is live. */
export interface CapabilityStand {
  readonly state: RolloutState;
  readonly plannedOn: PlainDate | null;
  readonly pilotOn: PlainDate | null;
  readonly liveOn: PlainDate | null;
}

export interface CapabilitySituation {
  /** Null: nothing was said of it yet. */
  readonly before: RolloutState | null;
  readonly training: Training;
  readonly today: PlainDate;
  readonly note: string;
}

export type CapabilityRefusal =
  | Refusal<'CAPABILITY_DAY_MISSING'>
  | Refusal<'CAPABILITY_DAY_FUTURE'>
  | Refusal<'CAPABILITY_DAYS_ORDER'>
  | Refusal<'CAPABILITY_DAY_TOO_MUCH'>
  | Refusal<'CAPABILITY_STEP_BACK'>
  | Refusal<'TRAINING_UNKNOWN'>
  | Refusal<
      'TRAINING_BELOW_QUOTA',
      {
        readonly trained: number;
        readonly persons: number;
        readonly needed: number;
        readonly missing: number;
        readonly quotaPercent: string;
      }
    >;

/**
 * Whether a capability may be told to stand like this. What is live has its day, and was tried before it was live if it was
 * tried; nobody goes live below the training quota; a step back says why.
 */
export function decideCapability(
  stand: CapabilityStand,
  { before, training, today, note }: CapabilitySituation,
): Outcome<CapabilityStand, CapabilityRefusal> {
  const days = checkDays(stand, today);
  if (!days.ok) return days;
  const isBack = before !== null && ROLLOUT_STATES.indexOf(stand.state) < ROLLOUT_STATES.indexOf(before);
  if (isBack && note.trim() === '') return refuse({ code: 'CAPABILITY_STEP_BACK', params: {} });
  return stand.state === 'live' && before !== 'live' ? trainedEnough(stand, training) : ok(stand);
}

function checkDays({ state, pilotOn, liveOn }: CapabilityStand, today: PlainDate): Outcome<null, CapabilityRefusal> {
  const isMissing = (state === 'pilot' && pilotOn === null) || (state === 'live' && liveOn === null);
  if (isMissing) return refuse({ code: 'CAPABILITY_DAY_MISSING', params: {} });
  if ((state !== 'live' && liveOn !== null) || (state === 'planned' && pilotOn !== null)) {
    return refuse({ code: 'CAPABILITY_DAY_TOO_MUCH', params: {} });
  }
  if ([pilotOn, liveOn].some((day) => day !== null && day > today)) {
    return refuse({ code: 'CAPABILITY_DAY_FUTURE', params: {} });
  }
  return pilotOn !== null && liveOn !== null && liveOn < pilotOn
    ? refuse({ code: 'CAPABILITY_DAYS_ORDER', params: {} })
    : ok(null);
}

function trainedEnough(stand: CapabilityStand, training: Training): Outcome<CapabilityStand, CapabilityRefusal> {
  const { persons, trained, quotaBasisPoints } = training;
  if (quotaBasisPoints === 0) return ok(stand);
  if (persons === null || trained === null) return refuse({ code: 'TRAINING_UNKNOWN', params: {} });
  const needed = neededTrained(persons, quotaBasisPoints);
  if (trained >= needed) return ok(stand);
  const quotaPercent = percentText(quotaBasisPoints);
  return refuse({
    code: 'TRAINING_BELOW_QUOTA',
    params: { trained, persons, needed, missing: needed - trained, quotaPercent },
  });
}

/** `80` or `82,5`, for a sentence. */
function percentText(basisPoints: number): string {
  const [whole, rest] = [Math.trunc(basisPoints / 100), basisPoints % 100];
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}
