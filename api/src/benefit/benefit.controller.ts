import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  type BenefitChanged,
  type BenefitRow,
  BenefitsQuery,
  type BenefitSummary,
  ChangeBenefit,
  CreateBenefit,
  type FreedHours,
  FreedHoursQuery,
  RecordBenefitFigure,
  ReviewBenefit,
} from '@etatlotse/contracts/benefit';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { BenefitQueries } from './benefit.queries';
import { changeBenefit } from './use-cases/change-benefit';
import { createBenefit } from './use-cases/create-benefit';
import { recordFigure } from './use-cases/record-figure';
import { reviewBenefit } from './use-cases/review-benefit';
import { BENEFIT_TABLE } from './benefit.table';

/** Benefits of projects, planned and realised. */
@Controller('api/v1/benefits')
export class BenefitController {
  constructor(
    private readonly benefits: BenefitQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('project.read')
  @AsTable(BENEFIT_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: BenefitsQuery): Promise<Page<BenefitRow>> {
    return this.benefits.list(caller, query);
  }

  @Get('summary')
  @Permit('project.read')
  summary(@CurrentCaller() caller: Caller): Promise<BenefitSummary> {
    return this.benefits.summary(caller);
  }

  @Get('hours')
  @Permit('project.read')
  hours(@CurrentCaller() caller: Caller, @Query() query: FreedHoursQuery): Promise<readonly FreedHours[]> {
    return this.benefits.hours(caller, query);
  }

  @Get(':id')
  @Permit('project.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<BenefitRow> {
    const found = await this.benefits.find(caller, path.id);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('benefit.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateBenefit,
    @Headers('idempotency-key') key?: string,
  ): Promise<BenefitChanged> {
    return this.commands.create(caller, { key, operation: 'benefit.create', body }, (tx) => createBenefit(tx, body));
  }

  @Put(':id')
  @Permit('benefit.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeBenefit): Promise<BenefitChanged> {
    return this.commands.change(caller, (tx) => changeBenefit(tx, path.id, body));
  }

  @Post(':id/figures')
  @HttpCode(200)
  @Permit('benefit.write')
  record(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: RecordBenefitFigure,
  ): Promise<BenefitChanged> {
    return this.commands.change(caller, (tx) => recordFigure(tx, path.id, body));
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @Permit('benefit.write')
  review(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ReviewBenefit): Promise<BenefitChanged> {
    return this.commands.change(caller, (tx) => reviewBenefit(tx, path.id, body));
  }
}
