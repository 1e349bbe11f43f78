import { Logger } from '@nestjs/common';
import type { TransactionContext, Transactions } from '../platform/database/transactions';

/** Below this the planner's old figures are near enough. */
const WORTH_FROM_MOVEMENTS = 10_000;
const LIMIT_MS = 60_000;

const log = new Logger('ImportStatistics');

/**
 * Tells the planner what imports have written, when it is much: a table that was empty a moment ago would be searched as if
 * it still were. It is a courtesy to the next reader, so a fault in it is noted and harms nobody.
 */
export async function analyzeImported(
  transactions: Transactions,
  context: TransactionContext,
  importIds: readonly string[],
): Promise<void> {
  try {
    await transactions.run(context, async (tx) => {
      await tx.limitStatementsTo(LIMIT_MS);
      const written = await tx.query<{ fiscal_year: number; movements: number }>(
        `SELECT m.fiscal_year, count(*) AS movements FROM movement m
         WHERE m.tenant_id = $1 AND m.import_id = ANY($2::uuid[]) GROUP BY m.fiscal_year`,
        [tx.tenantId, importIds],
      );
      if (written.reduce((sum, { movements }) => sum + movements, 0) < WORTH_FROM_MOVEMENTS) return;
      await tx.query(`SELECT app.analyze_imported($1::integer[])`, [written.map(({ fiscal_year }) => fiscal_year)]);
    });
  } catch (fault) {
    log.warn(fault);
  }
}
