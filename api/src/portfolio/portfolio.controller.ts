import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import {
  AskProposal,
  CoverQuery,
  type CoverView,
  type Decision,
  type DecisionAnswer,
  type PortfolioChanged,
  type ProposalAnswer,
  RateDemand,
  type ReckonedStaff,
  RecordWeights,
  SetStaff,
  SetStart,
  StaffQuery,
  toDecisionAnswer,
  type WeightsView,
} from '@etatlotse/contracts/portfolio';
import { IdPath } from '@etatlotse/contracts/shared';
import { BodyLimit } from '../platform/http/body-limit.decorator';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { DecisionQueries } from './decision.queries';
import { askedChoice, proposalAnswer } from './proposal-answer';
import { PORTFOLIO_SOLVER, type PortfolioSolver } from './solver/solver';
import { rateDemand } from './use-cases/rate-demand';
import { recordWeights } from './use-cases/record-weights';
import { setStaff } from './use-cases/set-staff';
import { setStart } from './use-cases/set-start';

/** Ids of a whole round fit in. */
const IDS_BODY_BYTES = 1024 * 1024;

/** What a round is decided with, and a first proposal at once. */
@Controller('api/v1/portfolio')
export class PortfolioController {
  constructor(
    private readonly decisions: DecisionQueries,
    private readonly commands: Commands,
    @Inject(PORTFOLIO_SOLVER) private readonly solver: PortfolioSolver,
  ) {}

  /** Of the round that is going on, so that the page need not ask for that one first. */
  @Get('rounds/current')
  @Permit('plan.read')
  async current(@CurrentCaller() caller: Caller): Promise<DecisionAnswer> {
    return toDecisionAnswer(known(await this.decisions.find(caller, null)));
  }

  @Get('rounds/:id')
  @Permit('plan.read')
  async decision(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<DecisionAnswer> {
    return toDecisionAnswer(await this.decisionOf(caller, path.id));
  }

  /** Reads what stands there and proposes; nothing is written. */
  @Post('rounds/:id/proposal')
  @HttpCode(200)
  @BodyLimit(IDS_BODY_BYTES)
  @Permit('plan.read')
  async propose(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AskProposal,
  ): Promise<ProposalAnswer> {
    const choice = askedChoice(await this.decisionOf(caller, path.id), body);
    return proposalAnswer(choice, await this.solver.first(choice));
  }

  /** What the capacity side would say for a unit; nothing is taken over. */
  @Get('rounds/:id/staff')
  @Permit('plan.read')
  async reckoned(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: StaffQuery,
  ): Promise<ReckonedStaff> {
    return known(await this.decisions.reckonedStaff(caller, path.id, query.unitId));
  }

  @Put('rounds/:id/staff')
  @Permit('demand.decide')
  staff(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SetStaff): Promise<PortfolioChanged> {
    return this.commands.change(caller, (tx) => setStaff(tx, path.id, body));
  }

  @Get('weights')
  @Permit('plan.read')
  allWeights(@CurrentCaller() caller: Caller): Promise<readonly WeightsView[]> {
    return this.decisions.weights(caller);
  }

  @Post('weights')
  @Permit('demand.decide')
  weights(
    @CurrentCaller() caller: Caller,
    @Body() body: RecordWeights,
    @Headers('idempotency-key') key?: string,
  ): Promise<PortfolioChanged> {
    return this.commands.create(caller, { key, operation: 'score_weights.record', body }, (tx) =>
      recordWeights(tx, body),
    );
  }

  @Put('demands/:id/rating')
  @Permit('demand.decide')
  rate(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: RateDemand): Promise<PortfolioChanged> {
    return this.commands.change(caller, (tx) => rateDemand(tx, path.id, body));
  }

  @Put('demands/:id/start')
  @Permit('demand.decide')
  start(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SetStart): Promise<PortfolioChanged> {
    return this.commands.change(caller, (tx) => setStart(tx, path.id, body));
  }

  @Get('demands/:id/cover')
  @Permit('plan.read')
  async cover(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: CoverQuery): Promise<CoverView> {
    return known(await this.decisions.cover(caller, path.id, query.startYear ?? null));
  }

  private async decisionOf(caller: Caller, roundId: string): Promise<Decision> {
    return known(await this.decisions.find(caller, roundId));
  }
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
