import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { unzipped } from '../../test/table-cells';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let second: HttpClient;

const PLANTED = 'INTERN-4711 nicht weitergeben';

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await plantYear(app, city);
  await plantBudget(app, city);
  const lines = await plantLines(app, city, [
    { number: 'N.1', name: '<b>Netz</b>', movements: [{ kind: 'actual', amountCents: 4_711_00, text: PLANTED }] },
  ]);
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
  // Notes wherever people may leave one.
  await finance.post('/api/v1/budget/notes', { subjectType: 'budget_line', subjectId: lines['N.1'], text: PLANTED });
  await asOwner(app, (owner) =>
    owner.query(`UPDATE budget_line SET explanation = $2 WHERE tenant_id = $1`, [city.tenantId, PLANTED]),
  );
});
afterAll(() => app.stop());

async function released(isPublic: boolean): Promise<string> {
  const frozen = await finance.post('/api/v1/snapshots', { fiscalYear: BUDGET_YEAR, isPublic, remark: PLANTED });
  expect(frozen.status).toBe(201);
  expect((await second.post(`/api/v1/snapshots/${frozen.body.id}/release`)).status).toBe(200);
  return frozen.body.id as string;
}
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}${path}`, { headers });

test('nothing is shown before something public is released, and what is for the bodies only never is', async () => {
  expect((await get('/oeffentlich/musterstadt')).status).toBe(404);
  await released(false);
  expect((await get('/oeffentlich/musterstadt')).status).toBe(404);
  const frozen = await finance.post('/api/v1/snapshots', { fiscalYear: BUDGET_YEAR, isPublic: true });
  const rejected = await second.post(`/api/v1/snapshots/${frozen.body.id}/reject`);
  expect([frozen.status, rejected.status]).toEqual([201, 200]);
  expect((await get('/oeffentlich/musterstadt')).status).toBe(404);
});

test('everybody reads the released figures; nothing internal, no name of a person, no script, no cookie', async () => {
  await released(true);
  const response = await get('/oeffentlich/musterstadt');
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('3.500.000');
  expect(text).toContain('unbekannt');
  expect(text).toContain('DMS-Ausbau');
  for (const inner of [PLANTED, 'INTERN', 'Test finance', '<script', '<b>Netz', city.tenantId]) {
    expect(text).not.toContain(inner);
  }
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(Buffer.byteLength(text)).toBeLessThan(40_000);
  const dated = await get('/oeffentlich/musterstadt/2026-10-05');
  expect([dated.status, await dated.text()]).toEqual([200, text]);
  expect((await get('/oeffentlich/musterstadt/barrierefreiheit')).status).toBe(200);
  expect((await get('/oeffentlich/stil.css')).headers.get('content-type')).toContain('text/css');
});

test('the page links its lines as open data: what the printed budget says too, to the cent, and nothing that people noted', async () => {
  const address = '/oeffentlich/musterstadt/2026-10-05/fiscal-data-package.zip';
  expect(await (await get('/oeffentlich/musterstadt')).text()).toContain(`href="${address}"`);
  const response = await get(address);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const files = await unzipped(bytes);
  const table: Record<string, string>[] = parse(String(files['data/budget-2026.csv']), { columns: true });
  const { body: live } = await finance.get(`/api/v1/budget/lines?fiscalYear=${BUDGET_YEAR}&limit=100`);
  const framed = live.rows.filter(({ frame }: { frame: string | null }) => frame !== null);
  expect(table.map(({ budget_line_id: id, executed }) => [id, executed])).toEqual(
    framed.map((row: { number: string; actualCents: number }) => [row.number, (row.actualCents / 100).toFixed(2)]),
  );
  for (const inner of [PLANTED, 'INTERN', 'Test finance', city.tenantId]) {
    expect(Object.values(files).join('')).not.toContain(inner);
  }
  const again = await get(address, { 'if-none-match': response.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  expect((await get('/oeffentlich/musterstadt/2026-01-01/fiscal-data-package.zip')).status).toBe(404);
});

test('the statement says whom to write to: honestly while nothing is entered, and with a link once it is', async () => {
  const address = '/oeffentlich/musterstadt/barrierefreiheit';
  const before = await (await get(address)).text();
  expect(before).toContain('noch keine Ansprechstelle eingetragen');
  expect(before).toContain('Ihre Anschrift ist hier noch nicht eingetragen.');
  const admin = await loginAs(app, 'admin');
  const office = {
    name: 'Amt <7>',
    address: 'Markt 1\n1234 Musterstadt',
    email: 'barrierefrei@musterstadt.example',
    source: 'Impressum, gelesen am 05.10.2026',
    version: 0,
  };
  for (const kind of ['city', 'enforcement']) {
    expect((await admin.put(`/api/v1/settings/public-contacts/${kind}`, office)).status).toBe(200);
  }
  app.clock.set(new Date(app.clock.now().getTime() + 2000));
  const text = await (await get(address)).text();
  expect(text).not.toContain('noch keine');
  expect(text).toContain('Amt &lt;7&gt;<br />');
  expect(text).toMatch(/1234 Musterstadt<br \/>/);
  expect(text).toContain('Angaben nach: Impressum, gelesen am 05.10.2026');
  const mail = new URL(/href="(mailto:[^"]+)"/.exec(text)?.[1] ?? '');
  expect([mail.pathname, mail.searchParams.get('subject')]).toEqual([
    office.email,
    'Rückmeldung zur öffentlichen Seite IT im Haushalt, Musterstadt',
  ]);
  const [, place] = /href="[^"]*barrierefreiheit#([^"]+)"/.exec(text) ?? [];
  expect(text).toContain(`<h2 id="${place}">Wem schreibe ich`);
});

test('a page is kept by its content, and asked again only costs a header', async () => {
  const first = await get('/oeffentlich/musterstadt');
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toContain('public');
  const again = await get('/oeffentlich/musterstadt', { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('given again from memory it is the same answer, header by header but for its own number', async () => {
  const address = '/oeffentlich/musterstadt';
  const stable = ({ headers }: Response): object =>
    Object.fromEntries([...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)));
  await get(address);
  // A question mark goes the usual way.
  const [usual, early] = [await get(`${address}?neu`), await get(address)];
  expect(stable(early)).toEqual(stable(usual));
  expect(early.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(early.headers.get('x-request-id')).not.toBe((await get(address)).headers.get('x-request-id'));
  expect(await early.text()).toBe(await usual.text());
  const known = { 'if-none-match': usual.headers.get('etag') ?? '' };
  const [usualSame, earlySame] = [await get(`${address}?neu`, known), await get(address, known)];
  expect([earlySame.status, stable(earlySame)]).toEqual([304, stable(usualSame)]);
  expect((await fetch(`${app.url}${address}`, { method: 'POST' })).status).toBe(404);
});

test('whatever is asked for, the answer is a page that says so', async () => {
  for (const path of ['nachbarstadt', 'MUSTERSTADT', "x'--", 'musterstadt/2026-02-30', 'musterstadt/..%2f..', '%00']) {
    const response = await get(`/oeffentlich/${path}`);
    expect([path, response.status < 500, response.status >= 400]).toEqual([path, true, true]);
  }
});

test('the role of the page sees released public snapshots and nothing else of the database', async () => {
  const anybody = new Client({ connectionString: app.database.publicUrl });
  await anybody.connect();
  try {
    const seen = await anybody.query(`SELECT state, is_public FROM snapshot`);
    expect(seen.rows).toEqual([{ state: 'released', is_public: true }]);
    for (const sql of [
      `SELECT content FROM snapshot`,
      `SELECT prepared_by FROM snapshot`,
      `SELECT changed_by FROM public_contact`,
      `SELECT * FROM movement`,
      `SELECT * FROM person`,
      `SELECT * FROM tenant`,
      `SELECT * FROM council_paper`,
      `UPDATE snapshot SET is_public = false`,
      `DELETE FROM snapshot`,
    ]) {
      await expect(anybody.query(sql)).rejects.toThrow(/permission denied/);
    }
  } finally {
    await anybody.end();
  }
});

test('one address may not take it all: after too many requests it waits, others do not notice', async () => {
  const answers = await Promise.all(Array.from({ length: 260 }, () => get('/oeffentlich/stil.css')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(10);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  app.clock.set(new Date(app.clock.now().getTime() + 61_000));
  expect((await get('/oeffentlich/stil.css')).status).toBe(200);
});
