import { Controller, Get, Post, Query } from '@nestjs/common';
import { FiscalYearQuery } from '@etatlotse/contracts/budget';
import type { Reconciliation } from '@etatlotse/contracts/reconciliation';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { NightlyReconciliation } from './nightly-reconciliation';
import { ReconciliationQueries } from './reconciliation.queries';

@Controller('api/v1/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly queries: ReconciliationQueries,
    private readonly nightly: NightlyReconciliation,
  ) {}

  @Get()
  @Permit('reconciliation.read')
  show(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<Reconciliation> {
    return this.queries.ofYear(caller, query.fiscalYear);
  }

  /** Reconciles now and keeps the result, as the nightly run does. */
  @Post('checks')
  @Permit('reconciliation.read')
  check(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<Reconciliation> {
    return this.nightly.check(caller, query.fiscalYear);
  }
}
