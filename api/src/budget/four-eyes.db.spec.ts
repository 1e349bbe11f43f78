import type { HttpClient } from '../../test/http-client';
import { addLine, openYear, setCeiling } from '../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let second: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  await asOwner(app, (owner) =>
    owner.query(`UPDATE tenant SET settings = '{"bookingApprovalCents": 5000000}' WHERE tenant_id = $1`, [
      city.tenantId,
    ]),
  );
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
});
afterAll(() => app.stop());

const order = (client: HttpClient, lineId: string, number: string, amountCents: number) =>
  client.post('/api/v1/budget/orders', {
    lineId,
    fiscalYear: 2026,
    number,
    opening: 'place',
    amountCents,
    orderedOn: '2026-10-05',
    subject: 'Speichersystem',
  });
const available = async (lineId: string): Promise<number> =>
  (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2026`)).body.balance.availableCents;
const decide = (client: HttpClient, approvalId: string, decision: 'approve' | 'reject') =>
  client.post(`/api/v1/approvals/${approvalId}/decision`, { decision, note: 'geprüft', version: 1 });

test('An order of exactly the limit is booked at once, one cent more waits for a second person', async () => {
  const lineId = await addLine(app, city, { number: '5S.100001', appropriationCents: 20_000_000 });
  expect((await order(finance, lineId, 'B-1', 5_000_000)).body).toMatchObject({ approvalId: null });
  const waiting = await order(finance, lineId, 'B-2', 5_000_001);
  expect(waiting.body).toMatchObject({ id: null, approvalId: expect.any(String), availableCents: 15_000_000 });
  expect(await available(lineId)).toBe(15_000_000);
});

test('The person who booked cannot confirm; the second person does, and then it is in the ledger', async () => {
  const lineId = await addLine(app, city, { number: '5S.100002', appropriationCents: 20_000_000 });
  const { approvalId } = (await order(finance, lineId, 'B-3', 6_000_000)).body;
  expect((await decide(finance, approvalId, 'approve')).body).toMatchObject({ code: 'FOUR_EYES' });
  expect(await available(lineId)).toBe(20_000_000);
  expect((await decide(second, approvalId, 'approve')).status).toBe(200);
  expect(await available(lineId)).toBe(14_000_000);
});

test('What no longer fits when it is confirmed is refused and goes on waiting', async () => {
  const lineId = await addLine(app, city, { number: '5S.100003', appropriationCents: 7_000_000 });
  const { approvalId } = (await order(finance, lineId, 'B-4', 6_000_000)).body;
  await order(finance, lineId, 'B-5', 2_000_000);
  expect((await decide(second, approvalId, 'approve')).body).toMatchObject({
    code: 'BUDGET_EXCEEDED',
    missingCents: 1_000_000,
  });
  expect(
    (await finance.get('/api/v1/approvals?state=pending')).body.rows.map(({ id }: { id: string }) => id),
  ).toContain(approvalId);
});

test('Increasing an order above the limit waits, its invoice does not', async () => {
  const lineId = await addLine(app, city, { number: '5S.100004', appropriationCents: 20_000_000 });
  const opened = (await order(finance, lineId, 'B-6', 1_000_000)).body;
  const step = (name: string, amountCents: number, version: number) =>
    finance.post(`/api/v1/budget/orders/${opened.id}/steps`, {
      step: name,
      amountCents,
      bookedOn: '2026-10-05',
      version,
    });
  const increase = (await step('increase', 6_000_000, 1)).body;
  expect(increase).toMatchObject({ id: null, approvalId: expect.any(String) });
  expect((await decide(second, increase.approvalId, 'approve')).status).toBe(200);
  expect((await step('part_invoice', 7_000_000, 2)).body).toMatchObject({
    approvalId: null,
    availableCents: 13_000_000,
  });
});
