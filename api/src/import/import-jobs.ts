import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import type { Outcome } from '@etatlotse/domain/shared';
import { type Transaction, type TransactionContext, Transactions } from '../platform/database/transactions';
import { JobCancelled, type JobControl, type JobTicket } from '../platform/jobs/job';
import { JobQueue } from '../platform/jobs/job-queue';
import { planForManyRows } from './bulk-planning';
import { dropChunks, readChunks } from './chunk.repository';
import { FileRefused } from './file/file-refused';
import { IMPORT_JOBS } from './import-job-kinds';
import { clearStaging, findRun, saveFailure, saveState } from './run.repository';
import { stageFile } from './stage-file';
import { commitImport } from './use-cases/commit-import';
import { undoImport } from './use-cases/undo-import';

const STAGING_LIMIT_MS = 15 * 60_000;

/** How a commit or an undo went through its steps, for the progress bar. */
const STEPS = ['facts', 'booking', 'balances', 'finishing'];

/**
 * The long work of imports. Each piece is one transaction: it ends completely or leaves nothing, and in either case the
 * run says how it ended.
 */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.register(IMPORT_JOBS.check, {
      run: (ticket, control) => this.check(ticket, control),
      interrupted: (ticket, how) => this.settle(ticket, how, 'interrupted'),
    });
    this.jobs.register(IMPORT_JOBS.commit, {
      run: (ticket, control) => this.commit(ticket, control),
      interrupted: (ticket, how) => this.settle(ticket, how, 'interrupted'),
    });
    this.jobs.register(IMPORT_JOBS.undo, {
      run: (ticket, control) => this.undo(ticket, control),
      interrupted: (ticket, how) => this.settle(ticket, how, 'committed'),
    });
  }

  private async check(ticket: JobTicket, control: JobControl): Promise<void> {
    const context = contextOf(ticket);
    await control.report('reading', 0, null);
    try {
      await this.transactions.run(context, async (tx) => {
        const run = await findRun(tx, ticket.subjectId);
        if (run?.state !== 'checking') return;
        await planForManyRows(tx, STAGING_LIMIT_MS);
        const bytes = readChunks(this.transactions, context, ticket.subjectId);
        await stageFile(tx, run, bytes, (rows) => control.report('reading', rows, null));
        await dropChunks(tx, ticket.subjectId);
      });
    } catch (fault) {
      if (fault instanceof JobCancelled) await this.end(context, ticket, { state: 'cancelled' });
      if (!(fault instanceof FileRefused)) throw fault;
      await this.transactions.run(context, async (tx) => {
        await clearStaging(tx, ticket.subjectId);
        await saveFailure(tx, ticket.subjectId, { code: fault.code, params: fault.params });
      });
    }
  }

  private async commit(ticket: JobTicket, control: JobControl): Promise<void> {
    await this.perform(ticket, control, commitImport, 'previewed');
  }

  private async undo(ticket: JobTicket, control: JobControl): Promise<void> {
    await this.perform(ticket, control, undoImport, 'committed');
  }

  /** Runs a step-wise use case. Cancelled or refused, the run goes back to where it was and keeps the reason. */
  private async perform(
    ticket: JobTicket,
    control: JobControl,
    work: (tx: Transaction, importId: string, report: (step: string) => Promise<void>) => Promise<Outcome<unknown>>,
    before: ImportRun['state'],
  ): Promise<void> {
    const context = contextOf(ticket);
    const report = (step: string): Promise<void> => control.report(step, STEPS.indexOf(step), STEPS.length);
    try {
      const outcome = await this.transactions.run(context, (tx) => work(tx, ticket.subjectId, report));
      if (!outcome.ok) await this.end(context, ticket, { state: before, failureCode: outcome.refusal.code });
    } catch (fault) {
      if (fault instanceof JobCancelled) await this.end(context, ticket, { state: before });
      throw fault;
    }
  }

  private async settle(
    ticket: JobTicket,
    how: 'failed' | 'interrupted',
    interrupted: ImportRun['state'],
  ): Promise<void> {
    if (await this.isSettled(ticket)) return;
    const hasFailed = how === 'failed' && interrupted !== 'committed';
    await this.end(contextOf(ticket), ticket, { state: hasFailed ? 'failed' : interrupted, failureCode: 'INTERNAL' });
  }

  /** The work may have ended well, and its process died before it could say so: what is stored counts. */
  private async isSettled({ tenantId, kind, subjectId }: JobTicket): Promise<boolean> {
    const run = await this.transactions.run({ tenantId, actor: null }, (tx) => findRun(tx, subjectId));
    if (run === null) return true;
    return kind === IMPORT_JOBS.undo ? run.state !== 'committed' : !['checking', 'committing'].includes(run.state);
  }

  /** A cancelled or interrupted reading leaves no pieces of the file; a preview stays for another try. */
  private async end(
    context: TransactionContext,
    ticket: JobTicket,
    to: { readonly state: ImportRun['state']; readonly failureCode?: string },
  ): Promise<void> {
    await this.transactions.run(context, async (tx) => {
      if (ticket.kind === IMPORT_JOBS.check || to.state === 'failed') await clearStaging(tx, ticket.subjectId);
      await saveState(tx, ticket.subjectId, to);
    });
  }
}

/** The person who asked for the work; the system itself where a lost job is tidied up. */
function contextOf(ticket: JobTicket): TransactionContext {
  const { tenantId, actorId } = ticket;
  if (actorId === '') return { tenantId, actor: null };
  return { tenantId, actor: { tenantId, personId: actorId, displayName: '', email: '', roles: [] } };
}
