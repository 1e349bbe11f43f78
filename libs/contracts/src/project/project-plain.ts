import type { ProcurementAdviceView } from '@etatlotse/contracts/procurement/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import type {
  BaselineComparison,
  CostKind,
  EarnedValue,
  FlowLink,
  JudgedStatus,
  ProgressMethod,
  ProgressPoint,
  ProjectForecast,
  ProjectLevel,
  ProjectPhase,
  ProjectState,
  ProjectStatus,
  RiskState,
  StatusFinding,
} from '@etatlotse/domain/project';

/** Where projects live on the wire. */
export const PROJECT_PATHS = {
  projects: '/api/v1/projects',
  summary: '/api/v1/projects/summary',
  flows: '/api/v1/projects/flows',
  parents: '/api/v1/projects/parents',
  milestones: '/api/v1/projects/milestones',
  project: (id: string): string => `/api/v1/projects/${id}`,
  steps: (id: string): string => `/api/v1/projects/${id}/steps`,
  move: (id: string): string => `/api/v1/projects/${id}/move`,
  plan: (id: string): string => `/api/v1/projects/${id}/plan`,
  baselines: (id: string): string => `/api/v1/projects/${id}/baselines`,
  milestone: (id: string, milestoneId: string): string => `/api/v1/projects/${id}/milestones/${milestoneId}`,
  lines: (id: string): string => `/api/v1/projects/${id}/lines`,
  lineEnd: (id: string, linkId: string): string => `/api/v1/projects/${id}/lines/${linkId}/end`,
  lineOffers: (id: string): string => `/api/v1/projects/${id}/line-offers`,
  assessments: (id: string): string => `/api/v1/projects/${id}/assessments`,
  risks: (id: string): string => `/api/v1/projects/${id}/risks`,
  risk: (id: string, riskId: string): string => `/api/v1/projects/${id}/risks/${riskId}`,
  purchases: (id: string): string => `/api/v1/projects/${id}/purchases`,
  purchaseEnd: (id: string, purchaseId: string): string => `/api/v1/projects/${id}/purchases/${purchaseId}/end`,
  followUps: (id: string): string => `/api/v1/projects/${id}/follow-up-costs`,
  followUpEnd: (id: string, followUpId: string): string => `/api/v1/projects/${id}/follow-up-costs/${followUpId}/end`,
  dependencies: (id: string): string => `/api/v1/projects/${id}/dependencies`,
  dependencyEnd: (id: string, dependencyId: string): string =>
    `/api/v1/projects/${id}/dependencies/${dependencyId}/end`,
  events: (id: string): string => `/api/v1/projects/${id}/events`,
  forecast: (id: string): string => `/api/v1/projects/${id}/forecast`,
} as const;

export const PROJECT_FORMS = ['single', 'collective'] as const;
export type ProjectFormName = (typeof PROJECT_FORMS)[number];

/** A project as another record names it. */
export interface ProjectName {
  readonly id: string;
  readonly name: string;
  readonly level: ProjectLevel;
}

/** A project in the portfolio: how it stands, against what, and how old that is. */
export interface ProjectRow {
  readonly id: string;
  readonly level: ProjectLevel;
  readonly key: string;
  readonly name: string;
  /** Null at the top, and where the reader may not see it. */
  readonly parent: ProjectName | null;
  readonly unitName: string | null;
  readonly phase: ProjectPhase;
  readonly state: ProjectState;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  /** By rule; a person's judgement stands beside it and never replaces it. */
  readonly status: ProjectStatus;
  readonly judged: JudgedStatus | null;
  readonly differsFromRule: boolean;
  /** Null without a baseline. */
  readonly earned: EarnedValue | null;
  readonly actualCents: number;
  readonly committedCents: number;
  /** How many baselines there have been, and what the current one moved against the first. */
  readonly baselines: number;
  readonly originalBudgetCents: number | null;
  readonly originalEnd: string | null;
  readonly currentEnd: string | null;
  readonly slipDays: number;
  /** When somebody last said how it stands, and whether that is too long ago. */
  readonly reportedOn: string;
  readonly isStale: boolean;
}

/** A project as a bubble: how fast and how dear against its baseline. */
export interface ProjectBubble {
  readonly id: string;
  readonly name: string;
  readonly status: ProjectStatus;
  /** Hundredths: 86 is 0.86. */
  readonly cpiHundredths: number;
  readonly spiHundredths: number;
  readonly bacCents: number;
}

/** All projects of a portfolio or programme (not closed) together. */
export interface ProjectSummary {
  readonly projects: number;
  readonly byStatus: Readonly<Record<ProjectStatus, number>>;
  readonly stale: number;
  /** After how many days without a word a project counts as not reported: a setting of the city. */
  readonly reportDays: number;
  readonly differing: number;
  readonly withoutBaseline: number;
  /** Of all projects with a baseline, added up. */
  readonly earned: EarnedValue;
  /** What the first baselines of the same projects promised. */
  readonly originalBudgetCents: number;
  readonly bubbles: readonly ProjectBubble[];
}

/** One year and side of the budget of a project: what the baseline says and what the ledger has. */
export interface ProjectYear {
  readonly fiscalYear: number;
  readonly kind: Exclude<CostKind, 'internal'>;
  /** Null without a baseline. */
  readonly baselineCents: number | null;
  readonly adjustedCents: number;
  readonly committedCents: number;
  readonly actualCents: number;
  readonly availableCents: number;
}

/** A budget line of a project; the line is null where the reader may not see it. Its money is in the years all the same. */
export interface ProjectLine {
  readonly linkId: string;
  readonly line: { readonly id: string; readonly number: string; readonly name: string } | null;
  readonly fromYear: number;
  /** Null: until further notice. */
  readonly toYear: number | null;
  readonly reason: string;
  readonly endReason: string;
}

/** A line that could be linked, with the project's key or found by words. */
export interface ProjectLineOffer {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly hasKey: boolean;
  /** The project that has it now, if any. */
  readonly linkedTo: ProjectName | null;
}

export interface ProjectMilestone {
  readonly id: string;
  readonly name: string;
  readonly weightBasisPoints: number;
  /** In the working plan; the baselines keep their own. */
  readonly plannedOn: string;
  /** In the first and in the current baseline; null where it is not in it. */
  readonly originalOn: string | null;
  readonly baselineOn: string | null;
  readonly forecastOn: string | null;
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
  readonly actualOn: string | null;
  readonly remark: string;
  /** No longer part of the plan. */
  readonly isDropped: boolean;
  /** Open dependencies of other projects on it. */
  readonly waiting: number;
  readonly version: number;
}

export interface PlannedCostRow {
  readonly fiscalYear: number;
  readonly kind: CostKind;
  readonly amountCents: number;
}

export type BaselineState = 'waiting' | 'agreed' | 'dismissed';

export interface ProjectBaseline {
  readonly id: string;
  /** 1 is the original; null while it waits or when it was not agreed to. */
  readonly number: number | null;
  readonly state: BaselineState;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly budgetCents: number;
  readonly internalCents: number;
  readonly reason: string;
  readonly document: string;
  readonly decidedOn: string;
  readonly requestedByName: string | null;
  readonly requestedAt: string;
  readonly agreedByName: string | null;
  readonly agreedAt: string | null;
}

export interface ProjectAssessment {
  readonly id: string;
  readonly status: JudgedStatus;
  readonly text: string;
  readonly assessedOn: string;
  /** What somebody judges to be done; 4500 is 45.00 %. */
  readonly progressBasisPoints: number | null;
  readonly byName: string | null;
}

export interface ProjectRisk {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly probabilityBasisPoints: number;
  readonly lowCents: number;
  readonly likelyCents: number;
  readonly highCents: number;
  readonly delayDays: number;
  readonly expectedCents: number;
  readonly state: RiskState;
  readonly version: number;
}

export interface ProjectDependency {
  readonly id: string;
  /** Null where the reader may not see the other project. */
  readonly project: ProjectName | null;
  readonly milestoneName: string;
  readonly dueOn: string | null;
  readonly isReached: boolean;
  readonly note: string;
}

/** What operation costs once the project is live; it moves with its milestone and binds later years. */
export interface ProjectFollowUp {
  readonly id: string;
  readonly name: string;
  readonly milestoneName: string;
  /** When the milestone was reached, else when it is expected, else when it was planned. */
  readonly startsOn: string;
  readonly isReached: boolean;
  /** Null where the reader may not see it. */
  readonly line: { readonly id: string; readonly number: string; readonly name: string } | null;
  readonly yearlyCents: number;
  /** The years that are planned in; the year of the go-live by months. */
  readonly years: readonly { readonly fiscalYear: number; readonly amountCents: number }[];
}

/** What the project buys, with the way it is awarded and the last day to begin. */
export interface ProjectPurchase {
  readonly id: string;
  readonly name: string;
  readonly framework: string;
  readonly isInHouse: boolean;
  readonly advice: ProcurementAdviceView;
}

/** A milestone of another project that one could wait for. */
export interface MilestoneOffer {
  readonly milestoneId: string;
  readonly name: string;
  readonly project: ProjectName;
  readonly dueOn: string;
  readonly isReached: boolean;
}

/** Everything a project page shows. */
export interface Project extends ProjectRow {
  readonly form: ProjectFormName;
  readonly description: string;
  readonly sponsor: string;
  readonly unitId: string | null;
  /** After how many days without a word it counts as not reported. */
  readonly reportDays: number;
  readonly startedOn: string | null;
  readonly closedOn: string | null;
  readonly closeReason: string;
  readonly progressMethod: ProgressMethod;
  readonly plannedBasisPoints: number;
  readonly doneBasisPoints: number;
  readonly origin: 'person' | 'source' | 'demo';
  readonly findings: readonly StatusFinding[];
  /** Against the first baseline, where there is another one since. */
  readonly earnedOriginal: EarnedValue | null;
  readonly costs: readonly PlannedCostRow[];
  readonly milestones: readonly ProjectMilestone[];
  /** Shares and, in money of the current baseline, planned and earned value over time. */
  readonly curve: readonly (ProgressPoint & {
    readonly plannedCents: number;
    readonly earnedCents: number | null;
  })[];
  readonly month: ProjectMonth;
  readonly allBaselines: readonly ProjectBaseline[];
  /** First and current baseline; null before there is one. */
  readonly comparison: BaselineComparison | null;
  /** The working plan differs from the current baseline. */
  readonly planDiffers: boolean;
  readonly years: readonly ProjectYear[];
  readonly lines: readonly ProjectLine[];
  readonly assessments: readonly ProjectAssessment[];
  readonly risks: readonly ProjectRisk[];
  readonly expectedRiskCents: number;
  readonly dependencies: readonly ProjectDependency[];
  readonly followUps: readonly ProjectFollowUp[];
  readonly purchases: readonly ProjectPurchase[];
  readonly children: number;
  readonly mayWrite: boolean;
  readonly mayLinkLines: boolean;
  readonly version: number;
}

/** What is different from a month ago: in money that was earned and spent, and in milestones that were reached. */
export interface ProjectMonth {
  readonly since: string;
  /** Null without a baseline. */
  readonly earnedCents: number | null;
  readonly plannedCents: number | null;
  readonly spentCents: number;
  readonly reached: readonly string[];
  /** Entries of the history. */
  readonly events: number;
}

/** Where the money of a year goes, in streams and by frame. */
export interface ProjectFlows {
  readonly fiscalYear: number;
  readonly links: readonly FlowLink[];
  /** What the plan gives to projects (Ansatz), by frame. */
  readonly shares: readonly {
    readonly frame: FrameCode | null;
    readonly projectId: string;
    readonly name: string;
    readonly plannedCents: number;
  }[];
  /** All of a frame; only for who sees the whole city. A ceiling that is null is unknown. */
  readonly frames: readonly {
    readonly frame: FrameCode;
    readonly ceilingCents: number | null;
    readonly plannedCents: number;
  }[];
}

/** What happened to a project, for ever. */
export interface ProjectEvent {
  readonly id: string;
  readonly kind: ProjectEventKind;
  readonly reason: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly byName: string | null;
  readonly recordedAt: string;
}

export const PROJECT_EVENTS = [
  'created',
  'changed',
  'moved',
  'start',
  'pause',
  'resume',
  'close',
  'reopen',
  'plan',
  'milestone',
  'baseline_requested',
  'baseline_agreed',
  'baseline_dismissed',
  'line_linked',
  'line_ended',
  'assessed',
  'risk',
  'dependency',
  'dependency_ended',
  'follow_up_cost',
  'follow_up_cost_ended',
  'purchase',
  'purchase_ended',
] as const;
export type ProjectEventKind = (typeof PROJECT_EVENTS)[number];

/** A forecast with the facts it was drawn from; `reason` says why there is none. */
export interface ProjectForecastAnswer {
  readonly forecast: ProjectForecast | null;
  readonly reason: 'no_baseline' | 'closed' | null;
  readonly openMilestones: number;
  readonly openRisks: number;
}

export interface ProjectChanged {
  readonly id: string;
  readonly version: number;
}

export interface BaselineRequested extends ProjectChanged {
  readonly baselineId: string;
  readonly approvalId: string;
}
