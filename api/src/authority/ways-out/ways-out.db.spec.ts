import type { WaysOutOfLine } from '@etatlotse/contracts/authority';
import { addLine, addPool, type LineWish, openYear, setCeiling, write } from '../../../test/ledger-builder';
import type { HttpClient } from '../../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await openYear(app, city, 2025);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

let numbers = 0;
const line = (appropriationCents: number, wish: Partial<LineWish> = {}): Promise<string> =>
  addLine(app, city, { number: `W.${String(++numbers).padStart(4, '0')}`, appropriationCents, ...wish });
/** A budget of its own, so that the donors of one case are not those of another. */
async function apart(subBudget: string, lineIds: readonly string[]): Promise<void> {
  await asOwner(app, (owner) =>
    owner.query(`UPDATE budget_line SET sub_budget = $2 WHERE tenant_id = $1 AND line_id = ANY ($3::uuid[])`, [
      city.tenantId,
      subBudget,
      lineIds,
    ]),
  );
}
const ask = (lineId: string, missingCents: number, who = finance) =>
  who.get(`/api/v1/budget/lines/${lineId}/ways-out?fiscalYear=2026&missingCents=${missingCents}`);
const ways = async (lineId: string, missingCents: number, who = finance) =>
  (await ask(lineId, missingCents, who)).body as unknown as WaysOutOfLine;
const codes = ({ ways: found }: WaysOutOfLine) => found.map(({ code }) => code);
const way = ({ ways: found }: WaysOutOfLine, code: string) => found.find((one) => one.code === code);

test('a refused order finds its ways: one-sided cover, transfer, mayor, council, in this order, and the transfer lets it pass', async () => {
  const [needy, right, donor, small] = [
    await line(1_000_000),
    await line(200_000),
    await line(3_000_000),
    await line(5),
  ];
  await apart('THH A', [needy, right, donor, small]);
  await finance.post('/api/v1/authority/cover-rights', {
    drawingLineId: needy,
    givingLineId: right,
    budgetNote: 'Vermerk 2',
  });
  const order = (number: string) =>
    finance.post('/api/v1/budget/orders', {
      lineId: needy,
      fiscalYear: 2026,
      number,
      opening: 'place',
      amountCents: 3_500_000,
      orderedOn: '2026-10-05',
      subject: 'Server',
    });
  const refused = await order('W-1');
  expect(refused.body).toMatchObject({ code: 'BUDGET_EXCEEDED', missingCents: 2_500_000 });
  const found = await ways(needy, 2_500_000);
  expect(found).toMatchObject({
    availableCents: 1_000_000,
    level: 'line',
    grantedCents: 0,
    isThresholdExample: true,
    ways: [
      {
        code: 'one_sided_cover',
        rule: '§ 19 KomHKVO',
        coverCents: 200_000,
        isEnough: false,
        candidates: [{ id: right, givableCents: 200_000 }],
      },
      {
        code: 'transfer',
        coverCents: 2_500_000,
        isEnough: true,
        candidates: [{ id: donor, givableCents: 3_000_000 }, { id: right }, { id: small }],
      },
      { code: 'over_plan_by_mayor', decider: 'mayor', coverCents: 2_500_000, isEnough: true },
      { code: 'supplementary_budget' },
    ],
  });
  await finance.post('/api/v1/authority/transfers', {
    fromLineId: donor,
    toLineId: needy,
    fiscalYear: 2026,
    amountCents: 2_500_000,
    reason: 'Server',
  });
  expect((await order('W-2')).body).toMatchObject({ availableCents: 0 });
});

test('T5 what was granted on the line counts for who decides', async () => {
  const needy = await line(100);
  await apart('THH B', [needy]);
  await write(app, city, [
    {
      lineId: needy,
      fiscalYear: 2026,
      kind: 'over_plan',
      amountCents: 8_000_000,
      bookedOn: '2026-03-01',
      source: 'demo',
    },
  ]);
  const found = await ways(needy, 4_000_000);
  expect(found.grantedCents).toBe(8_000_000);
  expect(way(found, 'over_plan_by_mayor')).toMatchObject({ coverCents: 2_000_000, isEnough: false });
  expect(way(found, 'over_plan_by_council')).toMatchObject({ decider: 'council', isEnough: true });
  expect(codes(found)).toContain('urgent_decision');
});

test('T6 a pool gives once, and its own pool is no way out', async () => {
  const [own, other] = [await addPool(app, city, 'WP 1'), await addPool(app, city, 'WP 2')];
  const needy = await line(0, { poolId: own });
  const [mate, one, two] = [
    await line(700, { poolId: own }),
    await line(300, { poolId: other }),
    await line(500, { poolId: other }),
  ];
  await apart('THH C', [needy, mate, one, two]);
  expect(way(await ways(needy, 5000), 'transfer')).toMatchObject({
    coverCents: 800,
    candidates: [{ id: two, givableCents: 800 }],
  });
  expect(await ways(needy, 5000)).toMatchObject({ availableCents: 700, level: 'pool' });
});

test('R7 an investment may have a little from current expense where the city allows it, the other way round never', async () => {
  const invest = await line(0, { direction: 'payment', sphere: 'investing' });
  const expense = await line(9_000_000);
  await apart('THH D', [invest, expense]);
  expect(codes(await ways(invest, 500_000))).not.toContain('investment_cover');
  const admin = await loginAs(app, 'admin');
  const asked = await admin.put('/api/v1/authority/rules', {
    key: 'oneWayInvestmentLimitCents',
    validFrom: 2026,
    value: 1_000_000,
    source: 'Haushaltsvermerk 7',
    reason: 'Ratsbeschluss',
  });
  const approval = `/api/v1/approvals/${String(asked.body['approvalId'])}/decision`;
  await finance.post(approval, { decision: 'approve', version: 1 });
  expect(way(await ways(invest, 1_500_000), 'investment_cover')).toMatchObject({
    rule: '§ 19 Abs. 4 KomHKVO',
    coverCents: 1_000_000,
    isEnough: false,
    candidates: [{ id: expense }],
  });
  expect(codes(await ways(expense, 1))).not.toContain('transfer');
  expect(codes(await ways(expense, 1))).not.toContain('investment_cover');
});

test('a continued investment may be covered from the next year, by how much is not known', async () => {
  const invest = await line(100, { direction: 'payment', sphere: 'investing' });
  await apart('THH E', [invest]);
  expect(codes(await ways(invest, 5))).not.toContain('next_year_cover');
  await write(app, city, [
    { lineId: invest, fiscalYear: 2025, kind: 'actual', amountCents: 50, bookedOn: '2025-11-03', source: 'demo' },
  ]);
  expect(way(await ways(invest, 5), 'next_year_cover')).toMatchObject({ coverCents: null, decider: 'council' });
});

test('only what the caller may see is named, and a line one may not see does not exist', async () => {
  const own = await line(0, { unitId: city.units.school });
  const [near, far] = [await line(10, { unitId: city.units.school }), await line(9000, { unitId: city.units.parks })];
  await apart('THH F', [own, near, far]);
  const clerk = await loginAs(app, 'clerk');
  expect(way(await ways(own, 100, clerk), 'transfer')).toMatchObject({ coverCents: 10, candidates: [{ id: near }] });
  expect((await ask(far, 100, clerk)).status).toBe(404);
  const revenue = await line(0, { direction: 'revenue' });
  expect((await ask(revenue, 100)).status).toBe(404);
  expect((await ask(own, 0)).status).toBe(422);
});

test('T10a what last year has left may be carried over while its books are open, and is a way before a transfer', async () => {
  const needy = await line(100_000);
  await apart('THH Rest', [needy]);
  await write(app, city, [movement(needy, 2025, 'appropriation', 500_000), movement(needy, 2025, 'actual', 380_000)]);
  expect(way(await ways(needy, 50_000), 'carry_over')).toMatchObject({
    coverCents: 50_000,
    isEnough: true,
    decider: 'finance',
  });
  expect(way(await ways(needy, 130_000), 'carry_over')).toMatchObject({ coverCents: 120_000, isEnough: false });
  await books(2025, 'closed');
  expect(codes(await ways(needy, 50_000))).not.toContain('carry_over');
  await books(2025, 'open');
});

test('T8 money that came in for a grant beyond what the register knows is a way, and none once it is recorded', async () => {
  const needy = await line(100_000);
  const revenue = await line(100_000, { direction: 'revenue' });
  await apart('THH Zuwendung', [needy]);
  const created = await finance.post('/api/v1/authority/earmarks', {
    ...{ number: 'ZB-1', giver: 'Land', purpose: 'Digitalpakt', fiscalYear: 2026, revenueLineId: revenue },
    ...{ plannedCents: 100_000, lowersWithRevenue: false, lines: [{ lineId: needy, plannedCents: 100_000 }] },
  });
  expect(created.status).toBe(201);
  expect(codes(await ways(needy, 30_000))).not.toContain('earmarked_revenue');
  await write(app, city, [movement(revenue, 2026, 'actual', 140_000)]);
  expect(way(await ways(needy, 30_000), 'earmarked_revenue')).toMatchObject({ coverCents: 30_000, isEnough: true });
  expect(way(await ways(needy, 50_000), 'earmarked_revenue')).toMatchObject({ coverCents: 40_000, isEnough: false });
  await asOwner(app, (owner) =>
    owner.query(`UPDATE earmark SET received_cents = 140000 WHERE earmark_id = $1`, [created.body.id]),
  );
  expect(codes(await ways(needy, 30_000))).not.toContain('earmarked_revenue');
});

const movement = (lineId: string, fiscalYear: number, kind: 'appropriation' | 'actual', amountCents: number) => ({
  lineId,
  fiscalYear,
  kind,
  amountCents,
  bookedOn: `${fiscalYear}-06-30`,
  source: 'import' as const,
});

const books = (fiscalYear: number, state: 'open' | 'closed') =>
  asOwner(app, (owner) =>
    owner.query(`UPDATE fiscal_year SET books_state = $3 WHERE tenant_id = $1 AND fiscal_year = $2`, [
      city.tenantId,
      fiscalYear,
      state,
    ]),
  );
