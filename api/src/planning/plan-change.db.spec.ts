import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

/** The budget of 2027 on its way through the committees: shifts of the draft, then dated changes until it is adopted. */
const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let office: HttpClient;
let core: string;
let other: string;
let server: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, finance2, office] = await Promise.all([
    loginAs(app, 'finance'),
    loginAs(app, 'finance2'),
    loginAs(app, 'council_office'),
  ]);
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: true });
  [core = '', other = '', server = ''] = await plantLines(app, city, [
    { number: '1.01' },
    { number: '1.02' },
    { number: '2.01', account: '783125', direction: 'payment', sphere: 'investing' },
  ]);
  for (const fiscalYear of [2027, 2028]) {
    await finance.put(`/api/v1/planning/frames/CORE/${fiscalYear}`, {
      ceilingCents: 400_000_000,
      source: 'Eckwerte',
      reason: 'Beschluss',
      version: 0,
    });
  }
});
afterAll(() => app.stop());

type Cell = readonly [string, number, number];
const columns = (cells: readonly Cell[]) => ({
  lineIds: cells.map(([lineId]) => lineId),
  fiscalYears: cells.map(([, year]) => year),
  amountCents: cells.map(([, , amountCents]) => amountCents),
});

async function draft(name: string, cells: readonly Cell[]): Promise<string> {
  const made = await finance.post(PLANS, { name, kind: 'budget', firstYear: 2027, isTwoYears: true });
  const set = await finance.put(`${PLANS}/${made.body.id}/amounts`, {
    ...columns(cells),
    unknownFrameReason: 'Eckwerte folgen',
  });
  expect([made.status, set.status]).toEqual([201, 200]);
  return made.body.id;
}

const add = (id: string, kind: string, cells: readonly Cell[], more: object = {}, by = finance) =>
  by.post(`${PLANS}/${id}/changes`, { kind, title: 'Änderung', reason: 'Beginn später', ...columns(cells), ...more });
const changes = async (id: string) => (await finance.get(`${PLANS}/${id}/changes`)).body;
const versionOf = async (id: string): Promise<number> => (await finance.get(`${PLANS}/${id}`)).body.version;
const take = async (id: string, name: string, more: object = {}) =>
  finance.post(`${PLANS}/${id}/steps`, { step: name, version: await versionOf(id), ...more });
const record = (id: string, change: { id: string; version: number }, result: string, more: object = {}, by = finance) =>
  by.put(`${PLANS}/${id}/changes/${change.id}/result`, {
    version: change.version,
    result,
    committee: 'Finanzausschuss',
    decidedOn: '2026-10-01',
    ...more,
  });
const adoption = async (id: string, decidedOn = '2026-10-01') =>
  finance.post(`${PLANS}/${id}/adoption`, {
    version: await versionOf(id),
    decidedOn,
    decisionDocument: '26-31007',
  });

/** Amounts of one year in the order of the lines. */
async function amounts(id: string, year = 2027): Promise<unknown> {
  const { years, amountCents } = (await finance.get(`${PLANS}/${id}/amounts`)).body;
  return amountCents[years.indexOf(year)];
}

describe('T21 neutral shifts of a draft', () => {
  test('T21 -40,000 on A and +40,000 on B in 2027 is one step and counts at once; in 2028 it is refused', async () => {
    const id = await draft('Entwurf Umsetzung', [
      [core, 2027, 10_000_000],
      [other, 2027, 5_000_000],
    ]);
    const late = await add(id, 'neutral_shift', [
      [core, 2027, -4_000_000],
      [other, 2028, 4_000_000],
    ]);
    expect(late).toMatchObject({ status: 409, body: { code: 'SHIFT_UNBALANCED', fiscalYear: 2027 } });
    expect(late.body.detail).toContain('40.000,00');
    expect(await amounts(id)).toEqual([10_000_000, 5_000_000, null]);

    const shifted = await add(id, 'neutral_shift', [
      [core, 2027, -4_000_000],
      [other, 2027, 4_000_000],
    ]);
    expect([shifted.status, shifted.body.result]).toEqual([201, 'accepted']);
    expect(await amounts(id)).toEqual([6_000_000, 9_000_000, null]);
    const { rows, kinds } = await changes(id);
    expect(rows).toMatchObject([
      { number: 1, kind: 'neutral_shift', decidedOn: app.clock.today(), reason: 'Beginn später' },
    ]);
    expect(kinds).toEqual(['neutral_shift']);
  });

  test('A shift says why, and stays on its side of the budget', async () => {
    const id = await draft('Entwurf Wand', [
      [core, 2027, 10_000_000],
      [server, 2027, 10_000_000],
    ]);
    const across = await add(id, 'neutral_shift', [
      [core, 2027, -100],
      [server, 2027, 100],
    ]);
    expect(across.body.code).toBe('SHIFT_UNBALANCED');
    const silent = await add(
      id,
      'neutral_shift',
      [
        [core, 2027, -100],
        [other, 2027, 100],
      ],
      { reason: '' },
    );
    expect(silent.body.code).toBe('CHANGE_REASON');
    expect((await add(id, 'motion', [[core, 2027, 100]], { code: 'FWE1' })).body.code).toBe('CHANGE_NOT_YET');
  });
});

describe('T22 dated changes after the introduction', () => {
  let plan: string;
  const made: Record<string, { id: string; version: number }> = {};

  test('T22 draft 3,500,000; once introduced its cells stand, and changes are brought in', async () => {
    plan = await draft('Haushalt 2027/2028', [
      [core, 2027, 350_000_000],
      [core, 2028, 350_000_000],
      [server, 2027, 20_000_000],
    ]);
    expect((await take(plan, 'introduce')).status).toBe(200);
    const typed = await finance.put(`${PLANS}/${plan}/amounts`, columns([[core, 2027, 1]]));
    expect([typed.status, typed.body.code]).toEqual([409, 'PLAN_INTRODUCED']);
    const detail = (await finance.get(`${PLANS}/${plan}`)).body;
    expect([detail.isOpen, detail.mayEditAmounts]).toEqual([true, false]);
    for (const [name, kind, amountCents, more] of [
      ['admin', 'administration', -5_000_000, {}],
      ['first', 'motion', 10_000_000, { code: 'FWE197', origin: 'Fraktion A' }],
      ['second', 'motion', 8_000_000, { code: 'FWE198', origin: 'Stadtbezirksrat 120' }],
    ] as const) {
      const added = await add(plan, kind, [[core, 2027, amountCents]], more);
      expect([name, added.status, added.body.result]).toEqual([name, 201, 'open']);
      made[name] = added.body;
    }
    expect(await amounts(plan)).toEqual([350_000_000, null, 20_000_000]);
  });

  test('A number of the council is used once, a note moves no money, a motion may cost nothing', async () => {
    expect((await add(plan, 'motion', [], { code: 'FWE198' })).body).toMatchObject({
      code: 'CHANGE_CODE_TAKEN',
      detail: expect.stringContaining('FWE198'),
    });
    expect((await add(plan, 'budget_note', [[core, 2027, 1]])).body.code).toBe('CHANGE_AMOUNTS');
    const free = await add(plan, 'motion', [], { code: 'FU12', title: 'Prüfauftrag Open Source' });
    expect(free.status).toBe(201);
    await record(plan, free.body, 'accepted');
  });

  test('T22 an open change keeps the version from being adopted', async () => {
    const asked = await adoption(plan);
    expect(asked).toMatchObject({ status: 409, body: { code: 'PLAN_CHANGES_OPEN', count: 3 } });
  });

  test('T22 the council office records result, committee and day; a day to come or no committee is refused', async () => {
    const { admin, first, second } = made as Record<'admin' | 'first' | 'second', { id: string; version: number }>;
    expect((await record(plan, admin, 'accepted', { decidedOn: '2026-12-01' })).body.code).toBe(
      'CHANGE_DECISION_NEEDED',
    );
    expect((await record(plan, admin, 'accepted', {}, office)).status).toBe(200);
    expect((await record(plan, first, 'rejected', {}, office)).status).toBe(200);
    expect((await record(plan, second, 'accepted', { committee: 'Rat', decidedOn: '2026-10-02' }, office)).status).toBe(
      200,
    );
    expect((await record(plan, second, 'rejected')).body.code).toBe('VERSION_STALE');
    expect(await amounts(plan)).toEqual([353_000_000, null, 20_000_000]);
  });

  test('T22 the list tells the way from 3,500,000 to 3,530,000, each step dated with committee and result', async () => {
    const { rows, totals, openCount } = await changes(plan);
    expect(openCount).toBe(0);
    expect(
      rows.map((row: { code: string; result: string; committee: string; decidedOn: string; effects: unknown[] }) => [
        row.code,
        row.result,
        row.committee,
        row.decidedOn,
        (row.effects[0] as { runningCents: number } | undefined)?.runningCents,
      ]),
    ).toEqual([
      ['', 'accepted', 'Finanzausschuss', '2026-10-01', 365_000_000],
      ['FWE197', 'rejected', 'Finanzausschuss', '2026-10-01', 365_000_000],
      ['FWE198', 'accepted', 'Rat', '2026-10-02', 373_000_000],
      ['FU12', 'accepted', 'Finanzausschuss', '2026-10-01', undefined],
    ]);
    expect(totals[0]).toEqual({
      frame: 'CORE',
      side: 'spending',
      fiscalYear: 2027,
      baseCents: 370_000_000,
      acceptedCents: 3_000_000,
      openCents: 0,
      adoptedCents: 373_000_000,
    });
    const { beforeChangesCents, lineId } = (await finance.get(`${PLANS}/${plan}/reference`)).body;
    expect(beforeChangesCents[0][lineId.indexOf(core)]).toBe(350_000_000);
  });

  test('A result recorded by mistake is replaced, and the amounts follow', async () => {
    const second = (await changes(plan)).rows[2];
    expect((await record(plan, second, 'rejected')).status).toBe(200);
    expect(await amounts(plan)).toEqual([345_000_000, null, 20_000_000]);
    await record(plan, { ...second, version: second.version + 1 }, 'accepted');
    expect(await amounts(plan)).toEqual([353_000_000, null, 20_000_000]);
  });

  test('An open change is taken out again; a decided one stays as a record', async () => {
    const typo = (await add(plan, 'motion', [[core, 2027, 7]], { code: 'FWE999' })).body;
    const gone = await finance.send(`${PLANS}/${plan}/changes/${typo.id}?version=1`, { method: 'DELETE' });
    expect(gone.status).toBe(204);
    const [decided] = (await changes(plan)).rows;
    const kept = await finance.send(`${PLANS}/${plan}/changes/${decided.id}?version=${decided.version}`, {
      method: 'DELETE',
    });
    expect([kept.status, kept.body.code]).toEqual([409, 'CHANGE_DECIDED']);
  });

  test('T22 adopted is the base with every accepted change, and then nothing moves any more', async () => {
    const asked = await adoption(plan);
    const done = await finance2.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, {
      decision: 'approve',
      version: 1,
    });
    expect([asked.status, done.status]).toEqual([202, 200]);
    expect(await amounts(plan)).toEqual([353_000_000, null, 20_000_000]);
    expect((await add(plan, 'motion', [[core, 2027, 1]], { code: 'FWE200' })).body.code).toBe('CHANGE_FINAL');
    const [admin] = (await changes(plan)).rows;
    expect((await record(plan, admin, 'rejected')).body.code).toBe('CHANGE_FINAL');
    await expect(
      asOwner(app, (owner) =>
        owner.query(`UPDATE plan_change SET result = 'rejected' WHERE change_id = $1`, [admin.id]),
      ),
    ).rejects.toThrow('are final');
  });
});

test('Who may only read brings in nothing, and a neighbour finds nothing', async () => {
  const id = await draft('Entwurf fremd', [[core, 2027, 100]]);
  const auditor = await loginAs(app, 'auditor');
  expect((await add(id, 'neutral_shift', [], {}, auditor)).status).toBe(403);
  expect((await add(id, 'neutral_shift', [], {}, office)).status).toBe(403);
  expect((await auditor.get(`${PLANS}/${id}/changes`)).status).toBe(200);
});
