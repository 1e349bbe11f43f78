import { Module } from '@nestjs/common';
import { Approvals } from '../approval';
import { BudgetController } from './budget.controller';
import { DocumentController } from './document.controller';
import { LARGE_BOOKING } from './four-eyes';
import { confirmBooking } from './use-cases/confirm-booking';
import { FilterController } from './filter.controller';
import { FilterQueries } from './filter.queries';
import { BudgetPackageQueries } from './fiscal-package/budget-package.queries';
import { FiscalPackageController } from './fiscal-package/fiscal-package.controller';
import { ForecastController } from './forecast.controller';
import { ForecastQueries } from './forecast.queries';
import { LineController } from './line.controller';
import { LineCsv } from './line-csv';
import { LineListQueries } from './line-list.queries';
import { LinePoolController } from './line-pool.controller';
import { LinePoolQueries } from './line-pool.queries';
import { LineQueries } from './line.queries';
import { MovementQueries } from './movement.queries';
import { NightlyReconciliation } from './nightly-reconciliation';
import { NoteController } from './note.controller';
import { NoteQueries } from './note.queries';
import { OrderController } from './order.controller';
import { OrderQueries } from './order.queries';
import { OverviewQueries } from './overview.queries';
import { ProvisionalQueries } from './provisional.queries';
import { ReconciliationController } from './reconciliation.controller';
import { ReconciliationQueries } from './reconciliation.queries';

@Module({
  controllers: [
    BudgetController,
    OrderController,
    ReconciliationController,
    ForecastController,
    LineController,
    LinePoolController,
    FilterController,
    NoteController,
    DocumentController,
    FiscalPackageController,
  ],
  providers: [
    OverviewQueries,
    MovementQueries,
    OrderQueries,
    ReconciliationQueries,
    NightlyReconciliation,
    ForecastQueries,
    LineListQueries,
    LineQueries,
    LineCsv,
    LinePoolQueries,
    FilterQueries,
    NoteQueries,
    ProvisionalQueries,
    BudgetPackageQueries,
  ],
  exports: [OverviewQueries, ReconciliationQueries],
})
export class BudgetModule {
  constructor(approvals: Approvals) {
    approvals.register(LARGE_BOOKING, { deciders: ['approval.decide'], execute: confirmBooking });
  }
}
