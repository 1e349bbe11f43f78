import type { ProjectName } from '@etatlotse/contracts/project/plain';
import type { Acceptance, Capability, Completion, Pace, RolloutState, TrainingState } from '@etatlotse/domain/rollout';
import type { TrainingTechnology } from '@etatlotse/domain/inventory';
import type { Bounded, Operator } from '@etatlotse/domain/shared';

/** Where roll-outs live on the wire. */
export const ROLLOUT_PATHS = {
  rollouts: '/api/v1/rollouts',
  rollout: (id: string): string => `/api/v1/rollouts/${id}`,
  goals: (id: string): string => `/api/v1/rollouts/${id}/goals`,
  goal: (id: string, goalId: string): string => `/api/v1/rollouts/${id}/goals/${goalId}`,
  measurements: (id: string, goalId: string): string => `/api/v1/rollouts/${id}/goals/${goalId}/measurements`,
  units: (id: string): string => `/api/v1/rollouts/${id}/units`,
  unit: (id: string, unitId: string): string => `/api/v1/rollouts/${id}/units/${unitId}`,
  capability: (id: string, unitId: string, capability: string): string =>
    `/api/v1/rollouts/${id}/units/${unitId}/capabilities/${capability}`,
  surveys: (id: string): string => `/api/v1/rollouts/${id}/surveys`,
} as const;

export type Origin = 'person' | 'source' | 'demo';

/** What was stated for a goal on a day; for ever, also when another statement has taken its place. */
export interface GoalMeasurement {
  readonly id: string;
  readonly measuredOn: string;
  readonly operator: Operator;
  /** Null: not known. Counts are known, or a share, or neither. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly shareBasisPoints: number | null;
  /** The share in hundredths of a percent, reckoned from the counts where there are some; null for several. */
  readonly share: Bounded | null;
  readonly source: string;
  readonly origin: Origin;
  readonly isSuperseded: boolean;
  readonly reason: string;
  readonly byName: string | null;
  readonly recordedAt: string;
}

/** What is to be everywhere by a day, and how it stands. */
export interface RolloutGoal {
  readonly id: string;
  readonly name: string;
  /** What is counted, in the plural: Büroarbeitsplätze. */
  readonly counted: string;
  readonly capability: Capability | null;
  readonly goalOn: string;
  /** As first agreed; another one is never hidden. */
  readonly firstGoalOn: string;
  readonly changeReason: string;
  /** Null where the reader may not see the project; its money is then null, too. */
  readonly project: ProjectName | null;
  /** The newest statement that counts, as it was said. */
  readonly newest: GoalMeasurement | null;
  readonly share: Bounded | null;
  readonly pace: Pace;
  readonly money: Completion | null;
  readonly mayMeasure: boolean;
  readonly version: number;
}

/** A roll-out in the list. */
export interface RolloutRow {
  readonly id: string;
  readonly name: string;
  readonly project: ProjectName | null;
  readonly programme: ProjectName | null;
  readonly goals: readonly RolloutGoal[];
  /** All units of the roll-out, also those the reader may not see. */
  readonly units: number;
  /** How many capabilities of units are planned, tried and live, of all that have been told. */
  readonly states: Readonly<Record<RolloutState, number>>;
  readonly trainedUnits: number;
  readonly acceptance: Acceptance | null;
  /** When somebody last told anything, and whether that is more days ago than the city allows. */
  readonly reportedOn: string;
  readonly isStale: boolean;
  readonly reportDays: number;
}

/** One capability of one unit. */
export interface CapabilityCell {
  readonly capability: Capability;
  readonly state: RolloutState;
  readonly plannedOn: string | null;
  readonly pilotOn: string | null;
  readonly liveOn: string | null;
  readonly note: string;
  readonly version: number;
}

/** A unit of the matrix. A capability that is not in `cells` has not been told. */
export interface RolloutUnit {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly quotaBasisPoints: number;
  /** Null: not told, which is not 0. */
  readonly persons: number | null;
  readonly trained: number | null;
  /** How many must be trained; null while nobody knows how many people there are. */
  readonly neededTrained: number | null;
  readonly toldOn: string | null;
  readonly training: TrainingState;
  readonly cells: readonly CapabilityCell[];
  readonly mayTell: boolean;
  readonly version: number;
}

/** A small survey of staff. */
export interface RolloutSurvey {
  readonly id: string;
  readonly heldOn: string;
  readonly question: string;
  readonly invited: number;
  /** From worst to best. */
  readonly answers: readonly number[];
  readonly acceptance: Acceptance;
  readonly source: string;
  readonly origin: Origin;
}

export type CapabilityCounts = Readonly<Record<RolloutState, number>>;

/** Everything the board shows. */
export interface Rollout extends RolloutRow {
  readonly description: string;
  readonly startedOn: string;
  readonly quotaBasisPoints: number;
  /** Trainings of this technology say how many are trained; null: each unit tells it. */
  readonly technology: TrainingTechnology | null;
  readonly origin: Origin;
  readonly today: string;
  readonly rows: readonly RolloutUnit[];
  /** Units that the reader may not see; they are in the counts. */
  readonly hiddenUnits: number;
  readonly counts: Readonly<Record<Capability, CapabilityCounts>>;
  readonly measurements: Readonly<Record<string, readonly GoalMeasurement[]>>;
  readonly surveys: readonly RolloutSurvey[];
  /** May set goals, units and quota; those of a unit may tell about it. */
  readonly mayLead: boolean;
  readonly version: number;
}

/** What happened to a roll-out, for ever; each has its words in the audit log. */
export const ROLLOUT_EVENTS = [
  'created',
  'changed',
  'goal_added',
  'goal_changed',
  'measured',
  'unit_added',
  'trained',
  'capability',
  'survey',
] as const;
export type RolloutEventKind = (typeof ROLLOUT_EVENTS)[number];

export interface RolloutChanged {
  readonly id: string;
  readonly version: number;
}
