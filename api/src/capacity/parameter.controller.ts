import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AskParameterEffect,
  ParameterHistoryQuery,
  RecordParameter,
  WithdrawParameter,
} from '@etatlotse/contracts/capacity';
import type {
  CapacityChanged,
  ParameterEffect,
  ParameterHistory,
  ParameterRow,
} from '@etatlotse/contracts/capacity/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ParameterEffectQueries } from './parameter-effect.queries';
import { ParameterQueries } from './parameter.queries';
import { recordParameter } from './use-cases/record-parameter';
import { withdrawParameter } from './use-cases/withdraw-parameter';

/** The dated figures that capacity is reckoned with. */
@Controller('api/v1/capacity/parameters')
export class ParameterController {
  constructor(
    private readonly commands: Commands,
    private readonly parameters: ParameterQueries,
    private readonly effects: ParameterEffectQueries,
  ) {}

  @Get()
  @Permit('capacity.read')
  list(@CurrentCaller() caller: Caller): Promise<readonly ParameterRow[]> {
    return this.parameters.list(caller);
  }

  @Get('history')
  @Permit('capacity.read')
  history(@CurrentCaller() caller: Caller, @Query() query: ParameterHistoryQuery): Promise<ParameterHistory> {
    return this.parameters.history(caller, query);
  }

  /** What a change would move, for the form, before anything is saved. */
  @Post('effect')
  @HttpCode(200)
  @Permit('staffing.write')
  effect(@CurrentCaller() caller: Caller, @Body() body: AskParameterEffect): Promise<ParameterEffect> {
    return this.effects.ask(caller, body);
  }

  @Post()
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

  @Post(':id/withdrawal')
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
