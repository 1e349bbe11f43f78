import type { FrameCode } from '@etatlotse/domain/budget';
import type {
  DemandItemKind,
  DemandState,
  ItemRhythm,
  PhaseDates,
  PriceBasis,
  RoundPhase,
  RoundState,
} from '@etatlotse/domain/demand';

/** Where planning rounds and the catalogue live on the wire. */
export const ROUND_PATHS = {
  rounds: '/api/v1/planning-rounds',
  round: (id: string): string => `/api/v1/planning-rounds/${id}`,
  steps: (id: string): string => `/api/v1/planning-rounds/${id}/steps`,
  ceilings: (id: string): string => `/api/v1/planning-rounds/${id}/ceilings`,
  late: (id: string): string => `/api/v1/planning-rounds/${id}/late`,
  reminders: (id: string): string => `/api/v1/planning-rounds/${id}/reminders`,
  standardItems: '/api/v1/standard-items',
  standardItem: (id: string): string => `/api/v1/standard-items/${id}`,
} as const;

/** A round in the list. */
export interface RoundName {
  readonly id: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly state: RoundState;
}

/** A frame in one year: its ceiling, and what the demands of the round would take from it. */
export interface RoundFrameYear {
  readonly frame: FrameCode;
  readonly fiscalYear: number;
  /** Null is unknown, not zero (R26). */
  readonly ceilingCents: number | null;
  readonly source: string;
  /** Gross, of all demands that are alive (not rejected, deferred or withdrawn). */
  readonly askedCents: number;
  /** The same by the state they are in. */
  readonly byState: Readonly<Partial<Record<DemandState, number>>>;
  readonly runCents: number;
  readonly changeCents: number;
  /** Demands with an item whose price or quantity is unknown. */
  readonly unknownDemands: number;
}

/** A round as its overview shows it. Sums are of the whole round, for every reader the same. */
export interface PlanningRound extends RoundName {
  readonly years: readonly number[];
  readonly callLetter: string;
  readonly phases: PhaseDates;
  /** By today; null after the last one. */
  readonly phase: RoundPhase | null;
  readonly stateReason: string;
  readonly stateChangedAt: string | null;
  readonly previousRoundId: string | null;
  readonly frames: readonly RoundFrameYear[];
  /** Gross by year of demands that have no frame yet. */
  readonly withoutFrame: readonly { readonly fiscalYear: number; readonly askedCents: number }[];
  readonly counts: Readonly<Record<DemandState, number>>;
  readonly late: number;
  /** How many demands of the round the reader may not open; they are in the sums all the same. */
  readonly hidden: number;
  readonly mayWrite: boolean;
  readonly version: number;
}

/** A demand that waits too long, and for whom. */
export interface LateDemand {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly state: DemandState;
  readonly phase: RoundPhase;
  readonly dueOn: string;
}

/** A thing with a price that demands are put together from. */
export interface StandardItem {
  readonly id: string;
  readonly name: string;
  readonly kind: DemandItemKind;
  readonly rhythm: ItemRhythm;
  readonly unit: string;
  readonly unitPriceCents: number | null;
  readonly basis: PriceBasis;
  readonly vatBasisPoints: number;
  readonly source: string;
  readonly asOf: string;
  readonly isArchived: boolean;
  readonly origin: 'person' | 'demo';
  readonly version: number;
}

export interface RoundChanged {
  readonly id: string;
  readonly version: number;
  /** Proposals that a newly prepared round began with. */
  readonly proposals?: number;
}
