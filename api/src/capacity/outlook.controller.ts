import { Body, Controller, Delete, Get, Param, Put, Query, Res } from '@nestjs/common';
import {
  CapacityYearQuery,
  MilestonesQuery,
  NoteDeparture,
  RiskQuery,
  WhatIfQuery,
} from '@etatlotse/contracts/capacity';
import type {
  CapacityChanged,
  CapacityRiskView,
  CapacityUnitYear,
  MilestoneRow,
  WhatIfAnswer,
} from '@etatlotse/contracts/capacity/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { RiskQueries } from './risk.queries';
import { UnitQueries } from './unit.queries';
import { dropDeparture, noteDeparture } from './use-cases/note-departure';
import { WhatIfQueries } from './what-if.queries';

/** The year of one unit: what it is, what may come, what would be if. */
@Controller('api/v1/capacity')
export class OutlookController {
  constructor(
    private readonly commands: Commands,
    private readonly units: UnitQueries,
    private readonly questions: WhatIfQueries,
    private readonly risks: RiskQueries,
  ) {}

  @Get('units/:id')
  @Permit('capacity.read')
  async unit(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: CapacityYearQuery,
  ): Promise<CapacityUnitYear> {
    return found(await this.units.find(caller, path.id, query.fiscalYear));
  }

  @Get('what-if')
  @Permit('capacity.read')
  async whatIf(@CurrentCaller() caller: Caller, @Query() query: WhatIfQuery): Promise<WhatIfAnswer> {
    return found(await this.questions.ask(caller, query));
  }

  @Get('milestones')
  @Permit('milestone.read')
  milestones(@CurrentCaller() caller: Caller, @Query() query: MilestonesQuery): Promise<Page<MilestoneRow>> {
    return this.questions.milestones(caller, query);
  }

  /** Runs in a thread of its own, and no longer than somebody waits for it. */
  @Get('risk')
  @Permit('capacity.read')
  async risk(
    @CurrentCaller() caller: Caller,
    @Query() query: RiskQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CapacityRiskView | null> {
    const leaving = new AbortController();
    // The answer, not its connection: a browser keeps that one for what it asks next.
    reply.raw.once('close', () => leaving.abort());
    return this.risks.view(caller, query, leaving.signal);
  }

  @Put('departures/:id')
  @Permit('staffing.write')
  note(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: NoteDeparture): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => noteDeparture(tx, path.id, body));
  }

  @Delete('departures/:id')
  @Permit('staffing.write')
  drop(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => dropDeparture(tx, path.id));
  }
}

function found<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
