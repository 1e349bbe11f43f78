import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type CoverRightRow,
  CoverRightsQuery,
  DeclareCoverRight,
  DrawCover,
  EndCoverRight,
  type PoolDetail,
  PoolQuery,
  type TransferChanged,
} from '@etatlotse/contracts/authority';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { type CommandResult, Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { PoolQueries } from './pool.queries';
import { declareCoverRight } from './use-cases/declare-cover-right';
import { drawCover } from './use-cases/draw-cover';
import { endCoverRight } from './use-cases/end-cover-right';

/** Who covers whom: pools with their statement of cover, and one-sided rights (§ 19 KomHKVO). */
@Controller('api/v1/authority')
export class CoverController {
  constructor(
    private readonly pools: PoolQueries,
    private readonly commands: Commands,
  ) {}

  @Get('pools/:id')
  @Permit('budget.read')
  async pool(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: PoolQuery): Promise<PoolDetail> {
    const pool = await this.pools.detail(caller, path.id, query.fiscalYear);
    if (pool === null) throw new ProblemException('NOT_FOUND');
    return pool;
  }

  @Get('cover-rights')
  @Permit('budget.read')
  rights(@CurrentCaller() caller: Caller, @Query() query: CoverRightsQuery): Promise<CoverRightRow[]> {
    return this.pools.rights(caller, query.fiscalYear, query.lineId ?? null);
  }

  @Post('cover-rights')
  @Permit('budget.line_write')
  declare(
    @CurrentCaller() caller: Caller,
    @Body() body: DeclareCoverRight,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    return this.commands.create(caller, { key, operation: 'cover_right.declare', body }, (tx) =>
      declareCoverRight(tx, body),
    );
  }

  @Post('cover-rights/:id/end')
  @HttpCode(200)
  @Permit('budget.line_write')
  end(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: EndCoverRight): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => endCoverRight(tx, path.id, body.version));
  }

  /** Draws on the other line of a right: written at once, in the declared direction only. */
  @Post('draws')
  @Permit('transfer.write')
  draw(
    @CurrentCaller() caller: Caller,
    @Body() body: DrawCover,
    @Headers('idempotency-key') key?: string,
  ): Promise<TransferChanged> {
    return this.commands.create(caller, { key, operation: 'cover.draw', body }, (tx) => drawCover(tx, body));
  }
}
