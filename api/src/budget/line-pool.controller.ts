import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ChangePool, CreatePool, type PoolRow, PoolsQuery } from '@etatlotse/contracts/budget';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { LinePoolQueries } from './line-pool.queries';
import { changePool } from './use-cases/change-pool';
import { createPool } from './use-cases/create-pool';

/** Cover pools (Deckungskreise, § 19 KomHKVO). */
@Controller('api/v1/budget/pools')
export class LinePoolController {
  constructor(
    private readonly pools: LinePoolQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('budget.read')
  list(@CurrentCaller() caller: Caller, @Query() query: PoolsQuery): Promise<PoolRow[]> {
    return this.pools.list(caller, query.fiscalYear);
  }

  @Post()
  @Permit('budget.line_write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreatePool,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    return this.commands.create(caller, { key, operation: 'pool.create', body }, (tx) => createPool(tx, body));
  }

  @Patch(':id')
  @Permit('budget.line_write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangePool): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => changePool(tx, path.id, body));
  }
}
