import type { Project, ProjectFlows, ProjectSummary } from '@etatlotse/contracts/project';
import { plantLines, plantYear } from '../../test/budget-city';
import { STATUS_LIMITS } from '@etatlotse/domain/project';
import { addContract, showContract } from '../../test/contracts';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { PROJECT_PLAN, ProjectOffice, PROJECTS } from '../../test/project-office';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let office: ProjectOffice;
let lines: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, finance2] = [await loginAs(app, 'finance'), await loginAs(app, 'finance2')];
  office = new ProjectOffice(finance, finance2);
  await plantYear(app, city);
  lines = await plantLines(app, city, [
    {
      number: '4E.100002',
      name: 'DMS-Ausbau stadtweit',
      projectKey: '4E.100002',
      unitId: city.units.school,
      movements: [
        { kind: 'appropriation', amountCents: 30_000_000 },
        { kind: 'commitment', amountCents: 2_000_000 },
        { kind: 'actual', amountCents: 15_000_000 },
        { kind: 'appropriation', amountCents: 10_000_000, fiscalYear: 2025 },
        { kind: 'actual', amountCents: 6_000_000, fiscalYear: 2025 },
      ],
    },
  ]);
});
afterAll(() => app.stop());

describe('T25 the DMS programme, from the plan to the earned value', () => {
  let programme = '';
  let dms = '';

  test('a programme below the portfolio, a project with the key of its budget line: single from the key (R3)', async () => {
    programme = await office.create({ level: 'programme', name: 'Digitale Verwaltung' });
    dms = await office.create({ parentId: programme, key: '4E.100002' });
    expect(await office.show(dms)).toMatchObject({
      form: 'single',
      state: 'planned',
      status: 'unknown',
      earned: null,
      parent: { id: programme, name: 'Digitale Verwaltung' },
      findings: [{ reason: 'no_baseline', status: 'unknown' }],
    });
  });

  test('lines with its key are offered; once linked, spent and bound come from the ledger', async () => {
    const offers = (await finance.get(`${PROJECTS}/${dms}/line-offers`)).body;
    expect(offers).toEqual([
      { lineId: lines['4E.100002'], number: '4E.100002', name: 'DMS-Ausbau stadtweit', hasKey: true, linkedTo: null },
    ]);
    const body = { lineId: lines['4E.100002'], fromYear: 2025, version: await office.versionOf(dms) };
    expect((await finance.post(`${PROJECTS}/${dms}/lines`, body)).status).toBe(201);
    // A contract paid from that line leads back to the project.
    const contract = await addContract(finance, { lineId: lines['4E.100002'] });
    expect((await showContract(finance, contract)).projects).toMatchObject([{ id: dms }]);
    const { years, actualCents, committedCents } = await office.show(dms);
    expect([actualCents, committedCents]).toEqual([21_000_000, 2_000_000]);
    expect(years).toEqual([
      {
        fiscalYear: 2025,
        kind: 'expense',
        baselineCents: null,
        adjustedCents: 10_000_000,
        committedCents: 0,
        actualCents: 6_000_000,
        availableCents: 4_000_000,
      },
      {
        fiscalYear: 2026,
        kind: 'expense',
        baselineCents: null,
        adjustedCents: 30_000_000,
        committedCents: 2_000_000,
        actualCents: 15_000_000,
        availableCents: 13_000_000,
      },
    ]);
  });

  test('the plan becomes the baseline by two people; internal work is told apart', async () => {
    expect((await office.savePlan(dms)).status).toBe(200);
    const asked = await office.askBaseline(dms);
    expect(asked.status).toBe(201);
    expect((await office.agree(asked.body.approvalId, finance)).body.code).toBe('FOUR_EYES');
    expect((await office.show(dms)).earned).toBeNull();
    expect((await office.agree(asked.body.approvalId)).status).toBe(200);
    expect((await office.show(dms)).allBaselines).toMatchObject([
      { number: 1, state: 'agreed', budgetCents: 40_000_000, internalCents: 5_000_000, document: 'DS 24-24651' },
    ]);
  });

  test('T25 PV 240,000, EV 180,000, CV -30,000, SV -60,000, CPI 0.8571, SPI 0.75, EAC 466,666.67', async () => {
    expect((await office.report(dms, 'Pilot', { actualOn: '2026-02-15' })).status).toBe(200);
    const { earned, status, findings, plannedBasisPoints, doneBasisPoints } = await office.show(dms);
    expect([plannedBasisPoints, doneBasisPoints]).toEqual([6_000, 4_500]);
    expect(earned).toEqual({
      bacCents: 40_000_000,
      plannedValueCents: 24_000_000,
      earnedValueCents: 18_000_000,
      actualCents: 21_000_000,
      costVarianceCents: -3_000_000,
      scheduleVarianceCents: -6_000_000,
      cpi: { numerator: 18_000_000, denominator: 21_000_000 },
      spi: { numerator: 18_000_000, denominator: 24_000_000 },
      estimateAtCompletionCents: 46_666_667,
      varianceAtCompletionCents: -6_666_667,
      tcpi: { numerator: 22_000_000, denominator: 19_000_000 },
    });
    expect([status, findings.map(({ reason }) => reason)]).toEqual(['red', ['schedule', 'slip', 'cost']]);
  });

  test('what a month has brought, and where the money of the year goes: to the cent, or to nobody by name', async () => {
    const { month, curve, earned } = await office.show(dms);
    expect(month).toMatchObject({ since: '2026-09-05', earnedCents: 0, plannedCents: 0 });
    expect(month.events).toBeGreaterThan(0);
    expect(curve.at(-1)).toMatchObject({ plannedBasisPoints: 10_000, plannedCents: earned?.bacCents });
    const { links, shares, frames } = (await finance.get(`${PROJECTS}/flows?fiscalYear=2026`)).body as ProjectFlows;
    const way = links.map(({ from, to, amountCents }) => [from.stage, to.stage, to.key === '', amountCents]);
    expect(way).toEqual([
      ['frame', 'programme', false, 17_000_000],
      ['programme', 'project', false, 17_000_000],
      ['project', 'vendor', true, 17_000_000],
    ]);
    expect(shares).toMatchObject([{ projectId: dms, plannedCents: 30_000_000 }]);
    expect(frames.find(({ frame }) => frame === shares[0]?.frame)?.plannedCents).toBe(30_000_000);
    const other = await loginAs(app, 'other_head');
    expect((await other.get(`${PROJECTS}/flows?fiscalYear=2026`)).body).toMatchObject({ links: [], frames: [] });
  });

  test('a person may see it greener than the rule, and the page says that they differ', async () => {
    const body = { status: 'green', text: 'Die Lieferung ist zugesagt.' };
    expect((await finance.post(`${PROJECTS}/${dms}/assessments`, body)).status).toBe(201);
    expect(await office.show(dms)).toMatchObject({
      status: 'red',
      judged: 'green',
      differsFromRule: true,
      isStale: false,
    });
  });

  test('from which figure on it is red, the city decides: dated, by two people, and it counts at once', async () => {
    expect((await office.show(dms)).status).toBe('red');
    const admin = await loginAs(app, 'admin');
    const value = { yellowBelow: 9000, redBelow: 5000, yellowSlipDays: 365, redSlipDays: 730 };
    const change = {
      key: 'projectStatus',
      validFrom: 2026,
      value,
      source: 'Projekthandbuch',
      reason: 'Lenkungsgruppe',
    };
    const { body } = await admin.put('/api/v1/authority/rules', change);
    await finance.post(`/api/v1/approvals/${body.approvalId}/decision`, { decision: 'approve', version: 1 });
    expect((await office.show(dms)).status).toBe('yellow');
    const { rows } = (await finance.get(`${PROJECTS}?level=project&q=4E.100002`)).body;
    expect(rows.map(({ status }: { status: string }) => status)).toEqual(['yellow']);
    const back = await admin.put('/api/v1/authority/rules', { ...change, value: STATUS_LIMITS });
    await finance.post(`/api/v1/approvals/${back.body.approvalId}/decision`, { decision: 'approve', version: 1 });
    expect((await office.show(dms)).status).toBe('red');
  });

  test('the programme adds up what is below it', async () => {
    const { body } = await finance.get(`${PROJECTS}/summary?parentId=${programme}`);
    expect(body as ProjectSummary).toMatchObject({
      projects: 1,
      byStatus: { red: 1, green: 0 },
      differing: 1,
      earned: { bacCents: 40_000_000, plannedValueCents: 24_000_000 },
      originalBudgetCents: 40_000_000,
      bubbles: [{ cpiHundredths: 86, spiHundredths: 75 }],
    });
  });

  test('a second baseline hides nothing: the first stays beside it, and so does what was earned against it', async () => {
    const { milestones } = await office.show(dms);
    const later = milestones.map(({ id, name, plannedOn, weightBasisPoints }) => ({
      id,
      name,
      weightBasisPoints,
      plannedOn: name === 'Pilot' ? plannedOn : '2027-06-30',
    }));
    const costs = [...PROJECT_PLAN.costs, { fiscalYear: 2027, kind: 'expense', amountCents: 10_000_000 }];
    expect((await office.savePlan(dms, { plannedEnd: '2027-06-30', milestones: later, costs })).status).toBe(200);
    expect((await office.show(dms)).planDiffers).toBe(true);
    expect((await office.askBaseline(dms, { reason: ' ' })).body.code).toBe('BASELINE_REASON');
    await office.baselined(dms, { reason: 'Lieferengpass', document: 'DS 26-31001', decidedOn: '2026-09-01' });
    const project = await office.show(dms);
    expect(project.comparison).toMatchObject({
      endShiftDays: 181,
      originalCents: 40_000_000,
      currentCents: 50_000_000,
    });
    expect(project.comparison?.milestones.map(({ shiftDays }) => shiftDays)).toEqual([0, 365, 181]);
    expect(project.earned).toMatchObject({ bacCents: 50_000_000, scheduleVarianceCents: 0 });
    expect(project.earnedOriginal).toMatchObject({ bacCents: 40_000_000, scheduleVarianceCents: -6_000_000 });
    expect(project).toMatchObject({ baselines: 2, originalEnd: '2026-12-31', planDiffers: false });
    expect((await office.askBaseline(dms)).body.code).toBe('BASELINE_UNCHANGED');
  });

  test('the forecast is drawn from what is open and does not flicker', async () => {
    const first = (await finance.get(`${PROJECTS}/${dms}/forecast`)).body;
    expect(first).toMatchObject({ reason: null, openMilestones: 2, forecast: { runs: 5_000 } });
    expect(first.forecast.finish.p80 >= first.forecast.finish.p50).toBe(true);
    expect(first.forecast.cost.p50Cents).toBeGreaterThan(43_000_000);
    expect((await finance.get(`${PROJECTS}/${dms}/forecast`)).body).toEqual(first);
  });

  test('with bookings it is never deleted; it is closed with a reason or moved with a reason, and both stay', async () => {
    const version = await office.versionOf(dms);
    expect((await finance.delete(`${PROJECTS}/${dms}?version=${version}`)).body.code).toBe('PROJECT_KEPT');
    const other = await office.create({ level: 'programme', name: 'Sonderprogramm' });
    const moved = await finance.post(`${PROJECTS}/${dms}/move`, { parentId: other, reason: 'Neue Zuordnung', version });
    expect(moved.status).toBe(200);
    const steps = `${PROJECTS}/${dms}/steps`;
    const close = { step: 'close', version: version + 1 };
    expect((await finance.post(steps, close)).body.code).toBe('PROJECT_REASON');
    expect((await finance.post(steps, { ...close, reason: 'Eingestellt' })).status).toBe(200);
    const { rows } = (await finance.get(`${PROJECTS}/${dms}/events`)).body;
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'close', reason: 'Eingestellt' },
      { kind: 'moved', reason: 'Neue Zuordnung', detail: { from: programme, to: other } },
    ]);
    expect((await office.savePlan(dms)).body.code).toBe('PROJECT_CLOSED');
    expect((await finance.get(PROJECTS)).body.rows.map(({ id }: Project) => id)).not.toContain(dms);
    const closed = (await finance.get(`${PROJECTS}?withClosed=true`)).body.rows;
    expect(closed.map(({ id }: Project) => id)).toContain(dms);
  });
});
