import type { FiscalYearRow } from '@etatlotse/contracts/planning/plain';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

const YEARS = '/api/v1/planning/fiscal-years';
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  finance2 = await loginAs(app, 'finance2');
});
afterAll(() => app.stop());

async function yearRow(fiscalYear: number): Promise<FiscalYearRow | undefined> {
  const { body } = await finance.get(YEARS);
  return body.find((row: FiscalYearRow) => row.fiscalYear === fiscalYear);
}

const confirm = (approvalId: string) =>
  finance2.post(`/api/v1/approvals/${approvalId}/decision`, { decision: 'approve', version: 1 });

test('T12/T13 the two-year budget 2027/2028 shows 2026 to 2031, its books wait for the year', async () => {
  const created = await finance.post(YEARS, { fiscalYear: 2027, isTwoYears: true });
  expect([created.status, created.body.booksState]).toEqual([201, 'planned']);
  expect(await yearRow(2028)).toMatchObject({
    planYears: [2027, 2028],
    window: { firstYear: 2026, lastYear: 2031 },
    booksState: 'planned',
    isProvisional: false,
  });
  const again = await finance.post(YEARS, { fiscalYear: 2028, isTwoYears: false });
  expect([again.status, again.body.code, again.body.fiscalYear]).toEqual([409, 'YEAR_EXISTS', 2028]);
});

test('The running year 2026 is open at once and provisional while no plan is in force', async () => {
  const created = await finance.post(YEARS, { fiscalYear: 2026, isTwoYears: false });
  expect(created.body).toMatchObject({ fiscalYear: 2026, booksState: 'open' });
  expect(await yearRow(2026)).toMatchObject({
    window: { firstYear: 2025, lastYear: 2029 },
    isProvisional: true,
    planInForce: null,
  });
});

test('Sending the same request twice with one key makes one year', async () => {
  const key = { 'idempotency-key': 'jahr-2040-anlegen' };
  const first = await finance.post(YEARS, { fiscalYear: 2040, isTwoYears: false }, key);
  const second = await finance.post(YEARS, { fiscalYear: 2040, isTwoYears: false }, key);
  expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
});

test('Two people set up the same year at the same moment: one does it, the other is told', async () => {
  const answers = await Promise.all(
    [finance, finance2].map((person) => person.post(YEARS, { fiscalYear: 2050, isTwoYears: true })),
  );
  expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'YEAR_EXISTS']);
});

test('A new year has its place in the ledger before the first booking', async () => {
  await finance.post(YEARS, { fiscalYear: 2042, isTwoYears: true });
  const found = await asOwner(app, (owner) =>
    owner.query<{ name: string | null }>(
      `SELECT to_regclass(n) AS name FROM unnest('{movement_2042,movement_2043}'::text[]) n`,
    ),
  );
  expect(found.rows.map(({ name }) => name)).toEqual(['movement_2042', 'movement_2043']);
});

test('The end of the calendar is the end of the years', async () => {
  const answer = await finance.post(YEARS, { fiscalYear: 2199, isTwoYears: true });
  expect([answer.status, answer.body.code]).toEqual([422, 'YEAR_INVALID']);
});

describe('Closing the books of 2024', () => {
  beforeAll(async () => {
    await finance.post(YEARS, { fiscalYear: 2024, isTwoYears: false });
  });

  test('waits for the second person; the one who asked cannot confirm', async () => {
    const asked = await finance.post(`${YEARS}/2024/books`, { version: 1, step: 'close' });
    expect([asked.status, asked.body.booksState]).toEqual([200, 'open']);
    expect((await yearRow(2024))?.pendingApproval).toEqual({
      approvalId: asked.body.approvalId,
      action: 'fiscal_year.close',
    });
    const twice = await finance.post(`${YEARS}/2024/books`, { version: 1, step: 'close' });
    expect(twice.body.code).toBe('APPROVAL_PENDING');
    const alone = await finance.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, {
      decision: 'approve',
      version: 1,
    });
    expect([alone.status, alone.body.code]).toEqual([409, 'FOUR_EYES']);
    expect((await confirm(asked.body.approvalId)).status).toBe(200);
    expect(await yearRow(2024)).toMatchObject({ booksState: 'closed', version: 2, pendingApproval: null });
  });

  test('Reopening needs a reason, and again the second person', async () => {
    const silent = await finance.post(`${YEARS}/2024/books`, { version: 2, step: 'reopen' });
    expect([silent.status, silent.body.code]).toEqual([409, 'BOOKS_REASON']);
    const asked = await finance.post(`${YEARS}/2024/books`, {
      version: 2,
      step: 'reopen',
      reason: 'Gutschrift der Telefonie gehört noch in das Jahr.',
    });
    await confirm(asked.body.approvalId);
    expect(await yearRow(2024)).toMatchObject({
      booksState: 'open',
      version: 3,
      booksReason: 'Gutschrift der Telefonie gehört noch in das Jahr.',
    });
  });

  test('Books that do not reconcile to 0.00 are not closed, and nobody is asked to confirm', async () => {
    const [lineId] = await plantLines(app, city, [{ number: '9.001' }]);
    await asOwner(app, (owner) =>
      owner.query(
        `INSERT INTO line_balance (tenant_id, line_id, fiscal_year, appropriation_cents) VALUES ($1, $2, 2024, 1)`,
        [city.tenantId, lineId],
      ),
    );
    const asked = await finance.post(`${YEARS}/2024/books`, { version: 3, step: 'close' });
    expect([asked.status, asked.body.code, asked.body.differenceCents]).toEqual([409, 'BOOKS_NOT_RECONCILED', 1]);
    expect((await yearRow(2024))?.pendingApproval).toBeNull();
  });

  test('Closed books cannot be closed, open ones not opened', async () => {
    const opened = await finance.post(`${YEARS}/2024/books`, { version: 3, step: 'open' });
    expect([opened.status, opened.body.code, opened.body.allowed]).toEqual([409, 'BOOKS_STEP', ['close']]);
  });
});

test('The clerk reads the years and changes none; the neighbouring city has its own', async () => {
  const clerk = await loginAs(app, 'clerk');
  expect((await clerk.get(YEARS)).status).toBe(200);
  expect((await clerk.post(YEARS, { fiscalYear: 2030, isTwoYears: false })).status).toBe(403);
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await neighbour.get(YEARS)).body).toEqual([]);
  expect((await neighbour.post(`${YEARS}/2026/books`, { version: 1, step: 'close' })).status).toBe(404);
});

test('Twelve bookings race the closing of 2025: what is acknowledged is in the books, nothing comes after', async () => {
  await finance.post(YEARS, { fiscalYear: 2025, isTwoYears: false });
  const [lineId] = await plantLines(app, city, [{ number: '9.002' }]);
  await finance.put('/api/v1/planning/frames/CORE/2025', { ceilingCents: 1_000_000, version: 0, reason: 'Test' });
  await asOwner(app, async (owner) => {
    await owner.query(
      `INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, source)
       VALUES ($1, 2025, gen_random_uuid(), $2, 'appropriation', 100000, '2025-01-01', now(), 'plan')`,
      [city.tenantId, lineId],
    );
    await owner.query(
      `INSERT INTO line_balance (tenant_id, line_id, fiscal_year, appropriation_cents, movements) VALUES ($1, $2, 2025, 100000, 1)`,
      [city.tenantId, lineId],
    );
    await owner.query(
      `WITH v AS (INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
         VALUES ($1, gen_random_uuid(), 'Haushalt 2025', 'budget', 2025, 2025, 'draft', $3, now()) RETURNING *)
       INSERT INTO plan_amount SELECT tenant_id, version_id, $2, 2025, 100000 FROM v`,
      [city.tenantId, lineId, city.people.finance.id],
    );
    await owner.query(
      `UPDATE plan_version SET state = 'in_force', in_force_on = '2025-01-01' WHERE name = 'Haushalt 2025'`,
    );
  });
  const asked = await finance.post(`${YEARS}/2025/books`, { version: 1, step: 'close' });
  expect(asked.body.approvalId).toEqual(expect.any(String));
  const book = () =>
    finance.post('/api/v1/budget/movements', {
      lineId,
      fiscalYear: 2025,
      kind: 'actual',
      amountCents: 100,
      bookedOn: '2025-12-30',
      text: 'Rechnung',
    });
  const [closed, ...booked] = await Promise.all([
    confirm(asked.body.approvalId),
    ...Array.from({ length: 12 }, () => book()),
  ]);
  expect(closed.status).toBe(200);
  const codes = new Set(booked.map(({ status, body }) => (status === 201 ? 'booked' : body.code)));
  expect([...codes].filter((code) => code !== 'booked' && code !== 'YEAR_CLOSED')).toEqual([]);
  expect((await book()).body.code).toBe('YEAR_CLOSED');
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ count: string }>(`SELECT count(*) FROM movement WHERE line_id = $1 AND kind = 'actual'`, [lineId]),
  );
  expect(Number(rows[0]?.count)).toBe(booked.filter(({ status }) => status === 201).length);
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2025')).body.differenceCents).toBe(0);
});
