import type { Transaction } from '../platform/database/transactions';
import { onlyOwnerSeen } from './import-rights';

export async function insertBatch(tx: Transaction, batchId: string, name: string): Promise<void> {
  await tx.execute(
    `INSERT INTO import_batch (tenant_id, batch_id, name, created_by, created_at) VALUES ($1, $2, $3, $4, $5)`,
    [tx.tenantId, batchId, name, tx.personId, tx.now],
  );
}

/** Holds the batch until the transaction ends; false when it is not this city's, or not seen by who asks. */
export async function lockBatch(tx: Transaction, batchId: string): Promise<boolean> {
  const owner = tx.actor === null ? null : onlyOwnerSeen(tx.actor);
  const found = await tx.query(
    `SELECT FROM import_batch WHERE tenant_id = $1 AND batch_id = $2 AND ($3::uuid IS NULL OR created_by = $3) FOR UPDATE`,
    [tx.tenantId, batchId, owner],
  );
  return found.length > 0;
}

export async function saveBatchJob(tx: Transaction, batchId: string, jobId: string): Promise<void> {
  await tx.execute(
    `UPDATE import_batch SET job_id = $3, failure_code = NULL, failure_params = '{}', version = version + 1
     WHERE tenant_id = $1 AND batch_id = $2`,
    [tx.tenantId, batchId, jobId],
  );
}

/** Why the batch was not committed. */
export async function saveBatchFailure(
  tx: Transaction,
  batchId: string,
  failure: { readonly code: string; readonly params: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx.execute(
    `UPDATE import_batch SET failure_code = $3, failure_params = $4, version = version + 1
     WHERE tenant_id = $1 AND batch_id = $2`,
    [tx.tenantId, batchId, failure.code, JSON.stringify(failure.params)],
  );
}
