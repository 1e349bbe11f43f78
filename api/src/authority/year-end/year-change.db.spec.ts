import type { CommitmentAuthorityRow, YearEnd, YearEndLineRow } from '@etatlotse/contracts/authority';
import type { ProvisionalOfYear } from '@etatlotse/contracts/budget';
import { addContract } from '../../../test/contracts';
import type { Answer, HttpClient } from '../../../test/http-client';
import { addLine, addPool, openYear, setCeiling } from '../../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

/*
 * What the end of a year does on the other side: in the cover pool of the next one, in a year that has no plan yet, to
 * commitment authorities that nobody used, and which reasons the house knows already.
 */
let app: TestApp;
let city: City;
let finance: HttpClient;
let second: HttpClient;
let keys = 0;

beforeAll(async () => {
  app = await startTestApp({ now: '2026-12-15T09:00:00+01:00' });
  city = await createCity(app);
  await openYear(app, city, 2026);
  // The books of 2027 are open, its plan is still being made.
  await asOwner(app, (owner) =>
    owner.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, 2027, 'open')`, [
      city.tenantId,
    ]),
  );
  await setCeiling(app, city, 'CORE', 2027, 350_000_000);
  await logIn();
});
afterAll(() => app.stop());
afterEach(async () => {
  for (const year of [2026, 2027]) {
    const { body } = await finance.get(`/api/v1/reconciliation?fiscalYear=${year}`);
    expect([year, body.differenceCents]).toEqual([year, 0]);
  }
});

async function logIn(): Promise<void> {
  [finance, second] = [await loginAs(app, 'finance'), await loginAs(app, 'finance2')];
}
const post = (client: HttpClient, path: string, body: object): Promise<Answer> =>
  client.post(path, body, { 'idempotency-key': `uebergang-${++keys}` });
const rowOf = async (q: string): Promise<YearEndLineRow> =>
  (await finance.get(`/api/v1/year-end/2026/lines?view=all&q=${q}`)).body.rows[0];
const placeOrder = (lineId: string, number: string, amountCents: number): Promise<Answer> =>
  post(finance, '/api/v1/budget/orders', {
    ...{ lineId, fiscalYear: 2026, number, opening: 'place', amountCents, orderedOn: '2026-11-02' },
    ...{ supplier: 'Netz AG', subject: 'Switches' },
  });
/** Asked for by one person and decided by another. */
async function carry(lineId: string, number: string, amountCents: number): Promise<void> {
  const proposal = { lineId, amountCents, kind: 'current', reason: 'Lieferung im März' };
  expect((await post(finance, '/api/v1/carry-overs', { fromYear: 2026, proposals: [proposal] })).status).toBe(201);
  const { carryOvers } = await rowOf(number);
  const proposals = carryOvers.filter(({ state }) => state === 'proposed').map(({ id, version }) => ({ id, version }));
  const decided = await second.post('/api/v1/carry-overs/decision', { decision: 'approve', proposals });
  expect(decided.status).toBe(200);
}

test('R10 the rest raises what the cover pool of the next year has, for every line in it, less the orders it bears', async () => {
  const poolId = await addPool(app, city, 'DK-NETZ');
  const a = await addLine(app, city, { number: 'NETZ-A', poolId, appropriationCents: 10_000_000 });
  await addLine(app, city, { number: 'NETZ-B', poolId, appropriationCents: 0 });
  await placeOrder(a, 'B-NETZ', 7_000_000);
  expect((await rowOf('NETZ-A')).next).toEqual({ poolCode: 'DK-NETZ', availableCents: 0 });
  await carry(a, 'NETZ-A', 9_000_000);
  for (const number of ['NETZ-A', 'NETZ-B']) {
    expect((await rowOf(number)).next).toEqual({ poolCode: 'DK-NETZ', availableCents: 2_000_000 });
  }
  const { body } = await finance.get(`/api/v1/authority/pools/${poolId}?fiscalYear=2027`);
  expect(body).toMatchObject({ code: 'DK-NETZ', balance: { availableCents: 2_000_000 }, differenceCents: 0 });
});

test('T15 an order that comes along into a year without a plan is owed: it stands in the list of § 116, also as a file', async () => {
  const lineId = await addLine(app, city, { number: 'OHNE-PLAN', appropriationCents: 5_000 });
  const { id } = (await placeOrder(lineId, 'B-116', 4_000)).body;
  await carry(lineId, 'OHNE-PLAN', 3_000);
  const listed = async (): Promise<ProvisionalOfYear['rows'][number] | undefined> =>
    (await finance.get('/api/v1/budget/provisional?fiscalYear=2027')).body.rows.find(
      (row: ProvisionalOfYear['rows'][number]) => row.lineId === lineId,
    );
  const basis = 'Auftrag B-116 ist seit 2026 verbindlich erteilt';
  expect(await listed()).toMatchObject({ id, ground: 'legal_duty', basis, amountCents: 4_000 });
  // The invoice settles it and stays with its ground; nothing of it is asked twice.
  const { version } = (await finance.get(`/api/v1/budget/orders/${id}`)).body;
  const invoice = { version, step: 'final_invoice', amountCents: 3_500, bookedOn: '2027-01-20' };
  expect((await post(finance, `/api/v1/budget/orders/${id}/steps`, invoice)).status).toBe(200);
  expect(await listed()).toMatchObject({ amountCents: 3_500, ground: 'legal_duty' });

  const file = await finance.get('/api/v1/budget/provisional.csv?fiscalYear=2027');
  const row = file.body.split('\r\n').find((line: string) => line.includes('B-116'));
  expect(row).toContain('OHNE-PLAN');
  expect(row).toContain(basis);
  expect(row).toContain('35,00');
  expect((await finance.get('/api/v1/budget/provisional.csv?fiscalYear=2026')).body.trim().split('\r\n')).toHaveLength(
    1,
  );
});

test('leap 10 what the house knows is a reason already: the contract with its day for notice, the milestone to come', async () => {
  const lineId = await addLine(app, city, { number: 'GRUND', appropriationCents: 10_000, unitId: city.units.school });
  await addContract(finance, { lineId, unitId: city.units.school, number: 'V-2044', vendor: 'Netz AG' });
  const { contracts, milestones } = await rowOf('GRUND');
  expect(contracts).toEqual([{ number: 'V-2044', vendor: 'Netz AG', noticeBy: '2027-09-30', runsUntil: null }]);
  expect(milestones).toEqual([]);
  await asOwner(app, async (owner) => {
    const {
      rows: [project],
    } = await owner.query(
      `INSERT INTO project (tenant_id, project_id, level, name, unit_id, phase, planned_start, planned_end, reported_on,
         created_by, created_at)
       VALUES ($1, gen_random_uuid(), 'project', 'Schulnetz West', $2, 'implementation', '2026-01-01', '2027-06-30',
         '2026-12-01', $3, $4) RETURNING project_id`,
      [city.tenantId, city.units.school, city.people.finance.id, app.clock.now()],
    );
    await owner.query(
      `INSERT INTO project_line (tenant_id, link_id, project_id, line_id, from_year, linked_by, linked_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 2026, $4, $5)`,
      [city.tenantId, project.project_id, lineId, city.people.finance.id, app.clock.now()],
    );
    await owner.query(
      `INSERT INTO project_milestone (tenant_id, milestone_id, project_id, name, planned_on, weight_basis_points, forecast_on,
         actual_on)
       VALUES ($1, gen_random_uuid(), $2, 'Abnahme', '2026-11-30', 5000, '2027-03-15', NULL),
         ($1, gen_random_uuid(), $2, 'Ausschreibung', '2027-02-01', 5000, NULL, '2026-10-01')`,
      [city.tenantId, project.project_id],
    );
  });
  expect((await rowOf('GRUND')).milestones).toEqual([
    { project: 'Schulnetz West', name: 'Abnahme', dueOn: '2027-03-15' },
  ]);
});

describe('R11 a commitment authority that nobody used', () => {
  let authority: CommitmentAuthorityRow;
  let lineId = '';
  const authorities = async (): Promise<YearEnd['unusedAuthorities']> =>
    (await finance.get('/api/v1/year-end/2026')).body.unusedAuthorities;
  const sign = (signedOn: string, amountCents: number): Promise<Answer> =>
    post(finance, '/api/v1/authority/obligations', {
      ...{ lineId, authorityId: authority.id, reference: 'V-1', partner: 'Netz AG', subject: 'Switches', signedOn },
      amounts: [{ fiscalYear: 2028, amountCents }],
    });

  beforeAll(async () => {
    lineId = await addLine(app, city, {
      ...{ number: '4E.210001', direction: 'payment', sphere: 'investing', account: '783110', runOrChange: 'change' },
    });
    const { approvalId } = (
      await post(finance, '/api/v1/authority/commitment-authorities', {
        ...{ number: 'VE-2026-1', purpose: 'Switches in Schritten', lineId, fiscalYear: 2026 },
        slices: [{ fiscalYear: 2028, amountCents: 90_000_000 }],
        ...{ decidedOn: '2026-06-30', decisionDocument: 'DS 26-4711' },
      })
    ).body;
    const decision = { decision: 'approve', note: 'Beschluss liegt vor', version: 1 };
    await second.post(`/api/v1/approvals/${approvalId}/decision`, decision);
    const { rows } = (await finance.get('/api/v1/authority/commitment-authorities?limit=100')).body;
    authority = rows.find(({ number }: CommitmentAuthorityRow) => number === 'VE-2026-1');
  });

  test('T11 stands in the cockpit with what is left; without a by-law for 2027 it lives beyond the year', async () => {
    expect((await sign('2026-09-01', 65_000_000)).status).toBe(201);
    const left = { number: 'VE-2026-1', leftCents: 25_000_000, lastDay: null, isLapsed: false };
    expect(await authorities()).toMatchObject([left]);
    expect((await sign('2027-02-10', 5_000_000)).status).toBe(201);
  });

  test('T11 the by-law of 2027 is announced on 05.03.2027: from the 6th on its use is refused, late records are not', async () => {
    await asOwner(app, (owner) =>
      owner.query(
        `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, display_ends_on, created_by,
           created_at)
         VALUES ($1, gen_random_uuid(), 'Haushalt 2027', 'budget', 2027, 2027, 'published', '2027-03-05', $2, $3)`,
        [city.tenantId, city.people.finance.id, app.clock.now()],
      ),
    );
    app.clock.set(new Date('2027-03-06T09:00:00+01:00'));
    await logIn();
    const lapsed = { leftCents: 20_000_000, lastDay: '2027-03-05', isLapsed: true };
    expect(await authorities()).toMatchObject([lapsed]);
    const refused = await sign('2027-03-06', 5_000_000);
    expect(refused.body).toMatchObject({ code: 'COMMITMENT_LAPSED', planYear: 2026, lapsedOn: '2027-03-05' });
    expect(refused.body.detail).toContain('05.03.2027');
    expect((await sign('2027-03-05', 5_000_000)).status).toBe(201);
    const shown = (await finance.get(`/api/v1/authority/commitment-authorities/${authority.id}`)).body;
    expect(shown).toMatchObject({ leftCents: 15_000_000, lastDay: '2027-03-05', isLapsed: true });
  });
});
