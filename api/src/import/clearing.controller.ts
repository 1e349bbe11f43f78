import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AssignClearing, ClearingQuery, DismissClearing } from '@etatlotse/contracts/import';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ClearingQueries } from './clearing.queries';
import { assignClearing, dismissClearing } from './use-cases/decide-clearing';
import { CLEARING_TABLE } from './clearing.table';

/** The clearing list: imported bookings that match nothing, until somebody decides. */
@Controller('api/v1/clearing')
export class ClearingController {
  constructor(
    private readonly items: ClearingQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('reconciliation.read')
  @AsTable(CLEARING_TABLE)
  async list(@CurrentCaller() caller: Caller, @Query() query: ClearingQuery): Promise<Page<ClearingItem>> {
    return this.items.list(caller, query);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Permit('clearing.write')
  async assign(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AssignClearing,
  ): Promise<{ readonly id: string; readonly version: number }> {
    return this.commands.change(caller, (tx) => assignClearing(tx, path.id, body));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Permit('clearing.write')
  async dismiss(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: DismissClearing,
  ): Promise<{ readonly id: string; readonly version: number }> {
    return this.commands.change(caller, (tx) => dismissClearing(tx, path.id, body));
  }
}
