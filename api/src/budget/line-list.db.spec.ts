import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let other: City;
let finance: HttpClient;
let ids: Readonly<Record<string, string>>;

const lines = `/api/v1/budget/lines`;
const year = `fiscalYear=${BUDGET_YEAR}`;
const numbers = (body: { rows: { number: string }[] }): string[] => body.rows.map(({ number }) => number);

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  await plantYear(app, city);
  await plantYear(app, other);
  ids = await plantBudget(app, city);
  await plantLines(app, other, [{ number: 'N.1', name: 'Nachbarzeile DMS', appropriationCents: 1_00 }]);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

describe('Die Kämmerei blättert in den Haushaltszeilen', () => {
  test('a line shows its components and what is left, to the cent', async () => {
    const { status, body, headers } = await finance.get(`${lines}?${year}&q=dms`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body.rows).toEqual([
      expect.objectContaining({
        id: ids['4S.100210'],
        unitCode: '40',
        adjustedCents: 68_000_000,
        commitmentCents: 21_465_000,
        actualCents: 41_223_746,
        availableCents: 5_311_254,
        overAuthority: false,
        isAuthorityUnknown: false,
      }),
    ]);
  });

  test('pages follow each other without a gap, in every sort and in both directions', async () => {
    for (const sort of [
      'number',
      '-number',
      'name',
      '-name',
      'available',
      '-available',
      'adjusted',
      '-adjusted',
      'actual',
      '-actual',
      'commitment',
      '-commitment',
    ]) {
      const whole = numbers((await finance.get(`${lines}?${year}&sort=${sort}&limit=200`)).body);
      const walked: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { status, body } = await finance.get(
          `${lines}?${year}&sort=${sort}&limit=2&cursor=${cursor}`.replace(/&cursor=$/, ''),
        );
        expect(status).toBe(200);
        walked.push(...numbers(body));
        cursor = body.nextCursor;
      }
      expect(whole).toHaveLength(5);
      expect(walked).toEqual(whole);
    }
  });

  test('each criterion narrows; a list widens; a unit stands for everything below it', async () => {
    const cases: [string, string[]][] = [
      ['frame=any&q=übungs', ['4E.210270']],
      ['q=SCHULNETZ hardware', ['4E.210270']],
      ['q=50 %25', ['4S.100211']],
      ['q=_', []],
      ['frame=none', ['9.001']],
      ['frame=FEES', ['5.001']],
      [`unitId=${city.units.school}`, ['4E.210270', '4S.100210']],
      [`unitId=${city.units.schoolDivision}`, ['4E.210270']],
      ['withoutUnit=true', ['5.001', '9.001']],
      ['product=11.1.20', ['4S.100210']],
      ['accountPrefix=78&accountPrefix=34', ['4E.210270', '9.001']],
      ['direction=revenue', ['9.001']],
      ['sphere=investing', ['4E.210270']],
      ['runOrChange=change', ['4S.100210']],
      ['runOrChange=none', ['4E.210270', '5.001', '9.001']],
      ['overAuthority=true', ['4E.210270']],
      ['ownUnits=true', []],
    ];
    for (const [filter, expected] of cases) {
      const { body } = await finance.get(`${lines}?${year}&${filter}`);
      expect([filter, numbers(body).sort()]).toEqual([filter, expected]);
    }
  });

  test('T26 an unknown authority is said to be unknown, and sums keep the remark', async () => {
    const { body } = await finance.get(`${lines}/grid?${year}`);
    const at = body.columns.number.indexOf('5.001');
    expect([body.columns.isAuthorityUnknown[at], body.columns.overAuthority[at]]).toEqual([true, false]);
    expect(body.totals.unknownFrames).toEqual(['FEES']);
    expect((await finance.get(`${lines}/grid?${year}&frame=CORE`)).body.totals.unknownFrames).toEqual([]);
  });

  test('the grid holds every column of a line, its sums keep the directions apart', async () => {
    const [page, grid] = [await finance.get(`${lines}?${year}`), await finance.get(`${lines}/grid?${year}`)];
    expect(Object.keys(grid.body.columns)).toEqual(Object.keys(page.body.rows[0]));
    expect(grid.body.columns.number).toEqual(numbers(page.body));
    expect(grid.body.isTruncated).toBe(false);
    const { totals } = grid.body;
    expect(totals.lines).toBe(5);
    expect(
      totals.byDirection.map((part: { direction: string; lines: number; balance: { actualCents: number } }) => [
        part.direction,
        part.lines,
        part.balance.actualCents,
      ]),
    ).toEqual([
      ['expense', 3, 41_223_746],
      ['payment', 1, 12_500],
      ['revenue', 1, 450_000],
    ]);
    expect(totals.balance).toMatchObject({
      adjustedCents: 71_654_648,
      actualCents: 41_236_246,
      availableCents: 8_953_402,
    });
    const [ledger] = await asOwner(
      app,
      async (owner) =>
        (
          await owner.query(
            `SELECT sum(amount_cents)::int AS actual FROM movement WHERE tenant_id = $1 AND fiscal_year = 2026 AND kind = 'actual' AND line_id <> $2`,
            [city.tenantId, ids['9.001']],
          )
        ).rows,
    );
    expect(totals.balance.actualCents).toBe(ledger.actual);
  });

  test('an empty view has empty columns and sums of zero', async () => {
    const { body } = await finance.get(`${lines}/grid?${year}&q=gibtesnicht`);
    expect([body.columns.id, body.totals.lines, body.totals.balance.availableCents, body.totals.byDirection]).toEqual([
      [],
      0,
      0,
      [],
    ]);
  });

  test('lines are grouped by any classification, and the groups add up to the whole', async () => {
    for (const groupBy of [
      'frame',
      'unit',
      'product',
      'subBudget',
      'account',
      'accountClass',
      'statementLine',
      'project',
      'costCentre',
      'direction',
      'sphere',
      'runOrChange',
      'serviceClass',
      'networkZone',
    ]) {
      const { status, body } = await finance.get(`${lines}/groups?${year}&groupBy=${groupBy}`);
      expect([groupBy, status]).toEqual([groupBy, 200]);
      const sum = body.groups.reduce(
        (total: number, group: { balance: { availableCents: number } }) => total + group.balance.availableCents,
        0,
      );
      expect([groupBy, sum]).toEqual([groupBy, body.totals.balance.availableCents]);
    }
    const { body } = await finance.get(`${lines}/groups?${year}&groupBy=unit`);
    expect(body.groups.map(({ label, lines: count }: { label: string; lines: number }) => [label, count])).toEqual(
      expect.arrayContaining([
        ['40 Fachbereich Schule', 1],
        ['', 2],
      ]),
    );
  });
});

describe('Was nicht vorgesehen ist, wird abgelehnt', () => {
  test.each([
    'sort=number;select pg_sleep(3)',
    'sort=l.number',
    'sort=available desc',
    'groupBy=frame',
    'frame=CORE%27--',
    'direction=expense%27 OR 1=1',
    'unitId=%27 OR true--',
    'limit=201',
    'limit=-1',
    'cursor=abc',
    `cursor=${Buffer.from('["number","x","nicht-uuid"]').toString('base64url')}`,
    `cursor=${Buffer.from('["-number","x","00000000-0000-0000-0000-000000000000"]').toString('base64url')}`,
    `cursor=${Buffer.from(JSON.stringify(['number', '\u0000', '00000000-0000-0000-0000-000000000000'])).toString('base64url')}`,
    `sort=available&cursor=${Buffer.from('["available",1.5,"00000000-0000-0000-0000-000000000000"]').toString('base64url')}`,
    'overAuthority=ja',
    'nachname=1',
    'accountPrefix=%00',
  ])('%s', async (query) => {
    const { status, body } = await finance.get(`${lines}?${year}&${query}`);
    expect([400, 422]).toContain(status);
    expect(JSON.stringify(body)).not.toMatch(/select|syntax|relation|\bSQL\b.*at/i);
  });

  test.each(["' OR 1=1 --", '"; DROP TABLE note--', '%', '\\', "\\'", '$1', '{}'])(
    'SQL or pattern text %j in the search is only text',
    async (text) => {
      for (const key of [
        'q',
        'product',
        'subBudget',
        'projectKey',
        'costCentre',
        'statementLine',
        'accountPrefix',
        'accountFrame',
      ]) {
        const { status, body } = await finance.get(`${lines}?${year}&${key}=${encodeURIComponent(text)}`);
        expect([key, status]).toEqual([key, 200]);
        expect([key, numbers(body).length]).toEqual([key, key === 'q' && text === '%' ? 1 : 0]);
      }
    },
  );

  test('a group key outside the list', async () => {
    const { status, body } = await finance.get(`${lines}/groups?${year}&groupBy=line_id`);
    expect([status, body.code]).toEqual([422, 'QUERY_INVALID']);
  });
});

describe('Jeder sieht, was ihm gehört', () => {
  test('a clerk and a head see the lines of their department and below, nothing else', async () => {
    for (const who of ['clerk', 'department_head', 'coordinator'] as const) {
      const client = await loginAs(app, who);
      expect(numbers((await client.get(`${lines}?${year}`)).body)).toEqual(['4E.210270', '4S.100210']);
      expect((await client.get(`${lines}/grid?${year}`)).body.totals.lines).toBe(2);
      expect((await client.get(`${lines}?${year}&ownUnits=true`)).body.rows).toHaveLength(2);
      expect((await client.get(`${lines}?${year}&unitId=${city.units.parks}`)).body.rows).toEqual([]);
      expect((await client.get(`${lines}/${ids['4S.100211']}?${year}`)).status).toBe(404);
      expect((await client.get(`${lines}/${ids['5.001']}?${year}`)).status).toBe(404);
      const csv = await client.get(`${lines}.csv?${year}`);
      expect(csv.body.trim().split('\r\n')).toHaveLength(3);
    }
  });

  test('the committee, a reviewer and the administrator see no live line', async () => {
    for (const who of ['committee', 'reviewer', 'admin', 'council_office', 'personnel_office'] as const) {
      const client = await loginAs(app, who);
      for (const path of [
        `${lines}?${year}`,
        `${lines}/grid?${year}`,
        `${lines}/groups?${year}&groupBy=frame`,
        `${lines}.csv?${year}`,
        `${lines}/${ids['5.001']}?${year}`,
      ]) {
        expect([who, path, (await client.get(path)).status]).toEqual([who, path, 403]);
      }
    }
  });

  test('another city sees only its own line; a foreign id is as unknown as any', async () => {
    const foreign = await loginAs(app, 'finance', other);
    expect(numbers((await foreign.get(`${lines}?${year}`)).body)).toEqual(['N.1']);
    expect((await foreign.get(`${lines}/${ids['4S.100210']}?${year}`)).status).toBe(404);
    expect((await foreign.get(`${lines}/${ids['4S.100210']}/history`)).status).toBe(404);
    expect((await foreign.get(`${lines}?${year}&unitId=${city.units.school}`)).body.rows).toEqual([]);
  });
});
