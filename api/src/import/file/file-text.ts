import iconv from 'iconv-lite';
import { FileRefused } from './file-refused';
import type { FileEncoding } from './table';

interface Decoder {
  write(piece: Buffer): string;
  end(): string;
}

/**
 * Turns the bytes of a file into text while they arrive. A byte order mark decides; without one, zero bytes at every other
 * place mean UTF-16. Bytes below 128 mean the same in the other encodings, so the first piece with others decides: UTF-8
 * where it is valid UTF-8, else windows-1252 as German finance systems write it. UTF-8 that breaks later, a piece that is
 * both, and bytes that stand for no letter are refused (CSV_ENCODING), not repaired.
 */
export class FileText {
  private decoder: Decoder | null = null;
  private decided: FileEncoding | null = null;
  private isFirst = true;

  /** `known` is for a piece out of the middle of a file, whose start has been looked at before. */
  constructor(known?: FileEncoding) {
    if (known === undefined) return;
    this.isFirst = false;
    this.decide(known);
  }

  /** What the file turned out to be; a file of plain ASCII counts as UTF-8. */
  get encoding(): FileEncoding {
    return this.decided ?? 'utf-8';
  }

  write(piece: Buffer): string {
    let bytes = piece;
    if (this.isFirst && piece.length > 0) {
      this.isFirst = false;
      bytes = piece.subarray(this.lookAtStart(piece));
    }
    if (this.decoder === null) {
      if (isAscii(bytes)) return bytes.toString('latin1');
      this.decide(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
      if (this.decided === 'windows-1252' && holdsUtf8Letters(bytes)) throw new FileRefused('CSV_ENCODING');
    }
    return this.decode(() => this.decoder?.write(bytes) ?? '');
  }

  end(): string {
    return this.decode(() => this.decoder?.end() ?? '');
  }

  /** Answers how many bytes the byte order mark takes. */
  private lookAtStart(start: Buffer): number {
    if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return this.decide('utf-8', 3);
    if (start[0] === 0xff && start[1] === 0xfe) return this.decide('utf-16le', 2);
    if (start[0] === 0xfe && start[1] === 0xff) return this.decide('utf-16be', 2);
    const silent = silentUtf16(start);
    return silent === null ? 0 : this.decide(silent);
  }

  private decide(encoding: FileEncoding, markBytes = 0): number {
    this.decided = encoding;
    this.decoder = encoding === 'windows-1252' ? windows1252() : new StrictUnicode(encoding);
    return markBytes;
  }

  private decode(work: () => string): string {
    try {
      return work();
    } catch {
      throw new FileRefused('CSV_ENCODING');
    }
  }
}

class StrictUnicode implements Decoder {
  private readonly decoder;

  constructor(encoding: FileEncoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  write(piece: Buffer): string {
    return windowsLetters(this.decoder.decode(piece, { stream: true }));
  }

  end(): string {
    return windowsLetters(this.decoder.decode());
  }
}

const WINDOWS_ONLY = /[\u0080\u0082-\u008C\u008E\u0091-\u009C\u009E\u009F]/g;

/**
 * Some programs turn windows-1252 into Unicode byte by byte. Its letters from 128 to 159, above all `€`, then stand where
 * Unicode has control characters that no table holds.
 */
function windowsLetters(text: string): string {
  return text.replace(WINDOWS_ONLY, (letter) => iconv.decode(Buffer.from([letter.charCodeAt(0)]), 'windows-1252'));
}

function windows1252(): Decoder {
  const decoder = iconv.getDecoder('windows-1252');
  const known = (letters: string): string => {
    if (letters.includes('\uFFFD')) throw new FileRefused('CSV_ENCODING');
    return letters;
  };
  return { write: (piece) => known(decoder.write(piece)), end: () => known(decoder.end() ?? '') };
}

const LOOKED_AT_BYTES = 4096;

/** Western text in UTF-16 has a zero in half of its bytes, always on the same side. One stray zero is none. */
function silentUtf16(start: Buffer): FileEncoding | null {
  const looked = start.subarray(0, LOOKED_AT_BYTES);
  const zeros = [0, 0];
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const clear = looked.length * 0.4;
  if (odd >= clear && even === 0) return 'utf-16le';
  return even >= clear && odd === 0 ? 'utf-16be' : null;
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

/** `ä`, `ö`, `ü`, `ß`, `é` as UTF-8 writes them. In windows-1252 these pairs are no German (`Ã¤`). */
function holdsUtf8Letters(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0xc3); at >= 0; at = bytes.indexOf(0xc3, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next >= 0x80 && next <= 0xbf) return true;
  }
  return false;
}
