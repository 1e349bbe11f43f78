import type { ProjectRow } from '@etatlotse/contracts/project';
import type { OutcomeRow } from '@etatlotse/contracts/outcome';
import type { RolloutRow } from '@etatlotse/contracts/rollout';
import { coversOf, type Reading, stackOf } from '@etatlotse/contracts/council/plain';
import { coverState } from '@etatlotse/domain/council';
import { DataSource } from 'typeorm';
import type { HttpClient } from '../../test/http-client';
import { asOwner, loginPerson } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { IDS, type Ids } from '../platform/clock/ids';
import { ownerDataSourceOptions } from '../platform/database/data-source';
import { Transactions } from '../platform/database/transactions';
import { seedDemoCity } from './seed-demo-city';

let app: TestApp;
let finance: HttpClient;
let dataSource: DataSource;

const seed = () => {
  const ids = app.app.get<Ids>(IDS);
  return seedDemoCity(new Transactions(dataSource, app.clock, ids), app.clock, ids, 'ein Passwort nur für Tests');
};

beforeAll(async () => {
  app = await startTestApp();
  dataSource = await new DataSource(ownerDataSourceOptions(app.database.ownerUrl)).initialize();
  const city = await seed();
  expect(city.lines).toBeGreaterThan(170);
  expect(city.movements).toBeGreaterThan(15_000);
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ tenant_id: string; person_id: string }>(
      `SELECT tenant_id, person_id FROM person WHERE email = 'finanzen@loewenstadt.example'`,
    ),
  );
  finance = await loginPerson(app, rows[0]?.tenant_id ?? '', rows[0]?.person_id ?? '');
}, 60_000);

afterAll(async () => {
  await dataSource.destroy();
  await app.stop();
});

const overview = async () => (await finance.get('/api/v1/budget/overview?fiscalYear=2026')).body;

test('The overview carries the public figures: CORE 3,500,000.00, SCHOOL_NET 1,500,000.00, FEES unknown', async () => {
  const { frames, totals } = await overview();
  expect(
    frames.map(({ frame, ceilingCents, appropriationCents }: Record<string, unknown>) => [
      frame,
      ceilingCents,
      appropriationCents,
    ]),
  ).toEqual([
    ['CORE', 350_000_000, 350_000_000],
    ['SCHOOL_NET', 150_000_000, 150_000_000],
    ['FEES', null, 0],
  ]);
  expect(frames[2].availableCents).toBeNull();
  expect(totals).toMatchObject({ ceilingCents: 500_000_000, unknownFrames: ['FEES'] });
});

test('T26 a ceiling of 0 for fees is something else than unknown: the total is complete and smaller by what was billed', async () => {
  const before = await overview();
  await asOwner(app, (owner) =>
    owner.query(`UPDATE frame_ceiling SET ceiling_cents = 0 WHERE frame = 'FEES' AND fiscal_year = 2026`),
  );
  const after = await overview();
  const fees = after.frames[2];
  expect(fees.availableCents).toBeLessThan(0);
  expect(after.totals.unknownFrames).toEqual([]);
  expect(after.totals.availableCents).toBe(before.totals.availableCents + fees.availableCents);
  await asOwner(app, (owner) =>
    owner.query(`UPDATE frame_ceiling SET ceiling_cents = NULL WHERE frame = 'FEES' AND fiscal_year = 2026`),
  );
});

test('Every figure of the overview is the sum of the movements behind it', async () => {
  const { frames, months, totals } = await overview();
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ frame: string; kind: string; cents: string }>(
      `SELECT l.frame, m.kind, sum(m.amount_cents) AS cents FROM movement m JOIN budget_line l USING (tenant_id, line_id)
       WHERE m.fiscal_year = 2026 GROUP BY 1, 2`,
    ),
  );
  const sum = (frame: string, kind: string): number =>
    Number(rows.find((row) => row.frame === frame && row.kind === kind)?.cents ?? 0);
  for (const frame of frames) {
    expect([frame.frame, frame.actualCents, frame.commitmentCents, frame.lockCents]).toEqual([
      frame.frame,
      sum(frame.frame, 'actual'),
      sum(frame.frame, 'commitment'),
      sum(frame.frame, 'lock'),
    ]);
  }
  expect(months.reduce((total: number, month: { actualCents: number }) => total + month.actualCents, 0)).toBe(
    totals.actualCents,
  );
});

test('The bill that came in beyond the authority needs attention first', async () => {
  const { attention } = await overview();
  expect(attention[0]).toMatchObject({ name: 'Fachverfahren Jugendhilfe: Wartung und Pflege', reason: 'overdrawn' });
});

test('The lock of ten percent is exactly 350,000.00', async () => {
  const { frames } = await overview();
  // Beside it 4,800.00 are locked as the cover of a grant.
  expect(frames[0].lockCents - 480_000).toBe(35_000_000);
});

test('There is a request for extra authority at every stop of the way', async () => {
  const { rows } = (await finance.get('/api/v1/authority/extra?fiscalYear=2026')).body;
  expect(rows.map(({ state }: { state: string }) => state).sort()).toEqual([
    'draft',
    'examined',
    'granted',
    'submitted',
  ]);
  const examined = rows.find(({ state }: { state: string }) => state === 'examined');
  expect((await finance.get(`/api/v1/authority/extra/${examined.id}`)).body).toMatchObject({
    requiredLevel: 'council',
    missing: [],
  });
});

test('All three years reconcile to 0.00', async () => {
  for (const year of [2024, 2025, 2026]) {
    expect((await finance.get(`/api/v1/reconciliation?fiscalYear=${year}`)).body).toMatchObject({ differenceCents: 0 });
  }
});

test('A decision that says one cent more than it wrote is found, although every balance fits its movements', async () => {
  const decisions = ['extra_grant', 'budget_lock', 'carry_over', 'earmark'];
  const check = async (): Promise<Readonly<Record<string, { compared: number; differenceCents: number }>>> => {
    const { aggregates } = (await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body;
    return Object.fromEntries(aggregates.map((one: { aggregate: string }) => [one.aggregate, one]));
  };
  const before = await check();
  for (const name of decisions) expect(before[name]).toMatchObject({ differenceCents: 0 });
  expect(decisions.filter((name) => before[name]?.compared === 0)).toEqual([]);
  const onOne = ([table, column, key, where]: readonly [string, string, string, string], by: number) =>
    asOwner(app, (owner) =>
      owner.query(`UPDATE ${table} SET ${column} = ${column} + ${by} WHERE ctid = (
        SELECT t.ctid FROM ${table} t WHERE ${where} ORDER BY t.${key} LIMIT 1)`),
    );
  const granted = `t.request_id IN (SELECT request_id FROM extra_request WHERE state = 'granted' AND fiscal_year = 2026)`;
  const changes = [
    ['extra_request_item', 'requested_cents', 'line_id', granted],
    ['budget_lock_amount', 'amount_cents', 'line_id', 'true'],
    ['carry_over', 'amount_cents', 'carry_over_id', `t.to_year = 2026 AND t.state = 'approved'`],
    ['earmark_event', 'authority_cents', 'event_id', 'true'],
  ] as const;
  for (const change of changes) await onOne(change, 1);
  const after = await check();
  // A rest says it of both years.
  expect(decisions.map((name) => after[name]?.differenceCents)).toEqual([1, 1, 2, 1]);
  expect(after['line_balance']).toMatchObject({ differenceCents: 0 });
  for (const change of changes) await onOne(change, -1);
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
});

test('A grant of 260,000 instead of 200,000 lets 60,000 more be spent, and later years are partly bound', async () => {
  const { rows, totals } = (await finance.get('/api/v1/authority/earmarks?fiscalYear=2026')).body;
  expect(rows[0]).toMatchObject({ purpose: 'Ausbau der Schulnetze', promisedCents: 26_000_000, isDemo: true });
  expect(totals).toMatchObject({ count: 4, authorityCents: 6_000_000, proofsDue: 1 });
  const bound = (await finance.get('/api/v1/budget/bound-years?fiscalYear=2026')).body;
  const core = bound.rows.find((row: Record<string, unknown>) => row['frame'] === 'CORE' && row['fiscalYear'] === 2029);
  expect(core).toMatchObject({ amountCents: 350_000_000, from: 'plan' });
  expect(core.freeCents).toBeGreaterThan(0);
  expect(core.boundCents).toBeGreaterThan(100_000_000);
});

test('The budget of 2024 came late: every order before it names its ground', async () => {
  const answer = (await finance.get('/api/v1/budget/provisional?fiscalYear=2024')).body;
  expect(answer).toMatchObject({ isPlanInForce: true, inForceOn: '2024-02-13' });
  expect(answer.sums.every(({ claims }: { claims: number }) => claims > 0)).toBe(true);
  expect((await finance.get('/api/v1/budget/provisional?fiscalYear=2026')).body.totalCents).toBe(0);
});

test('A Nachtrag lies before the council: its question is answered, one motion is open', async () => {
  const { rows } = (await finance.get('/api/v1/planning/plan-versions?fiscalYear=2026')).body;
  const nachtrag = rows.find(({ kind }: { kind: string }) => kind === 'supplementary');
  expect(nachtrag).toMatchObject({ name: 'Nachtrag 2026 (Demo)', state: 'introduced' });
  const path = `/api/v1/planning/plan-versions/${nachtrag.id}`;
  expect((await finance.get(`${path}/supplement`)).body).toMatchObject({ openCount: 0, isBaseInForce: true });
  expect((await finance.get(`${path}/changes`)).body).toMatchObject({ count: 4, openCount: 1 });
});

test('The systems of the source paper are projects: some are late, one waits for the DMS, one has no baseline', async () => {
  const { body } = await finance.get('/api/v1/projects?level=project&limit=100');
  const rows = body.rows as ProjectRow[];
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['DMS-Ausbau stadtweit', 'Digitale Post', 'Datennetze der Schulen', 'Prozessmanagement']),
  );
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['green', 'yellow', 'red', 'unknown']));
  expect(rows.find(({ name }) => name === 'DMS-Ausbau stadtweit')).toMatchObject({ baselines: 2, key: '4E.100002' });
});

test('T28 the DMS bears the facts of the paper: > 70 %, at most 3.68 points a month, post in several units', async () => {
  const [dms] = (await finance.get('/api/v1/rollouts')).body.rows as RolloutRow[];
  expect(dms).toMatchObject({ name: 'DMS stadtweit', units: 10 });
  const [workplaces, records, post] = dms?.goals ?? [];
  expect(workplaces?.newest).toMatchObject({ operator: 'above', shareBasisPoints: 7_000, origin: 'source' });
  expect(workplaces?.pace.neededPerMonth).toEqual({ value: 368, bound: 'upper' });
  expect(workplaces?.money?.toCompleteCents?.bound).toBe('upper');
  expect(records).toMatchObject({ goalOn: '2026-12-31', capability: 'records', pace: { arrival: { kind: 'on' } } });
  expect(post).toMatchObject({ newest: { operator: 'several' }, share: null });
});

test('Every outcome of the sample city has a cost per piece, and reviews of benefits are overdue', async () => {
  const { rows } = (await finance.get('/api/v1/outcomes')).body as { rows: OutcomeRow[] };
  expect(rows.map(({ newest }) => (newest?.perPiece?.value ?? 0) > 0)).toEqual([true, true, true, true, true]);
  expect((await finance.get('/api/v1/benefits/summary')).body).toMatchObject({ benefits: 5, overdue: 2 });
});

test('Some forty sites, devices of every age, and a key over both frames that has its decision', async () => {
  const sites = (await finance.get('/api/v1/sites?fiscalYear=2026&limit=100')).body;
  expect(sites.totals).toMatchObject({ sites: 38, schools: 16, linesWithoutSite: 2 });
  expect(sites.rows.find(({ name }: { name: string }) => name === 'IGS Nord').feesCents).toBeGreaterThan(0);
  const { stock } = (await finance.get('/api/v1/devices')).body;
  expect(stock.ages.length).toBeGreaterThan(7);
  expect(stock.dueDevices).toBeGreaterThan(500);
  const demand = (await finance.get('/api/v1/devices/demand?fiscalYear=2026')).body;
  for (const { fiscalYear, grossCents, byFrame, byClass } of demand.years) {
    const sum = (parts: Record<string, number>): number => Object.values(parts).reduce((all, one) => all + one, 0);
    expect([fiscalYear, sum(byFrame), sum(byClass)]).toEqual([fiscalYear, grossCents, grossCents]);
  }
  const keys = (await finance.get('/api/v1/split-keys')).body;
  expect(keys.map(({ isMixed, needsDecision }: Record<string, unknown>) => [isMixed, needsDecision])).toEqual([
    [true, true],
    [true, false],
  ]);
});

test('A second start finds the city and adds nothing', async () => {
  expect(await seed()).toEqual({ isNew: false, lines: 0, movements: 0 });
});

test('The capacity of nine units is there, with a task nobody has counted and figures that ask to be confirmed', async () => {
  const { rows, missingParameters, parameters } = (await finance.get('/api/v1/capacity/overview?fiscalYear=2026')).body;
  expect(rows.map(({ unit }: { unit: { code: string } }) => unit.code)).toEqual([
    ...['10.2', '10.3', '32.2', '40.2', 'FB 32', 'FB 40', 'FB 50', 'FB 51', 'FB 60'],
  ]);
  expect([missingParameters, parameters.every(({ isExample }: { isExample: boolean }) => isExample)]).toEqual([
    [],
    true,
  ]);
  const housing = rows[6];
  expect(housing).toMatchObject({
    isComplete: false,
    unknownTasks: ['Wohngeld: Beratung ohne Antrag'],
    isProtected: false,
  });
  expect(housing.gapFte).toBeLessThan(0);
  expect(rows[0].isProtected).toBe(true);
  // The services should have been online in August; now they release nothing before the next year.
  expect(housing.released).toMatchObject([{ goLive: { plannedOn: '2026-08-31', goLiveOn: '2027-01-31' }, yearFte: 0 }]);
  const next = (await finance.get('/api/v1/capacity/overview?fiscalYear=2027')).body.rows[6];
  expect(next.released[0].runRateFte).toBeGreaterThan(1);
  expect(next.released[0].yearFte).toBeLessThan(next.released[0].runRateFte);
});

test('The next budget is read in the committee: motions with and without cover, alternatives, and two that cut one line', async () => {
  const [reading] = (await finance.get('/api/v1/council/readings')).body.rows;
  expect(reading).toMatchObject({ state: 'released', motions: 7, openMotions: 7, isDemo: true });
  const found: Reading = (await finance.get(`/api/v1/council/readings/${reading.id}`)).body;
  const covers = coversOf(found);
  expect(found.rows.map(({ id }) => coverState(covers.get(id) ?? []))).toEqual([
    ...['relief', 'covered', 'deficit', 'covered', 'relief', 'covered', 'no_money'],
  ]);
  const { conflicts } = stackOf(found, new Set(found.rows.map(({ id }) => id)));
  expect(conflicts.map(({ kind }) => kind).sort()).toEqual(['below_bound', 'excluded', 'negative']);
});
