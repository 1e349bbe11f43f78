import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  LiftLock,
  type Lock,
  type LockChanged,
  type LockLine,
  LockLinesQuery,
  type LockPreview,
  type LockRecorded,
  type LockRow,
  LocksQuery,
  LockStepPath,
  PreviewLock,
  RecordLock,
  ReportLock,
} from '@etatlotse/contracts/authority';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { ok } from '@etatlotse/domain/shared';
import { Approvals } from '../../approval';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { LockQueries } from './lock.queries';
import { planLock, toPreview } from './lock-terms';
import { liftLock } from './use-cases/lift-lock';
import { recordLock } from './use-cases/record-lock';
import { reportLock } from './use-cases/report-lock';

/** Locks of the year's authority (§ 32 KomHKVO). */
@Controller('api/v1/authority/locks')
export class LockController {
  constructor(
    private readonly queries: LockQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('budget.read')
  list(@CurrentCaller() caller: Caller, @Query() query: LocksQuery): Promise<LockRow[]> {
    return this.queries.list(caller, query);
  }

  @Post('preview')
  @HttpCode(200)
  @Permit('lock.write')
  preview(@CurrentCaller() caller: Caller, @Body() body: PreviewLock): Promise<LockPreview> {
    return this.commands.change(caller, async (tx) => {
      const planned = await planLock(tx, body);
      return planned.ok ? ok(toPreview(planned.value)) : planned;
    });
  }

  @Post()
  @Permit('lock.write')
  record(
    @CurrentCaller() caller: Caller,
    @Body() body: RecordLock,
    @Headers('idempotency-key') key?: string,
  ): Promise<LockRecorded> {
    return this.commands.create(caller, { key, operation: 'lock.record', body }, (tx) =>
      recordLock(tx, this.approvals, body),
    );
  }

  @Get(':id')
  @Permit('budget.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Lock> {
    const lock = await this.queries.find(caller, path.id);
    if (lock === null) throw new ProblemException('NOT_FOUND');
    return lock;
  }

  @Get(':id/lines')
  @Permit('budget.read')
  async lines(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: LockLinesQuery,
  ): Promise<Page<LockLine>> {
    const page = await this.queries.lines(caller, path.id, query);
    if (page === null) throw new ProblemException('NOT_FOUND');
    return page;
  }

  @Post(':id/lifts')
  @Permit('lock.write')
  lift(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: LiftLock,
    @Headers('idempotency-key') key?: string,
  ): Promise<LockRecorded> {
    return this.commands.create(caller, { key, operation: `lock.lift ${path.id}`, body }, (tx) =>
      liftLock(tx, this.approvals, path.id, body),
    );
  }

  @Post(':id/steps/:stepId/report')
  @HttpCode(200)
  @Permit('lock.write')
  report(@CurrentCaller() caller: Caller, @Param() path: LockStepPath, @Body() body: ReportLock): Promise<LockChanged> {
    return this.commands.change(caller, (tx) => reportLock(tx, path.id, path.stepId, body));
  }
}
