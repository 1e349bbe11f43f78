import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { openTables } from './open-tables';
import { bytesInMemory, bytesInPieces } from './file-bytes';
import { FileRefused } from './file-refused';
import { cutQuotedRecords } from './quoted-records';
import type { Table, TableRow } from './table';

async function open(content: string | Buffer): Promise<Table & { delimiter: string | null }> {
  const file = await openTables(bytesInMemory(Buffer.from(content)));
  return { ...(await file.open('')), delimiter: file.delimiter };
}

async function all(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

async function read(
  content: string | Buffer,
): Promise<{ rows: string[][]; encoding: string; delimiter: string | null }> {
  const table = await open(content);
  const rows = (await all(table.rows)).map(({ cells }) => [...cells]);
  return { rows, encoding: table.encoding(), delimiter: table.delimiter };
}

const refusal = (content: string | Buffer): Promise<unknown> =>
  read(content).catch((fault: unknown) =>
    fault instanceof FileRefused ? { code: fault.code, ...fault.params } : fault,
  );

const FILE = 'Konto;Bezeichnung;Betrag\n4711;Straßenbau Süd;1.234,56\n';
const ROWS = [
  ['Konto', 'Bezeichnung', 'Betrag'],
  ['4711', 'Straßenbau Süd', '1.234,56'],
];

test.each([
  ['UTF-8', Buffer.from(FILE), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${FILE}`), 'utf-8'],
  ['windows-1252', iconv.encode(FILE, 'windows-1252'), 'windows-1252'],
  ['UTF-16, little end first, with a mark', iconv.encode(FILE, 'utf-16le', { addBOM: true }), 'utf-16le'],
  ['UTF-16, big end first, with a mark', iconv.encode(FILE, 'utf-16be', { addBOM: true }), 'utf-16be'],
  ['UTF-16, little end first, without a mark', iconv.encode(FILE, 'utf-16le', { addBOM: false }), 'utf-16le'],
  ['UTF-16, big end first, without a mark', iconv.encode(FILE, 'utf-16be', { addBOM: false }), 'utf-16be'],
])('A file in %s is read as it was written', async (_name, content, encoding) => {
  expect(await read(content)).toEqual({ rows: ROWS, encoding, delimiter: ';' });
});

test('Letters cut between two stored pieces are one letter', async () => {
  const content = Buffer.from(FILE);
  for (let size = 1; size < 12; size++) {
    const pieces = bytesInPieces(content.length, size, async (number) =>
      content.subarray(number * size, (number + 1) * size),
    );
    const rows: string[][] = [];
    for await (const { cells } of (await (await openTables(pieces)).open('')).rows) rows.push([...cells]);
    expect(rows).toEqual(ROWS);
  }
});

test.each([
  ['semicolons beside decimal commas', 'Konto;Ansatz\n4711;12,50\n4712;13,50\n', ';'],
  ['semicolons in every row, more commas in most', 'Text;Betrag\na,b,c;1,00\na,b,c;2,00\na,b,c;3,00\n', ';'],
  ['commas', 'Client,Service Area,Amount\nOCC,"Policy, Culture",1500\n', ','],
  ['tabs beside decimal commas', 'Konto\tAnsatz\tIst\n4711\t1,50\t2,50\n', '\t'],
  ['bars', 'Konto|Ansatz\n4711|1\n', '|'],
  ['tildes beside decimal commas', 'Konto~Ansatz~Ist\n4711~1,50~2,50\n', '~'],
  ['carets', 'Konto^Ansatz\n4711^1,50\n4712^2,50\n', '^'],
  ['a title before the table', 'Stadt Musterhausen, Kämmerei, Haushalt 2027\nin T€\n\nKonto;A;B\n1;2;3\n4;5;6\n', ';'],
  ['what the first line says', 'sep=|\na;b|c\n', '|'],
  ['one column', 'Konto\n4711\n', ';'],
])('The delimiter is found over the first lines: %s', async (_name, content, delimiter) => {
  expect((await open(content)).delimiter).toBe(delimiter);
});

test('Rows of another width and titles are handed on with their row numbers; rows that hold nothing are not', async () => {
  const { rows } = await open('Haushaltsplan 2027\n\nKonto;Betrag\n4711;1,00;x\n;\n4712\n');
  expect(await all(rows)).toEqual([
    { rowNumber: 1, cells: ['Haushaltsplan 2027'] },
    { rowNumber: 3, cells: ['Konto', 'Betrag'] },
    { rowNumber: 4, cells: ['4711', '1,00', 'x'] },
    { rowNumber: 6, cells: ['4712'] },
  ]);
});

test('A line break in quotes belongs to its cell', async () => {
  const { rows } = await read('Konto;Text;Betrag\n4711;"erste\r\nzweite ""Zeile""";1,00\n');
  expect(rows[1]).toEqual(['4711', 'erste\r\nzweite "Zeile"', '1,00']);
});

test('Rows with and without quotes stand next to each other; an empty cell in quotes is empty', async () => {
  const { rows } = await read('a;b;c\n1;"x;y";2\n3;4;5\n"";"sagt ""ja""";\n6;7;8\n9;"";"ohne Ende"');
  expect(rows).toEqual([
    ['a', 'b', 'c'],
    ['1', 'x;y', '2'],
    ['3', '4', '5'],
    ['', 'sagt "ja"', ''],
    ['6', '7', '8'],
    ['9', '', 'ohne Ende'],
  ]);
});

test('Quotes are read as the library that knows their rules reads them, or left to it', () => {
  const pieces = ['a', 'b c', '"', '""', ';', ';', '\n', '\r\n', '\r', '"x"', '"q""q"', ';"1\n2";', '"ä;ö"'];
  const options = { delimiter: ';', relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] };
  let state = 27042026;
  const dice = (sides: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
  let own = 0;
  for (let round = 0; round < 4000; round++) {
    const text = Array.from({ length: 1 + dice(12) }, () => pieces[dice(pieces.length)]).join('');
    const cut = cutQuotedRecords(text, ';', 100);
    if (cut === null) continue;
    own += 1;
    expect([text, cut]).toEqual([text, parse(text, options)]);
  }
  expect(own).toBeGreaterThan(500);
});

test('The end of a line may be written in any of three ways', async () => {
  for (const end of ['\r\n', '\n', '\r'])
    expect((await read(`a;b${end}1;2${end}`)).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
});

test('Letters that were lost before the file came here are said, and the file is read', async () => {
  const table = await open('Konto;Text\n1;M\uFFFDller\n2;x\n3;J\uFFFDger\n');
  expect(await all(table.rows)).toHaveLength(4);
  expect(table.notes()).toEqual([{ code: 'LETTERS_LOST', severity: 'warning', row: 2, params: { count: 2 } }]);
});

test('Blanks beside quotes mean nothing, and letters of Windows that were taken for Unicode are read', async () => {
  const file = await openTables(bytesInMemory(Buffer.from('Konto ;Text ;Betrag\n1 ;"GWG \u0080 ""alt""" ; 5\n')));
  const rows = await all((await file.open('')).rows);
  expect(rows[1]?.cells).toEqual(['1', 'GWG € "alt"', '5']);
});

test('The last rows are told with their true numbers, whatever stands in quotes between', async () => {
  const content = Buffer.from(`Konto;Text\r\n${'1;"a\r\nb ""c"""\r\n'.repeat(40)}\r\n2;Müller\r\n;Summe\r\n`);
  const file = await openTables(bytesInMemory(content));
  const table = await file.open('');
  expect(await table.tail(4)).toEqual([
    { rowNumber: 43, cells: ['2', 'Müller'] },
    { rowNumber: 44, cells: ['', 'Summe'] },
  ]);
  const numbers = (await table.tail(100)).map(({ rowNumber }) => rowNumber);
  expect(numbers).toEqual((await all(table.rows)).map(({ rowNumber }) => rowNumber));
  for (const encoding of ['utf-16le', 'utf-16be', 'windows-1252']) {
    const other = await openTables(bytesInMemory(iconv.encode(content.toString('utf8'), encoding)));
    expect((await (await other.open('')).tail(4))[0]).toEqual({ rowNumber: 43, cells: ['2', 'Müller'] });
  }
  const noEnd = await (await openTables(bytesInMemory(Buffer.from('a;b\n1;2\n3;4')))).open('');
  expect(await noEnd.tail(1)).toEqual([{ rowNumber: 3, cells: ['3', '4'] }]);
});

test.each([
  ['a quote that does not close', 'Konto;Betrag\n"4711;12,50\n', { code: 'CSV_QUOTE', row: 2 }],
  ['a quote in the middle of a cell', 'Konto;Betrag\n47"11;12,50\n', { code: 'CSV_QUOTE', row: 2 }],
  ['letters behind a closing quote', 'Konto;Betrag\n"4711"x;12,50\n', { code: 'CSV_QUOTE', row: 2 }],
  ['a zero byte', 'Konto;Betrag\n47\u000011;12,50\n', { code: 'TEXT_CONTROL_CHAR', row: 2, column: 'A' }],
  ['no bytes', '', { code: 'CSV_HEADER', columns: '' }],
  ['more than 200 columns', `${';'.repeat(200)}x\n`, { code: 'FILE_TOO_MANY_COLUMNS', row: 1 }],
  ['a record without an end', `a;b\n1;"${'x'.repeat(70_000)}"\n`, { code: 'CSV_QUOTE', row: 2 }],
])('A file with %s is refused', async (_name, content, expected) => {
  expect(await refusal(content)).toEqual(expected);
});

test('Two encodings in one file are refused, not repaired', async () => {
  const utf8 = Buffer.from('Konto;Text\n1;Müller\n');
  const windows = iconv.encode('2;Jäger\n', 'windows-1252');
  expect(await refusal(Buffer.concat([utf8, windows]))).toEqual({ code: 'CSV_ENCODING' });
  expect(await refusal(Buffer.concat([windows, utf8]))).toEqual({ code: 'CSV_ENCODING' });
  expect(await refusal(Buffer.concat([Buffer.from('\uFEFF'), windows]))).toEqual({ code: 'CSV_ENCODING' });
  expect(await refusal(Buffer.concat([windows, Buffer.from([0x81])]))).toEqual({ code: 'CSV_ENCODING' });
});
