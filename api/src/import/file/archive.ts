import { Readable } from 'node:stream';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  validateFileName,
} from 'yauzl';
import type { FileBytes } from './file-bytes';
import { FileRefused } from './file-refused';

/** A file inside a ZIP. */
export interface ArchiveEntry {
  readonly name: string;
  /** Unpacked, in bytes; what comes out is held to it. */
  readonly bytes: number;
  /** How many bytes of the archive it takes. */
  readonly packedBytes: number;
  /** Unpacks it from its start. Faults of the archive come out as `FileRefused` FILE_CORRUPT. */
  read(): AsyncGenerator<Buffer, void>;
}

export type Archive = ReadonlyMap<string, ArchiveEntry>;

const ENTRIES_MAX = 1000;
const RATIO_MAX = 200;
const UNPACKED_MAX_BYTES = 1024 * 1024 * 1024;
/** Below this size a high ratio is harmless: a sheet of equal cells packs well. */
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

/**
 * Opens a ZIP and looks through its directory before anything is unpacked. Throws `FileRefused`: too many entries
 * (FILE_ENTRIES), more unpacked than allowed or packed beyond reason (FILE_TOO_LARGE), names that leave the archive
 * (FILE_PATH), a password (FILE_ENCRYPTED), no proper ZIP (FILE_CORRUPT).
 */
export async function openArchive(bytes: FileBytes): Promise<Archive> {
  const reader = new ByteReader(bytes);
  const orCorrupt = <Value>(work: Promise<Value>): Promise<Value> => reader.orCorrupt(work);
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const zip = await orCorrupt(fromRandomAccessReaderPromise(reader, bytes.size, options));
  if (zip.entryCount > ENTRIES_MAX) throw new FileRefused('FILE_ENTRIES', { max: ENTRIES_MAX });
  const found = new Map<string, ArchiveEntry>();
  let unpackedBytes = 0;
  const entries = zip.eachEntry();
  for (;;) {
    const step = await orCorrupt(entries.next());
    if (step.done === true) break;
    const entry = step.value;
    const name = nameOf(entry);
    unpackedBytes += entry.uncompressedSize;
    refuseEntry(entry, unpackedBytes, found.has(name));
    if (name.endsWith('/')) continue;
    found.set(name, {
      name,
      bytes: entry.uncompressedSize,
      packedBytes: entry.compressedSize,
      read: () => unpacked(zip.openReadStreamPromise(entry), orCorrupt),
    });
  }
  return found;
}

/** yauzl asks for pieces out of the middle; they come from wherever the file lies. */
class ByteReader extends RandomAccessReader {
  private fault: { readonly reason: unknown } | null = null;

  constructor(private readonly bytes: FileBytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.watched(start, end), { objectMode: false });
  }

  /** A fault of the library means a broken ZIP; a fault of reading the stored file stays what it is. */
  async orCorrupt<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch {
      throw this.fault === null ? new FileRefused('FILE_CORRUPT') : this.fault.reason;
    }
  }

  private async *watched(start: number, end: number): AsyncGenerator<Buffer, void> {
    try {
      yield* this.bytes.read(start, end);
    } catch (reason) {
      this.fault = { reason };
      throw reason;
    }
  }
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  if (validateFileName(name) !== null || name.includes('\0')) throw new FileRefused('FILE_PATH');
  return name;
}

function refuseEntry(entry: Entry, unpackedBytes: number, isRepeated: boolean): void {
  if (entry.isEncrypted()) throw new FileRefused('FILE_ENCRYPTED');
  if (isRepeated || !entry.canDecodeFileData()) throw new FileRefused('FILE_CORRUPT');
  const { uncompressedSize, compressedSize } = entry;
  const isBomb = uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > RATIO_MAX * compressedSize;
  if (isBomb || unpackedBytes > UNPACKED_MAX_BYTES) throw new FileRefused('FILE_TOO_LARGE');
}

async function* unpacked(
  opening: Promise<Readable>,
  orCorrupt: <Value>(work: Promise<Value>) => Promise<Value>,
): AsyncGenerator<Buffer, void> {
  const stream = await orCorrupt(opening);
  try {
    const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      const step = await orCorrupt(pieces.next());
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    stream.destroy();
  }
}
