import { inflateSync } from 'node:zlib';

const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;

/**
 * Unpacks a font from WOFF 1.0 (W3C Recommendation of 13 December 2012) to the plain form that it was made from. Done once,
 * because whoever reads glyphs from the packed form unpacks the outlines again for every glyph.
 * Throws RangeError when the bytes are no such font.
 */
export function unpackWoff(packed: Buffer): Buffer {
  if (packed.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('Not a WOFF font.');
  const count = packed.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = HEADER_BYTES + at * ENTRY_BYTES;
    const offset = packed.readUInt32BE(entry + 4);
    const stored = packed.subarray(offset, offset + packed.readUInt32BE(entry + 8));
    const length = packed.readUInt32BE(entry + 12);
    return {
      tag: packed.subarray(entry, entry + 4),
      checksum: packed.readUInt32BE(entry + 16),
      content: stored.length < length ? inflateSync(stored) : stored,
    };
  });
  const head = Buffer.alloc(12 + 16 * count);
  packed.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const largestPower = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(largestPower * 16, 6);
  head.writeUInt16BE(Math.log2(largestPower), 8);
  head.writeUInt16BE((count - largestPower) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [at, { tag, checksum, content }] of tables.entries()) {
    const entry = 12 + at * 16;
    tag.copy(head, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(content.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
