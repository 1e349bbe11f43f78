import { Body, Controller, Delete, Get, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  CapacityYearQuery,
  ChangeDriver,
  CreateDriver,
  DriverPath,
  SaveNumbers,
  SaveStock,
  TasksQuery,
  VersionQuery,
} from '@etatlotse/contracts/capacity';
import type { CapacityChanged, TaskSheet } from '@etatlotse/contracts/capacity/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply } from 'fastify';
import { attachment } from '../platform/http/attachment';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { TaskCsv } from './task-csv';
import { TaskSheetQueries } from './task-sheet.queries';
import { addDriver, changeDriver, removeDriver } from './use-cases/save-driver';
import { saveStock } from './use-cases/save-stock';
import { saveNumbers } from './use-cases/save-volumes';

/** What is recorded of a task over the years: numbers, counts of what lies there, and what will move the numbers. */
@Controller('api/v1/capacity')
export class TaskRecordController {
  constructor(
    private readonly commands: Commands,
    private readonly csv: TaskCsv,
    private readonly sheets: TaskSheetQueries,
  ) {}

  /** Every formula, number and source of one task, as the audit office and the staff council want to see it. */
  @Get('tasks/:id/sheet')
  @Permit('capacity.read')
  async sheet(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: CapacityYearQuery,
    @Headers('accept-language') languages?: string,
  ): Promise<TaskSheet> {
    const sheet = await this.sheets.find(caller, path.id, query.fiscalYear, tongueOf(languages));
    if (sheet === null) throw new ProblemException('NOT_FOUND');
    return sheet;
  }

  /** The same on paper. */
  @Get('tasks/:id/sheet.pdf')
  @Permit('capacity.read')
  async print(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: CapacityYearQuery,
    @Res() reply: FastifyReply,
    @Headers('accept-language') languages?: string,
  ): Promise<void> {
    const tongue = tongueOf(languages);
    const sheet = await this.sheets.find(caller, path.id, query.fiscalYear, tongue);
    if (sheet === null) throw new ProblemException('NOT_FOUND');
    // Loaded only when somebody prints: a server that never does starts faster and smaller.
    const { sheetFileName, taskSheetPdf } = await import('./task-sheet-pdf');
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', attachment(sheetFileName(sheet)))
      .header('x-content-type-options', 'nosniff')
      .send(taskSheetPdf(sheet, tongue));
  }

  /** The list as it is filtered, as a CSV file. */
  @Get('tasks.csv')
  @Permit('capacity.read')
  async download(
    @CurrentCaller() caller: Caller,
    @Query() query: TasksQuery,
    @Res() reply: FastifyReply,
    @Headers('accept-language') languages?: string,
  ): Promise<void> {
    const tongue = tongueOf(languages);
    const { fileName, text } = await this.csv.file(caller, query, tongue);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attachment(fileName))
      .send(text);
  }

  @Put('tasks/:id/numbers')
  @Permit('capacity.write')
  numbers(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SaveNumbers): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => saveNumbers(tx, path.id, body));
  }

  @Put('tasks/:id/stock')
  @Permit('capacity.write')
  stock(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SaveStock): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => saveStock(tx, path.id, body));
  }

  @Post('tasks/:id/drivers')
  @Permit('capacity.write')
  addDriver(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Param() path: IdPath,
    @Body() body: CreateDriver,
  ): Promise<CapacityChanged> {
    const wish = { taskId: path.id, ...body };
    return this.commands.create(caller, { key, operation: 'task_driver.create', body: wish }, (tx) =>
      addDriver(tx, path.id, body),
    );
  }

  @Put('tasks/:id/drivers/:driverId')
  @Permit('capacity.write')
  changeDriver(
    @CurrentCaller() caller: Caller,
    @Param() path: DriverPath,
    @Body() body: ChangeDriver,
  ): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => changeDriver(tx, path.id, path.driverId, body));
  }

  @Delete('tasks/:id/drivers/:driverId')
  @Permit('capacity.write')
  removeDriver(
    @CurrentCaller() caller: Caller,
    @Param() path: DriverPath,
    @Query() query: VersionQuery,
  ): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => removeDriver(tx, path.id, path.driverId, query.version));
  }
}
