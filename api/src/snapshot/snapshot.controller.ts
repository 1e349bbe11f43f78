import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { IdPath } from '@etatlotse/contracts/shared';
import {
  CurrentSnapshotQuery,
  FreezeSnapshot,
  type Snapshot,
  type SnapshotChanges,
  SnapshotChangesQuery,
  type SnapshotLineDetail,
  SnapshotLinePath,
  SnapshotLineQuery,
  type SnapshotPage,
  SnapshotsQuery,
} from '@etatlotse/contracts/snapshot';
import type { FastifyReply } from 'fastify';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { attachment } from '../platform/http/attachment';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { Signer } from './signer';
import { SnapshotReader } from './snapshot-reader';
import { SnapshotQueries } from './snapshot.queries';
import { decideSnapshot } from './use-cases/decide-snapshot';
import { freezeSnapshot, type FrozenSnapshot } from './use-cases/freeze-snapshot';
import { SNAPSHOT_TABLE } from './snapshot.table';

/** What a committee sees: figures that one person of finance froze and another let go. */
@Controller('api/v1/snapshots')
export class SnapshotController {
  constructor(
    private readonly snapshots: SnapshotQueries,
    private readonly reader: SnapshotReader,
    private readonly commands: Commands,
    private readonly signer: Signer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('budget.read_released')
  @AsTable(SNAPSHOT_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: SnapshotsQuery): Promise<SnapshotPage> {
    return this.snapshots.list(caller, query);
  }

  /** The newest snapshot of a year, or what was known on a day; 404 while finance has released none. */
  @Get('current')
  @Permit('budget.read_released')
  async current(@CurrentCaller() caller: Caller, @Query() query: CurrentSnapshotQuery): Promise<Snapshot> {
    return found(await this.snapshots.current(caller, query));
  }

  @Get(':id')
  @Permit('budget.read_released')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Snapshot> {
    return found(await this.snapshots.find(caller, path.id));
  }

  @Get(':id/changes')
  @Permit('budget.read_released')
  async changes(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: SnapshotChangesQuery,
  ): Promise<SnapshotChanges> {
    return found(await this.snapshots.changes(caller, path.id, query.beforeId ?? null));
  }

  @Get(':id/lines/:lineId')
  @Permit('budget.read_released')
  async line(
    @CurrentCaller() caller: Caller,
    @Param() path: SnapshotLinePath,
    @Query() query: SnapshotLineQuery,
  ): Promise<SnapshotLineDetail> {
    return found(await this.snapshots.line(caller, path.id, path.lineId, query));
  }

  /** The file that proves itself: `npm run verify -- <file>` needs neither this program's database nor its network. */
  @Get(':id/snapshot.json')
  @Permit('budget.read_released')
  async file(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Res() reply: FastifyReply): Promise<void> {
    const { name, text } = found(await this.snapshots.file(caller, path.id));
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', attachment(name))
      .header('x-content-type-options', 'nosniff')
      .send(text);
  }

  /** One page for the meeting, from the snapshot alone: the same snapshot is the same page. */
  @Get(':id/handout.pdf')
  @Permit('budget.read_released')
  async handout(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<StreamableFile> {
    const handout = found(await this.snapshots.handout(caller, path.id));
    // Loaded only when somebody prints: a server that never does starts faster and smaller.
    const { handoutName, handoutPdf } = await import('./handout-pdf');
    return new StreamableFile(await handoutPdf(handout), {
      type: 'application/pdf',
      disposition: attachment(handoutName(handout)),
    });
  }

  /** Its lines as a Fiscal Data Package 1.0-rc.1. */
  @Get(':id/fiscal-data-package.zip')
  @Permit('budget.read_released')
  async package(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<StreamableFile> {
    const { fileName, content } = found(await this.snapshots.package(caller, path.id));
    return new StreamableFile(content, { type: 'application/zip', disposition: attachment(fileName) });
  }

  @Post()
  @Permit('release.prepare')
  async freeze(
    @CurrentCaller() caller: Caller,
    @Body() body: FreezeSnapshot,
    @Headers('idempotency-key') key?: string,
  ): Promise<FrozenSnapshot> {
    const figures = await this.reader.read(caller, body.fiscalYear, body.ledgerAsOf ?? this.clock.today());
    return this.commands.create(caller, { key, operation: 'snapshot.freeze', body }, (tx) =>
      freezeSnapshot(tx, body, figures, this.signer.key),
    );
  }

  @Post(':id/release')
  @HttpCode(200)
  @Permit('release.approve')
  release(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => decideSnapshot(tx, path.id, 'released'));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Permit('release.approve')
  reject(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => decideSnapshot(tx, path.id, 'rejected'));
  }
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemException('NOT_FOUND');
  return value;
}
