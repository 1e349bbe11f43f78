import type { FrameCode, NetworkZone, RunOrChange, ServiceClass } from '@etatlotse/domain/budget';
import type {
  Checklist,
  DemandContent,
  DemandGap,
  DemandRequirement,
  DemandSource,
  DemandState,
  DemandStep,
  DemandYear,
  DependencyKind,
  ReviewerDesk,
  ReviewState,
  RoundPhase,
} from '@etatlotse/domain/demand';

/** Where demands live on the wire. */
export const DEMAND_PATHS = {
  demands: '/api/v1/demands',
  board: '/api/v1/demands/board',
  units: '/api/v1/demands/units',
  waiting: '/api/v1/demands/waiting',
  queue: '/api/v1/demands/queue',
  offers: '/api/v1/demands/offers',
  demand: (id: string): string => `/api/v1/demands/${id}`,
  content: (id: string): string => `/api/v1/demands/${id}/content`,
  steps: (id: string): string => `/api/v1/demands/${id}/steps`,
  frame: (id: string): string => `/api/v1/demands/${id}/frame`,
  copies: (id: string): string => `/api/v1/demands/${id}/copies`,
  events: (id: string): string => `/api/v1/demands/${id}/events`,
  remarks: (id: string): string => `/api/v1/demands/${id}/remarks`,
  review: (id: string, desk: ReviewerDesk): string => `/api/v1/demands/${id}/reviews/${desk}`,
  attachments: (id: string): string => `/api/v1/demands/${id}/attachments`,
  attachment: (id: string, attachmentId: string): string => `/api/v1/demands/${id}/attachments/${attachmentId}`,
} as const;

export const ATTACHMENTS_MAX = 20;

/** Demands of one state that the board shows at once. */
export const BOARD_CARDS = 20;

export interface UnitName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** A demand in a list. */
export interface DemandRow {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly title: string;
  readonly unit: UnitName;
  readonly state: DemandState;
  readonly runOrChange: RunOrChange | null;
  readonly isMandatory: boolean;
  readonly serviceClass: ServiceClass | null;
  readonly frame: FrameCode | null;
  readonly earliestStartYear: number | null;
  /** Gross in the plan years of the round, and in all years of its window. */
  readonly planCents: number;
  readonly windowCents: number;
  readonly unknownItems: number;
  readonly signed: number;
  readonly objected: number;
  readonly isLate: boolean;
  readonly dueOn: string | null;
  readonly source: DemandSource;
  readonly changedAt: string;
  readonly version: number;
}

/** The first demands of a state, and where the next ones begin; the list answers those. */
export interface DemandCards {
  readonly rows: readonly DemandRow[];
  readonly nextCursor: string | null;
}

/** One state of the board: how many and how much stands in it. */
export interface DemandColumn {
  readonly state: DemandState;
  readonly count: number;
  readonly planCents: number;
  /** Only where they were asked for. */
  readonly cards?: DemandCards;
}

export interface DemandBoard {
  readonly roundId: string;
  readonly columns: readonly DemandColumn[];
  /** Demands of the round that the reader may not open; they are in no column. */
  readonly hidden: number;
  readonly hiddenPlanCents: number;
}

/** What a desk said. */
export interface DemandReviewView {
  readonly desk: ReviewerDesk;
  readonly state: ReviewState;
  readonly dueOn: string;
  readonly checklist: Checklist;
  readonly conditions: string;
  readonly objection: string;
  readonly byName: string | null;
  readonly decidedAt: string | null;
  readonly mayDecide: boolean;
  readonly version: number;
}

export interface DemandRemark {
  readonly id: string;
  readonly desk: ReviewerDesk | null;
  readonly text: string;
  readonly byName: string;
  readonly writtenAt: string;
}

export interface DemandAttachment {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly byName: string;
  readonly addedAt: string;
}

/** A demand that this one depends on, or that depends on this one; no title where the reader may not see it. */
export interface DemandLink {
  readonly id: string;
  readonly number: number;
  readonly title: string | null;
  readonly state: DemandState;
  readonly kind: DependencyKind;
  readonly direction: 'to' | 'from';
}

/** What happened, for ever. */
export interface DemandEvent {
  readonly id: string;
  readonly kind: string;
  readonly fromState: DemandState | null;
  readonly toState: DemandState | null;
  readonly reason: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly byName: string | null;
  readonly recordedAt: string;
}

/** A step of the workflow as somebody could take it now, and what it still waits for. */
export interface DemandStepOffer {
  readonly step: DemandStep;
  readonly missing: readonly DemandRequirement[];
}

/** Everything a demand page shows. */
export interface Demand extends Omit<DemandContent, 'dependencies'> {
  readonly id: string;
  readonly roundId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly years: readonly number[];
  readonly number: number;
  readonly unit: UnitName;
  readonly owner: PersonName;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly changedByName: string | null;
  readonly changedAt: string;
  readonly submittedByName: string | null;
  readonly submittedAt: string | null;
  readonly state: DemandState;
  readonly stateChangedAt: string;
  readonly waitsFor: RoundPhase | null;
  readonly dueOn: string | null;
  readonly isLate: boolean;
  readonly rank: number | null;
  readonly deliberatedOn: string | null;
  readonly deliberation: string;
  readonly source: DemandSource;
  /** The demand, contract or budget line it was made from. */
  readonly sourceId: string | null;
  readonly origin: 'person' | 'source' | 'demo';
  readonly costs: readonly DemandYear[];
  readonly gaps: readonly DemandGap[];
  readonly links: readonly DemandLink[];
  readonly reviews: readonly DemandReviewView[];
  readonly remarks: readonly DemandRemark[];
  /** What the department wrote beside the demand and its items in its workbook; items by their ids. */
  readonly sheetNote: string;
  readonly itemNotes: Readonly<Record<string, string>>;
  readonly attachments: readonly DemandAttachment[];
  readonly steps: readonly DemandStepOffer[];
  readonly mayEdit: boolean;
  readonly mayRemark: boolean;
  readonly maySetFrame: boolean;
  readonly version: number;
}

export interface DemandChanged {
  readonly id: string;
  readonly version: number;
  readonly state?: DemandState;
}

/** What lies before a desk. */
export interface DeskQueueRow {
  readonly demandId: string;
  readonly number: number;
  readonly title: string;
  readonly unit: UnitName;
  readonly desk: ReviewerDesk;
  readonly state: ReviewState;
  readonly demandState: DemandState;
  readonly dueOn: string;
  readonly isLate: boolean;
  readonly networkZone: NetworkZone | null;
  readonly planCents: number;
  readonly conditions: string;
  /** Others of the four that have signed. */
  readonly signed: number;
  readonly objected: number;
}

/** A demand that another one could depend on. */
export interface DemandOffer {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly unitCode: string;
  readonly firstYear: number;
}

/** Something that waits for the reader, and for which step. */
export interface WaitingDemand {
  readonly demand: DemandRow;
  /** `examine`: the desk has to answer; otherwise the next step of the table. */
  readonly step: DemandStep;
  /** Handed back, with the reason. */
  readonly handedBack: string | null;
}
