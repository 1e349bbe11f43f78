import writeExcelFile from 'write-excel-file/node';
import { workbookParts, zipFile, type ZipPart } from '../../../test/zip-file';
import { bytesInMemory } from './file-bytes';
import { FileRefused } from './file-refused';
import { openFileArchive, openTables } from './open-tables';
import type { FileNote, TableFile } from './table';

const openFile = (content: Buffer): Promise<TableFile> => openTables(bytesInMemory(content));

async function read(content: Buffer, sheet?: string): Promise<{ rows: string[][]; notes: readonly FileNote[] }> {
  const file = await openFile(content);
  const table = await file.open(sheet ?? file.proposedSheet);
  const rows: string[][] = [];
  for await (const { rowNumber, cells } of table.rows) rows.push([String(rowNumber), ...cells]);
  return { rows, notes: table.notes() };
}

const sheet = (rows: string, more: Readonly<Record<string, string>> = {}, behind = ''): Buffer =>
  zipFile(workbookParts(`<sheetData>${rows}</sheetData>${behind}`, more));

const text = (ref: string, value: string): string => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

async function refusal(content: Buffer): Promise<unknown> {
  return read(content).catch((fault: unknown) => (fault instanceof FileRefused ? fault.code : fault));
}

const STYLES = {
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;d €&quot;"/>' +
    '<numFmt numFmtId="166" formatCode="#,##0,"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="21"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>',
};

test('A workbook as a spreadsheet program writes it: texts, amounts, days', async () => {
  const content = await writeExcelFile(
    [
      [{ value: 'Konto' }, { value: 'Tag' }, { value: 'Betrag' }],
      [
        { value: '4711' },
        { value: new Date(Date.UTC(2026, 2, 31)), format: 'dd.mm.yyyy' },
        { value: 1234.5, format: '#,##0.00' },
      ],
      [null, { value: 'Müller & Söhne <GmbH>' }, { value: -7 }],
    ],
    { sheet: 'Buchungen' },
  ).toBuffer();
  const file = await openFile(content);
  expect([file.format, file.proposedSheet, file.sheets]).toEqual([
    'xlsx',
    'Buchungen',
    [{ name: 'Buchungen', rows: 3, numbers: 3, isHidden: false }],
  ]);
  expect((await read(content)).rows).toEqual([
    ['1', 'Konto', 'Tag', 'Betrag'],
    ['2', '4711', '2026-03-31', '1234.50'],
    ['3', '', 'Müller & Söhne <GmbH>', '-7'],
  ]);
});

test('The fullest sheet with amounts is proposed, and each one can be read', async () => {
  const content = await writeExcelFile([
    { data: [[{ value: 'Deckblatt' }], [{ value: 'a' }], [{ value: 'b' }], [{ value: 'c' }]], sheet: 'Titel' },
    {
      data: [
        [{ value: 'Konto' }, { value: 'Plan' }],
        [{ value: '1' }, { value: 5 }],
      ],
      sheet: 'Klein',
    },
    { data: [[{ value: 'Konto' }], [{ value: 1 }], [{ value: 2 }]], sheet: 'Groß' },
  ]).toBuffer();
  expect((await openFile(content)).proposedSheet).toBe('Groß');
  expect((await read(content, 'Klein')).rows).toEqual([
    ['1', 'Konto', 'Plan'],
    ['2', '1', '5'],
  ]);
  await expect(read(content, 'Fehlt')).rejects.toMatchObject({ code: 'SHEET_UNKNOWN', params: { sheet: 'Fehlt' } });
});

test.each([
  ['0.30000000000000004', '0.30'],
  ['1234.56', '1234.56'],
  ['1.234', '1.2340'],
  ['1234.5', '1234.50'],
  ['1596852249', '1596852249'],
  ['1.2E+3', '1200'],
  ['1E-7', '0.0000001'],
  ['-0', '0'],
  ['99999999999.989990', '99999999999.99'],
  ['0.1234567890123456', '0.123456789012346'],
])('The number %s stands as %s', async (stored, shown) => {
  const { rows, notes } = await read(sheet(`<row r="1"><c r="A1"><v>${stored}</v></c></row>`));
  expect([rows, notes]).toEqual([[['1', shown]], []]);
});

test.each([
  ['a day of its own format', 1, '45382', '2024-03-31'],
  ['a day with its time', 6, '45382.75', '2024-03-31'],
  ['the day before the 29th of February that 1900 never had', 1, '59', '1900-02-28'],
  ['the day after it', 1, '61', '1900-03-01'],
  ['a time without a day', 4, '0', '00:00:00'],
  ['half past six in the evening', 4, '0.770833333333333', '18:30:00'],
  ['a share', 3, '0.19', '19%'],
  ['an amount whose format has a word with a d', 2, '12.5', '12.50'],
  ['an amount shown in thousands', 5, '1234567.89', '1234567.89'],
])('%s', async (_name, style, stored, shown) => {
  const { rows } = await read(sheet(`<row r="1"><c r="A1" s="${style}"><v>${stored}</v></c></row>`, STYLES));
  expect(rows).toEqual([['1', shown]]);
});

test('An amount that holds more than it shows is taken as it is shown, and that is said', async () => {
  const { rows, notes } = await read(
    sheet('<row r="4"><c r="A4" s="2"><v>33.335</v></c><c r="B4" s="2"><v>-0.004</v></c></row>', STYLES),
  );
  expect(rows).toEqual([['4', '33.34', '0']]);
  expect(notes).toEqual([{ code: 'NUMBERS_ROUNDED', severity: 'warning', row: 4, params: { count: 2 } }]);
});

test('Days of a workbook that counts from 1904', async () => {
  const main =
    '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="T" r:id="rId1"/></sheets></workbook>';
  const { rows } = await read(
    sheet('<row r="1"><c r="A1" s="1"><v>43920</v></c></row>', { ...STYLES, 'xl/workbook.xml': main }),
  );
  expect(rows).toEqual([['1', '2024-03-31']]);
});

test('Texts in pieces of different looks, true and false, errors, and formulas by their stored value', async () => {
  const strings = '<sst><si><r><t>Stadt</t></r><r><t xml:space="preserve"> Wesel</t></r><rPh><t>x</t></rPh></si></sst>';
  const { rows, notes } = await read(
    sheet(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><f>A1/0</f><v>#DIV/0!</v></c>' +
        '<c r="D2" t="str"><f>A2</f><v>Summe</v></c><c r="E2"><f>SUM(A1:A9)</f><v>12.5</v></c><c r="F2"><f>SUM(A1:A9)</f></c></row>',
      { 'xl/sharedStrings.xml': strings },
    ),
  );
  expect(rows).toEqual([['2', 'Stadt Wesel', 'WAHR', '#DIV/0!', 'Summe', '12.50', '=SUM(A1:A9)']]);
  expect(notes.map(({ code, row }) => [code, row])).toEqual([
    ['FORMULA_WITHOUT_VALUE', 2],
    ['ERROR_CELLS', 2],
  ]);
});

test('Merged headers stand over all their columns; a title stands once; every row is as wide as the table', async () => {
  const { rows } = await read(
    sheet(
      `<row r="1">${text('A1', 'Haushalt 2027')}</row><row r="3">${text('A3', 'Konto')}${text('B3', 'Ansatz')}${text('D3', 'Ist')}</row>` +
        `<row r="4">${text('B4', '2026')}${text('C4', '2027')}${text('D4', '2025')}</row>`,
      {},
      '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="B3:C3"/><mergeCell ref="A3:A4"/></mergeCells>',
    ),
  );
  expect(rows).toEqual([
    ['1', 'Haushalt 2027', '', '', ''],
    ['3', 'Konto', 'Ansatz', 'Ansatz', 'Ist'],
    ['4', '', '2026', '2027', '2025'],
  ]);
});

test('Hidden rows, columns and sheets and macros are said; nothing of them is carried out', async () => {
  const main =
    '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/><sheet name="Versteckt" state="veryHidden" r:id="rId4"/></sheets></workbook>';
  const links =
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>' +
    '<Relationship Id="rId4" Type="x/worksheet" Target="../xl/worksheets/sheet2.xml"/>' +
    '<Relationship Id="rId5" Type="x/externalLink" TargetMode="External" Target="http://127.0.0.1:9/x"/></Relationships>';
  const content = zipFile(
    workbookParts(
      `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">${text('A1', 'x')}</row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>`,
      {
        'xl/workbook.xml': main,
        'xl/_rels/workbook.xml.rels': links,
        'xl/worksheets/sheet2.xml':
          '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>',
        'xl/vbaProject.bin': 'x',
      },
    ),
  );
  const { rows, notes } = await read(content);
  expect(rows).toEqual([
    ['1', 'x'],
    ['2', '1'],
  ]);
  expect(notes).toEqual([
    { code: 'HIDDEN_SHEETS', severity: 'info', row: null, params: { sheets: 'Versteckt' } },
    { code: 'MACROS_IGNORED', severity: 'info', row: null, params: {} },
    { code: 'HIDDEN_ROWS', severity: 'warning', row: 2, params: { count: 1 } },
    { code: 'HIDDEN_COLUMNS', severity: 'warning', row: null, params: { columns: 'B, C' } },
  ]);
  expect((await read(content, 'Versteckt')).rows).toEqual([['1', '1', '2']]);
});

const one: ZipPart = { name: 'a.csv', content: 'Konto;Betrag\n1;2\n' };
const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

test.each<[string, Buffer, string]>([
  [
    'a sheet of 200 MB in 200 kB',
    sheet(`<row r="1">${text('A1', 'A'.repeat(200 * 1024 * 1024))}</row>`),
    'FILE_TOO_LARGE',
  ],
  ['a name that leads out of it', zipFile([...workbookParts(''), { name: '../../x.txt', content: 'x' }]), 'FILE_PATH'],
  ['an absolute name', zipFile([one, { name: '/etc/x.csv', content: 'x' }]), 'FILE_PATH'],
  ['a name with backslashes', zipFile([one, { name: '..\\x.csv', content: 'x' }]), 'FILE_PATH'],
  ['1,001 entries', zipFile(Array.from({ length: 1001 }, (_, at) => ({ ...one, name: `${at}.csv` }))), 'FILE_ENTRIES'],
  ['one name twice', zipFile([one, one]), 'FILE_CORRUPT'],
  ['a password', zipFile([{ ...one, isEncrypted: true }]), 'FILE_ENCRYPTED'],
  [
    'entities',
    sheet(row, {
      'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${row}&e;</sheetData></worksheet>`,
    }),
    'FILE_UNSAFE',
  ],
  ['XML that ends early', sheet(row, { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row}` }), 'FILE_CORRUPT'],
  [
    'a sheet longer than its directory says',
    zipFile(
      workbookParts(`<sheetData>${row}</sheetData>`).map((part) => ({
        ...part,
        statedBytes: part.name.includes('sheet1') ? 10 : undefined,
      })),
    ),
    'FILE_CORRUPT',
  ],
  ['its end cut off', sheet(row).subarray(0, -30), 'FILE_CORRUPT'],
  ['a number that is none', sheet('<row r="1"><c r="A1"><v>1e309</v></c></row>'), 'CELL_TYPE'],
  [
    'the last cell that a spreadsheet has',
    sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'FILE_TOO_MANY_ROWS',
  ],
  ['a cell beyond 200 columns', sheet('<row r="1"><c r="GS1"><v>1</v></c></row>'), 'FILE_TOO_MANY_COLUMNS'],
  ['nothing in any sheet', sheet(''), 'CSV_EMPTY'],
  ['a letter instead of sheets', sheet(row, { 'xl/workbook.xml': '<document/>' }), 'FILE_TYPE'],
  ['nothing that holds a table', zipFile([{ name: 'a.exe', content: 'MZ' }]), 'FILE_TYPE'],
  ['several files', zipFile([one, { name: 'b/b.csv', content: 'x' }]), 'FILE_ARCHIVE'],
])('A ZIP with %s is refused', async (_name, content, code) => {
  expect(await refusal(content)).toBe(code);
});

test('More rows than a sheet may have are refused while they are read', async () => {
  const rows = Array.from(
    { length: 200_001 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  );
  expect(await refusal(sheet(rows.join('')))).toBe('FILE_TOO_MANY_ROWS');
});

test('The last rows of a sheet', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`);
  const file = await openFile(sheet(rows.join('')));
  const table = await file.open('Tabelle1');
  expect(await table.tail(2)).toEqual([
    { rowNumber: 299, cells: ['298'] },
    { rowNumber: 300, cells: ['299'] },
  ]);
});

test('A ZIP of files is unpacked file by file; what a Mac adds is left out', async () => {
  const content = zipFile([
    one,
    { name: '2027/b.csv', content: 'Konto;Betrag\n3;4\n' },
    { name: '2027/', content: '' },
    { name: '__MACOSX/._a.csv', content: 'x' },
    { name: 'Lies mich.pdf', content: '%PDF' },
  ]);
  const entries = await openFileArchive(bytesInMemory(content));
  const found: [string, string][] = [];
  for (const entry of entries ?? []) {
    let unpacked = '';
    for await (const piece of entry.read()) unpacked += piece.toString('utf8');
    found.push([entry.name, unpacked]);
  }
  expect(found).toEqual([
    ['a.csv', 'Konto;Betrag\n1;2\n'],
    ['2027/b.csv', 'Konto;Betrag\n3;4\n'],
  ]);
});

describe('Several sheets with one heading', () => {
  const heading = ['Sachkonto', 'Bezeichnung', 'Ansatz 2026'].map((value) => ({ value }));
  const line = (account: string, amount: number) => [{ value: account }, { value: 'IT' }, { value: amount }];
  const part = (name: string, factor: number) => ({
    data: [[{ value: name }], heading, line('4271000', 140 * factor), line('3482000', 10.5 * factor)],
    sheet: name,
  });
  const bookOf = (...sheets: ReturnType<typeof part>[]): Promise<Buffer> => writeExcelFile(sheets).toBuffer();
  const numbers = { data: Array.from({ length: 12 }, (_, at) => [{ value: at }]), sheet: 'Kennzahlen' };

  test('are read as one table, each row with its sheet; the sum of all stays out, and what is not read is said', async () => {
    const content = await bookOf(part('THH 1', 1), part('THH 2', 2), part('Gesamt', 3), numbers);
    const file = await openFile(content);
    expect(file.proposedSheet).toBe('THH 1/THH 2');
    expect(file.sheets.map(({ name, isAlike, isTotal }) => [name, isAlike ?? isTotal])).toEqual([
      ...[
        ['THH 1', true],
        ['THH 2', true],
        ['Gesamt', true],
        ['Kennzahlen', undefined],
      ],
    ]);
    const { rows, notes } = await read(content);
    expect(rows).toEqual([
      ['1', 'THH 1', '', '', ''],
      ['2', 'Sachkonto', 'Bezeichnung', 'Ansatz 2026', 'Teilhaushalt'],
      ['3', '4271000', 'IT', '140', 'THH 1'],
      ['4', '3482000', 'IT', '10.50', 'THH 1'],
      ['1000003', '4271000', 'IT', '280', 'THH 2'],
      ['1000004', '3482000', 'IT', '21', 'THH 2'],
    ]);
    expect(notes).toEqual([
      { code: 'SHEETS_TOGETHER', severity: 'info', row: null, params: { count: 2, sheets: '„THH 1“, „THH 2“' } },
      { code: 'SHEET_IS_TOTAL', severity: 'info', row: null, params: { sheets: '„Gesamt“' } },
      { code: 'SHEETS_UNREAD', severity: 'warning', row: null, params: { count: 1, sheets: '„Kennzahlen“' } },
    ]);
    const table = await file.open(file.proposedSheet);
    expect((await table.tail(1)).map(({ rowNumber }) => rowNumber)).toEqual([1_000_004]);
    await expect(file.open('THH 1/Fehlt')).rejects.toMatchObject({ code: 'SHEET_UNKNOWN', params: { sheet: 'Fehlt' } });
  });

  test('are not added up where they are versions; a person may say that they belong together', async () => {
    const wide = (name: string, factor: number) => {
      const sheetOf = part(name, factor);
      return {
        ...sheetOf,
        data: [...sheetOf.data, ...Array.from({ length: 9 }, (_, at) => line(`44310${at}0`, at + factor))],
      };
    };
    const content = await bookOf(wide('Entwurf', 1), wide('Beschluss', 2));
    const file = await openFile(content);
    expect([file.proposedSheet, (await read(content)).notes]).toEqual([
      'Entwurf',
      [{ code: 'SHEETS_ALIKE_UNREAD', severity: 'warning', row: null, params: { count: 1, sheets: '„Beschluss“' } }],
    ]);
    const together = await read(content, 'Entwurf/Beschluss');
    expect(together.rows.map((row) => row.at(-1)).filter((cell) => cell === 'Beschluss')).toHaveLength(11);
    expect(together.notes.map(({ code }) => code)).toEqual(['SHEETS_TOGETHER']);
  });
});
