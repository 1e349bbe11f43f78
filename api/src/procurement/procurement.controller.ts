import { Controller, Get, Query } from '@nestjs/common';
import { type ProcurementAdviceView, ProcurementQuery } from '@etatlotse/contracts/procurement';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { ProcurementQueries } from './procurement.queries';

/** Which way a purchase is awarded, and when that has to begin. */
@Controller('api/v1/procurement')
export class ProcurementController {
  constructor(private readonly queries: ProcurementQueries) {}

  @Get('advice')
  @Permit('budget.read')
  advice(@CurrentCaller() caller: Caller, @Query() query: ProcurementQuery): Promise<ProcurementAdviceView> {
    return this.queries.advise(caller, query);
  }
}
