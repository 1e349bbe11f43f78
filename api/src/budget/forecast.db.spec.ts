import type { ForecastRow, Forecasts, LineForecast } from '@etatlotse/contracts/budget/plain';
import { addLine, addPool, openYear, setCeiling, write } from '../../test/ledger-builder';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

/*
 * A finance officer looks in the autumn at which lines will not last. The licences were billed in March in earlier years, the
 * support costs the same every month.
 */

let app: TestApp;
let city: City;
let finance: HttpClient;
const ids: Record<string, string> = {};

const spend = (number: string, fiscalYear: number, monthCents: Readonly<Record<number, number>>): Promise<void> =>
  write(
    app,
    city,
    Object.entries(monthCents).map(([month, amountCents]) => ({
      lineId: ids[number] ?? '',
      fiscalYear,
      kind: 'actual' as const,
      amountCents,
      bookedOn: `${fiscalYear}-${month.padStart(2, '0')}-15`,
      source: 'import' as const,
    })),
  );
const everyMonth = (amountCents: number, until: number): Record<number, number> =>
  Object.fromEntries(Array.from({ length: until }, (_, at) => [at + 1, amountCents]));

beforeAll(async () => {
  app = await startTestApp({ now: '2026-10-20T08:00:00Z' });
  city = await createCity(app);
  for (const year of [2024, 2025, 2026]) await openYear(app, city, year);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  const poolId = await addPool(app, city, 'DK-1');
  const unitId = city.units.school;
  const line = async (number: string, appropriationCents: number, more: object = {}): Promise<void> => {
    ids[number] = await addLine(app, city, { number, appropriationCents, unitId, ...more });
  };
  await line('licences', 1_100_000);
  await line('support', 1_000_000);
  await line('devices', 2_000_000, { poolId });
  await line('repairs', 100_000, { poolId });
  await line('fees', 0, { frame: 'FEES' });
  await line('grants', 50_000, { direction: 'revenue' });
  await spend('licences', 2025, { 3: 800_000, 11: 200_000 });
  await spend('licences', 2026, { 3: 900_000 });
  await spend('support', 2026, everyMonth(100_000, 9));
  await spend('repairs', 2026, everyMonth(20_000, 9));
  await spend('fees', 2026, everyMonth(5_000, 9));
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const forecastOf = async (number: string, client = finance): Promise<LineForecast> =>
  (await client.get(`/api/v1/budget/lines/${ids[number]}/forecast?fiscalYear=2026`)).body;
const list = async (client = finance): Promise<Forecasts> =>
  (await client.get('/api/v1/budget/forecasts?fiscalYear=2026')).body;
const light = async (number: string): Promise<ForecastRow | undefined> =>
  (await list()).rows.find((row) => row.number === number);

test('Spending is known until the end of the last month that has any, not until today', async () => {
  expect(await forecastOf('support')).toMatchObject({ asOf: '2026-09-30', fiscalYear: 2026 });
});

test('A line that spends the same every month will be short: 900,000 in 273 of 365 days', async () => {
  expect(await forecastOf('support')).toMatchObject({
    spentCents: 900_000,
    forecastCents: 1_203_297,
    authorityCents: 1_000_000,
    method: 'rate',
    light: 'short',
    earlierYears: [],
    pool: null,
  });
});

test('A line whose bill comes in March follows its season: 80 % were spent by now last year', async () => {
  const forecast = await forecastOf('licences');
  expect(forecast).toMatchObject({
    forecastCents: 1_125_000,
    method: 'season',
    light: 'short',
    byMethod: { season: 1_125_000, rate: null, orders: 900_000 },
    earlierYears: [2025],
  });
  expect(forecast.expectedMonthCents[10]).toBe(225_000);
});

test('T6 A line in a pool lasts as long as its pool does', async () => {
  const forecast = await forecastOf('repairs');
  expect(forecast.forecastCents).toBeGreaterThan(forecast.authorityCents ?? 0);
  expect(forecast).toMatchObject({ light: 'slack', pool: { code: 'DK-1', authorityCents: 2_100_000, light: 'slack' } });
});

test('R26 Where the authority is unknown the forecast says so, and the sum of its frame does, too', async () => {
  expect(await forecastOf('fees')).toMatchObject({ authorityCents: null, light: 'unknown' });
  const { frames } = await list();
  expect(frames.map(({ frame, authorityCents }) => [frame, authorityCents])).toEqual([
    ['CORE', 4_200_000],
    ['FEES', null],
  ]);
});

test('What is ordered counts, whatever the pace says', async () => {
  await write(app, city, [
    {
      lineId: ids['devices'] ?? '',
      fiscalYear: 2026,
      kind: 'commitment',
      amountCents: 2_100_000,
      bookedOn: '2026-10-01',
      source: 'person',
    },
  ]);
  expect(await forecastOf('devices')).toMatchObject({ method: 'orders', forecastCents: 2_100_000, light: 'short' });
});

test('The list has what is short first, revenue not at all, and the light of the pool', async () => {
  const { rows } = await list();
  expect(rows.map(({ number }) => number)).toEqual(['support', 'repairs', 'devices', 'licences', 'fees']);
  expect((await light('repairs'))?.light).toBe('short');
  expect((await finance.get(`/api/v1/budget/lines/${ids['grants']}/forecast?fiscalYear=2026`)).status).toBe(404);
});

test('A head of another department finds neither the line nor its row', async () => {
  const other = await loginAs(app, 'other_head');
  expect((await other.get(`/api/v1/budget/lines/${ids['support']}/forecast?fiscalYear=2026`)).status).toBe(404);
  expect((await list(other)).rows).toEqual([]);
});

test('A year that is over is as it was, one that has not begun is unknown to nobody', async () => {
  const over = await finance.get(`/api/v1/budget/lines/${ids['licences']}/forecast?fiscalYear=2025`);
  expect(over.body).toMatchObject({ asOf: '2025-12-31', forecastCents: 1_000_000 });
  const ahead = await finance.get(`/api/v1/budget/lines/${ids['licences']}/forecast?fiscalYear=2027`);
  expect(ahead.body).toMatchObject({ asOf: '2027-01-01', spentCents: 0, forecastCents: 0 });
});
