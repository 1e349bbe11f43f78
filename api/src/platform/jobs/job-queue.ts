import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { CLOCK, type Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import type { Transaction } from '../database/transactions';
import { Transactions } from '../database/transactions';
import { type JobControl, JobCancelled, type JobHandler, type JobTicket } from './job';

const QUEUE = 'etatlotse';
const HEARTBEAT_MS = 3000;
/** A job whose heartbeat is older than this has lost its process. */
const LOST_AFTER_MS = 15_000;
/** How often a running process looks for the lost jobs of others: a start right after a kill is too early to tell. */
const LOOK_FOR_LOST_MS = 3000;

/**
 * Long work on PostgreSQL: queued in the transaction that asks for it, watched and cancelled by its row in `job`. When a
 * process dies, the next start (or another process) finds its jobs, says they were interrupted and lets the feature tidy
 * up.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(JobQueue.name);
  private readonly handlers = new Map<string, JobHandler>();
  private boss: PgBoss | null = null;
  private lookout: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  /** Called by a feature's module at start: who does the work of this kind. */
  register(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Queues work as part of the running transaction: no commit, no job. Answers the job's id. */
  async enqueue(tx: Transaction, kind: string, subjectId: string): Promise<string> {
    if (this.boss === null) throw new Error('The job queue has not started.');
    const jobId = tx.nextId();
    await tx.query(
      `INSERT INTO job (tenant_id, job_id, kind, subject_id, state, actor_id, created_at)
       VALUES ($1, $2, $3, $4, 'queued', $5, $6)`,
      [tx.tenantId, jobId, kind, subjectId, tx.personId, tx.now],
    );
    const ticket: JobTicket = { tenantId: tx.tenantId, jobId, kind, subjectId, actorId: tx.personId };
    await this.boss.send(QUEUE, ticket, {
      db: { executeSql: async (text, values) => tx.connection.query(text, values) },
    });
    return jobId;
  }

  async onApplicationBootstrap(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl,
      schema: 'pgboss',
      migrate: false,
      // Work begins when the transaction that asks for it is committed; looking for it is for what nobody heard.
      useListenNotify: true,
      max: 2,
      application_name: 'etatlotse-jobs',
    });
    boss.on('error', (fault) => this.log.error(fault));
    await boss.start();
    this.boss = boss;
    await this.recoverLostJobs();
    this.lookout = setInterval(
      () => void this.recoverLostJobs().catch((fault: unknown) => this.log.warn(fault)),
      LOOK_FOR_LOST_MS,
    ).unref();
    await boss.work<JobTicket>(
      QUEUE,
      { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2, batchSize: 1 },
      async ([message]) => {
        if (message !== undefined) await this.perform(message.data);
      },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.lookout);
    await this.boss?.stop({ graceful: true, timeout: 5000 });
    this.boss = null;
  }

  private async perform(ticket: JobTicket): Promise<void> {
    const handler = this.handlers.get(ticket.kind);
    if (handler === undefined) return;
    const control = new RunningJob(ticket, this.transactions, this.clock);
    if (!(await control.start())) return;
    const beat = setInterval(() => void control.beat().catch((fault: unknown) => this.log.warn(fault)), HEARTBEAT_MS);
    try {
      await handler.run(ticket, control);
      await control.finish('done', null);
    } catch (fault) {
      if (fault instanceof JobCancelled) {
        await control.finish('cancelled', null);
      } else {
        this.log.error(fault);
        await control.finish('failed', 'INTERNAL');
        await handler.interrupted(ticket, 'failed');
      }
    } finally {
      clearInterval(beat);
    }
  }

  private async recoverLostJobs(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LOST_AFTER_MS);
    const lost = await this.transactions.beforeTenant<{
      tenant_id: string;
      job_id: string;
      kind: string;
      subject_id: string;
    }>(`SELECT * FROM app.orphaned_jobs($1)`, [before]);
    for (const row of lost) {
      const ticket = {
        tenantId: row.tenant_id,
        jobId: row.job_id,
        kind: row.kind,
        subjectId: row.subject_id,
        actorId: '',
      };
      const job = new RunningJob(ticket, this.transactions, this.clock);
      if (!(await job.claim(before))) continue;
      await this.handlers.get(row.kind)?.interrupted(ticket, 'interrupted');
      await job.finish('interrupted', 'INTERNAL');
      this.log.warn(
        `Job ${row.job_id} (${row.kind}) was interrupted by the end of its process; nothing of it was stored.`,
      );
    }
  }
}

/** A job while it runs. Its row is written in transactions of their own, so that others see the progress. */
class RunningJob implements JobControl {
  constructor(
    private readonly ticket: JobTicket,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<boolean> {
    return (await this.update(`state = 'running', heartbeat_at = $3`, `state = 'queued'`, [this.clock.now()])) > 0;
  }

  /** Takes over a job that lost its process; false when another process was first. A claim that dies is lost, too. */
  async claim(before: Date): Promise<boolean> {
    const condition = `state = 'running' AND (heartbeat_at IS NULL OR heartbeat_at < $4)`;
    return (await this.update(`heartbeat_at = $3`, condition, [this.clock.now(), before])) > 0;
  }

  async beat(): Promise<void> {
    await this.update(`heartbeat_at = $3`, `state = 'running'`, [this.clock.now()]);
  }

  async report(step: string, progress: number, total: number | null): Promise<void> {
    const cancelled = await this.transactions.run(this.context, async (tx) => {
      const [row] = await tx.query<{ cancel_requested: boolean }>(
        `UPDATE job SET step = $3, progress = $4, progress_total = $5, heartbeat_at = $6
         WHERE tenant_id = $1 AND job_id = $2 RETURNING cancel_requested`,
        [tx.tenantId, this.ticket.jobId, step, progress, total, tx.now],
      );
      return row?.cancel_requested ?? true;
    });
    if (cancelled) throw new JobCancelled();
  }

  async finish(state: 'done' | 'failed' | 'cancelled' | 'interrupted', failureCode: string | null): Promise<void> {
    await this.update(`state = $4, failure_code = $5, finished_at = $3`, `state IN ('queued', 'running')`, [
      this.clock.now(),
      state,
      failureCode,
    ]);
  }

  private get context(): { tenantId: string; actor: null } {
    return { tenantId: this.ticket.tenantId, actor: null };
  }

  private update(assignments: string, condition: string, params: readonly unknown[]): Promise<number> {
    return this.transactions.run(this.context, (tx) =>
      tx.execute(`UPDATE job SET ${assignments} WHERE tenant_id = $1 AND job_id = $2 AND ${condition}`, [
        tx.tenantId,
        this.ticket.jobId,
        ...params,
      ]),
    );
  }
}
