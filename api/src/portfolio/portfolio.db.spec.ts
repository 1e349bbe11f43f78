import type {
  AccountingView,
  CoverView,
  Decision,
  DemandResult,
  ProposalAnswer,
  RunView,
  Scenario,
  TransferOffer,
  WeightsView,
} from '@etatlotse/contracts/portfolio';
import { fromDecisionAnswer, PORTFOLIO_PATHS } from '@etatlotse/contracts/portfolio/plain';
import { lostCover } from '@etatlotse/domain/portfolio';
import { DemandOffice, DEMANDS } from '../../test/demand-office';
import { openYear, setCeiling } from '../../test/ledger-builder';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import {
  competingDemands,
  demandItem as item,
  plannedAmounts,
  placed as place,
  setCoreCeiling,
} from '../../test/portfolio-demands';
import { buildSolverFile } from '../../test/solver-file';
import { startTestApp, type TestApp } from '../../test/test-app';
import { until } from '../../test/until';

/** The round of 2027: three demands compete for the core frame, then one of them goes all the way into the plan. */
const PORTFOLIO = '/api/v1/portfolio';
const PLANS = '/api/v1/planning/plan-versions';
const SEARCH = { out: [], mustBeIn: [], gapBasisPoints: 0 };
const built = buildSolverFile();
let app: TestApp;
let city: City;
let office: DemandOffice;
let duty: string;
let server: string;
let tablets: string;

beforeAll(async () => {
  app = await startTestApp({ env: { ETATLOTSE_SOLVER_FILE: built.file } });
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 20_000_000);
  office = await new DemandOffice(app, city).open();
  [duty, server, tablets] = await competingDemands(office);
});
afterAll(async () => {
  await app.stop();
  built.remove();
});

const decision = async (): Promise<Decision> =>
  fromDecisionAnswer((await office.finance.get(PORTFOLIO_PATHS.current)).body);
const roundPath = (part: string) => `${PORTFOLIO}/rounds/${office.roundId}/${part}`;
const titles = (view: Decision, ids: readonly string[]) =>
  ids.map((id) => view.demands.find((one) => one.id === id)?.title).sort();

describe('the page of the decision', () => {
  test('T12 T26 shows 2027 to 2030, what is known of money and staff, and what the demands cost', async () => {
    const view = await decision();
    expect(view).toMatchObject({ years: [2027, 2028, 2029, 2030], mayDecide: true, weights: { number: 0, id: null } });
    const ceiling = (frame: string) =>
      view.ceilings.filter((one) => one.frame === frame).map(({ ceilingCents }) => ceilingCents);
    expect([ceiling('CORE'), ceiling('FEES')]).toEqual([Array(4).fill(20_000_000), Array(4).fill(null)]);
    expect(view.staff.map(({ basis, thousandths }) => [basis, thousandths])).toEqual(Array(4).fill(['unknown', null]));
    expect(
      view.demands.map(({ title, isMandatory, costs, fte, isRated }) => ({ title, isMandatory, costs, fte, isRated })),
    ).toEqual([
      { title: 'Onlinezugang', isMandatory: true, costs: [12_000_000, 0, 0, 0], fte: [300, 0, 0, 0], isRated: false },
      { title: 'Server', isMandatory: false, costs: [12_000_000, 0, 0, 0], fte: [300, 0, 0, 0], isRated: false },
      { title: 'Tablets', isMandatory: false, costs: [500_000, 0, 0, 0], fte: [100, 0, 0, 0], isRated: false },
    ]);
  });

  test('is for those who plan: a head of department gets no page, another city gets 404', async () => {
    expect((await office.head.get(`${PORTFOLIO}/rounds/${office.roundId}`)).status).toBe(403);
    const other = await createOtherCity(app);
    const stranger = await loginAs(app, 'finance', other);
    expect((await stranger.get(`${PORTFOLIO}/rounds/${office.roundId}`)).status).toBe(404);
  });

  test('staff stated by hand needs its source; then it limits, and a stale statement is refused', async () => {
    const years = [2027, 2028, 2029, 2030].map((fiscalYear) => ({
      fiscalYear,
      thousandths: 500,
      source: 'Stellenplan',
    }));
    const bare = years.map((year) => ({ ...year, source: '' }));
    expect(
      (await office.finance.put(roundPath('staff'), { unitId: null, years: bare, version: 0 })).body,
    ).toMatchObject({
      code: 'STAFF_SOURCE',
      fiscalYear: 2027,
    });
    expect((await office.finance.put(roundPath('staff'), { unitId: null, years, version: 0 })).status).toBe(200);
    expect((await office.finance.put(roundPath('staff'), { unitId: null, years, version: 5 })).body.code).toBe(
      'VERSION_STALE',
    );
    expect((await decision()).staff[0]).toEqual({
      fiscalYear: 2027,
      thousandths: 500,
      basis: 'stated',
      source: 'Stellenplan',
    });
  });

  test('the city gives its own weights; they are a new version, and ratings count with them', async () => {
    const wrong = { benefit: 60, urgency: 30, reach: 20, readiness: 10, delayPercent: 10, reason: 'Lenkungsrunde' };
    expect((await office.finance.post(`${PORTFOLIO}/weights`, wrong)).body).toMatchObject({
      code: 'SCORE_WEIGHTS_SUM',
      sumPercent: 120,
    });
    const right = { ...wrong, benefit: 50, urgency: 30, reach: 10 };
    expect((await office.finance.post(`${PORTFOLIO}/weights`, right)).body.version).toBe(1);
    const rating = { benefit: 9, urgency: 5, reach: 5, readiness: 8, reason: 'Nutzen belegt', version: 0 };
    expect((await office.finance.put(`${PORTFOLIO}/demands/${server}/rating`, rating)).body.version).toBe(1);
    expect((await office.finance.put(`${PORTFOLIO}/demands/${server}/rating`, rating)).body.code).toBe('VERSION_STALE');
    const view = await decision();
    const all: WeightsView[] = (await office.finance.get(`${PORTFOLIO}/weights`)).body;
    expect(all.map(({ number, delayPercent }) => [number, delayPercent])).toEqual([[1, 10]]);
    expect(view.weights).toMatchObject({ number: 1, weights: { benefit: 50, reach: 10 }, reason: 'Lenkungsrunde' });
    expect(view.demands.find(({ id }) => id === server)).toMatchObject({ isRated: true, ratings: { benefit: 9 } });
  });
});

describe('the best set', () => {
  test('comes at once with its gap, summed anew, and says what the server would need to be in', async () => {
    const answer: ProposalAnswer = (await office.finance.post(roundPath('proposal'), { out: [], mustBeIn: [] })).body;
    const view = await decision();
    expect(answer.impossible).toBeNull();
    expect(titles(view, answer.proposal?.demandIds ?? [])).toEqual(['Onlinezugang', 'Server', 'Tablets']);
    expect(answer.proposal?.startYears).toEqual([2027, 2028, 2027]);
    const used = answer.proposal?.limits.filter(({ kind }) => kind === 'money').map(({ used: cents }) => cents);
    expect(used).toEqual([12_500_000, 12_000_000, 0, 0]);
    const tight = { out: [], mustBeIn: [duty, server] };
    expect((await office.finance.post(roundPath('proposal'), tight)).body.proposal.demandIds).toHaveLength(3);
  });

  test('is searched in the background to its proof, watched and kept', async () => {
    const started = await office.finance.post(roundPath('runs'), { ...SEARCH, out: [tablets], seconds: 20 });
    expect(started.status).toBe(201);
    const run = async (): Promise<RunView> => (await office.finance.get(`${PORTFOLIO}/runs/${started.body.id}`)).body;
    await until(async () => (await run()).state !== 'running');
    const { state, answer } = await run();
    expect(state).toBe('done');
    expect(answer?.proposal).toMatchObject({ gapBasisPoints: 0, isStopped: false });
    expect(answer?.proposal?.demandIds).not.toContain(tablets);
    expect((await office.finance.get(`/api/v1/jobs/${started.body.jobId}`)).body).toMatchObject({
      kind: 'portfolio.best',
    });
  });

  test('duties that do not fit are explained with the raise that would do', async () => {
    await setRoundCeiling(2027, 11_000_000);
    const started = await office.finance.post(roundPath('runs'), { ...SEARCH, seconds: 5 });
    const run = async (): Promise<RunView> => (await office.finance.get(`${PORTFOLIO}/runs/${started.body.id}`)).body;
    await until(async () => (await run()).state !== 'running');
    expect((await run()).answer?.impossible).toMatchObject({
      conflicts: [{ kind: 'over_limit', least: 12_000_000, missing: 1_000_000, ids: [duty] }],
      raises: [{ limit: { frame: 'CORE', year: 2027 }, amount: 1_000_000 }],
    });
    await setRoundCeiling(2027, 20_000_000);
  });
});

const setRoundCeiling = (fiscalYear: number, ceilingCents: number | null): Promise<void> =>
  setCoreCeiling(app, office.roundId, { fiscalYear, ceilingCents });

test('scenarios are kept by name, compared, and never overwritten unseen', async () => {
  const ranking = { demandIds: [duty, server], isIn: [true, false], startYears: [2027, 2028] };
  const saved = await office.finance.post(roundPath('scenarios'), { name: 'Sparsam', note: '', ...ranking });
  expect(saved.status).toBe(201);
  expect((await office.finance.post(roundPath('scenarios'), { name: 'Sparsam', note: '', ...ranking })).body.code).toBe(
    'SCENARIO_NAME_TAKEN',
  );
  expect(
    (await office.finance.post(roundPath('scenarios'), { name: 'Krumm', note: '', ...ranking, isIn: [true] })).body
      .code,
  ).toBe('LIST_INVALID');
  const wider = { name: 'Sparsam', note: 'mit Server', ...ranking, isIn: [true, true], version: 1 };
  expect((await office.finance.put(`${PORTFOLIO}/scenarios/${saved.body.id}`, wider)).body.version).toBe(2);
  expect((await office.finance.put(`${PORTFOLIO}/scenarios/${saved.body.id}`, wider)).body.code).toBe('VERSION_STALE');
  const scenario: Scenario = (await office.finance2.get(`${PORTFOLIO}/scenarios/${saved.body.id}`)).body;
  expect(scenario).toMatchObject({ ...ranking, isIn: [true, true], weightsNumber: 1 });
  expect((await office.finance.get(roundPath('scenarios'))).body).toMatchObject([{ name: 'Sparsam', demands: 2 }]);
});

describe('accounting without accountants', () => {
  const show = async (id: string, by = office.finance): Promise<AccountingView> =>
    (await by.get(`${DEMANDS}/${id}/accounting`)).body;

  test('T19 the form says at once what 40 notebooks at 990.00 net are, without storing anything', async () => {
    const form = item({
      kind: 'device',
      quantity: 40,
      unitPriceCents: 99_000,
      basis: 'net',
      isStandalone: true,
      paidMonths: null,
    });
    const { id: _, unit: __, ...previewed } = form;
    const preview: AccountingView = (
      await office.coordinator.post(`${DEMANDS}/accounting/preview`, { roundId: office.roundId, items: [previewed] })
    ).body;
    expect(preview.items[0]).toMatchObject({ as: 'expense', account: '422220', grossCents: 4_712_400 });
    expect(preview.rules).toMatchObject({
      lowValueFromCents: 25_000,
      lowValueToCents: 100_000,
      isLowValueExample: true,
    });
  });

  test('T18 T20a the server is an investment over 60 months and needs its follow-up costs', async () => {
    const view = await show(server);
    expect(view).toMatchObject({ investmentCents: 12_000_000, gaps: ['follow_up'], mayDecide: true, mayWrite: false });
    expect(view.years.map(({ resultCents, paymentCents }) => [resultCents, paymentCents])).toEqual([
      [1_200_000, 12_000_000],
      ...Array(4).fill([2_400_000, 0]),
      [1_200_000, 0],
    ]);
  });

  test('finance overrides with a reason only; a coordinator does not decide', async () => {
    const view = await show(tablets);
    const itemId = view.items[0]?.itemId ?? '';
    const path = `${DEMANDS}/${tablets}/accounting/items/${itemId}`;
    const words = { isStandalone: true, paidMonths: null, decidedAs: 'investment', reason: '', version: view.version };
    expect((await office.finance.put(path, words)).body.code).toBe('ACCOUNTING_REASON');
    expect((await office.coordinator.put(path, { ...words, reason: 'ich finde' })).body.code).toBe(
      'DEMAND_STEP_FORBIDDEN',
    );
    expect((await office.finance.put(path, { ...words, reason: 'Erstausstattung' })).status).toBe(200);
    expect((await show(tablets)).items[0]).toMatchObject({ proposed: 'expense', as: 'investment' });
    expect((await office.finance.put(path, { ...words, decidedAs: null })).status).toBe(200);
    expect((await show(tablets)).items[0]).toMatchObject({ as: 'expense' });
  });
});

describe('two currencies', () => {
  const deliberate = (id: string) =>
    office.take(id, 'deliberate', { deliberatedOn: '2026-10-05', deliberation: 'Ausschuss dafür' });
  const cover = async (id: string): Promise<CoverView> =>
    (await office.finance.get(`${PORTFOLIO}/demands/${id}/cover`)).body;

  test('a demand with money and staff is planned; the next one is told what is missing, how much and when', async () => {
    await deliberate(duty);
    await office.take(duty, 'plan');
    await deliberate(server);
    expect((await cover(server)).shortages).toMatchObject([
      { kind: 'euro', fiscalYear: 2027, missingCents: 4_000_000 },
      { kind: 'introduction', fiscalYear: 2027, missingThousandths: 100 },
    ]);
    const refused = await office.step(server, 'plan', { reason: 'trotzdem' });
    expect(refused.body).toMatchObject({ code: 'DEMAND_COVER_EURO', fiscalYear: 2027, missingCents: 4_000_000 });
    expect(refused.body.detail).toContain('40.000,00');
    expect((await office.show(server)).state).toBe('deliberated');
  });

  test('a year later there is room in both; the papers of the investment come first', async () => {
    const { version } = await office.show(server);
    const start = `${PORTFOLIO}/demands/${server}/start`;
    expect((await office.finance.put(start, { startYear: 2050, version })).body.code).toBe('DEMAND_START_YEAR');
    expect((await office.finance.put(start, { startYear: 2028, version })).status).toBe(200);
    expect((await cover(server)).shortages).toEqual([]);
    expect((await office.step(server, 'plan')).body).toMatchObject({ code: 'DEMAND_PAPERS', gaps: ['follow_up'] });
    const numbers = { rateBasisPoints: 300, followUpCents: 200_000 };
    const paper = { alternatives: [], recommendation: '', ...numbers, followUpReason: '', version };
    expect((await office.finance.put(`${DEMANDS}/${server}/paper`, paper)).status).toBe(200);
    await office.take(server, 'plan');
    expect((await decision()).demands.find(({ id }) => id === server)?.fixedYear).toBe(2028);
  });

  test('T26 an unknown frame needs the explicit reason of finance', async () => {
    await deliberate(tablets);
    await setRoundCeiling(2027, null);
    const refused = await office.step(tablets, 'plan');
    expect(refused.body).toMatchObject({
      code: 'DEMAND_COVER_UNKNOWN',
      shortages: [{ kind: 'frame_unknown', fiscalYear: 2027 }],
    });
    await office.take(tablets, 'plan', { reason: 'Ersatz ist unaufschiebbar' });
    await setRoundCeiling(2027, 20_000_000);
  });
});

describe('into the plan', () => {
  let versionId: string;
  let current: string;
  let investing: string;
  const amounts = () => plannedAmounts(app, versionId, current);

  beforeAll(async () => {
    [current = '', investing = ''] = await plantLines(app, city, [
      { number: '1.01' },
      { number: '2.01', account: '783125', direction: 'payment', sphere: 'investing' },
    ]);
    await office.finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
    const made = await office.finance.post(PLANS, {
      name: 'Entwurf 2027',
      kind: 'budget',
      firstYear: 2027,
      isTwoYears: false,
    });
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    versionId = made.body.id;
  });

  const transfer = (demands: readonly object[], withProjects = false) =>
    office.finance.post(roundPath('transfers'), { versionId, demands, withProjects });

  test('all or none: a missing line and a line of another frame are refused before anything is written', async () => {
    const [school = ''] = await plantLines(app, city, [{ number: '9.01', frame: 'SCHOOL_NET' }]);
    expect((await transfer([place(duty, { expenseLineId: current }), place(server)])).body).toMatchObject({
      code: 'DEMAND_LINE_MISSING',
    });
    expect((await transfer([place(duty, { expenseLineId: school })])).body.code).toBe('DEMAND_LINE_FRAME');
    expect((await transfer([place(server, { investmentLineId: current })])).body).toMatchObject({
      code: 'DEMAND_LINE_SIDE',
      side: 'investment',
    });
    expect(await amounts()).toEqual({});
  });

  test('T7 what would be written is shown before, expense and investment apart, in the years that were decided', async () => {
    const offer: TransferOffer = (await office.finance.get(roundPath('transfers'))).body;
    expect(offer.versions).toMatchObject([{ id: versionId, name: 'Entwurf 2027', isOpen: true, decidedOn: null }]);
    expect(offer.demands.map(({ title, expense, investment }) => [title, expense, investment])).toEqual([
      ['Onlinezugang', [{ fiscalYear: 2027, amountCents: 12_000_000 }], []],
      ['Server', [], [{ fiscalYear: 2028, amountCents: 12_000_000 }]],
      ['Tablets', [{ fiscalYear: 2027, amountCents: 500_000 }], []],
    ]);
    expect(offer.demands.every(({ openItems, versionIds }) => openItems === 0 && versionIds.length === 0)).toBe(true);
  });

  test('T22 planned demands become steps of the plan, to the cent, and projects; the link stays', async () => {
    const done = await transfer(
      [place(duty, { expenseLineId: current }), place(server, { investmentLineId: investing })],
      true,
    );
    expect(done.body).toMatchObject({ demands: 2, amountCents: 24_000_000, projects: 2 });
    expect(await amounts()).toEqual({ '2027 expense': 12_000_000, '2028 investment': 12_000_000 });
    const { rows } = (await office.finance.get(`${PLANS}/${versionId}/changes`)).body;
    expect(rows.map(({ title, kind, result }: Record<string, string>) => [title, kind, result])).toEqual([
      ['Bedarf 1: Onlinezugang', 'administration', 'accepted'],
      ['Bedarf 2: Server', 'administration', 'accepted'],
    ]);
    const projects = (await office.finance.get('/api/v1/projects')).body.rows;
    expect(projects.map(({ name }: { name: string }) => name).sort()).toEqual(['Onlinezugang', 'Server']);
    expect((await transfer([place(duty, { expenseLineId: current })])).body.code).toBe('DEMAND_TRANSFERRED');
    const offer: TransferOffer = (await office.finance.get(roundPath('transfers'))).body;
    expect(offer.demands.map(({ title, versionIds }) => [title, versionIds])).toEqual([
      ['Tablets', []],
      ['Onlinezugang', [versionId]],
      ['Server', [versionId]],
    ]);
    const seen: DemandResult = (await office.head.get(`${DEMANDS}/${server}/result`)).body;
    expect(seen).toMatchObject({
      startYear: 2028,
      plans: [{ versionName: 'Entwurf 2027', versionState: 'draft', amountCents: 12_000_000 }],
      shortages: [],
    });
    expect(await amounts()).toEqual({ '2027 expense': 12_000_000, '2028 investment': 12_000_000 });
  });

  test('cover that falls away is named with what, how much and when; the demand goes back with a reason', async () => {
    await setRoundCeiling(2028, 11_000_000);
    const result = async (): Promise<DemandResult> => (await office.head.get(`${DEMANDS}/${server}/result`)).body;
    expect((await result()).shortages).toMatchObject([
      { kind: 'euro', frame: 'CORE', fiscalYear: 2028, missingCents: 1_000_000 },
    ]);
    const view = await decision();
    expect(lostCover(view.demands, view)).toEqual([
      expect.objectContaining({ planned: 12_000_000, missing: 1_000_000, demandIds: [server] }),
    ]);
    expect((await office.step(server, 'unplan')).body.code).toBe('DEMAND_REASON');
    await office.take(server, 'unplan', { reason: 'Deckung fehlt: 10.000,00 € in Kern-IT 2028' });
    expect((await office.show(server)).state).toBe('deliberated');
    await setRoundCeiling(2028, 20_000_000);
  });

  test('a demand is adopted only with the plan that it is in', async () => {
    expect((await office.step(duty, 'adopt')).body.code).toBe('DEMAND_RESOLUTION');
    await asOwner(app, (owner) =>
      owner.query(`UPDATE plan_version SET state = 'adopted', decided_on = '2026-12-15' WHERE version_id = $1`, [
        versionId,
      ]),
    );
    await office.take(duty, 'adopt');
    expect((await office.show(duty)).state).toBe('adopted');
    expect((await office.step(tablets, 'adopt')).body.code).toBe('DEMAND_RESOLUTION');
  });
});
