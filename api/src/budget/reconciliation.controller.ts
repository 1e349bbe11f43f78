import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { FiscalYearQuery } from '@etatlotse/contracts/budget';
import {
  AssignReconciliationTask,
  type Reconciliation,
  type ReconciliationTask,
} from '@etatlotse/contracts/reconciliation';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { NightlyReconciliation } from './nightly-reconciliation';
import { ReconciliationQueries } from './reconciliation.queries';
import { assignReconciliationTask } from './use-cases/assign-reconciliation-task';

@Controller('api/v1/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly queries: ReconciliationQueries,
    private readonly nightly: NightlyReconciliation,
    private readonly commands: Commands,
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

  @Get('tasks')
  @Permit('reconciliation.read')
  tasks(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<ReconciliationTask[]> {
    return this.queries.tasks(caller, query.fiscalYear);
  }

  @Put('tasks/:id')
  @Permit('clearing.write')
  assign(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AssignReconciliationTask,
  ): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => assignReconciliationTask(tx, path.id, body));
  }
}
