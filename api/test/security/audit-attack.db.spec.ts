import { Client } from 'pg';
import { AuditAnchor } from '../../src/platform/audit/audit-anchor';
import type { HttpClient } from '../http-client';
import { addLine, openYear, setCeiling } from '../ledger-builder';
import { type City, createCity, loginAs } from '../people';
import { startTestApp, type TestApp } from '../test-app';

let app: TestApp;
let city: City;
let auditor: HttpClient;
let owner: Client;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  auditor = await loginAs(app, 'auditor');
  const finance = await loginAs(app, 'finance');
  const lineId = await addLine(app, city, { number: '4S.1', appropriationCents: 100_000 });
  // All entries of one line go to one chain: eight of them.
  for (let booking = 0; booking < 8; booking++) {
    await finance.post('/api/v1/budget/movements', {
      lineId,
      fiscalYear: 2026,
      kind: 'commitment',
      amountCents: 100,
      bookedOn: '2026-10-05',
      text: 'Lizenzen',
    });
  }
  owner = new Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await app.stop();
});

const verify = async (): Promise<{ entries: number; defects: { kind: string; seq: number }[]; anchoredAt: unknown }> =>
  (await auditor.get('/api/v1/audit/verification')).body;

/** Does what only a superuser can: the triggers sleep. Afterwards everything is as before. */
async function asIntruder(sql: readonly string[], look: () => Promise<void>): Promise<void> {
  await owner.query(`CREATE TABLE safe_entry AS TABLE audit_entry; CREATE TABLE safe_head AS TABLE audit_head`);
  try {
    await owner.query(`SET session_replication_role = replica`);
    for (const statement of sql) await owner.query(statement);
    await look();
  } finally {
    await owner.query(`DELETE FROM audit_entry; DELETE FROM audit_head`);
    await owner.query(`INSERT INTO audit_entry TABLE safe_entry; INSERT INTO audit_head TABLE safe_head`);
    await owner.query(`DROP TABLE safe_entry, safe_head; SET session_replication_role = origin`);
  }
}

test('F46 the untouched log is whole', async () => {
  expect(await verify()).toMatchObject({ entries: 8, defects: [], anchoredAt: null });
});

test.each([
  'UPDATE audit_entry SET action = action',
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  `INSERT INTO audit_entry SELECT * FROM audit_entry`,
  'UPDATE audit_head SET seq = seq',
  'DELETE FROM audit_head',
  'TRUNCATE audit_head',
  'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
  'DROP TRIGGER audit_entry_is_final ON audit_entry',
  'SET session_replication_role = replica',
])('F46 the API’s role is denied: %s', async (sql) => {
  const intruder = new Client({ connectionString: app.database.appUrl });
  await intruder.connect();
  await intruder.query(`SELECT set_config('app.tenant_id', $1, false)`, [city.tenantId]);
  const code = await intruder.query(sql).then(
    () => 'done',
    (fault: { code?: string }) => fault.code,
  );
  await intruder.end();
  expect(code).toBe('42501');
});

test.each(['UPDATE audit_entry SET action = action', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
  'F46 a trigger stops even the owner: %s',
  async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow();
    expect((await verify()).defects).toEqual([]);
  },
);

test('F46 a changed entry is found', async () => {
  await asIntruder([`UPDATE audit_entry SET detail = detail || '{"amountCents": 99}' WHERE seq = 4`], async () => {
    expect((await verify()).defects).toContainEqual(expect.objectContaining({ kind: 'changed', seq: 4 }));
  });
});

test('F46 an entry changed together with its hash breaks the one after it', async () => {
  const forge = `UPDATE audit_entry SET action = 'nothing.happened', hash = app.audit_hash(previous_hash, tenant_id, lane,
    seq, recorded_at, actor_id, 'nothing.happened', subject_type, subject_id, detail, request_id) WHERE seq = 4`;
  await asIntruder([forge], async () => {
    expect((await verify()).defects).toEqual([expect.objectContaining({ kind: 'changed', seq: 5 })]);
  });
});

test('F46 a gap is found', async () => {
  await asIntruder([`DELETE FROM audit_entry WHERE seq = 4`], async () => {
    expect((await verify()).defects).toContainEqual(expect.objectContaining({ kind: 'missing', seq: 5 }));
  });
});

test('F46 a cut tail is found by its head; when the head is cut too, only the anchor outside the database knows', async () => {
  await asIntruder([`DELETE FROM audit_entry WHERE seq > 6`], async () => {
    expect((await verify()).defects).toEqual([expect.objectContaining({ kind: 'head_differs' })]);
  });
  const cut = [
    `DELETE FROM audit_entry WHERE seq > 6`,
    `UPDATE audit_head h SET seq = 6, hash = e.hash FROM audit_entry e
     WHERE e.tenant_id = h.tenant_id AND e.lane = h.lane AND e.seq = 6 AND h.seq > 6`,
  ];
  await asIntruder(cut, async () => expect((await verify()).defects).toEqual([]));
  await app.app.get(AuditAnchor).write(city.tenantId);
  expect(await verify()).toMatchObject({ defects: [], anchoredAt: expect.any(String) });
  await asIntruder(cut, async () => {
    expect((await verify()).defects).toEqual([expect.objectContaining({ kind: 'tail_cut', seq: 8 })]);
  });
});
