import type { ServiceClass } from '@etatlotse/domain/budget';
import type { ModerniseReason, SystemCriticality, SystemState, SystemSummary } from '@etatlotse/domain/inventory';
import type { RecordPage, RecordRow, RecordUnit, RegisterPage } from './record-plain';

const SYSTEMS = '/api/v1/systems';

/** Where systems live on the wire. */
export const SYSTEM_PATHS = {
  systems: SYSTEMS,
  proposals: `${SYSTEMS}/proposals`,
  one: (id: string): string => `${SYSTEMS}/${id}`,
} as const;

/** What the register proposes as a demand; an amount of null is unknown. */
export interface SystemProposal {
  readonly reason: ModerniseReason;
  readonly norm: string;
  readonly dueOn: string;
  readonly fiscalYear: number;
  readonly isOverdue: boolean;
  readonly amountCents: number | null;
}

/** A system as a row, with the cost of the year asked for. */
export interface SystemRow extends RecordRow {
  readonly vendor: string;
  readonly serviceClass: ServiceClass;
  readonly criticality: SystemCriticality;
  readonly state: SystemState;
  readonly supportEndsOn: string | null;
  readonly isSupportEnding: boolean;
  readonly yearCents: number | null;
  readonly securityBasisPoints: number | null;
  readonly securityCents: number | null;
  readonly proposal: SystemProposal | null;
}

export type SystemPage = RegisterPage<SystemRow, SystemSummary>;

/** A service that runs on a system, with its cases of the year; null is not counted. */
export interface SystemServiceRow {
  readonly id: string;
  readonly name: string;
  readonly unit: RecordUnit | null;
  readonly cases: number | null;
}

export interface SystemDetail extends SystemRow, RecordPage {
  /** Services that the reader sees: whoever ends the system ends them. */
  readonly services: readonly SystemServiceRow[];
  /** As it was stated; null where the contract says it or nobody knows. */
  readonly yearlyCents: number | null;
  /** Other systems that the same contract pays for. */
  readonly contractShared: number;
  readonly reason: ModerniseReason | null;
  readonly norm: string;
  readonly dueOn: string | null;
  readonly modernisationCents: number | null;
}

/** A proposal with the system it comes from, by name; the title of the demand is the name of the system. */
export interface SystemProposalRow extends SystemProposal {
  readonly systemId: string;
  readonly title: string;
  readonly unit: RecordUnit | null;
  readonly serviceClass: ServiceClass;
}

export type SystemProposalPage = RegisterPage<
  SystemProposalRow,
  {
    readonly count: number;
    readonly knownCents: number;
    /** Proposals of which nobody knows the amount. */
    readonly unknown: number;
  }
>;
