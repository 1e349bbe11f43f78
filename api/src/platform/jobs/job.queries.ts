import { Injectable } from '@nestjs/common';
import type { JobState } from '@etatlotse/contracts/shared';
import { may } from '@etatlotse/domain/access';
import { Transactions } from '../database/transactions';
import type { Caller } from '../http/caller';

/** Jobs as people see them: one's own, and all of the city for those who look after it. */
@Injectable()
export class JobQueries {
  constructor(private readonly transactions: Transactions) {}

  async find(caller: Caller, jobId: string): Promise<JobState | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ job: JobState }>(
        `SELECT json_build_object('id', job_id, 'kind', kind, 'subjectId', subject_id, 'state', state, 'step', step,
           'progress', progress, 'progressTotal', progress_total, 'failureCode', failure_code,
           'cancelRequested', cancel_requested) AS job
         FROM job WHERE tenant_id = $1 AND job_id = $2 AND ($3 OR actor_id = $4)`,
        [tx.tenantId, jobId, may(caller.actor, 'import.read'), caller.actor.personId],
      ),
    );
    return row?.job ?? null;
  }

  /** Asks a job to stop. A queued job never starts; a running one rolls back at its next report. */
  async requestCancel(caller: Caller, jobId: string): Promise<boolean> {
    const changed = await this.transactions.run(caller, (tx) =>
      tx.execute(
        `UPDATE job SET cancel_requested = true,
           state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
           finished_at = CASE WHEN state = 'queued' THEN $3 ELSE finished_at END
         WHERE tenant_id = $1 AND job_id = $2 AND actor_id = $4 AND state IN ('queued', 'running')`,
        [tx.tenantId, jobId, tx.now, tx.personId],
      ),
    );
    return changed > 0;
  }
}
