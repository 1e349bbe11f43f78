/** What every list answers: rows, and the cursor of the next page if there is one. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** One change of a record, from the audit log. Of free text only that it was changed. */
export interface RecordChange {
  readonly id: string;
  readonly recordedAt: string;
  readonly actorName: string | null;
  readonly kind: 'created' | 'changed';
  readonly fields: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Where a long piece of work stands. */
export interface JobState {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
  /** Code of the step at hand, e.g. `reading`, `checking`, `storing`. */
  readonly step: string;
  readonly progress: number;
  readonly progressTotal: number | null;
  readonly failureCode: string | null;
  readonly cancelRequested: boolean;
}
