import type { TrainingFormat, TrainingSummary, TrainingTechnology } from '@etatlotse/domain/inventory';
import type { RecordPage, RecordRow, RecordUnit, RegisterPage } from './record-plain';
import type { Page } from '@etatlotse/contracts/shared/plain';

const TRAININGS = '/api/v1/trainings';

/** Where trainings live on the wire. */
export const TRAINING_PATHS = {
  trainings: TRAININGS,
  quotas: `${TRAININGS}/quotas`,
  targets: `${TRAININGS}/targets`,
  one: (id: string): string => `${TRAININGS}/${id}`,
  sessions: (id: string): string => `${TRAININGS}/${id}/sessions`,
  session: (id: string, sessionId: string): string => `${TRAININGS}/${id}/sessions/${sessionId}`,
} as const;

export const TRAINING_PEOPLE_MAX = 100_000;

/** A training as a row, with its sessions of the year asked for. */
export interface TrainingRow extends RecordRow {
  readonly technology: TrainingTechnology;
  readonly format: TrainingFormat;
  readonly provider: string;
  readonly unitPriceCents: number | null;
  readonly sessions: number;
  readonly seats: number;
  /** Null while no session of the year was held. */
  readonly attended: number | null;
  /** Seats of sessions that were held. */
  readonly heldSeats: number;
  /** Unit price times seats; null: covered by a contract or paid from a line as a whole. */
  readonly costCents: number | null;
}

export type TrainingPage = RegisterPage<TrainingRow, TrainingSummary>;

export interface TrainingAttendance {
  readonly unitId: string;
  readonly unit: RecordUnit;
  readonly people: number;
}

export interface TrainingSessionRow {
  readonly id: string;
  readonly startsOn: string;
  readonly seats: number;
  readonly place: string;
  readonly costCents: number | null;
  /** Null until it was held. */
  readonly attended: number | null;
  readonly free: number | null;
  readonly attendance: readonly TrainingAttendance[] | null;
}

export interface TrainingDetail extends TrainingRow, RecordPage {
  readonly allSessions: readonly TrainingSessionRow[];
}

/** How far a unit is with a technology: trained people against people to train. */
export interface TrainingQuotaRow {
  readonly unit: RecordUnit;
  readonly technology: TrainingTechnology;
  readonly trained: number;
  readonly toTrain: number;
  readonly basisPoints: number | null;
  readonly version: number;
  readonly mayWrite: boolean;
}

export type TrainingQuotaPage = Page<TrainingQuotaRow>;
