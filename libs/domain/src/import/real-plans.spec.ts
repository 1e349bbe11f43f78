import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  codesOf,
  ledgerOf,
  type ReadTable,
  readTable,
  rowsOf,
  totalsOf,
  withColumns,
  withHeaders,
} from '../../../testing/src/import/tables';
import { isItRow, unitsOfRow } from './units';
import type { TableRow } from './table';

/** The real files are not part of the repository: they lie beside it, or where ETATLOTSE_SHARED_DIR says. */
const DATA = path.join(process.env['ETATLOTSE_SHARED_DIR'] ?? path.resolve(__dirname, '../../../../../shared'), 'data');
const WESEL = path.join(DATA, 'de-wesel-haushalt/hhplan2017.csv');
const FREIBURG = path.join(
  DATA,
  'de-freiburg-ergebnishaushalt',
  'de-bw-freiburg-ergebnishaushalt_ordentliche_ertraegeaufwendungen_ohne_aktivierte_eigenleistunge_doppelhaushalt_20172018.csv',
);

function whereThere(file: string, name: string, tests: () => void): void {
  if (existsSync(file)) describe(name, tests);
  else describe.skip(`${name} (needs ../shared/data, which is absent)`, tests);
}

const latin = (file: string, change: (text: string) => string = (text) => text): TableRow[] =>
  rowsOf(change(new TextDecoder('windows-1252').decode(readFileSync(file))));
/** Columns from the last to the first, and every second one moved to the front. */
const shuffles = (width: number): number[][] => {
  const all = Array.from({ length: width }, (_, at) => at);
  return [[...all].reverse(), [...all.filter((at) => at % 2 === 1), ...all.filter((at) => at % 2 === 0)]];
};

whereThere(WESEL, "Wesel's Haushaltsplan 2017 as SAP exports it, by detection", () => {
  const TOTALS = {
    'Ist 2015': 2_924_599_125,
    'Ist 2016': 2_189_304_272,
    'Plan 2016': 6_219_561_901,
    'Plan 2017': 6_363_452_312,
    'VE 2018': 0,
    'Plan 2018': 6_148_169_073,
    'Plan 2019': 6_013_006_133,
    'Plan 2020': 5_811_892_349,
    'Plan 2021': 0,
    'Plan 2022': 0,
  };
  let rows: TableRow[];
  let file: ReadTable;
  beforeAll(() => {
    rows = latin(WESEL);
    file = readTable(rows, {}, { fileName: 'hhplan2017.csv' });
  });

  it('is understood without a question', () => {
    expect(file.questions).toEqual([]);
    expect(file.mapping).toMatchObject({
      kind: 'plan_lines',
      direction: 'account',
      accountFrame: 'NW',
      signs: { revenue: -1, expense: 1 },
      numbers: { decimal: ',', grouping: '.' },
      keyFields: ['costCentre', 'costObject', 'account'],
      plan: { title: 'Haushaltsplan 2017', firstYear: 2017, lastYear: 2017 },
    });
  });

  it('has 5,971 lines and a total row that equals them in every column and is not imported', () => {
    expect([file.summary.rows, file.summary.invalidRows, file.summary.sumRows]).toEqual([5971, 0, 1]);
    expect(file.problems).toEqual([]);
    expect(totalsOf(file)).toEqual(TOTALS);
    expect(file.summary.totals.map(({ printedCents, totalCents }) => printedCents === totalCents)).not.toContain(false);
    expect(file.summary.findings).toEqual([
      { severity: 'info', code: 'TOTAL_ROW_MATCHES', rowNumber: 5973, column: null, params: {} },
    ]);
  });

  it.each([
    ['Ist 2015', -18_154_794_277, 18_088_500_128],
    ['Ist 2016', -19_022_907_396, 17_965_874_909],
    ['Plan 2016', -17_666_196_420, 18_123_446_868],
    ['Plan 2017', -19_068_775_371, 19_496_299_077],
    ['Plan 2018', -19_308_861_484, 19_660_493_758],
    ['Plan 2019', -19_618_526_830, 19_666_158_436],
    ['Plan 2020', -19_946_876_729, 19_677_267_388],
  ])('%s by class: income and expense apart', (column, income, expense) => {
    const byClass = file.summary.totals.find((total) => total.column === column)?.byAccountClass;
    expect([byClass?.['4'], byClass?.['5']]).toEqual([income, expense]);
    expect(Object.keys(byClass ?? {}).sort()).toEqual(['4', '5', '6', '7', '9']);
  });

  it('turns income positive for the ledger', () => {
    const ledger = ledgerOf(file);
    expect([ledger['actual revenue 2015'], ledger['actual expense 2015']]).toEqual([18_154_794_277, 18_088_500_128]);
  });

  it('finds the 55 rows of the IT when the filter names its objects', () => {
    const filter = { itFilter: { field: 'costObject', values: ['1.100.01.02.02', 'A010202'] } } as const;
    const it = file.readings.filter((reading) => reading.kind === 'line' && isItRow(filter, reading.fields));
    expect(it).toHaveLength(55);
  });

  it('reports a total row falsified by one cent', () => {
    const falsified = readTable(latin(WESEL, (text) => text.replace(';;;;;29.245.991,25;', ';;;;;29.245.991,26;')));
    const params = { statedCents: 2_924_599_126, readCents: 2_924_599_125, differenceCents: 1 };
    expect(falsified.summary.findings).toEqual([
      { severity: 'error', code: 'TOTAL_ROW_DIFFERS', rowNumber: 5973, column: 'Ist 2015', params },
    ]);
  });

  it.each(shuffles(15).map((order) => [order]))('comes to the same with its columns in another order %p', (order) => {
    const shuffled = readTable(withColumns(rows, order), {}, { fileName: 'hhplan2017.csv' });
    expect([shuffled.questions, totalsOf(shuffled)]).toEqual([[], TOTALS]);
    expect(ledgerOf(shuffled)).toEqual(ledgerOf(file));
    expect(shuffled.mapping.keyFields).toEqual(file.mapping.keyFields);
  });

  it.each<[string, Record<string, string>]>([
    [
      'other German words',
      { Kostenart: 'Konto', 'Objektnr.': 'Kostenträger', 'Kostenart Beschreibung': 'Kontobezeichnung' },
    ],
    [
      'typing slips',
      { Kostenart: 'Sachkotno', Profitcenter: 'Profitcentr', 'Plan 2017': 'Paln 2017', 'Ist 2015': 'Ergbnis 2015' },
    ],
    [
      'SAP PSM words',
      {
        Kostenart: 'Finanzposition',
        Profitcenter: 'Finanzstelle',
        'Objektnr.': 'PSP-Element',
        'Plan 2017': 'HH-Ansatz 2017',
      },
    ],
    [
      'English words',
      {
        Profitcenter: 'Profit center',
        'Objektnr.': 'Cost object',
        Bezeichnung: 'Description',
        Kostenart: 'G/L account',
        'Kostenart Beschreibung': 'Account name',
        'Ist 2015': 'Actual 2015',
        'Ist 2016': 'Actual 2016',
        'Plan 2017': 'Budget 2017',
      },
    ],
  ])('comes to the same with %s in its header', (_, words) => {
    const renamed = readTable(withHeaders(rows, (header) => words[header] ?? header));
    expect(renamed.questions).toEqual([]);
    expect(Object.values(totalsOf(renamed))).toEqual(Object.values(TOTALS));
    expect(ledgerOf(renamed)).toEqual(ledgerOf(file));
  });
});

whereThere(FREIBURG, "Freiburg's Ergebnishaushalt 2017/2018, by detection", () => {
  const balance = '(Saldo/Zuschussbedarf/Erträge - Aufwendungen)';
  const TOTALS = {
    'Ergebnis 2015 (Erträge)': 84_609_736_596,
    'Ergebnis 2015 (Aufwendungen)': -80_116_527_896,
    [`Ergebnis 2015 ${balance}`]: 4_493_208_700,
    'Ansatz 2016 (Erträge)': 80_787_583_284,
    'Ansatz 2016 (Aufwendungen)': -80_594_068_667,
    [`Ansatz 2016 ${balance}`]: 193_514_617,
    'Ansatz 2017 (Erträge)': 90_972_964_763,
    'Ansatz 2017 (Aufwendungen)': -93_071_054_539,
    [`Ansatz ${balance}`]: -2_098_058_476,
    'Ansatz 2018 (Erträge)': 92_301_613_619,
    'Ansatz 2018 (Aufwendungen)': -94_255_640_535,
    [`Ansatz 2018 ${balance}`]: -1_954_026_916,
  };
  let rows: TableRow[];
  let file: ReadTable;
  beforeAll(() => {
    rows = latin(FREIBURG);
    file = readTable(rows);
  });

  it('is understood without a question: two sides, a printed balance, a two-year budget', () => {
    expect(file.questions).toEqual([]);
    expect(file.mapping).toMatchObject({
      kind: 'plan_lines',
      direction: 'columns',
      signs: { revenue: 1, expense: -1 },
      numbers: { decimal: ',', grouping: null },
      keyFields: ['product', 'unit'],
      plan: { title: 'Doppelhaushalt 2017/2018', firstYear: 2017, lastYear: 2018 },
    });
  });

  it('has 363 rows, each a revenue and an expense line, and adds up to the control totals', () => {
    expect([file.summary.rows, file.summary.invalidRows, file.summary.findings]).toEqual([363, 0, []]);
    expect(file.readings.flatMap((reading) => (reading.kind === 'line' ? reading.lines : []))).toHaveLength(726);
    expect(totalsOf(file)).toEqual(TOTALS);
    expect(ledgerOf(file)['plan expense 2017']).toBe(93_071_054_539);
  });

  it('reports the one printed balance that is off by 313.00 and imports its row all the same', () => {
    const params = { statedCents: -7_278_405_288, computedCents: -7_278_436_588, differenceCents: 31_300 };
    expect(file.problems).toEqual([
      { severity: 'warning', rowNumber: 64, code: 'BALANCE_DIFFERS', column: `Ansatz ${balance}`, params },
    ]);
    const row = file.readings.find(({ rowNumber }) => rowNumber === 64);
    expect(row).toMatchObject({ kind: 'line', key: '112402|AMT-650' });
  });

  it('names 5 Dezernate and 46 offices', () => {
    const units = file.readings.flatMap((reading) =>
      reading.kind === 'line' ? unitsOfRow(file.mapping, reading.fields) : [],
    );
    const codes = (level: string): number =>
      new Set(units.filter((unit) => unit.level === level).map(({ code }) => code)).size;
    expect([codes('division'), codes('department')]).toEqual([5, 46]);
    expect(units[1]).toEqual({ level: 'department', code: 'AMT-000', name: '000 Gemeinderat', parentCode: 'DEZ-I' });
  });

  it.each(shuffles(24).map((order) => [order]))('comes to the same with its columns in another order %p', (order) => {
    const shuffled = readTable(withColumns(rows, order));
    expect([shuffled.questions, totalsOf(shuffled), codesOf(shuffled.problems)]).toEqual([
      [],
      TOTALS,
      ['BALANCE_DIFFERS'],
    ]);
    expect(ledgerOf(shuffled)).toEqual(ledgerOf(file));
  });

  it.each<[string, (header: string) => string]>([
    [
      'Einzahlungen instead of Erträge',
      (header) => header.replace('Erträge', 'Erlöse').replace('Aufwendungen', 'Aufwand'),
    ],
    [
      'typing slips',
      (header) =>
        header
          .replace('Ansatz 2018', 'Anstaz 2018')
          .replace('Aufwendungen', 'Aufwendugen')
          .replace('Dienststelle', 'Dienstelle'),
    ],
    [
      'English words',
      (header) =>
        header
          .replace('Produktbereich', 'Product area')
          .replace('Produktgruppen', 'Product group ')
          .replace('Produktgruppe', 'Product group')
          .replace('Produktbezeichnung', 'Product name')
          .replace(/^Produkt$/, 'Product')
          .replace('Amt / Dienststelle', 'Department')
          .replace('bezeichnung', 'name')
          .replace('Bezeichnung', 'name')
          .replace('Ergebnis', 'Result')
          .replace('Ansatz', 'Budget')
          .replace('Saldo/Zuschussbedarf/Erträge - Aufwendungen', 'balance')
          .replace('Erträge', 'revenue')
          .replace('Aufwendungen', 'expenses'),
    ],
  ])('comes to the same with %s in its header', (_, rename) => {
    const renamed = readTable(withHeaders(rows, rename));
    expect(renamed.questions).toEqual([]);
    expect(Object.values(totalsOf(renamed))).toEqual(Object.values(TOTALS));
    expect(ledgerOf(renamed)).toEqual(ledgerOf(file));
    expect(renamed.mapping.keyFields).toEqual(['product', 'unit']);
  });
});
