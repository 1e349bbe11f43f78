import type { Reconciliation, ReconciliationTask } from '@etatlotse/contracts/reconciliation';
import { addLine, openYear } from '../../test/ledger-builder';
import type { Answer, HttpClient } from '../../test/http-client';
import { commit, upload } from '../../test/import-files';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { NightlyReconciliation } from './nightly-reconciliation';

/*
 * Somebody with the rights of the database owner changes a stored figure. The reconciliation finds it, a task says where, somebody
 * of finance looks after it, and once the figure is right again the next reconciliation ends the task by itself.
 */

let app: TestApp;
let city: City;
let finance: HttpClient;
let cables: string;

const YEAR = 'fiscalYear=2026';

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  cables = await addLine(app, city, { number: '4S.1', name: 'Kabel', appropriationCents: 100_000 });
  await addLine(app, city, { number: '4S.2', name: 'Geräte', appropriationCents: 50_000 });
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const shift = (cents: number): Promise<unknown> =>
  asOwner(app, (owner) =>
    owner.query(`UPDATE line_balance SET actual_cents = actual_cents + $2 WHERE line_id = $1`, [cables, cents]),
  );
const later = (ms: number): void => app.clock.set(new Date(app.clock.now().getTime() + ms));
const check = async (): Promise<Reconciliation> => (await finance.post(`/api/v1/reconciliation/checks?${YEAR}`)).body;
const tasks = async (client = finance): Promise<ReconciliationTask[]> =>
  (await client.get(`/api/v1/reconciliation/tasks?${YEAR}`)).body;
const assign = (task: ReconciliationTask, ownerId: string | null, more: object = {}): Promise<Answer> =>
  finance.put(`/api/v1/reconciliation/tasks/${task.id}`, { ownerId, version: task.version, ...more });
const aggregate = (result: Reconciliation, name: string): Reconciliation['aggregates'][number] | undefined =>
  result.aggregates.find((one) => one.aggregate === name);

test('A difference becomes a task; asked again it stays one task with the newest amount', async () => {
  expect(await tasks()).toEqual([]);
  await shift(123);
  expect((await check()).differenceCents).toBe(123);
  await shift(1);
  later(60_000);
  await app.app.get(NightlyReconciliation).check({ tenantId: city.tenantId, actor: null }, 2026);
  const [task, ...others] = await tasks();
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    aggregate: 'line_balance',
    subjectId: cables,
    label: '4S.1',
    differenceCents: 124,
    closedAt: null,
    owner: null,
  });
  expect(task?.firstSeenAt).not.toBe(task?.lastSeenAt);
});

test('Somebody of finance takes it over with a note; nobody else can be named', async () => {
  const [task] = (await tasks()) as [ReconciliationTask];
  expect((await assign(task, city.people.clerk.id)).body).toMatchObject({ code: 'TASK_OWNER_NOT_FINANCE' });
  expect((await assign(task, city.people.finance2.id, { note: 'Sicherung vom Montag prüfen' })).status).toBe(200);
  expect((await assign(task, null)).body).toMatchObject({ code: 'VERSION_STALE' });
  const [taken] = await tasks();
  expect(taken).toMatchObject({
    owner: { id: city.people.finance2.id },
    note: 'Sicherung vom Montag prüfen',
    version: 2,
  });
  const auditor = await loginAs(app, 'auditor');
  expect((await tasks(auditor))[0]?.id).toBe(task.id);
  const denied = await auditor.put(`/api/v1/reconciliation/tasks/${task.id}`, { ownerId: null, version: 2 });
  expect(denied.status).toBe(403);
});

test('Only a reconciliation ends it, and the log says so; it stays in sight for a month', async () => {
  await shift(-124);
  later(60_000);
  expect((await check()).differenceCents).toBe(0);
  const [task] = (await tasks()) as [ReconciliationTask];
  expect(task.closedAt).not.toBeNull();
  expect((await assign(task, null)).status).toBe(404);
  const log = await (await loginAs(app, 'auditor')).get('/api/v1/audit?action=reconciliation.differed');
  expect(log.body.rows.map(({ detail }: { detail: object }) => detail)).toEqual([
    { opened: 0, closed: 1, differenceCents: 0 },
    { opened: 1, closed: 0, differenceCents: 123 },
  ]);
  later(31 * 86_400_000);
  finance = await loginAs(app, 'finance');
  expect(await tasks()).toEqual([]);
});

test('The page says when the last result was kept, by night or by hand', async () => {
  const before: Reconciliation = (await finance.get(`/api/v1/reconciliation?${YEAR}`)).body;
  expect(before.lastCheck).toMatchObject({ differenceCents: 0 });
  later(3_600_000);
  finance = await loginAs(app, 'finance');
  const checked = await check();
  const after: Reconciliation = (await finance.get(`/api/v1/reconciliation?${YEAR}`)).body;
  expect(after.lastCheck?.checkedAt).toBe(checked.checkedAt);
});

test('Transfers are compared with what their lines gave and received', async () => {
  const to = (await finance.get(`/api/v1/budget/lines?${YEAR}`)).body.rows.find(
    ({ number }: { number: string }) => number === '4S.2',
  ).id;
  const request = {
    fromLineId: cables,
    toLineId: to,
    fiscalYear: 2026,
    amountCents: 2_500,
    reason: 'Geräte statt Kabel',
  };
  expect((await finance.post('/api/v1/authority/transfers', request)).status).toBe(201);
  expect(aggregate(await check(), 'transfer')).toMatchObject({ compared: 1, differenceCents: 0 });
  await asOwner(app, (owner) => owner.query(`UPDATE transfer SET amount_cents = amount_cents + 1`));
  expect(aggregate(await check(), 'transfer')).toMatchObject({
    differenceCents: 2,
    differing: [{ label: '4S.1 → 4S.2', storedCents: 2_501, computedCents: 2_500 }],
  });
  await asOwner(app, (owner) => owner.query(`UPDATE transfer SET amount_cents = amount_cents - 1`));
});

test('The newest files are compared with what they brought, what waits in the clearing list included', async () => {
  const file =
    'Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text\n' +
    '4S.1;2026;05.05.2026;100,00;R-1;Kabel\n' +
    '9S.9;2026;06.05.2026;20,00;R-2;Unbekannt\n';
  const run = await upload(finance, file, { kind: 'bookings' });
  expect((await commit(finance, run.body)).state).toBe('committed');
  expect(aggregate(await check(), 'last_imports')).toMatchObject({ compared: 1, differenceCents: 0 });
  await asOwner(app, (owner) => owner.query(`UPDATE clearing_item SET amount_cents = amount_cents - 5`));
  const { differing } = aggregate(await check(), 'last_imports') ?? { differing: [] };
  expect(differing).toMatchObject([{ storedCents: 12_000, computedCents: 11_995, differenceCents: 5 }]);
  expect((await tasks()).map((task) => task.aggregate)).toEqual(['last_imports', 'transfer']);
});

test('Another city sees none of it', async () => {
  const other = await createOtherCity(app);
  await openYear(app, other, 2026);
  expect(await tasks(await loginAs(app, 'finance', other))).toEqual([]);
});
