import type { ContractPage, EndingPage, FeesView, InvoicePage } from '@etatlotse/contracts/contract/plain';
import { addContract, CONTRACTS, showContract, stepContract } from '../../test/contracts';
import type { HttpClient } from '../../test/http-client';
import { addLine, openYear, setCeiling, write } from '../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { deadlinesSql, listSql, totalsSql } from './contract.sql';

let app: TestApp;
let city: City;
let finance: HttpClient;
let line: string;
let feesLine: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await openYear(app, city, 2027);
  await setCeiling(app, city, 'FEES', 2026, null);
  line = await addLine(app, city, { number: '4S.1', appropriationCents: 50_000_000, unitId: city.units.school });
  feesLine = await addLine(app, city, {
    number: '4S.9',
    appropriationCents: 0,
    unitId: city.units.school,
    frame: 'FEES',
  });
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const page = async (query = ''): Promise<ContractPage> =>
  (await finance.get(`${CONTRACTS}?fiscalYear=2026${query}`)).body;
const numbersOf = ({ rows }: { readonly rows: readonly { readonly number: string }[] }): string[] =>
  rows.map(({ number }) => number);

test('the register pages by number and keeps every contract, with the sums of all on each page', async () => {
  for (const number of ['A-3', 'A-1', 'A-2']) {
    await addContract(finance, { number, lineId: line, unitId: city.units.schoolDivision, vendor: 'Blätter AG' });
  }
  const first = await page('&vendor=blätter&limit=2');
  expect(numbersOf(first)).toEqual(['A-1', 'A-2']);
  expect(first.totals).toMatchObject({ count: 3, years: [{ fiscalYear: 2026, costCents: 3_600_000 }, {}, {}, {}, {}] });
  const next = await page(`&vendor=blätter&limit=2&cursor=${first.nextCursor ?? ''}`);
  expect([numbersOf(next), next.nextCursor]).toEqual([['A-3'], null]);
  // A department finds what its divisions have.
  expect(numbersOf(await page(`&vendor=blätter&unitId=${city.units.school}`))).toHaveLength(3);
  expect(numbersOf(await page(`&vendor=blätter&unitId=${city.units.parks}`))).toEqual([]);
  expect(numbersOf(await page('&vendor=blätter&frame=FEES'))).toEqual([]);
  expect(numbersOf(await page('&q=a-2 blätter'))).toEqual(['A-2']);
  expect((await finance.get(`${CONTRACTS}?fiscalYear=2026&cursor=WyJhIiwxXQ`)).status).toBe(422);
});

test('the list of deadlines says what each notice gives back, soonest first', async () => {
  const soon = await addContract(finance, {
    number: 'D-1',
    lineId: line,
    startsOn: '2025-12-01',
    endsOn: '2026-11-30',
    notice: { length: 1, unit: 'months', to: 'term_end' },
  });
  await addContract(finance, { number: 'D-2', lineId: line, startsOn: '2026-02-01', endsOn: '2027-01-31' });
  const calendar = String((await finance.get(`${CONTRACTS}/deadlines.ics?fiscalYear=2026`)).body);
  expect(calendar).toContain(`UID:notice-${soon}-`);
  expect(calendar.split('\r\n').every((row) => Buffer.byteLength(row) <= 75)).toBe(true);
  const answer = (await finance.get(`${CONTRACTS}/deadlines?fiscalYear=2026&withinDays=60`)).body;
  expect(answer.rows).toMatchObject([
    {
      id: soon,
      noticeBy: '2026-10-31',
      endsOn: '2026-11-30',
      isReminded: true,
      freed: [
        { fiscalYear: 2026, amountCents: 100_000 },
        { fiscalYear: 2027, amountCents: 1_200_000 },
        { fiscalYear: 2028 },
        { fiscalYear: 2029 },
        { fiscalYear: 2030 },
      ],
    },
    { number: 'D-2', noticeBy: '2026-10-31', endsOn: '2027-01-31' },
  ]);
  expect(answer.reminded).toBe(2);
  const first = (await finance.get(`${CONTRACTS}/deadlines?fiscalYear=2026&limit=1`)).body;
  const next = (await finance.get(`${CONTRACTS}/deadlines?fiscalYear=2026&limit=1&cursor=${first.nextCursor}`)).body;
  expect([numbersOf(first), numbersOf(next)]).toEqual([['D-1'], ['D-2']]);
});

test('a term that ends is named with its next price, and whether somebody has to decide', async () => {
  await addContract(finance, {
    number: 'E-1',
    lineId: line,
    startsOn: '2025-01-01',
    endsOn: '2027-12-31',
    renewalMonths: undefined,
    notice: undefined,
    indexation: { basisPoints: 1000, firstOn: '2028-01-01' },
  });
  const endings: EndingPage = (await finance.get(`${CONTRACTS}/endings?fiscalYear=2026&limit=100`)).body;
  const row = endings.rows.find(({ number }) => number === 'E-1');
  expect(row).toMatchObject({
    termEndsOn: '2027-12-31',
    renewalMonths: null,
    isStopped: false,
    lastCents: 1_200_000,
    nextCents: 1_320_000,
  });
  expect(endings.totals.undecided).toBe(1);
});

test('R26 the fees of the networks add up to the cent while their frame stays unknown', async () => {
  const lineAt = (site: string, networkZone: string, quantity: number): Promise<string> =>
    addContract(finance, {
      lineId: feesLine,
      unitId: city.units.school,
      kind: 'line',
      metric: 'lines',
      site,
      networkZone,
      quantity,
      unitPriceMicros: 4_995_000,
      pricePeriod: 'month',
      priceBasis: 'net',
      rhythm: 'monthly',
    });
  await lineAt('Grundschule Altstadt', 'education', 1);
  await lineAt('Grundschule Am Ring', 'education', 2);
  const phone = await lineAt('Rathaus', 'telephony', 400);
  const fees: FeesView = (await finance.get(`${CONTRACTS}/fees?fiscalYear=2026`)).body;
  // 4.995 net are 5.94 gross; rounded once at the product: 1 x 5.94, 2 x 11.89, 400 x 2,377.62 a month.
  expect(fees.zones).toMatchObject([
    { networkZone: 'telephony', contracts: 1, sites: 1, years: [{ costCents: 237_762 * 12 }, {}, {}, {}, {}] },
    { networkZone: 'education', contracts: 2, sites: 2, years: [{ costCents: (594 + 1_189) * 12 }, {}, {}, {}, {}] },
  ]);
  expect(fees.totals[0]).toEqual({
    fiscalYear: 2026,
    costCents: (237_762 + 594 + 1_189) * 12,
    ceilingCents: null,
    roomCents: null,
  });
  await setCeiling(app, city, 'FEES', 2027, 3_000_000);
  const known: FeesView = (await finance.get(`${CONTRACTS}/fees?fiscalYear=2026`)).body;
  expect(known.totals[1]).toMatchObject({ ceilingCents: 3_000_000, roomCents: 3_000_000 - 239_545 * 12 });
  expect((await page('&kind=line&networkZone=telephony')).rows).toMatchObject([{ id: phone, site: 'Rathaus' }]);
});

test('invoices against the register: to the cent, and in the running year only too much is a difference', async () => {
  const checked = await addLine(app, city, { number: '4S.5', appropriationCents: 9_000_000 });
  const even = await addLine(app, city, { number: '4S.6', appropriationCents: 9_000_000 });
  await addContract(finance, { lineId: checked });
  await addContract(finance, { lineId: even });
  const pay = (lineId: string, amountCents: number): Promise<void> =>
    write(app, city, [
      { lineId, fiscalYear: 2026, kind: 'actual', amountCents, bookedOn: '2026-02-01', source: 'person' },
    ]);
  await pay(checked, 700_000);
  await pay(even, 1_200_000);
  const read = async (): Promise<InvoicePage> =>
    (await finance.get(`${CONTRACTS}/invoices?fiscalYear=2026&limit=100`)).body;
  const stateOf = ({ rows }: InvoicePage, lineId: string): unknown[] => {
    const row = rows.find((one) => one.line.id === lineId);
    return [row?.expectedCents, row?.actualCents, row?.differenceCents, row?.state];
  };
  const first = await read();
  expect(stateOf(first, checked)).toEqual([1_200_000, 700_000, -500_000, 'open']);
  expect(stateOf(first, even)).toEqual([1_200_000, 1_200_000, 0, 'even']);
  expect([first.totals.differing, first.isYearOver]).toEqual([0, false]);
  await pay(checked, 500_001);
  const second = await read();
  expect(stateOf(second, checked)).toEqual([1_200_000, 1_200_001, 1, 'more']);
  expect(second.totals.differing).toBe(1);
  const clerk = await loginAs(app, 'clerk');
  const seen: InvoicePage = (await clerk.get(`${CONTRACTS}/invoices?fiscalYear=2026&limit=100`)).body;
  expect(seen.rows.map((row) => row.line.number)).toEqual(['4S.1', '4S.9']);
});

test('a contract on a line that pays out of notice is stopped and stays in the list of what ends', async () => {
  const id = await addContract(finance, { number: 'E-2', lineId: line });
  await stepContract(finance, id, 'notice', 1);
  const endings: EndingPage = (await finance.get(`${CONTRACTS}/endings?fiscalYear=2026&limit=100`)).body;
  expect(endings.rows.find(({ number }) => number === 'E-2')).toMatchObject({ isStopped: true });
  expect((await showContract(finance, id)).termEndsOn).toBe('2027-12-31');
});

test('the calendar holds every day for notice, not the first page of them', async () => {
  await asOwner(app, (owner) => owner.query(plantManySql, [city.tenantId, line, 1, 150]));
  const calendar = String((await finance.get(`${CONTRACTS}/deadlines.ics?fiscalYear=2026`)).body);
  expect(calendar.match(/Massen GmbH\\, M-00\d{3}/g)).toHaveLength(150);
});

describe('20,000 contracts', () => {
  beforeAll(async () => {
    await asOwner(app, async (owner) => {
      await owner.query(plantManySql, [city.tenantId, line, 151, 20_000]);
      await owner.query(plantYearsSql, [city.tenantId]);
      await owner.query('ANALYZE contract, contract_year, budget_line');
    });
  });

  const planOf = (sql: string, params: readonly unknown[]): Promise<string> =>
    asOwner(app, async (owner) => {
      await owner.query(`SET row_security = off`);
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [...params]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  const asked = (): unknown[] => [
    city.tenantId,
    null,
    2026,
    '2026-10-05',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    false,
    null,
  ];

  test('a page of the register follows its index: nothing is sorted, nothing is read from the start', async () => {
    const plan = await planOf(listSql, [...asked(), 'M-10000', 51]);
    expect(plan).toContain('Index Scan using contract_tenant_id_number_key');
    expect(plan).not.toContain('Seq Scan on contract ');
    expect(plan).not.toContain('Seq Scan on contract_year');
  });

  test('the sums pass over contracts and years once each', async () => {
    const plan = await planOf(totalsSql, [...asked(), 2030]);
    expect(plan).toContain('Hash Join');
    expect(plan).not.toContain('Nested Loop');
    expect([plan.match(/ on contract c /g), plan.match(/ on contract_year y /g)]).toEqual([
      [' on contract c '],
      [' on contract_year y '],
    ]);
  });

  test('the nearest days for notice follow their index', async () => {
    const params = [city.tenantId, null, '2026-10-05', null, 2026, 2030, null, null, 51];
    const plan = await planOf(deadlinesSql, params);
    expect(plan).toContain('Index Scan using contract_notice');
  });

  test('and the pages say so: first, middle and the sums', async () => {
    const first = await page('&q=M-0');
    expect(first.rows[0]?.number).toBe('M-00001');
    expect(first.totals.count).toBe(9_999);
    expect((await page('&vendor=Massen&limit=1')).totals.years[0]).toMatchObject({ costCents: 20_000 * 1_000 });
  });
});

const plantManySql = `
  INSERT INTO contract (tenant_id, contract_id, number, vendor, subject, kind, line_id, metric, quantity, unit_price_micros,
    price_period, price_basis, vat_basis_points, proration, rhythm, starts_on, ends_on, notice_length, notice_unit, notice_to,
    renewal_months, next_notice_on, bound_until, term_ends_on, reckoned_until, created_at)
  SELECT $1, gen_random_uuid(), 'M-' || lpad(n::text, 5, '0'), 'Massen GmbH', 'Vertrag ' || n, 'licence', $2, 'flat', 1, 10000000,
    'year', 'gross', 0, 'month', 'yearly', '2026-01-01', '2026-12-31', 1, 'months', 'term_end', 12,
    DATE '2026-10-06' + (n % 720), DATE '2026-11-06' + (n % 720), DATE '2026-11-06' + (n % 720), '2026-12-31', now()
  FROM generate_series($3::integer, $4::integer) AS n`;
const plantYearsSql = `
  INSERT INTO contract_year (tenant_id, contract_id, fiscal_year, cost_cents, bound_cents, payment_cents)
  SELECT $1, c.contract_id, year, 1000, 0, 1000 FROM contract c, generate_series(2026, 2034) AS year
  WHERE c.tenant_id = $1 AND c.number LIKE 'M-%'`;
