import { Transactions, type TransactionContext } from '../platform/database/transactions';
import type { Transaction } from '../platform/database/transactions';
import { bytesInPieces, CHUNK_BYTES, type FileBytes, PIECE_BYTES } from './file/file-bytes';
import type { LastRecords } from './file/last-records';

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

/** Whether the file of an import is still stored. */
export async function hasFile(tx: Transaction, importId: string): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM import_chunk WHERE tenant_id = $1 AND import_id = $2 AND chunk_number = 0`,
    [tx.tenantId, importId],
  );
  return found.length > 0;
}

/** Removes pieces whose upload never ended, for example because the server stopped. */
export async function dropAbandonedChunks(tx: Transaction, before: Date): Promise<number> {
  return tx.execute(
    `DELETE FROM import_chunk c WHERE c.tenant_id = $1 AND c.stored_at < $2 AND NOT EXISTS (
       SELECT FROM import_run r WHERE r.tenant_id = c.tenant_id AND r.import_id = c.import_id
         AND r.state IN ('checking', 'previewed', 'committing', 'interrupted'))`,
    [tx.tenantId, before],
  );
}

/** A file whose pieces are stored. */
interface StoredFile {
  readonly importId: string;
  readonly bytes: number;
  readonly lastRecords: LastRecords | null;
}

/** The stored file, piece by piece, each read in a transaction of its own. */
export function storedFile(transactions: Transactions, context: TransactionContext, file: StoredFile): FileBytes {
  const pieceAt = (number: number): Promise<Buffer> =>
    transactions.run(context, async (tx) => {
      const [piece] = await tx.queryLast<Piece>(pieceSql, pieceParams(tx, file, number));
      return contentOf(piece, file, number);
    });
  return { ...bytesInPieces(file.bytes, PIECE_BYTES, pieceAt), lastRecords: file.lastRecords };
}

/** The same inside a running transaction, which may have stored it itself. */
export function storedFileOf(tx: Transaction, file: StoredFile): FileBytes {
  const pieceAt = async (number: number): Promise<Buffer> => {
    const [piece] = await tx.query<Piece>(pieceSql, pieceParams(tx, file, number));
    return contentOf(piece, file, number);
  };
  return { ...bytesInPieces(file.bytes, PIECE_BYTES, pieceAt), lastRecords: file.lastRecords };
}

/** Bytes travel as two letters each, in base64 as four for three: a third less for both sides to write, carry and collect. */
interface Piece {
  readonly content: string;
}

const pieceSql = `
  SELECT encode(substring(content FROM $4::integer FOR $5::integer), 'base64') AS content FROM import_chunk
  WHERE tenant_id = $1 AND import_id = $2 AND chunk_number = $3`;

function pieceParams(tx: Transaction, { importId }: StoredFile, number: number): unknown[] {
  const start = number * PIECE_BYTES;
  return [tx.tenantId, importId, Math.floor(start / CHUNK_BYTES), (start % CHUNK_BYTES) + 1, PIECE_BYTES];
}

function contentOf(piece: Piece | undefined, { importId }: StoredFile, number: number): Buffer {
  if (piece === undefined) throw new Error(`Piece ${number} of the file of import ${importId} is not there.`);
  return Buffer.from(piece.content, 'base64');
}
