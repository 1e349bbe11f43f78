import type { TransferCheck, TransferRow } from '@etatlotse/contracts/authority';
import { addLine, addPool, type LineWish, openYear, setCeiling, write } from '../../../test/ledger-builder';
import type { HttpClient } from '../../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';
import { Transactions } from '../../platform/database/transactions';
import { appendMovements, type NewMovement } from '../../budget';

let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let head: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  finance = await loginAs(app, 'finance');
  finance2 = await loginAs(app, 'finance2');
  head = await loginAs(app, 'department_head');
});
afterAll(() => app.stop());

let numbers = 0;
const line = (appropriationCents: number, wish: Partial<LineWish> = {}): Promise<string> =>
  addLine(app, city, { number: `U.${String(++numbers)}`, appropriationCents, ...wish });
const investment = (appropriationCents = 0): Promise<string> =>
  line(appropriationCents, { direction: 'payment', sphere: 'investing', account: '783125' });

const transfer = (fromLineId: string, toLineId: string, amountCents: number, more: object = {}, who = finance) =>
  who.post('/api/v1/authority/transfers', {
    fromLineId,
    toLineId,
    fiscalYear: 2026,
    amountCents,
    reason: 'Mehrbedarf Lizenzen',
    documentNumber: 'UM-1',
    ...more,
  });
const check = async (fromLineId: string, toLineId: string, amountCents: number) =>
  (await finance.post('/api/v1/authority/transfers/check', { fromLineId, toLineId, fiscalYear: 2026, amountCents }))
    .body as unknown as TransferCheck;
const find = async (id: unknown, who = finance) =>
  (await who.get(`/api/v1/authority/transfers/${String(id)}`)).body as unknown as TransferRow;
const balanceOf = async (lineId: string) =>
  (
    (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2026`)).body as {
      balance: Record<string, number>;
    }
  ).balance;
const countMovements = (transferId: unknown): Promise<number> =>
  asOwner(app, async (owner) => {
    const { rowCount } = await owner.query(`SELECT FROM movement WHERE transfer_id = $1`, [transferId]);
    return rowCount ?? 0;
  });

/** The city decides, by two people, up to what amount current expense may cover an investment. */
async function setInvestmentLimit(value: number): Promise<void> {
  const admin = await loginAs(app, 'admin');
  const asked = await admin.put('/api/v1/authority/rules', {
    key: 'oneWayInvestmentLimitCents',
    validFrom: 2026,
    value,
    source: 'Haushaltssatzung 2026, Haushaltsvermerk 7',
    reason: 'Ratsbeschluss vom 16.12.2025',
  });
  await finance.post(`/api/v1/approvals/${String(asked.body['approvalId'])}/decision`, {
    decision: 'approve',
    version: 1,
  });
}

describe('finance transfers between two lines', () => {
  test('a pair of movements with one id, and what is available moves with it', async () => {
    const giver = await line(10_000_000);
    const receiver = await line(1_000_000);
    const asked = await check(giver, receiver, 4_000_000);
    expect(asked).toMatchObject({
      form: 'transfer',
      rule: '§ 19 KomHKVO',
      from: { beforeCents: 10_000_000, afterCents: 6_000_000, level: 'line' },
      to: { beforeCents: 1_000_000, afterCents: 5_000_000 },
      isRequest: false,
      refusal: null,
    });
    const done = await transfer(giver, receiver, 4_000_000);
    expect(done).toMatchObject({ status: 201, body: { state: 'booked', version: 1 } });
    expect(await balanceOf(giver)).toMatchObject({ transferCents: -4_000_000, availableCents: 6_000_000 });
    expect(await balanceOf(receiver)).toMatchObject({ transferCents: 4_000_000, availableCents: 5_000_000 });
    expect(await countMovements(done.body['id'])).toBe(2);
    expect(await find(done.body['id'])).toMatchObject({
      state: 'booked',
      from: { id: giver },
      to: { id: receiver },
      reason: 'Mehrbedarf Lizenzen',
      documentNumber: 'UM-1',
      requestedByName: 'Test finance',
      mayUndo: true,
      mayDecide: false,
    });
  });

  test('what the line does not have it cannot give, and nothing is written', async () => {
    const giver = await line(100);
    const receiver = await line(0);
    expect(await transfer(giver, receiver, 101)).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_EXCEEDED', availableCents: 100, missingCents: 1 },
    });
    expect(await check(giver, receiver, 101)).toMatchObject({ refusal: { code: 'TRANSFER_EXCEEDED' } });
    expect(await balanceOf(receiver)).toMatchObject({ availableCents: 0 });
  });

  test('T6 what a pooled line gives is taken from the pool, under its lock', async () => {
    const poolId = await addPool(app, city, 'UP 1');
    const giver = await line(5_000_000, { poolId });
    const member = await line(0, { poolId });
    await write(app, city, [
      {
        lineId: member,
        fiscalYear: 2026,
        kind: 'actual',
        amountCents: 2_000_000,
        bookedOn: '2026-05-01',
        source: 'demo',
      },
    ]);
    const receiver = await line(0);
    expect((await transfer(giver, receiver, 3_000_001)).body).toMatchObject({
      code: 'TRANSFER_EXCEEDED',
      availableCents: 3_000_000,
    });
    expect((await transfer(giver, member, 1)).body).toMatchObject({ code: 'TRANSFER_POOL_COVERS' });
    expect((await transfer(giver, receiver, 3_000_000)).body).toMatchObject({ state: 'booked' });
  });

  test('a repeated press transfers once', async () => {
    const giver = await line(1000);
    const receiver = await line(0);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'umbuchung-einmal' };
    const body = JSON.stringify({
      fromLineId: giver,
      toLineId: receiver,
      fiscalYear: 2026,
      amountCents: 10,
      reason: 'x',
    });
    const send = () => finance.send('/api/v1/authority/transfers', { method: 'POST', headers, body });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(await balanceOf(giver)).toMatchObject({ availableCents: 990 });
  });

  test('twelve at the same moment give the last euro once', async () => {
    const giver = await line(100);
    const receivers = await Promise.all([line(0), line(0), line(0)]);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => transfer(giver, receivers[at % 3] ?? '', 100)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'TRANSFER_EXCEEDED')).toHaveLength(11);
    expect(await balanceOf(giver)).toMatchObject({ availableCents: 0 });
  });

  test('there and back at the same moment: neither waits for the other for ever', async () => {
    const [one, two] = [await line(1000), await line(1000)];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? transfer(one, two, 10) : transfer(two, one, 10))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(await balanceOf(one)).toMatchObject({ availableCents: 1000 });
  });
});

describe('T7 from current expense to an investment', () => {
  test('T7 without the note it is refused', async () => {
    expect((await transfer(await line(1_000_000), await investment(), 500_000)).body).toMatchObject({
      code: 'TRANSFER_WALL_NOTE',
      rule: '§ 19 Abs. 4 KomHKVO',
    });
  });

  test('T7 with note and limit 10,000: investment +5,000, expense locked by 5,000; the reverse is always refused', async () => {
    await setInvestmentLimit(1_000_000);
    const expense = await line(10_000_000);
    const invest = await investment(2_000_000);
    const done = await transfer(expense, invest, 500_000);
    expect(done.body).toMatchObject({ state: 'booked' });
    expect(await find(done.body['id'])).toMatchObject({ form: 'investment_cover' });
    expect(await balanceOf(invest)).toMatchObject({ transferCents: 500_000, availableCents: 2_500_000 });
    expect(await balanceOf(expense)).toMatchObject({
      transferCents: 0,
      adjustedCents: 10_000_000,
      lockCents: 500_000,
      availableCents: 9_500_000,
    });
    expect((await transfer(invest, expense, 1)).body).toMatchObject({
      code: 'TRANSFER_WALL',
      rule: '§ 19 Abs. 4 KomHKVO',
    });
  });

  test('T7 in parallel: eight of 5,000 on one investment, the limit of 10,000 holds for all of them together', async () => {
    const invest = await investment();
    const givers = await Promise.all(Array.from({ length: 8 }, () => line(1_000_000)));
    const answers = await Promise.all(givers.map((giver) => transfer(giver, invest, 500_000)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ body }) => body['code'] === 'TRANSFER_WALL_LIMIT')).toHaveLength(6);
    expect(await balanceOf(invest)).toMatchObject({ transferCents: 1_000_000 });
    const locked = await Promise.all(givers.map(async (giver) => (await balanceOf(giver))['lockCents']));
    expect(locked.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).toBe(1_000_000);
  });

  test('T7 undone: the lock is lifted and the limit is free again', async () => {
    const [expense, invest] = [await line(1_000_000), await investment()];
    const done = await transfer(expense, invest, 1_000_000);
    const undo = { reason: 'Beschaffung entfällt', version: 1 };
    const undone = await finance.post(`/api/v1/authority/transfers/${String(done.body['id'])}/reversal`, undo);
    expect(undone.body).toMatchObject({ state: 'booked' });
    expect(await balanceOf(expense)).toMatchObject({ lockCents: 0, availableCents: 1_000_000 });
    expect(await balanceOf(invest)).toMatchObject({ transferCents: 0 });
    expect((await transfer(expense, invest, 1_000_000)).body).toMatchObject({ state: 'booked' });
  });
});

describe('T9 reserves', () => {
  test('T9 Deckungsreserve is neither pooled nor transferred', async () => {
    const reserve = await line(5_000_000);
    const marked = await finance.send(`/api/v1/budget/lines/${reserve}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, reserve: 'contingency' }),
    });
    expect(marked).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await transfer(reserve, await line(0), 1)).body).toMatchObject({
      code: 'TRANSFER_RESERVE',
      rule: '§ 13 KomHKVO',
    });
    expect(
      (await finance.post('/api/v1/budget/pools', { code: 'UP R', name: 'Mit Reserve', lineIds: [reserve] })).body,
    ).toMatchObject({ code: 'POOL_RESERVE' });
    const poolId = await addPool(app, city, 'UP 9');
    const pooled = await line(1, { poolId });
    expect(
      (
        await finance.send(`/api/v1/budget/lines/${pooled}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version: 1, reserve: 'discretionary' }),
        })
      ).body,
    ).toMatchObject({ code: 'POOL_RESERVE' });
  });
});

describe('a department head asks', () => {
  const own = (amount: number) => line(amount, { unitId: city.units.school });

  test('between own lines: nothing moves until finance books it', async () => {
    const [giver, receiver] = [await own(1000), await own(0)];
    const asked = await transfer(giver, receiver, 400, {}, head);
    expect(asked.body).toMatchObject({ state: 'requested' });
    expect(await balanceOf(giver)).toMatchObject({ availableCents: 1000 });
    expect(await find(asked.body['id'], head)).toMatchObject({ mayWithdraw: true, mayDecide: false });
    expect(await find(asked.body['id'])).toMatchObject({ mayDecide: true, mayWithdraw: false });
    const decision = `/api/v1/authority/transfers/${String(asked.body['id'])}/decision`;
    expect((await head.post(decision, { decision: 'book', version: 1 })).status).toBe(403);
    expect((await finance.post(decision, { decision: 'refuse', version: 1 })).body).toMatchObject({
      code: 'TRANSFER_REASON_NEEDED',
    });
    expect((await finance.post(decision, { decision: 'book', version: 1 })).body).toMatchObject({ state: 'booked' });
    expect(await balanceOf(giver)).toMatchObject({ availableCents: 600 });
    expect((await finance2.post(decision, { decision: 'book', version: 2 })).body).toMatchObject({
      code: 'TRANSFER_DECIDED',
    });
  });

  test('finance refuses with a reason; a withdrawn request is gone', async () => {
    const [giver, receiver] = [await own(1000), await own(0)];
    const refused = await transfer(giver, receiver, 400, {}, head);
    const path = (id: unknown, what: string): string => `/api/v1/authority/transfers/${String(id)}/${what}`;
    await finance.post(path(refused.body['id'], 'decision'), { decision: 'refuse', reason: 'Nachtrag', version: 1 });
    expect(await find(refused.body['id'], head)).toMatchObject({ state: 'refused', decisionReason: 'Nachtrag' });
    const second = await transfer(giver, receiver, 400, {}, head);
    expect((await finance.post(path(second.body['id'], 'withdrawal'), { version: 1 })).status).toBe(404);
    expect((await head.post(path(second.body['id'], 'withdrawal'), { version: 1 })).body).toMatchObject({
      state: 'withdrawn',
    });
    expect(await balanceOf(giver)).toMatchObject({ availableCents: 1000 });
  });

  test('what was there when asked may be spent when decided: the rules are asked again', async () => {
    const [giver, receiver] = [await own(1000), await own(0)];
    const asked = await transfer(giver, receiver, 1000, {}, head);
    await write(app, city, [
      { lineId: giver, fiscalYear: 2026, kind: 'actual', amountCents: 1, bookedOn: '2026-05-01', source: 'demo' },
    ]);
    const decision = `/api/v1/authority/transfers/${String(asked.body['id'])}/decision`;
    expect((await finance.post(decision, { decision: 'book', version: 1 })).body).toMatchObject({
      code: 'TRANSFER_EXCEEDED',
      missingCents: 1,
    });
    expect(await find(asked.body['id'])).toMatchObject({ state: 'requested' });
  });

  test('another department does not exist for them, and sees nothing of it', async () => {
    const parks = await line(1000, { unitId: city.units.parks });
    expect((await transfer(parks, await own(0), 1, {}, head)).status).toBe(404);
    const between = await transfer(parks, await own(0), 1);
    expect(await find(between.body['id'], head)).toMatchObject({ from: null, to: { name: expect.any(String) } });
    const { rows } = (await head.get('/api/v1/authority/transfers?fiscalYear=2026')).body as unknown as {
      rows: TransferRow[];
    };
    expect(rows.every(({ from, to }) => from !== null || to !== null)).toBe(true);
  });
});

describe('undoing', () => {
  test('a counter-transfer names what it undoes, once', async () => {
    const [giver, receiver] = [await line(1000), await line(0)];
    const done = await transfer(giver, receiver, 400);
    const path = `/api/v1/authority/transfers/${String(done.body['id'])}/reversal`;
    const [first, second] = await Promise.all([1, 2].map(() => finance.post(path, { reason: 'Irrtum', version: 1 })));
    const counters = [first, second].filter((answer) => answer?.status === 200);
    expect(counters).toHaveLength(1);
    expect(await balanceOf(giver)).toMatchObject({ transferCents: 0, availableCents: 1000 });
    expect(await find(done.body['id'])).toMatchObject({ state: 'undone', mayUndo: false });
    expect(await find(counters[0]?.body['id'])).toMatchObject({ undoesId: done.body['id'], mayUndo: false });
  });

  test('is refused where the amount is spent; one leg alone is never reversed', async () => {
    const [giver, receiver] = [await line(1000), await line(0)];
    const done = await transfer(giver, receiver, 400);
    await write(app, city, [
      { lineId: receiver, fiscalYear: 2026, kind: 'actual', amountCents: 1, bookedOn: '2026-05-01', source: 'demo' },
    ]);
    const path = `/api/v1/authority/transfers/${String(done.body['id'])}/reversal`;
    expect((await finance.post(path, { reason: 'Irrtum', version: 1 })).body).toMatchObject({
      code: 'TRANSFER_EXCEEDED',
      missingCents: 1,
    });
    const { rows } = (await finance.get(`/api/v1/budget/lines/${giver}/movements?fiscalYear=2026`)).body as {
      rows: { id: string; kind: string }[];
    };
    const leg = rows.find(({ kind }) => kind === 'transfer');
    const reversal = { fiscalYear: 2026, reason: 'nur eine Seite' };
    expect((await finance.post(`/api/v1/budget/movements/${leg?.id ?? ''}/reversal`, reversal)).body).toMatchObject({
      code: 'STEP_NOT_ALLOWED',
    });
  });
});

describe('the database itself', () => {
  const append = (rows: readonly Partial<NewMovement>[]) =>
    app.app.get(Transactions).run({ tenantId: city.tenantId, actor: null }, (tx) => {
      const transferId = tx.nextId();
      const common = { fiscalYear: 2026, bookedOn: '2026-05-01', source: 'import' as const, transferId };
      return appendMovements(tx, rows.map((row) => ({ ...common, ...row })) as NewMovement[]);
    });

  test('commits no transfer whose sum is not 0.00, whoever writes it', async () => {
    const [one, two] = [await line(1000), await line(0)];
    const legs = (first: number, second: number) => [
      { lineId: one, kind: 'transfer' as const, amountCents: first },
      { lineId: two, kind: 'transfer' as const, amountCents: second },
    ];
    await expect(append(legs(-10, 9))).rejects.toThrow('do not add up to zero');
    await expect(append(legs(-10, 10).slice(1))).rejects.toThrow('do not add up to zero');
    await expect(append(legs(-10, 10))).resolves.toHaveLength(2);
  });

  test('T7 commits no transfer across the wall without the lock', async () => {
    const [expense, invest] = [await line(1000), await investment()];
    await expect(
      append([
        { lineId: expense, kind: 'transfer', amountCents: -10 },
        { lineId: invest, kind: 'transfer', amountCents: 10 },
      ]),
    ).rejects.toThrow('do not add up to zero');
    await expect(
      append([
        { lineId: expense, kind: 'lock', amountCents: 10 },
        { lineId: invest, kind: 'transfer', amountCents: 10 },
      ]),
    ).resolves.toHaveLength(2);
  });
});

test('T1e everything reconciles to 0.00', async () => {
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
});
