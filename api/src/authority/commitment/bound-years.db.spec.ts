import type { BoundYearRow, BoundYearsView } from '@etatlotse/contracts/authority/plain';
import type { HttpClient } from '../../../test/http-client';
import { addLine, openYear, setCeiling } from '../../../test/ledger-builder';
import { type City, createCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let office: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await openYear(app, city, 2027);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  await setCeiling(app, city, 'CORE', 2027, 350_000_000);
  await setCeiling(app, city, 'FEES', 2026, null);
  finance = await loginAs(app, 'finance');
  office = await addLine(app, city, { number: '4S.100001', appropriationCents: 38_000_000, unitId: city.units.school });
  await addLine(app, city, { number: '4S.100002', appropriationCents: 12_000_000, unitId: city.units.parks });
  await addLine(app, city, { number: '4E.100003', appropriationCents: 90_000_000, runOrChange: 'change' });
});
afterAll(() => app.stop());

const view = async (client: HttpClient, year = 2026): Promise<BoundYearsView> =>
  (await client.get(`/api/v1/budget/bound-years?fiscalYear=${year}`)).body;
const rowOf = ({ rows }: BoundYearsView, frame: string, year: number): BoundYearRow | undefined =>
  rows.find((row) => row.frame === frame && row.fiscalYear === year);
const partOf = (row: BoundYearRow | undefined, kind: string): number | undefined =>
  row?.parts.find((part) => part.kind === kind)?.amountCents;

test('T12 the window of 2026 is 2025 to 2029, each frame with every year', async () => {
  const shown = await view(finance);
  expect(shown.years).toEqual([2025, 2026, 2027, 2028, 2029]);
  expect(shown.rows).toHaveLength(15);
  expect(shown.plan).toMatchObject({ name: 'Haushalt 2026' });
});

test('T11c an operating contract of several years binds 2027 without a commitment authority, and no euro twice', async () => {
  const before = rowOf(await view(finance), 'CORE', 2027);
  expect([partOf(before, 'obligation'), partOf(before, 'run_rate'), before?.freeCents]).toEqual([
    0, 50_000_000, 300_000_000,
  ]);
  const signed = await finance.post('/api/v1/authority/obligations', {
    lineId: office,
    reference: 'LV-2026-3',
    subject: 'Bürosoftware drei Jahre',
    signedOn: '2026-06-01',
    noticeBy: '2028-09-30',
    amounts: [
      { fiscalYear: 2027, amountCents: 30_000_000 },
      { fiscalYear: 2028, amountCents: 45_000_000 },
    ],
  });
  expect(signed.status).toBe(201);
  const after = await view(finance);
  const in2027 = rowOf(after, 'CORE', 2027);
  expect([partOf(in2027, 'obligation'), partOf(in2027, 'run_rate'), in2027?.boundCents]).toEqual([
    30_000_000, 20_000_000, 50_000_000,
  ]);
  const in2028 = rowOf(after, 'CORE', 2028);
  expect([partOf(in2028, 'obligation'), partOf(in2028, 'run_rate')]).toEqual([45_000_000, 12_000_000]);
  const { rows } = (await finance.get('/api/v1/authority/obligations?year=2028&frame=CORE')).body;
  expect(rows).toEqual([expect.objectContaining({ reference: 'LV-2026-3', noticeBy: '2028-09-30', authority: null })]);
  expect((await finance.get('/api/v1/authority/obligations?year=2029&frame=CORE')).body.rows).toEqual([]);
});

test('The year before is held against the plan that held then', async () => {
  const in2026 = rowOf(await view(finance, 2027), 'CORE', 2026);
  expect([in2026?.amountCents, partOf(in2026, 'run_rate')]).toEqual([350_000_000, 50_000_000]);
});

test('R26 what is unknown stays unknown: the fees, and years without ceiling and plan', async () => {
  const shown = await view(finance);
  expect(rowOf(shown, 'FEES', 2027)).toMatchObject({ amountCents: null, from: 'unknown', freeCents: null });
  expect(rowOf(shown, 'CORE', 2029)).toMatchObject({ amountCents: null, from: 'unknown', freeCents: null });
  expect(rowOf(shown, 'CORE', 2029)?.boundCents).toBe(50_000_000);
  expect(shown.missing).toEqual([]);
});

test('A head sees the own unit against its plan, not the ceiling of the city', async () => {
  const shown = rowOf(await view(await loginAs(app, 'department_head')), 'CORE', 2026);
  expect(shown).toMatchObject({ amountCents: 38_000_000, from: 'plan' });
  expect(partOf(shown, 'run_rate')).toBe(38_000_000);
});

test('The year that a contract is signed in is no later year', async () => {
  const answer = await finance.post('/api/v1/authority/obligations', {
    lineId: office,
    reference: 'LV-2026-4',
    subject: 'zu früh',
    signedOn: '2026-06-01',
    amounts: [{ fiscalYear: 2026, amountCents: 1 }],
  });
  expect(answer.body).toMatchObject({ code: 'OBLIGATION_YEAR_PAST', fiscalYear: 2026, planYear: 2026 });
});
