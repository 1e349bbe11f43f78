import { Inject, Injectable } from '@nestjs/common';
import type { ImportBatchUpload } from '@etatlotse/contracts/import';
import { IDS, type Ids } from '../platform/clock/ids';
import { CONFIG, type Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { ProblemException } from '../platform/problem/problem-exception';
import { dropChunks, storeChunk, storedFile } from './chunk.repository';
import { writeChunks } from './chunk-writer';
import type { ArchiveEntry } from './file/archive';
import { bytesInMemory } from './file/file-bytes';
import { FileRefused } from './file/file-refused';
import { openFileArchive } from './file/open-tables';
import { asProblem, type ReceivedFile, type ReceivedForm, refuseFileName } from './upload';

export const BATCH_FILES_MAX = 200;

/** The files of a batch: those that were sent, and in place of a ZIP the files in it. */
@Injectable()
export class BatchFiles {
  constructor(
    private readonly transactions: Transactions,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws a problem, and leaves nothing stored, for a ZIP that is none, holds too much, or a file that comes twice. */
  async expand(caller: Caller, form: ReceivedForm<ImportBatchUpload>): Promise<readonly ReceivedFile[]> {
    const started: string[] = form.files.map(({ importId }) => importId);
    const files: ReceivedFile[] = [];
    try {
      for (const file of form.files) {
        const bytes = file.content === null ? storedFile(this.transactions, caller, file) : bytesInMemory(file.content);
        const entries = await openFileArchive(bytes);
        if (entries === null) files.push(file);
        else {
          if (entries.length === 0) throw new FileRefused('FILE_TYPE');
          for (const entry of entries) {
            const importId = this.ids.next();
            started.push(importId);
            files.push(await this.unpack(caller, importId, entry));
          }
          await this.transactions.run(caller, (tx) => dropChunks(tx, file.importId));
        }
        if (files.length > BATCH_FILES_MAX) throw new FileRefused('FILE_ENTRIES', { max: BATCH_FILES_MAX });
      }
      refuseTwins(files);
      return files;
    } catch (fault) {
      await this.transactions.run(caller, async (tx) => {
        for (const importId of started) await dropChunks(tx, importId);
      });
      throw asProblem(fault);
    }
  }

  private async unpack(caller: Caller, importId: string, entry: ArchiveEntry): Promise<ReceivedFile> {
    if (entry.bytes > this.config.importMaxBytes) throw new FileRefused('FILE_TOO_LARGE');
    const fileName = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    refuseFileName(fileName);
    const written = await writeChunks(entry.read(), (number, chunk) =>
      this.transactions.run(caller, (tx) => storeChunk(tx, importId, number, chunk)),
    );
    return { importId, fileName, ...written };
  }
}

function refuseTwins(files: readonly ReceivedFile[]): void {
  const seen = new Map<string, string>();
  for (const { sha256, fileName } of files) {
    const key = sha256.toString('hex');
    const first = seen.get(key);
    if (first !== undefined) throw new ProblemException('BATCH_FILE_TWICE', { fileName, first });
    seen.set(key, fileName);
  }
}
