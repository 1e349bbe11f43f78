import type { BoundTotalRow, BoundYearRow, ExtraCoverRow, ExtraItemRow } from '@etatlotse/contracts/authority/plain';
import type { BalanceFigures, BudgetOverview } from '@etatlotse/contracts/budget/plain';
import type { BoundKind, ExtraDecider, ExtraState, ExtraTotals } from '@etatlotse/domain/authority';
import type { FrameCode, MovementKind } from '@etatlotse/domain/budget';
import type { BodyKind, SnapshotChange } from '@etatlotse/domain/council';
import type { JudgedStatus, ProjectLevel, ProjectPhase, ProjectState, ProjectStatus } from '@etatlotse/domain/project';
import type { RolloutState } from '@etatlotse/domain/rollout';
import type { Bounded } from '@etatlotse/domain/shared';

const SNAPSHOTS = '/api/v1/snapshots';

/** Where snapshots live on the wire. */
export const SNAPSHOT_PATHS = {
  snapshots: SNAPSHOTS,
  current: `${SNAPSHOTS}/current`,
  snapshot: (id: string): string => `${SNAPSHOTS}/${id}`,
  release: (id: string): string => `${SNAPSHOTS}/${id}/release`,
  reject: (id: string): string => `${SNAPSHOTS}/${id}/reject`,
  changes: (id: string): string => `${SNAPSHOTS}/${id}/changes`,
  line: (id: string, lineId: string): string => `${SNAPSHOTS}/${id}/lines/${lineId}`,
  file: (id: string): string => `${SNAPSHOTS}/${id}/snapshot.json`,
  package: (id: string): string => `${SNAPSHOTS}/${id}/fiscal-data-package.zip`,
  handout: (id: string): string => `${SNAPSHOTS}/${id}/handout.pdf`,
} as const;

export const SNAPSHOT_STATES = ['prepared', 'released', 'rejected'] as const;
export type SnapshotState = (typeof SNAPSHOT_STATES)[number];

/** Names the shape of the frozen text; another shape gets another name. */
export const SNAPSHOT_FORMAT = 'etatlotse-snapshot/1';
export const SNAPSHOT_FILE_FORMAT = 'etatlotse-snapshot-file/1';
export const DRILL_LIMIT = 100;

/** The overview as a committee sees it: figures only, nothing that needs attention and why. */
export type SnapshotOverview = Omit<BudgetOverview, 'attention'>;

/** The meeting for which figures were frozen. */
export interface SnapshotMeeting {
  readonly id: string;
  readonly body: string;
  readonly bodyKind: BodyKind;
  readonly heldOn: string;
}

/** Where the ceiling of a frame comes from. */
export interface FrameSource {
  readonly frame: FrameCode;
  readonly source: string;
}

export interface SnapshotLine extends BalanceFigures {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode;
  readonly runOrChange: 'run' | 'change' | null;
  readonly subBudget: string;
  readonly account: string;
  readonly accountName: string;
}

/** What anybody may read of a line: it stands in the printed budget, too. */
export type PublicLine = Pick<
  SnapshotLine,
  | 'number'
  | 'name'
  | 'frame'
  | 'runOrChange'
  | 'subBudget'
  | 'account'
  | 'accountName'
  | 'appropriationCents'
  | 'adjustedCents'
  | 'actualCents'
>;

/** A booking without the texts that people typed for each other: day, kind, amount and number of the document. */
export interface SnapshotBooking {
  readonly id: string;
  readonly lineId: string;
  readonly kind: MovementKind;
  readonly amountCents: number;
  readonly bookedOn: string;
  readonly documentNumber: string;
}

/** A project as it stood, the first baseline beside the current one. */
export interface SnapshotProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: ProjectLevel;
  readonly phase: ProjectPhase;
  readonly state: ProjectState;
  readonly status: ProjectStatus;
  readonly judged: JudgedStatus | null;
  readonly differsFromRule: boolean;
  readonly reportedOn: string;
  readonly isStale: boolean;
  readonly plannedEnd: string;
  readonly baselines: number;
  readonly originalBudgetCents: number | null;
  /** Of the current baseline; null without one. */
  readonly budgetCents: number | null;
  readonly originalEnd: string | null;
  readonly currentEnd: string | null;
  readonly slipDays: number;
  readonly actualCents: number;
  readonly committedCents: number;
  readonly costVarianceCents: number | null;
  readonly scheduleVarianceCents: number | null;
}

export interface SnapshotGoal {
  readonly id: string;
  readonly name: string;
  readonly counted: string;
  readonly goalOn: string;
  readonly firstGoalOn: string;
  readonly share: Bounded | null;
  readonly measuredOn: string | null;
  /** True where the figure was taken from the city's own paper. */
  readonly isFromSource: boolean;
}

export interface SnapshotRollout {
  readonly id: string;
  readonly name: string;
  readonly units: number;
  readonly states: Readonly<Record<RolloutState, number>>;
  readonly goals: readonly SnapshotGoal[];
  readonly reportedOn: string;
  readonly isStale: boolean;
}

/** A unit's posts against what its cases need. Whole millionths of a full-time post, so that nothing is rounded away. */
export interface SnapshotStaff {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly plannedFteMicros: number;
  readonly occupiedFteMicros: number;
  /** Null: not known. */
  readonly requiredFteMicros: number | null;
  readonly isComplete: boolean;
}

export interface SnapshotStaffing {
  readonly rows: readonly SnapshotStaff[];
  readonly totals: Pick<SnapshotStaff, 'plannedFteMicros' | 'occupiedFteMicros' | 'requiredFteMicros' | 'isComplete'>;
}

export interface SnapshotBoundYears {
  readonly years: readonly number[];
  readonly rows: readonly BoundYearRow[];
  readonly totals: readonly BoundTotalRow[];
  readonly missing: readonly BoundKind[];
  readonly planName: string | null;
}

/** An examined or granted request for authority over or outside the plan, as its form prints it. */
export interface SnapshotExtra {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly state: ExtraState;
  readonly decider: ExtraDecider | null;
  readonly decidedOn: string | null;
  readonly items: readonly Omit<ExtraItemRow, 'lineId'>[];
  readonly covers: readonly Omit<ExtraCoverRow, 'availableCents'>[];
  readonly totals: ExtraTotals;
}

/** A demand that was decided, without the reasons that people wrote for each other. */
export interface SnapshotDemand {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly unit: string;
  readonly decision: 'adopted' | 'deferred' | 'rejected';
  readonly decidedOn: string;
}

/** What was decided since the snapshot before; since the beginning of the year where there is none. */
export interface SnapshotDemands {
  readonly since: string;
  readonly rows: readonly SnapshotDemand[];
}

/** Everything that was frozen. Its canonical text is what is hashed and signed. */
export interface SnapshotContent {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly city: string;
  readonly citySlug: string;
  readonly fiscalYear: number;
  readonly meeting: SnapshotMeeting | null;
  /** Bookings up to this day, by the day of the booking. */
  readonly ledgerAsOf: string;
  /** Projects, roll-outs, staffing and later years as they stood when they were frozen: these registers keep one stand only. */
  readonly registersAsOf: string;
  readonly frozenAt: string;
  readonly remark: string;
  readonly overview: SnapshotOverview;
  readonly frameSources: readonly FrameSource[];
  readonly lines: readonly SnapshotLine[];
  readonly bookings: readonly SnapshotBooking[];
  readonly projects: readonly SnapshotProject[];
  readonly rollouts: readonly SnapshotRollout[];
  readonly staffing: SnapshotStaffing;
  readonly boundYears: SnapshotBoundYears;
  readonly extras: readonly SnapshotExtra[];
  /** Snapshots from before it was kept do not have it. */
  readonly demands?: SnapshotDemands;
}

/** What everybody may see of it: no single bookings, no staffing of units, nothing that is not decided. */
export type PublicContent = Pick<
  SnapshotContent,
  | 'city'
  | 'citySlug'
  | 'fiscalYear'
  | 'meeting'
  | 'ledgerAsOf'
  | 'registersAsOf'
  | 'frozenAt'
  | 'overview'
  | 'frameSources'
  | 'projects'
  | 'rollouts'
>;

/** A snapshot in a list. */
export interface SnapshotRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly state: SnapshotState;
  readonly meeting: SnapshotMeeting | null;
  readonly ledgerAsOf: string;
  /** Also shown to everybody (Ö) once it is released. */
  readonly isPublic: boolean;
  readonly remark: string;
  /** SHA-256 over the frozen text, in hex. */
  readonly sha256: string;
  /** Fingerprint of the key that signed it. */
  readonly keyId: string;
  readonly preparedByName: string | null;
  readonly preparedAt: string;
  readonly releasedByName: string | null;
  readonly releasedAt: string | null;
  /** A newer released snapshot for the same meeting, or for the same day without one. */
  readonly supersededBy: string | null;
}

export interface SnapshotPage {
  readonly rows: readonly SnapshotRow[];
  readonly nextCursor: string | null;
}

/** A snapshot with its figures; single bookings are asked for line by line. */
export interface Snapshot extends SnapshotRow {
  readonly content: Omit<SnapshotContent, 'bookings'>;
}

/** A line of a snapshot with the bookings that were frozen with it. */
export interface SnapshotLineDetail {
  readonly line: SnapshotLine;
  readonly bookings: readonly SnapshotBooking[];
  readonly nextCursor: string | null;
}

/** What changed from an earlier snapshot to this one. */
export interface SnapshotChanges {
  readonly before: SnapshotRow;
  readonly after: SnapshotRow;
  readonly changes: readonly SnapshotChange[];
}
