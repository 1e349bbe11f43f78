import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddSession,
  ChangeSession,
  ChangeTraining,
  CreateTraining,
  QuotasQuery,
  type RecordChanged,
  RecordYearQuery,
  SessionPath,
  SetTarget,
  type TrainingDetail,
  type TrainingPage,
  type TrainingQuotaPage,
  TrainingsQuery,
} from '@etatlotse/contracts/inventory';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { TrainingQueries } from './training.queries';
import { addSession, changeSession } from './use-cases/keep-session';
import { changeTraining, createTraining } from './use-cases/save-training';
import { setTrainingTarget } from './use-cases/set-training-target';
import { TRAINING_TABLE } from './inventory.tables';

/** The catalogue of trainings with seats, attendance and price, and how far units are. */
@Controller('api/v1/trainings')
export class TrainingController {
  constructor(
    private readonly commands: Commands,
    private readonly trainings: TrainingQueries,
  ) {}

  @Get()
  @Permit('inventory.read')
  @AsTable(TRAINING_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: TrainingsQuery): Promise<TrainingPage> {
    return this.trainings.list(caller, query);
  }

  @Get('quotas')
  @Permit('inventory.read')
  quotas(@CurrentCaller() caller: Caller, @Query() query: QuotasQuery): Promise<TrainingQuotaPage> {
    return this.trainings.quotas(caller, query);
  }

  @Get(':id')
  @Permit('inventory.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: RecordYearQuery,
  ): Promise<TrainingDetail> {
    const found = await this.trainings.find(caller, path.id, query);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('inventory.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateTraining,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    return this.commands.create(caller, { key, operation: 'training.create', body }, (tx) => createTraining(tx, body));
  }

  @Put('targets')
  @Permit('inventory.write')
  setTarget(@CurrentCaller() caller: Caller, @Body() body: SetTarget): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => setTrainingTarget(tx, body));
  }

  @Put(':id')
  @Permit('inventory.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeTraining): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeTraining(tx, path.id, body));
  }

  @Post(':id/sessions')
  @Permit('inventory.write')
  addSession(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddSession,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    const request = { key, operation: `training.session ${path.id}`, body };
    return this.commands.create(caller, request, (tx) => addSession(tx, path.id, body));
  }

  @Put(':id/sessions/:sessionId')
  @Permit('inventory.write')
  changeSession(
    @CurrentCaller() caller: Caller,
    @Param() path: SessionPath,
    @Body() body: ChangeSession,
  ): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeSession(tx, path, body));
  }
}
