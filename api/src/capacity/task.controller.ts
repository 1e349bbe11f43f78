import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import { ChangeTask, CreateTask, SaveVolumes, TasksQuery } from '@etatlotse/contracts/capacity';
import type { CapacityChanged, TaskRow } from '@etatlotse/contracts/capacity/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { TaskQueries } from './task.queries';
import { changeTask, createTask } from './use-cases/save-task';
import { saveVolumes } from './use-cases/save-volumes';

/** Tasks of units, the minutes of a case, and the numbers of each month. */
@Controller('api/v1/capacity/tasks')
export class TaskController {
  constructor(
    private readonly commands: Commands,
    private readonly tasks: TaskQueries,
  ) {}

  @Get()
  @Permit('capacity.read')
  list(@CurrentCaller() caller: Caller, @Query() query: TasksQuery): Promise<Page<TaskRow>> {
    return this.tasks.list(caller, query);
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
}
