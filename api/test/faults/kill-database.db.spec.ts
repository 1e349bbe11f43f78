import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateDatabase } from '../../src/migrations/migrate-database';
import { startPostgres } from '../../../tools/postgres.mjs';
import type { TestDatabase } from '../database/test-database';
import type { Answer, HttpClient } from '../http-client';
import { addLine, openYear, setCeiling } from '../ledger-builder';
import { asOwner, createCity, loginAs } from '../people';
import { startTestApp, type TestApp } from '../test-app';
import { type ApiProcess, startApi, thisYear, today, until } from './api-process';

const CLIENTS = 6;
const ACKNOWLEDGED_BEFORE = 60;
const ACKNOWLEDGED_AFTER = 30;
const RECOVERY_MS = 10_000;
const ROLE_PASSWORD = 'only-for-this-test-run';

let dataDir: string;
let server: Awaited<ReturnType<typeof startPostgres>>;
let app: TestApp;
let api: ApiProcess;
let finance: HttpClient;
let auditor: HttpClient;
let lineId: string;

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-fault-'));
  fs.chmodSync(dataDir, 0o755);
  // Its own server, and one that forgets nothing: fsync is on here, as it is for a city.
  server = await startPostgres({ dataDir, throwAway: true });
  await migrateDatabase(
    {
      DATABASE_URL: server.url,
      ETATLOTSE_APP_PASSWORD: ROLE_PASSWORD,
      ETATLOTSE_PUBLIC_PASSWORD: ROLE_PASSWORD,
    },
    () => undefined,
  );
  const asRole = (role: string): string => {
    const url = new URL(server.url);
    [url.username, url.password] = [role, ROLE_PASSWORD];
    return url.href;
  };
  const database: TestDatabase = {
    ownerUrl: server.url,
    appUrl: asRole('app_rw'),
    publicUrl: asRole('app_public'),
    drop: () => Promise.resolve(),
  };
  app = await startTestApp({ database, now: new Date(Date.now()).toISOString() });
  const city = await createCity(app);
  await openYear(app, city, thisYear());
  await setCeiling(app, city, 'CORE', thisYear(), 350_000_000);
  lineId = await addLine(app, city, { number: '4S.1', appropriationCents: 100_000_000 }, thisYear());
  [finance, auditor] = [await loginAs(app, 'finance'), await loginAs(app, 'auditor')];
  await app.stop();
  // As in a city: the start checks hold, so this also shows that the server is durable.
  api = await startApi(database.appUrl, { NODE_ENV: '' });
  [finance, auditor] = [api.as(finance), api.as(auditor)];
}, 120_000);
afterAll(async () => {
  await api?.stop();
  await server?.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** What people did and what they were told. */
class Journal {
  readonly acknowledged = new Map<string, string>();
  readonly refused: Answer[] = [];
  readonly slowestMs = { value: 0 };
  isOver = false;

  /** Books until told to stop; whatever was not acknowledged is sent again under its key, as the pages do it. */
  async keep(): Promise<void> {
    while (!this.isOver) {
      const key = randomUUID();
      while (!this.acknowledged.has(key)) await this.book(key);
    }
  }

  private async book(key: string): Promise<void> {
    const began = performance.now();
    const answer = await finance.post(
      '/api/v1/budget/movements',
      { lineId, fiscalYear: thisYear(), kind: 'commitment', amountCents: 1, bookedOn: today(), text: key },
      { 'idempotency-key': key },
    );
    this.slowestMs.value = Math.max(this.slowestMs.value, performance.now() - began);
    if (answer.status === 201) this.acknowledged.set(key, answer.body.id as string);
    else this.refused.push(answer);
    // A page waits as long as it is told to; this one is in more of a hurry.
    if (answer.status !== 201) await new Promise((done) => setTimeout(done, 50));
  }
}

/** Every process of the server works in its folder: the postmaster and whoever serves a connection. */
function serverProcesses(): number[] {
  const cluster = path.join(fs.realpathSync(dataDir), 'postgres');
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster;
      } catch {
        return false;
      }
    });
}

test('F2 kill -9 of PostgreSQL while people book: nothing acknowledged is lost, nothing is booked twice', async () => {
  const journal = new Journal();
  const people = Array.from({ length: CLIENTS }, () => journal.keep());
  await until('people have booked', () => journal.acknowledged.size >= ACKNOWLEDGED_BEFORE);

  for (const pid of serverProcesses()) process.kill(pid, 'SIGKILL');
  await until('everybody was told that it does not work now', () => journal.refused.length >= CLIENTS);
  const booked = journal.acknowledged.size;
  await server.restart();
  const restarted = performance.now();
  await until('the first booking after the restart', () => journal.acknowledged.size > booked, RECOVERY_MS);
  expect(performance.now() - restarted).toBeLessThan(RECOVERY_MS);
  await until('people go on', () => journal.acknowledged.size >= booked + ACKNOWLEDGED_AFTER);
  journal.isOver = true;
  await Promise.all(people);

  expect(new Set(journal.refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
    new Set(['503 SERVICE_BUSY']),
  );
  for (const { headers } of journal.refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(journal.slowestMs.value).toBeLessThan(RECOVERY_MS);
  await expectBooks(journal);
}, 90_000);

/** Every acknowledged booking is there under its id, each key once, and nothing beside them. */
async function expectBooks({ acknowledged }: Journal): Promise<void> {
  const { movements, keys } = await asOwner(app, async (owner) => ({
    movements: await owner.query<{ movement_id: string; text: string }>(
      `SELECT movement_id, text FROM movement WHERE kind = 'commitment'`,
    ),
    keys: await owner.query<{ key: string }>(`SELECT key FROM idempotency_record`),
  }));
  const stored = new Map(movements.rows.map(({ movement_id: id, text }) => [text, id]));
  expect(movements.rows).toHaveLength(stored.size);
  expect([...stored].sort()).toEqual([...acknowledged].sort());
  expect(keys.rows.map(({ key }) => key).sort()).toEqual([...acknowledged.keys()].sort());
  const proof = await finance.get(`/api/v1/reconciliation?fiscalYear=${thisYear()}`);
  expect(proof.body).toMatchObject({ differenceCents: 0 });
  const chain = await auditor.get('/api/v1/audit/verification');
  expect(chain.body).toMatchObject({ entries: acknowledged.size, defects: [] });
}

test('F2 the process lives through it and is ready again', async () => {
  expect((await finance.get('/api/v1/health/ready')).status).toBe(200);
  expect(await Promise.race([api.exited, Promise.resolve('alive')])).toBe('alive');
});
