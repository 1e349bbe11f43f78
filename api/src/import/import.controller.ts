import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  type MessageEvent,
  Param,
  Post,
  Query,
  Req,
  Res,
  Sse,
  StreamableFile,
} from '@nestjs/common';
import { CommitImport, ImportsQuery } from '@etatlotse/contracts/import';
import type { ImportFinding, ImportListRow, ImportProfileInfo, ImportRun } from '@etatlotse/contracts/import/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, distinctUntilChanged, from, map, type Observable, takeWhile, timer } from 'rxjs';
import type { Transaction } from '../platform/database/transactions';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { JobQueue } from '../platform/jobs/job-queue';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { findingList } from './finding-list';
import { ImportQueries } from './import.queries';
import { PROFILE_INFOS } from './profiles/choose-reader';
import { UploadReceiver } from './upload';
import { cancelImport } from './use-cases/cancel-import';
import { requestCommit } from './use-cases/commit-import';
import { requestUndo } from './use-cases/undo-import';
import { previewUpload, queueUpload } from './use-cases/upload-import';

const POLL_MS = 400;
const FINDINGS_PER_PAGE = 2000;

/** Files come in here: upload with preview, commit by the preview's hash, cancel, undo. */
@Controller('api/v1/imports')
export class ImportController {
  constructor(
    private readonly imports: ImportQueries,
    private readonly uploads: UploadReceiver,
    private readonly commands: Commands,
    private readonly jobs: JobQueue,
  ) {}

  /** 200 with the preview for a file that could be read at once, 202 for one that a job reads. */
  @Post()
  @HttpCode(200)
  @Permit('import.run')
  async upload(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ImportRun> {
    const { run, content } = await this.uploads.receive(caller, request);
    const work = (tx: Transaction) =>
      content === null ? queueUpload(tx, run, this.jobs) : previewUpload(tx, run, content);
    const { importId, sha256, ...said } = run;
    const body = { ...said, sha256: sha256.toString('hex') };
    try {
      const { id } =
        key === undefined
          ? await this.commands.change(caller, work)
          : await this.commands.create(caller, { key, operation: 'import.upload', body }, work);
      if (content === null) void reply.status(202);
      return await this.show(caller, { id });
    } catch (fault) {
      if (content === null) await this.uploads.drop(caller, importId);
      throw fault;
    }
  }

  @Get()
  @Permit('import.read')
  async list(@CurrentCaller() caller: Caller, @Query() query: ImportsQuery): Promise<Page<ImportListRow>> {
    return this.imports.list(caller, query);
  }

  @Get('profiles')
  @Permit('import.read')
  profiles(): { readonly rows: readonly ImportProfileInfo[] } {
    return { rows: PROFILE_INFOS };
  }

  @Get(':id')
  @Permit('import.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ImportRun> {
    const run = await this.imports.find(caller, path.id);
    if (run === null) throw new ProblemException('NOT_FOUND');
    return run;
  }

  /** The run itself as server-sent events, one for each change, until nothing moves any more. */
  @Sse(':id/events')
  @Permit('import.read')
  async events(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Observable<MessageEvent>> {
    await this.show(caller, path);
    return timer(0, POLL_MS).pipe(
      concatMap(() => from(this.imports.find(caller, path.id))),
      takeWhile((run) => run?.isWorking === true, true),
      distinctUntilChanged((before, after) => JSON.stringify(before) === JSON.stringify(after)),
      map((run) => ({ type: 'progress', data: run ?? {} })),
    );
  }

  @Get(':id/errors.csv')
  @Permit('import.read')
  async errors(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Headers('accept-language') language: string | undefined,
  ): Promise<StreamableFile> {
    const run = await this.show(caller, path);
    const lines = findingList(this.pagesOfFindings(caller, run.id), tongueOf(language));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="import-${run.id.slice(-12)}.csv"`,
    });
  }

  @Post(':id/commit')
  @HttpCode(202)
  @Permit('import.run')
  async commit(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: CommitImport): Promise<ImportRun> {
    await this.commands.change(caller, (tx) => requestCommit(tx, path.id, body.previewHash, this.jobs));
    return this.show(caller, path);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Permit('import.run')
  async cancel(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ImportRun> {
    await this.commands.change(caller, (tx) => cancelImport(tx, path.id));
    return this.show(caller, path);
  }

  @Post(':id/undo')
  @HttpCode(202)
  @Permit('import.run')
  async undo(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ImportRun> {
    await this.commands.change(caller, (tx) => requestUndo(tx, path.id, this.jobs));
    return this.show(caller, path);
  }

  private async *pagesOfFindings(caller: Caller, importId: string): AsyncGenerator<readonly ImportFinding[], void> {
    let after = 0;
    for (;;) {
      const page = await this.imports.findings(caller, importId, after, FINDINGS_PER_PAGE);
      if (page.length > 0) yield page;
      if (page.length < FINDINGS_PER_PAGE) return;
      after = page.at(-1)?.number ?? after;
    }
  }
}
