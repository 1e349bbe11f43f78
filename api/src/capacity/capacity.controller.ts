import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CapacityYearQuery, RecordParameter, WithdrawParameter } from '@etatlotse/contracts/capacity';
import type { CapacityChanged, CapacityOverview, ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { CapacityOverviewQueries } from './capacity-overview.queries';
import { ParameterQueries } from './parameter.queries';
import { recordParameter } from './use-cases/record-parameter';
import { withdrawParameter } from './use-cases/withdraw-parameter';

/** The year of every unit, and the dated figures it is reckoned with. */
@Controller('api/v1/capacity')
export class CapacityController {
  constructor(
    private readonly commands: Commands,
    private readonly overviews: CapacityOverviewQueries,
    private readonly parameters: ParameterQueries,
  ) {}

  @Get('overview')
  @Permit('capacity.read')
  overview(@CurrentCaller() caller: Caller, @Query() query: CapacityYearQuery): Promise<CapacityOverview> {
    return this.overviews.year(caller, query.fiscalYear);
  }

  @Get('parameters')
  @Permit('capacity.read')
  list(@CurrentCaller() caller: Caller): Promise<readonly ParameterRow[]> {
    return this.parameters.list(caller);
  }

  @Post('parameters')
  @Permit('staffing.write')
  record(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: RecordParameter,
  ): Promise<CapacityChanged> {
    return this.commands.create(caller, { key, operation: 'capacity_parameter.record', body }, (tx) =>
      recordParameter(tx, body),
    );
  }

  @Post('parameters/:id/withdrawal')
  @HttpCode(200)
  @Permit('staffing.write')
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: WithdrawParameter,
  ): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => withdrawParameter(tx, path.id, body.reason));
  }
}
