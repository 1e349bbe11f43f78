import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddStandardItem,
  ChangeRound,
  ChangeStandardItem,
  type LateDemand,
  LateQuery,
  type PlanningRound,
  PrepareRound,
  type RoundChanged,
  type RoundName,
  SetRoundCeilings,
  type StandardItem,
  StandardItemsQuery,
  TakeRoundStep,
} from '@etatlotse/contracts/demand';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { RoundQueries } from './round.queries';
import { changeRound, prepareRound, setRoundCeilings } from './use-cases/prepare-round';
import { remindLateOfRound } from './use-cases/remind-late';
import { addStandardItem, changeStandardItem } from './use-cases/save-standard-item';
import { takeRoundStep } from './use-cases/take-round-step';

/** Planning rounds: prepared, opened, frozen and closed by finance, read by everybody who reports. */
@Controller('api/v1/planning-rounds')
export class RoundController {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('demand.read')
  list(@CurrentCaller() caller: Caller): Promise<readonly RoundName[]> {
    return this.rounds.list(caller);
  }

  @Get('current')
  @Permit('demand.read')
  async current(@CurrentCaller() caller: Caller): Promise<PlanningRound> {
    return known(await this.rounds.find(caller, null));
  }

  @Get(':id')
  @Permit('demand.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PlanningRound> {
    return known(await this.rounds.find(caller, path.id));
  }

  @Get(':id/late')
  @Permit('demand.read')
  async late(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: LateQuery,
  ): Promise<Page<LateDemand>> {
    return known(await this.rounds.late(caller, path.id, query));
  }

  @Post()
  @Permit('round.write')
  prepare(
    @CurrentCaller() caller: Caller,
    @Body() body: PrepareRound,
    @Headers('idempotency-key') key?: string,
  ): Promise<RoundChanged> {
    return this.commands.create(caller, { key, operation: 'planning_round.prepare', body }, (tx) =>
      prepareRound(tx, body),
    );
  }

  @Put(':id')
  @Permit('round.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeRound): Promise<RoundChanged> {
    return this.commands.change(caller, (tx) => changeRound(tx, path.id, body));
  }

  @Put(':id/ceilings')
  @Permit('round.write')
  ceilings(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: SetRoundCeilings,
  ): Promise<RoundChanged> {
    return this.commands.change(caller, (tx) => setRoundCeilings(tx, path.id, body));
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('round.write')
  step(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeRoundStep): Promise<RoundChanged> {
    return this.commands.change(caller, (tx) => takeRoundStep(tx, path.id, body));
  }

  @Post(':id/reminders')
  @HttpCode(200)
  @Permit('round.write')
  remind(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<{ readonly told: number }> {
    return this.commands.change(caller, (tx) => remindLateOfRound(tx, path.id));
  }
}

/** The catalogue from which demands are put together. */
@Controller('api/v1/standard-items')
export class StandardItemController {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('demand.read')
  list(@CurrentCaller() caller: Caller, @Query() query: StandardItemsQuery): Promise<Page<StandardItem>> {
    return this.rounds.standardItems(caller, query);
  }

  @Post()
  @Permit('demand_item.write')
  add(
    @CurrentCaller() caller: Caller,
    @Body() body: AddStandardItem,
    @Headers('idempotency-key') key?: string,
  ): Promise<RoundChanged> {
    return this.commands.create(caller, { key, operation: 'standard_item.add', body }, (tx) =>
      addStandardItem(tx, body),
    );
  }

  @Put(':id')
  @Permit('demand_item.write')
  change(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeStandardItem,
  ): Promise<RoundChanged> {
    return this.commands.change(caller, (tx) => changeStandardItem(tx, path.id, body));
  }
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
