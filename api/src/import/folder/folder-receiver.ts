import { Inject, Injectable } from '@nestjs/common';
import { may } from '@etatlotse/domain/access';
import { checkText } from '@etatlotse/domain/shared';
import { IDS, type Ids } from '../../platform/clock/ids';
import { CONFIG, type Config } from '../../platform/config/config';
import { currencyOf } from '../../platform/database/tenant-currency';
import { Transactions } from '../../platform/database/transactions';
import { JobQueue } from '../../platform/jobs/job-queue';
import { dropChunks, storeChunk } from '../chunk.repository';
import { writeChunks } from '../chunk-writer';
import { FileRefused } from '../file/file-refused';
import { FileReading } from '../file-reading';
import { NOTHING_SAID } from '../new-run';
import { findEarlierCommit, findFolderRun, insertRun, notePutAway, type StoredRun } from '../run.repository';
import { requestCommit } from '../use-cases/commit-import';
import { type FolderFile, putAway, readPieces, sha256Of } from './folder-files';
import { type FolderResult, protocolOf } from './folder-protocol';
import { findOwner } from './profile-owner.repository';

const FILE_NAME_MAX = 200;
const UNIQUE_VIOLATION = '23505';
const NOTHING = { importId: null, preview: null, profile: '', code: null, params: {} } as const;

/** Deals with one file of the watched folder, as far as it can go at this look. */
@Injectable()
export class FolderReceiver {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: FileReading,
    private readonly jobs: JobQueue,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async advance(tenantId: string, file: FolderFile, at: Date): Promise<void> {
    const result = await this.resultOf(tenantId, file);
    if (result === null) return;
    const folder = result.kind === 'failed' ? 'failed' : 'done';
    const currency = await this.transactions.run({ tenantId, actor: null }, currencyOf);
    await putAway(file, { folder, at, protocol: protocolOf(file, result, currency) });
    const { importId } = result;
    if (importId !== null) {
      await this.transactions.run({ tenantId, actor: null }, (tx) => notePutAway(tx, importId));
    }
  }

  /** What became of the file; null while it is being taken over. */
  private async resultOf(tenantId: string, file: FolderFile): Promise<FolderResult | null> {
    const refusal = this.refusalOf(file);
    if (refusal !== null) return { ...NOTHING, kind: 'failed', code: refusal };
    const sha256 = await sha256Of(file);
    const known = await this.find(tenantId, sha256);
    if (known !== null && !isOver(known)) return this.goOn(tenantId, known);
    const earlier = await this.transactions.run({ tenantId, actor: null }, (tx) =>
      findEarlierCommit(tx, { sha256, kind: null, sheet: null }),
    );
    if (earlier !== null) {
      return { ...NOTHING, kind: 'repeated', code: 'FILE_ALREADY_IMPORTED', params: { date: earlier } };
    }
    const refused = await this.receive(tenantId, file);
    if (refused !== null) return { ...NOTHING, kind: 'failed', code: refused.code, params: refused.params };
    const run = await this.find(tenantId, sha256);
    return run === null ? null : this.goOn(tenantId, run);
  }

  private refusalOf(file: FolderFile): string | null {
    if (!checkText(file.name, { max: FILE_NAME_MAX, required: true }).ok) return 'FILE_NAME';
    return file.bytes > this.config.importMaxBytes ? 'FILE_TOO_LARGE' : null;
  }

  private find(tenantId: string, sha256: Buffer): Promise<StoredRun | null> {
    return this.transactions.run({ tenantId, actor: null }, (tx) => findFolderRun(tx, sha256));
  }

  /** Stores the file and makes its run; another process that looks at the same moment may be first. */
  private async receive(tenantId: string, file: FolderFile): Promise<FileRefused | null> {
    const importId = this.ids.next();
    const system = { tenantId, actor: null };
    try {
      const { content, ...written } = await writeChunks(readPieces(file), (number, chunk) =>
        this.transactions.run(system, (tx) => storeChunk(tx, importId, number, chunk)),
      );
      const run = { importId, batchId: null, source: 'folder', fileName: file.name, ...written } as const;
      await this.transactions.run(system, async (tx) => {
        await insertRun(tx, { ...run, options: NOTHING_SAID, mapping: null });
        if (content !== null) await storeChunk(tx, importId, 0, content);
      });
      return null;
    } catch (fault) {
      await this.transactions.run(system, (tx) => dropChunks(tx, importId));
      if (fault instanceof FileRefused) return fault;
      if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === UNIQUE_VIOLATION)
        return null;
      throw fault;
    }
  }

  private async goOn(tenantId: string, seen: StoredRun): Promise<FolderResult | null> {
    let run = seen;
    if (run.state === 'checking') {
      await this.reading.read({ tenantId, actor: null }, run.importId, async () => undefined);
      run = (await this.find(tenantId, run.sha256)) ?? run;
    }
    const { importId, preview, profile, failureCode: code, failureParams: params } = run;
    const about = { importId, preview, profile, code, params };
    if (run.state === 'committed') return { ...about, kind: run.isPutAway ? 'repeated' : 'committed' };
    if (run.state === 'failed') return { ...about, kind: 'failed' };
    if (run.state !== 'previewed' && run.state !== 'interrupted') return null;
    return (await this.takeOver(tenantId, run)) ? null : { ...about, kind: 'waiting' };
  }

  /** Commits by itself what its profile allows: in the name of the person who allowed it, as long as they may. */
  private async takeOver(tenantId: string, run: StoredRun): Promise<boolean> {
    const { preview, previewHash, profileId } = run;
    if (preview === null || previewHash === null || profileId === null) return false;
    if (preview.questions.length > 0 || preview.findings.errors > 0) return false;
    // A commit that was refused before is a person's business.
    if (run.state === 'previewed' && run.failureCode !== null) return false;
    const owner = await this.transactions.run({ tenantId, actor: null }, (tx) => findOwner(tx, profileId));
    if (owner === null || !may(owner, 'import_profile.write')) return false;
    const outcome = await this.transactions.run({ tenantId, actor: owner }, (tx) =>
      requestCommit(tx, run.importId, previewHash.toString('hex'), this.jobs),
    );
    return outcome.ok;
  }
}

/** A run that is over says nothing about the same file when it comes again. */
function isOver({ state }: StoredRun): boolean {
  return state === 'cancelled' || state === 'undone' || state === 'failed';
}
