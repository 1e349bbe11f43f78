/** The door of the budget for other features: writing movements, and the figures behind a release. */
export { balanceColumns, figureColumns } from './balance.columns';
export { type BookableLine, holdSituations, readSituation } from './booking-situation.repository';
export { BudgetModule } from './budget.module';
export {
  countMovementsOfImport,
  type LedgerPlace,
  lockBalancesOfImports,
  lockBalancesOfStagedAmounts,
} from './bulk-ledger';
export { appendMovements, type BalanceKey, lockBalances, type NewMovement, writeMovements } from './ledger.repository';
export { FRAMES } from './budget.tables';
export { packageColumns, packageFile } from './fiscal-package/package-file';
export { documentTypeOf } from './document-type';
export { chooseLines, type LineChoice, literal, searchPatterns } from './line-filter';
export { findLines, type StoredLine } from './line.repository';
export { isAuthorityUnknown, lineSurroundings, searchedText } from './line.sql';
export { holdOpenOrders, moveOrders, type OpenOrder } from './order-move.repository';
export { OverviewQueries } from './overview.queries';
export { reconcileYear } from './reconciliation.queries';
export { differenceOfPool } from './reconciliation.sql';
