import { Injectable } from '@nestjs/common';
import { type Transaction, type TransactionContext, Transactions } from '../platform/database/transactions';
import { planForManyRows } from './bulk-planning';
import { storedFile } from './chunk.repository';
import { FileRefused } from './file/file-refused';
import { ReadingThread } from './reading-thread';
import { clearReading, clearStaging, findRun, restorePreview, saveFailure } from './run.repository';
import { type BytesReported, stageFile } from './stage-file';

const STAGING_LIMIT_MS = 15 * 60_000;

/** Reads stored files outside of a request: in a job, or when the watched folder brings one. */
@Injectable()
export class FileReading {
  constructor(
    private readonly transactions: Transactions,
    private readonly thread: ReadingThread,
  ) {}

  /**
   * Reads the file of a run that is `checking`, in one transaction. A file that is refused leaves the run `failed` with the
   * reason, or with the preview that it had before.
   */
  async read(context: TransactionContext, importId: string, report: BytesReported): Promise<void> {
    try {
      await this.transactions.run(context, async (tx) => {
        await holdReading(tx, importId);
        const run = await findRun(tx, importId);
        if (run?.state !== 'checking') return;
        await planForManyRows(tx, STAGING_LIMIT_MS);
        await clearReading(tx, importId);
        await stageFile(tx, run, storedFile(this.transactions, context, run), {
          report,
          thread: this.thread,
        });
      });
    } catch (fault) {
      if (!(fault instanceof FileRefused)) throw fault;
      const failure = { code: fault.code, params: fault.params };
      await this.transactions.run(context, async (tx) => {
        const run = await findRun(tx, importId);
        if (run !== null && run.preview !== null) return restorePreview(tx, importId, failure);
        await clearStaging(tx, importId);
        await saveFailure(tx, importId, failure);
      });
    }
  }
}

/** Two processes that come to the same file read it once: the second one finds it read. */
async function holdReading(tx: Transaction, importId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('import.read' || $1::text, 0))`, [importId]);
}
