import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable } from '@nestjs/common';
import { PIECE_BYTES, type FileBytes } from './file/file-bytes';
import { FileRefused } from './file/file-refused';
import type { FromThread, ThreadOrder, ToThread } from './reading-messages';
import type { ReadingOrder, RowsRead, TakeRows } from './row-packing';

/** Where the bundled thread lies: beside the bundled API. Injected, because tests run from the sources. */
export const READING_WORKER = Symbol('ReadingWorker');
export type ReadingWorkerFile = () => string;
export const bundledReadingWorker: ReadingWorkerFile = () => path.join(__dirname, 'reading-worker.js');

/** Most of what is made of a row is gone with the next one; with more room for it fewer rows are carried along. */
const YOUNG_MEGABYTES = 96;

/**
 * Reads big files in a thread of its own, one for each: a million rows take ten seconds of a processor, in which nobody else
 * would be answered. The thread has no database; it asks for the pieces of the file and hands rows on.
 */
@Injectable()
export class ReadingThread {
  constructor(@Inject(READING_WORKER) private readonly file: ReadingWorkerFile) {}

  /** Reads a sheet from its first row. Throws `FileRefused`, and whatever `take` throws, which stops the thread. */
  async read(bytes: FileBytes, sheet: string, order: ReadingOrder, take: TakeRows): Promise<RowsRead> {
    const workerData: ThreadOrder = { ...order, sheet, size: bytes.size };
    const worker = new Worker(this.file(), {
      workerData,
      // What the launcher starts the API with is not for its threads.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    try {
      return await outcomeOf(worker, bytes, take);
    } finally {
      await worker.terminate();
    }
  }
}

function outcomeOf(worker: Worker, bytes: FileBytes, take: TakeRows): Promise<RowsRead> {
  const say = (message: ToThread): void => worker.postMessage(message);
  /** Portions are taken one after the other, however many have come. */
  let taking: Promise<void> = Promise.resolve();
  const answer = async (message: FromThread): Promise<RowsRead | null> => {
    if (message.kind === 'end') {
      await taking;
      return message.read;
    }
    if (message.kind === 'refused') throw new FileRefused(message.code, message.params);
    if (message.kind === 'piece') {
      say({ kind: 'piece', number: message.number, bytes: await pieceOf(bytes, message.number) });
    } else {
      taking = taking.then(() => take(message.rows, message.bytesRead));
      await taking;
      say({ kind: 'taken' });
    }
    return null;
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      answer(message).then((read) => {
        if (read !== null) resolve(read);
      }, reject);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread that reads a file has ended before it was done.')));
  });
}

async function pieceOf(bytes: FileBytes, number: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  const from = number * PIECE_BYTES;
  for await (const part of bytes.read(from, Math.min(bytes.size, from + PIECE_BYTES))) parts.push(part);
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}
