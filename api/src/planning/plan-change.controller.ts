import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddPlanChange,
  AnswerPlanExtra,
  type PlanChangeChanged,
  PlanChangePath,
  type PlanChanges,
  PlanChangesQuery,
  PlanChangeVersionQuery,
  type PlanVersionChanged,
  RecordPlanChangeResult,
  type Supplement,
} from '@etatlotse/contracts/planning';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PlanChangeQueries } from './plan-change.queries';
import { PlanSupplementQueries } from './plan-supplement.queries';
import { addPlanChange } from './use-cases/add-plan-change';
import { answerPlanExtra } from './use-cases/answer-plan-extra';
import { deletePlanChange } from './use-cases/delete-plan-change';
import { recordChangeResult } from './use-cases/record-change-result';

/** What moves the amounts of a version besides its cells: dated changes, and what a supplementary budget does. */
@Controller('api/v1/planning/plan-versions/:id')
export class PlanChangeController {
  constructor(
    private readonly changes: PlanChangeQueries,
    private readonly supplements: PlanSupplementQueries,
    private readonly commands: Commands,
  ) {}

  @Get('changes')
  @Permit('plan.read')
  async list(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: PlanChangesQuery,
  ): Promise<PlanChanges> {
    return found(await this.changes.ofVersion(caller, path.id, query));
  }

  @Post('changes')
  @Permit('plan.write')
  add(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Param() path: IdPath,
    @Body() body: AddPlanChange,
  ): Promise<PlanChangeChanged> {
    return this.commands.create(caller, { key, operation: 'plan_change.add', body: { ...body, id: path.id } }, (tx) =>
      addPlanChange(tx, path.id, body),
    );
  }

  /** The council office records what was decided, as finance does. */
  @Put('changes/:changeId/result')
  @Permit('plan.adopt')
  record(
    @CurrentCaller() caller: Caller,
    @Param() path: PlanChangePath,
    @Body() body: RecordPlanChangeResult,
  ): Promise<PlanChangeChanged> {
    const change = { versionId: path.id, changeId: path.changeId };
    return this.commands.change(caller, (tx) => recordChangeResult(tx, change, body));
  }

  @Delete('changes/:changeId')
  @HttpCode(204)
  @Permit('plan.write')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param() path: PlanChangePath,
    @Query() query: PlanChangeVersionQuery,
  ): Promise<void> {
    const change = { versionId: path.id, changeId: path.changeId };
    await this.commands.change(caller, (tx) => deletePlanChange(tx, change, query.version));
  }

  @Get('supplement')
  @Permit('plan.read')
  async supplement(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Supplement> {
    return found(await this.supplements.ofVersion(caller, path.id));
  }

  @Put('extra-answers')
  @Permit('plan.write')
  answer(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AnswerPlanExtra,
  ): Promise<PlanVersionChanged> {
    return this.commands.change(caller, (tx) => answerPlanExtra(tx, path.id, body));
  }
}

function found<Result>(result: Result | null): Result {
  if (result === null) throw new ProblemException('NOT_FOUND');
  return result;
}
