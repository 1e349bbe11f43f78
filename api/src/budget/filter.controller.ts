import { Body, Controller, Delete, Get, Header, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeFilter,
  FilterSumsQuery,
  FilterVersionQuery,
  SaveFilter,
  type SavedFilter,
} from '@etatlotse/contracts/budget';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { FilterQueries } from './filter.queries';
import { LineListQueries } from './line-list.queries';
import { changeFilter } from './use-cases/change-filter';
import { deleteFilter } from './use-cases/delete-filter';
import { saveFilter } from './use-cases/save-filter';

/** Filters that people keep under a name, among them the one that marks what is IT. */
@Controller('api/v1/budget/filters')
export class FilterController {
  constructor(
    private readonly filters: FilterQueries,
    private readonly lines: LineListQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('budget.read')
  list(@CurrentCaller() caller: Caller): Promise<SavedFilter[]> {
    return this.filters.list(caller);
  }

  /** How many lines it finds in a year, and their sums (`LineTotals`). */
  @Get(':id/sums')
  @Header('content-type', 'application/json; charset=utf-8')
  @Permit('budget.read')
  sums(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: FilterSumsQuery): Promise<string> {
    return this.lines.totals(caller, { fiscalYear: query.fiscalYear, filterId: path.id });
  }

  @Post()
  @Permit('filter.write')
  save(
    @CurrentCaller() caller: Caller,
    @Body() body: SaveFilter,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    return this.commands.create(caller, { key, operation: 'filter.save', body }, (tx) => saveFilter(tx, body));
  }

  @Put(':id')
  @Permit('filter.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeFilter): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => changeFilter(tx, path.id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('filter.write')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: FilterVersionQuery,
  ): Promise<void> {
    await this.commands.change(caller, (tx) => deleteFilter(tx, path.id, query.version));
  }
}
