import type { CarryOverProposal, YearEnd, YearEndLineRow } from '@etatlotse/contracts/authority';
import type { Answer, HttpClient } from '../../../test/http-client';
import { addLine, addPool, openYear, setCeiling, write } from '../../../test/ledger-builder';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';
import { LapsingRests } from './lapsing-rests';

const DECEMBER = '2026-12-15T09:00:00+01:00';
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let head: HttpClient;
let keys = 0;

beforeAll(async () => {
  app = await startTestApp({ now: DECEMBER });
  city = await createCity(app);
  for (const year of [2026, 2027, 2028]) {
    await openYear(app, city, year);
    await setCeiling(app, city, 'CORE', year, 350_000_000);
  }
  await travel(DECEMBER);
});
afterAll(() => app.stop());

/** Moves the clock; logins do not last that long. */
async function travel(to: string): Promise<void> {
  app.clock.set(new Date(to));
  [finance, finance2] = [await loginAs(app, 'finance'), await loginAs(app, 'finance2')];
  head = await loginAs(app, 'department_head');
}
const post = (client: HttpClient, path: string, body: object): Promise<Answer> =>
  client.post(path, body, { 'idempotency-key': `jahreswechsel-${++keys}` });
const ask = (lineId: string, amountCents: number, changes: Partial<CarryOverProposal> = {}): CarryOverProposal => ({
  lineId,
  amountCents,
  kind: 'current',
  reason: 'Der Auftrag läuft bis März.',
  ...changes,
});
const propose = (client: HttpClient, proposals: readonly CarryOverProposal[], fromYear = 2026): Promise<Answer> =>
  post(client, '/api/v1/carry-overs', { fromYear, proposals });
const decide = (
  client: HttpClient,
  rows: readonly YearEndLineRow[],
  decision: 'approve' | 'refuse' = 'approve',
): Promise<Answer> =>
  client.post('/api/v1/carry-overs/decision', {
    decision,
    note: 'geprüft',
    proposals: rows.flatMap(({ carryOvers }) =>
      carryOvers.filter(({ state }) => state === 'proposed').map(({ id, version }) => ({ id, version })),
    ),
  });
const rowOf = async (q: string, fromYear = 2026, client = finance): Promise<YearEndLineRow> =>
  (await client.get(`/api/v1/year-end/${fromYear}/lines?view=all&q=${q}`)).body.rows[0];
const balanceOf = async (lineId: string, fiscalYear: number) =>
  (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=${fiscalYear}`)).body.balance;
const yearEnd = async (year = 2026, client = finance): Promise<YearEnd> =>
  (await client.get(`/api/v1/year-end/${year}`)).body;
const placeOrder = async (lineId: string, number: string, amountCents: number, fiscalYear = 2026): Promise<Answer> =>
  post(finance, '/api/v1/budget/orders', {
    lineId,
    fiscalYear,
    number,
    opening: 'place',
    amountCents,
    orderedOn: `${fiscalYear}-11-02`,
    supplier: 'Netz AG',
    subject: 'Switches',
  });
const spend = (lineId: string, amountCents: number, fiscalYear = 2026): Promise<Answer> =>
  finance.post('/api/v1/budget/movements', {
    lineId,
    fiscalYear,
    kind: 'actual',
    amountCents,
    bookedOn: `${fiscalYear}-06-30`,
    text: 'Rechnung',
  });

afterEach(async () => {
  for (const year of [2026, 2027, 2028]) {
    const { body } = await finance.get(`/api/v1/reconciliation?fiscalYear=${year}`);
    expect([year, body.differenceCents]).toEqual([year, 0]);
  }
});

describe('T10a 500,000 adjusted, 380,000 spent, 70,000 open', () => {
  let lineId = '';
  let orderId = '';

  beforeAll(async () => {
    lineId = await addLine(app, city, { number: 'T10A', unitId: city.units.school, appropriationCents: 50_000_000 });
    orderId = (await placeOrder(lineId, 'B-70', 10_000_000)).body.id;
    await finance.post(`/api/v1/budget/orders/${orderId}/steps`, {
      version: 1,
      step: 'part_invoice',
      amountCents: 3_000_000,
      bookedOn: '2026-11-20',
    });
    await spend(lineId, 35_000_000);
  });

  test('the maximum is 120,000; 70,000 are needed by the open order, which is named', async () => {
    expect(await rowOf('T10A')).toMatchObject({
      maximumCents: 12_000_000,
      necessaryCents: 7_000_000,
      kind: 'current',
      lastDay: '2027-12-31',
      openOrders: 1,
      orders: [{ number: 'B-70', supplier: 'Netz AG', openCents: 7_000_000 }],
      carryOvers: [],
    });
  });

  test('130,000 is refused with the maximum, without a reason it is refused, too', async () => {
    const above = await propose(finance, [ask(lineId, 13_000_000)]);
    expect([above.status, above.body.code, above.body.maximumCents]).toEqual([409, 'CARRY_OVER_ABOVE', 12_000_000]);
    expect((await propose(finance, [ask(lineId, 9_000_000, { reason: '' })])).body.code).toBe('CARRY_OVER_REASON');
  });

  test('the head of the department asks for 90,000; asking alone changes no figure', async () => {
    expect((await propose(head, [ask(lineId, 9_000_000)])).body).toEqual({ proposed: 1, uncovered: [] });
    expect(await rowOf('T10A')).toMatchObject({
      carryOvers: [{ state: 'proposed', amountCents: 9_000_000, isOwn: false, proposedByName: 'Test department_head' }],
    });
    expect((await balanceOf(lineId, 2026)).carryOverCents).toBe(0);
    expect((await decide(head, [await rowOf('T10A')])).status).toBe(403);
  });

  test('T10c approved: the rest and the open order stand in the new year, 30,000 are left behind', async () => {
    const decided = await decide(finance, [await rowOf('T10A')]);
    expect(decided.body).toEqual({
      decided: 1,
      amountCents: 9_000_000,
      movedOrders: 1,
      movedCommitmentCents: 7_000_000,
    });
    expect(await balanceOf(lineId, 2026)).toMatchObject({
      carryOverCents: -9_000_000,
      commitmentCents: 0,
      actualCents: 38_000_000,
      availableCents: 3_000_000,
    });
    expect(await balanceOf(lineId, 2027)).toMatchObject({
      carryOverCents: 9_000_000,
      commitmentCents: 7_000_000,
      availableCents: 2_000_000,
    });
    expect((await decide(finance2, [await rowOf('T10A')])).status).toBe(404);
  });

  test('the order goes on in the new year with its number and with what was invoiced before', async () => {
    const { body } = await finance.get(`/api/v1/budget/orders/${orderId}`);
    expect(body).toMatchObject({
      number: 'B-70',
      fiscalYear: 2027,
      state: 'partly_invoiced',
      committedCents: 7_000_000,
      spentCents: 3_000_000,
    });
    const invoiced = await finance.post(`/api/v1/budget/orders/${orderId}/steps`, {
      version: body.version,
      step: 'final_invoice',
      amountCents: 6_000_000,
      bookedOn: '2027-02-10',
    });
    expect(invoiced.status).toBe(200);
    expect(await balanceOf(lineId, 2027)).toMatchObject({
      commitmentCents: 0,
      actualCents: 6_000_000,
      availableCents: 3_000_000,
    });
  });

  test('on 31.12.2027 the unused rest may still be used, on 01.01.2028 the rest of 2026 is 0; twice changes nothing', async () => {
    await travel('2027-12-31T20:00:00+01:00');
    expect(await app.app.get(LapsingRests).lapseAll()).toBe(0);
    expect((await yearEnd(2027)).lapsing).toMatchObject([{ number: 'T10A', unusedCents: 3_000_000, daysLeft: 0 }]);
    await travel('2028-01-01T00:10:00+01:00');
    expect(await app.app.get(LapsingRests).lapseAll()).toBe(1);
    expect(await app.app.get(LapsingRests).lapseAll()).toBe(0);
    expect(await balanceOf(lineId, 2027)).toMatchObject({ carryOverCents: 6_000_000, availableCents: 0 });
    expect(await rowOf('T10A')).toMatchObject({ carryOvers: [{ state: 'lapsed' }] });
    expect((await balanceOf(lineId, 2028)).carryOverCents).toBe(0);
    await travel(DECEMBER);
  });
});

describe('T10b an investment of 400,000 from 2026', () => {
  const carryInvestment = async (number: string): Promise<string> => {
    const lineId = await addLine(app, city, {
      number,
      direction: 'payment',
      sphere: 'investing',
      appropriationCents: 40_000_000,
    });
    await propose(finance, [ask(lineId, 40_000_000, { kind: 'investment' })]);
    expect((await decide(finance2, [await rowOf(number)])).status).toBe(200);
    await travel('2027-12-20T09:00:00+01:00');
    await propose(finance, [ask(lineId, 40_000_000, { kind: 'investment' })], 2027);
    expect((await decide(finance2, [await rowOf(number, 2027)])).status).toBe(200);
    return lineId;
  };

  test('not begun on 31.12.2028 it lapses', async () => {
    const lineId = await carryInvestment('INV-A');
    expect((await rowOf('INV-A', 2027)).carryOvers).toMatchObject([{ originYear: 2026, expiresOn: '2028-12-31' }]);
    await travel('2029-01-01T00:10:00+01:00');
    await app.app.get(LapsingRests).lapseAll();
    expect(await balanceOf(lineId, 2028)).toMatchObject({ carryOverCents: 0, availableCents: 0 });
    expect((await rowOf('INV-A', 2026)).carryOvers).toMatchObject([{ state: 'used' }]);
    expect((await rowOf('INV-A', 2027)).carryOvers).toMatchObject([{ state: 'lapsed' }]);
    await travel(DECEMBER);
  });

  test('begun on 30.12.2028 it stays until the last payment', async () => {
    const lineId = await carryInvestment('INV-B');
    const begun = await finance.post(
      '/api/v1/budget/orders',
      {
        lineId,
        fiscalYear: 2028,
        number: 'B-INV',
        opening: 'place',
        amountCents: 1_000_000,
        orderedOn: '2028-12-30',
        subject: 'Erster Abruf',
      },
      { 'idempotency-key': 'begonnen-am-30-12' },
    );
    expect(begun.status).toBe(201);
    await travel('2029-01-01T00:10:00+01:00');
    await app.app.get(LapsingRests).lapseAll();
    expect((await balanceOf(lineId, 2028)).carryOverCents).toBe(40_000_000);
    expect((await rowOf('INV-B', 2027)).carryOvers).toMatchObject([{ state: 'approved', expiresOn: null }]);
    await travel(DECEMBER);
  });
});

describe('T10c open orders against too small a rest', () => {
  test('20,000 of 70,000 fall on the new year: a warning when asking, and the figures say so', async () => {
    const lineId = await addLine(app, city, { number: 'T10C', appropriationCents: 7_000_000 });
    await placeOrder(lineId, 'B-C', 7_000_000);
    const asked = await propose(finance, [ask(lineId, 5_000_000)]);
    expect(asked.body.uncovered).toEqual([{ lineId, uncoveredCents: 2_000_000 }]);
    await decide(finance2, [await rowOf('T10C')]);
    expect(await balanceOf(lineId, 2027)).toMatchObject({ commitmentCents: 7_000_000, availableCents: -2_000_000 });
  });

  test('a commitment without an order document goes along, too', async () => {
    const lineId = await addLine(app, city, { number: 'OHNE', appropriationCents: 1_000 });
    await write(app, city, [
      { lineId, fiscalYear: 2026, kind: 'commitment', amountCents: 400, bookedOn: '2026-05-01', source: 'import' },
    ]);
    await propose(finance, [ask(lineId, 400)]);
    await decide(finance2, [await rowOf('OHNE')]);
    expect([await balanceOf(lineId, 2026), await balanceOf(lineId, 2027)]).toMatchObject([
      { commitmentCents: 0, availableCents: 600 },
      { commitmentCents: 400, availableCents: 0 },
    ]);
  });

  test('where the new year has the number already, the old year is added to it', async () => {
    const lineId = await addLine(app, city, { number: 'NUMMER', appropriationCents: 5_000 });
    const { body } = await placeOrder(lineId, 'B-1', 1_000);
    const other = await addLine(app, city, { number: 'NEU', appropriationCents: 5_000 }, 2027);
    await placeOrder(other, 'B-1', 500, 2027);
    await propose(finance, [ask(lineId, 1_000)]);
    await decide(finance2, [await rowOf('NUMMER')]);
    expect((await finance.get(`/api/v1/budget/orders/${body.id}`)).body.number).toBe('B-1/2026');
  });
});

test('T9 the contingency is not carried over', async () => {
  const lineId = await addLine(app, city, { number: 'RESERVE', appropriationCents: 1_000_000 });
  await asOwner(app, (owner) =>
    owner.query(`UPDATE budget_line SET reserve = 'contingency' WHERE line_id = $1`, [lineId]),
  );
  expect((await propose(finance, [ask(lineId, 1)])).body.code).toBe('CARRY_OVER_RESERVE');
  expect(await rowOf('RESERVE')).toMatchObject({ isReserve: true, maximumCents: 0 });
});

test('what a budget note excludes lapses; its open order goes along all the same (§ 20 KomHKVO)', async () => {
  const lineId = await addLine(app, city, { number: 'VERMERK', appropriationCents: 10_000 });
  await placeOrder(lineId, 'B-V', 4_000);
  const line = (await finance.get(`/api/v1/budget/lines/${lineId}?fiscalYear=2026`)).body;
  const changed = await finance.send(`/api/v1/budget/lines/${lineId}`, {
    method: 'PATCH',
    body: JSON.stringify({ version: line.version, mayCarryOver: false }),
    headers: { 'content-type': 'application/json' },
  });
  expect(changed.status).toBe(200);
  const refused = await propose(finance, [ask(lineId, 1)]);
  expect(refused.body).toMatchObject({ code: 'CARRY_OVER_EXCLUDED', number: 'VERMERK' });
  expect(await rowOf('VERMERK')).toMatchObject({ mayCarryOver: false, maximumCents: 0, commitmentCents: 4_000 });
  await propose(finance, [ask(lineId, 0)]);
  const { body } = await decide(finance2, [await rowOf('VERMERK')]);
  expect(body).toMatchObject({ amountCents: 0, movedCommitmentCents: 4_000 });
});

test('two lines of a pool cannot carry the same money over: all or none', async () => {
  const poolId = await addPool(app, city, 'DK-R');
  const a = await addLine(app, city, { number: 'POOL-A', poolId, appropriationCents: 1_000 });
  const b = await addLine(app, city, { number: 'POOL-B', poolId, appropriationCents: 1_000 });
  await propose(finance, [ask(a, 1_000), ask(b, 1_000)]);
  await write(app, city, [
    { lineId: b, fiscalYear: 2026, kind: 'actual', amountCents: 1, bookedOn: '2026-12-01', source: 'import' },
  ]);
  const rows = [await rowOf('POOL-A'), await rowOf('POOL-B')];
  const refused = await decide(finance2, rows);
  expect(refused.body).toMatchObject({ code: 'CARRY_OVER_ABOVE', number: 'POOL-B', maximumCents: 999 });
  expect((await balanceOf(a, 2026)).carryOverCents).toBe(0);
  await propose(finance, [ask(b, 999)]);
  expect((await decide(finance2, [await rowOf('POOL-A'), await rowOf('POOL-B')])).body.amountCents).toBe(1_999);
});

describe('who asks and who decides', () => {
  test('nobody decides on what they asked for; what was changed since is looked at again', async () => {
    const lineId = await addLine(app, city, { number: 'AUGEN', appropriationCents: 1_000 });
    await propose(finance, [ask(lineId, 500)]);
    const seen = await rowOf('AUGEN');
    expect((await decide(finance, [seen])).body.code).toBe('FOUR_EYES');
    await propose(finance, [ask(lineId, 600)]);
    expect((await decide(finance2, [seen])).body.code).toBe('VERSION_STALE');
    const now = await rowOf('AUGEN');
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(finance2, [now])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await balanceOf(lineId, 2027)).carryOverCents).toBe(600);
  });

  test('refused, nothing changes, and it can be asked for again', async () => {
    const lineId = await addLine(app, city, { number: 'NEIN', appropriationCents: 1_000 });
    await propose(finance, [ask(lineId, 500)]);
    expect((await decide(finance2, [await rowOf('NEIN')], 'refuse')).body).toMatchObject({
      decided: 1,
      amountCents: 0,
    });
    expect(await rowOf('NEIN')).toMatchObject({ carryOvers: [{ state: 'refused', decisionNote: 'geprüft' }] });
    expect((await propose(finance, [ask(lineId, 400)])).status).toBe(201);
  });

  test('a head sees and asks for own lines only, another city nothing', async () => {
    const foreign = await addLine(app, city, { number: 'FREMD', unitId: city.units.parks, appropriationCents: 1_000 });
    expect((await propose(head, [ask(foreign, 1)])).status).toBe(404);
    expect(await rowOf('FREMD', 2026, head)).toBeUndefined();
    expect(await yearEnd(2026, head)).toMatchObject({ steps: [], totals: { proposals: 0 } });
    const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
    expect((await propose(neighbour, [ask(foreign, 1)])).status).toBe(404);
    expect((await neighbour.get('/api/v1/year-end/2026')).status).toBe(404);
  });

  test('into a year whose books are not open nothing is carried', async () => {
    await asOwner(app, (owner) =>
      owner.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, 2029, 'planned')`, [
        city.tenantId,
      ]),
    );
    const lineId = await addLine(app, city, { number: 'SPAET', appropriationCents: 1_000 }, 2028);
    await propose(finance, [ask(lineId, 500)], 2028);
    const decided = await decide(finance2, [await rowOf('SPAET', 2028)]);
    expect(decided.body).toMatchObject({ code: 'YEAR_NOT_OPEN', fiscalYear: 2029 });
  });
});

describe('the cockpit of the year that ends', () => {
  test('December fever: 9,000.00 in the last weeks of a line that spent 1,000.00 before is flagged with its threshold', async () => {
    const lineId = await addLine(app, city, { number: 'FIEBER', appropriationCents: 2_000_000 });
    const actual = { lineId, fiscalYear: 2026, kind: 'actual' as const, source: 'import' as const };
    await write(app, city, [
      { ...actual, amountCents: 100_000, bookedOn: '2026-03-01' },
      { ...actual, amountCents: 900_000, bookedOn: '2026-12-10' },
    ]);
    const { fever, feverFrom } = await yearEnd();
    expect(feverFrom).toBe('2026-11-20');
    expect(fever.find(({ number }) => number === 'FIEBER')).toMatchObject({
      inWindowCents: 900_000,
      expectedCents: 8_050,
      thresholdCents: 508_050,
    });
  });

  test('every step has its state; books close last', async () => {
    const { steps, booksState, nextBooksState } = await yearEnd();
    expect([booksState, nextBooksState]).toEqual(['open', 'open']);
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'open_orders done',
      'clearing done',
      'open_next_year done',
      'carry_over open',
      'cover_statement done',
      'reconciliation open',
      'close_books blocked',
    ]);
  });
});
