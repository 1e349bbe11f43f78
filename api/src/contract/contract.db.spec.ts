import type { BoundYearsView } from '@etatlotse/contracts/authority/plain';
import type { ContractRow } from '@etatlotse/contracts/contract/plain';
import { addContract, CONTRACTS, contractOf, showContract, stepContract } from '../../test/contracts';
import type { HttpClient } from '../../test/http-client';
import { addLine, openYear, setCeiling } from '../../test/ledger-builder';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { ContractCalendar } from './contract-calendar';

let app: TestApp;
let city: City;
let finance: HttpClient;
let second: HttpClient;
let head: HttpClient;
let schoolLine: string;
let parksLine: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await openYear(app, city, 2027);
  await setCeiling(app, city, 'CORE', 2027, 350_000_000);
  schoolLine = await addLine(app, city, { number: '4S.1', appropriationCents: 0, unitId: city.units.school });
  parksLine = await addLine(app, city, { number: '4S.2', appropriationCents: 0, unitId: city.units.parks });
  await loginAgain();
});
afterAll(() => app.stop());

async function loginAgain(): Promise<void> {
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
  head = await loginAs(app, 'department_head');
}

const rowsOf = async (client: HttpClient, query = ''): Promise<readonly ContractRow[]> =>
  (await client.get(`${CONTRACTS}?fiscalYear=2026${query}`)).body.rows;
const boundIn = async (year: number): Promise<number> => {
  const view: BoundYearsView = (await finance.get('/api/v1/budget/bound-years?fiscalYear=2026')).body;
  const row = view.rows.find(({ frame, fiscalYear }) => frame === 'CORE' && fiscalYear === year);
  return row?.parts.find(({ kind }) => kind === 'contract')?.amountCents ?? -1;
};

describe('Ein Vertrag steht im Register', () => {
  test('T27 the page of an indexed contract shows 120,000 / 123,600 / 127,308 / 131,127.24 / 135,061.06', async () => {
    const id = await addContract(finance, {
      lineId: schoolLine,
      unitId: city.units.school,
      unitPriceMicros: 120_000_000_000,
      indexation: { basisPoints: 300, firstOn: '2027-01-01' },
    });
    const shown = await showContract(finance, id);
    const five = shown.years.slice(0, 5);
    expect(five.map(({ fiscalYear, costCents }) => [fiscalYear, costCents])).toEqual([
      [2026, 12_000_000],
      [2027, 12_360_000],
      [2028, 12_730_800],
      [2029, 13_112_724],
      [2030, 13_506_106],
    ]);
    expect(five.reduce((sum, { costCents }) => sum + costCents, 0)).toBe(63_709_630);
    // The day for 2026 has passed on 5 October: 2027 is bound, and the next one gives back 2028 and what follows.
    expect(shown).toMatchObject({ state: 'running', noticeBy: '2027-09-30', boundUntil: '2027-12-31', mayWrite: true });
    expect(shown.notices[0]?.freed[0]).toEqual({ fiscalYear: 2028, amountCents: 12_730_800 });
    expect(shown.events).toMatchObject([{ kind: 'created', recordedBy: 'Test finance' }]);
    const { totals } = (await finance.get(`${CONTRACTS}?fiscalYear=2026&q=${shown.number}`)).body;
    expect(totals).toMatchObject({
      count: 1,
      years: [
        { fiscalYear: 2026, costCents: 12_000_000, boundCents: 12_000_000 },
        { fiscalYear: 2027, costCents: 12_360_000, boundCents: 12_360_000 },
        { fiscalYear: 2028, costCents: 12_730_800, boundCents: 0 },
        { fiscalYear: 2029 },
        { fiscalYear: 2030 },
      ],
    });
  });

  test('leap 4: what it binds stands in the picture of the bound years, and no euro twice', async () => {
    const before = await boundIn(2027);
    const id = await addContract(finance, { number: 'LV-77', lineId: schoolLine, unitId: city.units.school });
    expect(await boundIn(2027)).toBe(before + 1_200_000);
    // The same contract in the register of obligations binds there.
    const obligation = await finance.post('/api/v1/authority/obligations', {
      lineId: schoolLine,
      reference: 'LV-77',
      subject: 'DMS: Pflege',
      signedOn: '2026-01-01',
      amounts: [{ fiscalYear: 2027, amountCents: 1_200_000 }],
    });
    expect(obligation.status).toBe(201);
    expect(await boundIn(2027)).toBe(before);
    await finance.post(`/api/v1/authority/obligations/${obligation.body.id}/reversal`, { reason: 'steht als Vertrag' });
    expect(await boundIn(2027)).toBe(before + 1_200_000);
    const shown = await showContract(finance, id);
    await stepContract(finance, id, 'end', shown.version, { endsOn: '2026-12-31' });
    expect(await boundIn(2027)).toBe(before);
  });

  test.each<[string, object, number, string]>([
    ['a negative quantity', { quantity: -3 }, 422, 'NUMBER_INVALID'],
    ['no quantity at all', { quantity: 0 }, 422, 'NUMBER_INVALID'],
    ['a fraction of a thousandth of a cent', { unitPriceMicros: 0.5 }, 422, 'NUMBER_INVALID'],
    ['an end before the start', { endsOn: '2025-12-31' }, 409, 'CONTRACT_END_BEFORE_START'],
    [
      'notice longer than the term',
      { notice: { length: 13, unit: 'months', to: 'term_end' } },
      409,
      'CONTRACT_NOTICE_TOO_LONG',
    ],
    ['a line without its network', { kind: 'line' }, 409, 'CONTRACT_ZONE_NEEDED'],
  ])('refuses %s, and nothing is kept', async (_, wish, status, code) => {
    const contract = contractOf({ lineId: schoolLine, unitId: city.units.school, ...wish });
    const answer = await finance.post(CONTRACTS, contract);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await rowsOf(finance, `&q=${String(contract['number'])}`)).toEqual([]);
  });

  test('a refusal names the day as people write it', async () => {
    const answer = await finance.post(
      CONTRACTS,
      contractOf({ lineId: schoolLine, notice: { length: 13, unit: 'months', to: 'term_end' } }),
    );
    expect(answer.body.detail).toContain('spätestens am 30.11.2025');
  });

  test('a number is given once, also when two enter it at the same moment', async () => {
    const contract = contractOf({ lineId: schoolLine, unitId: city.units.school });
    const answers = await Promise.all([finance, second].map((client) => client.post(CONTRACTS, contract)));
    expect(answers.map(({ body }) => body.code ?? 'made').sort()).toEqual(['NUMBER_TAKEN', 'made']);
  });
});

describe('Wer darf was', () => {
  test('a head enters contracts of the own department, sees them, and nobody else does', async () => {
    const id = await addContract(head, { lineId: schoolLine, unitId: city.units.school });
    const number = (await showContract(head, id)).number;
    for (const role of ['clerk', 'coordinator', 'auditor'] as const) {
      const reader = await loginAs(app, role);
      expect(await showContract(reader, id)).toMatchObject({ number, mayWrite: false });
      expect((await reader.post(CONTRACTS, contractOf({ lineId: schoolLine }))).status).toBe(403);
    }
    const others = await loginAs(app, 'other_head');
    expect((await others.get(`${CONTRACTS}/${id}`)).status).toBe(404);
    expect(await rowsOf(others, `&q=${number}`)).toEqual([]);
    const { version } = await showContract(head, id);
    expect((await stepContract(others, id, 'notice', version)).status).toBe(404);
    const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
    expect((await neighbour.get(`${CONTRACTS}/${id}`)).status).toBe(404);
  });

  test('a head enters none for another department, for the whole city, or on a line of others', async () => {
    for (const wish of [
      { lineId: schoolLine, unitId: city.units.parks },
      { lineId: schoolLine },
      { lineId: parksLine, unitId: city.units.school },
    ]) {
      expect((await head.post(CONTRACTS, contractOf(wish))).status).toBe(404);
    }
  });

  test('a contract paid from a line of others is seen without that line', async () => {
    const id = await addContract(finance, { lineId: parksLine, unitId: city.units.school });
    expect((await showContract(head, id)).line).toBeNull();
    const { version, mayWrite } = await showContract(head, id);
    expect(mayWrite).toBe(true);
    // The head may still change it, as long as it stays on that line.
    const { number } = await showContract(head, id);
    const change = contractOf({ number, lineId: parksLine, unitId: city.units.school, subject: 'neu', version });
    expect((await head.put(`${CONTRACTS}/${id}`, change)).status).toBe(200);
  });

  test('documents hang on a contract, and only its unit finds them', async () => {
    const id = await addContract(head, { lineId: schoolLine, unitId: city.units.school });
    const body = new FormData();
    body.append('file', new Blob(['%PDF-1.7\n%EOF'], { type: 'application/pdf' }), 'Vertrag.pdf');
    const place = `subjectType=contract&subjectId=${id}`;
    const attached = await head.send(`/api/v1/budget/documents?${place}`, {
      method: 'POST',
      body,
      headers: { 'idempotency-key': 'contract-document-1' },
    });
    expect(attached.status).toBe(201);
    expect((await finance.get(`/api/v1/budget/documents?${place}`)).body.rows).toMatchObject([
      { fileName: 'Vertrag.pdf' },
    ]);
    const others = await loginAs(app, 'other_head');
    expect((await others.get(`/api/v1/budget/documents?${place}`)).status).toBe(404);
    expect((await others.get(`/api/v1/budget/documents/${attached.body.id}/content`)).status).toBe(404);
  });
});

describe('Ein Vertrag ändert sich', () => {
  test('two editors at the same version: one is kept, the other looks again, nothing is lost', async () => {
    const id = await addContract(finance, { lineId: schoolLine, unitId: city.units.school });
    const { number } = await showContract(finance, id);
    const change = (wish: object): Record<string, unknown> =>
      contractOf({ number, lineId: schoolLine, unitId: city.units.school, version: 1, ...wish });
    const answers = await Promise.all([
      finance.put(`${CONTRACTS}/${id}`, change({ quantity: 2, reason: 'mehr Arbeitsplätze' })),
      second.put(`${CONTRACTS}/${id}`, change({ quantity: 3 })),
    ]);
    expect(answers.map(({ body }) => body.code ?? 'kept').sort()).toEqual(['VERSION_STALE', 'kept']);
    const shown = await showContract(finance, id);
    expect(shown.version).toBe(2);
    expect(shown.years[0]?.costCents).toBe(shown.quantity * 1_200_000);
    expect(shown.events.map(({ kind, changed }) => [kind, changed])).toEqual([
      ['changed', ['quantity']],
      ['created', []],
    ]);
  });

  test('what is sent again unchanged is no change', async () => {
    const steps = [{ validFrom: '2027-01-01', quantity: 2, unitPriceMicros: 5_000_000 }];
    const contract = contractOf({ lineId: schoolLine, steps });
    const id: string = (await finance.post(CONTRACTS, contract)).body.id;
    expect((await finance.put(`${CONTRACTS}/${id}`, { ...contract, version: 1 })).body).toEqual({ id, version: 1 });
    expect((await showContract(finance, id)).steps).toEqual(steps);
  });

  test('notice settles the end, frees the years after it, and can be taken back with a reason', async () => {
    const id = await addContract(finance, { lineId: schoolLine, unitId: city.units.school });
    expect((await stepContract(finance, id, 'notice', 1)).body).toEqual({ id, version: 2 });
    const stopped = await showContract(finance, id);
    expect(stopped).toMatchObject({
      state: 'stopped',
      stopKind: 'notice',
      stopReason: 'Ausschreibung',
      stoppedOn: '2027-12-31',
      boundUntil: '2027-12-31',
      noticeBy: null,
    });
    expect(stopped.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2027]);
    const again = await stepContract(finance, id, 'notice', 2);
    expect(again.body).toMatchObject({ code: 'CONTRACT_STOPPED_ALREADY', stoppedOn: '2027-12-31' });
    const { number } = stopped;
    const change = contractOf({ number, lineId: schoolLine, unitId: city.units.school, version: 2 });
    expect((await finance.put(`${CONTRACTS}/${id}`, change)).body.code).toBe('CONTRACT_STOPPED_ALREADY');
    expect((await stepContract(finance, id, 'withdraw', 2, { reason: 'Verlängert' })).status).toBe(200);
    expect(await showContract(finance, id)).toMatchObject({
      state: 'running',
      stoppedOn: null,
      noticeBy: '2027-09-30',
    });
    expect((await stepContract(finance, id, 'withdraw', 3)).body.code).toBe('CONTRACT_NOTHING_TO_WITHDRAW');
  });

  test('two give notice at the same moment: it is recorded once', async () => {
    const id = await addContract(finance, { lineId: schoolLine, unitId: city.units.school });
    const answers = await Promise.all([finance, second].map((client) => stepContract(client, id, 'notice', 1)));
    expect(answers.map(({ body }) => body.code ?? 'done').sort()).toEqual(['VERSION_STALE', 'done']);
    const { events } = await showContract(finance, id);
    expect(events.map(({ kind }) => kind)).toEqual(['notice', 'created']);
  });

  test('an agreed end needs its day, within the term, and a contract that is over leaves the register', async () => {
    const id = await addContract(finance, { lineId: schoolLine, unitId: city.units.school });
    expect((await stepContract(finance, id, 'end', 1)).body.code).toBe('CONTRACT_END_NEEDED');
    expect((await stepContract(finance, id, 'end', 1, { endsOn: '2025-12-31' })).body.code).toBe(
      'CONTRACT_END_BEFORE_START',
    );
    expect((await stepContract(finance, id, 'end', 1, { endsOn: '2026-06-30' })).status).toBe(200);
    const { number, state, years } = await showContract(finance, id);
    expect([state, years]).toEqual(['ended', [expect.objectContaining({ fiscalYear: 2026, costCents: 600_000 })]]);
    expect(await rowsOf(finance, `&q=${number}`)).toEqual([]);
    expect(await rowsOf(finance, `&q=${number}&withEnded=true`)).toMatchObject([{ state: 'ended' }]);
  });
});

test('when a day for notice passes, the next term is bound without anybody doing anything', async () => {
  const id = await addContract(finance, {
    lineId: schoolLine,
    unitId: city.units.school,
    startsOn: '2025-11-01',
    endsOn: '2026-10-31',
    notice: { length: 2, unit: 'days', to: 'term_end' },
  });
  const before = (await rowsOf(finance, '&noticeWithinDays=30')).find((row) => row.id === id);
  expect(before).toMatchObject({ noticeBy: '2026-10-29', boundUntil: '2026-10-31', isReminded: true });
  app.clock.set(new Date('2026-10-30T08:00:00+01:00'));
  await loginAgain();
  // Until it is reckoned anew the register shows no day that has passed.
  const { number } = await showContract(finance, id);
  expect(await rowsOf(finance, `&q=${number}`)).toMatchObject([{ noticeBy: null }]);
  expect(await app.app.get(ContractCalendar).moveOn()).toBe(1);
  expect(await rowsOf(finance, `&q=${number}`)).toMatchObject([
    { noticeBy: '2027-10-29', boundUntil: '2027-10-31', isReminded: false },
  ]);
  expect(await app.app.get(ContractCalendar).moveOn()).toBe(0);
});
