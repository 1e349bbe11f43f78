import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Cents, sumCents } from '../shared/cents';
import { ControlTotals, type FileSummary } from './control-totals';
import { detectProfile } from './profiles';
import { type RowReading, readRow } from './row';
import { type ImportedUnit, isItRow, unitsOfRow } from './units';

/** The real files are not part of the repository: they lie beside it, or where ETATLOTSE_SHARED_DIR says. */
const SHARED = process.env['ETATLOTSE_SHARED_DIR'] ?? path.resolve(__dirname, '../../../../../shared');
const WESEL = path.join(SHARED, 'data/de-wesel-haushalt/hhplan2017.csv');
const FREIBURG = path.join(
  SHARED,
  'data/de-freiburg-ergebnishaushalt',
  'de-bw-freiburg-ergebnishaushalt_ordentliche_ertraegeaufwendungen_ohne_aktivierte_eigenleistunge_doppelhaushalt_20172018.csv',
);

const whereThere = (file: string): jest.Describe => (existsSync(file) ? describe : describe.skip);

/** Rows of a file; a falsified copy is made by replacing text before it is read. */
function rowsOf(file: string, falsify: (text: string) => string = (text) => text): string[][] {
  const text = falsify(new TextDecoder('windows-1252').decode(readFileSync(file)));
  const lines = text.split('\r\n').filter((line) => line !== '');
  return lines.map((line) =>
    [...line.matchAll(/(?<=^|;)(?:"([^"]*)"|([^;]*))(?=;|$)/g)].map((cell) => cell[1] ?? cell[2] ?? ''),
  );
}

interface ReadFile {
  readings: RowReading[];
  summary: FileSummary;
  itRows: RowReading[];
  units: ImportedUnit[];
}

function read(rows: string[][]): ReadFile {
  const [header = [], ...data] = rows;
  const found = detectProfile(header);
  if (found === null) throw new Error(`No profile fits ${header.join(';')}`);
  const totals = new ControlTotals(found.profile);
  const readings = data.map((cells, index) => readRow(found.profile, found.order, cells, index + 2));
  readings.forEach((reading) => totals.addRow(reading));
  return {
    readings,
    summary: totals.finishFile(),
    itRows: readings.filter((reading) => reading.kind === 'line' && isItRow(found.profile, reading.fields)),
    units: readings.flatMap((reading) => unitsOfRow(found.profile, reading.fields)),
  };
}

const totalsOf = (summary: FileSummary): Record<string, number> =>
  Object.fromEntries(summary.totals.map((total) => [total.column, total.totalCents]));
const columnSum = (rows: RowReading[], column: string): number =>
  sumCents(rows.flatMap((row): Cents[] => [row.cellCents.get(column) as Cents]));

whereThere(WESEL)("Wesel's Haushaltsplan 2017 (skipped without ../shared/data/de-wesel-haushalt)", () => {
  let file: ReadFile;
  beforeAll(() => (file = read(rowsOf(WESEL))));

  it('has 5,971 lines and a total row that is recognised and not imported', () => {
    expect([file.summary.lineRowCount, file.summary.invalidRowCount]).toEqual([5971, 0]);
    expect(file.readings.at(-1)).toMatchObject({ kind: 'total', rowNumber: 5973, lines: [] });
    expect(file.readings.flatMap((reading) => reading.problems)).toEqual([]);
  });

  it('adds up to the control totals in every column', () => {
    expect(totalsOf(file.summary)).toEqual({
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
    });
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

  it('turns income positive for the ledger and keeps the sign of the file beside it', () => {
    const actual2015 = file.readings
      .flatMap((reading) => reading.lines)
      .map((line) => ({ ...line, first: line.amounts[0] }));
    const ledger = (direction: string): number =>
      sumCents(
        actual2015.filter((line) => line.direction === direction).map((line) => line.first?.ledgerCents as Cents),
      );
    expect([ledger('revenue'), ledger('expense')]).toEqual([18_154_794_277, 18_088_500_128]);
  });

  it('finds the 55 IT rows', () => {
    expect(file.itRows).toHaveLength(55);
    expect([columnSum(file.itRows, 'Ist 2015'), columnSum(file.itRows, 'Plan 2017')]).toEqual([
      -133_572_294, -52_361_358,
    ]);
  });

  it('reports a total row falsified by one cent', () => {
    const falsified = read(rowsOf(WESEL, (text) => text.replace(';;;;;29.245.991,25;', ';;;;;29.245.991,26;')));
    expect(falsified.summary.findings).toEqual([
      {
        severity: 'error',
        code: 'TOTAL_ROW_DIFFERS',
        rowNumber: 5973,
        column: 'Ist 2015',
        params: { statedCents: 2_924_599_126, readCents: 2_924_599_125, differenceCents: 1 },
      },
    ]);
  });
});

whereThere(FREIBURG)(
  "Freiburg's Ergebnishaushalt 2017/2018 (skipped without ../shared/data/de-freiburg-ergebnishaushalt)",
  () => {
    let file: ReadFile;
    beforeAll(() => (file = read(rowsOf(FREIBURG))));

    it('has 363 rows, each a revenue and an expense line', () => {
      expect([file.summary.lineRowCount, file.summary.invalidRowCount]).toEqual([363, 0]);
      expect(file.readings.flatMap((reading) => reading.lines)).toHaveLength(726);
      expect(file.summary.findings).toEqual([]);
    });

    it('adds up to the control totals of every year, printed balances apart', () => {
      const balance = '(Saldo/Zuschussbedarf/Erträge - Aufwendungen)';
      expect(totalsOf(file.summary)).toEqual({
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
      });
    });

    it('reports the one printed balance that is off by 313.00 and imports its row all the same', () => {
      const problems = file.readings.flatMap((reading) => reading.problems);
      expect(problems).toEqual([
        {
          severity: 'warning',
          rowNumber: expect.any(Number) as number,
          code: 'BALANCE_DIFFERS',
          column: 'Ansatz (Saldo/Zuschussbedarf/Erträge - Aufwendungen)',
          params: { statedCents: -7_278_405_288, computedCents: -7_278_436_588, differenceCents: 31_300 },
        },
      ]);
      const row = file.readings.find((reading) => reading.problems.length > 0);
      expect([row?.kind, row?.fields.product, row?.fields.unit]).toEqual(['line', '112402', 'AMT-650']);
      expect(row?.lines.map((line) => line.amounts.find((entry) => entry.fiscalYear === 2017)?.ledgerCents)).toEqual([
        166_197_440, 7_444_634_028,
      ]);
    });

    it('finds IT Service by its name', () => {
      expect(columnSum(file.itRows, 'Ansatz 2017 (Erträge)')).toBe(9_028_000);
      expect(columnSum(file.itRows, 'Ansatz 2017 (Aufwendungen)')).toBe(-755_367_756);
    });

    it('names 5 Dezernate and 46 offices', () => {
      const codes = (level: string): Set<string> =>
        new Set(file.units.filter((unit) => unit.level === level).map((unit) => unit.code));
      expect([codes('division').size, codes('department').size]).toEqual([5, 46]);
      expect(file.units[1]).toEqual({
        level: 'department',
        code: 'AMT-000',
        name: '000 Gemeinderat',
        parentCode: 'DEZ-I',
      });
    });
  },
);
