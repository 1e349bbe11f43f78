/** The door of the budget for other features: writing movements, and the figures behind a release. */
export { BudgetModule } from './budget.module';
export { appendMovements, type BalanceKey, lockBalances, type NewMovement, writeMovements } from './ledger.repository';
export { OverviewQueries } from './overview.queries';
export { ReconciliationQueries } from './reconciliation.queries';
