import type { FoundDevices, FoundRecord, FoundSite } from '@etatlotse/contracts/search';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import { addContract } from '../../test/contracts';
import type { HttpClient } from '../../test/http-client';
import { Inventory } from '../../test/inventory';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { ProjectOffice } from '../../test/project-office';
import { addRecord } from '../../test/registers';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let other: City;
let finance: HttpClient;

const search = (client: HttpClient, q: string) =>
  client.get(`/api/v1/search?fiscalYear=${BUDGET_YEAR}&q=${encodeURIComponent(q)}`);
const found = async (client: HttpClient, q: string) => {
  const { lines, units } = (await search(client, q)).body;
  return {
    lines: lines.rows.map(({ number }: { number: string }) => number),
    units: units.rows.map(({ code }: { code: string }) => code),
  };
};

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  await plantYear(app, city);
  await plantBudget(app, city);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

test('one box finds lines by number, name, product, account and project, and units by code and name', async () => {
  expect(await found(finance, '4s.100210')).toEqual({ lines: ['4S.100210'], units: [] });
  expect(await found(finance, 'ÜBUNGS')).toEqual({ lines: ['4E.210270'], units: [] });
  expect(await found(finance, 'u\u0308bungs')).toEqual({ lines: ['4E.210270'], units: [] });
  expect(await found(finance, 'hardware erwerb')).toEqual({ lines: ['4E.210270'], units: [] });
  expect(await found(finance, 'zentrale')).toEqual({ lines: ['4S.100210'], units: [] });
  expect(await found(finance, 'schul')).toEqual({ lines: ['4E.210270', '4S.100211'], units: ['40', '40.1'] });
  expect(await found(finance, '67')).toEqual({ lines: [], units: ['67'] });
  expect(await found(finance, 'gibt es nicht')).toEqual({ lines: [], units: [] });
});

test('projects are found by name and key, contracts by number, partner and subject, within what one may see', async () => {
  const office = new ProjectOffice(finance, finance);
  await office.create({ name: 'Glasfaser der Schulen', unitId: city.units.school });
  const lineId = (await search(finance, 'dms')).body.lines.rows[0].id;
  await addContract(finance, { lineId, unitId: city.units.school, number: 'GF-1', subject: 'Glasfaser mieten' });
  const names = async (client: HttpClient): Promise<unknown[]> => {
    const { projects, contracts } = (await search(client, 'glasfaser')).body;
    return [...projects.rows, ...contracts.rows].map((row) => row.name ?? `${row.number} ${row.vendor}`);
  };
  expect(await names(finance)).toEqual(['Glasfaser der Schulen', 'GF-1 Optimal Muster GmbH']);
  expect(await names(await loginAs(app, 'clerk'))).toEqual(['Glasfaser der Schulen', 'GF-1 Optimal Muster GmbH']);
  for (const who of ['other_head', 'admin', 'council_office'] as const) {
    expect(await names(await loginAs(app, who))).toEqual([]);
  }
  expect(await names(await loginAs(app, 'finance', other))).toEqual([]);
});

test('devices are found by kind, site and inventory number, sites and registers by name, within what one may see', async () => {
  const office = new Inventory(finance);
  const siteId = await office.site({ number: 'S-77', name: 'Schule am Kranichteich', kind: 'school' });
  const kindId = await office.kind({ code: 'KT', name: 'Kranichtablet' });
  const { school } = city.units;
  await office.stored(kindId, { siteId, unitId: school, quantity: 3, inventoryNumber: 'KRA-1' });
  await office.stored(kindId, { unitId: city.units.parks, quantity: 2, boughtOn: '2026-08-01' });
  await addRecord(finance, 'services', { name: 'Kranichpass', unitId: school });
  await addRecord(finance, 'systems', { name: 'Kranichakte', unitId: null });
  const names = async (client: HttpClient, q: string): Promise<unknown[]> => {
    const { sites, devices, records } = (await search(client, q)).body;
    return [
      ...sites.rows.map((row: FoundSite) => `${row.number} ${row.name}`),
      ...devices.rows.map((row: FoundDevices) => `${row.left} ${row.kind} ${row.site ?? '-'} ${row.inventoryNumber}`),
      ...records.rows.map((row: FoundRecord) => `${row.register} ${row.name}`),
    ];
  };
  const [site, atSchool, inPark] = [
    'S-77 Schule am Kranichteich',
    '3 Kranichtablet Schule am Kranichteich KRA-1',
    '2 Kranichtablet - ',
  ];
  expect(await names(finance, 'kranich')).toEqual([
    site,
    inPark,
    atSchool,
    'system Kranichakte',
    'service Kranichpass',
  ]);
  expect(await names(finance, 'kra-1')).toEqual([atSchool]);
  expect(await names(finance, 'tablet kranichteich')).toEqual([atSchool]);
  expect(await names(await loginAs(app, 'other_head'), 'kranich')).toEqual([site, inPark, 'system Kranichakte']);
  for (const who of ['admin', 'reviewer', 'personnel_office', 'council_office'] as const) {
    expect(await names(await loginAs(app, who), 'kranich')).toEqual([]);
  }
  expect(await names(await loginAs(app, 'finance', other), 'kranich')).toEqual([]);
});

test('a hit tells what is available, and says unknown instead of 0', async () => {
  const [dms] = (await search(finance, 'dms')).body.lines.rows;
  expect(dms).toMatchObject({ name: 'DMS-Ausbau', frame: 'CORE', unitCode: '40', availableCents: 5_311_254 });
  expect((await search(finance, 'Telefongebühren')).body.lines.rows[0].availableCents).toBeNull();
});

test('at most ten of each kind, the number itself first', async () => {
  await plantLines(
    app,
    city,
    Array.from({ length: 12 }, (_, at) => ({ number: `77.${at + 1}`, name: 'Massenzeile' })),
  );
  const { lines } = (await search(finance, '77.1')).body;
  expect(lines.rows[0].number).toBe('77.1');
  const mass = (await search(finance, 'massenzeile')).body.lines;
  expect([mass.rows.length, mass.more]).toEqual([10, true]);
});

test('everybody finds within what they may see', async () => {
  expect(await found(await loginAs(app, 'clerk'), 'schul')).toEqual({ lines: ['4E.210270'], units: ['40', '40.1'] });
  expect(await found(await loginAs(app, 'other_head'), 'schul')).toEqual({ lines: ['4S.100211'], units: [] });
  for (const who of ['admin', 'reviewer', 'personnel_office', 'council_office'] as const) {
    expect((await found(await loginAs(app, who), 'schul')).lines).toEqual([]);
  }
  expect((await search(await loginAs(app, 'committee'), 'schul')).status).toBe(403);
  expect(await found(await loginAs(app, 'finance', other), 'dms')).toEqual({ lines: [], units: [] });
});

test.each(["' OR 1=1 --", '%', '_', '\\', '$1', '<img src=x onerror=alert(1)>'])('%j is only text', async (text) => {
  const { status, body } = await search(finance, text);
  expect([status, body.lines.rows.length]).toEqual([200, text === '%' ? 1 : 0]);
});

test.each(['', ' ', 'x'.repeat(101), '\u0000'])('%j is not searched for', async (text) => {
  expect((await search(finance, text)).body.code).toBe('QUERY_INVALID');
});
