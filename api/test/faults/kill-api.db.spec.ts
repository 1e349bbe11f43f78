import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase } from '../database/test-database';
import type { Answer, HttpClient } from '../http-client';
import { commit, upload, whenAtRest } from '../import-files';
import { addLine, openYear, setCeiling } from '../ledger-builder';
import { type City, createCity, loginAs } from '../people';
import { startTestApp, type TestApp } from '../test-app';
import { type ApiProcess, startApi, thisYear, today, until } from './api-process';

const ROWS = 20_000;

let app: TestApp;
let city: City;
let owner: Client;
let lineId: string;
let finance: HttpClient;
const processes: ApiProcess[] = [];

beforeAll(async () => {
  app = await startTestApp({ database: await createTestDatabase(), now: new Date(Date.now()).toISOString() });
  city = await createCity(app);
  await openYear(app, city, thisYear());
  await setCeiling(app, city, 'CORE', thisYear(), 350_000_000);
  lineId = await addLine(app, city, { number: '111.4271', appropriationCents: 100_000_000 }, thisYear());
  finance = await loginAs(app, 'finance');
  // The API of the test file itself would tidy up behind the one that is killed.
  await app.stop();
  owner = new Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
}, 90_000);
afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await owner.end();
  await app.database.drop();
});

async function start(): Promise<{ process: ApiProcess; client: HttpClient }> {
  const process = await startApi(app.database.appUrl);
  processes.push(process);
  return { process, client: process.as(finance) };
}

/** A generated file of bookings; its mark makes it another file. */
const file = (mark: string): string =>
  'Zeile;Jahr;Datum;Betrag;Beleg;Text\n' +
  Array.from({ length: ROWS }, (_, at) => `111.4271;${thisYear()};01.02.${thisYear()};0,01;${mark}-${at};Büro\n`).join(
    '',
  );

/** Everything that an import could leave in the books. */
async function booked(): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(
    `SELECT (SELECT count(*) FROM movement WHERE source = 'import')::int AS movements,
       (SELECT count(*) FROM clearing_item)::int AS clearing,
       (SELECT count(*) FROM audit_entry WHERE action = 'import.committed')::int AS entries,
       (SELECT coalesce(sum(actual_cents), 0) FROM line_balance)::int AS "actualCents"`,
  );
  return rows[0] ?? {};
}

/** Waits until the job is at this work, which it says in a transaction of its own, and then pulls the plug. */
async function killAt(process: ApiProcess, kind: string, step: string): Promise<void> {
  await until(
    `${kind} at ${step}`,
    async () =>
      (await owner.query(`SELECT FROM job WHERE kind = $1 AND state = 'running' AND step = $2`, [kind, step]))
        .rowCount === 1,
    20_000,
    2,
  );
  process.signal('SIGKILL');
  expect(await process.exited).toBeNull();
}

test('F1 kill -9 in the middle of a commit: nothing half stored, the run says so, the same file goes in again', async () => {
  const first = await start();
  const { body } = await upload(first.client, file('A'), { kind: 'bookings' });
  const preview = await whenAtRest(first.client, body.id);
  expect(preview.preview).toMatchObject({ rows: ROWS, findings: { errors: 0 } });
  const nothing = { movements: 0, clearing: 0, entries: 0, actualCents: 0 };
  await first.client.post(`/api/v1/imports/${body.id}/commit`, { previewHash: preview.previewHash });
  await killAt(first.process, 'import.commit', 'booking');
  expect(await booked()).toEqual(nothing);

  const second = await start();
  await until(
    'the run says that it was interrupted',
    async () => (await second.client.get(`/api/v1/imports/${body.id}`)).body.state === 'interrupted',
  );
  expect(await booked()).toEqual(nothing);
  const { body: run } = await second.client.get(`/api/v1/imports/${body.id}`);
  expect(run).toMatchObject({ isWorking: false, failureCode: 'INTERNAL', effects: null });

  const again = await whenAtRest(second.client, (await upload(second.client, file('A'), { kind: 'bookings' })).body.id);
  expect(await commit(second.client, again)).toMatchObject({ state: 'committed', effects: { movements: ROWS } });
  expect(await booked()).toEqual({ movements: ROWS, clearing: 0, entries: 1, actualCents: ROWS });
  const { body: proof } = await second.client.get(`/api/v1/reconciliation?fiscalYear=${thisYear()}`);
  expect(proof).toMatchObject({ differenceCents: 0 });
}, 90_000);

test('F4 SIGTERM while bookings run: each of them is finished and acknowledged, then the process ends', async () => {
  const { process, client } = await start();
  const lock = new Client({ connectionString: app.database.ownerUrl });
  await lock.connect();
  // Whoever holds the balance makes eight bookings wait in the middle of their transaction.
  await lock.query('BEGIN');
  await lock.query(`SELECT FROM line_balance WHERE line_id = $1 FOR UPDATE`, [lineId]);
  const answers = Promise.all(
    Array.from({ length: 8 }, (): Promise<Answer> =>
      client.post('/api/v1/budget/movements', {
        lineId,
        fiscalYear: thisYear(),
        kind: 'commitment',
        amountCents: 1,
        bookedOn: today(),
        text: randomUUID(),
      }),
    ),
  );
  await until('eight bookings wait', async () => {
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'app_rw' AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.n === 8;
  });
  process.signal('SIGTERM');
  await until('nobody new is let in', async () => {
    const fresh = await client.get('/api/v1/health/ready', { connection: 'close' }).catch(() => null);
    return fresh === null || fresh.status === 503;
  });
  await lock.query('COMMIT');
  await lock.end();
  expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
  await process.exited;
  const { rows } = await owner.query(`SELECT commitment_cents::int AS bound FROM line_balance WHERE line_id = $1`, [
    lineId,
  ]);
  expect(rows).toEqual([{ bound: 8 }]);
});
