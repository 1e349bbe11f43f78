import { Body, Controller, Headers, Param, Post, Put } from '@nestjs/common';
import {
  AddGoal,
  ChangeGoal,
  GoalPath,
  MeasureGoal,
  RecordSurvey,
  type RolloutChanged,
} from '@etatlotse/contracts/rollout';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { addGoal } from './use-cases/add-goal';
import { changeGoal } from './use-cases/change-goal';
import { measureGoal } from './use-cases/measure-goal';
import { recordSurvey } from './use-cases/record-survey';

/** What a roll-out is to reach, what was measured, and how staff takes it. */
@Controller('api/v1/rollouts/:id')
export class RolloutGoalController {
  constructor(private readonly commands: Commands) {}

  @Post('goals')
  @Permit('rollout.write')
  addGoal(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddGoal,
    @Headers('idempotency-key') key?: string,
  ): Promise<RolloutChanged> {
    return this.commands.create(caller, { key, operation: `rollout.goal ${path.id}`, body }, (tx) =>
      addGoal(tx, path.id, body),
    );
  }

  @Put('goals/:goalId')
  @Permit('rollout.write')
  changeGoal(
    @CurrentCaller() caller: Caller,
    @Param() path: GoalPath,
    @Body() body: ChangeGoal,
  ): Promise<RolloutChanged> {
    return this.commands.change(caller, (tx) => changeGoal(tx, path.id, path.goalId, body));
  }

  @Post('goals/:goalId/measurements')
  @Permit('rollout.write')
  measure(
    @CurrentCaller() caller: Caller,
    @Param() path: GoalPath,
    @Body() body: MeasureGoal,
    @Headers('idempotency-key') key?: string,
  ): Promise<RolloutChanged> {
    return this.commands.create(caller, { key, operation: `rollout.measure ${path.goalId}`, body }, (tx) =>
      measureGoal(tx, path.id, path.goalId, body),
    );
  }

  @Post('surveys')
  @Permit('rollout.write')
  survey(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: RecordSurvey,
    @Headers('idempotency-key') key?: string,
  ): Promise<RolloutChanged> {
    return this.commands.create(caller, { key, operation: `rollout.survey ${path.id}`, body }, (tx) =>
      recordSurvey(tx, path.id, body),
    );
  }
}
