import type { PlanFileReading } from '@etatlotse/contracts/planning/plain';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Answer, HttpClient } from '../../test/http-client';
import { cellsInLibreOffice, hasProgram, storedByLibreOffice } from '../../test/libreoffice';
import { type City, createCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

/*
 * A department changes the plan in a spreadsheet and sends it back: what differs is found cell by cell, what cannot be read is
 * named by its cell, and nothing is stored before the person takes it over.
 */

const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let city: City;
let finance: HttpClient;
let planId: string;
let licences: string;
let network: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  await finance.put('/api/v1/planning/frames/CORE/2027', {
    version: 0,
    ceilingCents: 350_000_000,
    reason: 'Beschluss',
  });
  [licences = '', network = ''] = await plantLines(app, city, [
    { number: '1.01' },
    { number: '1.02' },
    { number: '=1+1' },
  ]);
  const { body } = await finance.post(PLANS, {
    name: 'Haushalt 2027',
    kind: 'budget',
    firstYear: 2027,
    isTwoYears: false,
  });
  planId = body.id;
  await finance.put(`${PLANS}/${planId}/amounts`, {
    lineIds: [licences, licences, network],
    fiscalYears: [2027, 2028, 2027],
    amountCents: [25_344_828, 26_000_000, 0],
  });
});
afterAll(() => app.stop());

const download = async (query = ''): Promise<Buffer> => {
  const answer = await fetch(`${app.url}${PLANS}/${planId}/amounts.xlsx${query}`, { headers: finance.headers });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

const read = (content: Buffer, fileName = 'Haushalt 2027.xlsx', client = finance): Promise<Answer> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), fileName);
  return client.send(`${PLANS}/${planId}/amounts-file`, { method: 'POST', body: form });
};

const workbook = (rows: SheetData): Promise<Buffer> => writeXlsxFile(rows).toBuffer();

test('what was downloaded and not changed says nothing new', async () => {
  const { status, body } = await read(await download());
  expect([status, body]).toMatchObject([200, { lineIds: [], errorCount: 0, years: [2026, 2027, 2028, 2029, 2030] }]);
  expect(body.sameCells).toBe(15);
});

test('LibreOffice reads the plan to the cent, and what it stores again says nothing new', async () => {
  if (!hasProgram('soffice')) return;
  const content = await download();
  const { body: grid } = await finance.get(`${PLANS}/${planId}/amounts`);
  const amounts = (grid.amountCents as (number | null)[][]).map((year) => year.map((cents) => cents ?? ''));
  const { 'plan-Beträge': [head, ...rows] = [] } = await cellsInLibreOffice({ 'plan.xlsx': content });
  expect(head).toEqual(['Zeile', 'Bezeichnung', 'Produkt', 'Konto', ...grid.years.map(String)]);
  expect(rows.map(([number]) => number)).toEqual(grid.columns.number);
  const inSheet = rows.map((row) => row.slice(4).map((cell) => (cell === '' ? '' : Math.round(Number(cell) * 100))));
  expect(inSheet).toEqual(rows.map((_, at) => amounts.map((year) => year[at])));
  expect(inSheet.flat()).toEqual(expect.arrayContaining([25_344_828, 26_000_000, 0]));

  const { 'plan.xlsx': stored = Buffer.alloc(0) } = await storedByLibreOffice({ 'plan.xlsx': content });
  expect(stored.equals(content)).toBe(false);
  expect((await read(stored)).body).toMatchObject({ lineIds: [], errorCount: 0, sameCells: 15 });
}, 60_000);

test('changed cells are found with their line and year; blank empties, zero stays zero', async () => {
  const content = await workbook([
    ['Zeile', 'Bezeichnung', '2027', '2028'],
    ['1.01', 'Lizenzen', 300_000.1, null],
    ['1.02', 'Netz', 0, 1234.56],
  ]);
  const reading = (await read(content)).body as PlanFileReading;
  const cells = reading.lineIds.map((id, at) => [id, reading.fiscalYears[at], reading.amountCents[at]]);
  expect(cells).toEqual([
    [licences, 2027, 30_000_010],
    [licences, 2028, null],
    [network, 2028, 123_456],
  ]);
  const { body: grid } = await finance.get(`${PLANS}/${planId}/amounts`);
  expect(grid.amountCents[grid.years.indexOf(2027)][grid.columns.lineId.indexOf(licences)]).toBe(25_344_828);
});

test('cells that cannot be taken over are named as the spreadsheet names them', async () => {
  const content = await workbook([
    ['Stand 12.10.2026'],
    ['Zeile', 'Bezeichnung', '2027'],
    ['1.01', 'Lizenzen', 'folgt'],
    ['7.77', 'Unbekannt', 5],
    ['1.02', 'Netz', 12.5],
    ['1.02', 'Netz', 13],
  ]);
  const { body } = await read(content);
  expect(body.errors).toEqual([
    { cell: 'C3', code: 'AMOUNT_FORMAT', value: 'folgt' },
    { cell: 'A4', code: 'LINE_UNKNOWN', value: '7.77' },
    { cell: 'A6', code: 'LINE_TWICE', value: '1.02' },
  ]);
  expect([body.lineIds, body.amountCents]).toEqual([[network], [1250]]);
});

test('a formula that no spreadsheet has computed yet is refused: blank would empty the cell', async () => {
  const content = await workbook([
    ['Zeile', '2027'],
    ['1.01', { value: '1200+34.56', type: 'Formula' }],
  ]);
  expect((await read(content)).body).toMatchObject({ status: 409, code: 'PLAN_TABLE_FORMULA', row: 2 });
});

test('a CSV of an office does as well', async () => {
  const { body } = await read(Buffer.from('Haushaltsstelle;Ansatz 2027\r\n1.01;300.000,00\r\n', 'latin1'), 'plan.csv');
  expect([body.lineIds, body.amountCents]).toEqual([[licences], [30_000_000]]);
});

test.each([
  ['no table of plan amounts', Buffer.from('Name;Wert\na;1\n'), 'plan.csv', 409, 'PLAN_TABLE_HEADER'],
  ['a year twice', Buffer.from('Zeile;2027;Plan 2027\n1.01;1;2\n'), 'plan.csv', 409, 'PLAN_TABLE_YEAR_TWICE'],
  ['a program', Buffer.from('MZ\u0090\u0000'), 'plan.xlsx', 422, 'FILE_TYPE'],
  ['a hidden file', Buffer.from('Zeile;2027\n1.01;1\n'), '.plan.csv', 422, 'FILE_NAME'],
])('refuses %s with what to do', async (_, content, fileName, status, code) => {
  const answer = await read(content, fileName);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.detail).not.toBe('');
});

test('a line whose number looks like a formula leaves as a word', async () => {
  const rows = (await read(await download('?q=%3D1'))).body as PlanFileReading;
  expect([rows.errorCount, rows.sameCells]).toEqual([0, 5]);
});

test('who may not plan does not read files in; an unknown version is unknown', async () => {
  const auditor = await loginAs(app, 'auditor');
  expect((await read(await download(), 'plan.xlsx', auditor)).status).toBe(403);
  expect((await finance.get(`${PLANS}/01a10a8a-53c0-7000-8000-000000000999/amounts.xlsx`)).status).toBe(404);
});
