import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { CommitBatch, ImportBatchUpload, UndoImport } from '@etatlotse/contracts/import';
import type { ImportBatch } from '@etatlotse/contracts/import/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyRequest } from 'fastify';
import { IDS, type Ids } from '../platform/clock/ids';
import type { Transaction } from '../platform/database/transactions';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { JobQueue } from '../platform/jobs/job-queue';
import { ProblemException } from '../platform/problem/problem-exception';
import { BatchQueries } from './batch.queries';
import { BATCH_FILES_MAX, BatchFiles } from './batch-files';
import { NOTHING_SAID } from './new-run';
import { type ReceivedFile, UploadReceiver } from './upload';
import { cancelBatch } from './use-cases/cancel-import';
import { requestBatchCommit } from './use-cases/commit-batch';
import { requestBatchUndo } from './use-cases/undo-batch';
import { type BatchFile, uploadBatch } from './use-cases/upload-batch';

/** Several files in one go, or a ZIP of them: read by one job, committed together. */
@Controller('api/v1/import-batches')
export class BatchController {
  constructor(
    private readonly batches: BatchQueries,
    private readonly uploads: UploadReceiver,
    private readonly batchFiles: BatchFiles,
    private readonly commands: Commands,
    private readonly jobs: JobQueue,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  @Post()
  @HttpCode(202)
  @Permit('import.run')
  async upload(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ImportBatch> {
    const form = await this.uploads.receive(caller, request, { fields: ImportBatchUpload, filesMax: BATCH_FILES_MAX });
    const received = await this.batchFiles.expand(caller, form);
    const batchId = this.ids.next();
    const files = received.map((file) => batchFile(batchId, file, form.fields));
    const name = form.fields.name ?? form.files[0].fileName;
    const work = (tx: Transaction) => uploadBatch(tx, { batchId, name, files }, this.jobs);
    const body = { ...form.fields, files: received.map(({ fileName, sha256 }) => [fileName, sha256.toString('hex')]) };
    try {
      const { id } =
        key === undefined
          ? await this.commands.change(caller, work)
          : await this.commands.create(caller, { key, operation: 'import_batch.upload', body }, work);
      if (id !== batchId) await this.drop(caller, received);
      return await this.show(caller, { id });
    } catch (fault) {
      await this.drop(caller, received);
      throw fault;
    }
  }

  @Get(':id')
  @Permit('import.own')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ImportBatch> {
    const batch = await this.batches.find(caller, path.id);
    if (batch === null) throw new ProblemException('NOT_FOUND');
    return batch;
  }

  @Post(':id/commit')
  @HttpCode(202)
  @Permit('import.run')
  async commit(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: CommitBatch,
  ): Promise<ImportBatch> {
    await this.commands.change(caller, (tx) => requestBatchCommit(tx, path.id, body.files, this.jobs));
    return this.show(caller, path);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Permit('import.run')
  async cancel(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ImportBatch> {
    const { jobId } = await this.show(caller, path);
    await this.commands.change(caller, (tx) => cancelBatch(tx, path.id, jobId));
    return this.show(caller, path);
  }

  /** Takes back every file of the batch that was taken over: all of them or none. */
  @Post(':id/undo')
  @HttpCode(202)
  @Permit('import.run')
  async undo(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: UndoImport): Promise<ImportBatch> {
    await this.commands.change(caller, (tx) => requestBatchUndo(tx, path.id, body.reason ?? '', this.jobs));
    return this.show(caller, path);
  }

  private drop(caller: Caller, files: readonly ReceivedFile[]): Promise<void> {
    return this.uploads.drop(
      caller,
      files.map(({ importId }) => importId),
    );
  }
}

function batchFile(batchId: string, { content, ...file }: ReceivedFile, said: ImportBatchUpload): BatchFile {
  const options = { ...NOTHING_SAID, kind: said.kind ?? null, confirmRepeat: said.confirmRepeat === 'true' };
  return { content, run: { ...file, batchId, source: 'upload', options, mapping: null } };
}
