import type { Transaction } from '../platform/database/transactions';

/**
 * Prepares a transaction for reading whole versions: more time than a click has, and no row-by-row joins. The database
 * takes thousands of lines that were just brought in for a handful, and would look through all of them again for each one.
 */
export async function readWholeVersions(tx: Transaction, limitMs: number): Promise<void> {
  await tx.limitStatementsTo(limitMs);
  await tx.query(`SELECT set_config('enable_nestloop', 'off', true)`);
}
