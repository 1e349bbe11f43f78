import { Body, Controller, Get, Headers, Param, Post, Put } from '@nestjs/common';
import {
  type PortfolioChanged,
  type RunStarted,
  type RunView,
  SaveNewScenario,
  SaveScenario,
  type Scenario,
  type ScenarioRow,
  StartRun,
  TransferDemands,
  type TransferOffer,
  type TransferResult,
} from '@etatlotse/contracts/portfolio';
import { IdPath } from '@etatlotse/contracts/shared';
import { BodyLimit } from '../platform/http/body-limit.decorator';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { JobQueue } from '../platform/jobs/job-queue';
import { ProblemException } from '../platform/problem/problem-exception';
import { ScenarioQueries } from './scenario.queries';
import { TransferQueries } from './transfer.queries';
import { saveNewScenario, saveScenario } from './use-cases/save-scenario';
import { startRun } from './use-cases/start-run';
import { transferDemands } from './use-cases/transfer-demands';

/** The columns of a whole round fit in. */
const COLUMNS_BODY_BYTES = 2 * 1024 * 1024;

/** Named scenarios, long searches, and the way of planned demands into the plan. */
@Controller('api/v1/portfolio')
export class PortfolioScenarioController {
  constructor(
    private readonly scenarios: ScenarioQueries,
    private readonly transfers: TransferQueries,
    private readonly commands: Commands,
    private readonly jobs: JobQueue,
  ) {}

  @Get('rounds/:id/scenarios')
  @Permit('plan.read')
  list(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<readonly ScenarioRow[]> {
    return this.scenarios.list(caller, path.id);
  }

  @Get('scenarios/:id')
  @Permit('plan.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Scenario> {
    return known(await this.scenarios.find(caller, path.id));
  }

  @Post('rounds/:id/scenarios')
  @BodyLimit(COLUMNS_BODY_BYTES)
  @Permit('demand.decide')
  add(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: SaveNewScenario,
    @Headers('idempotency-key') key?: string,
  ): Promise<PortfolioChanged> {
    const request = { key, operation: 'scenario.save', body: { ...body, roundId: path.id } };
    return this.commands.create(caller, request, (tx) => saveNewScenario(tx, path.id, body));
  }

  @Put('scenarios/:id')
  @BodyLimit(COLUMNS_BODY_BYTES)
  @Permit('demand.decide')
  save(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SaveScenario): Promise<PortfolioChanged> {
    return this.commands.change(caller, (tx) => saveScenario(tx, path.id, body));
  }

  @Post('rounds/:id/runs')
  @BodyLimit(COLUMNS_BODY_BYTES)
  @Permit('demand.decide')
  start(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: StartRun,
    @Headers('idempotency-key') key?: string,
  ): Promise<RunStarted> {
    const request = { key, operation: 'portfolio.run', body: { ...body, roundId: path.id } };
    return this.commands.create(caller, request, (tx) => startRun(tx, path.id, body, this.jobs));
  }

  @Get('runs/:id')
  @Permit('plan.read')
  async run(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<RunView> {
    return known(await this.scenarios.run(caller, path.id));
  }

  /** What would be written, to the cent. */
  @Get('rounds/:id/transfers')
  @Permit('plan.read')
  async offer(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<TransferOffer> {
    return known(await this.transfers.offer(caller, path.id));
  }

  @Post('rounds/:id/transfers')
  @Permit('plan.write')
  transfer(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: TransferDemands,
    @Headers('idempotency-key') key?: string,
  ): Promise<TransferResult> {
    const request = { key, operation: 'demand.transfer', body: { ...body, roundId: path.id } };
    return this.commands.create(caller, request, (tx) => transferDemands(tx, path.id, body));
  }
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
