import { parentPort, workerData } from 'node:worker_threads';
import { bytesInPieces, PIECE_BYTES } from './file/file-bytes';
import { FileRefused } from './file/file-refused';
import { openTables } from './file/open-tables';
import type { FromThread, ThreadOrder, ToThread } from './reading-messages';
import { type PackedRows, packRows, type RowsRead } from './row-packing';

/* Entry of the thread that reads one file: it asks for pieces of the file and hands rows on. Whoever began it ends it. */

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a thread.');
const order = workerData as ThreadOrder;
const say = (message: FromThread, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved);

/** Pieces that were asked for; the one behind the piece that is being read comes meanwhile. */
const pieces = new Map<number, PromiseWithResolvers<Buffer>>();
port.on('message', (message: ToThread) => {
  if (message.kind === 'taken') return oneTaken();
  const { buffer, byteOffset, byteLength } = message.bytes;
  pieces.get(message.number)?.resolve(Buffer.from(buffer, byteOffset, byteLength));
});

function asked(number: number): Promise<Buffer> {
  const known = pieces.get(number);
  if (known !== undefined) return known.promise;
  const piece = Promise.withResolvers<Buffer>();
  pieces.set(number, piece);
  say({ kind: 'piece', number });
  return piece.promise;
}

async function pieceAt(number: number): Promise<Buffer> {
  const piece = asked(number);
  if ((number + 1) * PIECE_BYTES < order.size) void asked(number + 1);
  const bytes = await piece;
  pieces.delete(number);
  return bytes;
}

/** So many portions of rows may wait to be taken, while the next ones are read: as long as the database stores what it has. */
const PORTIONS_AHEAD = 8;
let waiting = 0;
let wake: (() => void) | null = null;

function oneTaken(): void {
  waiting -= 1;
  wake?.();
}

async function untilThereIsRoom(): Promise<void> {
  while (waiting >= PORTIONS_AHEAD) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

async function take(rows: PackedRows, bytesRead: number): Promise<void> {
  await untilThereIsRoom();
  waiting += 1;
  const moved = Object.values(rows).map(({ buffer }) => buffer as ArrayBuffer);
  say({ kind: 'rows', rows, bytesRead }, moved);
}

async function read(): Promise<RowsRead> {
  const file = await openTables(bytesInPieces(order.size, PIECE_BYTES, pieceAt));
  const table = await file.open(order.sheet);
  return packRows(table, table.pieces, order, take);
}

read()
  .then((found) => say({ kind: 'end', read: found }))
  .catch((fault: unknown) => {
    if (!(fault instanceof FileRefused)) throw fault;
    say({ kind: 'refused', code: fault.code, params: fault.params });
  });
