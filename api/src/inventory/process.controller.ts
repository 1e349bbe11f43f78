import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeProcess,
  CreateProcess,
  MeasureProcess,
  type ProcessDetail,
  ProcessesQuery,
  type ProcessPage,
  type RecordChanged,
  RecordYearQuery,
} from '@etatlotse/contracts/inventory';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ProcessQueries } from './process.queries';
import { measureProcess } from './use-cases/measure-process';
import { changeProcess, createProcess } from './use-cases/save-process';
import { PROCESS_TABLE } from './inventory.tables';

/** Processes of the city, stage by stage, with the hours they save. */
@Controller('api/v1/processes')
export class ProcessController {
  constructor(
    private readonly commands: Commands,
    private readonly processes: ProcessQueries,
  ) {}

  @Get()
  @Permit('inventory.read')
  @AsTable(PROCESS_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: ProcessesQuery): Promise<ProcessPage> {
    return this.processes.list(caller, query);
  }

  @Get(':id')
  @Permit('inventory.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: RecordYearQuery,
  ): Promise<ProcessDetail> {
    const found = await this.processes.find(caller, path.id, query);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('inventory.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateProcess,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    return this.commands.create(caller, { key, operation: 'process.create', body }, (tx) => createProcess(tx, body));
  }

  @Put(':id')
  @Permit('inventory.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeProcess): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeProcess(tx, path.id, body));
  }

  @Post(':id/measurements')
  @Permit('inventory.write')
  measure(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: MeasureProcess,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    const request = { key, operation: `process.measure ${path.id}`, body };
    return this.commands.create(caller, request, (tx) => measureProcess(tx, path.id, body));
  }
}
