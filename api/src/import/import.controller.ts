import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  type MessageEvent,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  Sse,
  StreamableFile,
} from '@nestjs/common';
import { ChangeMapping, CommitImport, ImportsQuery, ImportUpload, UndoImport } from '@etatlotse/contracts/import';
import type {
  ImportFinding,
  ImportLimits,
  ImportListRow,
  ImportRun,
  ImportSources,
} from '@etatlotse/contracts/import/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, distinctUntilChanged, from, map, type Observable, takeWhile, timer } from 'rxjs';
import { CONFIG, type Config } from '../platform/config/config';
import type { Transaction } from '../platform/database/transactions';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { JobQueue } from '../platform/jobs/job-queue';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { BATCH_FILES_MAX } from './batch-files';
import { findingList } from './finding-list';
import { ImportQueries } from './import.queries';
import type { NewRun, RunOptions } from './new-run';
import { UploadReceiver } from './upload';
import { cancelImport } from './use-cases/cancel-import';
import { changeMapping } from './use-cases/change-mapping';
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
    @Inject(CONFIG) private readonly config: Config,
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
    const form = await this.uploads.receive(caller, request, { fields: ImportUpload, filesMax: 1 });
    const { content, ...file } = form.files[0];
    const run: NewRun = { ...file, batchId: null, source: 'upload', options: optionsOf(form.fields), mapping: null };
    const work = (tx: Transaction) =>
      content === null ? queueUpload(tx, run, this.jobs) : previewUpload(tx, run, content);
    const body = { ...form.fields, fileName: file.fileName, sha256: file.sha256.toString('hex') };
    try {
      const { id } =
        key === undefined
          ? await this.commands.change(caller, work)
          : await this.commands.create(caller, { key, operation: 'import.upload', body }, work);
      if (content === null) void reply.status(202);
      return await this.show(caller, { id });
    } catch (fault) {
      if (content === null) await this.uploads.drop(caller, [file.importId]);
      throw fault;
    }
  }

  @Get()
  @Permit('import.own')
  async list(@CurrentCaller() caller: Caller, @Query() query: ImportsQuery): Promise<Page<ImportListRow>> {
    return this.imports.list(caller, query);
  }

  /** How each source system stands: its last file, its date, and whether it came in. */
  @Get('sources')
  @Permit('import.read')
  async sources(@CurrentCaller() caller: Caller): Promise<ImportSources> {
    return { watchesFolder: this.config.importDir !== null, rows: await this.imports.sources(caller) };
  }

  @Get('limits')
  @Permit('import.own')
  limits(): ImportLimits {
    return { fileBytes: this.config.importMaxBytes, files: BATCH_FILES_MAX };
  }

  @Get(':id')
  @Permit('import.own')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ImportRun> {
    const run = await this.imports.find(caller, path.id);
    if (run === null) throw new ProblemException('NOT_FOUND');
    return run;
  }

  /** The run itself as server-sent events, one for each change, until nothing moves any more. */
  @Sse(':id/events')
  @Permit('import.own')
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
  @Permit('import.own')
  async errors(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Headers('accept-language') language: string | undefined,
  ): Promise<StreamableFile> {
    const run = await this.show(caller, path);
    const currency = await this.imports.currency(caller);
    const lines = findingList(this.pagesOfFindings(caller, run.id), {
      tongue: tongueOf(language),
      currency,
      sheetName: run.preview?.sheetName ?? null,
    });
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="import-${run.id.slice(-12)}.csv"`,
    });
  }

  /** Reads the file another way: 200 with the new preview, 202 when a job does it. */
  @Put(':id/mapping')
  @HttpCode(200)
  @Permit('import.run')
  async mapping(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeMapping,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportRun> {
    await this.commands.change(caller, (tx) => changeMapping(tx, path.id, body, this.jobs));
    const run = await this.show(caller, path);
    if (run.isWorking) void reply.status(202);
    return run;
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
  async undo(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: UndoImport): Promise<ImportRun> {
    await this.commands.change(caller, (tx) => requestUndo(tx, path.id, body.reason ?? '', this.jobs));
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

function optionsOf(said: ImportUpload): RunOptions {
  return {
    kind: said.kind ?? null,
    profile: said.profile ?? null,
    sheet: said.sheet ?? null,
    fiscalYear: said.fiscalYear ?? null,
    bookedOn: said.bookedOn ?? null,
    pointGroups: said.pointGroups === 'true',
    answers: {},
    confirmRepeat: said.confirmRepeat === 'true',
    leavesOutWrongRows: said.leavesOutWrongRows === 'true',
  };
}
