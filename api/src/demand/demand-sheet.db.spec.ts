import { randomUUID } from 'node:crypto';
import type { DemandSheetReading } from '@etatlotse/contracts/demand';
import { KEY_HEADERS } from '@etatlotse/domain/demand';
import writeXlsxFile from 'write-excel-file/node';
import { DemandOffice, DEMANDS, notebooks } from '../../test/demand-office';
import type { Answer, HttpClient } from '../../test/http-client';
import { badFiles } from '../../test/bad-inputs/bad-file';
import { badInputFile } from '../../test/bad-inputs/bad-input-case';
import { rowCounts } from '../../test/bad-inputs/stage';
import { describeWith } from '../../test/import-files';
import { openYear, setCeiling } from '../../test/ledger-builder';
import { cellsInLibreOffice, hasProgram, storedByLibreOffice } from '../../test/libreoffice';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { withoutTail } from '../../test/table-cells';
import { startTestApp, type TestApp } from '../../test/test-app';
import { workbookParts, zipFile } from '../../test/zip-file';
import { bytesInMemory } from '../import/file/file-bytes';
import { openArchive } from '../import/file/archive';
import { openTables } from '../import/file/open-tables';

/*
 * A department takes its demands home in a workbook, changes them without a line to the city, and brings them back: first
 * everything is shown, cell by cell, and stored is only what was shown.
 */

let app: TestApp;
let city: City;
let office: DemandOffice;
let id: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  office = await new DemandOffice(app, city).open();
  id = await office.draft();
});
afterAll(() => app.stop());

async function download(by = office.coordinator): Promise<Buffer> {
  const answer = await fetch(`${app.url}${DEMANDS}/sheet.xlsx?roundId=${office.roundId}`, { headers: by.headers });
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('Bedarfe 2027.xlsx'),
  ]);
  return Buffer.from(await answer.arrayBuffer());
}

type Sheets = Record<string, string[][]>;

/** Every cell of a workbook as text, as the program reads it. */
async function sheetsOf(content: Buffer): Promise<Sheets> {
  const file = await openTables(bytesInMemory(content));
  const sheets: Sheets = {};
  for (const { name } of file.sheets) {
    const rows: string[][] = [];
    for await (const { rowNumber, cells } of (await file.open(name)).rows) rows[rowNumber - 1] = [...cells];
    sheets[name] = Array.from(rows, (row) => row ?? []);
  }
  return sheets;
}

/** We read an amount as the cell shows it, `3601.50`; the other program writes the number. */
const withoutZeros = (cell: string): string => (/^-?\d+\.\d+$/.test(cell) ? String(Number(cell)) : cell);

/** What somebody's spreadsheet program stores: the same cells, and nothing else of ours. */
const saved = (sheets: Sheets): Promise<Buffer> =>
  writeXlsxFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();

/** Puts a text under a head of a row; the head is row 0. */
function put(sheet: string[][] | undefined, row: number, values: Readonly<Record<string, string>>): void {
  const head = sheet?.[0] ?? [];
  const cells = head.map((_, at) => sheet?.[row]?.[at] ?? '');
  for (const [name, value] of Object.entries(values)) {
    expect(head).toContain(name);
    cells[head.indexOf(name)] = value;
  }
  if (sheet !== undefined) sheet[row] = cells;
}

const form = (content: Buffer, fileName: string): RequestInit => {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(content)]), fileName);
  return { method: 'POST', body, headers: { 'idempotency-key': randomUUID() } };
};

const read = (content: Buffer, by: HttpClient = office.coordinator, fileName = 'Bedarfe 2027.xlsx'): Promise<Answer> =>
  by.send(`${DEMANDS}/sheet-readings?roundId=${office.roundId}`, form(content, fileName));

const take = (
  content: Buffer,
  seen: string,
  by: HttpClient = office.coordinator,
  fileName = 'Bedarfe 2027.xlsx',
): Promise<Answer> => by.send(`${DEMANDS}/sheet?roundId=${office.roundId}&seen=${seen}`, form(content, fileName));

/** Reads and takes over at once; both have to work. */
async function bring(content: Buffer, by: HttpClient = office.coordinator): Promise<DemandSheetReading> {
  const reading = await read(content, by);
  expect([reading.status, reading.body.code]).toEqual([200, undefined]);
  const taken = await take(content, reading.body.seen, by);
  expect([taken.status, taken.body.code]).toEqual([201, undefined]);
  return reading.body;
}

test('the workbook has the own demands with drop-downs, a note at every head and the year before; unchanged it says nothing', async () => {
  const foreign = await loginAs(app, 'other_head');
  const place = { roundId: office.roundId, unitId: city.units.parks, title: 'Geheim: Baumkataster' };
  expect((await foreign.post(DEMANDS, place)).status).toBe(201);
  const content = await download();
  const sheets = await sheetsOf(content);
  expect(Object.keys(sheets)).toEqual(['Bedarfe', 'Positionen', 'Auswahl', 'Anleitung']);
  expect(sheets['Bedarfe']?.map((row) => row.slice(0, 5))).toEqual([
    ['Nr.', 'Fassung', 'Stand', 'Einheit', 'Bezeichnung'],
    ['B-001', 'R2027 V2', 'Entwurf', '40 Fachbereich Schule', 'Notebooks für den Außendienst'],
  ]);
  expect(sheets['Positionen']?.map((row) => row[2])).toEqual(['Bezeichnung', 'Notebook 14 Zoll', 'Wartung']);
  expect(JSON.stringify(sheets)).not.toContain('Geheim');
  expect(sheets['Bedarfe']?.[0]).toContain('Vorjahr 2026 in €');
  const archive = await openArchive(bytesInMemory(content));
  const text = async (name: string): Promise<string> => {
    const pieces: Buffer[] = [];
    for await (const piece of archive.get(name)?.read() ?? []) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  };
  expect(await text('xl/worksheets/sheet1.xml')).toMatch(
    /<dataValidation type="list"[^>]*sqref="D2:D302"><formula1>Auswahl!\$A\$2/,
  );
  const heads = sheets['Bedarfe']?.[0]?.length ?? 0;
  expect((await text('xl/comments1.xml')).match(/<comment ref=/g)).toHaveLength(heads);
  expect((await text('xl/drawings/vmlDrawing1.vml')).match(/<v:shape id=/g)).toHaveLength(heads);
  expect((await read(content)).body).toMatchObject({ rows: [], sameCount: 1, errorCount: 0 });
});

test('what was changed at home is shown from what to what, and stored only when it is confirmed', async () => {
  const sheets = await sheetsOf(await download());
  put(sheets['Bedarfe'], 1, { Nutzen: 'Prüfung vor Ort spart einen Weg', Bemerkung: 'Mit Frau Ahrens besprochen' });
  put(sheets['Positionen'], 1, { Menge: '45', Bemerkung: 'Angebot vom 3.11.' });
  put(sheets['Bedarfe'], 2, {
    'Nr.': 'neu 1',
    Einheit: '40 Fachbereich Schule',
    Bezeichnung: '=1+1 Scanner',
    Grund: 'wirtschaftlich',
  });
  put(sheets['Positionen'], 3, {
    'Nr.': 'neu 1',
    Bezeichnung: 'Scanner',
    Art: 'Geräte',
    'Wie oft?': 'einmalig',
    'Erstes Jahr': '2027',
    Menge: '3',
    'Preis je Einheit in €': '1.200,50',
    'Netto oder brutto': 'brutto',
  });
  const content = await saved(sheets);
  const { body } = await read(content);
  const reading = body as DemandSheetReading;
  expect([reading.errors, reading.sameCount]).toEqual([[], 0]);
  expect(
    reading.rows.map(({ kind, row, number, title, planBeforeCents, planAfterCents }) => [
      kind,
      row,
      number,
      title,
      planBeforeCents,
      planAfterCents,
    ]),
  ).toEqual([
    ['changed', 2, 1, 'Notebooks für den Außendienst', 4_752_400, 5_341_450],
    ['new', 3, null, '=1+1 Scanner', null, 360_150],
  ]);
  expect(
    reading.rows[0]?.changes.map(({ sheet, cell, header, item, from, to }) => [sheet, cell, header, item, from, to]),
  ).toEqual([
    ['Bedarfe', 'T2', 'Nutzen', null, 'Keine Doppelerfassung', 'Prüfung vor Ort spart einen Weg'],
    ['Bedarfe', 'X2', 'Bemerkung', null, '', 'Mit Frau Ahrens besprochen'],
    ['Positionen', 'I2', 'Menge', 'Notebook 14 Zoll', '40', '45'],
    ['Positionen', 'P2', 'Bemerkung', 'Notebook 14 Zoll', '', 'Angebot vom 3.11.'],
  ]);
  expect(await office.show(id)).toMatchObject({ version: 2, benefit: 'Keine Doppelerfassung' });
  expect((await take(content, 'a'.repeat(64))).body).toMatchObject({ status: 409, code: 'DEMAND_SHEET_CHANGED' });

  const taken = await take(content, reading.seen);
  expect([taken.status, taken.body]).toEqual([201, { roundId: office.roundId, added: 1, changed: 1 }]);
  expect(await office.show(id)).toMatchObject({
    version: 3,
    benefit: 'Prüfung vor Ort spart einen Weg',
    fte: [{ operationThousandths: 50 }],
  });
  const { rows } = (await office.coordinator.get(`${DEMANDS}?roundId=${office.roundId}&q=Scanner`)).body;
  expect(rows).toMatchObject([{ number: 3, title: '=1+1 Scanner', state: 'draft', planCents: 360_150 }]);
  const again = await take(content, reading.seen);
  expect(again.body).toMatchObject({ status: 409, code: 'DEMAND_SHEET_CHANGED' });
});

test('remarks come back, also after the form has saved the demand; a word like a formula stays a word', async () => {
  const { version, links: _, ...demand } = await office.show(id);
  const content = { ...notebooks(), items: demand.items, benefit: 'Neu', version };
  expect((await office.save(id, content)).status).toBe(200);
  const sheets = await sheetsOf(await download());
  const note = (sheet: string, row: number): string | undefined =>
    sheets[sheet]?.[row]?.[sheets[sheet]?.[0]?.indexOf(KEY_HEADERS.note) ?? -1];
  expect([note('Bedarfe', 1), note('Positionen', 1)]).toEqual(['Mit Frau Ahrens besprochen', 'Angebot vom 3.11.']);
  // Whoever examines the demand reads them on its page.
  const { sheetNote, itemNotes } = await office.show(id);
  expect([sheetNote, Object.values(itemNotes)]).toEqual(['Mit Frau Ahrens besprochen', ['Angebot vom 3.11.']]);
  expect(sheets['Bedarfe']?.[2]?.[4]).toBe('=1+1 Scanner');
  expect((await read(await saved(sheets))).body).toMatchObject({ rows: [], sameCount: 2, errorCount: 0 });
});

test('what cannot be read is named by sheet and cell, and keeps only its own demand back', async () => {
  const sheets = await sheetsOf(await download());
  put(sheets['Bedarfe'], 1, { Grund: 'weil es sein muss', Frist: '31.02.2027' });
  put(sheets['Positionen'], 2, { 'Preis je Einheit in €': 'folgt' });
  put(sheets['Bedarfe'], 2, { Nutzen: 'schneller' });
  const reading = (await read(await saved(sheets))).body as DemandSheetReading;
  expect(reading.errors).toEqual([
    { sheet: 'Bedarfe', cell: 'L2', code: 'CHOICE_UNKNOWN', value: 'weil es sein muss' },
    { sheet: 'Bedarfe', cell: 'N2', code: 'DATE_FORMAT', value: '31.02.2027' },
    { sheet: 'Positionen', cell: 'K3', code: 'AMOUNT_FORMAT', value: 'folgt' },
  ]);
  expect(reading.rows.map(({ kind, title }) => [kind, title])).toEqual([['changed', '=1+1 Scanner']]);
});

test('what somebody changed meanwhile is a conflict named with its row, and is not overwritten', async () => {
  const sheets = await sheetsOf(await download());
  const { version, items } = await office.show(id);
  expect(
    (await office.save(id, { ...notebooks(), items, benefit: 'Von der Leitung', version }, office.head)).status,
  ).toBe(200);
  put(sheets['Bedarfe'], 1, { Nutzen: 'Von zu Hause' });
  put(sheets['Bedarfe'], 2, { Nutzen: 'schneller' });
  const reading = await bring(await saved(sheets));
  expect(reading.rows).toMatchObject([
    { kind: 'conflict', row: 2, number: 1, changedByName: 'Test department_head' },
    { kind: 'changed', row: 3 },
  ]);
  expect((await office.show(id)).benefit).toBe('Von der Leitung');
});

test('rows of another department are refused as if they did not exist; new ones for its units, too', async () => {
  const foreign = await loginAs(app, 'other_head');
  const sheets = await sheetsOf(await download());
  put(sheets['Bedarfe'], 1, { Nutzen: 'fremd' });
  put(sheets['Bedarfe'], 3, { 'Nr.': 'neu', Einheit: '40 Fachbereich Schule', Bezeichnung: 'Fremder Bedarf' });
  put(sheets['Bedarfe'], 4, { 'Nr.': 'B-999', Fassung: 'R2027 V1', Bezeichnung: 'Gibt es nicht' });
  const { body } = await read(await saved(sheets), foreign);
  expect(body.rows).toEqual([]);
  const codes = (body as DemandSheetReading).errors
    .filter(({ sheet }) => sheet === 'Bedarfe')
    .map(({ cell, code }) => `${cell} ${code}`);
  expect(codes).toEqual(['A2 NUMBER_UNKNOWN', 'A3 NUMBER_UNKNOWN', 'D4 UNIT_UNKNOWN', 'A5 NUMBER_UNKNOWN']);
  const finance = await read(await saved(sheets), office.finance);
  expect([finance.status, (await read(Buffer.from('x'), await loginAs(app, 'auditor'))).status]).toEqual([403, 403]);
});

test('a demand that was submitted meanwhile stays as it is, and so does everything while the round stands still', async () => {
  const sheets = await sheetsOf(await download());
  await office.take(id, 'submit', { reason: 'Wie besprochen' }, office.head);
  put(sheets['Bedarfe'], 1, { Nutzen: 'zu spät' });
  const content = await saved(sheets);
  const { body } = await read(content);
  expect(body).toMatchObject({ rows: [], errors: [{ sheet: 'Bedarfe', cell: 'A2', code: 'LOCKED', value: 'B-001' }] });
  expect((await take(content, body.seen)).body).toMatchObject({ status: 409, code: 'DEMAND_SHEET_EMPTY' });
  await asOwner(app, (owner) => owner.query(`UPDATE planning_round SET state = 'frozen'`));
  expect((await read(content)).body).toMatchObject({ status: 409, code: 'ROUND_NOT_OPEN' });
  expect((await take(content, body.seen)).body).toMatchObject({ status: 409, code: 'ROUND_NOT_OPEN' });
  await asOwner(app, (owner) => owner.query(`UPDATE planning_round SET state = 'open'`));
});

const bomb = (): Buffer => zipFile(workbookParts(`<sheetData>${'<row/>'.repeat(500_000)}</sheetData>`));
const slip = (): Buffer => zipFile([...workbookParts('<sheetData/>'), { name: '../../etc/passwd', content: 'x' }]);

test.each<[string, () => Buffer | Promise<Buffer>, string, number, string]>([
  ['a bomb', bomb, 'a.xlsx', 413, 'FILE_TOO_LARGE'],
  ['names that leave the archive', slip, 'a.xlsx', 422, 'FILE_PATH'],
  ['a program', () => Buffer.from('MZ\u0090\u0000'), 'a.xlsx', 422, 'FILE_TYPE'],
  ['a CSV', () => Buffer.from('Nr.;Bezeichnung\n1;x\n'), 'a.csv', 422, 'DEMAND_SHEET_FILE'],
  ['another table', () => saved({ Tabelle1: [['Name', 'Wert']] }), 'a.xlsx', 422, 'DEMAND_SHEET_HEADER'],
  [
    'a formula without a value',
    () =>
      writeXlsxFile([
        {
          sheet: 'Bedarfe',
          data: [
            ['Nr.', 'Bezeichnung'],
            ['neu', { value: 'A1', type: 'Formula' }],
          ],
        },
      ]).toBuffer(),
    'a.xlsx',
    422,
    'DEMAND_SHEET_FORMULA',
  ],
])('refuses %s with what to do', async (_, content, fileName, status, code) => {
  const answer = await read(await content(), office.coordinator, fileName);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.detail).not.toBe('');
});

/** What is no table of a department in another way than by being a CSV file. */
const OF_THE_LIST: Readonly<Record<string, string>> = {
  'files-02': 'DEMAND_SHEET_ROWS',
  'files-04': 'CELL_TYPE',
  'files-06': 'FILE_PATH',
  'files-08': 'FILE_TYPE',
  'files-10': 'FILE_TYPE',
  'files-12': 'FILE_CORRUPT',
  'files-14': 'FILE_NAME',
  'files-16': 'FILE_NAME',
};

describeWith(badInputFile, 'Files of the list of bad inputs, as the workbook of a department', () => {
  const counts = (): Promise<object> => asOwner(app, (owner) => rowCounts({ owner }));

  test.each(badFiles('Bedarfe').map((item) => [item.id, item.name, item] as const))(
    '%s %s is refused, shown or taken over, and nothing is kept',
    async (itemId, _name, item) => {
      const [before, content] = [await counts(), item.content()];
      const shown = await read(content, office.coordinator, item.fileName);
      const taken = await take(content, 'a'.repeat(64), office.coordinator, item.fileName);
      const code = OF_THE_LIST[itemId] ?? 'DEMAND_SHEET_FILE';
      expect([shown, taken].map((answer) => [answer.status, answer.body.code])).toEqual([
        [422, code],
        [422, code],
      ]);
      expect(shown.body).toMatchObject({ title: expect.any(String), detail: expect.stringMatching(/\.$/) });
      expect(await counts()).toEqual(before);
    },
  );
});

test.each(['reading', 'taking over', 'attaching'])(
  'an upload that breaks off or is too large is refused: %s',
  async (what) => {
    const sheet = `roundId=${office.roundId}`;
    const path =
      what === 'attaching'
        ? `${DEMANDS}/${id}/attachments`
        : `${DEMANDS}/${what === 'reading' ? `sheet-readings?${sheet}` : `sheet?${sheet}&seen=${'a'.repeat(64)}`}`;
    const broken = await office.coordinator.send(path, {
      method: 'POST',
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\na;b',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'idempotency-key': randomUUID() },
    });
    expect([broken.status, broken.body.code]).toEqual([400, 'MULTIPART']);
    const large = await office.coordinator.send(path, form(Buffer.alloc(11 * 1024 * 1024, 'a'), 'a.txt'));
    expect([large.status, large.body.code]).toEqual([413, 'FILE_TOO_LARGE']);
  },
);

test('LibreOffice reads every cell of the workbook, and stores it again without changing what it says', async () => {
  if (!hasProgram('soffice')) return;
  const content = await download();
  const opened = await cellsInLibreOffice({ 'Bedarfe.xlsx': content });
  for (const [sheet, rows] of Object.entries(await sheetsOf(content))) {
    const cells = (table: string[][] | undefined) => table?.map((row) => withoutTail(row).map(withoutZeros));
    expect([sheet, cells(opened[`Bedarfe-${sheet}`])]).toEqual([sheet, cells(rows)]);
  }
  const { 'Bedarfe.xlsx': stored = Buffer.alloc(0) } = await storedByLibreOffice({ 'Bedarfe.xlsx': content });
  expect(stored.equals(content)).toBe(false);
  const { body: before } = await read(content);
  expect(before.sameCount).toBeGreaterThan(0);
  expect((await read(stored)).body).toMatchObject({ rows: [], errorCount: 0, sameCount: before.sameCount });
}, 60_000);
