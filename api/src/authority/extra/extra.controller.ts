import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  ChangeExtraRequest,
  CheckExtraRequest,
  CreateExtraRequest,
  type ExtraAssessment,
  type ExtraChanged,
  type ExtraDetail,
  type ExtraPage,
  ExtraQuery,
  type ExtraReport,
  ExtraReportQuery,
  RecordExtraDecision,
  TakeExtraStep,
} from '@etatlotse/contracts/authority';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Approvals } from '../../approval';
import { attachment } from '../../platform/http/attachment';
import { AsTable } from '../../platform/http/as-table';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { tongueOf } from '../../platform/problem/problem-body';
import { ProblemException } from '../../platform/problem/problem-exception';
import { ExtraReportQueries } from './extra-report.queries';
import { ExtraQueries } from './extra.queries';
import { recordExtraDecision } from './use-cases/decide-extra-request';
import { changeExtraRequest, createExtraRequest } from './use-cases/save-extra-request';
import { takeExtraStep } from './use-cases/take-extra-step';
import { EXTRA_TABLE } from '../authority.tables';

/** Requests for extra authority: over and outside the plan (§ 117 NKomVG). */
@Controller('api/v1/authority/extra')
export class ExtraController {
  constructor(
    private readonly queries: ExtraQueries,
    private readonly reports: ExtraReportQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('extra.read')
  @AsTable(EXTRA_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: ExtraQuery): Promise<ExtraPage> {
    return this.queries.list(caller, query);
  }

  @Get('report')
  @Permit('extra.read')
  report(@CurrentCaller() caller: Caller, @Query() query: ExtraReportQuery): Promise<ExtraReport> {
    return this.reports.ofYear(caller, query.fiscalYear);
  }

  @Get('report.csv')
  @Permit('extra.read')
  async download(
    @CurrentCaller() caller: Caller,
    @Query() query: ExtraReportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tongue = tongueOf(request.headers['accept-language']);
    const content = await this.reports.csv(caller, query.fiscalYear, tongue);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attachment(this.reports.fileName(query.fiscalYear, tongue)))
      .header('x-content-type-options', 'nosniff')
      .send(content);
  }

  @Get(':id')
  @Permit('extra.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ExtraDetail> {
    const request = await this.queries.find(caller, path.id);
    if (request === null) throw new ProblemException('NOT_FOUND');
    return request;
  }

  /** What a request would come to: for the form, while it is filled in. */
  @Post('check')
  @HttpCode(200)
  @Permit('extra.request')
  check(@CurrentCaller() caller: Caller, @Body() body: CheckExtraRequest): Promise<ExtraAssessment> {
    return this.queries.check(caller, body);
  }

  @Post()
  @Permit('extra.request')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateExtraRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ExtraChanged> {
    return this.commands.create(caller, { key, operation: 'extra_request.create', body }, (tx) =>
      createExtraRequest(tx, body),
    );
  }

  @Put(':id')
  @Permit('extra.request')
  change(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeExtraRequest,
  ): Promise<ExtraChanged> {
    return this.commands.change(caller, (tx) => changeExtraRequest(tx, path.id, body));
  }

  /** Who may take which step depends on the step and the lines, so the use case asks. */
  @Post(':id/steps')
  @HttpCode(200)
  @Permit('extra.read')
  takeStep(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeExtraStep): Promise<ExtraChanged> {
    return this.commands.change(caller, (tx) => takeExtraStep(tx, path.id, body));
  }

  /** A refusal counts at once; a grant answers with an approval and counts once a second person has confirmed it. */
  @Post(':id/decision')
  @HttpCode(202)
  @Permit('extra.decide')
  decide(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: RecordExtraDecision,
  ): Promise<ExtraChanged> {
    return this.commands.change(caller, (tx) => recordExtraDecision(tx, this.approvals, path.id, body));
  }
}
