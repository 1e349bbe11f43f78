import { FileRefused } from './file-refused';

/** First bytes of formats that hold no table, whatever the file's name says. */
const FOREIGN: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // MZ: Windows program
  [0x7f, 0x45, 0x4c, 0x46], // ELF program
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0], // old Office, and new Office behind a password
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
];

const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:[!?a-z])/i;
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** How the bytes of a file begin: as text, or as a ZIP, which workbooks are, too. */
export type FileShape = 'text' | 'zip';

/**
 * Tells the shape of a file by its first bytes and refuses what holds no table: programs, pictures, markup, other
 * archives (FILE_TYPE). `isWhole` tells that the head is the whole file; a ZIP without its directory is FILE_CORRUPT.
 */
export function shapeOf(head: Buffer, isWhole: boolean): FileShape {
  if (startsWith(head, [0x50, 0x4b])) {
    if (isWhole && !head.includes(ZIP_END)) throw new FileRefused('FILE_CORRUPT');
    return 'zip';
  }
  if (FOREIGN.some((magic) => startsWith(head, magic))) throw new FileRefused('FILE_TYPE');
  if (MARKUP.test(head.subarray(0, 256).toString('latin1'))) throw new FileRefused('FILE_TYPE');
  return 'text';
}

function startsWith(head: Buffer, magic: readonly number[]): boolean {
  return head.length >= magic.length && magic.every((byte, at) => head[at] === byte);
}
