import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { commit, upload } from '../../test/import-files';
import { addLine, addPool, openYear, setCeiling, write } from '../../test/ledger-builder';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { until } from '../../test/until';
import { Transactions } from '../platform/database/transactions';
import { moveToPool } from './line-pool-move';
import { findLines } from './line.repository';

/*
 * Somebody puts a line into another cover pool at the moment in which somebody else books on it. Whoever comes second is
 * judged by what then holds (T6): the pool the line has come to, not the one it was in when the booking was asked for.
 */

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

let numbers = 0;
const line = (poolId: string | null, appropriationCents: number): Promise<string> =>
  addLine(app, city, { number: `W.${String(++numbers)}`, poolId, appropriationCents });

const book = (lineId: string, amountCents: number) =>
  finance.post('/api/v1/budget/movements', {
    lineId,
    fiscalYear: 2026,
    kind: 'commitment',
    amountCents,
    bookedOn: '2026-10-05',
    text: 'Server',
  });

const order = (lineId: string, amountCents: number) =>
  finance.post('/api/v1/budget/orders', {
    lineId,
    fiscalYear: 2026,
    number: `W-${String(++numbers)}`,
    opening: 'place',
    amountCents,
    orderedOn: '2026-10-05',
    subject: 'Server',
  });

/** A pool with one line on which more was spent than granted. */
async function overspentPool(code: string, missingCents: number): Promise<string> {
  const poolId = await addPool(app, city, code);
  const lineId = await line(poolId, 1_000_000);
  const spent = 1_000_000 + missingCents;
  await write(app, city, [
    { lineId, fiscalYear: 2026, kind: 'actual', amountCents: spent, bookedOn: '2026-08-01', source: 'demo' },
  ]);
  return poolId;
}

const someoneWaits = (): Promise<boolean> =>
  asOwner(app, async (owner) => {
    const { rowCount } = await owner.query(
      `SELECT FROM pg_locks w JOIN pg_stat_activity a USING (pid) WHERE NOT w.granted AND a.datname = current_database()`,
    );
    return rowCount !== 0;
  });

/** Moves the line; while the move is not yet final, `ask` comes and waits. Answers what it got in the end. */
async function meanwhile<Answer>(
  lineId: string,
  poolId: string | null,
  ask: () => Promise<Answer>,
): Promise<{ readonly moved: boolean; readonly answer: Answer }> {
  let answer: Promise<Answer> | undefined;
  const move = await app.app.get(Transactions).run({ tenantId: city.tenantId, actor: null }, async (tx) => {
    const moved = await moveToPool(tx, await findLines(tx, [lineId]), poolId);
    answer = ask();
    await until(someoneWaits);
    return moved;
  });
  return { moved: move.ok, answer: await (answer as Promise<Answer>) };
}

/** What the pools count as spent in 2026. */
const pooledActual = (poolIds: readonly string[]): Promise<number[]> =>
  asOwner(app, async (owner) => {
    const { rows } = await owner.query<{ pool_id: string; actual_cents: string }>(
      `SELECT pool_id, actual_cents FROM pool_balance WHERE fiscal_year = 2026 AND pool_id = ANY ($1::uuid[])`,
      [poolIds],
    );
    return poolIds.map((poolId) => Number(rows.find((row) => row.pool_id === poolId)?.actual_cents ?? 0));
  });

describe('T6 a line moves while a booking waits for it', () => {
  test.each([
    ['a booking', book],
    ['an order', order],
  ])('into a pool with less left: %s of all the line had is refused', async (_, ask) => {
    const poolId = await overspentPool(`WP ${String(++numbers)}`, 8_000_000);
    const lineId = await line(null, 10_000_000);
    const { moved, answer } = await meanwhile(lineId, poolId, () => ask(lineId, 10_000_000));
    expect(moved).toBe(true);
    expect(answer.body).toMatchObject({ code: 'BUDGET_EXCEEDED', availableCents: 2_000_000, missingCents: 8_000_000 });
    expect((await ask(lineId, 2_000_000)).body).toMatchObject({ availableCents: 0 });
  });

  test.each([
    ['a booking', book],
    ['an order', order],
  ])('from a rich pool into a poor one: %s is judged by the poor one', async (_, ask) => {
    const rich = await addPool(app, city, `WR ${String(++numbers)}`);
    await line(rich, 90_000_000);
    const lineId = await line(rich, 10_000_000);
    const poor = await overspentPool(`WA ${String(++numbers)}`, 8_000_000);
    const { moved, answer } = await meanwhile(lineId, poor, () => ask(lineId, 10_000_000));
    expect(moved).toBe(true);
    expect(answer.body).toMatchObject({ code: 'BUDGET_EXCEEDED', availableCents: 2_000_000, missingCents: 8_000_000 });
  });

  test('out of a pool: the line has only its own', async () => {
    const poolId = await addPool(app, city, `WO ${String(++numbers)}`);
    await line(poolId, 90_000_000);
    const lineId = await line(poolId, 10_000_000);
    const { answer } = await meanwhile(lineId, null, () => book(lineId, 10_000_001));
    expect(answer.body).toMatchObject({ code: 'BUDGET_EXCEEDED', availableCents: 10_000_000, missingCents: 1 });
  });

  test('into a pool with more left: what the line alone could not pay is booked', async () => {
    const poolId = await addPool(app, city, `WM ${String(++numbers)}`);
    await line(poolId, 90_000_000);
    const lineId = await line(null, 10_000_000);
    const { answer } = await meanwhile(lineId, poolId, () => book(lineId, 50_000_000));
    expect(answer.body).toMatchObject({ availableCents: 50_000_000 });
  });

  test('an import counts in the pool the line has come to', async () => {
    const from = await addPool(app, city, `WF ${String(++numbers)}`);
    const to = await addPool(app, city, `WT ${String(++numbers)}`);
    const lineId = await line(from, 10_000_000);
    await line(to, 1_000_000);
    const file = `Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text\nW.${numbers - 1};2026;05.10.2026;250,00;R-1;Kabel\n`;
    const run = (await upload(finance, file, { kind: 'bookings' })).body as ImportRun;
    const { answer } = await meanwhile(lineId, to, () => commit(finance, run));
    expect(answer).toMatchObject({ state: 'committed', effects: { movements: 1 } });
    expect(await pooledActual([from, to])).toEqual([0, 25_000]);
  });

  test('everything still reconciles to 0.00', async () => {
    expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
  });
});
