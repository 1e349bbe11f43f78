import { randomUUID } from 'node:crypto';
import type { HttpClient } from '../../test/http-client';
import { commit, undo, upload, whenAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;

/** Lines of the city by number, with 1,000.00 granted on each by a plan in force for 2026. */
const lines: Record<string, string> = {};
const HEADER = 'Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text;Auftrag;Art\n';

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  await asOwner(app, async (owner) => {
    const { tenantId } = city;
    const person = city.people.finance.id;
    await owner.query(
      `INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, 2026, 'open'), ($1, 2024, 'closed')`,
      [tenantId],
    );
    const version = randomUUID();
    await owner.query(
      `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
       VALUES ($1, $2, 'Haushalt 2026', 'budget', 2026, 2026, 'draft', $3, now())`,
      [tenantId, version, person],
    );
    for (const number of ['111.4271', '111.4291', '111.4431']) {
      lines[number] = randomUUID();
      await owner.query(
        `INSERT INTO budget_line (tenant_id, line_id, number, name, account, account_frame, direction, sphere, created_at)
         VALUES ($1, $2, $3, 'IT', '4271', 'NI', 'expense', 'operating', now())`,
        [tenantId, lines[number], number],
      );
      await owner.query(
        `INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, source)
         VALUES ($1, 2026, $2, $3, 'appropriation', 100000, '2026-01-01', now(), 'plan')`,
        [tenantId, randomUUID(), lines[number]],
      );
      await owner.query(
        `INSERT INTO line_balance (tenant_id, line_id, fiscal_year, appropriation_cents, movements) VALUES ($1, $2, 2026, 100000, 1)`,
        [tenantId, lines[number]],
      );
      await owner.query(
        `INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents) VALUES ($1, $2, $3, 2026, 100000)`,
        [tenantId, version, lines[number]],
      );
    }
    await owner.query(`UPDATE plan_version SET state = 'in_force' WHERE version_id = $1`, [version]);
  });
});
afterAll(() => app.stop());

async function balance(number: string): Promise<Record<string, number>> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT commitment_cents::int AS commitment, actual_cents::int AS actual, available_cents::int AS available
       FROM line_balance WHERE tenant_id = $1 AND line_id = $2 AND fiscal_year = 2026`,
      [city.tenantId, lines[number]],
    ),
  );
  return rows[0];
}

async function order(number: string): Promise<Record<string, unknown>> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT state, committed_cents::int AS committed, spent_cents::int AS spent FROM purchase_order
       WHERE tenant_id = $1 AND number = $2`,
      [city.tenantId, number],
    ),
  );
  return rows[0];
}

async function reconciled(): Promise<number> {
  return (await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body.differenceCents;
}

test('T1b Orders, part and final invoices of a file consume the commitment and leave the line as by hand', async () => {
  const file =
    HEADER +
    '111.4271;2026;10.02.2026;600,00;A-1;Server;B-1;Auftrag\n' +
    '111.4271;2026;01.03.2026;150,00;R-1;Abschlag;B-1;Rechnung\n' +
    '111.4271;2026;02.04.2026;400,00;R-2;Rest;B-1;Schlussrechnung\n' +
    '111.4271;2026;05.04.2026;400,00;Z-2;Rest;B-1;Zahlung\n';
  const { body } = await upload(finance, file, { kind: 'bookings' });
  expect(body.preview.effects).toMatchObject({ movements: 3, ordersCreated: 1, ordersConsumed: 2, clearingItems: 0 });
  const codes = body.preview.findings.byCode.map(({ code }: { code: string }) => code);
  expect(codes).not.toContain('ORDER_UNKNOWN'); // the file itself brings it
  expect(body.preview.totals).toMatchObject([{ column: 'Betrag', role: 'other', fiscalYear: 2026, sumCents: 155_000 }]);
  expect(body.preview.groups).toMatchObject([
    { phase: 'actual', fiscalYear: 2026, amounts: 2, totalCents: 55_000 },
    { phase: 'commitment', amounts: 1, totalCents: 60_000 },
    { phase: 'payment', amounts: 1, totalCents: 40_000 },
  ]);
  const run = await commit(finance, body);
  expect([run.state, run.failureCode]).toEqual(['committed', null]);
  expect(await balance('111.4271')).toEqual({ commitment: 0, actual: 55_000, available: 45_000 });
  expect(await order('B-1')).toEqual({ state: 'closed', committed: 0, spent: 55_000 });
  expect(await reconciled()).toBe(0);

  await undo(finance, run.id);
  expect(await balance('111.4271')).toEqual({ commitment: 0, actual: 0, available: 100_000 });
  expect(await order('B-1')).toEqual({ state: 'cancelled', committed: 0, spent: 0 });
  expect(await reconciled()).toBe(0);
});

test('Bookings of one day stand in the ledger in the order of the file, whatever order the days come in', async () => {
  const documents = ['T-5', 'T-4', 'T-3', 'T-2', 'T-1'];
  const rows = documents.map((document) => `111.4271;2026;08.06.2026;1,00;${document};Tag;;Rechnung\n`);
  const file = `${HEADER}111.4271;2026;09.06.2026;1,00;T-6;Tag danach;;Rechnung\n${rows.join('')}`;
  const run = await commit(finance, (await upload(finance, file, { kind: 'bookings' })).body);
  const { rows: booked } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT document_number AS document FROM movement WHERE import_id = $1 ORDER BY booked_on, movement_id`,
      [run.id],
    ),
  );
  expect(booked.map(({ document }) => document)).toEqual([...documents, 'T-6']);
  await undo(finance, run.id);
  expect(await reconciled()).toBe(0);
});

test('Invoices of an order that is already there take from its commitment only as far as it reaches', async () => {
  const opened = await finance.post('/api/v1/budget/orders', {
    lineId: lines['111.4291'],
    fiscalYear: 2026,
    number: 'B-2',
    opening: 'place',
    amountCents: 30_000,
    orderedOn: '2026-05-01',
    subject: 'Lizenzen',
  });
  expect(opened.status).toBe(201);
  const file =
    HEADER +
    '111.4291;2026;01.06.2026;200,00;R-3;Teil 1;B-2;Rechnung\n' +
    '111.4291;2026;01.07.2026;250,00;R-4;Teil 2;B-2;Rechnung\n' +
    '111.4291;2026;02.07.2026;-50,00;G-4;Gutschrift;B-2;Gutschrift\n';
  const run = await commit(finance, (await upload(finance, file, { kind: 'bookings' })).body);
  expect(run.state).toBe('committed');
  expect(await balance('111.4291')).toEqual({ commitment: 0, actual: 40_000, available: 60_000 });
  expect(await order('B-2')).toEqual({ state: 'partly_invoiced', committed: 0, spent: 40_000 });
  expect(await reconciled()).toBe(0);
});

test('Imported history is never refused, it is flagged where it exceeds what the plan in force granted', async () => {
  const file = HEADER + '111.4431;2026;01.06.2026;1.200,00;R-5;Telefon;;\n111.4271;2026;01.06.2026;10,00;R-6;Kabel;;\n';
  await commit(finance, (await upload(finance, file, { kind: 'bookings' })).body);
  expect(await balance('111.4431')).toEqual({ commitment: 0, actual: 120_000, available: -20_000 });
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT document_number, over_authority FROM movement WHERE document_number IN ('R-5', 'R-6') ORDER BY 1`,
    ),
  );
  expect(rows).toEqual([
    { document_number: 'R-5', over_authority: true },
    { document_number: 'R-6', over_authority: false },
  ]);
});

test('A booking without a line waits in the clearing list until finance puts it on one, or says why not', async () => {
  const file =
    HEADER +
    '999.9999;2026;01.06.2026;70,00;R-7;Unbekannt;;\n999.9999;2026;02.06.2026;80,00;R-8;Fremd;;\n' +
    '999.9999;2026;02.06.2026;80,00;R-8;Fremd;;\n';
  const { body } = await upload(finance, file, { kind: 'bookings' });
  expect(body.preview.findings.byCode).toEqual([
    { code: 'CSV_DUPLICATE', severity: 'warning', count: 1 },
    { code: 'LINE_UNKNOWN', severity: 'warning', count: 3 },
  ]);
  expect(body.preview.effects).toMatchObject({ movements: 0, clearingItems: 3 });
  const run = await commit(finance, body);
  const list = await finance.get(`/api/v1/clearing?importId=${run.id}`);
  expect(
    list.body.rows.map(({ amountCents, lineNumber }: Record<string, unknown>) => [amountCents, lineNumber]),
  ).toEqual([
    [7000, '999.9999'],
    [8000, '999.9999'],
    [8000, '999.9999'],
  ]);
  const [first, second] = list.body.rows;
  const before = await balance('111.4271');
  const assigned = await finance.post(`/api/v1/clearing/${first.id}/assign`, { version: 1, lineId: lines['111.4271'] });
  expect([assigned.status, assigned.body]).toEqual([200, { id: first.id, version: 2 }]);
  expect(await balance('111.4271')).toMatchObject({ actual: (before['actual'] ?? 0) + 7000 });
  const again = await finance.post(`/api/v1/clearing/${first.id}/assign`, { version: 2, lineId: lines['111.4271'] });
  expect([again.status, again.body.code]).toEqual([409, 'CLEARING_DECIDED']);
  const stale = await finance.post(`/api/v1/clearing/${second.id}/dismiss`, { version: 7, reason: 'Anderes Amt' });
  expect([stale.status, stale.body.code]).toEqual([409, 'VERSION_STALE']);
  const dismissed = await finance.post(`/api/v1/clearing/${second.id}/dismiss`, { version: 1, reason: 'Anderes Amt' });
  expect(dismissed.status).toBe(200);
  expect((await finance.get(`/api/v1/clearing?importId=${run.id}`)).body.rows).toHaveLength(1);
  const auditor = await loginAs(app, 'auditor');
  expect((await auditor.get('/api/v1/clearing?limit=1')).body.rows).toHaveLength(1);
  expect((await auditor.post(`/api/v1/clearing/${first.id}/dismiss`, { version: 2, reason: 'x' })).status).toBe(403);
  expect(await reconciled()).toBe(0);
});

test('Bookings of a year long before the ledger began open that year and find room there', async () => {
  const file = `${HEADER}111.4431;2009;30.06.2009;12,50;R-2009;Server;;\n`;
  const { body } = await upload(finance, file, { kind: 'bookings' });
  expect((await commit(finance, body)).state).toBe('committed');
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT y.books_state, b.actual_cents::int AS actual FROM fiscal_year y
       JOIN line_balance b ON b.tenant_id = y.tenant_id AND b.fiscal_year = y.fiscal_year
       WHERE y.tenant_id = $1 AND y.fiscal_year = 2009 AND b.line_id = $2`,
      [city.tenantId, lines['111.4431']],
    ),
  );
  expect(rows).toEqual([{ books_state: 'open', actual: 1250 }]);
});

test('Nothing is booked into closed books', async () => {
  const { body } = await upload(finance, `${HEADER}111.4271;2024;01.06.2024;70,00;R-9;Alt;;\n`, { kind: 'bookings' });
  expect(body.preview.findings.first[0]).toMatchObject({
    code: 'YEAR_CLOSED',
    severity: 'error',
    params: { fiscalYear: 2024 },
  });
  const answer = await finance.post(`/api/v1/imports/${body.id}/commit`, { previewHash: body.previewHash });
  expect([answer.status, answer.body.code]).toEqual([409, 'IMPORT_HAS_ERRORS']);
});

test('A commit names what was seen: another hash, or a city that has changed, is refused', async () => {
  const file = `${HEADER}222.0001;2026;01.06.2026;1,00;R-10;Neu;;\n`;
  const { body } = await upload(finance, file, { kind: 'bookings' });
  const wrong = await finance.post(`/api/v1/imports/${body.id}/commit`, { previewHash: 'f'.repeat(64) });
  expect([wrong.status, wrong.body.code]).toEqual([409, 'IMPORT_PREVIEW_CHANGED']);
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO budget_line (tenant_id, line_id, number, name, account_frame, direction, sphere, created_at)
       VALUES ($1, $2, '222.0001', 'Neu', 'NI', 'expense', 'operating', now())`,
      [city.tenantId, randomUUID()],
    ),
  );
  const run = await commit(finance, body);
  expect([run.state, run.failureCode]).toEqual(['previewed', 'IMPORT_PREVIEW_CHANGED']);
});

test('The organisation comes in as a tree; a unit below itself is refused', async () => {
  const header = 'Kürzel;Name;Ebene;Übergeordnet;Gültig ab\n';
  const file = `${header}V;Dezernat V;Dezernat;;01.01.2026\n51;Fachbereich Jugend;Fachbereich;V;\n51.1;Kita;Abteilung;51;\n`;
  const run = await commit(finance, (await upload(finance, file, { kind: 'organization' })).body);
  expect(run.effects).toMatchObject({ unitsCreated: 3, unitsUpdated: 0 });
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT u.code, u.level, p.code AS parent FROM org_unit u LEFT JOIN org_unit p ON p.tenant_id = u.tenant_id
         AND p.unit_id = u.parent_id WHERE u.tenant_id = $1 AND u.code IN ('V', '51', '51.1') ORDER BY u.code COLLATE "C"`,
      [city.tenantId],
    ),
  );
  expect(rows).toEqual([
    { code: '51', level: 'department', parent: 'V' },
    { code: '51.1', level: 'division', parent: '51' },
    { code: 'V', level: 'directorate', parent: null },
  ]);
  const cycle = `${header}51;Fachbereich Jugend;Fachbereich;51.1;\n51.1;Kita;Abteilung;51;\n`;
  const refused = await commit(finance, (await upload(finance, cycle, { kind: 'organization' })).body);
  expect([refused.state, refused.failureCode]).toEqual(['previewed', 'UNIT_CYCLE']);
  const orphan = await upload(finance, `${header}9;Neu;Stelle;gibtsnicht;\n`, { kind: 'organization' });
  expect(orphan.body.preview.findings.first[0]).toMatchObject({ code: 'PARENT_UNKNOWN', severity: 'error', row: 2 });
  expect(await undo(finance, run.id)).toMatchObject({ state: 'undone' });
});

describe('A big file, read by a job', () => {
  const rows = 60_000;
  const big = (mark: string): string =>
    HEADER +
    Array.from({ length: rows }, (_, at) => `111.4271;2026;01.06.2026;0,01;${mark}-${at};Großes Büro;;\n`).join('');

  test('is taken at once, shows its progress as events, and ends with its preview', async () => {
    const answer = await upload(finance, big('G'), { kind: 'bookings' });
    expect([answer.status, answer.body.state, answer.body.isWorking]).toEqual([202, 'checking', true]);
    const stream = await finance.send(`/api/v1/imports/${answer.body.id}/events`, {});
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(String(stream.body)).toContain('"state":"previewed"');
    const run = await whenAtRest(finance, answer.body.id);
    expect(run).toMatchObject({ state: 'previewed', preview: { rows, encoding: 'utf-8', findings: { errors: 0 } } });
    expect(run).toMatchObject({ hasFile: true, progress: run.fileBytes, progressTotal: run.fileBytes });
  });

  test('stops when somebody cancels, and nothing of it stays', async () => {
    const { body } = await upload(finance, big('H'), { kind: 'bookings' });
    for (
      let run = body;
      run.isWorking && run.progress === 0;
      run = (await finance.get(`/api/v1/imports/${body.id}`)).body
    );
    const cancelled = await finance.post(`/api/v1/imports/${body.id}/cancel`);
    expect(cancelled.status).toBe(202);
    expect(await whenAtRest(finance, body.id)).toMatchObject({ state: 'cancelled' });
    const { rows: left } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT (SELECT count(*) FROM import_amount WHERE import_id = $1)::int AS amounts,
        (SELECT count(*) FROM import_finding WHERE import_id = $1)::int AS findings,
        (SELECT count(*) FROM import_chunk WHERE import_id = $1)::int AS chunks`,
        [body.id],
      ),
    );
    expect(left).toEqual([{ amounts: 0, findings: 0, chunks: 0 }]);
  });

  test('that turns out unreadable is refused as a whole, and says where', async () => {
    const broken = `${big('I')}111.4271;2026;"01.06.2026;0,01;x;y;;\n`;
    const { body } = await upload(finance, broken, { kind: 'bookings' });
    const run = await whenAtRest(finance, body.id);
    expect(run).toMatchObject({
      state: 'failed',
      failureCode: 'CSV_QUOTE',
      failureParams: { row: rows + 2 },
      preview: null,
    });
  });
});

test('A payment that names a line nobody knows is told of, although its invoice is what counts', async () => {
  const run = await upload(
    finance,
    HEADER +
      '111.4431;2026;03.03.2026;10,00;Z-1;Kabel;;Rechnung\n' +
      '111.4431;2026;04.03.2026;10,00;Z-2;Kabel;;Zahlung\n' +
      '999.9999;2026;04.03.2026;10,00;Z-3;Kabel;;Zahlung\n',
    { kind: 'bookings' },
  );
  const { first, errors } = run.body.preview.findings;
  expect(errors).toBe(0);
  expect(first.filter(({ code }: { code: string }) => code === 'PAYMENT_LINE_UNKNOWN')).toEqual([
    expect.objectContaining({ row: 4, column: 'Zeile', value: '999.9999', severity: 'warning' }),
  ]);
});
