import type {
  EconomyResult,
  ServiceSolution,
  ServiceSummary,
  ServiceTask,
  ServiceTicks,
  ServiceVolume,
} from '@etatlotse/domain/inventory';
import type { RecordPage, RecordRow, RegisterPage } from './record-plain';

const SERVICES = '/api/v1/services';

/** Where services live on the wire. */
export const SERVICE_PATHS = {
  services: SERVICES,
  one: (id: string): string => `${SERVICES}/${id}`,
  decisions: (id: string): string => `${SERVICES}/${id}/decisions`,
  systems: (id: string): string => `${SERVICES}/${id}/systems`,
  volumes: (id: string): string => `${SERVICES}/${id}/volumes`,
} as const;

/** Which services a list shows by how far they are. */
export const SERVICE_REACHES = ['offline', 'online', 'end_to_end'] as const;
export type ServiceReach = (typeof SERVICE_REACHES)[number];

export const SERVICE_CASES_MAX = 100_000_000;

/** A service as a row, with the figures of the year asked for. */
export interface ServiceRow extends RecordRow, ServiceTicks, ServiceVolume {
  readonly task: ServiceTask;
  readonly maturity: number;
  /** The solution last decided on; null: nobody has decided. */
  readonly solution: ServiceSolution | null;
  readonly fundingEndsOn: string | null;
  readonly onlineBasisPoints: number | null;
  /** What the solution costs in the year; null is unknown. */
  readonly runningCents: number | null;
  readonly costPerCaseCents: number | null;
}

export type ServicePage = RegisterPage<ServiceRow, ServiceSummary>;

/** A decision between own form and EfA with the figures it was made on. Decisions are added, the newest counts. */
export interface ServiceDecisionRow {
  readonly id: string;
  readonly solution: ServiceSolution;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly availableOn: string | null;
  readonly firstYear: number;
  readonly yearCount: number;
  readonly buildCents: number | null;
  readonly yearlyCents: number | null;
  readonly connectionCents: number | null;
  readonly feeCents: number | null;
  readonly fundingEndsOn: string | null;
  readonly feeAfterCents: number | null;
  readonly economy: EconomyResult;
  readonly isAgainstEconomy: boolean;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

/** Cases of a year as last counted; earlier counts stay in the history. */
export interface ServiceYearRow extends ServiceVolume {
  readonly fiscalYear: number;
  readonly onlineBasisPoints: number | null;
  readonly runningCents: number | null;
  readonly costPerCaseCents: number | null;
  /** Where the figures come from. */
  readonly basis: string;
  readonly recordedAt: string;
}

/** A system that a service runs on. */
export interface ServiceSystemRow {
  readonly id: string;
  readonly name: string;
  readonly supportEndsOn: string | null;
  /** Its support has ended or ends within 24 months. */
  readonly isSupportEnding: boolean;
}

export interface ServiceDetail extends ServiceRow, RecordPage {
  /** Number in the catalogue of services (LeiKa); empty where there is none. */
  readonly code: string;
  readonly decisions: readonly ServiceDecisionRow[];
  readonly years: readonly ServiceYearRow[];
  /** Systems that the reader sees. */
  readonly systems: readonly ServiceSystemRow[];
}
