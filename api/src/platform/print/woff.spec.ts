import { readFileSync } from 'node:fs';
import { unpackWoff } from './woff';

const packed = readFileSync(require.resolve('@kern-ux/native/dist/fonts/noto-sans/NotoSans-Regular.woff'));

/** Sum of a table's 32-bit words, as the directory of a font states it. */
function checksumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) % 2 ** 32;
  return sum;
}

test('every table comes out whole, where the directory says and with the sum it states', () => {
  const font = unpackWoff(packed);
  const count = font.readUInt16BE(4);
  expect([font.readUInt32BE(0), count]).toEqual([0x00010000, packed.readUInt16BE(12)]);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 12 + at * 16;
    const [stated, offset, length] = [4, 8, 12].map((field) => font.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const name = font.toString('latin1', entry, entry + 4);
    return { name, stated, found: checksumOf(font.subarray(offset, offset + Math.ceil(length / 4) * 4)) };
  });
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']));
  // The sum of `head` is made over a file in which the sum itself is still zero.
  for (const { name, stated, found } of tables.filter((table) => table.name !== 'head')) {
    expect([name, found]).toEqual([name, stated]);
  }
});

test('anything else is refused', () => {
  expect(() => unpackWoff(Buffer.from('wOF2 is another packing'))).toThrow(RangeError);
});
