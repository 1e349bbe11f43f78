import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { VersionQuery } from '@etatlotse/contracts/organization';
import {
  AdoptPlanVersion,
  CreatePlanVersion,
  PLAN_AMOUNTS_BODY_BYTES,
  type PlanAmountsSet,
  type PlanAsOf,
  PlanAsOfQuery,
  type PlanFindings,
  type PlanGrid,
  PlanGridQuery,
  type PlanVersionChanged,
  type PlanVersionDetail,
  type PlanVersionRow,
  PlanVersionsQuery,
  RenamePlanVersion,
  SetPlanAmounts,
  TakePlanStep,
} from '@etatlotse/contracts/planning';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { Approvals } from '../approval';
import { BodyLimit } from '../platform/http/body-limit.decorator';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PlanAsOfQueries } from './plan-as-of.queries';
import { PlanGridQueries } from './plan-grid.queries';
import { PlanVersionQueries } from './plan-version.queries';
import { createPlanVersion } from './use-cases/create-plan-version';
import { deletePlanVersion } from './use-cases/delete-plan-version';
import { renamePlanVersion } from './use-cases/rename-plan-version';
import { requestAdoption } from './use-cases/adopt-plan-version';
import { setPlanAmounts } from './use-cases/set-plan-amounts';
import { takePlanStep } from './use-cases/take-plan-step';
import { PLAN_VERSION_TABLE } from './plan-version.table';

@Controller('api/v1/planning/plan-versions')
export class PlanVersionController {
  constructor(
    private readonly queries: PlanVersionQueries,
    private readonly grids: PlanGridQueries,
    private readonly history: PlanAsOfQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('plan.read')
  @AsTable(PLAN_VERSION_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: PlanVersionsQuery): Promise<Page<PlanVersionRow>> {
    return this.queries.list(caller, query);
  }

  @Get(':id')
  @Permit('plan.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PlanVersionDetail> {
    return found(await this.queries.find(caller, path.id));
  }

  /** What the version said at the end of a day, by what had been recorded until then. */
  @Get(':id/as-of')
  @Permit('plan.read')
  async asOf(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: PlanAsOfQuery): Promise<PlanAsOf> {
    return found(await this.history.ofVersion(caller, path.id, query.day));
  }

  @Get(':id/findings')
  @Permit('plan.read')
  async findings(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PlanFindings> {
    return found(await this.queries.findings(caller, path.id));
  }

  @Get(':id/amounts')
  @Permit('plan.read')
  async amounts(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: PlanGridQuery,
  ): Promise<PlanGrid> {
    return found(await this.grids.ofVersion(caller, path.id, query));
  }

  @Post()
  @Permit('plan.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreatePlanVersion,
    @Headers('idempotency-key') key?: string,
  ): Promise<PlanVersionChanged> {
    return this.commands.create(caller, { key, operation: 'plan_version.create', body }, (tx) =>
      createPlanVersion(tx, body),
    );
  }

  @Patch(':id')
  @Permit('plan.write')
  rename(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: RenamePlanVersion,
  ): Promise<PlanVersionChanged> {
    return this.commands.change(caller, (tx) => renamePlanVersion(tx, path.id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('plan.write')
  async remove(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: VersionQuery): Promise<void> {
    await this.commands.change(caller, (tx) => deletePlanVersion(tx, path.id, query.version));
  }

  /** Takes a bigger body than other routes: 10,000 cells are about 600 kB. */
  @Put(':id/amounts')
  @BodyLimit(PLAN_AMOUNTS_BODY_BYTES)
  @Permit('plan.write')
  setAmounts(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: SetPlanAmounts,
  ): Promise<PlanAmountsSet> {
    return this.commands.change(caller, (tx) => setPlanAmounts(tx, path.id, body));
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('plan.write')
  takeStep(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: TakePlanStep,
  ): Promise<PlanVersionChanged> {
    return this.commands.change(caller, (tx) => takePlanStep(tx, path.id, body));
  }

  /** Answers with an approval: the decision counts once a second person has confirmed it. */
  @Post(':id/adoption')
  @HttpCode(202)
  @Permit('plan.adopt')
  adopt(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AdoptPlanVersion,
  ): Promise<PlanVersionChanged> {
    return this.commands.change(caller, (tx) => requestAdoption(tx, this.approvals, path.id, body));
  }
}

function found<Result>(result: Result | null): Result {
  if (result === null) throw new ProblemException('NOT_FOUND');
  return result;
}
