import { createHash } from 'node:crypto';
import { CHUNK_BYTES } from './file/file-bytes';
import { shapeOf } from './file/file-format';
import { LAST_RECORDS, type LastRecords, RecordCounter, USUAL_WRITING } from './file/last-records';

/** A file that has arrived. */
export interface WrittenFile {
  readonly sha256: Buffer;
  readonly bytes: number;
  /** Null where it is no text, or one whose records end otherwise than usual. */
  readonly lastRecords: LastRecords | null;
  /** The whole file when it is so small that nothing of it has been stored yet. */
  readonly content: Buffer | null;
}

/**
 * Cuts a file that is arriving into pieces of one size, hands each on as soon as it is full, and counts and hashes along.
 * What holds no table is refused with its first piece. At most one piece is in memory.
 */
export async function writeChunks(
  arriving: AsyncIterable<Buffer>,
  store: (number: number, chunk: Buffer) => Promise<void>,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let records: RecordCounter | null = new RecordCounter(USUAL_WRITING, LAST_RECORDS);
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  let bytes = 0;
  let number = 0;
  for await (const piece of arriving) {
    hash.update(piece);
    // Texts of two bytes a letter and workbooks have such bytes everywhere, other texts have none.
    if (records !== null && piece.includes(0)) records = null;
    records?.add(piece);
    bytes += piece.length;
    for (let at = 0; at < piece.length;) {
      const taken = piece.copy(chunk, filled, at);
      at += taken;
      filled += taken;
      if (filled < CHUNK_BYTES) continue;
      if (number === 0) shapeOf(chunk, false);
      await store(number, Buffer.from(chunk));
      number += 1;
      filled = 0;
    }
  }
  const rest = Buffer.from(chunk.subarray(0, filled));
  if (number === 0) shapeOf(rest, true);
  else if (filled > 0) await store(number, rest);
  const found = records?.end() ?? null;
  const hasRecords = found !== null && found.offset > 0;
  return { sha256: hash.digest(), bytes, lastRecords: hasRecords ? found : null, content: number === 0 ? rest : null };
}
