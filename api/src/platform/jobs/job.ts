/** Names a piece of queued work: whose, which kind, and the row it works on. */
export interface JobTicket {
  readonly tenantId: string;
  readonly jobId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly actorId: string;
}

/** What running work may do with its job. */
export interface JobControl {
  /** Says how far the work is. Throws `JobCancelled` when somebody asked to stop; the work lets it pass through. */
  report(step: string, progress: number, total: number | null): Promise<void>;
}

/** Somebody asked to stop. Whatever transaction is open rolls back. */
export class JobCancelled extends Error {}

/** The work of one kind of job. */
export interface JobHandler {
  run(ticket: JobTicket, control: JobControl): Promise<void>;
  /** The work ended without its result: tidy up and say what happened. */
  interrupted(ticket: JobTicket, how: 'failed' | 'interrupted'): Promise<void>;
}
