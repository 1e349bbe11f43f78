import type { LastRecords } from './last-records';

/** How much of a file is stored at a time. Every chunk but the last has this size. */
export const CHUNK_BYTES = 1024 * 1024;
/** How much of a chunk is read at a time: with bigger pieces the collector goes over the whole heap again and again. */
export const PIECE_BYTES = CHUNK_BYTES / 4;

/** The bytes of a file, wherever they lie. Whoever reads holds one piece in memory at a time. */
export interface FileBytes {
  /** In bytes. */
  readonly size: number;
  /** Where its last records begin, when that was counted as it arrived and it is a text. */
  readonly lastRecords?: LastRecords | null;
  /** From byte `from` up to, not including, byte `to`; the whole file when nothing is said. */
  read(from?: number, to?: number): AsyncGenerator<Buffer, void>;
}

/** A small file that is at hand. */
export function bytesInMemory(content: Buffer): FileBytes {
  return {
    size: content.length,
    async *read(from = 0, to = content.length) {
      if (from < to) yield content.subarray(from, to);
    },
  };
}

/** A file that is stored in pieces of one size, the last one shorter. The piece read last is kept: readers go forward. */
export function bytesInPieces(
  size: number,
  pieceBytes: number,
  pieceAt: (number: number) => Promise<Buffer>,
): FileBytes {
  let kept: { readonly number: number; readonly piece: Buffer } | null = null;
  const take = async (number: number): Promise<Buffer> => {
    if (kept?.number !== number) kept = { number, piece: await pieceAt(number) };
    return kept.piece;
  };
  return {
    size,
    async *read(from = 0, to = size) {
      for (let at = from; at < to;) {
        const number = Math.floor(at / pieceBytes);
        const piece = await take(number);
        const start = at - number * pieceBytes;
        const part = piece.subarray(start, Math.min(piece.length, to - number * pieceBytes));
        if (part.length === 0) throw new Error(`Piece ${number} of a stored file is too short.`);
        yield part;
        at += part.length;
      }
    },
  };
}

/** The first bytes of a file, up to `length`. */
export async function firstBytes(bytes: FileBytes, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes.read(0, Math.min(length, bytes.size))) pieces.push(piece);
  return Buffer.concat(pieces);
}
