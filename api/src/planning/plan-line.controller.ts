import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  PlanCellPath,
  type PlanReference,
  type PlanLineChanged,
  type PlanLineDetail,
  PlanLinePath,
  type PlanMarks,
  SetPlanExplanation,
  SetPlanMonths,
  SetPlanNote,
} from '@etatlotse/contracts/planning';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PlanLineQueries } from './plan-line.queries';
import { setPlanMonths } from './use-cases/set-plan-months';
import { setPlanExplanation, setPlanNote } from './use-cases/set-plan-text';

/** What surrounds the amounts of a version: what they are compared with, notes, explanations, months. */
@Controller('api/v1/planning/plan-versions/:id')
export class PlanLineController {
  constructor(
    private readonly queries: PlanLineQueries,
    private readonly commands: Commands,
  ) {}

  @Get('reference')
  @Permit('plan.read')
  async reference(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PlanReference> {
    return found(await this.queries.reference(caller, path.id));
  }

  @Get('marks')
  @Permit('plan.read')
  async marks(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PlanMarks> {
    return found(await this.queries.marks(caller, path.id));
  }

  @Get('lines/:lineId')
  @Permit('plan.read')
  async line(@CurrentCaller() caller: Caller, @Param() path: PlanLinePath): Promise<PlanLineDetail> {
    return found(await this.queries.line(caller, path.id, path.lineId));
  }

  @Put('lines/:lineId/explanation')
  @Permit('plan.write')
  setExplanation(
    @CurrentCaller() caller: Caller,
    @Param() path: PlanLinePath,
    @Body() body: SetPlanExplanation,
  ): Promise<PlanLineChanged> {
    const line = { versionId: path.id, lineId: path.lineId };
    return this.commands.change(caller, (tx) => setPlanExplanation(tx, line, body));
  }

  @Put('lines/:lineId/notes/:fiscalYear')
  @Permit('plan.write')
  setNote(
    @CurrentCaller() caller: Caller,
    @Param() path: PlanCellPath,
    @Body() body: SetPlanNote,
  ): Promise<PlanLineChanged> {
    return this.commands.change(caller, (tx) => setPlanNote(tx, cellOf(path), body));
  }

  @Put('lines/:lineId/months/:fiscalYear')
  @Permit('plan.write')
  setMonths(
    @CurrentCaller() caller: Caller,
    @Param() path: PlanCellPath,
    @Body() body: SetPlanMonths,
  ): Promise<PlanLineChanged> {
    return this.commands.change(caller, (tx) => setPlanMonths(tx, cellOf(path), body));
  }
}

type PlanCell = Parameters<typeof setPlanNote>[1];

const cellOf = ({ id, lineId, fiscalYear }: PlanCellPath): PlanCell => ({ versionId: id, lineId, fiscalYear });

function found<Result>(result: Result | null): Result {
  if (result === null) throw new ProblemException('NOT_FOUND');
  return result;
}
