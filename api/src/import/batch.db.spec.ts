import type { ImportBatch } from '@etatlotse/contracts/import/plain';
import type { HttpClient } from '../../test/http-client';
import { commit, commitBatch, upload, uploadBatch, whenBatchAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { plantYear } from '../../test/budget-city';
import { addLine } from '../../test/ledger-builder';
import { zipFile } from '../../test/zip-file';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const HEADER = 'Produkt;Sachkonto;Ansatz 2027\n';
const plan = (product: string, amount: string): string => `${HEADER}${product};4271001;${amount}\n`;
const file = (name: string, content: string): { name: string; content: string } => ({ name, content });

async function read(files: readonly { name: string; content: string | Buffer }[]): Promise<ImportBatch> {
  const { status, body } = await uploadBatch(finance, files);
  expect([status, body.isWorking]).toEqual([202, true]);
  return whenBatchAtRest(finance, body.id);
}

async function planned(): Promise<number> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query(`SELECT coalesce(sum(amount_cents), 0) AS cents FROM plan_amount WHERE tenant_id = $1`, [
      city.tenantId,
    ]),
  );
  return Number(rows[0].cents);
}

const files = (batch: ImportBatch): { importId: string; previewHash: string | null }[] =>
  batch.runs.map(({ id, previewHash }) => ({ importId: id, previewHash }));

test('Files that come together are added up together and committed together', async () => {
  const batch = await read([file('a.csv', plan('1.1', '100,00')), file('b.csv', plan('1.2', '200,00'))]);
  expect(batch).toMatchObject({
    name: 'a.csv',
    isReady: true,
    counts: { rows: 2, errors: 0, questions: 0 },
    groups: [{ fiscalYear: 2027, phase: 'plan', direction: 'expense', amounts: 2, totalCents: 30_000 }],
    createdByName: 'Test finance',
  });
  expect(batch.runs.map(({ sumCents }) => sumCents)).toEqual([10_000, 20_000]);
  expect(await planned()).toBe(0);
  const done = await commitBatch(finance, batch);
  expect(done.runs.map(({ state, batchId }) => [state, batchId])).toEqual(Array(2).fill(['committed', batch.id]));
  expect(await planned()).toBe(30_000);
});

test('A file with an error holds the others; taken out of the batch, it does not', async () => {
  const before = await planned();
  const batch = await read([
    file('gut.csv', plan('2.1', '10,00')),
    file('schlecht.csv', `${plan('2.2', '1,00')}2.3;4271001;2,00\n2.4;4271001;3,00\n2.5;4271001;zehn\n`),
  ]);
  expect([batch.isReady, batch.counts.errors]).toEqual([false, 1]);
  const refused = await finance.post(`/api/v1/import-batches/${batch.id}/commit`, { files: files(batch) });
  expect([refused.status, refused.body.code, refused.body.fileName]).toEqual([
    409,
    'IMPORT_HAS_ERRORS',
    'schlecht.csv',
  ]);
  expect(await planned()).toBe(before);

  const bad = batch.runs.find(({ fileName }) => fileName === 'schlecht.csv');
  expect((await finance.post(`/api/v1/imports/${bad?.id}/cancel`)).status).toBe(202);
  const left = await whenBatchAtRest(finance, batch.id);
  expect([left.isReady, left.counts]).toMatchObject([true, { rows: 1, errors: 0 }]);
  await commitBatch(finance, left);
  expect(await planned()).toBe(before + 1_000);
});

test('A file that cannot be read at all fails by itself and says why', async () => {
  const batch = await read([file('gut.csv', plan('3.1', '10,00')), file('offen.csv', `${HEADER}3.2;"4271001;1,00\n`)]);
  expect(
    batch.runs.map(({ fileName, state, failureCode, hasFile }) => [fileName, state, failureCode, hasFile]),
  ).toEqual([
    ['gut.csv', 'previewed', null, true],
    ['offen.csv', 'failed', 'CSV_QUOTE', false],
  ]);
  expect((await commitBatch(finance, batch)).runs[0]?.state).toBe('committed');
});

test('All or none: when the city has changed for one file, no file is taken over', async () => {
  const before = await planned();
  const batch = await read([file('eins.csv', plan('4.1', '10,00')), file('zwei.csv', plan('4.2', '20,00'))]);
  // In between somebody takes over a file that describes one of the lines.
  await commit(finance, (await upload(finance, plan('4.2', '5,00'), { kind: 'plan_lines' })).body);
  const refused = await commitBatch(finance, batch);
  expect([refused.failureCode, refused.failureParams]).toEqual(['IMPORT_PREVIEW_CHANGED', { fileName: 'zwei.csv' }]);
  expect(refused.runs.map(({ state }) => state)).toEqual(['previewed', 'previewed']);
  expect(await planned()).toBe(before + 500);
});

test('A ZIP is unpacked; what is said of one file holds for those with the same headers', async () => {
  const bookings = (account: string): string => `Sachkonto;Betrag;Beleg;Lieferant\n${account};12,50;R1;Müller\n`;
  const parts = [
    file('2026/eins.csv', bookings('4271001')),
    file('2026/zwei.csv', bookings('4291001')),
    file('plan.csv', plan('5.1', '1,00')),
  ];
  const batch = await read([{ name: 'nacht.zip', content: zipFile(parts) }]);
  expect(batch.runs.map(({ fileName, kind, counts }) => [fileName, kind, counts?.questions])).toEqual([
    ['eins.csv', 'bookings', 1],
    ['zwei.csv', 'bookings', 1],
    ['plan.csv', 'plan_lines', 0],
  ]);
  const [first] = batch.runs;
  const answers = [{ id: 'DATE_MISSING', value: '2026-03-31' }];
  const changed = await finance.put(`/api/v1/imports/${first?.id}/mapping`, {
    version: first?.version,
    answers,
    forBatch: true,
  });
  expect(changed.status).toBe(202);
  const answered = await whenBatchAtRest(finance, batch.id);
  expect([answered.isReady, answered.counts.questions]).toEqual([true, 0]);

  const { body } = await finance.get(`/api/v1/imports/${first?.id}`);
  const mapping = { ...body.preview.mapping, assumedDay: '2026-04-30' };
  await finance.put(`/api/v1/imports/${first?.id}/mapping`, { version: body.version, mapping, forBatch: true });
  const mapped = await whenBatchAtRest(finance, batch.id);
  const days = await Promise.all(
    mapped.runs.map(async ({ id }) => (await finance.get(`/api/v1/imports/${id}`)).body.preview),
  );
  expect(days.map((preview) => [preview.mappingSource, preview.mapping.assumedDay])).toEqual([
    ['person', '2026-04-30'],
    ['person', '2026-04-30'],
    ['detected', null],
  ]);
});

test.each([
  [
    'the same content twice',
    [file('a.csv', plan('6.1', '1,00')), file('b.csv', plan('6.1', '1,00'))],
    409,
    'BATCH_FILE_TWICE',
  ],
  [
    'a ZIP of nothing that holds a table',
    [{ name: 'a.zip', content: zipFile([file('a.exe', 'MZ')]) }],
    422,
    'FILE_TYPE',
  ],
  ['a program in a ZIP', [{ name: 'a.zip', content: zipFile([file('a.csv', 'MZ\u0000')]) }], 422, 'FILE_TYPE'],
  [
    'a name that leads out of the ZIP',
    [{ name: 'a.zip', content: zipFile([file('../a.csv', 'x')]) }],
    422,
    'FILE_PATH',
  ],
  ['no file', [], 422, 'FILE_REQUIRED'],
])('A batch with %s is refused, and nothing is kept', async (_name, content, status, code) => {
  const traces = async (): Promise<unknown> => {
    const { rows } = await asOwner(app, (owner) =>
      owner.query(`SELECT (SELECT count(*) FROM import_chunk) AS chunks, (SELECT count(*) FROM import_run) AS runs,
        (SELECT count(*) FROM import_batch) AS batches`),
    );
    return rows[0];
  };
  const before = await traces();
  const answer = await uploadBatch(finance, content);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await traces()).toEqual(before);
});

test('A single upload says where a ZIP belongs', async () => {
  const answer = await upload(finance, zipFile([file('a.csv', 'x'), file('b.csv', 'y')]), { fileName: 'a.zip' });
  expect([answer.status, answer.body.code]).toEqual([422, 'FILE_ARCHIVE']);
});

test('A batch that is cancelled leaves nothing', async () => {
  const batch = await read([file('x.csv', plan('7.1', '1,00')), file('y.csv', plan('7.2', '2,00'))]);
  const { body } = await finance.post(`/api/v1/import-batches/${batch.id}/cancel`);
  expect(body.runs.map(({ state, hasFile }: { state: string; hasFile: boolean }) => [state, hasFile])).toEqual([
    ['cancelled', false],
    ['cancelled', false],
  ]);
  const again = await finance.post(`/api/v1/import-batches/${batch.id}/cancel`);
  expect([again.status, again.body.code]).toEqual([409, 'IMPORT_STATE']);
});

test('Only finance brings batches in; the auditor reads; another city finds nothing', async () => {
  const batch = await read([file('z.csv', plan('8.1', '1,00'))]);
  expect((await uploadBatch(await loginAs(app, 'clerk'), [file('z.csv', plan('8.2', '1,00'))])).status).toBe(403);
  const auditor = await loginAs(app, 'auditor');
  expect((await auditor.get(`/api/v1/import-batches/${batch.id}`)).status).toBe(200);
  expect((await auditor.post(`/api/v1/import-batches/${batch.id}/commit`, { files: [] })).status).toBe(403);
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await neighbour.get(`/api/v1/import-batches/${batch.id}`)).status).toBe(404);
  expect((await neighbour.post(`/api/v1/import-batches/${batch.id}/cancel`)).status).toBe(404);
  const taken = await neighbour.post(`/api/v1/import-batches/${batch.id}/commit`, { files: files(batch) });
  expect(taken.status).toBe(404);
});

test('The same key sends the same batch once', async () => {
  const send = async (): Promise<{ id: string }> => {
    const form = new FormData();
    form.set('file', new Blob([plan('9.1', '1,00')]), 'k.csv');
    const headers = { 'idempotency-key': 'stapel-der-nacht' };
    return (await finance.send('/api/v1/import-batches', { method: 'POST', body: form, headers })).body;
  };
  const [first, second] = [await send(), await send()];
  expect(second.id).toBe(first.id);
  const batch = await whenBatchAtRest(finance, first.id);
  expect(batch.runs).toHaveLength(1);
});

describe('A batch that was the wrong one', () => {
  const booking = (line: string, amount: string, number: string): string =>
    `Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text\n${line};2026;05.05.2026;${amount};${number};Kabel\n`;
  const undoAll = (id: string, reason = 'Falsche Dateien') =>
    finance.post(`/api/v1/import-batches/${id}/undo`, { reason });
  const spent = async (): Promise<{ cents: number; rows: number }> => {
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT coalesce(sum(amount_cents), 0)::integer AS cents, count(*)::integer AS rows FROM movement
         WHERE tenant_id = $1 AND source = 'import' AND kind = 'actual'`,
        [city.tenantId],
      ),
    );
    return rows[0];
  };

  test('is taken back as a whole: both directions stay visible and add up to 0.00', async () => {
    await plantYear(app, city);
    await addLine(app, city, { number: 'STAPEL.1', appropriationCents: 100_000 });
    const batch = await read([
      file('mai.csv', booking('STAPEL.1', '100,00', 'R-1')),
      file('juni.csv', booking('STAPEL.1', '20,00', 'R-2')),
    ]);
    await commitBatch(finance, batch);
    expect(await spent()).toEqual({ cents: 12_000, rows: 2 });
    expect((await undoAll(batch.id)).status).toBe(202);
    const after = await whenBatchAtRest(finance, batch.id);
    expect(after.runs.map(({ state }) => state)).toEqual(['undone', 'undone']);
    expect(await spent()).toEqual({ cents: 0, rows: 4 });
    const run = (await finance.get(`/api/v1/imports/${batch.runs[0]?.id}`)).body;
    expect(run).toMatchObject({ undoReason: 'Falsche Dateien' });
    expect((await undoAll(batch.id)).body.code).toBe('IMPORT_STATE');
  });

  test('stays whole where one file cannot go, and says which and why', async () => {
    const batch = await read([
      file('plan.csv', plan('7.1', '10,00')),
      file('juli.csv', booking('STAPEL.1', '30,00', 'R-3')),
    ]);
    await commitBatch(finance, batch);
    const before = await spent();
    await asOwner(app, (owner) =>
      owner.query(`UPDATE plan_version SET state = 'adopted' WHERE tenant_id = $1 AND import_id = $2`, [
        city.tenantId,
        batch.runs.find(({ fileName }) => fileName === 'plan.csv')?.id,
      ]),
    );
    await undoAll(batch.id);
    const after = await whenBatchAtRest(finance, batch.id);
    expect(after).toMatchObject({
      failureCode: 'IMPORT_UNDO_BLOCKED',
      failureParams: { reason: 'plan_version_adopted', fileName: 'plan.csv' },
    });
    expect(after.runs.map(({ state }) => state)).toEqual(['committed', 'committed']);
    expect(await spent()).toEqual(before);
  });

  test('of another city does not exist', async () => {
    const batch = await read([file('z.csv', plan('8.1', '1,00'))]);
    await commitBatch(finance, batch);
    const other = await loginAs(app, 'finance', await createCity(app, 'dritte', 'Dritte Stadt'));
    expect((await other.post(`/api/v1/import-batches/${batch.id}/undo`, {})).status).toBe(404);
  });
});
