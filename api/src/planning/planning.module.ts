import { Module } from '@nestjs/common';
import { Approvals } from '../approval';
import { DuePlans } from './due-plans';
import { FiscalYearController } from './fiscal-year.controller';
import { FiscalYearQueries } from './fiscal-year.queries';
import { FrameController } from './frame.controller';
import { FrameQueries } from './frame.queries';
import { PlanGridQueries } from './plan-grid.queries';
import { PlanVersionController } from './plan-version.controller';
import { PlanVersionQueries } from './plan-version.queries';
import { ADOPT_PLAN, confirmAdoption } from './use-cases/adopt-plan-version';
import { CLOSE_BOOKS, confirmBooksStep, REOPEN_BOOKS } from './use-cases/take-books-step';

@Module({
  controllers: [FiscalYearController, FrameController, PlanVersionController],
  providers: [DuePlans, FiscalYearQueries, FrameQueries, PlanGridQueries, PlanVersionQueries],
})
export class PlanningModule {
  constructor(approvals: Approvals) {
    approvals.register(CLOSE_BOOKS, { deciders: ['year.close'], execute: confirmBooksStep });
    approvals.register(REOPEN_BOOKS, { deciders: ['year.close'], execute: confirmBooksStep });
    approvals.register(ADOPT_PLAN, { deciders: ['plan.adopt'], execute: confirmAdoption });
  }
}
