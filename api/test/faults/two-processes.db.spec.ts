import { randomUUID } from 'node:crypto';
import type { Answer, HttpClient } from '../http-client';
import { addLine, addPool, openYear, setCeiling } from '../ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../people';
import { startTestApp, type TestApp } from '../test-app';
import { type ApiProcess, startApi, thisYear, today } from './api-process';

const ROUNDS = 10;
const BOOKINGS = 40;

let app: TestApp;
let city: City;
let processes: ApiProcess[];
let clients: HttpClient[];

beforeAll(async () => {
  app = await startTestApp({ now: new Date(Date.now()).toISOString() });
  city = await createCity(app);
  await openYear(app, city, thisYear());
  await setCeiling(app, city, 'CORE', thisYear(), 350_000_000);
  processes = await Promise.all([startApi(app.database.appUrl), startApi(app.database.appUrl)]);
  const finance = await loginAs(app, 'finance');
  clients = processes.map((process) => process.as(finance));
}, 90_000);
afterAll(async () => {
  await Promise.all((processes ?? []).map((process) => process.stop()));
  await app.stop();
});

const book = (client: HttpClient, lineId: string, amountCents: number, key: string = randomUUID()): Promise<Answer> =>
  client.post(
    '/api/v1/budget/movements',
    { lineId, fiscalYear: thisYear(), kind: 'commitment', amountCents, bookedOn: today(), text: 'Der letzte Euro' },
    { 'idempotency-key': key },
  );

/** Both processes at once, every second booking at the other. */
const atBoth = (lineIds: readonly string[], amountCents: number): Promise<Answer[]> =>
  Promise.all(
    Array.from({ length: BOOKINGS }, (_, at) =>
      book(clients[at % 2] as HttpClient, lineIds[at % lineIds.length] as string, amountCents),
    ),
  );

/** What is left, and what the movements say is left. */
async function left(lineIds: readonly string[]): Promise<{ balance: number; movements: number }> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ balance: string; movements: string }>(
      `SELECT (SELECT sum(appropriation_cents - commitment_cents) FROM line_balance WHERE line_id = ANY ($1)) AS balance,
         (SELECT sum(CASE kind WHEN 'appropriation' THEN amount_cents ELSE -amount_cents END) FROM movement
          WHERE line_id = ANY ($1)) AS movements`,
      [lineIds],
    ),
  );
  return { balance: Number(rows[0]?.balance), movements: Number(rows[0]?.movements) };
}

const rounds = Array.from({ length: ROUNDS }, (_, at) => ({
  round: at + 1,
  restCents: 100_00 + at * 7_77,
  amountCents: 6_00 + at * 1_11,
}));

test.each(rounds)(
  'F15 round $round: forty bookings of $amountCents on the last $restCents over two processes, none too many',
  async ({ round, restCents, amountCents }) => {
    const poolId = round % 2 === 0 ? await addPool(app, city, `DK ${round}`) : null;
    const first = await addLine(
      app,
      city,
      { number: `R.${round}a`, appropriationCents: restCents, poolId },
      thisYear(),
    );
    // In a pool the other line has nothing of its own and lives from the first one.
    const second = poolId === null ? first : await addLine(app, city, { number: `R.${round}b`, poolId }, thisYear());
    const lines = [...new Set([first, second])];
    const answers = await atBoth(lines, amountCents);

    const fitting = Math.floor(restCents / amountCents);
    const rest = restCents - fitting * amountCents;
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(fitting);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code} ${body.missingCents}`))).toEqual(
      new Set([`409 BUDGET_EXCEEDED ${amountCents - rest}`]),
    );
    expect(await left(lines)).toEqual({ balance: rest, movements: rest });
  },
);

test('F18 the same key at both processes in the same moment books once', async () => {
  const lineId = await addLine(app, city, { number: 'K.1', appropriationCents: 100_000 }, thisYear());
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => book(clients[at % 2] as HttpClient, lineId, 100, key)),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(await left([lineId])).toEqual({ balance: 99_900, movements: 99_900 });
});

test('after ten rounds the year reconciles to 0.00 and the log holds one entry a booking', async () => {
  const [finance] = clients;
  const { body } = (await finance?.get(`/api/v1/reconciliation?fiscalYear=${thisYear()}`)) as Answer;
  expect(body).toMatchObject({ differenceCents: 0 });
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT (SELECT count(*) FROM audit_entry WHERE action = 'movement.booked')
         - (SELECT count(*) FROM movement WHERE source = 'person') AS missing`,
    ),
  );
  expect(rows).toEqual([{ missing: '0' }]);
});
