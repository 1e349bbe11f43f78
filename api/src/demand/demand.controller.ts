import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  BoardQuery,
  CopyDemand,
  type Demand,
  type DemandBoard,
  type DemandChanged,
  type DemandEvent,
  DemandEventsQuery,
  type DemandOffer,
  DemandOffersQuery,
  type DemandRow,
  DemandsQuery,
  DeskQueueQuery,
  type DeskQueueRow,
  SaveDemand,
  SetDemandFrame,
  StartDemand,
  TakeDemandStep,
  type UnitName,
  type WaitingDemand,
  WaitingQuery,
} from '@etatlotse/contracts/demand';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { DemandDetailQueries } from './demand-detail.queries';
import { DemandGates } from './demand-step';
import { DemandQueries } from './demand.queries';
import { DeskQueueQueries } from './desk-queue.queries';
import { copyDemand } from './use-cases/copy-demand';
import { saveDemand } from './use-cases/save-demand';
import { setDemandFrame } from './use-cases/set-demand-frame';
import { startDemand } from './use-cases/start-demand';
import { takeDemandStep } from './use-cases/take-demand-step';
import { DEMAND_TABLE } from './demand.table';

/** Demands: drafted by coordinators, submitted by heads, decided by finance. */
@Controller('api/v1/demands')
export class DemandController {
  constructor(
    private readonly demands: DemandQueries,
    private readonly details: DemandDetailQueries,
    private readonly queue: DeskQueueQueries,
    private readonly gates: DemandGates,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('demand.read')
  @AsTable(DEMAND_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: DemandsQuery): Promise<Page<DemandRow>> {
    return this.demands.list(caller, query);
  }

  @Get('board')
  @Permit('demand.read')
  async board(@CurrentCaller() caller: Caller, @Query() query: BoardQuery): Promise<DemandBoard> {
    return known(await this.demands.board(caller, query));
  }

  @Get('waiting')
  @Permit('demand.read')
  waiting(@CurrentCaller() caller: Caller, @Query() query: WaitingQuery): Promise<Page<WaitingDemand>> {
    return this.demands.waiting(caller, query);
  }

  @Get('queue')
  @Permit('demand.review')
  deskQueue(@CurrentCaller() caller: Caller, @Query() query: DeskQueueQuery): Promise<Page<DeskQueueRow>> {
    return this.queue.list(caller, query);
  }

  @Get('units')
  @Permit('demand.write')
  units(@CurrentCaller() caller: Caller): Promise<readonly UnitName[]> {
    return this.demands.units(caller);
  }

  @Get('offers')
  @Permit('demand.read')
  offers(@CurrentCaller() caller: Caller, @Query() query: DemandOffersQuery): Promise<readonly DemandOffer[]> {
    return this.demands.offers(caller, query);
  }

  @Get(':id')
  @Permit('demand.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Demand> {
    return known(await this.details.find(caller, path.id));
  }

  @Get(':id/events')
  @Permit('demand.read')
  async events(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: DemandEventsQuery,
  ): Promise<Page<DemandEvent>> {
    return known(await this.details.events(caller, path.id, query));
  }

  @Post()
  @Permit('demand.write')
  start(
    @CurrentCaller() caller: Caller,
    @Body() body: StartDemand,
    @Headers('idempotency-key') key?: string,
  ): Promise<DemandChanged> {
    return this.commands.create(caller, { key, operation: 'demand.start', body }, (tx) => startDemand(tx, body));
  }

  @Put(':id/content')
  @Permit('demand.write')
  save(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SaveDemand): Promise<DemandChanged> {
    return this.commands.change(caller, (tx) => saveDemand(tx, path.id, body));
  }

  @Post(':id/copies')
  @Permit('demand.write')
  copy(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: CopyDemand,
    @Headers('idempotency-key') key?: string,
  ): Promise<DemandChanged> {
    const request = { key, operation: 'demand.copy', body: { ...body, demandId: path.id } };
    return this.commands.create(caller, request, (tx) => copyDemand(tx, path.id, body));
  }

  /** Which step somebody may take is said by the table of the workflow, not by the route. */
  @Post(':id/steps')
  @HttpCode(200)
  @Permit('demand.read')
  step(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeDemandStep): Promise<DemandChanged> {
    return this.commands.change(caller, (tx) => takeDemandStep(tx, path.id, body, this.gates));
  }

  @Put(':id/frame')
  @Permit('demand.decide')
  frame(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SetDemandFrame): Promise<DemandChanged> {
    return this.commands.change(caller, (tx) => setDemandFrame(tx, path.id, body));
  }
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
