import { connect } from 'node:net';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { addLine, write } from '../../test/ledger-builder';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { until } from '../../test/until';
import { startTestApp, type TestApp } from '../../test/test-app';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { LineCsv } from './line-csv';

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

describe('Die Seite einer Zeile', () => {
  test('months, years, pool and the proof that balance and movements agree', async () => {
    const { body } = await finance.get(`${lines}/${ids['4S.100210']}?${year}`);
    expect(body).toMatchObject({
      number: '4S.100210',
      unit: { code: '40', name: 'Fachbereich Schule' },
      balance: { adjustedCents: 68_000_000, availableCents: 5_311_254 },
      differenceCents: 0,
      isAuthorityUnknown: false,
      pool: { code: 'DK 10-3', availableCents: 8_955_902, hiddenMembers: 0 },
      version: 1,
      fiscalYear: 2026,
    });
    expect(body.pool.members).toHaveLength(2);
    expect(body.months).toHaveLength(12);
    expect(body.months[1]).toEqual({ month: 2, actualCents: 41_223_746, plannedCents: 5_666_667 });
    expect(body.years.map(({ fiscalYear }: { fiscalYear: number }) => fiscalYear)).toEqual([2025, 2026]);
  });

  test('one cent wrong in the stored balance shows as a difference of 0.01', async () => {
    const shift = (by: number) =>
      asOwner(app, (owner) =>
        owner.query(
          `UPDATE line_balance SET actual_cents = actual_cents + $1 WHERE line_id = $2 AND fiscal_year = 2026`,
          [by, ids['4S.100210']],
        ),
      );
    await shift(1);
    expect((await finance.get(`${lines}/${ids['4S.100210']}?${year}`)).body.differenceCents).toBe(1);
    await shift(-1);
  });

  test('of a pool a head sees the whole sum but only the lines of the own department', async () => {
    const head = await loginAs(app, 'department_head');
    const { body } = await head.get(`${lines}/${ids['4S.100210']}?${year}`);
    expect(body.pool).toMatchObject({ availableCents: 8_955_902, hiddenMembers: 1 });
    expect(body.pool.members.map(({ number }: { number: string }) => number)).toEqual(['4S.100210']);
  });

  test('a line without movements in a year has zeros there; an unknown id is 404, a crooked one 400', async () => {
    expect((await finance.get(`${lines}/${ids['5.001']}?${year}`)).body).toMatchObject({
      isAuthorityUnknown: true,
      differenceCents: 0,
      years: [],
    });
    expect((await finance.get(`${lines}/00000000-0000-0000-0000-000000000000?${year}`)).status).toBe(404);
    expect((await finance.get(`${lines}/abc?${year}`)).status).toBe(400);
  });
});

describe('Die CSV-Datei ist genau diese Ansicht', () => {
  test('German amounts that stay numbers, heads in German, filter and sort as on screen', async () => {
    const answer = await fetch(`${app.url}${lines}.csv?${year}&sort=-available`, { headers: finance.headers });
    const { status, headers } = answer;
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="haushaltszeilen-2026.csv"',
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse(bytes, { delimiter: ';', bom: true, columns: true }) as unknown as Record<string, string>[];
    expect(rows.map((row) => row['Zeile'])).toEqual(
      numbers((await finance.get(`${lines}?${year}&sort=-available`)).body),
    );
    expect(rows.find((row) => row['Zeile'] === '4E.210270')).toMatchObject({
      Rahmen: 'Schulnetze',
      Art: 'Auszahlung',
      'Verfügbar (bei Erträgen: noch offen) in €': '-25,00',
      'Ansatz in €': '100,00',
      Organisationseinheit: '40.1 Abteilung Schulverwaltung',
    });
    expect(rows.find((row) => row['Zeile'] === '5.001')?.['Verfügbar (bei Erträgen: noch offen) in €']).toBe(
      'unbekannt',
    );
  });

  test('F28 no text becomes a formula, whatever a name begins with', async () => {
    const evil = [
      '=1+1',
      '+1+cmd',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '＝1+1',
      '＋1',
      '－1',
      '＠A1',
      '"=1',
      'a;b"c',
      '=HYPERLINK("http://127.0.0.1")',
    ];
    await plantLines(
      app,
      other,
      evil.map((name, at) => ({
        number: `E.${String(at).padStart(2, '0')}`,
        name,
        accountName: name,
        product: name,
        productName: name,
      })),
    );
    const foreign = await loginAs(app, 'finance', other);
    const { body } = await foreign.get(`${lines}.csv?${year}&q=E.`);
    const rows = parse(body, { delimiter: ';', bom: true });
    expect(rows).toHaveLength(evil.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@\t\r＝＋－＠]|^\s*-(?!\d+,\d\d$)/);
    expect(rows.slice(1).map((row) => row[1]?.replace(/^'/, ''))).toEqual(evil);
  });

  test('of a revenue line the column of what is available says what is still to come: planned less received', async () => {
    const lineId = await addLine(app, other, { number: 'ER.1', direction: 'revenue', account: '314100' });
    await write(app, other, [
      { lineId, fiscalYear: 2026, kind: 'appropriation', amountCents: 10_000, bookedOn: '2026-01-01', source: 'plan' },
      { lineId, fiscalYear: 2026, kind: 'lock', amountCents: 1_000, bookedOn: '2026-02-01', source: 'import' },
      { lineId, fiscalYear: 2026, kind: 'actual', amountCents: 3_500, bookedOn: '2026-03-01', source: 'import' },
    ]);
    const foreign = await loginAs(app, 'finance', other);
    const { body } = await foreign.get(`${lines}.csv?${year}&q=ER.1`);
    const [row] = parse(body, { delimiter: ';', bom: true, columns: true }) as unknown as Record<string, string>[];
    expect(row).toMatchObject({
      Art: 'Ertrag',
      'Ist in €': '35,00',
      'Verfügbar (bei Erträgen: noch offen) in €': '65,00',
    });
  });

  test('a wrong filter is refused before the file begins', async () => {
    expect((await finance.get(`${lines}.csv?${year}&sort=zufall`)).body.code).toBe('QUERY_INVALID');
    expect((await finance.get(`${lines}.csv?${year}&filterId=00000000-0000-0000-0000-000000000000`)).body.code).toBe(
      'NOT_FOUND',
    );
  });

  test('F43 one file at a time for a person; the next one may start when it is done', async () => {
    const key = `line-csv ${city.tenantId} ${city.people.finance.id}`;
    await asOwner(app, async (owner) => {
      await owner.query(`SELECT pg_advisory_lock(hashtextextended($1, 0))`, [key]);
      const busy = await finance.get(`${lines}.csv?${year}`);
      expect([busy.status, busy.body.code, busy.headers.get('retry-after')]).toEqual([429, 'EXPORT_RUNNING', '5']);
    });
  });

  test('F43 a file has its end when its turn is given back, so that the next one can be had at once', async () => {
    const { tenantId, people } = city;
    const { id: personId, email } = people.finance;
    const held = { kind: null, unitId: null, unitIds: null, bodyId: null, substituteFor: null, validTo: null };
    const roles = [{ role: 'finance', ...held }] as const;
    const actor = { tenantId, personId, displayName: 'Kämmerei', email, roles };
    const caller: Caller = { tenantId, actor, requestId: '', sessionId: null, expiresAt: new Date(0) };
    const commit = Promise.withResolvers<undefined>();
    const transactions = app.app.get(Transactions);
    const slow: Pick<Transactions, 'run'> = {
      run: (context, work) =>
        transactions.run(context, async (tx) => {
          const result = await work(tx);
          await commit.promise;
          return result;
        }),
    };
    try {
      const file = await new LineCsv(slow as Transactions).open(caller, { fiscalYear: BUDGET_YEAR }, 'de');
      let text = '';
      file.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
      await until(() => Promise.resolve(text.includes('4S.100210')));
      expect((await finance.get(`${lines}.csv?${year}`)).status).toBe(429);
      expect(file.readableEnded).toBe(false);
      commit.resolve(undefined);
      await finished(file);
    } finally {
      commit.resolve(undefined);
    }
    expect((await finance.get(`${lines}.csv?${year}`)).status).toBe(200);
  });

  test('20,001 lines: the grid shows 20,000 and says so, its sums and the file hold all of them', async () => {
    const large = await createCity(app, 'grossstadt', 'Großstadt');
    await plantYear(app, large);
    await asOwner(app, async (owner) => {
      await owner.query(
        `INSERT INTO budget_line (tenant_id, line_id, number, name, account, account_frame, direction, sphere, frame, created_at)
         SELECT $1, gen_random_uuid(), 'G.' || lpad(n::text, 5, '0'), 'Zeile ' || n, '429100', 'NI', 'expense', 'operating', 'CORE', now()
         FROM generate_series(1, 20001) n`,
        [large.tenantId],
      );
      await owner.query(
        `INSERT INTO line_balance (tenant_id, line_id, fiscal_year, appropriation_cents)
         SELECT tenant_id, line_id, 2026, 101 FROM budget_line WHERE tenant_id = $1`,
        [large.tenantId],
      );
    });
    const client = await loginAs(app, 'finance', large);
    const { body } = await client.get(`${lines}/grid?${year}`);
    expect([body.columns.id.length, body.isTruncated]).toEqual([20_000, true]);
    expect(body.totals).toMatchObject({ lines: 20_001, balance: { availableCents: 2_020_101 } });
    const rows = (await client.get(`${lines}.csv?${year}`)).body.trimEnd().split('\r\n');
    expect([rows.length, rows[20_001].split(';')[0]]).toEqual([20_002, 'G.20001']);

    // Somebody opens the file and reads nothing of it: no transaction stays open behind it.
    const stalled = connect(Number(new URL(app.url).port), '127.0.0.1');
    stalled.pause();
    stalled.write(`GET ${lines}.csv?${year} HTTP/1.1\r\nHost: x\r\nCookie: ${client.headers['cookie']}\r\n\r\n`);
    const open = () =>
      asOwner(app, async (owner) => {
        const found = await owner.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'FETCH%' AND state <> 'idle'`,
        );
        return found.rowCount ?? 0;
      });
    await until(async () => (await open()) > 0);
    await until(async () => (await open()) === 0);
    stalled.destroy();
  });
});
