import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CreateEarmark, EarmarksQuery, TakeEarmarkStep } from '@etatlotse/contracts/authority';
import type { EarmarkChanged, EarmarkDetail, EarmarkPage } from '@etatlotse/contracts/authority/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { Approvals } from '../../approval';
import { AsTable } from '../../platform/http/as-table';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { EarmarkQueries } from './earmark.queries';
import { createEarmark } from './use-cases/create-earmark';
import { takeEarmarkStep } from './use-cases/take-earmark-step';
import { EARMARK_TABLE } from '../authority.tables';

/** Earmarked revenue and the register of grants (§ 18 KomHKVO). */
@Controller('api/v1/authority/earmarks')
export class EarmarkController {
  constructor(
    private readonly commands: Commands,
    private readonly approvals: Approvals,
    private readonly earmarks: EarmarkQueries,
  ) {}

  @Get()
  @Permit('budget.read')
  @AsTable(EARMARK_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: EarmarksQuery): Promise<EarmarkPage> {
    return this.earmarks.list(caller, query);
  }

  @Get(':id')
  @Permit('budget.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<EarmarkDetail> {
    const earmark = await this.earmarks.find(caller, path.id);
    if (earmark === null) throw new ProblemException('NOT_FOUND');
    return earmark;
  }

  @Post()
  @Permit('earmark.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateEarmark,
  ): Promise<EarmarkChanged> {
    return this.commands.create(caller, { key, operation: 'earmark.create', body }, (tx) => createEarmark(tx, body));
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('earmark.write')
  step(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeEarmarkStep): Promise<EarmarkChanged> {
    return this.commands.change(caller, (tx) => takeEarmarkStep(tx, path.id, body, this.approvals));
  }
}
