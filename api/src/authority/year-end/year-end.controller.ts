import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type CarryOversDecided,
  type CarryOversProposed,
  DecideCarryOvers,
  ProposeCarryOvers,
  type YearEnd,
  type YearEndLineRow,
  YearEndLinesQuery,
  YearEndPath,
} from '@etatlotse/contracts/authority';
import type { Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { YearEndQueries } from './year-end.queries';
import { decideCarryOvers } from './use-cases/decide-carry-overs';
import { proposeCarryOvers } from './use-cases/propose-carry-overs';

/** The end of a year and what is carried over into the next one (§ 20 KomHKVO). */
@Controller('api/v1')
export class YearEndController {
  constructor(
    private readonly queries: YearEndQueries,
    private readonly commands: Commands,
  ) {}

  @Get('year-end/:fiscalYear')
  @Permit('budget.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: YearEndPath): Promise<YearEnd> {
    const year = await this.queries.ofYear(caller, path.fiscalYear);
    if (year === null) throw new ProblemException('NOT_FOUND');
    return year;
  }

  @Get('year-end/:fiscalYear/lines')
  @Permit('budget.read')
  lines(
    @CurrentCaller() caller: Caller,
    @Param() path: YearEndPath,
    @Query() query: YearEndLinesQuery,
  ): Promise<Page<YearEndLineRow>> {
    return this.queries.lines(caller, path.fiscalYear, query);
  }

  @Post('carry-overs')
  @Permit('carry_over.propose')
  propose(
    @CurrentCaller() caller: Caller,
    @Body() body: ProposeCarryOvers,
    @Headers('idempotency-key') key?: string,
  ): Promise<CarryOversProposed> {
    return this.commands.create(caller, { key, operation: 'carry_over.propose', body }, (tx) =>
      proposeCarryOvers(tx, body),
    );
  }

  @Post('carry-overs/decision')
  @HttpCode(200)
  @Permit('carry_over.decide')
  decide(@CurrentCaller() caller: Caller, @Body() body: DecideCarryOvers): Promise<CarryOversDecided> {
    return this.commands.change(caller, (tx) => decideCarryOvers(tx, body));
  }
}
