import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ImportStateCode } from '@etatlotse/contracts/import/plain';
import type { Outcome, Refusal } from '@etatlotse/domain/shared';
import { type Transaction, type TransactionContext, Transactions } from '../platform/database/transactions';
import { JobCancelled, type JobControl, type JobTicket } from '../platform/jobs/job';
import { JobQueue } from '../platform/jobs/job-queue';
import { saveBatchFailure } from './batch.repository';
import { FileReading } from './file-reading';
import { CONFIG, type Config } from '../platform/config/config';
import { IMPORT_JOBS } from './import-job-kinds';
import { contextOfJob } from './job-actor';
import { analyzeImported } from './import-statistics';
import { clearStaging, findRun, lockRunsOfBatch, restorePreview, saveState, type StoredRun } from './run.repository';
import { commitBatch } from './use-cases/commit-batch';
import { commitImport } from './use-cases/commit-import';
import { undoBatch } from './use-cases/undo-batch';
import { undoImport } from './use-cases/undo-import';

/** How a commit or an undo went through its steps, for the progress bar. */
const STEPS = ['facts', 'booking', 'balances', 'finishing'];

type Ending = { readonly state: ImportStateCode; readonly failureCode?: string };
type StepWork = (tx: Transaction, id: string, report: (step: string) => Promise<void>) => Promise<Outcome<object>>;

/**
 * The long work of imports. Each piece is one transaction: it ends completely or leaves nothing, and in either case the
 * run says how it ended.
 */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
    private readonly reading: FileReading,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register(IMPORT_JOBS.check, {
      run: (ticket, control) => this.checkOne(ticket, control),
      interrupted: (ticket, how) => this.settle(ticket, how, 'interrupted'),
    });
    this.jobs.register(IMPORT_JOBS.checkBatch, {
      run: (ticket, control) => this.checkBatch(ticket, control),
      interrupted: (ticket, how) => this.settleBatch(ticket, how),
    });
    this.jobs.register(IMPORT_JOBS.commit, {
      run: (ticket, control) => this.perform(ticket, control, this.commitOne, 'previewed'),
      interrupted: (ticket, how) => this.settle(ticket, how, 'interrupted'),
    });
    this.jobs.register(IMPORT_JOBS.commitBatch, {
      run: (ticket, control) => this.commitBatch(ticket, control),
      interrupted: (ticket, how) => this.settleBatch(ticket, how),
    });
    this.jobs.register(IMPORT_JOBS.undo, {
      run: (ticket, control) => this.perform(ticket, control, undoImport, 'committed'),
      interrupted: (ticket, how) => this.settle(ticket, how, 'committed'),
    });
    this.jobs.register(IMPORT_JOBS.undoBatch, {
      run: (ticket, control) => this.undoBatch(ticket, control),
      interrupted: (ticket) => this.settleUndoneBatch(ticket),
    });
  }

  private async checkOne(ticket: JobTicket, control: JobControl): Promise<void> {
    const context = await contextOfJob(this.transactions, ticket);
    await control.report('reading', 0, null);
    try {
      await this.reading.read(context, ticket.subjectId, (read, total) => control.report('reading', read, total));
    } catch (fault) {
      if (fault instanceof JobCancelled) await this.end(context, ticket.subjectId, { state: 'cancelled' });
      throw fault;
    }
  }

  /** One file after the other, each in a transaction of its own: a file that cannot be read does not hold the others. */
  private async checkBatch(ticket: JobTicket, control: JobControl): Promise<void> {
    const context = await contextOfJob(this.transactions, ticket);
    const waiting = await this.runsOf(ticket, ['checking']);
    const totalBytes = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    let doneBytes = 0;
    try {
      for (const { importId, bytes } of waiting) {
        const start = doneBytes;
        // A workbook is larger unpacked than stored, so its share is what counts.
        await this.reading.read(context, importId, (read, total) =>
          control.report('reading', start + Math.round((bytes * read) / Math.max(total, 1)), totalBytes),
        );
        doneBytes += bytes;
        await control.report('reading', doneBytes, totalBytes);
      }
    } catch (fault) {
      if (fault instanceof JobCancelled) await this.endAll(ticket, ['checking'], { state: 'cancelled' });
      throw fault;
    }
  }

  private readonly commitOne: StepWork = (tx, id, report) => commitImport(tx, id, report, this.config.importPartRows);

  private async commitBatch(ticket: JobTicket, control: JobControl): Promise<void> {
    const context = await contextOfJob(this.transactions, ticket);
    const report = stepsOf(control);
    try {
      const outcome = await this.transactions.run(context, (tx) => commitBatch(tx, ticket.subjectId, report));
      if (outcome.ok) {
        const ids = (await this.runsOf(ticket, ['committed'])).map(({ importId }) => importId);
        await analyzeImported(this.transactions, context, ids);
        return;
      }
      await this.endAll(ticket, ['committing'], { state: 'previewed', failureCode: outcome.refusal.code });
      await this.keepBatchFailure(ticket, outcome.refusal);
    } catch (fault) {
      if (fault instanceof JobCancelled) await this.endAll(ticket, ['committing'], { state: 'previewed' });
      throw fault;
    }
  }

  /** Cancelled or refused, every file stays what it is: taken over. */
  private async undoBatch(ticket: JobTicket, control: JobControl): Promise<void> {
    const context = await contextOfJob(this.transactions, ticket);
    const before = (await this.runsOf(ticket, ['committed'])).map(({ importId }) => importId);
    const outcome = await this.transactions.run(context, (tx) => undoBatch(tx, ticket.subjectId, stepsOf(control)));
    if (outcome.ok) await analyzeImported(this.transactions, context, before);
    else await this.keepBatchFailure(ticket, outcome.refusal);
  }

  /** The work may have ended well before its process died: then nothing is left to take back. */
  private async settleUndoneBatch(ticket: JobTicket): Promise<void> {
    const left = await this.runsOf(ticket, ['committed']);
    if (left.length > 0) await this.keepBatchFailure(ticket, { code: 'INTERNAL', params: {} });
  }

  private async keepBatchFailure(ticket: JobTicket, { code, params }: Refusal<string, object>): Promise<void> {
    const failure = { code, params: { ...params } };
    const context = await contextOfJob(this.transactions, ticket);
    await this.transactions.run(context, (tx) => saveBatchFailure(tx, ticket.subjectId, failure));
  }

  /** Runs a step-wise use case. Cancelled or refused, the run goes back to where it was and keeps the reason. */
  private async perform(
    ticket: JobTicket,
    control: JobControl,
    work: StepWork,
    before: ImportStateCode,
  ): Promise<void> {
    const context = await contextOfJob(this.transactions, ticket);
    const report = stepsOf(control);
    try {
      const outcome = await this.transactions.run(context, (tx) => work(tx, ticket.subjectId, report));
      if (outcome.ok) await analyzeImported(this.transactions, context, [ticket.subjectId]);
      else await this.end(context, ticket.subjectId, { state: before, failureCode: outcome.refusal.code });
    } catch (fault) {
      if (fault instanceof JobCancelled) await this.end(context, ticket.subjectId, { state: before });
      throw fault;
    }
  }

  private async settle(ticket: JobTicket, how: 'failed' | 'interrupted', interrupted: ImportStateCode): Promise<void> {
    const run = await this.transactions.run({ tenantId: ticket.tenantId, actor: null }, (tx) =>
      findRun(tx, ticket.subjectId),
    );
    if (run === null || isSettled(ticket, run)) return;
    const hasFailed = how === 'failed' && interrupted !== 'committed';
    const ending = { state: hasFailed ? ('failed' as const) : interrupted, failureCode: 'INTERNAL' };
    await this.end(await contextOfJob(this.transactions, ticket), ticket.subjectId, ending, run);
  }

  private async settleBatch(ticket: JobTicket, how: 'failed' | 'interrupted'): Promise<void> {
    const state = how === 'failed' ? 'failed' : 'interrupted';
    await this.endAll(ticket, ['checking', 'committing'], { state, failureCode: 'INTERNAL' });
  }

  private runsOf(ticket: JobTicket, states: readonly ImportStateCode[]): Promise<StoredRun[]> {
    return this.transactions.run({ tenantId: ticket.tenantId, actor: null }, async (tx) => {
      const runs = await lockRunsOfBatch(tx, ticket.subjectId);
      return runs.filter(({ state }) => states.includes(state));
    });
  }

  private async endAll(ticket: JobTicket, states: readonly ImportStateCode[], to: Ending): Promise<void> {
    const context = await contextOfJob(this.transactions, ticket);
    for (const run of await this.runsOf(ticket, states)) await this.end(context, run.importId, to, run);
  }

  /**
   * A first reading that was cancelled or interrupted leaves nothing of the file. One that should have replaced a preview
   * leaves that preview, and so does a commit that was interrupted.
   */
  private async end(context: TransactionContext, importId: string, to: Ending, run?: StoredRun): Promise<void> {
    await this.transactions.run(context, async (tx) => {
      const before = run ?? (await findRun(tx, importId));
      const isReading = before?.state === 'checking';
      if (isReading && before.preview !== null && to.state !== 'cancelled') {
        await restorePreview(tx, importId, { code: to.failureCode ?? 'INTERNAL', params: {} });
        return;
      }
      if (isReading || to.state === 'failed' || to.state === 'cancelled') await clearStaging(tx, importId);
      await saveState(tx, importId, to);
    });
  }
}

/** The work may have ended well, and its process died before it could say so: what is stored counts. */
function isSettled({ kind }: JobTicket, run: StoredRun): boolean {
  return kind === IMPORT_JOBS.undo ? run.state !== 'committed' : !['checking', 'committing'].includes(run.state);
}

const stepsOf =
  (control: JobControl) =>
  (step: string): Promise<void> =>
    control.report(step, STEPS.indexOf(step), STEPS.length);
