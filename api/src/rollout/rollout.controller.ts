import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddRolloutUnit,
  CapabilityPath,
  ChangeRollout,
  CreateRollout,
  type Rollout,
  type RolloutChanged,
  type RolloutRow,
  RolloutsQuery,
  RolloutUnitPath,
  TellCapability,
  TellTraining,
} from '@etatlotse/contracts/rollout';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { RolloutQueries } from './rollout.queries';
import { addUnit } from './use-cases/add-unit';
import { changeRollout } from './use-cases/change-rollout';
import { createRollout } from './use-cases/create-rollout';
import { tellCapability } from './use-cases/tell-capability';
import { tellTraining } from './use-cases/tell-training';
import { ROLLOUT_TABLE } from './rollout.table';

/** Roll-outs and their matrix of units and capabilities. */
@Controller('api/v1/rollouts')
export class RolloutController {
  constructor(
    private readonly rollouts: RolloutQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('project.read')
  @AsTable(ROLLOUT_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: RolloutsQuery): Promise<Page<RolloutRow>> {
    return this.rollouts.list(caller, query);
  }

  @Get(':id')
  @Permit('project.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Rollout> {
    const found = await this.rollouts.find(caller, path.id);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('rollout.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateRollout,
    @Headers('idempotency-key') key?: string,
  ): Promise<RolloutChanged> {
    return this.commands.create(caller, { key, operation: 'rollout.create', body }, (tx) => createRollout(tx, body));
  }

  @Put(':id')
  @Permit('rollout.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeRollout): Promise<RolloutChanged> {
    return this.commands.change(caller, (tx) => changeRollout(tx, path.id, body));
  }

  @Post(':id/units')
  @Permit('rollout.write')
  addUnit(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddRolloutUnit,
    @Headers('idempotency-key') key?: string,
  ): Promise<RolloutChanged> {
    return this.commands.create(caller, { key, operation: `rollout.unit ${path.id}`, body }, (tx) =>
      addUnit(tx, path.id, body),
    );
  }

  @Put(':id/units/:unitId')
  @Permit('rollout.write')
  tellTraining(
    @CurrentCaller() caller: Caller,
    @Param() path: RolloutUnitPath,
    @Body() body: TellTraining,
  ): Promise<RolloutChanged> {
    return this.commands.change(caller, (tx) => tellTraining(tx, path.id, path.unitId, body));
  }

  @Put(':id/units/:unitId/capabilities/:capability')
  @Permit('rollout.write')
  tellCapability(
    @CurrentCaller() caller: Caller,
    @Param() path: CapabilityPath,
    @Body() body: TellCapability,
  ): Promise<RolloutChanged> {
    return this.commands.change(caller, (tx) => tellCapability(tx, path.id, path, body));
  }
}
