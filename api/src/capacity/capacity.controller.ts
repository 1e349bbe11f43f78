import { Controller, Get, Query } from '@nestjs/common';
import { CapacityYearQuery } from '@etatlotse/contracts/capacity';
import type { CapacityOverview } from '@etatlotse/contracts/capacity/plain';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { CapacityOverviewQueries } from './capacity-overview.queries';

/** The year of every unit. */
@Controller('api/v1/capacity')
export class CapacityController {
  constructor(private readonly overviews: CapacityOverviewQueries) {}

  @Get('overview')
  @Permit('capacity.read')
  overview(@CurrentCaller() caller: Caller, @Query() query: CapacityYearQuery): Promise<CapacityOverview> {
    return this.overviews.year(caller, query.fiscalYear);
  }
}
