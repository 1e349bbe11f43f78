import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import writeExcelFile from 'write-excel-file/node';
import type { HttpClient } from '../../test/http-client';
import { commit, describeWith, sharedFile, upload, whenAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

const WESEL = sharedFile('data', 'de-wesel-haushalt', 'hhplan2017.csv');
const FREIBURG = sharedFile(
  'data',
  'de-freiburg-ergebnishaushalt',
  'de-bw-freiburg-ergebnishaushalt_ordentliche_ertraegeaufwendungen_ohne_aktivierte_eigenleistunge_doppelhaushalt_20172018.csv',
);
const RESULT_PLAN = 'band1_p092_PG0115_IT_Management_citeq_Teilergebnisplan_t0.csv';
const FINANCE_PLAN = 'band1_p093_PG0115_IT_Management_citeq_Teilfinanzplan_t0.csv';
const MUENSTER = sharedFile('data', 'de-muenster-stellenplan-it', RESULT_PLAN);

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function cityOf(land: 'NI' | 'NW' | 'BW', slug: string): Promise<{ city: City; finance: HttpClient }> {
  const city = await createCity(app, slug, slug);
  await asOwner(app, (owner) => owner.query(`UPDATE tenant SET land = $2 WHERE tenant_id = $1`, [city.tenantId, land]));
  return { city, finance: await loginAs(app, 'finance', city) };
}

/** Writes the same table with other headers and its columns in another order. */
function rewritten(rows: readonly string[][], names: Readonly<Record<string, string>>, delimiter: string): string {
  const width = rows[0]?.length ?? 0;
  const order = Array.from({ length: width }, (_, at) => (at * 7 + 3) % width);
  expect(new Set(order).size).toBe(width);
  const quoted = (cell: string): string =>
    /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows
    .map((row, at) =>
      order.map((from) => quoted(at === 0 ? (names[row[from] ?? ''] ?? row[from] ?? '') : (row[from] ?? ''))),
    )
    .map((cells) => cells.join(delimiter))
    .join('\r\n');
}

const sums = (run: ImportRun): number[] =>
  (run.preview?.totals ?? []).map(({ sumCents }) => sumCents).sort((a, b) => a - b);
const groups = (run: ImportRun): unknown => run.preview?.groups;

async function previewed(client: HttpClient, content: Buffer, fileName = 'export.csv'): Promise<ImportRun> {
  const { body } = await upload(client, content, { fileName });
  return whenAtRest(client, body.id);
}

describeWith(WESEL, 'Wesel, with other words, shuffled and in another encoding', (wesel) => {
  test('comes in with the same sums, and with the evidence for it', async () => {
    const { finance } = await cityOf('NW', 'wesel-anders');
    const as = await previewed(finance, wesel, 'hhplan2017.csv');
    const rows: string[][] = parse(iconv.decode(wesel, 'windows-1252'), { delimiter: ';', relax_column_count: true });
    const other = rewritten(rows, { Kostenart: 'Konto', Bezeichnung: 'Objekt Text', 'Plan 2017': 'Ansatz 2017' }, '\t');
    const again = await previewed(finance, iconv.encode(other, 'utf-16le', { addBOM: true }), 'export.txt');
    expect(again.preview).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      rows: 5971,
      totalRows: 1,
      questions: [],
    });
    expect(sums(again)).toEqual(sums(as));
    expect(groups(again)).toEqual(groups(as));
    expect(again.preview?.evidence.map(({ aspect }) => aspect)).toEqual(
      expect.arrayContaining(['header', 'columns', 'numbers', 'accounts', 'signs', 'key', 'sums']),
    );
  }, 120_000);
});

describeWith(FREIBURG, 'Freiburg, as a workbook with a title above its table', (freiburg) => {
  test('comes in with the same sums as its CSV', async () => {
    const { finance } = await cityOf('BW', 'freiburg-mappe');
    const as = await previewed(finance, freiburg, 'freiburg.csv');
    const text = as.preview?.encoding === 'utf-8' ? freiburg.toString('utf8') : iconv.decode(freiburg, 'windows-1252');
    const delimiter = as.preview?.delimiter ?? ';';
    const rows: string[][] = parse(text, { delimiter, relax_column_count: true, bom: true });
    const isAmount = (cell: string): boolean => /^-?\d+(?:,\d{1,2})?$/.test(cell);
    const cells = rows.map((row, at) =>
      row.map((cell, column) => ({
        value: at > 0 && column >= 12 && isAmount(cell) ? Number(cell.replace(',', '.')) : cell,
      })),
    );
    const title = [{ value: 'Stadt Freiburg, Ergebnishaushalt 2017/2018' }];
    const sheet = await writeExcelFile([title, [], ...cells], { sheet: 'Ergebnishaushalt' }).toBuffer();
    const again = await previewed(finance, sheet, 'freiburg.xlsx');
    expect(again.preview).toMatchObject({ format: 'xlsx', sheetName: 'Ergebnishaushalt', rows: as.preview?.rows });
    expect([sums(again), groups(again)]).toEqual([sums(as), groups(as)]);
    expect(again.preview?.firstRows[0]).toMatchObject({ row: 1, cells: expect.arrayContaining([title[0]?.value]) });
  }, 60_000);
});

describeWith(MUENSTER, 'Münster, the two tables of its IT', (resultPlan) => {
  let city: City;
  let finance: HttpClient;

  beforeAll(async () => {
    ({ city, finance } = await cityOf('NW', 'muenster'));
  });

  const planned = async (direction: string): Promise<Record<string, number>> => {
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT a.fiscal_year AS year, sum(a.amount_cents) AS cents FROM plan_amount a JOIN budget_line l USING (tenant_id, line_id)
         WHERE a.tenant_id = $1 AND l.direction = $2 GROUP BY 1 HAVING sum(a.amount_cents) <> 0`,
        [city.tenantId, direction],
      ),
    );
    return Object.fromEntries(rows.map(({ year, cents }) => [year, Number(cents)]));
  };

  test('Payments of the finance plan, with a minus behind, are those of the city; its sums are checked, not imported', async () => {
    const content = sharedFile('data', 'de-muenster-stellenplan-it', FINANCE_PLAN) as Buffer;
    const run = await commit(finance, await previewed(finance, content, FINANCE_PLAN));
    expect([run.state, run.preview?.totalRows]).toEqual(['committed', 3]);
    expect(await planned('payment')).toEqual({
      '2025': 3_011_752_000,
      '2026': 484_847_000,
      '2027': 968_990_000,
      '2028': 121_743_000,
    });
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT sum(m.amount_cents) AS cents FROM movement m JOIN budget_line l USING (tenant_id, line_id)
         WHERE m.tenant_id = $1 AND l.direction = 'payment' AND m.fiscal_year = 2024`,
        [city.tenantId],
      ),
    );
    expect(Number(rows[0].cents)).toBe(737_163_557);
  });

  test('The result plan of the same product group stands beside it', async () => {
    const run = await commit(finance, await previewed(finance, resultPlan, RESULT_PLAN));
    expect([run.state, run.preview?.questions]).toEqual(['committed', []]);
    expect(await planned('revenue')).toEqual({ '2025': 57_974_000 });
  });
});

describeWith(WESEL, 'Cities of two Länder in one house', (wesel) => {
  test('Each has the frame of its accounts, and neither sees the other', async () => {
    const nw = await cityOf('NW', 'stadt-nw');
    const ni = await cityOf('NI', 'stadt-ni');
    await commit(nw.finance, await previewed(nw.finance, wesel, 'hhplan2017.csv'));
    const lower =
      'Produkt;Bezeichnung;Sachkonto;Ansatz 2027\n11.1.01;IT-Steuerung;4271001;1.200,00\n11.1.01;IT-Steuerung;3481001;-200,00\n';
    await commit(ni.finance, await previewed(ni.finance, Buffer.from(lower), 'plan.csv'));
    const frames = await asOwner(app, async (owner) => {
      const found = await owner.query(
        `SELECT t.slug, l.account_frame AS frame, count(*)::int AS lines FROM budget_line l JOIN tenant t USING (tenant_id)
         WHERE t.slug IN ('stadt-nw', 'stadt-ni') GROUP BY 1, 2 ORDER BY 1`,
      );
      return found.rows;
    });
    expect(frames).toEqual([
      { slug: 'stadt-ni', frame: 'NI', lines: 2 },
      { slug: 'stadt-nw', frame: 'NW', lines: 5971 },
    ]);
    const seen = await ni.finance.get('/api/v1/imports');
    expect(seen.body.rows.map(({ fileName }: { fileName: string }) => fileName)).toEqual(['plan.csv']);
  }, 120_000);
});

describe('A workbook with a sheet for each part of the budget', () => {
  const heading = ['Sachkonto', 'Bezeichnung', 'Ansatz 2026'].map((value) => ({ value }));
  const line = (account: string, amount: number | string) => [{ value: account }, { value: 'IT' }, { value: amount }];
  const part = (name: string, factor: number) => ({
    data: [heading, line('4271000', 140 * factor), line('3482000', 10.5 * factor), line('4431000', 8 * factor)],
    sheet: name,
  });
  const other = { data: Array.from({ length: 12 }, (_, at) => [{ value: at }, { value: at }]), sheet: 'Kennzahlen' };

  test('comes in as one budget; findings name the sheet, and sheets that were not read are a warning', async () => {
    const { finance } = await cityOf('NI', 'blaetter');
    const second = part('THH 02 Schulen', 2);
    const broken = { ...second, data: [...second.data, line('4291000', 'siehe Anlage')] };
    const book = await writeExcelFile([part('THH 01 Verwaltung', 1), broken, other]).toBuffer();
    const run = await previewed(finance, book, 'Haushalt.xlsx');
    expect(run.preview).toMatchObject({ sheetName: 'THH 01 Verwaltung/THH 02 Schulen', rows: 7, questions: [] });
    expect(run.preview?.findings.byCode.map(({ code, severity }) => [code, severity])).toEqual(
      expect.arrayContaining([
        ['SHEETS_UNREAD', 'warning'],
        ['SHEETS_TOGETHER', 'info'],
      ]),
    );
    const { body } = await finance.get(`/api/v1/imports/${run.id}/errors.csv`);
    const list: string[][] = parse(body, { delimiter: ';', bom: true });
    expect(list[0]?.slice(0, 3)).toEqual(['Blatt', 'Zeile', 'Spalte']);
    expect(list.find(([, , , severity]) => severity === 'Fehler')?.slice(0, 3)).toEqual([
      ...['THH 02 Schulen', '5', 'Ansatz 2026'],
    ]);

    const sound = await writeExcelFile([part('THH 01 Verwaltung', 1), second, other]).toBuffer();
    const done = await commit(finance, await previewed(finance, sound, 'Haushalt.xlsx'));
    expect(done).toMatchObject({ state: 'committed', effects: { linesCreated: 6, planAmounts: 6, planVersions: 1 } });
  }, 60_000);
});

describe('A plan in thousands that does not say so', () => {
  const accounts = ['4211000', '4221000', '4231000', '4271000', '4291000', '4431000'];
  const plan = (year: number, amount: (at: number) => string): Buffer =>
    Buffer.from(
      `Produkt;Sachkonto;Ansatz ${year}\n${accounts.map((account, at) => `111105;${account};${amount(at)}\n`).join('')}`,
    );

  test('is asked about once the lines are known by a plan a thousand times as high, and counts as answered', async () => {
    const { finance } = await cityOf('NI', 'tausend');
    const euros = await previewed(
      finance,
      plan(2026, (at) => `${at + 2}40.500,00`),
      'plan-2026.csv',
    );
    expect(euros.preview?.questions).toEqual([]);
    expect((await commit(finance, euros)).state).toBe('committed');

    const next = await previewed(
      finance,
      plan(2027, (at) => `${at + 2}45,5`),
      'plan-2027.csv',
    );
    expect(next.preview?.questions).toEqual([
      {
        ...{ id: 'UNIT_SUSPECTED', code: 'UNIT_AGAINST_LINES', column: null, options: ['1', '1000', '1000000'] },
        params: { lines: 6, count: 6, largest: '745.5' },
      },
    ]);
    const answer = await finance.put(`/api/v1/imports/${next.id}/mapping`, {
      version: next.version,
      answers: [{ id: 'UNIT_SUSPECTED', value: '1000' }],
    });
    expect(answer.body.preview).toMatchObject({
      questions: [],
      groups: [{ fiscalYear: 2027, totalCents: 297_300_000 }],
    });

    const same = await previewed(
      finance,
      plan(2027, (at) => `${at + 2}45.500,00`),
      'plan-2027-euro.csv',
    );
    expect(same.preview?.questions).toEqual([]);
  }, 60_000);
});

test('A city that has said in which account frame its files speak is not asked', async () => {
  const { city, finance } = await cityOf('NI', 'hessisch');
  const file = Buffer.from('Produkt;Sachkonto;Ansatz 2026\n111105;5482000;10,50\n111105;6161000;140,00\n');
  const asked = await previewed(finance, file, 'plan.csv');
  expect(asked.preview?.questions).toMatchObject([{ code: 'ACCOUNT_FRAME', options: ['HE', 'unclassified'] }]);
  const admin = await loginAs(app, 'admin', city);
  expect((await admin.put('/api/v1/settings', { version: 1, accountFrame: 'HE' })).body.version).toBe(2);
  expect((await admin.put('/api/v1/settings', { version: 2, accountFrame: 'XX' })).status).toBe(422);
  expect((await admin.get('/api/v1/settings')).body).toMatchObject({ accountFrame: 'HE', land: 'NI' });
  const { preview } = await previewed(finance, file, 'plan-neu.csv');
  expect(preview).toMatchObject({ questions: [], mapping: { accountFrame: 'HE' } });
  expect(preview?.evidence.map(({ code }) => code)).toContain('FRAME_BY_CITY');
  expect((await admin.put('/api/v1/settings', { version: 2, accountFrame: null })).body.version).toBe(3);
});

test('Months in every row, or in columns, come into the books as the sum of their year', async () => {
  const { finance } = await cityOf('NI', 'monate');
  const rows = Buffer.from(
    'Produkt;Sachkonto;Monat;Ist\n1;4271000;2025-01;10,00\n1;4271000;2025-02;20,00\n1;4431000;2025-01;5,25\n',
  );
  const columns = Buffer.from(
    'Produkt;Sachkonto;Ist 01/2025;Ist 02/2025;Ist 03/2025;Summe\n2;4271000;10,00;20,00;;30,00\n2;4431000;5,25;;;5,25\n',
  );
  for (const [file, name] of [
    [rows, 'zeilen.csv'],
    [columns, 'spalten.csv'],
  ] as const) {
    const run = await previewed(finance, file, name);
    expect(run.preview).toMatchObject({ questions: [], findings: { errors: 0, warnings: 0 } });
    expect(run.preview?.groups).toMatchObject([{ fiscalYear: 2025, phase: 'actual', totalCents: 3525 }]);
    expect(await commit(finance, run)).toMatchObject({ state: 'committed', effects: { linesCreated: 2 } });
  }
  const plan = await previewed(
    finance,
    Buffer.from(rows.toString().replaceAll('2025-', '2027-').replace('Ist', 'Plan')),
  );
  expect(plan.preview).toMatchObject({
    questions: [],
    plan: { firstYear: 2027 },
    groups: [{ phase: 'plan', totalCents: 3525 }],
  });
  expect(await commit(finance, plan)).toMatchObject({
    state: 'committed',
    effects: { linesCreated: 0, planAmounts: 2 },
  });
  const { body } = await finance.get('/api/v1/budget/lines?fiscalYear=2025');
  const actuals = body.rows.map((line: { number: string; actualCents: number }) => [line.number, line.actualCents]);
  expect(actuals.sort()).toEqual([
    ...[
      ['1|4271000', 3000],
      ['1|4431000', 525],
      ['2|4271000', 3000],
      ['2|4431000', 525],
    ],
  ]);
}, 60_000);

test('A cross table makes the lines of each office, and an account sheet is booked against them', async () => {
  const { city, finance } = await cityOf('NI', 'kreuztabelle');
  const plan = await previewed(
    finance,
    Buffer.from(
      'Haushaltsplan 2026;;;;\nSachkonto;Bezeichnung;Amt 10 - Hauptamt;Amt 20 - Kämmerei;Summe\n' +
        '4271000;Software;1.000,50;2.000,00;3.000,50\n4431000;Geschäft;;30,00;30,00\n',
    ),
    'kreuz.csv',
  );
  expect(plan.preview).toMatchObject({ questions: [], findings: { errors: 0, warnings: 0 } });
  expect(await commit(finance, plan)).toMatchObject({
    state: 'committed',
    effects: { linesCreated: 3, planAmounts: 3, unitsCreated: 2 },
  });
  const units = await asOwner(app, (owner) =>
    owner.query(
      `SELECT l.number, u.name FROM budget_line l JOIN org_unit u USING (tenant_id, unit_id) WHERE l.tenant_id = $1 ORDER BY 1`,
      [city.tenantId],
    ),
  );
  expect(units.rows.map(({ number, name }) => [number, name])).toEqual([
    ['10|4271000', 'Hauptamt'],
    ['20|4271000', 'Kämmerei'],
    ['20|4431000', 'Kämmerei'],
  ]);

  const sheet = await previewed(
    finance,
    Buffer.from(
      'Kontoblatt;;;\nAmt: 10 / Sachkonto: 4271000 Software;;;\nBuchungsdatum;Beleg;Soll;Haben\n04.01.2026;1;500,00;\n' +
        'Amt: 20 / Sachkonto: 4431000 Geschäft;;;\nBuchungsdatum;Beleg;Soll;Haben\n05.01.2026;2;12,00;\n06.01.2026;3;;2,00\n',
    ),
    'kontoblatt.csv',
  );
  expect(sheet.preview).toMatchObject({ questions: [], findings: { errors: 0 }, mapping: { kind: 'bookings' } });
  expect((await commit(finance, sheet)).state).toBe('committed');
  const { body } = await finance.get('/api/v1/budget/lines?fiscalYear=2026');
  const actuals = body.rows.map((line: { number: string; actualCents: number }) => [line.number, line.actualCents]);
  expect(actuals.sort()).toEqual([
    ['10|4271000', 50_000],
    ['20|4271000', 0],
    ['20|4431000', 1000],
  ]);
}, 60_000);
