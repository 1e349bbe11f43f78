import { Controller, Get, Param, Query } from '@nestjs/common';
import { FiscalYearQuery, type Forecasts, type LineForecast } from '@etatlotse/contracts/budget';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ForecastQueries } from './forecast.queries';

/** What will have been spent when the year ends. */
@Controller('api/v1/budget')
export class ForecastController {
  constructor(private readonly forecasts: ForecastQueries) {}

  @Get('forecasts')
  @Permit('budget.read')
  list(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<Forecasts> {
    return this.forecasts.list(caller, query.fiscalYear);
  }

  @Get('lines/:id/forecast')
  @Permit('budget.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: FiscalYearQuery,
  ): Promise<LineForecast> {
    const forecast = await this.forecasts.ofLine(caller, path.id, query.fiscalYear);
    if (forecast === null) throw new ProblemException('NOT_FOUND');
    return forecast;
  }
}
