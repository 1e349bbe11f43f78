import { addLine, addPool, openYear, setCeiling, write } from '../../test/ledger-builder';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import type { HttpClient } from '../../test/http-client';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  await setCeiling(app, city, 'SCHOOL_NET', 2026, 150_000_000);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

let numbers = 0;
const nextNumber = (): string => `4S.1${String(++numbers).padStart(5, '0')}`;

/** A line of 100,000.00 unless said otherwise. */
const line = (appropriationCents = 10_000_000, wish: object = {}): Promise<string> =>
  addLine(app, city, { number: nextNumber(), appropriationCents, ...wish });

const book = (lineId: string, kind: string, amountCents: number, more: object = {}) =>
  finance.post('/api/v1/budget/movements', {
    lineId,
    fiscalYear: 2026,
    kind,
    amountCents,
    bookedOn: '2026-10-05',
    text: 'Lizenzen',
    ...more,
  });

const openOrder = (lineId: string, amountCents: number, more: object = {}) =>
  finance.post('/api/v1/budget/orders', {
    lineId,
    fiscalYear: 2026,
    number: `B-26-${String(++numbers)}`,
    opening: 'place',
    amountCents,
    orderedOn: '2026-10-05',
    subject: 'Scan-Dienstleistung',
    ...more,
  });

const step = (order: { id: string; version: number }, name: string, amountCents?: number) =>
  finance.post(`/api/v1/budget/orders/${order.id}/steps`, {
    step: name,
    bookedOn: '2026-10-05',
    version: order.version,
    ...(amountCents === undefined ? {} : { amountCents }),
  });

const proof = async (lineId: string) =>
  (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2026`)).body as {
    balance: Record<string, number>;
    differenceCents: number;
    rows: { id: string; kind: string; amountCents: number; isReversed: boolean }[];
  };

describe('T1 the available amount', () => {
  test('T1 every component of the formula gives 750,000.00, and the movements prove it', async () => {
    const lineId = await line(350_000_000);
    const movement = (kind: string, amountCents: number) =>
      ({ lineId, fiscalYear: 2026, kind, amountCents, bookedOn: '2026-06-30', source: 'demo' }) as never;
    await write(app, city, [
      movement('carry_over', 12_000_000),
      movement('over_plan', 8_000_000),
      movement('transfer', -5_000_000),
      movement('lock', 35_000_000),
      movement('reservation', 4_000_000),
      movement('commitment', 61_000_000),
      movement('actual', 190_000_000),
    ]);
    const { balance, differenceCents } = await proof(lineId);
    expect(balance).toMatchObject({ adjustedCents: 365_000_000, availableCents: 75_000_000 });
    expect(differenceCents).toBe(0);
  });

  test('T1b an order lives from its placing to its credit note, and never binds less than nothing', async () => {
    const lineId = await line();
    const order = (await openOrder(lineId, 6_000_000)).body as { id: string; version: number; availableCents: number };
    expect(order.availableCents).toBe(4_000_000);

    const part = (await step(order, 'part_invoice', 2_500_000)).body as typeof order;
    expect((await proof(lineId)).balance).toMatchObject({
      commitmentCents: 3_500_000,
      actualCents: 2_500_000,
      availableCents: 4_000_000,
    });

    const final = (await step(part, 'final_invoice', 3_000_000)).body as typeof order;
    expect((await proof(lineId)).balance).toMatchObject({
      commitmentCents: 0,
      actualCents: 5_500_000,
      availableCents: 4_500_000,
    });

    const credit = (await step(final, 'credit', 200_000)).body as typeof order;
    expect(credit.availableCents).toBe(4_700_000);
    expect((await proof(lineId)).differenceCents).toBe(0);
  });

  test('T1c cancelling after a part invoice releases only what is open', async () => {
    const lineId = await line();
    const order = (await openOrder(lineId, 6_000_000)).body as { id: string; version: number; availableCents: number };
    const part = (await step(order, 'part_invoice', 2_500_000)).body as typeof order;
    const cancelled = (await step(part, 'cancel')).body as typeof order;
    expect(cancelled.availableCents).toBe(7_500_000);
    expect((await proof(lineId)).balance).toMatchObject({ commitmentCents: 0, actualCents: 2_500_000 });
  });

  test('T1d two people order 60,000.00 each at the same moment on 100,000.00: one gets it, the other reads 40,000.00', async () => {
    const lineId = await line();
    const answers = await Promise.all([openOrder(lineId, 6_000_000), openOrder(lineId, 6_000_000)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body as Record<string, unknown>;
    expect(refused).toMatchObject({
      code: 'BUDGET_EXCEEDED',
      availableCents: 4_000_000,
      missingCents: 2_000_000,
      rule: '§ 27 Abs. 3 KomHKVO',
    });
    expect(refused['detail']).toContain('Verfügbar sind 40.000,00\u00a0€, es fehlen 20.000,00\u00a0€.');
    expect(refused['waysOut']).toContain('over_plan_by_mayor');
  });

  test('T1e the year reconciles to 0.00 after all of this', async () => {
    const answer = await finance.get('/api/v1/reconciliation?fiscalYear=2026');
    expect(answer.body).toMatchObject({ differenceCents: 0 });
  });
});

describe('what a booking meets', () => {
  test('the last cent can be booked, one more cannot, and nothing of the refused booking stays', async () => {
    const lineId = await line(100);
    expect((await book(lineId, 'commitment', 100)).status).toBe(201);
    expect(await book(lineId, 'commitment', 1)).toMatchObject({
      status: 409,
      body: { code: 'BUDGET_EXCEEDED', missingCents: 1, availableCents: 0 },
    });
    expect((await proof(lineId)).rows).toHaveLength(2);
  });

  test('asking while typing answers the same as booking would, and writes nothing', async () => {
    const lineId = await line();
    const ask = (amountCents: number) =>
      finance.post('/api/v1/budget/movements/check', { lineId, fiscalYear: 2026, kind: 'commitment', amountCents });
    expect((await ask(10_000_000)).body).toMatchObject({
      availableCents: 10_000_000,
      availableAfterCents: 0,
      refusal: null,
    });
    expect((await ask(10_000_001)).body).toMatchObject({
      refusal: { code: 'BUDGET_EXCEEDED', params: { missingCents: 1 } },
    });
    expect((await proof(lineId)).rows).toHaveLength(1);
  });

  test('a line in a frame without a known ceiling is not checked, but needs a reason', async () => {
    await setCeiling(app, city, 'FEES', 2026, null);
    const lineId = await line(0, { frame: 'FEES' });
    expect((await book(lineId, 'actual', 21_248_036)).body).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(
      (await book(lineId, 'actual', 21_248_036, { reason: 'Telefonrechnung, Rahmen steht noch aus' })).status,
    ).toBe(201);
  });

  test('closed books refuse the booking and say whose they are', async () => {
    const lineId = await line();
    await asOwner(app, (owner) =>
      owner.query(`UPDATE fiscal_year SET books_state = 'closed' WHERE tenant_id = $1`, [city.tenantId]),
    );
    expect((await book(lineId, 'commitment', 1)).body).toMatchObject({ code: 'YEAR_CLOSED', fiscalYear: 2026 });
    await asOwner(app, (owner) =>
      owner.query(`UPDATE fiscal_year SET books_state = 'open' WHERE tenant_id = $1`, [city.tenantId]),
    );
  });

  test('a year without a plan in force is provisional (§ 116 NKomVG)', async () => {
    await asOwner(app, (owner) =>
      owner.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, 2027, 'open')`, [
        city.tenantId,
      ]),
    );
    const lineId = await line();
    expect((await book(lineId, 'commitment', 1, { fiscalYear: 2027, bookedOn: '2027-01-05' })).body).toMatchObject({
      code: 'PROVISIONAL_BUDGET',
      rule: '§ 116 NKomVG',
    });
  });

  test('revenue lines take no orders', async () => {
    const lineId = await line(0, { direction: 'revenue', account: '331100' });
    expect((await book(lineId, 'commitment', 1)).body).toMatchObject({ code: 'LINE_NOT_BOOKABLE' });
  });

  test('a movement is undone once, by a counter-movement that names it', async () => {
    const lineId = await line();
    const booked = (await book(lineId, 'commitment', 500_000)).body as { id: string };
    const undo = () =>
      finance.post(`/api/v1/budget/movements/${booked.id}/reversal`, { fiscalYear: 2026, reason: 'Doppelt erfasst' });
    expect((await undo()).body).toMatchObject({ availableCents: 10_000_000 });
    expect((await undo()).body).toMatchObject({ code: 'ALREADY_REVERSED' });
    expect((await proof(lineId)).rows.map(({ amountCents }) => amountCents)).toEqual([-500_000, 500_000, 10_000_000]);
  });
});

describe('T6 a cover pool', () => {
  test('T6 what the pool has left can be ordered on any of its lines, and one cent more cannot', async () => {
    const poolId = await addPool(app, city, 'DK 10-3');
    const [a, b, c] = await Promise.all([20_000_000, 15_000_000, 10_000_000].map((cents) => line(cents, { poolId })));
    const used = (lineId: string, amountCents: number) =>
      ({ lineId, fiscalYear: 2026, kind: 'actual', amountCents, bookedOn: '2026-08-01', source: 'demo' }) as never;
    await write(app, city, [
      used(a as string, 23_000_000),
      used(b as string, 10_000_000),
      used(c as string, 9_000_000),
    ]);
    expect((await openOrder(a as string, 3_000_001)).body).toMatchObject({
      code: 'BUDGET_EXCEEDED',
      availableCents: 3_000_000,
      missingCents: 1,
    });
    expect((await openOrder(a as string, 3_000_000)).body).toMatchObject({ availableCents: 0 });
    expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
  });

  test('40 people order on three lines of one pool at once: the pool is never overdrawn', async () => {
    const poolId = await addPool(app, city, 'DK 10-4');
    const lines = await Promise.all([100_000, 100_000, 100_000].map((cents) => line(cents, { poolId })));
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => openOrder(lines[at % 3] as string, 20_000)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(15);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(25);
  });
});

describe('repeating a request', () => {
  test('20 times the same key at once books once and answers the same', async () => {
    const lineId = await line();
    const headers = { 'idempotency-key': 'rechnung-2026-0815' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        finance.post(
          '/api/v1/budget/movements',
          { lineId, fiscalYear: 2026, kind: 'actual', amountCents: 100, bookedOn: '2026-10-05', text: 'Rechnung' },
          headers,
        ),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect((await proof(lineId)).balance).toMatchObject({ actualCents: 100 });
  });

  test('the same key for something else is refused', async () => {
    const lineId = await line();
    const headers = { 'idempotency-key': 'rechnung-2026-0816' };
    const body = {
      lineId,
      fiscalYear: 2026,
      kind: 'actual',
      amountCents: 100,
      bookedOn: '2026-10-05',
      text: 'Rechnung',
    };
    expect((await finance.post('/api/v1/budget/movements', body, headers)).status).toBe(201);
    expect((await finance.post('/api/v1/budget/movements', { ...body, amountCents: 200 }, headers)).body).toMatchObject(
      {
        code: 'IDEMPOTENCY_CONFLICT',
      },
    );
  });
});

describe('who may', () => {
  test('a clerk orders for the own unit; another unit and another city do not exist', async () => {
    const own = await line(100_000, { unitId: city.units.schoolDivision });
    const parks = await line(100_000, { unitId: city.units.parks });
    const clerk = await loginAs(app, 'clerk');
    const order = (lineId: string) =>
      clerk.post('/api/v1/budget/orders', {
        lineId,
        fiscalYear: 2026,
        number: nextNumber(),
        opening: 'reserve',
        amountCents: 100,
        orderedOn: '2026-10-05',
        subject: 'Dockingstation',
      });
    expect((await order(own)).status).toBe(201);
    expect(await order(parks)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    const neighbour = await createOtherCity(app);
    const stranger = await loginAs(app, 'finance', neighbour);
    expect((await stranger.get(`/api/v1/budget/lines/${own}/movements?fiscalYear=2026`)).status).toBe(404);
  });

  test('the committee reads nothing live', async () => {
    const committee = await loginAs(app, 'committee');
    expect((await committee.get('/api/v1/budget/overview?fiscalYear=2026')).status).toBe(403);
  });
});

describe('proof', () => {
  test('one cent moved behind the API shows as 0.01', async () => {
    const lineId = await line();
    const shift = (cents: number) =>
      asOwner(app, (owner) =>
        owner.query(`UPDATE line_balance SET actual_cents = actual_cents + $2 WHERE line_id = $1`, [lineId, cents]),
      );
    await shift(1);
    expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({
      differenceCents: 1,
      aggregates: expect.arrayContaining([expect.objectContaining({ aggregate: 'line_balance', differenceCents: 1 })]),
    });
    expect((await proof(lineId)).differenceCents).toBe(1);
    await shift(-1);
    expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
  });
});
