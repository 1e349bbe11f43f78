import type { EarmarkDetail } from '@etatlotse/contracts/authority/plain';
import type { Answer, HttpClient } from '../../../test/http-client';
import { addLine, openYear } from '../../../test/ledger-builder';
import { type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

const EARMARKS = '/api/v1/authority/earmarks';
let app: TestApp;
let city: City;
let finance: HttpClient;
let second: HttpClient;
let head: HttpClient;
let made = 0;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
  head = await loginAs(app, 'department_head');
});
afterAll(() => app.stop());

/** A grant of planned 100,000 for one line of the school's department that has 100,000. */
async function grant(extra: object = {}): Promise<{ readonly id: string; readonly lineId: string }> {
  const number = `ZW-${++made}`;
  const lineId = await addLine(app, city, {
    number: `5S.20${String(made).padStart(4, '0')}`,
    appropriationCents: 10_000_000,
    unitId: city.units.school,
  });
  const answer = await finance.post(EARMARKS, {
    number,
    giver: 'Land Niedersachsen',
    purpose: 'Ausbau der Schulnetze',
    fiscalYear: 2026,
    plannedCents: 10_000_000,
    lines: [{ lineId, plannedCents: 10_000_000 }],
    lowersWithRevenue: false,
    ...extra,
  });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return { id: answer.body.id, lineId };
}

const step = (
  client: HttpClient,
  id: string,
  name: string,
  amountCents: number | undefined,
  version = 1,
): Promise<Answer> =>
  client.post(`${EARMARKS}/${id}/steps`, {
    step: name,
    ...(amountCents === undefined ? {} : { amountCents }),
    happenedOn: '2026-10-05',
    documentNumber: 'Az. 4711',
    version,
  });
const approve = (client: HttpClient, approvalId: string): Promise<Answer> =>
  client.post(`/api/v1/approvals/${approvalId}/decision`, {
    decision: 'approve',
    note: 'Bescheid liegt vor',
    version: 1,
  });
const show = async (id: string): Promise<EarmarkDetail> => (await finance.get(`${EARMARKS}/${id}`)).body;
const balance = async (lineId: string): Promise<{ readonly [field: string]: number }> =>
  (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2026`)).body.balance;

test('T8 a binding notice of 140,000 gives the line 140,000 once a second person has agreed, and no cent of § 117', async () => {
  const { id, lineId } = await grant();
  const noticed = await step(finance, id, 'binding_notice', 14_000_000);
  expect(noticed.body).toMatchObject({ approvalId: expect.any(String), authorityCents: 4_000_000 });
  expect((await balance(lineId))['availableCents']).toBe(10_000_000);
  expect((await show(id)).waiting).toMatchObject({ step: 'binding_notice', amountCents: 14_000_000 });
  expect((await approve(finance, noticed.body.approvalId)).body.code).toBe('FOUR_EYES');
  expect((await approve(second, noticed.body.approvalId)).status).toBe(200);
  expect(await balance(lineId)).toMatchObject({
    availableCents: 14_000_000,
    earmarkCents: 4_000_000,
    overPlanCents: 0,
    outsidePlanCents: 0,
  });
  expect(await show(id)).toMatchObject({
    promisedCents: 14_000_000,
    authorityCents: 4_000_000,
    noticeNumber: 'Az. 4711',
    waiting: null,
    events: [{ step: 'binding_notice', recordedBy: 'Test finance', approvedBy: 'Test finance2' }],
  });
});

test('T8 a verbal promise of 140,000 is kept in the register and leaves 100,000', async () => {
  const { id, lineId } = await grant();
  const answer = await step(finance, id, 'verbal_promise', 14_000_000);
  expect(answer.body).toEqual({ id, version: 2, approvalId: null, authorityCents: 0 });
  expect((await balance(lineId))['availableCents']).toBe(10_000_000);
  expect(await show(id)).toMatchObject({ verbalCents: 14_000_000, promisedCents: null, authorityCents: 0 });
});

test('T8 with the note revenue of 70,000 lowers the authority to 70,000, without it 100,000 stay', async () => {
  const noted = await grant({ lowersWithRevenue: true });
  const { approvalId, authorityCents } = (await step(finance, noted.id, 'binding_notice', 7_000_000)).body;
  expect(authorityCents).toBe(-3_000_000);
  await approve(second, approvalId);
  expect(await balance(noted.lineId)).toMatchObject({ availableCents: 7_000_000, earmarkCents: -3_000_000 });

  const plain = await grant();
  expect((await step(finance, plain.id, 'binding_notice', 7_000_000)).body).toMatchObject({ approvalId: null });
  expect((await balance(plain.lineId))['availableCents']).toBe(10_000_000);
});

test('T8 two notices recorded at the same moment add once: one waits, the other is told so', async () => {
  const { id, lineId } = await grant();
  const answers = await Promise.all([finance, second].map((client) => step(client, id, 'binding_notice', 14_000_000)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('APPROVAL_PENDING');
  const { approvalId } = answers.find(({ status }) => status === 200)?.body ?? {};
  const asker = answers[0]?.status === 200 ? finance : second;
  const other = asker === finance ? second : finance;
  await Promise.all([approve(other, approvalId), approve(other, approvalId)]);
  expect(await balance(lineId)).toMatchObject({ earmarkCents: 4_000_000, availableCents: 14_000_000 });
  // The same notice once more has nothing left to change.
  expect((await step(finance, id, 'binding_notice', 14_000_000, 2)).body).toMatchObject({
    approvalId: null,
    authorityCents: 0,
  });
  expect((await balance(lineId))['earmarkCents']).toBe(4_000_000);
});

test('Money received at the same moment is not added twice; the later one looks again', async () => {
  const { id } = await grant();
  const answers = await Promise.all([finance, second].map((client) => step(client, id, 'receipt', 3_000_000)));
  expect(answers.map(({ body }) => body.code ?? 'done').sort()).toEqual(['VERSION_STALE', 'done']);
  expect((await show(id)).receivedCents).toBe(3_000_000);
});

test('A refund takes authority back, and no more is paid back than came in', async () => {
  const { id, lineId } = await grant();
  await approve(second, (await step(finance, id, 'binding_notice', 14_000_000)).body.approvalId);
  await step(finance, id, 'receipt', 14_000_000, 2);
  expect((await step(finance, id, 'refund', 14_000_001, 3)).body).toMatchObject({
    code: 'EARMARK_REFUND_EXCEEDED',
    receivedCents: 14_000_000,
  });
  const refund = await step(finance, id, 'refund', 1_500_000, 3);
  await approve(second, refund.body.approvalId);
  expect(await balance(lineId)).toMatchObject({ earmarkCents: 2_500_000, availableCents: 12_500_000 });
});

test('A grant for several lines is spread as planned, to the cent', async () => {
  const lineIds = await Promise.all(
    ['a', 'b', 'c'].map((letter) =>
      addLine(app, city, { number: `5S.2999${letter}`, appropriationCents: 100, unitId: city.units.school }),
    ),
  );
  const { id } = await grant({ plannedCents: 300, lines: lineIds.map((lineId) => ({ lineId, plannedCents: 100 })) });
  await approve(second, (await step(finance, id, 'binding_notice', 400)).body.approvalId);
  const raised = await Promise.all(lineIds.map(async (lineId) => (await balance(lineId))['earmarkCents']));
  expect(raised).toEqual([34, 33, 33]);
  expect((await finance.get('/api/v1/budget/reconciliation?fiscalYear=2026')).body.differenceCents ?? 0).toBe(0);
});

describe('R8 a grant that runs over several budget years', () => {
  const over = async (years: readonly (readonly [number, number])[], more: object = {}): Promise<Answer> => {
    const number = `ZW-${++made}`;
    const lineIds = await Promise.all(
      ['a', 'b'].map((letter) =>
        addLine(app, city, { number: `5S.31${made}${letter}`, appropriationCents: 100, unitId: city.units.school }),
      ),
    );
    return finance.post(EARMARKS, {
      ...{ number, giver: 'Land', purpose: 'Schulnetze in drei Jahren', fiscalYear: 2026, plannedCents: 100_000 },
      lines: lineIds.map((lineId, at) => ({ lineId, plannedCents: at === 0 ? 66_667 : 33_333 })),
      years: years.map(([fiscalYear, plannedCents]) => ({ fiscalYear, plannedCents })),
      ...{ lowersWithRevenue: false, proofDueOn: '2029-03-31', ...more },
    });
  };

  beforeAll(async () => {
    for (const year of [2027, 2028]) await openYear(app, city, year);
  });

  test('R8 each year has its share, the shares and the lines’ parts sum exactly, the proof is due once', async () => {
    const { status, body } = await over([
      [2026, 33_334],
      [2027, 33_333],
      [2028, 33_333],
    ]);
    expect(status).toBe(201);
    const first = await show(body.id);
    expect(first.years.map(({ fiscalYear, plannedCents }) => [fiscalYear, plannedCents])).toEqual([
      [2026, 33_334],
      [2027, 33_333],
      [2028, 33_333],
    ]);
    const all = await Promise.all(first.years.map(({ id }) => show(id)));
    for (const [at, planned] of [66_667, 33_333].entries()) {
      expect(all.reduce((sum, { lines }) => sum + (lines[at]?.plannedCents ?? 0), 0)).toBe(planned);
    }
    expect(all.map(({ proofDueOn }) => proofDueOn)).toEqual([null, null, '2029-03-31']);
    expect(all.map(({ number }) => number)).toEqual([first.number, first.number, first.number]);

    // A notice for 2027 raises 2027 and nothing else.
    const noticed = await step(finance, first.years[1]?.id ?? '', 'binding_notice', 43_333);
    expect((await approve(second, noticed.body.approvalId)).status).toBe(200);
    expect((await show(body.id)).years.map(({ authorityCents }) => authorityCents)).toEqual([0, 10_000, 0]);
  });

  test('a cent too little, a gap or a year that the city does not have is refused, and nothing is stored', async () => {
    const short = await over([
      [2026, 50_000],
      [2027, 49_999],
    ]);
    expect(short.body).toMatchObject({ code: 'EARMARK_YEARS_SUM', plannedCents: 100_000, sharesCents: 99_999 });
    const gap = await over([
      [2026, 50_000],
      [2028, 50_000],
    ]);
    expect(gap.body.code).toBe('EARMARK_YEARS');
    const unknown = await over([
      [2026, 0],
      [2027, 0],
      [2028, 0],
      [2029, 100_000],
    ]);
    expect(unknown.body).toMatchObject({ code: 'YEAR_UNKNOWN', fiscalYear: 2029 });
    const { rows } = (await finance.get(`${EARMARKS}?fiscalYear=2026&limit=100`)).body;
    expect(rows.filter(({ purpose }: { purpose: string }) => purpose === 'Schulnetze in drei Jahren')).toHaveLength(1);
  });

  test('a grant of one year stands alone', async () => {
    expect((await show((await grant()).id)).years).toEqual([]);
  });
});

test('The proof of use is due in 88 days: named, submitted, accepted, no longer watched', async () => {
  const { id } = await grant({ proofDueOn: '2027-01-01' });
  const totals = async () => (await finance.get(`${EARMARKS}?fiscalYear=2026&limit=100`)).body.totals;
  const before = await totals();
  expect(await show(id)).toMatchObject({ proofDeadline: 'soon', proofState: 'open' });
  expect((await step(finance, id, 'proof_accepted', undefined)).body.code).toBe('EARMARK_PROOF_STEP');
  expect((await step(finance, id, 'proof_submitted', undefined)).status).toBe(200);
  expect((await step(finance, id, 'proof_accepted', undefined, 2)).status).toBe(200);
  expect(await show(id)).toMatchObject({ proofDeadline: 'none', proofState: 'accepted' });
  expect((await totals()).proofsDue).toBe(before.proofsDue - 1);
});

test('A head registers for lines of the own unit, and finance confirms what changes the authority', async () => {
  const own = await addLine(app, city, { number: '5S.280001', unitId: city.units.schoolDivision });
  const foreign = await addLine(app, city, { number: '5S.280002', unitId: city.units.parks });
  const body = (lineId: string, number: string): object => ({
    number,
    giver: 'Bund',
    purpose: 'DigitalPakt',
    fiscalYear: 2026,
    plannedCents: 0,
    lines: [{ lineId, plannedCents: 0 }],
    lowersWithRevenue: false,
  });
  expect((await head.post(EARMARKS, body(foreign, 'H-1'))).status).toBe(404);
  const { id } = (await head.post(EARMARKS, body(own, 'H-2'))).body;
  const noticed = await step(head, id, 'binding_notice', 5_000_000);
  expect(noticed.body).toMatchObject({ approvalId: expect.any(String), authorityCents: 5_000_000 });
  expect((await approve(finance, noticed.body.approvalId)).status).toBe(200);
  expect((await balance(own))['earmarkCents']).toBe(5_000_000);
  const parksHead = await loginAs(app, 'other_head');
  expect((await parksHead.get(`${EARMARKS}/${id}`)).status).toBe(404);
  expect(
    (
      await parksHead.post(`${EARMARKS}/${id}/steps`, {
        step: 'receipt',
        amountCents: 1,
        happenedOn: '2026-10-05',
        version: 2,
      })
    ).status,
  ).toBe(404);
  expect(
    (await head.get(`${EARMARKS}?fiscalYear=2026`)).body.rows.map((row: { number: string }) => row.number),
  ).toContain('H-2');
});

test('Money goes out on expense lines and comes in on revenue lines; numbers are unique, another city sees nothing', async () => {
  const expense = await addLine(app, city, { number: '5S.270001', unitId: city.units.school });
  const revenue = await addLine(app, city, { number: '5S.270002', direction: 'revenue', account: '314100' });
  const body = (extra: object): object => ({
    number: 'ZW-REGEL',
    giver: 'Land',
    purpose: 'Regeln',
    fiscalYear: 2026,
    plannedCents: 1,
    lines: [{ lineId: expense, plannedCents: 1 }],
    lowersWithRevenue: false,
    ...extra,
  });
  const code = async (extra: object): Promise<string> => (await finance.post(EARMARKS, body(extra))).body.code;
  expect(await code({ lines: [] })).toBe('EARMARK_LINES_NEEDED');
  expect(await code({ lines: [{ lineId: revenue, plannedCents: 1 }] })).toBe('EARMARK_LINE_UNFIT');
  expect(await code({ revenueLineId: expense })).toBe('EARMARK_REVENUE_UNFIT');
  expect(await code({ fiscalYear: 2035 })).toBe('YEAR_UNKNOWN');
  const { id } = (await finance.post(EARMARKS, body({ revenueLineId: revenue }))).body;
  expect(await code({})).toBe('NUMBER_TAKEN');
  expect(await show(id)).toMatchObject({ revenueLine: { lineId: revenue, openCents: 0 } });
  expect((await step(finance, id, 'receipt', 0)).body.code).toBe('AMOUNT_ZERO');
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await neighbour.get(`${EARMARKS}/${id}`)).status).toBe(404);
});
