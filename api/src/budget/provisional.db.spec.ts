import type { HttpClient } from '../../test/http-client';
import { addLine, appropriate, openYear, setCeiling } from '../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

/**
 * January 2027 in a city whose budget of 2027 has not come into force: what § 116 NKomVG allows, what it does not, and
 * what stands in the ledger until the budget comes.
 */
let app: TestApp;
let city: City;
let finance: HttpClient;
let support: string;
let project: string;
let hall: string;
let newHall: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await asOwner(app, (owner) =>
    owner.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, 2027, 'open')`, [
      city.tenantId,
    ]),
  );
  await setCeiling(app, city, 'CORE', 2027, 350_000_000);
  const investing = { direction: 'payment', sphere: 'investing', account: '783125', runOrChange: 'change' } as const;
  support = await addLine(app, city, { number: '1.01', name: 'Wartung DMS', appropriationCents: 6_000_000 });
  project = await addLine(app, city, { number: '1.02', name: 'Neues Vorhaben', runOrChange: 'change' });
  hall = await addLine(app, city, { number: '2.01', name: 'Serverraum', appropriationCents: 20_000_000, ...investing });
  newHall = await addLine(app, city, { number: '2.02', name: 'Zweiter Serverraum', ...investing });
  app.clock.set(new Date('2027-01-12T09:00:00+01:00'));
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const DUTY = { ground: 'legal_duty', basis: 'Wartungsvertrag 2024/17, § 2 OZG' };
let numbers = 0;

const order = (lineId: string, amountCents: number, provisional?: object, by = finance) =>
  by.post('/api/v1/budget/orders', {
    lineId,
    fiscalYear: 2027,
    number: `B-27-${++numbers}`,
    opening: 'place',
    amountCents,
    orderedOn: '2027-01-12',
    subject: 'Auftrag im Januar',
    ...(provisional === undefined ? {} : { provisional }),
  });

const step = (made: { id: string; version: number }, name: string, amountCents?: number, more: object = {}) =>
  finance.post(`/api/v1/budget/orders/${made.id}/steps`, {
    step: name,
    bookedOn: '2027-01-20',
    version: made.version,
    ...(amountCents === undefined ? {} : { amountCents }),
    ...more,
  });

const proof = async (lineId: string) =>
  (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2027`)).body as {
    balance: Record<string, number>;
    differenceCents: number;
    rows: { id: string; kind: string; amountCents: number; provisional: object | null }[];
  };

const list = async (more = '') => (await finance.get(`/api/v1/budget/provisional?fiscalYear=2027${more}`)).body;
const sumOf = async (ground: string): Promise<number> =>
  (await list()).sums.find((sum: { ground: string }) => sum.ground === ground).amountCents;

test('T15 a support contract with a legal duty is booked and stands as a claim without authority', async () => {
  const made = await order(support, 4_800_000, DUTY);
  expect([made.status, made.body.availableCents]).toEqual([201, -4_800_000]);
  const { balance, differenceCents, rows } = await proof(support);
  expect(balance).toMatchObject({ adjustedCents: 0, commitmentCents: 4_800_000, availableCents: -4_800_000 });
  expect([differenceCents, rows[0]?.provisional]).toEqual([0, DUTY]);
});

test.each<[string, () => string, number, object | undefined, string]>([
  ['T15 a new project of 10,000 without a ground', () => project, 1_000_000, undefined, 'PROVISIONAL_BUDGET'],
  [
    'T15 a new project of 10,000 that "cannot wait"',
    () => project,
    1_000_000,
    { ground: 'unpostponable', basis: 'Der Fachbereich drängt' },
    'PROVISIONAL_NEW_TASK',
  ],
  ['T15 a new investment', () => newHall, 5_000_000, { ground: 'continued_investment' }, 'PROVISIONAL_NEW_INVESTMENT'],
  ['operation as an investment', () => support, 1, { ground: 'continued_investment' }, 'PROVISIONAL_NOT_INVESTMENT'],
  ['a duty without its norm', () => support, 1, { ground: 'legal_duty', basis: ' ' }, 'PROVISIONAL_BASIS'],
])('%s is blocked, and the paragraph is shown', async (_, line, amountCents, provisional, code) => {
  const refused = await order(line(), amountCents, provisional);
  expect(refused).toMatchObject({ status: 409, body: { code, rule: '§ 116 NKomVG' } });
  expect(refused.body.detail).toContain('§ 116 NKomVG');
});

test('T15 an investment with 200,000 in the plan of 2026 goes on', async () => {
  expect((await order(hall, 15_000_000, { ground: 'continued_investment' })).status).toBe(201);
});

test('There is no rule of one twelfth: the law sets no amount', async () => {
  expect((await order(hall, 30_000_000, { ground: 'continued_investment' })).status).toBe(201);
});

test('Asking while typing names the grounds that this line can have, and what the plan before had', async () => {
  const ask = async (lineId: string, provisional?: object) =>
    (
      await finance.post('/api/v1/budget/movements/check', {
        lineId,
        fiscalYear: 2027,
        kind: 'commitment',
        amountCents: 100,
        ...(provisional === undefined ? {} : { provisional }),
      })
    ).body;
  expect((await ask(hall)).provisional).toEqual({
    rule: '§ 116 NKomVG',
    earlierPlan: { fiscalYear: 2026, amountCents: 20_000_000 },
    claimedCents: 45_000_000,
    grounds: ['legal_duty', 'unpostponable', 'continued_investment'],
  });
  expect((await ask(newHall)).provisional).toMatchObject({ earlierPlan: null, grounds: ['legal_duty'] });
  expect((await ask(hall)).refusal.code).toBe('PROVISIONAL_BUDGET');
  expect(await ask(hall, { ground: 'continued_investment' })).toMatchObject({ refusal: null });
});

test('The ground goes with the order: invoices settle under it, more needs it again, what is released leaves the sum', async () => {
  const before = await sumOf('unpostponable');
  const wait = { ground: 'unpostponable', basis: 'Lizenz läuft am 31.01. aus' };
  const made = (await order(support, 1_000_000, wait)).body;
  const part = (await step(made, 'part_invoice', 400_000)).body;
  expect(await sumOf('unpostponable')).toBe(before + 1_000_000);
  const more = (await step(part, 'increase', 50_000)).body;
  expect(await sumOf('unpostponable')).toBe(before + 1_050_000);
  await step(more, 'final_invoice', 500_000);
  expect(await sumOf('unpostponable')).toBe(before + 900_000);
  expect((await proof(support)).differenceCents).toBe(0);
});

test('A booking that is undone takes its ground along', async () => {
  const before = await sumOf('legal_duty');
  const booked = await finance.post('/api/v1/budget/movements', {
    lineId: support,
    fiscalYear: 2027,
    kind: 'actual',
    amountCents: 77_00,
    bookedOn: '2027-01-12',
    text: 'Rechnung ohne Auftrag',
    provisional: DUTY,
  });
  expect([booked.status, await sumOf('legal_duty')]).toEqual([201, before + 77_00]);
  await finance.post(`/api/v1/budget/movements/${booked.body.id}/reversal`, { fiscalYear: 2027, reason: 'Doppelt' });
  expect(await sumOf('legal_duty')).toBe(before);
});

test('The list says what stands on which ground, one row an order, and pages through', async () => {
  const all = await list();
  expect(all).toMatchObject({ rule: '§ 116 NKomVG', isPlanInForce: false, inForceOn: null });
  expect(all.sums).toEqual([
    { ground: 'legal_duty', claims: 1, amountCents: 4_800_000 },
    { ground: 'unpostponable', claims: 1, amountCents: 900_000 },
    { ground: 'continued_investment', claims: 2, amountCents: 45_000_000 },
  ]);
  expect(all.totalCents).toBe(50_700_000);
  expect(all.rows).toHaveLength(4);
  const first = await list('&limit=3');
  const second = await list(`&limit=3&cursor=${first.nextCursor}`);
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.rows.map(({ id }: { id: string }) => id));
  expect((await list('&ground=legal_duty')).rows).toMatchObject([
    {
      lineNumber: '1.01',
      basis: DUTY.basis,
      documentNumber: 'B-27-1',
      amountCents: 4_800_000,
      actorName: 'Test finance',
    },
  ]);
});

test('The list of lines marks where such bookings stand', async () => {
  const { rows } = (await finance.get('/api/v1/budget/lines?fiscalYear=2027')).body;
  expect(rows.map((row: { number: string; isProvisional: boolean }) => [row.number, row.isProvisional])).toEqual([
    ['1.01', true],
    ['1.02', false],
    ['2.01', true],
    ['2.02', false],
  ]);
});

test('Somebody of another department sees only what belongs there', async () => {
  const parks = await addLine(app, city, { number: '3.01', unitId: city.units.parks, appropriationCents: 500 });
  expect((await order(parks, 700, DUTY)).status).toBe(201);
  const clerk = await loginAs(app, 'other_clerk');
  const { sums, rows } = (await clerk.get('/api/v1/budget/provisional?fiscalYear=2027')).body;
  expect([sums[0].amountCents, rows.length]).toEqual([700, 1]);
});

test('When the budget comes the claims count against it like any other, and a ground lifts no limit any more', async () => {
  await openYear(app, city, 2027);
  await appropriate(app, city, support, 6_000_000, 2027);
  expect((await proof(support)).balance).toMatchObject({ availableCents: 6_000_000 - 4_800_000 - 900_000 });
  expect((await order(support, 300_001, DUTY)).body).toMatchObject({ code: 'BUDGET_EXCEEDED', missingCents: 1 });
  const made = await order(support, 300_000, DUTY);
  expect(made.body.availableCents).toBe(0);
  expect((await proof(support)).rows.find(({ amountCents }) => amountCents === 300_000)?.provisional).toBeNull();
  expect(await list()).toMatchObject({ isPlanInForce: true });
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2027')).body.differenceCents).toBe(0);
});
