import { Body, Controller, Delete, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  CapacityYearQuery,
  EnterRelease,
  MoveRelease,
  ReleasesQuery,
  SaveScenario,
  ScenariosQuery,
} from '@etatlotse/contracts/capacity';
import type {
  CapacityChanged,
  ReleaseCandidate,
  ReleaseRow,
  ReleaseSums,
  ScenarioRow,
} from '@etatlotse/contracts/capacity/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ReleaseQueries } from './release.queries';
import { ScenarioQueries } from './scenario.queries';
import { enterRelease, moveRelease } from './use-cases/keep-release';
import { dropScenario, keepScenario } from './use-cases/keep-scenario';
import { RELEASE_TABLE } from './capacity.tables';

/** Questions that were kept, and the ledger of released time. */
@Controller('api/v1/capacity')
export class ScenarioController {
  constructor(
    private readonly commands: Commands,
    private readonly scenarios: ScenarioQueries,
    private readonly releases: ReleaseQueries,
  ) {}

  @Get('scenarios')
  @Permit('capacity.read')
  list(@CurrentCaller() caller: Caller, @Query() query: ScenariosQuery): Promise<Page<ScenarioRow>> {
    return this.scenarios.list(caller, query);
  }

  @Get('scenarios/:id')
  @Permit('capacity.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ScenarioRow> {
    const scenario = await this.scenarios.find(caller, path.id);
    if (scenario === null) throw new ProblemException('NOT_FOUND');
    return scenario;
  }

  @Post('scenarios')
  @Permit('scenario.write')
  keep(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: SaveScenario,
  ): Promise<CapacityChanged> {
    return this.commands.create(caller, { key, operation: 'capacity_scenario.keep', body }, (tx) =>
      keepScenario(tx, body),
    );
  }

  @Delete('scenarios/:id')
  @Permit('scenario.write')
  drop(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => dropScenario(tx, path.id));
  }

  @Get('releases')
  @Permit('capacity.read')
  @AsTable(RELEASE_TABLE)
  ledger(@CurrentCaller() caller: Caller, @Query() query: ReleasesQuery): Promise<Page<ReleaseRow>> {
    return this.releases.list(caller, query);
  }

  @Get('releases/sums')
  @Permit('capacity.read')
  sums(@CurrentCaller() caller: Caller): Promise<ReleaseSums> {
    return this.releases.sums(caller);
  }

  @Get('releases/candidates')
  @Permit('capacity.read')
  candidates(@CurrentCaller() caller: Caller, @Query() query: CapacityYearQuery): Promise<readonly ReleaseCandidate[]> {
    return this.releases.candidates(caller, query);
  }

  @Post('releases')
  @Permit('capacity.write')
  enter(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: EnterRelease,
  ): Promise<CapacityChanged> {
    return this.commands.create(caller, { key, operation: 'capacity_release.enter', body }, (tx) =>
      enterRelease(tx, body),
    );
  }

  @Put('releases/:id')
  @Permit('capacity.write')
  move(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: MoveRelease): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => moveRelease(tx, path.id, body));
  }
}
