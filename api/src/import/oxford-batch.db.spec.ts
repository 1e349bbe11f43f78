import type { ImportBatch, ImportListRow } from '@etatlotse/contracts/import/plain';
import type { HttpClient } from '../../test/http-client';
import { commitBatch, describeWith, sharedFiles, undo, uploadBatch, whenBatchAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { zipFile } from '../../test/zip-file';

const OXFORD = sharedFiles('.csv', 'data', 'gb-oxford-spend');
/** 61,528 payments; one further row has the text "xxx" and no amount. */
const TOTAL_CENTS = 22_821_015_540;
const YEARS: Readonly<Record<string, number>> = {
  '2014': 5_840_214_598,
  '2015': 5_108_960_873,
  '2016': 5_598_970_189,
  '2017': 5_838_893_295,
  '2018': 433_976_585,
};

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function oxford(slug: string): Promise<{ city: City; finance: HttpClient }> {
  const city = await createCity(app, slug, 'Oxford');
  await asOwner(app, (owner) =>
    owner.query(`UPDATE tenant SET currency = 'GBP' WHERE tenant_id = $1`, [city.tenantId]),
  );
  return { city, finance: await loginAs(app, 'finance', city) };
}

/** What the ledger says was spent, by year. */
async function spentIn(city: City): Promise<Record<string, number>> {
  const rows = await asOwner(app, async (owner) => {
    const found = await owner.query<{ year: string; cents: string }>(
      `SELECT fiscal_year AS year, sum(amount_cents) AS cents FROM movement WHERE tenant_id = $1 AND kind = 'actual' GROUP BY 1`,
      [city.tenantId],
    );
    return found.rows;
  });
  return Object.fromEntries(rows.map(({ year, cents }) => [year, Number(cents)]));
}

const sumOf = (batch: ImportBatch): number => batch.groups.reduce((sum, { totalCents }) => sum + totalCents, 0);
const runOf = (batch: ImportBatch, part: string): ImportListRow => {
  const run = batch.runs.find(({ fileName }) => fileName.includes(part));
  if (run === undefined) throw new Error(`There is no file ${part}.`);
  return run;
};

const files = OXFORD === null ? null : Buffer.from('shared');

describeWith(files, 'Oxford, seventeen quarters with ten headers as one ZIP into a city of pounds', () => {
  let city: City;
  let finance: HttpClient;
  let batch: ImportBatch;

  beforeAll(async () => {
    ({ city, finance } = await oxford('oxford'));
    const parts = (OXFORD ?? []).map(({ name, content }) => ({ name: `data/${name}`, content }));
    const answer = await uploadBatch(finance, [{ name: 'oxford.zip', content: zipFile(parts) }]);
    expect([answer.status, answer.body.runs.length, answer.body.isWorking]).toEqual([202, 17, true]);
    batch = await whenBatchAtRest(finance, answer.body.id);
  }, 120_000);

  test('Every file was understood by itself; only the one without days is asked about', () => {
    expect(batch.runs.map(({ state, kind }) => [state, kind])).toEqual(Array(17).fill(['previewed', 'bookings']));
    const open = batch.runs.filter(({ counts }) => (counts?.questions ?? 0) > 0);
    expect(open.map(({ fileName }) => fileName)).toEqual(['expenditure-over-500-apr-jun-2014.csv']);
    expect([batch.isReady, batch.counts.rows, batch.counts.questions]).toEqual([false, 61_528, 1]);
  });

  test('The row without an amount is named with what stands in it', async () => {
    const { body } = await finance.get(`/api/v1/imports/${runOf(batch, 'jan-mar-2014').id}`);
    expect(body.preview.findings.errors + body.preview.findings.warnings).toBeGreaterThan(0);
    const list = await finance.get(`/api/v1/imports/${body.id}/errors.csv`);
    expect(list.body).toContain('xxx');
  });

  test('Nothing is committed while a question is open', async () => {
    const seen = batch.runs.map(({ id, previewHash }) => ({ importId: id, previewHash }));
    const answer = await finance.post(`/api/v1/import-batches/${batch.id}/commit`, { files: seen });
    expect([answer.status, answer.body.code]).toEqual([409, 'IMPORT_HAS_QUESTIONS']);
    const few = await finance.post(`/api/v1/import-batches/${batch.id}/commit`, { files: seen.slice(1) });
    expect([few.status, few.body.code]).toEqual([409, 'BATCH_INCOMPLETE']);
  });

  test('Answered with the last day of the quarter, all files together give the payments of the city', async () => {
    const asked = runOf(batch, 'apr-jun-2014');
    const { body: before } = await finance.get(`/api/v1/imports/${asked.id}`);
    const [question] = before.preview.questions;
    expect(question).toMatchObject({ code: 'DATE_MISSING' });
    const change = { version: asked.version, answers: [{ id: question.id, value: '2014-06-30' }] };
    const answer = await finance.put(`/api/v1/imports/${asked.id}/mapping`, change);
    expect([answer.status, answer.body.preview.questions]).toEqual([200, []]);
    batch = await whenBatchAtRest(finance, batch.id);
    expect(sumOf(batch)).toBe(TOTAL_CENTS);
    // One payment is of 0.00 and changes nothing.
    expect([batch.counts.rows, batch.groups.reduce((sum, { amounts }) => sum + amounts, 0)]).toEqual([61_528, 61_527]);
    const byYear = new Map<string, number>();
    for (const { fiscalYear, totalCents } of batch.groups) {
      byYear.set(String(fiscalYear), (byYear.get(String(fiscalYear)) ?? 0) + totalCents);
    }
    expect(Object.fromEntries(byYear)).toEqual(YEARS);
    expect(batch.isReady).toBe(true);
  });
  test('Committed together, the ledger holds them to the penny, and the proof is zero', async () => {
    batch = await commitBatch(finance, batch);
    expect(batch.runs.map(({ state, failureCode }) => [state, failureCode])).toEqual(
      Array(17).fill(['committed', null]),
    );
    expect(await spentIn(city)).toEqual(YEARS);
    const { body } = await finance.get('/api/v1/reconciliation?fiscalYear=2015');
    expect([body.differenceCents, body.movements > 10_000]).toEqual([0, true]);
  }, 120_000);

  test('The same ZIP again is recognised', async () => {
    const again = (OXFORD ?? []).slice(0, 2);
    const answer = await uploadBatch(finance, again);
    expect([answer.status, answer.body.code, answer.body.date]).toEqual([409, 'FILE_ALREADY_IMPORTED', '05.10.2026']);
  });

  test('One quarter taken back leaves the others, and says why', async () => {
    const quarter = runOf(batch, 'jan-mar-2018');
    const run = await undo(finance, quarter.id, 'Quartal noch nicht vollständig');
    expect([run.state, run.undoReason]).toEqual(['undone', 'Quartal noch nicht vollständig']);
    const { '2018': _, ...others } = YEARS;
    expect(await spentIn(city)).toEqual({ ...others, '2018': 0 });
  }, 60_000);
});

describeWith(files, 'Oxford, the same quarters as seventeen files', () => {
  test('come in alike', async () => {
    const { city, finance } = await oxford('oxford-teile');
    const answer = await uploadBatch(finance, OXFORD ?? [], { kind: 'bookings', name: 'Oxford 2014 bis 2018' });
    const read = await whenBatchAtRest(finance, answer.body.id);
    expect([read.name, read.runs.length, read.counts.questions]).toEqual(['Oxford 2014 bis 2018', 17, 1]);
    const asked = runOf(read, 'apr-jun-2014');
    const change = { version: asked.version, answers: [{ id: 'DATE_MISSING', value: '2014-06-30' }], forBatch: true };
    expect((await finance.put(`/api/v1/imports/${asked.id}/mapping`, change)).status).toBe(200);
    const done = await commitBatch(finance, await whenBatchAtRest(finance, read.id));
    expect(done.failureCode).toBeNull();
    expect(await spentIn(city)).toEqual(YEARS);
  }, 180_000);
});
