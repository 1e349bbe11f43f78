import { Module } from '@nestjs/common';
import { Approvals } from '../approval';
import { DuePlans } from './due-plans';
import { FiscalYearController } from './fiscal-year.controller';
import { FiscalYearQueries } from './fiscal-year.queries';
import { FrameController } from './frame.controller';
import { FrameQueries } from './frame.queries';
import { PlanFileController } from './plan-file.controller';
import { PlanFileQueries } from './plan-file.queries';
import { PlanLineController } from './plan-line.controller';
import { PlanLineQueries } from './plan-line.queries';
import { PlanPaperController } from './paper/plan-paper.controller';
import { PlanPaperQueries } from './paper/plan-paper.queries';
import { PlanAsOfQueries } from './plan-as-of.queries';
import { PlanChangeController } from './plan-change.controller';
import { PlanChangeQueries } from './plan-change.queries';
import { PlanComparisonController } from './plan-comparison.controller';
import { PlanComparisonQueries } from './plan-comparison.queries';
import { PlanCopyController } from './plan-copy.controller';
import { PlanCopyQueries } from './plan-copy.queries';
import { PlanGridQueries } from './plan-grid.queries';
import { PlanSupplementQueries } from './plan-supplement.queries';
import { PlanVersionController } from './plan-version.controller';
import { PlanVersionQueries } from './plan-version.queries';
import { ADOPT_PLAN, confirmAdoption } from './use-cases/adopt-plan-version';
import { CLOSE_BOOKS, confirmBooksStep, REOPEN_BOOKS } from './use-cases/take-books-step';

@Module({
  controllers: [
    FiscalYearController,
    FrameController,
    PlanPaperController,
    PlanChangeController,
    PlanComparisonController,
    PlanCopyController,
    PlanFileController,
    PlanLineController,
    PlanVersionController,
  ],
  providers: [
    DuePlans,
    FiscalYearQueries,
    FrameQueries,
    PlanPaperQueries,
    PlanAsOfQueries,
    PlanChangeQueries,
    PlanComparisonQueries,
    PlanCopyQueries,
    PlanFileQueries,
    PlanGridQueries,
    PlanLineQueries,
    PlanSupplementQueries,
    PlanVersionQueries,
  ],
})
export class PlanningModule {
  constructor(approvals: Approvals) {
    approvals.register(CLOSE_BOOKS, { deciders: ['year.close'], execute: confirmBooksStep });
    approvals.register(REOPEN_BOOKS, { deciders: ['year.close'], execute: confirmBooksStep });
    approvals.register(ADOPT_PLAN, { deciders: ['plan.adopt'], execute: confirmAdoption });
  }
}
