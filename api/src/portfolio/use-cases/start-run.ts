import type { RunStarted, StartRun } from '@etatlotse/contracts/portfolio';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { readRound } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { readFacts } from '../decision.repository';
import { askedChoice } from '../proposal-answer';

/** Kind of the long search in the queue of jobs. */
export const PORTFOLIO_JOB = 'portfolio.best';

/** Queues a search for the best set among what stands there now. It proposes; what becomes of it, people decide. */
export async function startRun(
  tx: Transaction,
  roundId: string,
  request: StartRun,
  jobs: JobQueue,
): Promise<Outcome<RunStarted, Refusal<'NOT_FOUND'>>> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const decision = await readFacts(tx, round);
  const choice = askedChoice(decision, request);
  const id = tx.nextId();
  const jobId = await jobs.enqueue(tx, PORTFOLIO_JOB, id);
  await tx.execute(
    `INSERT INTO portfolio_run (tenant_id, run_id, round_id, job_id, request, choice, started_by, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, id, roundId, jobId, JSON.stringify(request), JSON.stringify(choice), tx.personId, tx.now],
  );
  await tx.audit({
    action: 'portfolio.searched',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { runId: id, gapBasisPoints: request.gapBasisPoints, seconds: request.seconds },
  });
  return ok({ id, jobId });
}
