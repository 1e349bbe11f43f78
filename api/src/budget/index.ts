/** The door of the budget for other features: writing movements, and the figures behind a release. */
export { BudgetModule } from './budget.module';
export { countMovementsOfImport, lockBalancesOfImport, lockBalancesOfStagedAmounts } from './bulk-ledger';
export { appendMovements, type BalanceKey, lockBalances, type NewMovement, writeMovements } from './ledger.repository';
export { chooseLines, type LineChoice, searchPatterns } from './line-filter';
export { isAuthorityUnknown, lineSurroundings, searchedText } from './line.sql';
export { OverviewQueries } from './overview.queries';
export { reconcileYear } from './reconciliation.queries';
