import { Transactions, type TransactionContext } from '../platform/database/transactions';
import type { Transaction } from '../platform/database/transactions';

/** How much of a file is in memory at a time, on its way in and on its way out. */
export const CHUNK_BYTES = 1024 * 1024;

/** Stores one piece of an upload. Pieces of an upload that ends early belong to no run and are removed. */
export async function storeChunk(tx: Transaction, importId: string, number: number, content: Buffer): Promise<void> {
  await tx.execute(
    `INSERT INTO import_chunk (tenant_id, import_id, chunk_number, content, stored_at) VALUES ($1, $2, $3, $4, $5)`,
    [tx.tenantId, importId, number, content, tx.now],
  );
}

export async function dropChunks(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(`DELETE FROM import_chunk WHERE tenant_id = $1 AND import_id = $2`, [tx.tenantId, importId]);
}

/** Removes pieces whose upload never ended, for example because the server stopped. */
export async function dropAbandonedChunks(tx: Transaction, before: Date): Promise<number> {
  return tx.execute(
    `DELETE FROM import_chunk c WHERE c.tenant_id = $1 AND c.stored_at < $2 AND NOT EXISTS (
       SELECT FROM import_run r WHERE r.tenant_id = c.tenant_id AND r.import_id = c.import_id AND r.state = 'checking')`,
    [tx.tenantId, before],
  );
}

/** The file again, piece by piece, each read in a transaction of its own. */
export async function* readChunks(
  transactions: Transactions,
  context: TransactionContext,
  importId: string,
): AsyncGenerator<Buffer, void> {
  for (let number = 0; ; number++) {
    const [chunk] = await transactions.run(context, (tx) =>
      tx.query<{ content: Buffer }>(
        `SELECT content FROM import_chunk WHERE tenant_id = $1 AND import_id = $2 AND chunk_number = $3`,
        [tx.tenantId, importId, number],
      ),
    );
    if (chunk === undefined) return;
    yield chunk.content;
  }
}
