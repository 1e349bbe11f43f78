import type { Page, RecordChange } from '@etatlotse/contracts/shared/plain';

/** Where a record comes from: entered by somebody, named by the source paper, or invented for the sample city. */
export const RECORD_ORIGINS = ['person', 'source', 'demo'] as const;
export type RecordOrigin = (typeof RECORD_ORIGINS)[number];

/** The unit that answers for a record; a record without one belongs to the whole city. */
export interface RecordUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A line or a contract by its number and name. */
export interface RecordLink {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** What every row of a register says about itself. */
export interface RecordRow {
  readonly id: string;
  readonly name: string;
  readonly unit: RecordUnit | null;
  readonly origin: RecordOrigin;
  readonly version: number;
}

/** What pays for a record. The names are null where there is none and where the reader does not see it. */
export interface RecordPayment {
  readonly lineId: string | null;
  readonly line: RecordLink | null;
  readonly contractId: string | null;
  readonly contract: RecordLink | null;
}

/** What the page of a record needs beside its row. */
export interface RecordPage extends RecordPayment {
  readonly note: string;
  readonly changedAt: string;
  readonly mayWrite: boolean;
  /** How it came to be what it is, newest first. */
  readonly changes: readonly RecordChange[];
}

/** A page of a register, with the sums over everything that is found. */
export interface RegisterPage<Row, Totals> extends Page<Row> {
  readonly totals: Totals;
}

/** The answer to every change: of the record, or of the entry that was added to it. */
export interface RecordChanged {
  readonly id: string;
  readonly version: number;
}

export const RECORD_VERSION_MAX = 1_000_000;
