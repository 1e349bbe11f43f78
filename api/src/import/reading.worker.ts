import { parentPort, workerData } from 'node:worker_threads';
import { bytesInPieces, CHUNK_BYTES } from './file/file-bytes';
import { FileRefused } from './file/file-refused';
import { openTables } from './file/open-tables';
import type { FromThread, ThreadOrder, ToThread } from './reading-messages';
import { type PackedRows, packRows, type RowsRead } from './row-packing';

/* Entry of the thread that reads one file: it asks for pieces of the file and hands rows on. Whoever began it ends it. */

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a thread.');
const say = (message: FromThread, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved);

const pieces = new Map<number, (bytes: Buffer) => void>();
let taken: (() => void) | null = null;
port.on('message', (message: ToThread) => {
  if (message.kind === 'taken') return taken?.();
  pieces.get(message.number)?.(Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.byteLength));
  pieces.delete(message.number);
});

function pieceAt(number: number): Promise<Buffer> {
  return new Promise((resolve) => {
    pieces.set(number, resolve);
    say({ kind: 'piece', number });
  });
}

/** While rows are being taken the next ones are read; there are never more than two such portions. */
let underWay: Promise<void> = Promise.resolve();
async function take(rows: PackedRows, bytesRead: number): Promise<void> {
  await underWay;
  underWay = new Promise((resolve) => {
    taken = resolve;
  });
  const moved = Object.values(rows).map(({ buffer }) => buffer as ArrayBuffer);
  say({ kind: 'rows', rows, bytesRead }, moved);
}

async function read({ size, sheet, ...order }: ThreadOrder): Promise<RowsRead> {
  const file = await openTables(bytesInPieces(size, CHUNK_BYTES, pieceAt));
  const table = await file.open(sheet);
  const found = await packRows(table, table.pieces, order, take);
  await underWay;
  return found;
}

read(workerData as ThreadOrder)
  .then((found) => say({ kind: 'end', read: found }))
  .catch((fault: unknown) => {
    if (!(fault instanceof FileRefused)) throw fault;
    say({ kind: 'refused', code: fault.code, params: fault.params });
  });
