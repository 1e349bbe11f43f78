import type { CoverRightRow, PoolDetail } from '@etatlotse/contracts/authority';
import { addLine, addPool, type LineWish, openYear, setCeiling, write } from '../../../test/ledger-builder';
import type { HttpClient } from '../../../test/http-client';
import { type City, createCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let head: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  finance = await loginAs(app, 'finance');
  head = await loginAs(app, 'department_head');
});
afterAll(() => app.stop());

let numbers = 0;
const line = (appropriationCents: number, wish: Partial<LineWish> = {}): Promise<string> =>
  addLine(app, city, { number: `D.${String(++numbers).padStart(4, '0')}`, appropriationCents, ...wish });
const spend = (lineId: string, amountCents: number) =>
  write(app, city, [{ lineId, fiscalYear: 2026, kind: 'actual', amountCents, bookedOn: '2026-05-01', source: 'demo' }]);
const order = (lineId: string, amountCents: number) =>
  finance.post('/api/v1/budget/orders', {
    lineId,
    fiscalYear: 2026,
    number: `D-${String(++numbers)}`,
    opening: 'place',
    amountCents,
    orderedOn: '2026-10-05',
    subject: 'Lizenzen',
  });
const pool = async (id: string, who = finance) =>
  (await who.get(`/api/v1/authority/pools/${id}?fiscalYear=2026`)).body as unknown as PoolDetail;
const declare = (drawingLineId: string, givingLineId: string, budgetNote = 'Haushaltsvermerk 4') =>
  finance.post('/api/v1/authority/cover-rights', { drawingLineId, givingLineId, budgetNote });
const draw = (lineId: string, fromLineId: string, amountCents: number) =>
  finance.post('/api/v1/authority/draws', { lineId, fromLineId, fiscalYear: 2026, amountCents, reason: 'Mehrbedarf' });
const availableOn = async (lineId: string): Promise<number | undefined> =>
  (
    (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2026`)).body as {
      balance: Record<string, number>;
    }
  ).balance['availableCents'];

describe('T6 cover pool', () => {
  test('T6 an order of 30,000 on A passes, 30,000.01 fails although B alone has 50,000; the statement sums to 0.00', async () => {
    const poolId = await addPool(app, city, 'DK 6');
    const a = await line(20_000_000, { poolId });
    const b = await line(15_000_000, { poolId });
    const c = await line(10_000_000, { poolId });
    await spend(a, 23_000_000);
    await spend(b, 10_000_000);
    await spend(c, 9_000_000);
    expect((await order(a, 3_000_001)).body).toMatchObject({
      code: 'BUDGET_EXCEEDED',
      availableCents: 3_000_000,
      missingCents: 1,
      checkedLevel: 'pool',
    });
    expect((await order(a, 3_000_000)).body).toMatchObject({ availableCents: 0 });
    const detail = await pool(poolId);
    expect(detail.balance).toMatchObject({ adjustedCents: 45_000_000, availableCents: 0, transferCents: 0 });
    expect(detail.members.map(({ id, availableCents, coverCents }) => [id, availableCents, coverCents])).toEqual([
      [a, -6_000_000, 6_000_000],
      [b, 5_000_000, -5_000_000],
      [c, 1_000_000, -1_000_000],
    ]);
    expect(detail.legs.map(({ from, to, amountCents }) => [from?.id, to?.id, amountCents])).toEqual([
      [b, a, 5_000_000],
      [c, a, 1_000_000],
    ]);
    expect(detail.members.reduce((sum, { coverCents }) => sum + coverCents, 0)).toBe(0);
    expect(detail).toMatchObject({ uncoveredCents: 0, differenceCents: 0, hidden: { members: 0, coverCents: 0 } });
  });

  test('a head sees the own members; the others stand as one sum, and the statement still sums to 0.00', async () => {
    const poolId = await addPool(app, city, 'DK 7');
    const own = await line(1000, { poolId, unitId: city.units.school });
    const foreign = await line(5000, { poolId, unitId: city.units.parks });
    await spend(own, 1400);
    const seen = await pool(poolId, head);
    expect(seen.members).toMatchObject([{ id: own, availableCents: -400, coverCents: 400 }]);
    expect(seen.hidden).toEqual({
      members: 1,
      adjustedCents: 5000,
      usedCents: 0,
      availableCents: 5000,
      coverCents: -400,
    });
    expect(seen.legs).toEqual([{ from: null, to: expect.objectContaining({ id: own }), amountCents: 400 }]);
    expect(JSON.stringify(seen)).not.toContain(foreign);
    const other = await addPool(app, city, 'DK 8');
    await line(1, { poolId: other, unitId: city.units.parks });
    expect((await head.get(`/api/v1/authority/pools/${other}?fiscalYear=2026`)).status).toBe(404);
  });

  test('R7 a line of the other side is not put into the pool', async () => {
    const [current, invest] = [await line(1), await line(1, { direction: 'payment', sphere: 'investing' })];
    const made = await finance.post('/api/v1/budget/pools', {
      code: 'DK M',
      name: 'Gemischt',
      lineIds: [current, invest],
    });
    expect(made.body).toMatchObject({ code: 'POOL_WALL', rule: '§ 19 Abs. 4 KomHKVO' });
  });

  test('ten rounds: of forty people at the same moment on three lines one gets the last euro of the pool', async () => {
    const poolId = await addPool(app, city, 'DK 40');
    const lines = [await line(0, { poolId }), await line(0, { poolId }), await line(0, { poolId })];
    const overdrawn: number[] = [];
    for (let round = 1; round <= 10; round++) {
      const rich = lines[round % 3] ?? '';
      await write(app, city, [
        { lineId: rich, fiscalYear: 2026, kind: 'over_plan', amountCents: 100, bookedOn: '2026-05-01', source: 'demo' },
      ]);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, at) =>
          finance.post('/api/v1/budget/movements', {
            lineId: lines[at % 3],
            fiscalYear: 2026,
            kind: 'commitment',
            amountCents: 100,
            bookedOn: '2026-10-05',
            text: `Runde ${round}`,
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ body }) => body['code'] === 'BUDGET_EXCEEDED')).toHaveLength(39);
      const { balance } = await pool(poolId);
      if (balance.availableCents < 0) overdrawn.push(round);
      expect(balance.availableCents).toBe(0);
    }
    expect(overdrawn).toEqual([]);
  }, 120_000);
});

describe('T6b one-sided cover', () => {
  test('T6b Y draws on X at once, X never on Y, and a third line on neither', async () => {
    const [y, x, third] = [await line(0), await line(10_000), await line(0)];
    expect((await draw(y, x, 1)).body).toMatchObject({ code: 'COVER_RIGHT_MISSING', rule: '§ 19 KomHKVO' });
    expect((await declare(y, x)).status).toBe(201);
    const drawn = await draw(y, x, 4000);
    expect(drawn).toMatchObject({ status: 201, body: { state: 'booked' } });
    expect([await availableOn(y), await availableOn(x)]).toEqual([4000, 6000]);
    expect((await finance.get(`/api/v1/authority/transfers/${String(drawn.body['id'])}`)).body).toMatchObject({
      form: 'one_sided',
      budgetNote: 'Haushaltsvermerk 4',
      from: { id: x },
      to: { id: y },
    });
    expect((await draw(x, y, 1)).body).toMatchObject({ code: 'COVER_RIGHT_REVERSE', rule: '§ 19 KomHKVO' });
    expect((await draw(third, x, 1)).body).toMatchObject({ code: 'COVER_RIGHT_MISSING' });
    expect((await draw(y, x, 6001)).body).toMatchObject({ code: 'TRANSFER_EXCEEDED', availableCents: 6000 });
  });

  test('is listed with what it can give, ends, and is not drawn on any more', async () => {
    const [y, x] = [await line(0), await line(700)];
    const { body: right } = await declare(y, x);
    const rights = (await finance.get(`/api/v1/authority/cover-rights?fiscalYear=2026&lineId=${y}`))
      .body as unknown as CoverRightRow[];
    expect(rights).toMatchObject([{ id: right['id'], drawing: { id: y }, giving: { id: x }, givableCents: 700 }]);
    const end = (version: number) =>
      finance.post(`/api/v1/authority/cover-rights/${String(right['id'])}/end`, { version });
    expect((await end(2)).body).toMatchObject({ code: 'VERSION_STALE' });
    expect((await end(1)).body).toMatchObject({ version: 2 });
    expect((await end(2)).status).toBe(404);
    expect((await draw(y, x, 1)).body).toMatchObject({ code: 'COVER_RIGHT_MISSING' });
  });

  test('both directions at the same moment: one of them is declared', async () => {
    const [one, two] = [await line(1), await line(1)];
    const answers = await Promise.all([declare(one, two), declare(two, one), declare(one, two), declare(two, one)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.map(({ body }) => body['code']).filter((code) => code !== undefined)).toEqual(
      expect.arrayContaining(['COVER_RIGHT_MUTUAL']),
    );
  });

  test('never across the wall, never inside a pool, never for a reserve', async () => {
    const poolId = await addPool(app, city, 'DK 1S');
    const [a, b] = [await line(1, { poolId }), await line(1, { poolId })];
    const invest = await line(1, { direction: 'payment', sphere: 'investing' });
    expect((await declare(invest, a)).body).toMatchObject({ code: 'TRANSFER_WALL' });
    expect((await declare(a, b)).body).toMatchObject({ code: 'TRANSFER_POOL_COVERS' });
    expect((await declare(a, '018f2f3e-1111-7111-8111-111111111111')).body).toMatchObject({ code: 'LINE_UNKNOWN' });
    expect((await head.post('/api/v1/authority/cover-rights', {})).status).toBe(403);
  });

  test('twenty at the same moment draw the last euro once', async () => {
    const [y, x] = [await line(0), await line(100)];
    await declare(y, x);
    const answers = await Promise.all(Array.from({ length: 20 }, () => draw(y, x, 100)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect([await availableOn(y), await availableOn(x)]).toEqual([100, 0]);
  });
});

test('T1e everything reconciles to 0.00', async () => {
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
});
