import { RULE_SETTINGS } from '@etatlotse/domain/authority';
import type { HttpClient } from '../../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';
import { Transactions } from '../../platform/database/transactions';
import { ruleSettings } from '..';

const RULES = '/api/v1/authority/rules';
let app: TestApp;
let city: City;
let admin: HttpClient;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [admin, finance] = [await loginAs(app, 'admin'), await loginAs(app, 'finance')];
});
afterAll(() => app.stop());

const change = (changes: object = {}) => ({
  key: 'oneWayInvestmentLimitCents',
  validFrom: 2026,
  value: 1_000_000,
  source: 'Haushaltssatzung 2026, § 6',
  reason: 'Ratsbeschluss vom 16.12.2025',
  ...changes,
});
const approve = (client: HttpClient, id: string) =>
  client.post(`/api/v1/approvals/${id}/decision`, { decision: 'approve', version: 1 });
const setting = async (fiscalYear: number, key = 'oneWayInvestmentLimitCents') => {
  const { body } = await finance.get(`${RULES}?fiscalYear=${fiscalYear}`);
  return body.settings.find((row: { key: string }) => row.key === key);
};
const settingsOf = (fiscalYear: number) =>
  app.app.get(Transactions).run({ tenantId: city.tenantId, actor: null }, (tx) => ruleSettings(tx, fiscalYear));

test('the rules of a year: the law as cited, and every setting with its value, source and mark', async () => {
  const { body } = await finance.get(`${RULES}?fiscalYear=2026`);
  expect(body).toMatchObject({
    fiscalYear: 2026,
    packCode: 'ni-komhkvo-2017',
    packFrom: 2017,
    firstChangeableYear: 2026,
  });
  expect(body.citations).toContainEqual({ rule: 'extra_authority', text: '§ 117 NKomVG' });
  expect(body.settings.map(({ key }: { key: string }) => key)).toEqual(Object.keys(RULE_SETTINGS));
  expect(await setting(2026)).toMatchObject({ value: null, mark: 'G', isExample: true, decision: null, decisions: [] });
  expect(await setting(2026, 'oneTwelfthWarning')).toMatchObject({ value: false, mark: 'V', isExample: false });
  expect((await finance.get(`${RULES}?fiscalYear=2015`)).body.packCode).toBe('ni-gemhkvo');
});

test('a value counts from its year on when a second person has confirmed it, and old years replay as they were', async () => {
  const asked = await admin.put(RULES, change());
  expect(asked.status).toBe(202);
  expect(await setting(2026)).toMatchObject({ value: null, pendingApprovalId: asked.body.approvalId });
  expect((await admin.put(RULES, change({ value: 2_000_000 }))).body.code).toBe('APPROVAL_PENDING');
  expect((await approve(admin, asked.body.approvalId)).body.code).toBe('FOUR_EYES');
  expect((await approve(finance, asked.body.approvalId)).status).toBe(200);
  expect(await setting(2026)).toMatchObject({
    value: 1_000_000,
    mark: null,
    isExample: false,
    source: 'Haushaltssatzung 2026, § 6',
    decision: { validFrom: 2026, recordedBy: 'Test admin', confirmedBy: 'Test finance' },
    pendingApprovalId: null,
  });
  expect(await setting(2025)).toMatchObject({ value: null, decision: null });
  expect((await setting(2025)).decisions).toHaveLength(1);
  expect((await settingsOf(2026)).oneWayInvestmentLimitCents).toBe(1_000_000);
  expect((await settingsOf(2025)).oneWayInvestmentLimitCents).toBeNull();
});

test('of two decisions for one year the later holds, and the earlier stays to be seen', async () => {
  const asked = await admin.put(RULES, change({ value: 500_000, source: 'Nachtragssatzung' }));
  await approve(finance, asked.body.approvalId);
  const row = await setting(2027);
  expect(row.value).toBe(500_000);
  expect(row.decisions.map(({ value }: { value: number }) => value)).toEqual([500_000, 1_000_000]);
  expect((await settingsOf(2027)).oneWayInvestmentLimitCents).toBe(500_000);
});

test('a past year is never rewritten, and a value of another rule is not taken', async () => {
  expect((await admin.put(RULES, change({ validFrom: 2025 }))).body).toMatchObject({
    code: 'RULE_YEAR_PAST',
    firstYear: 2026,
  });
  const wrong = await admin.put(RULES, change({ value: true }));
  expect([wrong.status, wrong.body.code]).toEqual([422, 'RULE_VALUE']);
  const senseless = await admin.put(RULES, change({ value: { a: 1 } }));
  expect([senseless.status, senseless.body.errors[0].code]).toEqual([422, 'RULE_VALUE']);
});

test('finance does not move its own limits; heads read them; the committee does not', async () => {
  expect((await finance.put(RULES, change())).status).toBe(403);
  for (const who of ['department_head', 'clerk', 'auditor', 'council_office', 'admin'] as const) {
    expect((await (await loginAs(app, who)).get(`${RULES}?fiscalYear=2026`)).status).toBe(200);
  }
  expect((await (await loginAs(app, 'committee')).get(`${RULES}?fiscalYear=2026`)).status).toBe(403);
});

test('another city has its own rules, and the database itself keeps a decision as it was', async () => {
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  const { body } = await neighbour.get(`${RULES}?fiscalYear=2026`);
  expect(body.settings.every(({ decision }: { decision: unknown }) => decision === null)).toBe(true);
  await expect(asOwner(app, (owner) => owner.query(`UPDATE rule_setting SET value = '1'`))).rejects.toThrow(
    'append-only',
  );
});
