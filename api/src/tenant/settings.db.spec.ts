import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { httpClient, type HttpClient } from '../../test/http-client';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let admin: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  admin = await loginAs(app, 'admin');
});
afterAll(() => app.stop());

const settings = '/api/v1/settings';

test('the city is renamed at once; an old version is refused', async () => {
  expect((await admin.get(settings)).body).toEqual({
    name: 'Musterstadt',
    slug: 'musterstadt',
    land: 'NI',
    currency: 'EUR',
    isDemo: false,
    accountFrame: null,
    bookingApprovalCents: null,
    version: 1,
    pendingApprovalId: null,
  });
  expect((await admin.put(settings, { version: 1, name: 'Musterstadt an der Leine' })).body).toEqual({
    version: 2,
    approvalId: null,
  });
  expect((await admin.put(settings, { version: 1, name: 'Zu spät' })).body.code).toBe('VERSION_STALE');
  expect((await admin.get('/api/v1/session')).body.tenant.name).toBe('Musterstadt an der Leine');
});

test('a new limit for bookings waits for a second person', async () => {
  const asked = await admin.put(settings, {
    version: 2,
    bookingApprovalCents: 1_000_000,
    reason: 'Dienstanweisung 12',
  });
  const { approvalId } = asked.body;
  expect((await admin.get(settings)).body).toMatchObject({ bookingApprovalCents: null, pendingApprovalId: approvalId });
  const again = await admin.put(settings, { version: 2, bookingApprovalCents: 2_000_000 });
  expect(again.body.code).toBe('APPROVAL_PENDING');
  const decision = { decision: 'approve', version: 1 };
  expect((await admin.post(`/api/v1/approvals/${approvalId}/decision`, decision)).body.code).toBe('FOUR_EYES');
  const finance = await loginAs(app, 'finance');
  expect((await finance.post(`/api/v1/approvals/${approvalId}/decision`, decision)).status).toBe(200);
  expect((await finance.get(settings)).body).toMatchObject({ bookingApprovalCents: 1_000_000, version: 3 });
  const lifted = await admin.put(settings, { version: 3, bookingApprovalCents: null, reason: 'Aufgehoben' });
  const admin2 = await loginAs(app, 'admin2');
  expect((await admin2.post(`/api/v1/approvals/${lifted.body.approvalId}/decision`, decision)).status).toBe(200);
  expect((await finance.get(settings)).body).toMatchObject({ bookingApprovalCents: null, version: 4 });
});

test('the contacts of the public page are entered with their source; an old version and a foreign kind are refused', async () => {
  const contacts = `${settings}/public-contacts`;
  const office = {
    name: 'Pressestelle',
    address: 'Markt 1\n1234 Stadt',
    email: 'p@stadt.example',
    source: 'Impressum',
  };
  expect((await admin.get(contacts)).body).toEqual({ contacts: [] });
  expect((await admin.put(`${contacts}/city`, { ...office, version: 0 })).body).toEqual({ version: 1 });
  expect((await admin.put(`${contacts}/city`, { ...office, version: 0 })).body.code).toBe('VERSION_STALE');
  expect((await admin.put(`${contacts}/city`, { ...office, name: 'Bürgerbüro', version: 1 })).body.version).toBe(2);
  expect((await admin.put(`${contacts}/bank`, { ...office, version: 0 })).status).toBe(422);
  expect((await admin.put(`${contacts}/enforcement`, { ...office, source: '', version: 0 })).status).toBe(422);
  const finance = await loginAs(app, 'finance');
  expect((await finance.get(contacts)).body.contacts).toMatchObject([{ ...office, kind: 'city', name: 'Bürgerbüro' }]);
  expect((await finance.put(`${contacts}/city`, { ...office, version: 2 })).status).toBe(403);
  const neighbour = await loginAs(app, 'admin', await createCity(app, 'nebenan', 'Nebenan'));
  expect((await neighbour.get(contacts)).body).toEqual({ contacts: [] });
});

test('a real installation offers no accounts; a demo those of its sample city only', async () => {
  expect((await httpClient(app.url).get('/api/v1/demo')).body).toEqual({ isDemo: false, accounts: [] });
  const sample = await createOtherCity(app);
  await asOwner(app, (owner) =>
    owner.query(`UPDATE tenant SET is_demo = true WHERE tenant_id = $1`, [sample.tenantId]),
  );
  const demo = await startTestApp({ env: { ETATLOTSE_DEMO: '1' }, database: app.database });
  const { body } = await httpClient(demo.url).get('/api/v1/demo');
  await demo.stop();
  expect(body.isDemo).toBe(true);
  expect(body.accounts).toHaveLength(Object.keys(city.people).length);
  expect(new Set(body.accounts.map(({ tenantName }: { tenantName: string }) => tenantName))).toEqual(
    new Set(['Nachbarstadt']),
  );
  expect(body.accounts).toContainEqual({
    tenantName: 'Nachbarstadt',
    email: 'clerk@nachbarstadt.example',
    displayName: 'Test clerk',
    roles: [{ role: 'clerk', kind: null, unitName: 'Fachbereich Schule' }],
  });
  expect(JSON.stringify(body)).not.toMatch(/password|hash|argon/i);
});
