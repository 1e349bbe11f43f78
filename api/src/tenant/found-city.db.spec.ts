import { DataSource } from 'typeorm';
import { httpClient } from '../../test/http-client';
import { startTestApp, type TestApp } from '../../test/test-app';
import { IDS, type Ids } from '../platform/clock/ids';
import { ownerDataSourceOptions } from '../platform/database/data-source';
import { Transactions } from '../platform/database/transactions';
import { foundCity, readNewCity } from './found-city';

let app: TestApp;
let dataSource: DataSource;
const city = {
  name: 'Stadt Neubeginn',
  slug: 'neubeginn',
  land: 'NI',
  adminEmail: 'verwaltung@neubeginn.example',
  adminName: 'Vera Waltung',
};
const found = () => {
  const ids = app.app.get<Ids>(IDS);
  return foundCity(new Transactions(dataSource, app.clock, ids), city, ids.next());
};

beforeAll(async () => {
  app = await startTestApp();
  dataSource = await new DataSource(ownerDataSourceOptions(app.database.ownerUrl)).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await app.stop();
});

test('The first administrator sets a password by the link and may log in; a second start founds nothing', async () => {
  const founded = await found();
  const token = founded?.link.replace('/zugang#', '') ?? '';
  const anybody = httpClient(app.url);
  const password = 'Nordwind Teetasse 48';
  expect((await anybody.post('/api/v1/links/accept', { token, password })).status).toBeLessThan(300);
  const login = await anybody.post('/api/v1/session', { email: city.adminEmail, password });
  expect(login.body).toMatchObject({ tenant: { name: 'Stadt Neubeginn', isDemo: false }, roles: [{ role: 'admin' }] });
  expect(await found()).toBeNull();
});

test('A half wish stops the start and names what is missing', () => {
  expect(readNewCity({})).toBeNull();
  expect(() => readNewCity({ ETATLOTSE_CITY_NAME: 'Stadt', ETATLOTSE_CITY_SLUG: 'Groß' })).toThrow(
    'Für die neue Stadt fehlt oder stimmt nicht: ETATLOTSE_CITY_SLUG (Kleinbuchstaben, Ziffern, Bindestrich), ETATLOTSE_ADMIN_EMAIL, ETATLOTSE_ADMIN_NAME.',
  );
});

test('A Land whose holidays nobody here knows stops the start: no working day could be counted', async () => {
  const wish = { ETATLOTSE_CITY_NAME: 'Stadt', ETATLOTSE_CITY_SLUG: 'stadt', ETATLOTSE_ADMIN_EMAIL: 'a@stadt.example' };
  const env = { ...wish, ETATLOTSE_ADMIN_NAME: 'Vera Waltung', ETATLOTSE_CITY_LAND: 'BY' };
  expect(() => readNewCity(env)).toThrow('ETATLOTSE_CITY_LAND (NI, NW oder BW)');
  // Nor does the database take one, whoever writes it.
  const insert = dataSource.query(
    `INSERT INTO tenant (tenant_id, slug, name, land, created_at) VALUES (gen_random_uuid(), 'stadt', 'Stadt', 'BY', now())`,
  );
  await expect(insert).rejects.toThrow(/tenant_land_check/);
});
