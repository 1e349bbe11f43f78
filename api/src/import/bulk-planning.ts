import type { Transaction } from '../platform/database/transactions';

/**
 * Prepares a transaction for work on a whole file: its own time limit, and a planner that does not go row by row. Rows that
 * were staged a moment ago have no statistics yet (and the API's role owns no table to analyse), so PostgreSQL takes a
 * million rows for a handful and would compare each with each. They are sorted and compared in memory: the imports of a city
 * run one after the other, and none keeps more than a few such tables at once. Of tables that are gone with the transaction
 * a rough count of their rows will do. What is looked up for each row, as a reference of the ledger to itself, is planned
 * once: otherwise it would be planned anew for each row, as a plan for one year costs less than one for all. The end of a
 * big workbook is read before the first row is stored, so that the transaction may also be idle for as long.
 */
export async function planForManyRows(tx: Transaction, limitMs: number): Promise<void> {
  await tx.limitStatementsTo(limitMs);
  await tx.query(
    `SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('work_mem', '64MB', true),
       set_config('default_statistics_target', '10', true), set_config('plan_cache_mode', 'force_generic_plan', true),
       set_config('idle_in_transaction_session_timeout', $1, true)`,
    [String(limitMs)],
  );
}
