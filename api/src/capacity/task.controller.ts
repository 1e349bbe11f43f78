import { Body, Controller, Delete, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  CapacityYearQuery,
  ChangeTask,
  CreateTask,
  SaveVolumes,
  SetGoLive,
  TasksQuery,
  VersionQuery,
} from '@etatlotse/contracts/capacity';
import type {
  CapacityChanged,
  TaskDetail,
  TaskForecast,
  TaskListRow,
  TaskNumbers,
  TaskOutlook,
} from '@etatlotse/contracts/capacity/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { TaskOutlookQueries } from './task-outlook.queries';
import { TaskForecastQueries } from './task-forecast.queries';
import { TaskQueries } from './task.queries';
import { changeTask, createTask } from './use-cases/save-task';
import { saveVolumes } from './use-cases/save-volumes';
import { removeGoLive, setGoLive } from './use-cases/set-go-live';
import { TASK_TABLE } from './capacity.tables';

/** Tasks of units, the minutes of a case, and the numbers of each month. */
@Controller('api/v1/capacity/tasks')
export class TaskController {
  constructor(
    private readonly commands: Commands,
    private readonly tasks: TaskQueries,
    private readonly forecasts: TaskForecastQueries,
    private readonly outlooks: TaskOutlookQueries,
  ) {}

  @Get()
  @Permit('capacity.read')
  @AsTable(TASK_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: TasksQuery): Promise<Page<TaskListRow>> {
    return this.tasks.list(caller, query);
  }

  @Get(':id')
  @Permit('capacity.read')
  async find(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: CapacityYearQuery,
  ): Promise<TaskDetail> {
    return there(await this.tasks.find(caller, path.id, query.fiscalYear));
  }

  @Get(':id/numbers')
  @Permit('capacity.read')
  async numbers(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<TaskNumbers> {
    return there(await this.tasks.numbers(caller, path.id));
  }

  @Get(':id/outlook')
  @Permit('capacity.read')
  async outlook(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: CapacityYearQuery,
  ): Promise<TaskOutlook> {
    return there(await this.outlooks.find(caller, path.id, query.fiscalYear));
  }

  @Get(':id/forecast')
  @Permit('capacity.read')
  async forecast(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<TaskForecast> {
    return there(await this.forecasts.find(caller, path.id));
  }

  @Post()
  @Permit('capacity.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateTask,
  ): Promise<CapacityChanged> {
    return this.commands.create(caller, { key, operation: 'task.create', body }, (tx) => createTask(tx, body));
  }

  @Put(':id')
  @Permit('capacity.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeTask): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => changeTask(tx, path.id, body));
  }

  @Put(':id/volumes')
  @Permit('capacity.write')
  volumes(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SaveVolumes): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => saveVolumes(tx, path.id, body));
  }

  @Put(':id/go-live')
  @Permit('capacity.write')
  goLive(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SetGoLive): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => setGoLive(tx, path.id, body));
  }

  @Delete(':id/go-live')
  @Permit('capacity.write')
  withoutGoLive(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: VersionQuery,
  ): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => removeGoLive(tx, path.id, query.version));
  }
}

/** What somebody may not see is not there. */
function there<Found>(found: Found | null): Found {
  if (found === null) throw new ProblemException('NOT_FOUND');
  return found;
}
