import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProposalAnswer, StartRun } from '@etatlotse/contracts/portfolio';
import type { Choice } from '@etatlotse/domain/portfolio';
import { type TransactionContext, Transactions } from '../platform/database/transactions';
import { JobCancelled, type JobControl, type JobTicket } from '../platform/jobs/job';
import { JobQueue } from '../platform/jobs/job-queue';
import { proposalAnswer } from './proposal-answer';
import { PORTFOLIO_SOLVER, type PortfolioSolver, type SolverProgress } from './solver/solver';
import { PORTFOLIO_JOB } from './use-cases/start-run';

/** How often a running search looks whether it should stop, and says how far it is. */
const LOOK_MS = 400;

interface StoredRun {
  readonly choice: Choice;
  readonly request: StartRun;
}

/** The long search as a job: read, search beside the main thread, keep the answer. Stopped by a person, it keeps the best so far. */
@Injectable()
export class PortfolioRuns implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
    @Inject(PORTFOLIO_SOLVER) private readonly solver: PortfolioSolver,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PORTFOLIO_JOB, {
      run: (ticket, control) => this.search(ticket, control),
      interrupted: (ticket) => this.finish(contextOf(ticket), ticket.subjectId, null),
    });
  }

  private async search(ticket: JobTicket, control: JobControl): Promise<void> {
    const context = contextOf(ticket);
    const asked = await this.read(context, ticket.subjectId);
    if (asked === null) return;
    const { choice, request } = asked;
    const abort = new AbortController();
    let last: SolverProgress = { value: null, bound: null, seconds: 0 };
    const look = setInterval(() => {
      this.report(context, ticket.subjectId, { control, progress: last, total: request.seconds }).catch(() =>
        abort.abort(),
      );
    }, LOOK_MS);
    try {
      const answer = await this.solver.best(choice, request, {
        signal: abort.signal,
        onProgress: (progress) => (last = progress),
      });
      await this.finish(context, ticket.subjectId, proposalAnswer(choice, answer));
    } finally {
      clearInterval(look);
    }
    if (abort.signal.aborted) throw new JobCancelled();
  }

  /** What was asked, with everything it was asked about, as it stood at that moment. */
  private async read(context: TransactionContext, runId: string): Promise<StoredRun | null> {
    const [run] = await this.transactions.run(context, (tx) =>
      tx.query<StoredRun>(`SELECT choice, request FROM portfolio_run WHERE tenant_id = $1 AND run_id = $2`, [
        tx.tenantId,
        runId,
      ]),
    );
    return run ?? null;
  }

  private async report(
    context: TransactionContext,
    runId: string,
    { control, progress, total }: { control: JobControl; progress: SolverProgress; total: number },
  ): Promise<void> {
    const { value, bound, seconds } = progress;
    await this.transactions.run(context, (tx) =>
      tx.execute(
        `UPDATE portfolio_run SET reached_value = $3, reached_bound = $4, seconds = $5
         WHERE tenant_id = $1 AND run_id = $2 AND state = 'running'`,
        [tx.tenantId, runId, value, bound, seconds],
      ),
    );
    await control.report('searching', Math.min(Math.floor(seconds), total), total);
  }

  private async finish(context: TransactionContext, runId: string, answer: ProposalAnswer | null): Promise<void> {
    const proposal = answer?.proposal ?? null;
    await this.transactions.run(context, (tx) =>
      tx.execute(
        `UPDATE portfolio_run SET state = $3, answer = $4, reached_value = coalesce($5, reached_value),
           reached_bound = coalesce($6, reached_bound), seconds = coalesce($7, seconds)
         WHERE tenant_id = $1 AND run_id = $2 AND state = 'running'`,
        [
          tx.tenantId,
          runId,
          answer === null ? 'failed' : 'done',
          answer === null ? null : JSON.stringify(answer),
          proposal?.value ?? null,
          proposal?.bound ?? null,
          proposal?.seconds ?? null,
        ],
      ),
    );
  }
}

/** The search reads what finance reads; it writes nothing but its own answer. */
function contextOf(ticket: JobTicket): TransactionContext {
  return { tenantId: ticket.tenantId, actor: null };
}
