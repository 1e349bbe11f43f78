import { Body, Controller, Get, Header, Headers, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  AssignLines,
  ChangeLine,
  CreateLine,
  FiscalYearQuery,
  GroupQuery,
  type LineDetail,
  LineGridQuery,
  type LineHistoryEntry,
  LineHistoryQuery,
  type LinesAssigned,
  LinesQuery,
} from '@etatlotse/contracts/budget';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { LineCsv } from './line-csv';
import { LineListQueries } from './line-list.queries';
import { LineQueries } from './line.queries';
import { assignLines } from './use-cases/assign-lines';
import { changeLine } from './use-cases/change-line';
import { createLine } from './use-cases/create-line';
import { LINE_TABLE } from './budget.tables';

const JSON_TYPE = 'application/json; charset=utf-8';

@Controller('api/v1/budget')
export class LineController {
  constructor(
    private readonly lists: LineListQueries,
    private readonly lines: LineQueries,
    private readonly csv: LineCsv,
    private readonly commands: Commands,
  ) {}

  /** A page of lines (`LinePage`). */
  @Get('lines')
  @Header('content-type', JSON_TYPE)
  @Permit('budget.read')
  @AsTable(LINE_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: LinesQuery): Promise<string> {
    return this.lists.page(caller, query);
  }

  /** All lines of a filter as columns, with their sums (`LineGrid`). */
  @Get('lines/grid')
  @Header('content-type', JSON_TYPE)
  @Permit('budget.read')
  grid(@CurrentCaller() caller: Caller, @Query() query: LineGridQuery): Promise<string> {
    return this.lists.grid(caller, query);
  }

  /** Sums by one classification (`LineGroups`). */
  @Get('lines/groups')
  @Header('content-type', JSON_TYPE)
  @Permit('budget.read')
  groups(@CurrentCaller() caller: Caller, @Query() query: GroupQuery): Promise<string> {
    return this.lists.groups(caller, query);
  }

  /** Exactly the filtered and sorted view as a CSV file. */
  @Get('lines.csv')
  @Permit('budget.read')
  async download(
    @CurrentCaller() caller: Caller,
    @Query() query: LineGridQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tongue = tongueOf(request.headers['accept-language']);
    const content = await this.csv.open(caller, query, tongue);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${this.csv.fileName(query.fiscalYear, tongue)}"`)
      .header('x-content-type-options', 'nosniff')
      .send(content);
  }

  @Get('lines/:id')
  @Permit('budget.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: FiscalYearQuery,
  ): Promise<LineDetail> {
    const line = await this.lines.detail(caller, path.id, query.fiscalYear);
    if (line === null) throw new ProblemException('NOT_FOUND');
    return line;
  }

  @Get('lines/:id/history')
  @Permit('budget.read')
  async history(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: LineHistoryQuery,
  ): Promise<Page<LineHistoryEntry>> {
    const page = await this.lines.history(caller, path.id, query);
    if (page === null) throw new ProblemException('NOT_FOUND');
    return page;
  }

  @Post('lines')
  @Permit('budget.line_write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateLine,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    return this.commands.create(caller, { key, operation: 'line.create', body }, (tx) => createLine(tx, body));
  }

  @Patch('lines/:id')
  @Permit('budget.line_write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeLine): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => changeLine(tx, path.id, body));
  }

  /** One classification for every line of a filter, guarded by the number of lines that were seen. */
  @Post('lines/assign')
  @HttpCode(200)
  @Permit('budget.line_write')
  assign(
    @CurrentCaller() caller: Caller,
    @Body() body: AssignLines,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult & LinesAssigned> {
    return this.commands.create(caller, { key, operation: 'line.assign', body }, (tx) =>
      assignLines(tx, caller.actor, body),
    );
  }
}
