import iconv from 'iconv-lite';
import { FileRefused } from './file-refused';

export type FileEncoding = 'utf-8' | 'windows-1252';

/**
 * Turns the bytes of a file into text while they arrive. Bytes below 128 mean the same in both encodings; the first
 * piece with others decides: UTF-8 where it is valid UTF-8, else windows-1252 as German finance systems write it. UTF-8
 * that breaks later is refused, not repaired.
 */
export class FileText {
  private decoder: { write(piece: Buffer): string; end(): string | undefined } | null = null;
  private decided: FileEncoding | null = null;
  private isFirst = true;

  /** What the file turned out to be; a file of plain ASCII counts as UTF-8. */
  get encoding(): FileEncoding {
    return this.decided ?? 'utf-8';
  }

  write(piece: Buffer): string {
    let bytes = piece;
    if (this.isFirst) {
      this.isFirst = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        this.decide('utf-8');
        bytes = bytes.subarray(3);
      }
    }
    if (this.decoder === null) {
      if (isAscii(bytes)) return bytes.toString('latin1');
      this.decide(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
    }
    return this.decode(() => this.decoder?.write(bytes) ?? '');
  }

  end(): string {
    return this.decode(() => this.decoder?.end() ?? '');
  }

  private decide(encoding: FileEncoding): void {
    this.decided = encoding;
    this.decoder = encoding === 'utf-8' ? new StrictUtf8() : iconv.getDecoder('windows-1252');
  }

  private decode(work: () => string): string {
    try {
      return work();
    } catch {
      throw new FileRefused('CSV_ENCODING');
    }
  }
}

class StrictUtf8 {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  write(piece: Buffer): string {
    return this.decoder.decode(piece, { stream: true });
  }

  end(): string {
    return this.decoder.decode();
  }
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}

/** A letter may be cut at the end of the piece, which is no fault. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
