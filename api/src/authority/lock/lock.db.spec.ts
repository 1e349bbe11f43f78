import type { Lock, LockPreview, LockRow, RecordLock } from '@etatlotse/contracts/authority';
import type { Answer, HttpClient } from '../../../test/http-client';
import { plantLines, plantPool, plantYear } from '../../../test/budget-city';
import { type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

const LOCKS = '/api/v1/authority/locks';
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let lines: Readonly<Record<string, string>>;
let keys = 0;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, finance2] = [await loginAs(app, 'finance'), await loginAs(app, 'finance2')];
  await plantYear(app, city);
  const poolId = await plantPool(app, city, 'DK 10-1');
  lines = await plantLines(app, city, [
    { number: 'K-1', subBudget: 'THH 1', unitId: city.units.school, appropriationCents: 300_000_000 },
    { number: 'K-2', subBudget: 'THH 2', unitId: city.units.parks, appropriationCents: 50_000_000 },
    {
      number: 'S-1',
      frame: 'SCHOOL_NET',
      subBudget: 'THH 3',
      unitId: city.units.school,
      appropriationCents: 10_000_000,
    },
    { number: 'P-1', frame: null, subBudget: 'P', poolId, appropriationCents: 10_000 },
    { number: 'P-2', frame: null, subBudget: 'P', poolId, appropriationCents: 10_000 },
    { number: 'E-1', frame: null, subBudget: 'E', direction: 'revenue', appropriationCents: 99_000_000 },
    ...Array.from({ length: 7 }, (_, at) => ({
      number: `G-${at}`,
      frame: null,
      subBudget: `GMA ${at}`,
      product: 'GMA',
      appropriationCents: 300_000_000 + at,
    })),
  ]);
});
afterAll(() => app.stop());

const coreTenPercent = (changes: Partial<RecordLock> = {}): RecordLock => ({
  fiscalYear: 2026,
  decidedOn: '2026-10-05',
  selection: { criteria: { frame: 'CORE' } },
  terms: { method: 'percentage', basisPoints: 1_000 },
  title: 'Sperre von 10 % im Kernrahmen',
  decidedBy: 'Oberbürgermeisterin',
  document: 'Verfügung OB 12/2026',
  reason: 'Gewerbesteuer bricht ein.',
  expectedCents: 35_000_000,
  ...changes,
});
const post = (client: HttpClient, path: string, body: object): Promise<Answer> =>
  client.post(path, body, { 'idempotency-key': `sperre-nummer-${++keys}` });
const preview = async (changes: Partial<RecordLock> = {}): Promise<LockPreview> => {
  const { title: _t, decidedBy: _b, document: _d, reason: _r, expectedCents: _e, ...asked } = coreTenPercent(changes);
  return (await finance.post(`${LOCKS}/preview`, asked)).body;
};
const confirm = (approvalId: string, client = finance2): Promise<Answer> =>
  client.post(`/api/v1/approvals/${approvalId}/decision`, { decision: 'approve', version: 1 });
const lockOf = async (id: string, client = finance): Promise<Lock> => (await client.get(`${LOCKS}/${id}`)).body;
const balanceOf = async (number: string): Promise<{ lockCents: number; availableCents: number }> => {
  const { body } = await finance.get(`/api/v1/budget/lines?fiscalYear=2026&q=${number}`);
  return body.rows[0];
};
const isReconciled = async (): Promise<boolean> =>
  (await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body.aggregates
    .filter(({ aggregate }: { aggregate: string }) => aggregate !== 'plan_in_force')
    .every(({ differenceCents }: { differenceCents: number }) => differenceCents === 0);

describe('T17a ten percent of 3,500,000.00 in the core frame', () => {
  let lockId = '';
  let stepId = '';

  test('the preview shows 350,000.00 and changes nothing', async () => {
    expect(await preview()).toMatchObject({
      lines: 2,
      basisCents: 350_000_000,
      lockCents: 35_000_000,
      unrealisableCents: 0,
      subBudgets: [
        { subBudget: 'THH 1', lockCents: 30_000_000 },
        { subBudget: 'THH 2', lockCents: 5_000_000 },
      ],
    });
    expect((await balanceOf('K-1')).lockCents).toBe(0);
  });

  test('another sum than the one that was previewed is not recorded', async () => {
    const { status, body } = await post(finance, LOCKS, coreTenPercent({ expectedCents: 34_999_999 }));
    expect([status, body.code, body.amountCents]).toEqual([409, 'LOCK_CHANGED', 35_000_000]);
  });

  test('recorded it waits; the second person puts it on every line in one go', async () => {
    const { status, body } = await post(finance, LOCKS, coreTenPercent());
    expect(status).toBe(201);
    lockId = body.id;
    stepId = body.stepId;
    expect(await lockOf(lockId)).toMatchObject({ state: 'waiting', lockedCents: 35_000_000, heldCents: 0 });
    expect((await confirm(body.approvalId, finance)).body.code).toBe('FOUR_EYES');
    expect((await balanceOf('K-1')).lockCents).toBe(0);
    expect((await confirm(body.approvalId)).status).toBe(200);
    expect([await balanceOf('K-1'), await balanceOf('K-2')]).toMatchObject([
      { lockCents: 30_000_000, availableCents: 270_000_000 },
      { lockCents: 5_000_000, availableCents: 45_000_000 },
    ]);
    expect(await lockOf(lockId)).toMatchObject({ state: 'in_force', heldCents: 35_000_000, openReports: 1 });
    expect(await isReconciled()).toBe(true);
  });

  test('the movement on the line names the lock behind it', async () => {
    const { body } = await finance.get(`/api/v1/budget/lines/${lines['K-1']}/movements?fiscalYear=2026`);
    expect(body.rows[0]).toMatchObject({ kind: 'lock', amountCents: 30_000_000, decisionId: lockId });
    const reversal = await post(finance, `/api/v1/budget/movements/${body.rows[0].id}/reversal`, {
      fiscalYear: 2026,
      reason: 'An der Sperre vorbei',
    });
    expect([reversal.status, reversal.body.code]).toEqual([409, 'STEP_NOT_ALLOWED']);
  });

  test('T17c the council has not been told yet: the task is open until it is recorded', async () => {
    const open = async (): Promise<LockRow[]> => (await finance.get(`${LOCKS}?fiscalYear=2026&openReports=true`)).body;
    expect((await open()).map(({ id }) => id)).toEqual([lockId]);
    const { version } = await lockOf(lockId);
    const reported = await finance.post(`${LOCKS}/${lockId}/steps/${stepId}/report`, {
      version,
      reportedOn: '2026-10-05',
      document: 'DS 26-31001',
    });
    expect(reported.status).toBe(200);
    expect(await open()).toEqual([]);
    const again = await finance.post(`${LOCKS}/${lockId}/steps/${stepId}/report`, {
      version: version + 1,
      reportedOn: '2026-10-05',
      document: 'DS 26-31001',
    });
    expect(again.body.code).toBe('LOCK_REPORTED');
  });

  test('T17c lifting without a reason: the lock stays; with one in part it waits for the second person', async () => {
    const { version } = await lockOf(lockId);
    const lift = { version, decidedOn: '2026-10-05', decidedBy: 'Oberbürgermeisterin', document: 'Verfügung 14/2026' };
    const silent = await post(finance, `${LOCKS}/${lockId}/lifts`, { ...lift, reason: '' });
    expect([silent.status, silent.body.code]).toEqual([409, 'LOCK_LIFT_REASON']);
    const tooMuch = await post(finance, `${LOCKS}/${lockId}/lifts`, {
      ...lift,
      reason: 'Besser',
      amounts: [{ lineId: lines['K-2'], amountCents: 5_000_001 }],
    });
    expect([tooMuch.body.code, tooMuch.body.lockedCents]).toEqual(['LOCK_LIFT_EXCEEDED', 5_000_000]);
    const partly = await post(finance, `${LOCKS}/${lockId}/lifts`, {
      ...lift,
      reason: 'Gewerbesteuer über Plan',
      amounts: [{ lineId: lines['K-2'], amountCents: 2_000_000 }],
    });
    expect(partly.status).toBe(201);
    expect((await balanceOf('K-2')).lockCents).toBe(5_000_000);
    await confirm(partly.body.approvalId);
    expect((await balanceOf('K-2')).lockCents).toBe(3_000_000);
    expect(await lockOf(lockId)).toMatchObject({
      state: 'in_force',
      heldCents: 33_000_000,
      openReports: 1,
      steps: [
        { kind: 'lock', isReportOpen: false },
        { kind: 'lift', amountCents: 2_000_000, isReportOpen: true, confirmedByName: 'Test finance2' },
      ],
    });
  });

  test('lifted wholly nothing is held any more, and there is nothing left to lift', async () => {
    const { version } = await lockOf(lockId);
    const lift = {
      decidedOn: '2026-10-05',
      decidedBy: 'Oberbürgermeisterin',
      document: 'Verfügung 15/2026',
      reason: 'Nachtrag',
    };
    const wholly = await post(finance, `${LOCKS}/${lockId}/lifts`, { ...lift, version });
    await confirm(wholly.body.approvalId);
    expect(await lockOf(lockId)).toMatchObject({ state: 'lifted', heldCents: 0, liftedCents: 35_000_000 });
    expect((await balanceOf('K-1')).lockCents).toBe(0);
    const again = await post(finance, `${LOCKS}/${lockId}/lifts`, { ...lift, version: (await lockOf(lockId)).version });
    expect(again.body.code).toBe('LOCK_NOT_IN_FORCE');
    expect(await isReconciled()).toBe(true);
  });

  test('a head sees the lock with the sums of the own lines alone; who has none does not see it', async () => {
    const head = await loginAs(app, 'department_head');
    expect(await lockOf(lockId, head)).toMatchObject({ lines: 1, lockedCents: 30_000_000 });
    const { body } = await head.get(`${LOCKS}/${lockId}/lines`);
    expect(body.rows.map(({ number }: { number: string }) => number)).toEqual(['K-1']);
    expect((await post(head, LOCKS, coreTenPercent())).status).toBe(403);
    const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
    expect((await neighbour.get(`${LOCKS}/${lockId}`)).status).toBe(404);
  });
});

test('T17b 100,000 with 95,000 ordered: the lock leaves -5,000, the old order stays valid, a new one is blocked', async () => {
  const lineId = lines['S-1'];
  const order = (number: string, amountCents: number): Promise<Answer> =>
    post(finance, '/api/v1/budget/orders', {
      lineId,
      fiscalYear: 2026,
      opening: 'place',
      number,
      supplier: 'Netz AG',
      subject: 'Schulnetz',
      amountCents,
      orderedOn: '2026-10-01',
    });
  const placed = await order('A-1', 9_500_000);
  expect(placed.status).toBe(201);
  const selection = { lineIds: [lineId ?? ''] };
  expect(await preview({ selection })).toMatchObject({
    lockCents: 1_000_000,
    unrealisableCents: 500_000,
    unrealisableLines: 1,
    rows: [{ number: 'S-1', availableAfterCents: -500_000, unrealisableCents: 500_000 }],
  });
  const recorded = await post(finance, LOCKS, coreTenPercent({ selection, expectedCents: 1_000_000 }));
  await confirm(recorded.body.approvalId);
  expect(await balanceOf('S-1')).toMatchObject({ lockCents: 1_000_000, availableCents: -500_000 });
  expect((await order('A-2', 1)).body).toMatchObject({ code: 'BUDGET_EXCEEDED' });
  const invoice = await finance.post(`/api/v1/budget/orders/${placed.body.id}/steps`, {
    version: 1,
    step: 'final_invoice',
    amountCents: 9_500_000,
    bookedOn: '2026-10-05',
  });
  expect(invoice.status).toBe(200);
});

test('T17d 11,000,000.00 in seven equal parts sums to exactly that, also in the ledger', async () => {
  const terms = { method: 'reduction', totalCents: 1_100_000_000, spread: 'equal_by_sub_budget' } as const;
  const selection = { criteria: { product: ['GMA'] } };
  const seen = await preview({ selection, terms });
  expect(seen.subBudgets.map(({ lockCents }) => lockCents)).toEqual([
    157_142_858,
    ...Array.from({ length: 6 }, () => 157_142_857),
  ]);
  const recorded = await post(
    finance,
    LOCKS,
    coreTenPercent({ selection, terms, title: 'Globale Minderausgabe', expectedCents: 1_100_000_000 }),
  );
  await confirm(recorded.body.approvalId);
  const locked = await Promise.all(Array.from({ length: 7 }, (_, at) => balanceOf(`G-${at}`)));
  expect(locked.reduce((sum, { lockCents }) => sum + lockCents, 0)).toBe(1_100_000_000);
  expect(await isReconciled()).toBe(true);
});

test('in a pool the pool bears the lock of its lines', async () => {
  const terms = {
    method: 'amounts',
    amounts: [{ lineId: lines['P-1'] ?? '', amountCents: 10_000 }],
  } as const;
  const seen = await preview({
    selection: { criteria: { subBudget: ['P'] } },
    terms: { ...terms, amounts: [...terms.amounts] },
  });
  expect(seen.rows).toMatchObject([{ number: 'P-1', availableAfterCents: 10_000, unrealisableCents: 0 }]);
});

test.each([
  ['revenue is not locked', { selection: { criteria: { subBudget: ['E'] } } }, 409, 'LOCK_NO_BASIS'],
  ['a decision of tomorrow', { decidedOn: '2026-10-06' }, 409, 'LOCK_DATE'],
  ['on a day before the plan was in force', { decidedOn: '2026-01-15' }, 409, 'LOCK_NO_BASIS'],
  ['a share without its percent', { terms: { method: 'percentage' } }, 409, 'LOCK_TERMS'],
  [
    'more than there is',
    { terms: { method: 'reduction', totalCents: 35_000_000_001, spread: 'by_appropriation' } },
    409,
    'LOCK_ABOVE_BASIS',
  ],
  ['a year without books', { fiscalYear: 2031 }, 409, 'YEAR_NOT_OPEN'],
] as const)('%s is refused', async (_, changes, status, code) => {
  const answer = await post(finance, LOCKS, coreTenPercent(changes as unknown as Partial<RecordLock>));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('a lock that is not confirmed locks nothing', async () => {
  const recorded = await post(finance, LOCKS, coreTenPercent({ title: 'Nicht bestätigt' }));
  await finance2.post(`/api/v1/approvals/${recorded.body.approvalId}/decision`, {
    decision: 'reject',
    version: 1,
    note: 'Noch nicht nötig',
  });
  expect(await lockOf(recorded.body.id)).toMatchObject({ state: 'dismissed', heldCents: 0, openReports: 0 });
  expect((await balanceOf('K-1')).lockCents).toBe(0);
});
