import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { parse } from 'csv-parse/sync';
import { AS_TABLE } from '../src/platform/http/as-table';
import { type CensusEntry, takeRouteCensus } from '../src/platform/http/route-census';
import type { TableColumn, TableShape } from '../src/platform/http/table';
import { routeInputsOf } from '../src/platform/openapi/route-inputs';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from './budget-city';
import {
  broughtSql,
  centsOf,
  disagreements,
  introducedPlanSql,
  openPackage,
  type PackageRow,
  packageValidator,
  unguardedRow,
} from './fiscal-package';
import type { HttpClient } from './http-client';
import { commitBatch, describeWith, sharedFile, uploadBatch, whenBatchAtRest } from './import-files';
import { cellsInLibreOffice, CSV_IN, hasProgram } from './libreoffice';
import { asOwner, type City, createCity, loginAs } from './people';
import { plantOneOfEach } from './plant';
import { sampleQuery } from './sample-request';
import { csvCells, headOf, sheetCells, sheetOf, unzipped, withoutTail } from './table-cells';
import { startTestApp, type TestApp } from './test-app';

/*
 * What leaves the house: the budget as open data and back again without a loss, and every list as a file whose cells are
 * what the list says. Formulas that people typed as names stay names.
 */

const TAXONOMY = sharedFile('data', 'fiscal-data-package', 'spec-v1.0-rc1', 'taxonomies', 'fiscal', 'budgets.json');
const FORMULA = '=HYPERLINK("http://boese.example";"Rechnung")';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await plantYear(app, city);
  await plantBudget(app, city);
  await plantLines(app, city, [
    { number: '=7.1', name: FORMULA, movements: [{ kind: 'appropriation', amountCents: 1 }] },
    {
      number: "'8.1",
      name: 'Zwei "Zeilen", ein Komma; und Ümläute',
      productName: '-Netz',
      movements: [
        { kind: 'appropriation', amountCents: 100 },
        { kind: 'transfer', amountCents: -40 },
        { kind: 'actual', amountCents: 3 },
      ],
    },
  ]);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const bytesOf = async (client: HttpClient, path: string): Promise<{ content: Buffer; headers: Headers }> => {
  const response = await fetch(`${app.url}${path}`, { headers: client.headers });
  const content = Buffer.from(await response.arrayBuffer());
  expect([path, response.status, response.status === 200 ? '' : content.toString()]).toEqual([path, 200, '']);
  return { content, headers: response.headers };
};

async function packageOf(client: HttpClient, path: string): Promise<ReturnType<typeof openPackage>> {
  return openPackage(await unzipped((await bytesOf(client, path)).content));
}

const BUDGET = `/api/v1/budget/fiscal-data-package.zip?fiscalYear=${BUDGET_YEAR}`;
const sumOf = (rows: readonly PackageRow[], phase: string): number =>
  rows.reduce((sum, row) => sum + centsOf(row[phase]), 0);

describe('The budget as a Fiscal Data Package 1.0-rc.1', () => {
  test('opens in the tools of others: the descriptor fits the published schema and says of the table what is in it', async () => {
    const validate = packageValidator();
    const opened = await packageOf(finance, BUDGET);
    expect([validate(opened.descriptor), validate.errors]).toEqual([true, null]);
    expect(disagreements(opened)).toEqual([]);
    const ledger = await asOwner(app, (owner) => owner.query(phaseSumsSql, [city.tenantId, BUDGET_YEAR]));
    const sums = ['approved', 'adjusted', 'executed'].map((phase) => String(sumOf(opened.rows, phase)));
    expect(sums).toEqual(Object.values(ledger.rows[0] as object));

    const { descriptor } = opened;
    for (const broken of [
      { ...descriptor, granularity: 'daily' },
      { ...descriptor, model: undefined },
      { ...descriptor, resources: [{ ...descriptor.resources[0], profile: 'data-resource' }] },
    ]) {
      expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
    }
    const table = Buffer.from(String(opened.table).replace('CORE', 'KERN'));
    expect(disagreements({ ...opened, table })).toEqual([expect.stringContaining('hash: ')]);
  });

  test('says of every line what the ledger says, to the cent', async () => {
    const { rows } = await packageOf(finance, BUDGET);
    const { body: page } = await finance.get(`/api/v1/budget/lines?fiscalYear=${BUDGET_YEAR}&limit=100`);
    const said = rows.map((row) => ['approved', 'adjusted', 'executed'].map((phase) => centsOf(row[phase])));
    const ledger = page.rows.map((row: Record<string, number>) => [
      row['appropriationCents'],
      row['adjustedCents'],
      row['actualCents'],
    ]);
    expect(said).toEqual(ledger);
    expect(rows.every(({ proposed }) => proposed === '')).toBe(true);
    expect(sumOf(rows, 'approved')).toBe(ledger.reduce((sum: number, [cents]: number[]) => sum + (cents ?? 0), 0));
  });

  test('LibreOffice adds up the same from the table of the package', async () => {
    if (!hasProgram('soffice')) return;
    const { table, rows } = await packageOf(finance, BUDGET);
    const { 'budget-budget': [head = [], ...lines] = [] } = await cellsInLibreOffice(
      { 'budget.csv': Buffer.from(table) },
      CSV_IN.plain,
    );
    for (const phase of ['approved', 'adjusted', 'executed']) {
      const cents = lines.map((line) => Math.round(Number(line[head.indexOf(phase)]) * 100));
      expect([phase, cents]).toEqual([phase, rows.map((row) => centsOf(row[phase]))]);
    }
  }, 60_000);

  test('a formula that somebody gave as a name is no formula', async () => {
    const { content } = await bytesOf(finance, BUDGET);
    const table = Object.entries(await unzipped(content)).find(([name]) => name.endsWith('.csv'))?.[1];
    const rows: string[][] = parse(String(table));
    const cells = rows.flat();
    expect(
      cells.filter((cell) => /^\s*[=+@]/.test(cell) || (cell.startsWith('-') && Number.isNaN(Number(cell)))),
    ).toEqual([]);
  });

  test('comes into an empty city as it was: every line, every word, every phase', async () => {
    await asOwner(app, (owner) => owner.query(introducedPlanSql, [city.tenantId, city.people.finance.id]));
    const { content } = await bytesOf(finance, BUDGET);
    const before = await packageOf(finance, BUDGET);
    expect(before.rows.filter(({ proposed }) => proposed !== '').length).toBeGreaterThan(2);

    const other = await createCity(app, 'neustadt', 'Neustadt');
    const treasurer = await loginAs(app, 'finance', other);
    const { body } = await uploadBatch(treasurer, [{ name: 'haushalt.zip', content }]);
    const shown = await whenBatchAtRest(treasurer, body.id);
    const [run] = shown.runs as unknown as readonly ImportRun[];
    expect(run).toMatchObject({ state: 'previewed', kind: 'plan_lines' });
    const brought = await commitBatch(treasurer, shown);
    expect(brought.runs.map(({ state }) => state)).toEqual(['committed']);

    const stored = await asOwner(app, async (owner) => (await owner.query(broughtSql, [other.tenantId])).rows);
    const expected = before.rows.map(({ fiscal_year: _year, direction: _direction, ...row }) => ({
      ...row,
      proposed: row['proposed'] === '' ? null : centsOf(row['proposed']),
      approved: centsOf(row['approved']),
      adjusted: centsOf(row['adjusted']),
      executed: centsOf(row['executed']),
    }));
    expect(stored).toEqual(expected.map(unguardedRow));
    const after = await packageOf(treasurer, BUDGET);
    expect(sumOf(after.rows, 'executed')).toBe(sumOf(before.rows, 'executed'));
  });

  test('a package with a word that no list knows is refused by its cell', async () => {
    const { content } = await bytesOf(finance, BUDGET);
    const table = Object.entries(await unzipped(content)).find(([name]) => name.endsWith('.csv'))?.[1];
    const broken = String(table).replace(',CORE,', ',KERN,');
    const { body } = await uploadBatch(finance, [{ name: 'budget.csv', content: broken }]);
    const shown = await whenBatchAtRest(finance, body.id);
    const { body: run } = await finance.get(`/api/v1/imports/${shown.runs[0]?.id}`);
    expect(run.preview.findings.first).toEqual([
      expect.objectContaining({ column: 'frame', value: 'KERN', severity: 'error' }),
    ]);
  });

  test('released figures come from the snapshot, and stay as they were when more is booked', async () => {
    const second = await loginAs(app, 'finance2');
    const committee = await loginAs(app, 'committee');
    const { body } = await finance.post('/api/v1/snapshots', { fiscalYear: BUDGET_YEAR });
    const path = `/api/v1/snapshots/${body.id}/fiscal-data-package.zip`;
    expect((await committee.get(path)).status).toBe(404);
    await second.post(`/api/v1/snapshots/${body.id}/release`);
    const first = (await bytesOf(committee, path)).content;
    const { body: snapshot } = await committee.get(`/api/v1/snapshots/${body.id}`);
    const { rows, ...opened } = await packageOf(committee, path);
    const validate = packageValidator();
    expect([validate(opened.descriptor), validate.errors]).toEqual([true, null]);
    expect(disagreements({ ...opened, rows })).toEqual([]);
    expect(rows.map((row) => centsOf(row['executed']))).toEqual(
      snapshot.content.lines.map((line: { actualCents: number }) => line.actualCents),
    );
    await plantLines(app, city, [{ number: '9.999', movements: [{ kind: 'actual', amountCents: 55 }] }]);
    expect((await bytesOf(committee, path)).content.equals(first)).toBe(true);
  });
});

describeWith(TAXONOMY, 'The types of the columns', (taxonomy) => {
  test('are those of the taxonomy of budgets', async () => {
    const { descriptor } = await packageOf(finance, BUDGET);
    const types = JSON.parse(String(taxonomy)) as readonly { readonly name: string; readonly dataType: string }[];
    const { fields, extraFields } = descriptor.resources[0].schema;
    for (const { name, type, columnType } of [...fields, ...extraFields]) {
      if (columnType === undefined) continue;
      const known = types.find((one) => one.name === columnType);
      expect([name, columnType, known?.dataType]).toEqual([name, columnType, type]);
    }
  });
});

describe('Every list as a file', () => {
  let tables: readonly { readonly route: CensusEntry; readonly table: TableShape }[];
  let lineId: string;
  let reader: HttpClient;

  beforeAll(async () => {
    reader = await loginAs(app, 'auditor');
    const planted = await plantOneOfEach(app, city);
    lineId = String(planted.get('budget_line')?.['line_id']);
    await asOwner(app, async (owner) => {
      await owner.query(endingContractSql, [city.tenantId]);
      for (const sql of formulasSql) await owner.query(sql, [city.tenantId, FORMULA]);
    });
    tables = takeRouteCensus(app.app).flatMap((route) => {
      const handler = Reflect.get(route.controller.prototype, route.methodName) as object;
      const table = Reflect.getMetadata(AS_TABLE, handler) as TableShape | undefined;
      return table === undefined ? [] : [{ route, table }];
    });
  });

  const addressOf = ({ path, controller, ...route }: CensusEntry): string => {
    const { query } = routeInputsOf({ path, controller, ...route });
    const asked = query === null ? {} : sampleQuery(query, lineId);
    const search = new URLSearchParams(Object.entries(asked).filter(([name]) => !/id$/i.test(name)));
    search.set('fiscalYear', String(BUDGET_YEAR));
    if (query === null || !hasField(query, 'fiscalYear')) search.delete('fiscalYear');
    return `${path.replace(':id', lineId)}?${search.toString()}`;
  };

  test('there are many of them', () => {
    expect(tables.length).toBeGreaterThan(22);
  });

  test('holds what the list says: as German CSV, as plain CSV, and as a workbook with numbers and days', async () => {
    const empty: string[] = [];
    for (const { route, table } of tables) {
      const address = addressOf(route);
      const { body } = await reader.get(address);
      const list = await allRows(reader, address);
      expect([address, Array.isArray(body.rows)]).toEqual([address, true]);
      if (list.length === 0) empty.push(route.path);
      for (const numbers of ['de', 'plain'] as const) {
        const { content, headers } = await bytesOf(reader, `${address}&as=csv&numbers=${numbers}`);
        expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
        expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
        const cells: string[][] = parse(content, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
        expect([address, cells]).toEqual([
          address,
          [headOf(table), ...list.map((row) => csvCells(table, row, numbers))],
        ]);
      }
      const { content } = await bytesOf(reader, `${address}&as=xlsx`);
      expect([address, await sheetOf(content)]).toEqual([
        address,
        [headOf(table), ...list.map((row) => sheetCells(table, row))].map(withoutTail),
      ]);
    }
    // Nothing can be planted there that these lists would show.
    expect(empty).toEqual(LISTS_WITHOUT_PLANTED_ROWS);
  }, 60_000);

  test('LibreOffice opens every list and reads in it what the list says, to the cent and the day', async () => {
    if (!hasProgram('soffice')) return;
    const [books, germanFiles, expected]: [Record<string, Buffer>, Record<string, Buffer>, string[][][]] = [{}, {}, []];
    for (const [at, { route, table }] of tables.entries()) {
      const address = addressOf(route);
      const list = await allRows(reader, address);
      expected.push([headOf(table), ...list.map((row) => sheetCells(table, row))]);
      books[`list${at}.xlsx`] = (await bytesOf(reader, `${address}&as=xlsx`)).content;
      germanFiles[`list${at}.csv`] = (await bytesOf(reader, `${address}&as=csv`)).content;
    }
    const inBooks = await cellsInLibreOffice(books);
    const inFiles = await cellsInLibreOffice(germanFiles, CSV_IN.german);
    for (const [at, { route, table }] of tables.entries()) {
      const sheet = Object.keys(inBooks).find((name) => name.startsWith(`list${at}-`)) ?? '';
      expect([route.path, comparable(table, inBooks[sheet])]).toEqual([route.path, comparable(table, expected[at])]);
      // A CSV file says of no cell what it is: texts of digits are the program's guess, figures and days must be right.
      const { columns } = table;
      const isFigure = ({ kind }: TableColumn): boolean => kind !== 'text' && kind !== 'yesNo';
      const figures = (rows: string[][] | undefined): string[][] =>
        comparable(table, rows).map((row) =>
          columns.flatMap((column, cell) => (isFigure(column) ? [row[cell] ?? ''] : [])),
        );
      const file = inFiles[`list${at}-list${at}`];
      expect([route.path, figures(file)]).toEqual([route.path, figures(expected[at])]);
    }
  }, 120_000);

  test('no cell is a code of the database: what a list chooses from has words', async () => {
    const codes = new Set(
      (await asOwner(app, async (owner) => (await owner.query<{ code: string }>(codesSql)).rows)).map(
        ({ code }) => code,
      ),
    );
    expect(codes.size).toBeGreaterThan(200);
    const raw: string[] = [];
    for (const { route, table } of tables) {
      const { content } = await bytesOf(reader, `${addressOf(route)}&as=csv`);
      const [, ...rows]: string[][] = parse(content, { bom: true, delimiter: ';' });
      for (const cells of rows) {
        cells.forEach((cell, at) => {
          const column = table.columns[at];
          if (column?.kind !== 'text' || isAlsoAWord(cell)) return;
          if (cell.split(', ').some((part) => codes.has(part))) raw.push(`${route.path} ${column.path}: ${cell}`);
        });
      }
    }
    expect([...new Set(raw)]).toEqual([]);
  }, 60_000);

  test('no cell of any CSV starts a formula, and none of any workbook is one', async () => {
    for (const { route } of tables) {
      const address = addressOf(route);
      const { content } = await bytesOf(reader, `${address}&as=csv`);
      const rows: string[][] = parse(content, { bom: true, delimiter: ';' });
      const cells = rows.flat();
      expect(cells.filter((cell) => /^\s*[=+@\uFF1D]/.test(cell))).toEqual([]);
      const book = await unzipped((await bytesOf(reader, `${address}&as=xlsx`)).content);
      expect(String(book['xl/worksheets/sheet1.xml'])).not.toContain('<f>');
    }
  }, 60_000);

  test('what the list would refuse is refused, and so is a form that does not exist', async () => {
    const clerk = await loginAs(app, 'committee');
    expect((await clerk.get('/api/v1/contracts?fiscalYear=2026&as=xlsx')).status).toBe(403);
    for (const more of ['as=pdf', 'as=csv&numbers=fr', 'numbers=de', 'as=csv&as=xlsx']) {
      const { status, body } = await finance.get(`/api/v1/contracts?fiscalYear=2026&${more}`);
      expect([more, status, body.code]).toEqual([more, 422, 'QUERY_INVALID']);
    }
  });
});

/** Every row as wide as the list; a figure by its value, a text letter by letter. */
function comparable({ columns }: TableShape, rows: readonly string[][] = []): string[][] {
  return rows.map((row) =>
    columns.map(({ kind }, at) => {
      const cell = row[at] ?? '';
      return kind === 'text' || !/^-?\d+(\.\d+)?$/.test(cell) ? cell : String(Number(cell));
    }),
  );
}

/** Codes that are what people call it, too. */
const isAlsoAWord = (cell: string): boolean => ['', 'kw', 'ku', 'Workflow'].includes(cell);

const LISTS_WITHOUT_PLANTED_ROWS: readonly string[] = [];

function hasField(type: { readonly prototype: object }, name: string): boolean {
  return Reflect.getMetadata('design:type', type.prototype, name) !== undefined;
}

async function allRows(client: HttpClient, address: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let cursor = ''; ;) {
    const { body } = await client.get(`${address}${cursor}`);
    rows.push(...body.rows);
    if (body.nextCursor === null || body.nextCursor === undefined) return rows;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

/** What the ledger sums up to, phase by phase. */
const phaseSumsSql = `
  SELECT sum(m.amount_cents) FILTER (WHERE m.kind = 'appropriation') AS approved,
    sum(m.amount_cents) FILTER (WHERE m.kind IN
      ('appropriation', 'carry_over', 'over_plan', 'outside_plan', 'earmark', 'transfer')) AS adjusted,
    sum(m.amount_cents) FILTER (WHERE m.kind = 'actual') AS executed
  FROM movement m WHERE m.tenant_id = $1 AND m.fiscal_year = $2`;

/** Every word that a column may hold by its CHECK. */
const codesSql = `
  SELECT DISTINCT (regexp_matches(pg_get_constraintdef(k.oid), '''([A-Za-z_0-9]+)''::text', 'g'))[1] AS code
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE k.contype = 'c' AND c.relnamespace = 'public'::regnamespace`;

/** A contract with a day for notice and an end to come, as the lists of both want it. */
const endingContractSql = `
  UPDATE contract SET term_ends_on = '${BUDGET_YEAR + 1}-12-31', bound_until = '${BUDGET_YEAR + 1}-12-31',
    next_notice_on = '${BUDGET_YEAR + 1}-09-30'
  WHERE tenant_id = $1`;

const formulasSql = [
  'contract SET subject',
  'project SET name',
  'device_batch SET note',
  'site SET name',
  'demand SET title',
].map((set) => `UPDATE ${set} = $2 WHERE tenant_id = $1`);
