import iconv from 'iconv-lite';
import { writeChunks } from './chunk-writer';
import { bytesInMemory, CHUNK_BYTES } from './file/file-bytes';
import { LAST_RECORDS } from './file/last-records';
import { openTables } from './file/open-tables';

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const arrived = (content: Buffer, pieceBytes = 1000) =>
  writeChunks(inPieces(content, pieceBytes), async () => undefined);

/** A year of bookings, some of whose texts run over several lines. */
const bookings = (rows: number): string =>
  `Konto;Text;Betrag\r\n${Array.from({ length: rows }, (_, at) => `${at};${at % 7 === 0 ? '"zwei\r\nZeilen, ""eine"" Zahl"' : 'Server'};1,00\r\n`).join('')}`;

test.each([
  ['a few rows more than are looked at', 60, bookings],
  ['more than one piece', 40_000, bookings],
  ['more than one piece without any quotes', 40_000, (rows: number) => `Konto;Betrag\n${'4271;1,00\n'.repeat(rows)}`],
])(
  'The end of a file that was counted on arrival is the same as after running through it: %s',
  async (_, rows, text) => {
    const content = Buffer.from(text(rows));
    const { lastRecords } = await arrived(content);
    expect(lastRecords).toEqual({ offset: expect.any(Number), rowNumber: rows + 3 - LAST_RECORDS });
    const tailOf = async (bytes: ReturnType<typeof bytesInMemory>) =>
      (await (await openTables(bytes)).open('')).tail(LAST_RECORDS);
    const told = await tailOf({ ...bytesInMemory(content), lastRecords });
    expect(told).toEqual(await tailOf(bytesInMemory(content)));
    expect(told.at(-1)).toMatchObject({ rowNumber: rows + 1 });
  },
);

test.each([
  ['two bytes a letter', iconv.encode(bookings(100), 'utf-16le')],
  ['a quote that does not close', Buffer.from(`${bookings(100)}"offen\n`)],
  ['lines that end as on an old Macintosh', Buffer.from(bookings(100).replaceAll('\r\n', '\r'))],
  ['fewer rows than are looked at', Buffer.from(bookings(3))],
])('Where the end cannot be counted on arrival, nothing is said: %s', async (_, content) => {
  expect(await arrived(content)).toMatchObject({ bytes: content.length, lastRecords: null });
});

test('Pieces are stored whole, and a small file stays at hand', async () => {
  const stored: number[] = [];
  const content = Buffer.alloc(2 * CHUNK_BYTES + 5, 'a;b\n');
  const file = await writeChunks(inPieces(content, 70_000), async (_, chunk) => void stored.push(chunk.length));
  expect([stored, file.content]).toEqual([[CHUNK_BYTES, CHUNK_BYTES, 5], null]);
  expect((await arrived(Buffer.from('a;b\n1;2\n'))).content?.toString()).toBe('a;b\n1;2\n');
});
