import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import {
  CreateFiscalYear,
  type FiscalYearChanged,
  FiscalYearPath,
  type FiscalYearRow,
  TakeBooksStep,
} from '@etatlotse/contracts/planning';
import { Approvals } from '../approval';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { FiscalYearQueries } from './fiscal-year.queries';
import { createFiscalYear } from './use-cases/create-fiscal-year';
import { takeBooksStep } from './use-cases/take-books-step';

@Controller('api/v1/planning/fiscal-years')
export class FiscalYearController {
  constructor(
    private readonly queries: FiscalYearQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('year.read')
  list(@CurrentCaller() caller: Caller): Promise<FiscalYearRow[]> {
    return this.queries.list(caller);
  }

  @Post()
  @Permit('year.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateFiscalYear,
    @Headers('idempotency-key') key?: string,
  ): Promise<FiscalYearChanged> {
    return this.commands.create(caller, { key, operation: 'fiscal_year.create', body }, (tx) =>
      createFiscalYear(tx, body),
    );
  }

  /** Opening happens at once; closing and reopening answer with an approval that a second person decides. */
  @Post(':fiscalYear/books')
  @HttpCode(200)
  @Permit('year.close')
  takeBooksStep(
    @CurrentCaller() caller: Caller,
    @Param() path: FiscalYearPath,
    @Body() body: TakeBooksStep,
  ): Promise<FiscalYearChanged> {
    return this.commands.change(caller, (tx) => takeBooksStep(tx, this.approvals, path.fiscalYear, body));
  }
}
