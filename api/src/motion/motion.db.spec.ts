import { randomUUID } from 'node:crypto';
import type { MotionRow, Reading } from '@etatlotse/contracts/council/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs, seatOn } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { readPdf } from '../../test/pdf-text';
import { startTestApp, type TestApp } from '../../test/test-app';

/** The reading of the budget 2027 in the finance committee: set up, motions in, released, voted, closed. */
const PLANS = '/api/v1/planning/plan-versions';
const READINGS = '/api/v1/council/readings';
let app: TestApp;
let city: City;
let finance: HttpClient;
let office: HttpClient;
let member: HttpClient;
let core: string;
let fees: string;
let server: string;
let income: string;
let bodyId: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, office, member] = await Promise.all([
    loginAs(app, 'finance'),
    loginAs(app, 'council_office'),
    loginAs(app, 'committee'),
  ]);
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  [core = '', fees = '', server = '', income = ''] = await plantLines(app, city, [
    { number: '1.01' },
    { number: '1.02', frame: 'FEES' },
    { number: '2.01', account: '783125', direction: 'payment', sphere: 'investing' },
    { number: '3.01', account: '331100', direction: 'revenue', frame: null },
  ]);
  const ceiling = { ceilingCents: 360_000_000, source: 'Eckwerte', reason: 'Beschluss', version: 0 };
  await finance.put('/api/v1/planning/frames/CORE/2027', ceiling);
  const body = { kind: 'committee', name: 'Finanzausschuss', paperLeadDays: 14, isForBudget: true };
  bodyId = (await office.post('/api/v1/council/bodies', body)).body.id;
  await seatOn(app, city, bodyId);
});
afterAll(() => app.stop());

type Cell = readonly [string, number, number, 'cover'?];
const columns = (cells: readonly Cell[]) => ({
  lineIds: cells.map(([lineId]) => lineId),
  fiscalYears: cells.map(([, year]) => year),
  amountCents: cells.map(([, , amountCents]) => amountCents),
});

let plans = 0;
/** A plan of 2027 with 3,500,000 on the core line, introduced. */
async function introduced(): Promise<string> {
  const name = `Haushalt 2027 (${++plans})`;
  const { id } = (await finance.post(PLANS, { name, kind: 'budget', firstYear: 2027, isTwoYears: false })).body;
  const cells: Cell[] = [
    [core, 2027, 350_000_000],
    [core, 2028, 350_000_000],
    [fees, 2027, 1_000_000],
    [server, 2027, 20_000_000],
    [income, 2027, 5_000_000],
  ];
  await finance.put(`${PLANS}/${id}/amounts`, { ...columns(cells), unknownFrameReason: 'Eckwerte folgen' });
  const { version } = (await finance.get(`${PLANS}/${id}`)).body;
  expect((await finance.post(`${PLANS}/${id}/steps`, { step: 'introduce', version })).status).toBe(200);
  return id;
}

const FIRST_DAY = Date.UTC(2026, 2, 1);
let days = 0;
/** A meeting that has been held, on a day of its own. */
async function meeting(day = new Date(FIRST_DAY + ++days * 86_400_000).toISOString().slice(0, 10)): Promise<string> {
  return (await office.post('/api/v1/council/meetings', { bodyId, days: [day] })).body.ids[0];
}

async function setUp(planVersionId: string, meetingId?: string): Promise<string> {
  const made = await office.post(READINGS, { planVersionId, meetingId: meetingId ?? (await meeting()) });
  expect(made).toMatchObject({ status: 201, body: { state: 'preparing', version: 1 } });
  return made.body.id;
}

const readingOf = async (id: string, by = finance): Promise<Reading> => (await by.get(`${READINGS}/${id}`)).body;
const motionIn = async (id: string, code: string): Promise<MotionRow> => {
  const found = (await readingOf(id)).rows.find((row) => row.code === code);
  if (found === undefined) throw new Error(`No motion ${code}.`);
  return found;
};
const bring = (id: string, code: string, cells: readonly Cell[], more: object = {}, by = office): Promise<Answer> =>
  by.post(`${READINGS}/${id}/motions`, { ...motion(code, cells), ...more });
const motion = (code: string, cells: readonly Cell[]) => ({
  mover: 'group',
  origin: 'Fraktion Rot',
  code,
  title: `Antrag ${code}`,
  ...columns(cells),
  isCover: cells.map(([, , , mark]) => mark === 'cover'),
  excludes: [],
});
const release = async (id: string) =>
  office.post(`${READINGS}/${id}/release`, { version: (await readingOf(id)).version });
const vote = async (id: string, code: string, result: string, more: object = {}, by = office) => {
  const { id: motionId, version } = await motionIn(id, code);
  return by.put(`${READINGS}/${id}/motions/${motionId}/vote`, { version, result, ...more });
};
const close = async (id: string, more: object = {}, key: string = randomUUID()) => {
  const { version, plan } = await readingOf(id);
  const body = { version, planVersion: plan.version, ...more };
  return office.post(`${READINGS}/${id}/close`, body, { 'idempotency-key': key });
};
async function amounts(planId: string, year = 2027): Promise<unknown> {
  const { years, amountCents } = (await finance.get(`${PLANS}/${planId}/amounts`)).body;
  return amountCents[years.indexOf(year)];
}

describe('T22 the adopted version is built by the votes', () => {
  let plan: string;
  let id: string;

  test('motions of groups and of the administration come in, with cover and with posts', async () => {
    plan = await introduced();
    id = await setUp(plan);
    const admin = { mover: 'administration', origin: 'Fachbereich 10' };
    const brought = [
      await bring(id, '', [[core, 2027, -5_000_000]], admin),
      await bring(id, 'FWE197', [[core, 2027, 10_000_000]]),
      await bring(
        id,
        'FWE198',
        [
          [core, 2027, 8_000_000],
          [income, 2027, 7_999_999, 'cover'],
        ],
        { coverNote: 'Mehr aus dem Land', unitId: city.units.school, fteHundredths: 50 },
      ),
      await bring(id, 'FU12', [], { title: 'Prüfauftrag Open Source' }, finance),
    ];
    expect(brought.map(({ status, body }) => [status, body.result])).toEqual(
      Array.from({ length: 4 }, () => [201, 'open']),
    );
    const reading = await readingOf(id);
    expect(reading.rows.map(({ place, code }) => [place, code])).toEqual([
      [1, ''],
      [2, 'FWE197'],
      [3, 'FWE198'],
      [4, 'FU12'],
    ]);
    expect(reading.draft.cells).toContainEqual({
      lineId: income,
      fiscalYear: 2027,
      plannedCents: 5_000_000,
      boundCents: 0,
    });
    expect(reading.draft.units).toEqual([
      { id: city.units.school, code: '40', name: 'Fachbereich Schule', plannedFte: 0 },
    ]);
    expect(await amounts(plan)).toEqual([350_000_000, 1_000_000, 20_000_000, 5_000_000]);
  });

  test('the committee sees nothing of a reading that is being prepared, and reads it once it is released', async () => {
    expect((await member.get(`${READINGS}/${id}`)).status).toBe(404);
    expect((await member.get(READINGS)).body.rows).toEqual([]);
    expect((await vote(id, 'FWE197', 'rejected')).body.code).toBe('READING_NOT_RELEASED');
    expect((await release(id)).body).toMatchObject({ state: 'released' });
    expect((await release(id)).body.code).toBe('READING_RELEASED');
    expect(await readingOf(id, member)).toMatchObject({ id, mayWrite: false, state: 'released' });
    expect((await bring(id, 'FWE1', [[core, 2027, 1]], {}, member)).status).toBe(403);
    expect((await vote(id, 'FWE197', 'adopted', {}, member)).status).toBe(403);
  });

  test('votes are recorded with their count; a mistake is replaced, and without every vote nothing is closed', async () => {
    expect((await vote(id, '', 'adopted')).status).toBe(200);
    expect((await vote(id, 'FWE197', 'adopted', { counts: { yes: 6, no: 6, abstained: 0 } })).body.code).toBe(
      'VOTE_COUNTS',
    );
    expect((await vote(id, 'FWE197', 'adopted')).status).toBe(200);
    expect((await vote(id, 'FWE197', 'rejected', { counts: { yes: 6, no: 6, abstained: 1 } })).status).toBe(200);
    expect((await vote(id, 'FWE198', 'adopted', { counts: { yes: 8, no: 5, abstained: 0 } })).status).toBe(200);
    expect(await close(id)).toMatchObject({ status: 409, body: { code: 'READING_VOTES_OPEN', count: 1 } });
    expect((await vote(id, 'FU12', 'referred')).status).toBe(200);
    expect(await amounts(plan)).toEqual([350_000_000, 1_000_000, 20_000_000, 5_000_000]);
  });

  test('T22 closed: 3,500,000 - 50,000 + 80,000 = 3,530,000, to the cent, each step dated with committee and result', async () => {
    const key = randomUUID();
    const seen = await readingOf(id);
    const closed = await close(id, {}, key);
    expect(closed).toMatchObject({ status: 201, body: { state: 'closed' } });
    const again = await close(id, { version: seen.version, planVersion: seen.plan.version }, key);
    expect([again.status, again.body]).toEqual([201, closed.body]);
    expect(await amounts(plan)).toEqual([353_000_000, 1_000_000, 20_000_000, 12_999_999]);
    const { rows, openCount } = (await finance.get(`${PLANS}/${plan}/changes`)).body;
    expect(openCount).toBe(0);
    expect(
      rows.map(({ kind, code, result, committee, decidedOn }: Record<string, unknown>) => [
        kind,
        code,
        result,
        committee,
        decidedOn,
      ]),
    ).toEqual([
      ['administration', '', 'accepted', 'Finanzausschuss', seen.meeting.heldOn],
      ['motion', 'FWE197', 'rejected', 'Finanzausschuss', seen.meeting.heldOn],
      ['motion', 'FWE198', 'accepted', 'Finanzausschuss', seen.meeting.heldOn],
    ]);
  });

  test('a closed reading keeps its draft and takes neither motion nor vote, not even from the owner of the database', async () => {
    const reading = await readingOf(id, member);
    expect(reading.draft.cells.find(({ lineId }) => lineId === core)).toMatchObject({ plannedCents: 350_000_000 });
    expect((await bring(id, 'FWE300', [[core, 2027, 1]])).body.code).toBe('READING_CLOSED');
    expect((await vote(id, 'FWE197', 'adopted')).body.code).toBe('READING_CLOSED');
    expect((await close(id)).body.code).toBe('READING_CLOSED');
    const forge = (sql: string) => asOwner(app, (owner) => owner.query(sql, [id]));
    await expect(forge(`UPDATE motion SET result = 'adopted' WHERE reading_id = $1`)).rejects.toThrow('are final');
    await expect(forge(`UPDATE budget_reading SET draft = '{}' WHERE reading_id = $1`)).rejects.toThrow('is final');
  });

  test('the voting list and the file say what was decided', async () => {
    const csv = (await member.get(`${READINGS}/${id}/motions.csv`)).body;
    expect(csv).toContain(
      'FWE198;Antrag;Fraktion Rot;Antrag FWE198;;Mehr aus dem Land;3.01;Zeile 3.01;Ertrag;2027;79999,99;ja',
    );
    expect(csv).toContain('"2027 Ergebnis: es fehlen 0,01";angenommen;8;5;0');
    const answer = await fetch(`${app.url}${READINGS}/${id}/voting-list.pdf`, { headers: member.headers });
    const text = readPdf(Buffer.from(await answer.arrayBuffer())).pages.join('\n');
    for (const part of [
      'Abstimmungsliste',
      'FWE197',
      'abgelehnt',
      'verwiesen',
      '3.460.000,00',
      'Stellen Fachbereich Schule',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('what cannot be', () => {
  let plan: string;
  let id: string;
  beforeAll(async () => {
    plan = await introduced();
    id = await setUp(plan);
    await release(id);
  });

  test('a plan that is no longer introduced, a meeting that is none, the same reading twice', async () => {
    const draft = await finance.post(PLANS, { name: 'Entwurf', kind: 'budget', firstYear: 2027, isTwoYears: false });
    const refused = async (planVersionId: string, meetingId: string) =>
      (await office.post(READINGS, { planVersionId, meetingId })).body.code;
    expect(await refused(draft.body.id, await meeting())).toBe('READING_PLAN_STATE');
    expect(await refused(plan, randomUUID())).toBe('READING_MEETING');
    expect(await refused(randomUUID(), await meeting())).toBe('NOT_FOUND');
    expect(await refused(plan, (await readingOf(id)).meeting.id)).toBe('READING_TWICE');
  });

  test('motions with an amount of 0, an unknown line, a line of another city, or a number twice', async () => {
    const neighbour = await createOtherCity(app);
    const [theirs = ''] = await plantLines(app, neighbour, [{ number: '9.01' }]);
    expect((await bring(id, 'A1', [[core, 2027, 100]])).status).toBe(201);
    const cases: [string, Promise<Answer>][] = [
      ['CHANGE_AMOUNTS', bring(id, 'A2', [[core, 2027, 0]])],
      ['PLAN_LINES_UNKNOWN', bring(id, 'A2', [[randomUUID(), 2027, 1]])],
      ['PLAN_LINES_UNKNOWN', bring(id, 'A2', [[theirs, 2027, 1]])],
      ['CHANGE_CODE_TAKEN', bring(id, 'A1', [[core, 2027, 1]])],
      ['CHANGE_CODE', bring(id, '', [[core, 2027, 1]])],
      ['CHANGE_YEAR_OUTSIDE', bring(id, 'A2', [[core, 2040, 1]])],
      ['MOTION_ONLY_COVER', bring(id, 'A2', [[core, 2027, -1, 'cover']])],
      ['MOTION_UNIT', bring(id, 'A2', [], { unitId: neighbour.units.school, fteHundredths: 100 })],
      ['MOTION_EXCLUDES', bring(id, 'A2', [], { excludes: [randomUUID()] })],
      ['LIST_INVALID', bring(id, 'A2', [[core, 2027, 1]], { isCover: [] })],
    ];
    for (const [code, sent] of cases) expect([code, (await sent).body.code]).toEqual([code, code]);
    const huge = await bring(id, 'A2', [[core, 2027, 0.5]]);
    expect(huge.status).toBe(422);
    const stranger = await loginAs(app, 'finance', neighbour);
    expect((await stranger.get(`${READINGS}/${id}`)).status).toBe(404);
  });

  test('two people vote at once: one of them is told; voting twice is refused', async () => {
    const { id: motionId, version } = await motionIn(id, 'A1');
    const at = `${READINGS}/${id}/motions/${motionId}/vote`;
    const both = await Promise.all([
      office.put(at, { version, result: 'adopted' }),
      finance.put(at, { version, result: 'rejected' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('VERSION_STALE');
    const { result } = await motionIn(id, 'A1');
    expect((await vote(id, 'A1', result)).body.code).toBe('VOTE_SAME');
    const decided = await motionIn(id, 'A1');
    const changed = { ...motion('A1', []), version: decided.version };
    expect((await office.put(`${READINGS}/${id}/motions/${motionId}`, changed)).body.code).toBe('MOTION_DECIDED');
    expect((await vote(id, 'A1', 'open')).status).toBe(200);
    const open = await motionIn(id, 'A1');
    expect(open).toMatchObject({ result: 'open', votedAt: null });
    const stale = await office.put(`${READINGS}/${id}/motions/${motionId}`, changed);
    expect(stale.body.code).toBe('VERSION_STALE');
    const gone = await office.delete(`${READINGS}/${id}/motions/${motionId}?version=${open.version}`);
    expect(gone.status).toBe(204);
  });

  test('of motions that exclude each other one is adopted, and settles the other', async () => {
    const first = (await bring(id, 'B1', [[core, 2027, 300]])).body.id;
    await bring(id, 'B2', [[core, 2027, 200]], { excludes: [first] });
    expect((await motionIn(id, 'B1')).excludes).toEqual([(await motionIn(id, 'B2')).id]);
    expect((await vote(id, 'B2', 'overtaken', { overtakenById: first })).body.code).toBe('VOTE_OVERTAKEN_BY');
    await vote(id, 'B1', 'adopted');
    expect((await vote(id, 'B2', 'adopted')).body).toMatchObject({
      code: 'VOTE_EXCLUDED',
      detail: expect.stringContaining('B1'),
    });
    expect((await vote(id, 'B2', 'overtaken', { overtakenById: first })).status).toBe(200);
    expect((await vote(id, 'B1', 'rejected')).body.code).toBe('VOTE_SETTLES_OTHERS');
  });

  test('the order of votes names each motion once, and only as it was seen', async () => {
    const { rows, version } = await readingOf(id);
    const order = (motionIds: string[], seen = version) =>
      office.put(`${READINGS}/${id}/order`, { version: seen, motionIds });
    const turned = rows.map((row) => row.id).reverse();
    expect((await order(turned.slice(1))).body.code).toBe('READING_ORDER');
    expect((await order([...turned.slice(1), turned[1] ?? ''])).body.code).toBe('READING_ORDER');
    expect((await order(turned)).status).toBe(200);
    expect((await order(turned)).body.code).toBe('VERSION_STALE');
    expect((await readingOf(id)).rows.map((row) => row.id)).toEqual(turned);
  });

  test('a line below zero, a stale plan, a meeting to come: nothing is closed, and the plan stays as it is', async () => {
    await bring(id, 'C1', [[fees, 2027, -600_000]]);
    await bring(id, 'C2', [[fees, 2027, -600_000]]);
    await vote(id, 'C1', 'adopted');
    await vote(id, 'C2', 'adopted');
    const negative = await close(id);
    expect(negative).toMatchObject({ status: 409, body: { code: 'READING_NEGATIVE', lineNumber: '1.02' } });
    expect(negative.body.detail).toContain('2.000,00');
    await vote(id, 'C2', 'rejected');
    const { plan: seen } = await readingOf(id);
    expect((await close(id, { planVersion: seen.version - 1 })).body.code).toBe('VERSION_STALE');
    expect((await close(id, { version: 1 })).body.code).toBe('VERSION_STALE');
    expect(await amounts(plan)).toEqual([350_000_000, 1_000_000, 20_000_000, 5_000_000]);
    expect((await close(id)).status).toBe(201);
    expect(await amounts(plan)).toEqual([350_000_300, 400_000, 20_000_000, 5_000_000]);

    const later = await setUp(await introduced(), await meeting('2026-12-01'));
    await bring(later, 'D1', []);
    await release(later);
    await vote(later, 'D1', 'withdrawn');
    expect((await close(later)).body).toMatchObject({ code: 'READING_BEFORE_MEETING', heldOn: '2026-12-01' });
  });

  test('two close at once: the steps are written once', async () => {
    const own = await introduced();
    const twice = await setUp(own);
    await bring(twice, 'E1', [[core, 2027, 100]]);
    await release(twice);
    await vote(twice, 'E1', 'adopted');
    const both = await Promise.all([close(twice), close(twice)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await amounts(own)).toEqual([350_000_100, 1_000_000, 20_000_000, 5_000_000]);
  });

  test('a number that the plan knows already is not voted on again', async () => {
    const again = await setUp(plan);
    expect((await bring(again, 'B1', [])).body.code).toBe('CHANGE_CODE_TAKEN');
    const all: string[] = [];
    for (let cursor = ''; cursor !== 'end';) {
      const page = (await office.get(`${READINGS}?limit=2${cursor}`)).body;
      all.push(...page.rows.map((row: { id: string }) => row.id));
      cursor = page.nextCursor === null ? 'end' : `&cursor=${page.nextCursor}`;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(again);
  });
});
