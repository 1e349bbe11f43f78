import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codesOf, ledgerOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';
import type { TableRow } from './table';

/** The real files are not part of the repository: they lie beside it, or where ETATLOTSE_SHARED_DIR says. */
const DATA = path.join(process.env['ETATLOTSE_SHARED_DIR'] ?? path.resolve(__dirname, '../../../../../shared'), 'data');
const OXFORD = path.join(DATA, 'gb-oxford-spend');
const MUENSTER = path.join(DATA, 'de-muenster-stellenplan-it');

function whereThere(file: string, name: string, tests: () => void): void {
  if (existsSync(file)) describe(name, tests);
  else describe.skip(`${name} (needs ../shared/data, which is absent)`, tests);
}

const utf8 = (file: string): TableRow[] => rowsOf(readFileSync(file, 'utf8'), ',');

whereThere(OXFORD, "Oxford's 17 files of payments with ten different headers, by detection", () => {
  let files: { name: string; table: ReadTable }[];
  beforeAll(() => {
    files = readdirSync(OXFORD)
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map((name) => ({ name, table: readTable(utf8(path.join(OXFORD, name)), {}, { fileName: name }) }));
  });

  it('come to 61,528 payments of 228,210,155.40', () => {
    expect(files).toHaveLength(17);
    const sum = (of: (table: ReadTable) => number): number => files.reduce((total, { table }) => total + of(table), 0);
    expect(sum(({ summary }) => summary.rows - summary.invalidRows)).toBe(61_528);
    expect(sum(({ summary }) => summary.totals.reduce((total, { totalCents }) => total + totalCents, 0))).toBe(
      22_821_015_540,
    );
    expect(sum(({ summary }) => summary.invalidRows)).toBe(0);
  });

  it.each([
    ['2014', 5_840_214_598],
    ['2015', 5_108_960_873],
    ['2016', 5_598_970_189],
    ['2017', 5_838_893_295],
    ['2018', 433_976_585],
  ])('%s comes to its control total', (year, cents) => {
    const ofYear = files.filter(({ name }) => name.includes(year));
    expect(
      ofYear.flatMap(({ table }) => table.summary.totals).reduce((sum, { totalCents }) => sum + totalCents, 0),
    ).toBe(cents);
  });

  it('report the row without an amount, and ask only about the file without days', () => {
    expect(
      files.flatMap(({ name, table }) => table.problems.map(({ code, params }) => [name, code, params['value']])),
    ).toEqual([['expenditure-over-500-jan-mar-2014.csv', 'ROW_WITHOUT_AMOUNT', 'xxx']]);
    expect(files.flatMap(({ name, table }) => table.questions.map(({ id }) => [name, id]))).toEqual([
      ['expenditure-over-500-apr-jun-2014.csv', 'DATE_MISSING'],
    ]);
  });

  it('are read day first, by service area and code, and describe their lines', () => {
    for (const { table } of files) {
      expect(table.mapping).toMatchObject({
        kind: 'bookings',
        dateOrder: 'dmy',
        keyFields: ['unit', 'account'],
        createsLines: true,
        direction: 'expense',
      });
      expect(
        table.mapping.columns.filter((column) => column.role === 'field' && column.field === 'sphere'),
      ).toHaveLength(1);
    }
    const spheres = files.flatMap(({ table }) => table.summary.groups.map(({ sphere }) => sphere));
    expect(new Set(spheres)).toEqual(new Set(['operating', 'investing']));
  });

  it('take the day that the person says for the file without days', () => {
    const rows = utf8(path.join(OXFORD, 'expenditure-over-500-apr-jun-2014.csv'));
    const answered = readTable(rows, { answers: { DATE_MISSING: '30.06.2014' } });
    expect(answered.questions).toEqual([]);
    expect(answered.summary.groups.map(({ fiscalYear }) => fiscalYear)).toEqual(
      answered.summary.groups.map(() => 2014),
    );
    expect(answered.summary.groups.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(1_416_588_728);
  });
});

whereThere(MUENSTER, "Münster's two tables of its IT, by detection", () => {
  const read = (name: string, change: (text: string) => string = (text) => text): ReadTable =>
    readTable(rowsOf(change(readFileSync(path.join(MUENSTER, name), 'utf8')), ','), {}, { fileName: name });
  const RESULT = 'band1_p092_PG0115_IT_Management_citeq_Teilergebnisplan_t0.csv';
  const CASH = 'band1_p093_PG0115_IT_Management_citeq_Teilfinanzplan_t0.csv';

  it('are understood without a question: two header rows, minus behind, signs of rows, product from the name', () => {
    for (const name of [RESULT, CASH]) {
      const { mapping, questions } = read(name);
      expect(questions).toEqual([]);
      expect(mapping).toMatchObject({
        kind: 'plan_lines',
        headerRows: [1, 2],
        direction: 'statement',
        numbers: { decimal: ',', grouping: '.', trailingMinus: true },
        constants: { product: '0115' },
        plan: { title: 'Doppelhaushalt 2026/2027', firstYear: 2026, lastYear: 2027 },
      });
    }
  });

  it('bring their rows once: sums are checked and not imported', () => {
    const [result, cash] = [read(RESULT), read(CASH)];
    expect([result.summary.rows, result.summary.sumRows, result.problems]).toEqual([21, 8, []]);
    expect([cash.summary.rows, cash.summary.sumRows, cash.problems]).toEqual([11, 3, []]);
    expect(codesOf(result.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
    expect(codesOf(cash.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
    expect(ledgerOf(result)).toMatchObject({
      'actual expense 2024': 31_096_469,
      'actual revenue 2024': 147_884_173,
      'plan expense 2026': 800_000,
    });
    expect(ledgerOf(cash)).toMatchObject({
      'actual payment 2024': 737_163_557,
      'plan payment 2025': 3_011_752_000,
      'plan payment 2026': 484_847_000,
      'plan payment 2027': 968_990_000,
      'actual receipt 2024': 659_292_879,
    });
  });

  it('name their lines apart, and the balance of each column is the printed one', () => {
    const [result, cash] = [read(RESULT), read(CASH)];
    const keys = [result, cash].flatMap(({ readings }) =>
      readings.flatMap((row) => (row.kind === 'line' ? [row.key] : [])),
    );
    expect(new Set(keys).size).toBe(32);
    expect(keys).toContain('0115|Ergebnisplan|16');
    expect(keys).toContain('0115|Finanzplan|11');
    expect(cash.summary.totals[0]).toMatchObject({ totalCents: -77_870_678, printedCents: -77_870_678 });
  });

  it('report a sum that was falsified by one cent', () => {
    const falsified = read(RESULT, (text) => text.replace('"310.964,69-"', '"310.964,68-"'));
    expect([...falsified.problems, ...falsified.summary.findings]).toContainEqual(
      expect.objectContaining({
        code: 'SUBTOTAL_DIFFERS',
        params: { statedCents: -31_096_468, readCents: -31_096_469, differenceCents: 1 },
      }),
    );
  });

  it('ask for the product where neither title nor file name says it', () => {
    const rows = rowsOf(readFileSync(path.join(MUENSTER, RESULT), 'utf8'), ',');
    expect(codesOf(readTable(rows).questions)).toEqual(['PRODUCT_CODE']);
    const answered = readTable(rows, { answers: { PRODUCT_CODE: '0115' } });
    expect([answered.questions, answered.mapping.keyFields]).toEqual([[], ['product', 'statement', 'statementLine']]);
  });
});
