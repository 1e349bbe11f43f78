import type { ServiceDetail, ServicePage, SystemDetail } from '@etatlotse/contracts/inventory';
import type { Answer, HttpClient } from '../../test/http-client';
import { createCity, loginAs } from '../../test/people';
import { addRecord, listRecords, REGISTERS, showRecord } from '../../test/registers';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  await createCity(app);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const show = async (id: string, year = 2026): Promise<ServiceDetail> =>
  (await showRecord(finance, 'services', id, year)).body;
const list = (query = '', year = 2026): Promise<ServicePage> => listRecords(finance, 'services', query, year);

/** EfA at 2,000 a year until the joint funding ends, 18,000 after it, against a form of one's own at 6,000. */
const DECISION = {
  solution: 'efa',
  decidedOn: '2026-09-01',
  decidedBy: 'Lenkungskreis OZG',
  reason: 'Verfügbar ab April, bis zum Ende der gemeinsamen Finanzierung günstiger',
  availableOn: '2027-04-01',
  firstYear: 2027,
  yearCount: 4,
  buildCents: 4_000_000,
  yearlyCents: 600_000,
  connectionCents: 1_000_000,
  feeCents: 200_000,
  fundingEndsOn: '2028-06-30',
  feeAfterCents: 1_800_000,
  version: 1,
};
const decide = (id: string, wish: object = {}): Promise<Answer> =>
  finance.post(`/api/v1/services/${id}/decisions`, { ...DECISION, ...wish });
const count = (id: string, wish: object): Promise<Answer> =>
  finance.post(`/api/v1/services/${id}/volumes`, {
    ...{ fiscalYear: 2026, cases: 1_000, onlineCases: 250, basis: 'Fachverfahren', version: 1 },
    ...wish,
  });

test('a decision for EfA shows both ways year by year, and from when EfA is the dearer one', async () => {
  const id = await addRecord(finance, 'services', { task: 'state_federal' });
  expect((await decide(id)).body).toMatchObject({ version: 2 });
  const shown = await show(id, 2029);
  expect(shown).toMatchObject({ solution: 'efa', fundingEndsOn: '2028-06-30', runningCents: 1_800_000 });
  expect(shown.decisions[0]).toMatchObject({
    decidedBy: 'Lenkungskreis OZG',
    recordedBy: 'Test finance',
    isAgainstEconomy: false,
    economy: { ownCents: 6_400_000, efaCents: 5_800_000, verdict: 'efa_cheaper', dearerFrom: 2028 },
  });
});

test('a later decision counts, the earlier one stays with its figures; against the check it says so', async () => {
  const id = await addRecord(finance, 'services', { task: 'state_federal' });
  await decide(id);
  const later = { solution: 'own_form', decidedOn: '2026-10-01', reason: 'Kein Anschluss an das Verfahren' };
  expect((await decide(id, { ...later, version: 2 })).status).toBe(201);
  const { solution, runningCents, decisions } = await show(id, 2027);
  expect([solution, runningCents]).toEqual(['own_form', 600_000]);
  expect(decisions.map((one) => [one.solution, one.isAgainstEconomy])).toEqual([
    ['own_form', true],
    ['efa', false],
  ]);
  expect((await decide(id, { version: 2 })).body.code).toBe('VERSION_STALE');
});

test.each<[string, object, object, number, string]>([
  ['EfA for a task of the city', { task: 'own' }, {}, 409, 'SERVICE_EFA_OWN_TASK'],
  ['EfA that nobody can date', { task: 'state_federal' }, { availableOn: null }, 409, 'SERVICE_EFA_NOT_AVAILABLE'],
  ['a decision of tomorrow', { task: 'state_federal' }, { decidedOn: '2026-10-06' }, 409, 'SERVICE_DECISION_AHEAD'],
  ['a fee below zero', { task: 'state_federal' }, { feeCents: -1 }, 422, 'AMOUNT_RANGE'],
  ['no reason', { task: 'state_federal' }, { reason: ' ' }, 422, 'TEXT_REQUIRED'],
])('refuses %s, and nothing is recorded', async (_, service, wish, status, code) => {
  const id = await addRecord(finance, 'services', service);
  const answer = await decide(id, wish);
  expect([answer.status, answer.body.errors?.[0]?.code ?? answer.body.code]).toEqual([status, code]);
  expect((await show(id)).decisions).toEqual([]);
});

test('cases: blank is not zero, the newest count counts, and more online cases than cases are refused', async () => {
  const id = await addRecord(finance, 'services', { name: 'Zählung Hundesteuer', task: 'own' });
  await decide(id, { solution: 'own_form', availableOn: null });
  expect((await count(id, { cases: 1_000, onlineCases: 1_001, version: 2 })).body.code).toBe('SERVICE_VOLUME');
  await count(id, { onlineCases: null, version: 2 });
  expect(await show(id)).toMatchObject({ onlineCases: null, onlineBasisPoints: null, costPerCaseCents: 600 });
  expect((await list('&q=Zählung')).totals).toMatchObject({ uncounted: 1, onlineBasisPoints: null });
  await count(id, { onlineCases: 0, version: 3 });
  const { onlineBasisPoints, years } = await show(id);
  expect([onlineBasisPoints, years]).toEqual([0, [expect.objectContaining({ fiscalYear: 2026, cases: 1_000 })]]);
  // Another year has no count yet.
  expect(await show(id, 2025)).toMatchObject({ cases: null, costPerCaseCents: null });
});

test('a service names the systems it runs on; the system says which services the end of its support hits', async () => {
  const service = await addRecord(finance, 'services', { name: 'Wohngeld online', task: 'own' });
  const system = await addRecord(finance, 'systems', { name: 'Fachverfahren Wohngeld 2', supportEndsOn: '2027-06-30' });
  await count(service, { version: 1 });
  const link = (isUsed: boolean, version: number): Promise<Answer> =>
    finance.put(`/api/v1/services/${service}/systems`, { systemId: system, isUsed, version });
  expect((await link(true, 2)).body).toMatchObject({ version: 3 });
  expect((await link(true, 3)).body).toMatchObject({ version: 3 });
  expect((await show(service)).systems).toEqual([
    { id: system, name: 'Fachverfahren Wohngeld 2', supportEndsOn: '2027-06-30', isSupportEnding: true },
  ]);
  const { services } = (await finance.get(`/api/v1/systems/${system}?fiscalYear=2026`)).body as SystemDetail;
  expect(services).toEqual([{ id: service, name: 'Wohngeld online', unit: null, cases: 1_000 }]);
  expect((await link(true, 2)).body.code).toBe('VERSION_STALE');
  expect((await link(false, 3)).body).toMatchObject({ version: 4 });
  expect((await show(service)).systems).toEqual([]);
});

test('the list answers how many are online and how many from end to end, and filters by it', async () => {
  const name = (word: string): string => `Reichweite ${word}`;
  await addRecord(finance, 'services', { name: name('alles'), hasForm: true, hasProcedure: true, hasDms: true });
  await addRecord(finance, 'services', { name: name('Formular'), task: 'state_federal', hasForm: true });
  await addRecord(finance, 'services', { name: name('nichts'), hasForm: false, hasProcedure: true, hasDms: true });
  const { totals, rows } = await list('&q=Reichweite');
  expect(totals).toMatchObject({ count: 3, online: 2, endToEnd: 1, undecided: 1 });
  expect(rows.map(({ maturity }) => maturity)).toEqual([3, 1, 2]);
  const namesOf = async (reach: string): Promise<string[]> =>
    (await list(`&q=Reichweite&reach=${reach}`)).rows.map((row) => row.name);
  expect(await namesOf('online')).toEqual([name('alles'), name('Formular')]);
  expect(await namesOf('end_to_end')).toEqual([name('alles')]);
  expect(await namesOf('offline')).toEqual([name('nichts')]);
  expect((await list('&q=Reichweite&task=state_federal')).totals.count).toBe(1);
});

test('the page of a service says who changed which field from what to what', async () => {
  const id = await addRecord(finance, 'services', { hasDms: false });
  const { name } = await show(id);
  const stated = { ...REGISTERS.services, name, hasDms: true, note: 'mit Frau Beispiel besprochen' };
  expect((await finance.put(`/api/v1/services/${id}`, { ...stated, version: 1 })).status).toBe(200);
  const { changes } = await show(id);
  expect(changes.map(({ kind, actorName, fields }) => [kind, actorName, fields])).toEqual([
    [
      'changed',
      'Test finance',
      [
        { field: 'note', before: null, after: null },
        { field: 'hasDms', before: 'false', after: 'true' },
      ],
    ],
    ['created', 'Test finance', []],
  ]);
});
