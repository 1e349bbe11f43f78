import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
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
import type { FastifyReply } from 'fastify';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { attachment } from '../platform/http/attachment';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { CouncilQueries } from './council.queries';
import { cancelMeeting, moveMeeting } from './use-cases/change-meeting';
import { meetingsIcs } from './meeting-ics';
import { planMeetings } from './use-cases/plan-meetings';
import { changeBody, createBody } from './use-cases/save-body';
import { MEETING_TABLE } from './meeting.table';

/** Coming meetings of a year and more of all bodies. */
const CALENDAR_MEETINGS = 100;

/** Bodies of the city and the calendar of their meetings. */
@Controller('api/v1/council')
export class CouncilController {
  constructor(
    private readonly commands: Commands,
    private readonly council: CouncilQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('bodies')
  @Permit('meeting.read')
  bodies(@CurrentCaller() caller: Caller): Promise<CouncilBodies> {
    return this.council.bodies(caller);
  }

  @Get('meetings')
  @Permit('meeting.read')
  @AsTable(MEETING_TABLE)
  meetings(@CurrentCaller() caller: Caller, @Query() query: MeetingsQuery): Promise<MeetingPage> {
    return this.council.meetings(caller, query);
  }

  /** Coming meetings and the last days for their papers, for any calendar. */
  @Get('meetings.ics')
  @Permit('meeting.read')
  async calendar(@CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const { rows } = await this.council.meetings(caller, { limit: CALENDAR_MEETINGS });
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', attachment('Sitzungen.ics'))
      .header('x-content-type-options', 'nosniff')
      .send(meetingsIcs(rows, this.clock.now()));
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
