import type { ImportRun } from '@etatlotse/contracts/import/plain';
import writeExcelFile from 'write-excel-file/node';
import type { Answer, HttpClient } from '../../test/http-client';
import { commit, upload } from '../../test/import-files';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { UploadCleaner } from './upload-cleaner';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const change = (run: Pick<ImportRun, 'id' | 'version'>, said: object): Promise<Answer> =>
  finance.put(`/api/v1/imports/${run.id}/mapping`, { version: run.version, ...said });

const PLAN =
  'Produkt;Bezeichnung;Sachkonto;Ansatz 2027\n11.1.01;Steuerung;4271001;1.200,00\n11.1.02;Netze;4291001;800,00\n';

async function previewed(content: string | Buffer, fileName = 'plan.csv'): Promise<ImportRun> {
  const { status, body } = await upload(finance, content, { fileName });
  expect([status, body.state]).toEqual([200, 'previewed']);
  return body;
}

describe('What a person is shown of a file', () => {
  test('is how it stands in the file, how it was understood and why, and what it brings by year, kind and sphere', async () => {
    const { kind, preview, counts, hasFile } = await previewed(`Stadt Musterhausen;;;\n\n${PLAN};;Summe;2.000,00\n`);
    expect([kind, hasFile, counts]).toMatchObject(['plan_lines', true, { rows: 2, errors: 0, questions: 0 }]);
    expect(preview).toMatchObject({
      format: 'csv',
      mappingSource: 'detected',
      profileName: null,
      mapping: { headerRows: [3], firstDataRow: 4, keyFields: expect.any(Array) },
      totals: [{ column: 'Ansatz 2027', sumCents: 200_000, printedCents: 200_000, differenceCents: 0 }],
      groups: [{ fiscalYear: 2027, phase: 'plan', direction: 'expense', sphere: 'operating', totalCents: 200_000 }],
    });
    expect(preview?.firstRows.slice(0, 2)).toEqual([
      { row: 1, cells: ['Stadt Musterhausen', '', '', ''] },
      { row: 3, cells: ['Produkt', 'Bezeichnung', 'Sachkonto', 'Ansatz 2027'] },
    ]);
    expect(preview?.evidence.map(({ aspect }) => aspect)).toEqual(
      expect.arrayContaining(['header', 'columns', 'accounts']),
    );
  });

  test('counts a line once that stands on one row with its plan and on another with what was spent', async () => {
    const table = (net: string): string =>
      'Produkt;Produktbezeichnung;Sachkonto;Jahr;Art;Betrag\n' +
      `11.1.51;Netze;4271001;2025;Ist;70,00\n11.1.51;${net};4271001;2027;Plan;90,00\n11.1.52;Telefon;4271001;2027;Plan;5,00\n`;
    const run = await previewed(table('Netze'));
    expect(run.preview?.effects).toMatchObject({ linesCreated: 2, linesUpdated: 0, planAmounts: 2, movements: 1 });
    expect((await commit(finance, run)).state).toBe('committed');
    const linesOf = (): Promise<unknown[]> =>
      asOwner(app, async (owner) => {
        const sql = `SELECT product, product_name AS name, version FROM budget_line WHERE import_id = $1 ORDER BY 1`;
        return (await owner.query(sql, [run.id])).rows;
      });
    expect(await linesOf()).toEqual([
      { product: '11.1.51', name: 'Netze', version: 1 },
      { product: '11.1.52', name: 'Telefon', version: 1 },
    ]);

    // Where the rows of a line disagree, the first one says what it is called: the same in the preview and afterwards.
    const again = await previewed(table('Datennetze'), 'plan-neu.csv');
    expect(again.preview?.effects).toMatchObject({ linesCreated: 0, linesUpdated: 0 });
    expect((await commit(finance, again)).state).toBe('committed');
    expect(await linesOf()).toContainEqual({ product: '11.1.51', name: 'Netze', version: 1 });
  });
});

describe('A file is read another way', () => {
  test('A question is answered, the preview and its hash are new, and then it can be committed', async () => {
    const content = 'Sachkonto;Betrag;Text\n4271001;12,50;Maus\n';
    const { body: asked } = await upload(finance, content, { kind: 'bookings', fileName: 'buchungen.csv' });
    expect(asked.preview?.questions).toMatchObject([{ code: 'DATE_MISSING' }]);
    const early = await finance.post(`/api/v1/imports/${asked.id}/commit`, { previewHash: asked.previewHash });
    expect([early.status, early.body.code, early.body.count]).toEqual([409, 'IMPORT_HAS_QUESTIONS', 1]);

    const answers = [{ id: asked.preview.questions[0].id, value: '2026-03-31' }];
    const { status, body } = await change(asked, { answers });
    expect([status, body.preview.questions, body.preview.mapping.assumedDay]).toEqual([200, [], '2026-03-31']);
    expect(body.previewHash).not.toBe(asked.previewHash);
    const old = await finance.post(`/api/v1/imports/${asked.id}/commit`, { previewHash: asked.previewHash });
    expect([old.status, old.body.code]).toEqual([409, 'IMPORT_PREVIEW_CHANGED']);
    expect((await commit(finance, body)).state).toBe('committed');
  });

  test('Rows that name a line again are asked about once, and added up where they are parts of it', async () => {
    const content =
      'Produkt;Sachkonto;Ansatz 2027\n11.1.21;4271001;100,00\n11.1.22;4271001;5,00\n11.1.21;4271001;20,50\nSumme;;125,50\n';
    const { body: asked } = await upload(finance, content, { fileName: 'mehrfach.csv' });
    expect([asked.state, asked.preview.questions]).toMatchObject([
      'previewed',
      [{ code: 'LINE_REPEATED', params: { count: 1, example: '11.1.21|4271001', row: 4, firstRow: 2 } }],
    ]);
    const early = await finance.post(`/api/v1/imports/${asked.id}/commit`, { previewHash: asked.previewHash });
    expect([early.status, early.body.code]).toEqual([409, 'IMPORT_HAS_QUESTIONS']);

    const { body: left } = await change(asked, { answers: [{ id: 'LINE_REPEATED', value: 'first' }] });
    expect(left.preview).toMatchObject({
      questions: [],
      totals: [{ sumCents: 10_500, differenceCents: 2050 }],
      effects: { linesCreated: 2, planAmounts: 2 },
    });
    const { body: added } = await change(left, { answers: [{ id: 'LINE_REPEATED', value: 'add' }] });
    expect(added.preview).toMatchObject({
      questions: [],
      findings: { errors: 0 },
      totals: [{ sumCents: 12_550, differenceCents: 0 }],
      effects: { linesCreated: 2, planAmounts: 2 },
    });
    expect((await commit(finance, added)).state).toBe('committed');
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT l.product, a.amount_cents::int AS cents FROM plan_amount a
         JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
         JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id
         WHERE v.import_id = $1 ORDER BY 1`,
        [asked.id],
      ),
    );
    expect(rows).toEqual([
      { product: '11.1.21', cents: 12_050 },
      { product: '11.1.22', cents: 500 },
    ]);
  });

  test('A report that names the product only above its rows brings the lines of each product', async () => {
    const content =
      'Sachkonto;Bezeichnung;Ansatz 2027\nProdukt 11.1.41 Zentrale IT;;\n4271001;Lizenzen;100,00\n4291001;Dienste;40,00\n' +
      'Produkt 11.1.42 Telefon;;\n4271001;Lizenzen;5,00\n';
    const run = await previewed(content, 'bericht.csv');
    expect(run.preview).toMatchObject({ questions: [], findings: { errors: 0 }, effects: { planAmounts: 3 } });
    // What was understood can be sent back as it is.
    const { body: same } = await change(run, { mapping: run.preview?.mapping });
    expect(same.preview).toMatchObject({ mappingSource: 'person', effects: { linesCreated: 3 } });
    expect((await commit(finance, same)).state).toBe('committed');
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT product, product_name AS name, account FROM budget_line WHERE import_id = $1 ORDER BY number`,
        [run.id],
      ),
    );
    expect(rows).toEqual([
      { product: '11.1.41', name: 'Zentrale IT', account: '4271001' },
      { product: '11.1.41', name: 'Zentrale IT', account: '4291001' },
      { product: '11.1.42', name: 'Telefon', account: '4271001' },
    ]);
  });

  test('A mapping that a person declares stands above everything; null goes back to detection', async () => {
    const run = await previewed(PLAN.replaceAll('4271001', '4271002'));
    const mapping = run.preview?.mapping;
    const declared = {
      ...mapping,
      unitFactor: 1000,
      plan: { title: 'Nachtrag 2027', firstYear: 2027, lastYear: 2027 },
    };
    const { body } = await change(run, { mapping: declared });
    expect(body.preview).toMatchObject({
      mappingSource: 'person',
      evidence: [],
      totals: [{ sumCents: 200_000_000 }],
      plan: { title: 'Nachtrag 2027' },
    });
    const back = await change(body, { mapping: null });
    expect(back.body.preview).toMatchObject({ mappingSource: 'detected', totals: [{ sumCents: 200_000 }] });
    expect(back.body.preview.evidence.length).toBeGreaterThan(3);
  });

  test('The same file as actuals brings what was spent and no plan', async () => {
    const run = await previewed('Produkt;Sachkonto;Ergebnis 2025;Ansatz 2026\n11.1.05;4271001;10,00;20,00\n');
    expect([run.kind, run.preview?.effects.planAmounts]).toEqual(['plan_lines', 1]);
    const { body } = await change(run, { kind: 'actuals' });
    expect([body.kind, body.preview.effects.planAmounts, body.preview.effects.movements]).toEqual(['actuals', 0, 1]);
  });

  test('Another sheet of a workbook', async () => {
    const sheet = (cents: number): { value: string | number }[][] => [
      [{ value: 'Produkt' }, { value: 'Sachkonto' }, { value: 'Ansatz 2027' }],
      [{ value: '11.1.07' }, { value: '4271001' }, { value: cents / 100 }],
    ];
    const content = await writeExcelFile([
      { data: [[{ value: 'Deckblatt' }]], sheet: 'Titel' },
      {
        data: [
          ...sheet(150),
          ...sheet(250)
            .slice(1)
            .map(([, account, amount]) => [{ value: '11.1.08' }, account, amount]),
        ],
        sheet: 'IT',
      },
      { data: sheet(990_000), sheet: 'Schulen' },
    ] as never).toBuffer();
    const run = await previewed(content, 'plan.xlsx');
    expect(run.preview).toMatchObject({ format: 'xlsx', sheetName: 'IT', totals: [{ sumCents: 400 }] });
    expect(run.preview?.sheets.map(({ name }) => name)).toEqual(['Titel', 'IT', 'Schulen']);
    const { body } = await change(run, { sheet: 'Schulen' });
    expect(body.preview).toMatchObject({ sheetName: 'Schulen', totals: [{ sumCents: 990_000 }] });

    const wrong = await change(body, { sheet: 'Gibt es nicht' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'SHEET_UNKNOWN']);
    const kept = await finance.get(`/api/v1/imports/${run.id}`);
    expect([kept.body.state, kept.body.previewHash]).toEqual(['previewed', body.previewHash]);

    // The second sheet of a file that came in before is no repetition.
    expect((await commit(finance, kept.body)).state).toBe('committed');
    const other = await upload(finance, content, { fileName: 'plan.xlsx', fields: { sheet: 'IT' } });
    expect(other.status).toBe(200);
    const same = await upload(finance, content, { fileName: 'plan.xlsx', fields: { sheet: 'Schulen' } });
    expect([same.status, same.body.code]).toEqual([409, 'FILE_ALREADY_IMPORTED']);
  });

  test('A mapping that is unsound, has another shape, or comes too late is refused, and the preview stays', async () => {
    const run = await previewed(PLAN.replaceAll('4271001', '4271003'));
    const mapping = run.preview?.mapping;
    if (mapping === undefined) throw new Error('There is no mapping.');
    const noAmount = mapping.columns.map((column) =>
      column.role === 'amount' ? { role: 'ignore', header: column.header } : column,
    );
    for (const [said, status, code] of [
      [{ mapping: { ...mapping, columns: noAmount } }, 422, 'MAPPING_NO_AMOUNT'],
      [{ mapping: { ...mapping, keyFields: [] } }, 422, 'MAPPING_KEY_MISSING'],
      [{ mapping: { ...mapping, more: 1 } }, 422, 'MAPPING_SHAPE'],
      [{ mapping: { ...mapping, columns: 'all' } }, 422, 'MAPPING_SHAPE'],
      [{ mapping: [] }, 422, 'MAPPING_SHAPE'],
      [{ answers: [{ id: 'KIND', value: 'x', more: 1 }] }, 422, 'FIELD_NOT_ALLOWED'],
      [{ kind: 'alles' }, 422, 'ENUM_INVALID'],
      [{ version: run.version + 1, kind: 'actuals' }, 409, 'VERSION_STALE'],
    ] as const) {
      const answer = await change(run, said);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    const now = (await finance.get(`/api/v1/imports/${run.id}`)).body;
    expect([now.previewHash, now.version]).toEqual([run.previewHash, run.version]);
    const done = await commit(finance, now);
    const late = await change(done, { kind: 'actuals' });
    expect([late.status, late.body.code, done.hasFile]).toEqual([409, 'IMPORT_STATE', false]);
  });
});

describe('Saved profiles', () => {
  let profile: { id: string; version: number };
  const odd = (amount: string): string => `Schlüssel;Was;Wert\n99-1;Server;${amount}\n99-2;Netz;2,00\n`;
  const idempotent = { 'idempotency-key': 'profil-der-fachsoftware' };

  test('A person maps a file that says nothing by itself, and keeps how', async () => {
    const run = await previewed(odd('1,00'), 'fach.csv');
    expect(run.preview?.questions.length).toBeGreaterThan(0);
    const refused = await finance.post(
      '/api/v1/import-profiles',
      { name: 'Fach', sourceSystem: 'Fachsoftware', importId: run.id },
      idempotent,
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'IMPORT_HAS_QUESTIONS']);
    const mapping = {
      ...run.preview?.mapping,
      kind: 'actuals',
      headerRows: [1],
      firstDataRow: 2,
      columns: [
        { role: 'field', header: 'Schlüssel', field: 'line', isRequired: true },
        { role: 'field', header: 'Was', field: 'productName', isRequired: false },
        { role: 'amount', header: 'Wert', fiscalYear: 2026, phase: 'actual', side: 'net' },
      ],
      keyFields: ['line'],
      direction: 'expense',
      accountFrame: 'unclassified',
      plan: null,
    };
    const mapped = await change(run, { mapping });
    expect([mapped.status, mapped.body.preview?.totals]).toMatchObject([200, [{ column: 'Wert', sumCents: 300 }]]);
    const body = { name: 'Fach', sourceSystem: 'Fachsoftware', importId: run.id };
    const saved = await finance.post('/api/v1/import-profiles', body, {
      'idempotency-key': 'profil-der-fachsoftware-2',
    });
    expect(saved.status).toBe(201);
    profile = saved.body;
    const again = await finance.post('/api/v1/import-profiles', body, {
      'idempotency-key': 'profil-der-fachsoftware-3',
    });
    expect([again.status, again.body.code]).toEqual([409, 'PROFILE_NAME_TAKEN']);
  });

  test('The next file of the system is read by it, its columns in any order, and says so', async () => {
    const next = await previewed('Wert;Schlüssel;Was\n7,00;99-1;Server\n', 'fach-2.csv');
    expect(next).toMatchObject({ profile: 'Fach', sourceSystem: 'Fachsoftware', kind: 'actuals' });
    expect(next.preview).toMatchObject({ mappingSource: 'profile', profileName: 'Fach', totals: [{ sumCents: 700 }] });
    expect(next.preview?.evidence).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'PROFILE_FITS' })]));
    const { body } = await finance.get('/api/v1/import-profiles');
    expect(body.rows).toMatchObject([
      {
        name: 'Fach',
        columns: ['Schlüssel', 'Was', 'Wert'],
        isAutomatic: false,
        ownerName: null,
        lastUsedAt: expect.any(String),
      },
    ]);
    const sources = await finance.get('/api/v1/imports/sources');
    expect(sources.body).toMatchObject({
      watchesFolder: false,
      rows: [{ sourceSystem: 'Fachsoftware', fileName: 'fach-2.csv', state: 'previewed', lastCommittedAt: null }],
    });
  });

  test('A profile keeps what was said about rows that name a line again, and does not ask next time', async () => {
    const rows = (amount: string): string =>
      `Produkt;Stelle;Sachkonto;Ansatz 2028\n11.1.31;A;4271001;${amount}\n11.1.32;A;4271001;5,00\n11.1.31;A;4271001;20,50\n`;
    const { body: asked } = await upload(finance, rows('100,00'), { fileName: 'doppelt.csv' });
    expect(asked.preview.questions).toMatchObject([{ code: 'LINE_REPEATED' }]);
    const { body: left } = await change(asked, { answers: [{ id: 'LINE_REPEATED', value: 'first' }] });
    const body = { name: 'Mit Wiederholungen', sourceSystem: 'Tabelle', importId: left.id };
    const kept = await finance.post('/api/v1/import-profiles', body, { 'idempotency-key': 'profil-wiederholungen' });
    expect(kept.status).toBe(201);
    const next = await upload(finance, rows('200,00'), { fields: { profile: 'Mit Wiederholungen' } });
    expect(next.body.preview).toMatchObject({
      mappingSource: 'profile',
      mapping: { repeatedLines: 'first' },
      questions: [],
      totals: [{ sumCents: 20_500 }],
      effects: { planAmounts: 2 },
    });
    expect((await finance.delete(`/api/v1/import-profiles/${kept.body.id}`)).status).toBe(204);
  });

  test('A profile is named with the upload; one that does not exist or does not fit is refused', async () => {
    const named = await upload(finance, odd('3,00'), { fields: { profile: 'Fach' } });
    expect(named.body.preview.profileName).toBe('Fach');
    const unknown = await upload(finance, odd('4,00'), { fields: { profile: 'Gibt es nicht' } });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'PROFILE_UNKNOWN']);
    const other = await upload(finance, PLAN, { fields: { profile: 'Fach' } });
    expect([other.status, other.body.code]).toEqual([422, 'CSV_HEADER']);
  });

  test('Only finance changes profiles; another city does not see them; removed, it is used no more', async () => {
    const auditor = await loginAs(app, 'auditor');
    expect((await auditor.get('/api/v1/import-profiles')).body.rows).toHaveLength(1);
    expect((await auditor.delete(`/api/v1/import-profiles/${profile.id}`)).status).toBe(403);
    const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
    expect((await neighbour.get('/api/v1/import-profiles')).body.rows).toEqual([]);
    const renamed = { version: profile.version, name: 'Fachverfahren', isAutomatic: true };
    expect((await neighbour.put(`/api/v1/import-profiles/${profile.id}`, renamed)).status).toBe(404);
    expect((await finance.put(`/api/v1/import-profiles/${profile.id}`, renamed)).status).toBe(200);
    const stale = await finance.put(`/api/v1/import-profiles/${profile.id}`, renamed);
    expect([stale.status, stale.body.code]).toEqual([409, 'VERSION_STALE']);
    const { body } = await finance.get('/api/v1/import-profiles');
    expect(body.rows).toMatchObject([{ name: 'Fachverfahren', isAutomatic: true, ownerName: 'Test finance' }]);
    expect((await finance.delete(`/api/v1/import-profiles/${profile.id}`)).status).toBe(204);
    const free = await previewed(odd('5,00'), 'fach-3.csv');
    expect(free.preview?.mappingSource).toBe('detected');
  });
});

test('An import that nobody confirms for thirty days is over, and its file is gone', async () => {
  const run = await previewed(PLAN.replaceAll('4271001', '4271009'));
  const later = await startTestApp({ database: app.database });
  try {
    later.clock.set(new Date(app.clock.now().getTime() + 31 * 86_400_000));
    await later.app.get(UploadCleaner).clean();
  } finally {
    await later.stop();
  }
  const { body } = await finance.get(`/api/v1/imports/${run.id}`);
  expect([body.state, body.failureCode, body.hasFile]).toEqual(['cancelled', 'IMPORT_EXPIRED', false]);
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT (SELECT count(*) FROM import_chunk WHERE import_id = $1)::int AS chunks,
         (SELECT count(*) FROM import_row WHERE import_id = $1)::int AS rows`,
      [run.id],
    ),
  );
  expect([rows, city.slug]).toEqual([[{ chunks: 0, rows: 0 }], 'musterstadt']);
});
