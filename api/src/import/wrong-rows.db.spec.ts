import type { ImportListRow, ImportRun } from '@etatlotse/contracts/import/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { commit, undo, upload } from '../../test/import-files';
import { addLine, openYear } from '../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

/*
 * An export with a few rows that nobody can read: the office may wait for a better one, or leave these rows out knowingly. What
 * was left out stays listed; what else is wrong with a file cannot be left out.
 */

let app: TestApp;
let city: City;
let finance: HttpClient;
let lineId: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  lineId = await addLine(app, city, { number: '4S.1', appropriationCents: 100_000 });
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const HEAD = 'Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text';
const BOOKINGS = [
  HEAD,
  '4S.1;2026;05.10.2026;100,00;R-1;Kabel',
  '4S.1;2026;31.02.2026;200,00;R-2;Switch',
  '4S.1;2026;06.10.2026;12,5.00;R-3;Router',
  '4S.1;2026;07.10.2026;50,50;R-4;Stecker',
].join('\n');

const read = async (file: string, fields: Record<string, string> = {}): Promise<ImportRun> =>
  (await upload(finance, file, { kind: 'bookings', fields })).body;

const leaveOut = (run: ImportRun, leavesOutWrongRows: boolean): Promise<Answer> =>
  finance.put(`/api/v1/imports/${run.id}/mapping`, { version: run.version, leavesOutWrongRows });

const tryCommit = (run: ImportRun): Promise<Answer> =>
  finance.post(`/api/v1/imports/${run.id}/commit`, { previewHash: run.previewHash });

const spentCents = (): Promise<number> =>
  asOwner(app, async (owner) =>
    Number(
      (await owner.query(`SELECT actual_cents FROM line_balance WHERE actual_cents <> 0`)).rows[0]?.actual_cents ?? 0,
    ),
  );

test('Rows that cannot be read keep the file outside, until a person leaves them out', async () => {
  const run = await read(BOOKINGS);
  expect(run.preview).toMatchObject({ findings: { errors: 2, wrongRows: 2 }, leavesOutWrongRows: false });
  expect((await tryCommit(run)).body.code).toBe('IMPORT_HAS_ERRORS');

  const { body: without } = await leaveOut(run, true);
  expect(without.preview).toMatchObject({
    findings: { errors: 0, warnings: 2, wrongRows: 2 },
    leavesOutWrongRows: true,
  });
  expect(without.previewHash).not.toBe(run.previewHash);
  expect((await tryCommit({ ...without, previewHash: run.previewHash })).body.code).toBe('IMPORT_PREVIEW_CHANGED');
  const committed = await commit(finance, without);
  expect([committed.state, committed.effects?.movements, await spentCents()]).toEqual(['committed', 2, 15_050]);

  const list = await finance.get(`/api/v1/imports/${run.id}/errors.csv`);
  expect(list.body).toContain('31.02.2026');
  expect(list.body).toContain('12,5.00');
  const log = await (await loginAs(app, 'auditor')).get(`/api/v1/audit?subjectId=${run.id}`);
  expect(JSON.stringify(log.body)).toContain('"leftOutRows":2');
  await undo(finance, run.id);
  expect(await spentCents()).toBe(0);
});

test('It can be said with the upload, and taken back', async () => {
  const run = await read(BOOKINGS.replaceAll('R-', 'S-'), { leavesOutWrongRows: 'true' });
  expect(run.preview).toMatchObject({ findings: { errors: 0, wrongRows: 2 }, leavesOutWrongRows: true });
  const { body: back } = await leaveOut(run, false);
  expect(back.preview).toMatchObject({ findings: { errors: 2, wrongRows: 2 }, leavesOutWrongRows: false });
});

test('What is wrong with the file as a whole cannot be left out', async () => {
  const plan = ['Produkt;Sachkonto;Ansatz 2026', '1.1;4291000;100,00', '1.2;4291000;folgt', 'Summe;;250,00'].join('\n');
  const run = (await upload(finance, plan, { kind: 'plan_lines' })).body as ImportRun;
  expect(run.preview?.findings).toMatchObject({ wrongRows: null });
  const { body: without } = await leaveOut(run, true);
  expect(without.preview.findings.byCode).toContainEqual({ code: 'TOTAL_ROW_DIFFERS', severity: 'error', count: 1 });
  expect((await tryCommit(without)).status).toBe(409);
});

test('A file of which no row can be read has nothing left to take over', async () => {
  const run = await read([HEAD, '4S.1;2026;31.02.2026;1,00;Z-1;x', '4S.1;2026;30.02.2026;2,00;Z-2;y'].join('\n'));
  expect(run.preview?.findings).toMatchObject({ errors: 2, wrongRows: null });
});

test('The list is narrowed by what a file holds, how it stands, who brought it and when; the limit is the true one', async () => {
  const list = async (query: string): Promise<number> =>
    (await finance.get(`/api/v1/imports?limit=100&${query}`)).body.rows.length;
  const all = await list('');
  const [plans, undone] = [await list('kind=plan_lines'), await list('state=undone')];
  expect([plans, undone]).toEqual([1, 1]);
  const [row] = (await finance.get('/api/v1/imports?limit=1')).body.rows as readonly ImportListRow[];
  const [name = '', day = ''] = [row?.createdByName, row?.createdAt.slice(0, 10)];
  expect(await list(`by=${encodeURIComponent(name.slice(1, 5).toUpperCase())}&from=${day}&to=${day}`)).toBe(all);
  expect([await list('by=%25'), await list('to=2020-01-01'), await list(`from=2099-01-01`)]).toEqual([0, 0, 0]);
  expect((await finance.get('/api/v1/imports?state=alles')).body.code).toBe('QUERY_INVALID');
  expect((await finance.get('/api/v1/imports/limits')).body).toEqual({ fileBytes: 67_108_864, files: 200 });
});

test('A city of pounds reads of pounds, in the list of errors and in every refusal', async () => {
  await asOwner(app, (owner) =>
    owner.query(`UPDATE tenant SET currency = 'GBP' WHERE tenant_id = $1`, [city.tenantId]),
  );
  const plan = ['Produkt;Sachkonto;Ansatz 2026', '1.1;4291000;100,00', '1.2;4291000;50,00', 'Summe;;250,00'].join('\n');
  const run = (await upload(finance, plan, { kind: 'plan_lines' })).body as ImportRun;
  const errors = (await finance.get(`/api/v1/imports/${run.id}/errors.csv`)).body as string;
  expect(errors).toContain('Die Summenzeile nennt 250,00\u00a0£');
  expect(errors).not.toContain('€');
  const { body } = await finance.post('/api/v1/budget/movements', {
    lineId,
    fiscalYear: 2026,
    kind: 'commitment',
    amountCents: 100_001,
    bookedOn: '2026-10-05',
    text: 'Switch',
  });
  expect([body.code, body.detail]).toEqual(['BUDGET_EXCEEDED', expect.stringContaining('1.000,00\u00a0£')]);
  for (const file of [
    'lines.csv?fiscalYear=2026',
    'provisional.csv?fiscalYear=2026',
    `lines/${lineId}/movements?fiscalYear=2026&as=csv`,
  ]) {
    const [head = ''] = ((await finance.get(`/api/v1/budget/${file}`)).body as string).split('\r\n');
    expect([file, /Betrag in (?:£|Pfund)|Ansatz in £/.test(head), /€|Euro/.test(head)]).toEqual([file, true, false]);
  }
});
