import type { CommitmentAuthorityRow } from '@etatlotse/contracts/authority/plain';
import type { Answer, HttpClient } from '../../../test/http-client';
import { addLine, openYear, setCeiling } from '../../../test/ledger-builder';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

const AUTHORITIES = '/api/v1/authority/commitment-authorities';
const OBLIGATIONS = '/api/v1/authority/obligations';
let app: TestApp;
let city: City;
let finance: HttpClient;
let second: HttpClient;
let made = 0;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
});
afterAll(() => app.stop());

const inYear = (fiscalYear: number, euros: number): object => ({ fiscalYear, amountCents: euros * 100 });
const SLICES = [inYear(2027, 500_000), inYear(2028, 300_000), inYear(2029, 100_000)];

const investmentLine = (unitId: string | null = city.units.school): Promise<string> =>
  addLine(app, city, {
    number: `4E.21${String(++made).padStart(4, '0')}`,
    direction: 'payment',
    sphere: 'investing',
    account: '783110',
    unitId,
    runOrChange: 'change',
  });

const ask = (lineId: string, extra: object = {}): Promise<Answer> =>
  finance.post(AUTHORITIES, {
    number: `VE-${++made}`,
    purpose: 'DMS-Ausbau in drei Schritten',
    lineId,
    fiscalYear: 2026,
    slices: SLICES,
    decidedOn: '2026-06-30',
    decisionDocument: 'DS 26-4711',
    ...extra,
  });
const approve = (approvalId: string): Promise<Answer> =>
  second.post(`/api/v1/approvals/${approvalId}/decision`, {
    decision: 'approve',
    note: 'Beschluss liegt vor',
    version: 1,
  });

/** The authority of T11, granted by a decision that two people have recorded. */
async function granted(extra: object = {}): Promise<{ readonly id: string; readonly lineId: string }> {
  const lineId = await investmentLine();
  const { approvalId } = (await ask(lineId, extra)).body;
  expect((await approve(approvalId)).status).toBe(200);
  const { rows } = (await finance.get(`${AUTHORITIES}?limit=100`)).body;
  const row = rows.find((candidate: CommitmentAuthorityRow) => candidate.line.id === lineId);
  return { id: row.id, lineId };
}

const sign = (
  client: HttpClient,
  lineId: string,
  authorityId: string | null,
  amounts: readonly object[],
  extra: object = {},
): Promise<Answer> =>
  client.post(OBLIGATIONS, {
    lineId,
    ...(authorityId === null ? {} : { authorityId }),
    reference: 'V-2026-01',
    partner: 'Optimal Systems GmbH',
    subject: 'DMS-Ausbau',
    signedOn: '2026-09-01',
    amounts,
    ...extra,
  });
const show = async (id: string): Promise<CommitmentAuthorityRow> => (await finance.get(`${AUTHORITIES}/${id}`)).body;

describe('T11', () => {
  test('T11 a contract of 450,000 and 200,000 uses 650,000; left are 50,000 / 100,000 / 100,000 = 250,000', async () => {
    const { id, lineId } = await granted();
    const signed = await sign(finance, lineId, id, [inYear(2027, 450_000), inYear(2028, 200_000)]);
    expect([signed.status, signed.body.excesses]).toEqual([201, []]);
    const authority = await show(id);
    expect([authority.totalCents, authority.usedCents, authority.leftCents]).toEqual([
      90_000_000, 65_000_000, 25_000_000,
    ]);
    expect(authority.slices.map(({ leftCents }) => leftCents)).toEqual([5_000_000, 10_000_000, 10_000_000]);

    const over = await sign(finance, lineId, id, [inYear(2027, 60_000)]);
    expect(over.body).toMatchObject({ code: 'COMMITMENT_SLICE_REASON', fiscalYear: 2027, overCents: 1_000_000 });
    expect(over.body.detail).toContain('10.000,00');
    const total = await sign(finance, lineId, id, [inYear(2027, 260_000)], { reason: 'Lieferung früher' });
    expect(total.body).toMatchObject({ code: 'COMMITMENT_AUTHORITY_EXCEEDED', missingCents: 1_000_000 });
    expect((await show(id)).usedCents).toBe(65_000_000);

    const warned = await sign(finance, lineId, id, [inYear(2027, 60_000)], { reason: 'Lieferung früher' });
    expect([warned.status, warned.body.excesses]).toEqual([201, [{ fiscalYear: 2027, overCents: 1_000_000 }]]);
    expect((await show(id)).slices[0]?.leftCents).toBe(-1_000_000);
  });

  test('T11 where the city blocks, a slice is a limit', async () => {
    await openYear(app, city, 2029);
    const { id, lineId } = await granted({ fiscalYear: 2029, slices: [inYear(2030, 500_000), inYear(2031, 100_000)] });
    await asOwner(app, (owner) =>
      owner.query(
        `INSERT INTO rule_setting (tenant_id, setting_id, key, valid_from, value, source, reason, approval_id, recorded_at)
         SELECT tenant_id, gen_random_uuid(), 'commitmentSliceStrictness', 2029, '"block"', 'DA', 'streng', approval_id, $2
         FROM approval WHERE tenant_id = $1 LIMIT 1`,
        [city.tenantId, app.clock.now()],
      ),
    );
    const answer = await sign(finance, lineId, id, [inYear(2030, 510_000)], { reason: 'Lieferung früher' });
    expect(answer.body).toMatchObject({ code: 'COMMITMENT_SLICE_EXCEEDED', overCents: 1_000_000 });
  });

  test('T11 two contracts of 500,000 at the same moment: 900,000 take one of them', async () => {
    const { id, lineId } = await granted();
    const half = [inYear(2027, 250_000), inYear(2028, 250_000)];
    const answers = await Promise.all([finance, second].map((client) => sign(client, lineId, id, half)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'COMMITMENT_AUTHORITY_EXCEEDED',
      leftCents: 40_000_000,
      missingCents: 10_000_000,
    });
    expect((await show(id)).usedCents).toBe(50_000_000);
  });

  test('A use that was wrong is taken back by a counter record, once', async () => {
    const { id, lineId } = await granted();
    const signed = await sign(finance, lineId, id, [inYear(2027, 450_000)]);
    const back = (client: HttpClient): Promise<Answer> =>
      client.post(`${OBLIGATIONS}/${signed.body.id}/reversal`, { reason: 'Vertrag nicht zustande gekommen' });
    const answers = await Promise.all([back(finance), back(second)]);
    expect(answers.map(({ body }) => body.code ?? 'done').sort()).toEqual(['OBLIGATION_REVERSED', 'done']);
    expect(await show(id)).toMatchObject({ usedCents: 0, leftCents: 90_000_000 });
    const { rows } = (await finance.get(`${OBLIGATIONS}?authorityId=${id}`)).body;
    expect(rows.map((row: { totalCents: number }) => row.totalCents).sort()).toEqual([-45_000_000, 45_000_000]);
  });

  test('Nothing of it is authority of the running year: the ledger has no movement', async () => {
    const { id, lineId } = await granted();
    await sign(finance, lineId, id, [inYear(2027, 450_000)]);
    const proof = (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2026`)).body;
    expect([proof.movements, proof.balance.availableCents]).toEqual([0, 0]);
  });
});

test('A decision of its own waits for a second person; a number is given once', async () => {
  const lineId = await investmentLine();
  const asked = await ask(lineId, { number: 'VE-EINMAL' });
  expect(asked.body).toMatchObject({ id: null, approvalId: expect.any(String) });
  expect((await ask(lineId, { number: 'VE-EINMAL' })).body.code).toBe('APPROVAL_PENDING');
  const own = await finance.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, {
    decision: 'approve',
    note: 'x',
    version: 1,
  });
  expect(own.body.code).toBe('FOUR_EYES');
  await approve(asked.body.approvalId);
  expect((await ask(lineId, { number: 'VE-EINMAL' })).body.code).toBe('NUMBER_TAKEN');
});

test('What does not fit is refused with its reason', async () => {
  const lineId = await investmentLine();
  const operating = await addLine(app, city, { number: '4S.219999', unitId: city.units.school });
  const code = async (line: string, extra: object): Promise<string> => (await ask(line, extra)).body.code;
  expect(await code(operating, {})).toBe('COMMITMENT_LINE_UNFIT');
  expect(await code(lineId, { slices: [] })).toBe('OBLIGATION_EMPTY');
  expect(await code(lineId, { slices: [inYear(2026, 1)] })).toBe('COMMITMENT_SLICE_YEAR');
  expect(await code(lineId, { slices: [inYear(2027, 1), inYear(2027, 2)] })).toBe('COMMITMENT_SLICE_YEAR');
  expect(await code(lineId, { fiscalYear: 2035, slices: [inYear(2036, 1)] })).toBe('YEAR_UNKNOWN');
  expect(await code(lineId, { decisionDocument: '' })).toBe('COMMITMENT_DECISION_NEEDED');
  expect((await sign(finance, lineId, null, [inYear(2027, 1)])).body).toMatchObject({
    code: 'COMMITMENT_AUTHORITY_NEEDED',
    rule: '§ 119 NKomVG',
  });
  const { id } = await granted();
  expect((await sign(finance, lineId, id, [inYear(2027, 1)])).body.code).toBe('COMMITMENT_OTHER_PROJECT');
  expect((await sign(finance, operating, id, [inYear(2027, 1)])).body.code).toBe('COMMITMENT_LINE_UNFIT');
});

test('A clerk signs for lines of the own unit only', async () => {
  const { id, lineId } = await granted();
  const clerk = await loginAs(app, 'clerk');
  const stranger = await loginAs(app, 'other_clerk');
  expect((await sign(clerk, lineId, id, [inYear(2028, 1)])).status).toBe(201);
  expect((await sign(stranger, lineId, id, [inYear(2028, 1)])).status).toBe(404);
  expect((await stranger.get(`${AUTHORITIES}/${id}`)).status).toBe(404);
  expect((await clerk.get(`${AUTHORITIES}/${id}`)).status).toBe(200);
});

describe('In a plan of a city that has no other contracts', () => {
  let planId: string;
  let lineId: string;

  const amounts = (version: string, cents: number): Promise<Answer> =>
    finance.put(`/api/v1/planning/plan-versions/${version}/amounts`, {
      lineIds: [lineId],
      fiscalYears: [2027],
      amountCents: [cents],
    });
  const introduce = async (version: string): Promise<Answer> => {
    const { body } = await finance.get(`/api/v1/planning/plan-versions/${version}`);
    return finance.post(`/api/v1/planning/plan-versions/${version}/steps`, {
      step: 'introduce',
      version: body.version,
    });
  };

  beforeAll(async () => {
    city = await createOtherCity(app);
    await openYear(app, city, 2026);
    finance = await loginAs(app, 'finance', city);
    second = await loginAs(app, 'finance2', city);
    await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
    await setCeiling(app, city, 'CORE', 2027, 350_000_000);
    const used = await granted();
    lineId = used.lineId;
    await sign(finance, lineId, used.id, [inYear(2027, 450_000), inYear(2028, 200_000)]);
    const plan = await finance.post('/api/v1/planning/plan-versions', {
      name: 'Entwurf 2027',
      kind: 'budget',
      firstYear: 2027,
      isTwoYears: false,
    });
    planId = plan.body.id;
  });

  test('T11b a plan of 2027 with less than 450,000 for the project is not introduced', async () => {
    await amounts(planId, 44_999_900);
    const { rows } = (await finance.get(`/api/v1/planning/plan-versions/${planId}/findings`)).body;
    expect(rows).toEqual([
      expect.objectContaining({
        code: 'BOUND_NOT_PLANNED',
        lineId,
        fiscalYear: 2027,
        boundCents: 45_000_000,
        plannedCents: 44_999_900,
      }),
    ]);
    expect((await introduce(planId)).body).toMatchObject({ code: 'PLAN_BOUND_MISSING', count: 1 });
    await amounts(planId, 45_000_000);
    expect((await introduce(planId)).status).toBe(200);
  });

  test('An authority of the draft is not usable before the plan is in force, and can be taken out again', async () => {
    const created = await ask(lineId, {
      fiscalYear: 2027,
      slices: [inYear(2028, 10)],
      planVersionId: planId,
      decidedOn: undefined,
      decisionDocument: undefined,
    });
    expect([created.status, created.body.approvalId]).toEqual([201, null]);
    expect(await show(created.body.id)).toMatchObject({ isUsable: false, isDraft: true });
    expect((await sign(finance, lineId, created.body.id, [inYear(2028, 10)])).body.code).toBe('COMMITMENT_NOT_USABLE');
    expect((await finance.send(`${AUTHORITIES}/${created.body.id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await finance.get(`${AUTHORITIES}/${created.body.id}`)).status).toBe(404);
  });
});
