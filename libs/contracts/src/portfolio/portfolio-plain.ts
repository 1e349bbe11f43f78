import type { FrameCode, PlanVersionState, RunOrChange } from '@etatlotse/domain/budget';
import type { DemandReason, DemandState, PlannedYear, RoundState } from '@etatlotse/domain/demand';
import type {
  CoverYear,
  Limit,
  MandatoryConflict,
  OutReason,
  RoundDemand,
  ScoreWeights,
  Shortage,
} from '@etatlotse/domain/portfolio';

/** Where the decision of a round lives on the wire. */
export const PORTFOLIO_PATHS = {
  current: '/api/v1/portfolio/rounds/current',
  decision: (roundId: string): string => `/api/v1/portfolio/rounds/${roundId}`,
  scenarios: (roundId: string): string => `/api/v1/portfolio/rounds/${roundId}/scenarios`,
  scenario: (id: string): string => `/api/v1/portfolio/scenarios/${id}`,
  proposal: (roundId: string): string => `/api/v1/portfolio/rounds/${roundId}/proposal`,
  runs: (roundId: string): string => `/api/v1/portfolio/rounds/${roundId}/runs`,
  run: (id: string): string => `/api/v1/portfolio/runs/${id}`,
  staff: (roundId: string): string => `/api/v1/portfolio/rounds/${roundId}/staff`,
  weights: '/api/v1/portfolio/weights',
  rating: (demandId: string): string => `/api/v1/portfolio/demands/${demandId}/rating`,
  cover: (demandId: string): string => `/api/v1/portfolio/demands/${demandId}/cover`,
  start: (demandId: string): string => `/api/v1/portfolio/demands/${demandId}/start`,
  transfers: (roundId: string): string => `/api/v1/portfolio/rounds/${roundId}/transfers`,
} as const;

/** Most demands that a round is decided with on one page. */
export const DECISION_MAX = 20_000;

/** A demand on the page of the decision. What is known of its costs stands in `costs`; the rest is a remark. */
export interface DecisionDemand extends RoundDemand {
  readonly number: number;
  readonly title: string;
  readonly unitCode: string;
  readonly state: DemandState;
  readonly reason: DemandReason | null;
  /** Items without a price or quantity. */
  readonly unknownItems: number;
  /** False while the ratings are only proposed by the program. */
  readonly isRated: boolean;
  readonly ratingVersion: number;
  /** The year that was set for it; null while it is only thought about. */
  readonly startYear: number | null;
  readonly version: number;
}

/** Staff for demands in a year: stated by somebody, reckoned by the capacity side, or not known. */
export interface DecisionStaff {
  readonly fiscalYear: number;
  readonly thousandths: number | null;
  readonly basis: 'stated' | 'capacity' | 'unknown';
  readonly source: string;
}

/** The city's weights, or the example that holds until it has decided on its own. */
export interface WeightsView extends ScoreWeights {
  readonly id: string | null;
  readonly number: number;
  readonly reason: string;
  readonly recordedAt: string | null;
  readonly recordedBy: string | null;
}

/** Everything that the decision of a round is made from, in one answer: the page reckons each what-if at once. */
export interface Decision {
  readonly roundId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly roundState: RoundState;
  /** The plan years and the three that follow. */
  readonly years: readonly number[];
  readonly ceilings: readonly {
    readonly frame: FrameCode;
    readonly fiscalYear: number;
    readonly ceilingCents: number | null;
    readonly source: string;
  }[];
  readonly staff: readonly DecisionStaff[];
  readonly staffUnit: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly staffVersion: number;
  readonly weights: WeightsView;
  /** What the plan in force has in the year before the first plan year, by frame; empty where there is none. */
  readonly lastPlan: readonly { readonly frame: FrameCode; readonly plannedCents: number }[];
  readonly demands: readonly DecisionDemand[];
  readonly mayDecide: boolean;
  readonly dataAsOf: string;
}

/** A scenario in the list, with what it comes to. */
export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly demands: number;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly version: number;
}

/** A scenario: the ranking as three columns of the same length. */
export interface Scenario extends ScenarioRow {
  readonly roundId: string;
  readonly demandIds: readonly string[];
  readonly isIn: readonly boolean[];
  readonly startYears: readonly number[];
  readonly weightsNumber: number;
}

export interface PortfolioChanged {
  readonly id: string;
  readonly version: number;
}

/** A selection somebody or something proposes, with its proof. Points in hundredths. */
export interface ProposalView {
  readonly demandIds: readonly string[];
  readonly startYears: readonly number[];
  readonly value: number;
  readonly bound: number;
  readonly summedBound: number;
  readonly gapBasisPoints: number;
  readonly seconds: number;
  readonly isStopped: boolean;
  /** Each limit with what the selection takes, summed anew, and what one more thousand euros or tenth of an FTE would be worth. */
  readonly limits: readonly (Limit & { readonly used: number; readonly priceHundredths: number })[];
  readonly reasons: readonly OutReason[];
}

/** Why there is no selection: the duties do not fit, or a first attempt did not place them all. */
export interface NoProposalView {
  readonly conflicts: readonly MandatoryConflict[];
  readonly raises: readonly { readonly limit: Limit; readonly amount: number }[];
  readonly stuck: readonly string[];
}

export interface ProposalAnswer {
  readonly proposal: ProposalView | null;
  readonly impossible: NoProposalView | null;
}

/** A long search: its job can be watched and stopped; the answer stands here when it has ended. */
export interface RunView {
  readonly id: string;
  readonly jobId: string;
  readonly state: 'running' | 'done' | 'failed';
  /** While it runs: the best so far and what is known to be the most. */
  readonly value: number | null;
  readonly bound: number | null;
  readonly seconds: number;
  readonly answer: ProposalAnswer | null;
}

export interface RunStarted {
  readonly id: string;
  readonly jobId: string;
}

/** Cover of a demand in both currencies, with everything that is missing or not known. */
export interface CoverView {
  readonly demandId: string;
  readonly frame: FrameCode | null;
  readonly startYear: number;
  readonly years: readonly CoverYear[];
  readonly shortages: readonly Shortage[];
}

/** What the capacity side reckons as free in a unit, year by year; null where it cannot say. */
export interface ReckonedStaff {
  readonly unitId: string;
  readonly years: readonly { readonly fiscalYear: number; readonly thousandths: number | null }[];
}

/** Most demands that go into a plan at once. */
export const TRANSFER_MAX = 500;

/** A line that is proposed because it belongs to the unit of the demand or to one above it. */
export interface OfferedLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** A planned demand with what would be written, to the cent. */
export interface TransferDemand {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly unitCode: string;
  readonly frame: FrameCode | null;
  readonly state: DemandState;
  readonly runOrChange: RunOrChange | null;
  readonly startYear: number;
  readonly expense: readonly PlannedYear[];
  readonly investment: readonly PlannedYear[];
  readonly openItems: number;
  readonly unknownItems: number;
  readonly expenseLine: OfferedLine | null;
  readonly investmentLine: OfferedLine | null;
  /** Versions that have it already. */
  readonly versionIds: readonly string[];
}

/** A plan that demands of the round can be in, newest first. */
export interface TransferVersion {
  readonly id: string;
  readonly name: string;
  readonly state: PlanVersionState;
  readonly isOpen: boolean;
  readonly decidedOn: string | null;
}

/** What can go into the plan, and what is there already. */
export interface TransferOffer {
  readonly versions: readonly TransferVersion[];
  /** Those without a plan first, by number. */
  readonly demands: readonly TransferDemand[];
  /** How many more there are. */
  readonly left: number;
}

/** What became of a demand: when it begins, in which plan it stands with how much, and cover that fell away since. */
export interface DemandResult {
  readonly startYear: number | null;
  readonly plans: readonly {
    readonly versionId: string;
    readonly versionName: string;
    readonly versionState: PlanVersionState;
    readonly amountCents: number;
    readonly transferredAt: string;
    readonly projectId: string | null;
  }[];
  /** Only of a planned demand. */
  readonly shortages: readonly Shortage[];
}

/** What became of planned demands: steps of a plan version, and projects. */
export interface TransferResult {
  readonly versionId: string;
  readonly demands: number;
  readonly amountCents: number;
  readonly projects: number;
}
