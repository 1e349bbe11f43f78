import { Module } from '@nestjs/common';
import { BudgetController } from './budget.controller';
import { MovementQueries } from './movement.queries';
import { NightlyReconciliation } from './nightly-reconciliation';
import { OrderController } from './order.controller';
import { OrderQueries } from './order.queries';
import { OverviewQueries } from './overview.queries';
import { ReconciliationController } from './reconciliation.controller';
import { ReconciliationQueries } from './reconciliation.queries';

@Module({
  controllers: [BudgetController, OrderController, ReconciliationController],
  providers: [OverviewQueries, MovementQueries, OrderQueries, ReconciliationQueries, NightlyReconciliation],
  exports: [OverviewQueries, ReconciliationQueries],
})
export class BudgetModule {}
