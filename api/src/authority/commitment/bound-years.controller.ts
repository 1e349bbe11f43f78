import { Controller, Get, Query } from '@nestjs/common';
import { BoundYearsQuery } from '@etatlotse/contracts/authority';
import type { BoundYearsView } from '@etatlotse/contracts/authority/plain';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Permit } from '../../platform/http/permit.decorator';
import { BoundYearsQueries } from './bound-years.queries';

/** What of the coming years is already spoken for. */
@Controller('api/v1/budget/bound-years')
export class BoundYearsController {
  constructor(private readonly boundYears: BoundYearsQueries) {}

  @Get()
  @Permit('budget.read')
  view(@CurrentCaller() caller: Caller, @Query() query: BoundYearsQuery): Promise<BoundYearsView> {
    return this.boundYears.view(caller, query.fiscalYear);
  }
}
