import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  CancelMeeting,
  ChangeCouncilBody,
  CreateCouncilBody,
  MeetingsQuery,
  MoveMeeting,
  PlanMeetings,
} from '@etatlotse/contracts/council';
import type { CouncilBodies, CouncilChanged, MeetingPage, MeetingsPlanned } from '@etatlotse/contracts/council/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { CouncilQueries } from './council.queries';
import { cancelMeeting, moveMeeting } from './use-cases/change-meeting';
import { planMeetings } from './use-cases/plan-meetings';
import { changeBody, createBody } from './use-cases/save-body';

/** Bodies of the city and the calendar of their meetings. */
@Controller('api/v1/council')
export class CouncilController {
  constructor(
    private readonly commands: Commands,
    private readonly council: CouncilQueries,
  ) {}

  @Get('bodies')
  @Permit('council.read')
  bodies(@CurrentCaller() caller: Caller): Promise<CouncilBodies> {
    return this.council.bodies(caller);
  }

  @Get('meetings')
  @Permit('council.read')
  meetings(@CurrentCaller() caller: Caller, @Query() query: MeetingsQuery): Promise<MeetingPage> {
    return this.council.meetings(caller, query);
  }

  @Post('bodies')
  @Permit('council.write')
  createBody(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateCouncilBody,
  ): Promise<CouncilChanged> {
    return this.commands.create(caller, { key, operation: 'council_body.create', body }, (tx) => createBody(tx, body));
  }

  @Put('bodies/:id')
  @Permit('council.write')
  changeBody(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeCouncilBody,
  ): Promise<CouncilChanged> {
    return this.commands.change(caller, (tx) => changeBody(tx, path.id, body));
  }

  @Post('meetings')
  @Permit('council.write')
  plan(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: PlanMeetings,
  ): Promise<MeetingsPlanned> {
    return this.commands.create(caller, { key, operation: 'meeting.plan', body }, (tx) => planMeetings(tx, body));
  }

  @Post('meetings/:id/move')
  @HttpCode(200)
  @Permit('council.write')
  move(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: MoveMeeting): Promise<CouncilChanged> {
    return this.commands.change(caller, (tx) => moveMeeting(tx, path.id, body));
  }

  @Post('meetings/:id/cancel')
  @HttpCode(200)
  @Permit('council.write')
  cancel(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: CancelMeeting): Promise<CouncilChanged> {
    return this.commands.change(caller, (tx) => cancelMeeting(tx, path.id, body));
  }
}
