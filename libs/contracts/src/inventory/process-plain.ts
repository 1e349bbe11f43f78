import type { ProcessDates, ProcessHours, ProcessStage, ProcessSummary } from '@etatlotse/domain/inventory';
import type { RecordPage, RecordRow, RegisterPage } from './record-plain';

const PROCESSES = '/api/v1/processes';

/** Where processes live on the wire. */
export const PROCESS_PATHS = {
  processes: PROCESSES,
  one: (id: string): string => `${PROCESSES}/${id}`,
  measurements: (id: string): string => `${PROCESSES}/${id}/measurements`,
} as const;

export const PROCESS_HOURS_MAX = 10_000_000;

type Days = { readonly [Name in keyof ProcessDates]: string | null };

/** A process as a row, with the hours measured in the year asked for. */
export interface ProcessRow extends RecordRow, Days, ProcessHours {
  readonly stage: ProcessStage | null;
  readonly builtBy: string;
  /** Ordered from a company of the city (in-house award). */
  readonly isInHouse: boolean;
  readonly reviewDueOn: string | null;
  readonly isReviewDue: boolean;
}

export type ProcessPage = RegisterPage<ProcessRow, ProcessSummary>;

export interface ProcessYearRow {
  readonly fiscalYear: number;
  readonly hours: number;
  readonly basis: string;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface ProcessDetail extends ProcessRow, RecordPage {
  readonly reviewMonths: number | null;
  readonly reviewedOn: string | null;
  readonly years: readonly ProcessYearRow[];
}
