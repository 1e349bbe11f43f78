import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { commit, upload } from '../../test/import-files';
import { addLine, addPool, openYear, setCeiling, write } from '../../test/ledger-builder';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { until } from '../../test/until';
import { Transactions } from '../platform/database/transactions';
import { moveToPool } from './line-pool-move';
import { findLines } from './line.repository';

/*
 * What comes at the same moment. Bookings of a city are written together, and each still has its own check, person and
 * proof. Somebody puts a line into another cover pool while somebody else books on it: whoever comes second is judged by
 * what then holds (T6), the pool the line has come to, not the one it was in when the booking was asked for.
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

interface Manner {
  readonly by?: HttpClient;
  readonly headers?: Record<string, string>;
}

const book = (lineId: string, amountCents: number, { by = finance, headers = {} }: Manner = {}) =>
  by.post(
    '/api/v1/budget/movements',
    { lineId, fiscalYear: 2026, kind: 'commitment', amountCents, bookedOn: '2026-10-05', text: 'Server' },
    headers,
  );

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

const countWaiting = (): Promise<number> =>
  asOwner(app, async (owner) => {
    const { rowCount } = await owner.query(
      `SELECT FROM pg_locks w JOIN pg_stat_activity a USING (pid) WHERE NOT w.granted AND a.datname = current_database()`,
    );
    return rowCount ?? 0;
  });
const someoneWaits = async (): Promise<boolean> => (await countWaiting()) > 0;

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

/** What stands behind a movement: who booked it, the audit entry, and the record of its key. */
async function tracesOf(movementId: string): Promise<{ by: string; entry: object; record: object }> {
  return asOwner(app, async (owner) => {
    const { rows } = await owner.query<{ by: string; entry: object; record: object }>(
      `SELECT m.actor_id AS by, to_jsonb(e) AS entry, to_jsonb(r) AS record FROM movement m
       JOIN audit_entry e ON e.tenant_id = m.tenant_id AND e.detail ->> 'movementId' = m.movement_id::text
       JOIN idempotency_record r ON r.tenant_id = m.tenant_id AND r.response ->> 'id' = m.movement_id::text
       WHERE m.movement_id = $1`,
      [movementId],
    );
    expect(rows).toHaveLength(1);
    return rows[0] as { by: string; entry: object; record: object };
  });
}

/** From which amount on a second person looks, in cents; null: never. */
const setApprovalLimit = (cents: string | null): Promise<unknown> =>
  asOwner(app, (owner) =>
    owner.query(
      `UPDATE tenant SET settings = settings || jsonb_build_object('bookingApprovalCents', $2::bigint) WHERE tenant_id = $1`,
      [city.tenantId, cents],
    ),
  );

describe('bookings of one moment', () => {
  test('each of thirty keeps its own person, request, audit entry and key', async () => {
    const clerk = await loginAs(app, 'finance2');
    const lineIds = await Promise.all([1, 2, 3].map(() => line(null, 1_000_000)));
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        book(lineIds[at % 3] as string, 100 + at, {
          by: at % 2 === 0 ? finance : clerk,
          headers: { 'idempotency-key': `gleichzeitig-${String(at)}` },
        }),
      ),
    );
    const transactions = await asOwner(app, async (owner) => {
      const { rows } = await owner.query(`SELECT DISTINCT xmin FROM movement WHERE line_id = ANY ($1)`, [lineIds]);
      return rows.length;
    });
    expect(transactions).toBeLessThan(30); // the plan's three and those of the bookings
    for (const [at, { status, body, headers }] of answers.entries()) {
      expect(status).toBe(201);
      const person = at % 2 === 0 ? city.people.finance.id : city.people.finance2.id;
      const { by, entry, record } = await tracesOf(body.id);
      expect(by).toBe(person);
      expect(entry).toMatchObject({
        ...{ action: 'movement.booked', actor_id: person, subject_id: lineIds[at % 3] },
        ...{ request_id: headers.get('x-request-id'), detail: { kind: 'commitment', amountCents: 100 + at } },
      });
      expect(record).toMatchObject({ person_id: person, key: `gleichzeitig-${String(at)}`, response: body });
    }
  });

  test('one too large, one for a second person, one on no line of ours and one repeated key are answered as if they were alone', async () => {
    await setApprovalLimit('5000000');
    const neighbour = await createOtherCity(app);
    const elsewhere = await addLine(app, neighbour, { number: 'N.1', appropriationCents: 1_000_000 });
    const small = await line(null, 1_000);
    const large = await line(null, 90_000_000);
    const headers = { 'idempotency-key': 'rechnung-zweimal' };
    const [fits, tooMuch, waits, strange, first, again] = await Promise.all([
      book(large, 2_000_000),
      book(small, 1_001),
      book(large, 5_000_001),
      book(elsewhere, 1),
      book(large, 100, { headers }),
      book(large, 100, { headers }),
    ]);
    expect(fits.status).toBe(201);
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'BUDGET_EXCEEDED', missingCents: 1 } });
    expect(waits.body).toMatchObject({ id: null, approvalId: expect.any(String) });
    expect(strange).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(again.body).toEqual(first.body);
    const proof = await finance.get(`/api/v1/budget/lines/${large}/movements?fiscalYear=2026`);
    expect(proof.body.balance).toMatchObject({ commitmentCents: 2_000_100 });
    await setApprovalLimit(null);
  });

  test('a line that longer work holds keeps nobody waiting who books on another', async () => {
    // Whoever waits for all gives up soon, long before a statement would end by itself.
    const { rows } = await asOwner(app, (owner) =>
      owner.query(`SELECT proconfig FROM pg_proc WHERE proname = 'hold_balances'`),
    );
    expect(rows).toEqual([{ proconfig: ['lock_timeout=100ms'] }]);
    const [held, free] = [await line(null, 1_000_000), await line(null, 1_000_000)];
    await book(held, 1); // its balance exists
    const answers: string[] = [];
    await asOwner(app, async (owner) => {
      await owner.query('BEGIN');
      await owner.query(`SELECT FROM line_balance WHERE line_id = $1 FOR UPDATE`, [held]);
      const waiting = book(held, 100).then(({ status }) => answers.push(`held ${String(status)}`));
      await until(someoneWaits);
      const others = Array.from({ length: 8 }, (_, at) =>
        book(free, 1 + at).then(({ status }) => answers.push(`free ${String(status)}`)),
      );
      await Promise.all(others);
      await owner.query('COMMIT');
      await waiting;
    });
    expect(answers).toEqual([...Array.from({ length: 8 }, () => 'free 201'), 'held 201']);
  });

  test('T6 who books in a pool while an import is committed in it waits for what that leaves, and no more can be had', async () => {
    const poolId = await addPool(app, city, `WI ${String(++numbers)}`);
    const brought = await line(poolId, 1_000_000);
    const number = `W.${String(numbers)}`;
    const other = await line(poolId, 1_000_000);
    const file = `Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text\n${number};2026;05.10.2026;19.000,00;R-1;Kabel\n`;
    const run = (await upload(finance, file, { kind: 'bookings' })).body as ImportRun;
    const { committed, answers } = await asOwner(app, async (owner) => {
      await owner.query('BEGIN');
      // The import has its pool and stands before its line.
      await owner.query(`SELECT FROM line_balance WHERE line_id = $1 FOR UPDATE`, [brought]);
      const commitment = commit(finance, run);
      await until(someoneWaits);
      const asked = [60_000, 50_000, 40_000].map((cents) => book(other, cents));
      await until(async () => (await countWaiting()) > 1);
      await owner.query('COMMIT');
      return { committed: await commitment, answers: await Promise.all(asked) };
    });
    expect(committed.state).toBe('committed');
    const booked = answers.filter(({ status }) => status === 201);
    // Of 20,000.00 the import took 19,000.00; two of the three fit into the rest, whoever comes first.
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'BUDGET_EXCEEDED' });
    expect(Math.min(...booked.map(({ body }) => body.availableCents as number))).toBeGreaterThanOrEqual(0);
    expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body.differenceCents).toBe(0);
  });

  test('the log of all that has no gap', async () => {
    const auditor = await loginAs(app, 'auditor');
    expect((await auditor.get('/api/v1/audit/verification')).body).toMatchObject({ defects: [] });
  });
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
