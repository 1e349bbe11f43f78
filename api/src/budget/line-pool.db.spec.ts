import { randomUUID } from 'node:crypto';
import { BUDGET_YEAR, plantBudget, plantLines, plantPool, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let ids: Readonly<Record<string, string>>;

const lines = '/api/v1/budget/lines';
const year = `fiscalYear=${BUDGET_YEAR}`;
const show = async (id: string) => (await finance.get(`${lines}/${id}?${year}`)).body;
const patch = (client: HttpClient, id: string, body: object) =>
  client.send(`${lines}/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await plantYear(app, city);
  ids = await plantBudget(app, city);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

describe('Deckungskreise', () => {
  const pools = '/api/v1/budget/pools';
  const change = (id: string, body: object) =>
    finance.send(`${pools}/${id}`, {
      method: 'PATCH',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const poolIs = async (id: string) =>
    (await finance.get(`${pools}?${year}`)).body.find((pool: { id: string }) => pool.id === id);
  const reconciled = () =>
    asOwner(app, async (owner) => {
      const { rows } = await owner.query(
        `SELECT p.pool_id FROM pool_balance p WHERE p.tenant_id = $1 AND p.available_cents <> (
           SELECT coalesce(sum(b.available_cents), 0) FROM budget_line l JOIN line_balance b USING (tenant_id, line_id)
           WHERE l.pool_id = p.pool_id AND b.fiscal_year = p.fiscal_year)`,
        [city.tenantId],
      );
      return rows;
    });
  let planted: Readonly<Record<string, string>>;

  beforeAll(async () => {
    planted = await plantLines(app, city, [
      {
        number: 'P.A',
        movements: [
          { kind: 'appropriation', amountCents: 20_000_000 },
          { kind: 'actual', amountCents: 23_000_000 },
        ],
      },
      {
        number: 'P.B',
        movements: [
          { kind: 'appropriation', amountCents: 15_000_000 },
          { kind: 'actual', amountCents: 10_000_000 },
        ],
      },
      {
        number: 'P.C',
        movements: [
          { kind: 'appropriation', amountCents: 10_000_000 },
          { kind: 'actual', amountCents: 9_000_000 },
        ],
      },
    ]);
  });
  const id = (number: string): string => planted[number] ?? '';

  test('T6 three lines together have 30,000.00 left; the pool’s balance is the sum of its lines', async () => {
    const { body, status } = await finance.post(pools, {
      code: 'DK 6',
      name: 'Dienste',
      lineIds: [id('P.A'), id('P.B'), id('P.C')],
    });
    expect(status).toBe(201);
    expect(await poolIs(body.id)).toMatchObject({
      code: 'DK 6',
      lines: 3,
      balance: { adjustedCents: 45_000_000, availableCents: 3_000_000 },
    });
    expect((await show(id('P.A'))).pool).toMatchObject({ availableCents: 3_000_000 });
    const row = (await finance.get(`${lines}?${year}&q=P.A`)).body.rows[0];
    expect([row.availableCents, row.overAuthority]).toEqual([-3_000_000, false]);
    expect(await reconciled()).toEqual([]);
  });

  test('a line that covers another cannot leave as long as it is needed; a line that is not needed can', async () => {
    const pool = (await finance.get(`${pools}?${year}`)).body.find(({ code }: { code: string }) => code === 'DK 6');
    const lost = await change(pool.id, { version: pool.version, remove: [id('P.B')] });
    expect([lost.status, lost.body.code, lost.body.missingCents, lost.body.fiscalYear]).toEqual([
      409,
      'POOL_OVERDRAWN',
      2_000_000,
      2026,
    ]);
    expect((await poolIs(pool.id)).lines).toBe(3);
    expect((await change(pool.id, { version: pool.version, remove: [id('P.C')] })).status).toBe(200);
    expect(await poolIs(pool.id)).toMatchObject({ lines: 2, balance: { availableCents: 2_000_000 } });
    expect((await change(pool.id, { version: pool.version, add: [id('P.C')] })).body.code).toBe('VERSION_STALE');
    const moved = await patch(finance, id('P.C'), { version: (await show(id('P.C'))).version, poolId: pool.id });
    expect(moved.status).toBe(200);
    expect(await show(id('P.C'))).toMatchObject({ version: moved.body.version, pool: { availableCents: 3_000_000 } });
    expect(await reconciled()).toEqual([]);
  });

  test('R7 an investment never covers current operation; revenue covers nothing; a line is not taken from another pool', async () => {
    const pool = (await finance.get(`${pools}?${year}`)).body.find(({ code }: { code: string }) => code === 'DK 6');
    const put = async (number: string, lineId = '') =>
      (await change(pool.id, { version: pool.version, add: [lineId || ids[number]] })).body;
    expect(await put('4E.210270')).toMatchObject({
      code: 'POOL_WALL',
      rule: '§ 19 Abs. 4 KomHKVO',
      number: '4E.210270',
    });
    expect(await put('9.001')).toMatchObject({ code: 'POOL_SPENDING_ONLY', number: '9.001' });
    expect(await put('4S.100210')).toMatchObject({ code: 'POOL_LINE_TAKEN', number: '4S.100210' });
    expect(await put('', randomUUID())).toMatchObject({ code: 'LINE_UNKNOWN' });
    expect((await finance.post(pools, { code: 'DK 6', name: 'x' })).body.code).toBe('NUMBER_TAKEN');
  });

  test('orders booked while a line moves between pools are in the right pool’s sum, ten times over', async () => {
    const [from, to] = [await plantPool(app, city, 'DK von'), await plantPool(app, city, 'DK nach')];
    const planted = await plantLines(app, city, [{ number: 'M.1', poolId: from, appropriationCents: 100_000_00 }]);
    const lineId = planted['M.1'] ?? '';
    for (let round = 0; round < 10; round++) {
      const { version } = await show(lineId);
      const orders = [1, 2, 3].map((n) =>
        finance.post('/api/v1/budget/orders', {
          lineId,
          fiscalYear: BUDGET_YEAR,
          number: `M-${round}-${n}`,
          opening: 'place',
          amountCents: 100,
          orderedOn: '2026-10-05',
          subject: 'Probe',
        }),
      );
      const move = patch(finance, lineId, { version, poolId: round % 2 === 0 ? to : from });
      const answers = await Promise.all([...orders, move]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 200]);
      expect(await reconciled()).toEqual([]);
    }
    expect((await show(lineId)).balance.commitmentCents).toBe(3000);
  });

  test('a head sees only the pools that a line of the department belongs to', async () => {
    const head = await loginAs(app, 'department_head');
    expect((await head.get(`${pools}?${year}`)).body.map(({ code }: { code: string }) => code)).toEqual(['DK 10-3']);
    expect((await head.post(pools, { code: 'X', name: 'X' })).status).toBe(403);
  });
});
