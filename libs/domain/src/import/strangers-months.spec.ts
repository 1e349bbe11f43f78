import { checkMapping } from './mapping-check';
import {
  codesOf,
  fieldsOf,
  ledgerOf,
  readBy,
  type ReadTable,
  readTable,
  rowsOf,
  totalsOf,
} from '../../../testing/src/import/tables';

/** Tables with a column a month, as controllers keep them; rows and amounts are made up. */

const MONTHS = 'Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember'.split(',');

function read(text: string, about: Parameters<typeof readTable>[2] = {}): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI' }, about);
}

/** Twelve cells and what they add up to: 1.000,50 in January, 2.000,50 in February, and so on. */
const amounts = Array.from({ length: 12 }, (_, at) => `${at + 1}.000,50`).join(';');
const YEAR_CENTS = 7_800_600;
const asFile = (headers: readonly string[], more = '', cells = ''): string =>
  `Finanzstelle;Finanzposition;${headers.join(';')}${more}\n111105;4271000;${amounts}${cells}\n` +
  `111105;3482000;${amounts}${cells}\n111106;4431000;;;1,00;;;;;;;;;2,00${cells === '' ? '' : ';3,00'}\n`;
const LEDGER = { 'actual expense 2025': YEAR_CENTS + 300, 'actual revenue 2025': YEAR_CENTS };

describe('a column for each month', () => {
  it.each([
    ['`Januar 2025`', MONTHS.map((month) => `${month} 2025`)],
    ['`Jan 25`', MONTHS.map((month) => `${month.slice(0, 3).replace('Mär', 'Mrz')} 25`)],
    ['`01/2025`', MONTHS.map((_, at) => `${String(at + 1).padStart(2, '0')}/2025`)],
    ['`2025-01`', MONTHS.map((_, at) => `2025-${String(at + 1).padStart(2, '0')}`)],
    ['`Ist Januar 2025`', MONTHS.map((month) => `Ist ${month} 2025`)],
  ])('%s is added up to the year, and the evidence says so', (_, headers) => {
    const table = read(asFile(headers), { fileName: 'Ist-Werte.csv' });
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(table.evidence).toContainEqual({
      ...{ aspect: 'years', code: 'MONTHS_ADDED', column: null },
      params: { count: 12, first: headers[0], last: headers[11] },
    });
    expect(checkMapping(table.mapping).ok).toBe(true);
    const [line] = table.readings.flatMap((row) => (row.kind === 'line' ? row.lines : []));
    expect(line?.amounts).toEqual([
      { fiscalYear: 2025, phase: 'actual', fileCents: YEAR_CENTS, ledgerCents: YEAR_CENTS },
    ]);
  });

  it.each([
    ['names without a year', MONTHS],
    ['M01 to M12', MONTHS.map((_, at) => `M${String(at + 1).padStart(2, '0')}`)],
    ['periods of SAP', MONTHS.map((_, at) => `Per. ${String(at + 1).padStart(3, '0')}`)],
    ['twelve bare numbers', MONTHS.map((_, at) => String(at + 1))],
  ])('%s take the year of the file', (_, headers) => {
    const table = read(asFile(headers), { fileName: 'Ist 2025.csv' });
    expect([table.questions, ledgerOf(table)]).toEqual([[], LEDGER]);
  });

  it('is asked about once where nothing says whether it is planned or spent', () => {
    expect(codesOf(read(asFile(MONTHS.map((month) => `${month} 2025`))).questions)).toEqual(['KIND']);
  });

  it('of two years is added up for each', () => {
    const table = read(
      'Kostenstelle;Sachkonto;Ist 11/2024;Ist 12/2024;Ist 01/2025\n1020;4271000;10,00;20,50;30,00\n1020;3482000;1,00;2,00;3,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'actual expense 2024': 3050, 'actual revenue 2024': 300 },
      ...{ 'actual expense 2025': 3000, 'actual revenue 2025': 300 },
    });
  });

  it('takes the year of its row', () => {
    const table = read(
      'Kostenstelle;Konto;Jahr;Ist M01;Ist M02;Ist M03\n1020;4271000;2024;1,10;2,20;3,30\n1020;4271000;2025;1,00;1,00;1,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({ 'actual expense 2024': 660, 'actual expense 2025': 300 });
  });

  it('leaves a department called Dez alone where there are no months', () => {
    const table = read('Dez;Amt;Sachkonto;Ansatz 2026\n1;10;4271000;140,00\n2;20;3482000;10,50\n');
    expect(fieldsOf(table)).toMatchObject({ Dez: 'division', Amt: 'unit' });
  });

  it.each(['41000;42000;43000', '427101;443102;348203', '200901;200902;200903'])(
    'is none headed by codes %s',
    (codes) => {
      const table = read(
        `Produkt;Kostenstelle;Bezeichnung;Amt;${codes};Ansatz 2026\n1;1020;IT;10;1,00;2,00;3,00;6,00\n2;1030;Tel;20;1,50;2,50;3,50;7,50\n`,
      );
      expect(codesOf(table.evidence)).not.toContain('MONTHS_ADDED');
      expect(codesOf(table.questions)).toContain('AMOUNT_LEFT_OVER');
    },
  );

  it('says nothing where three numbers are no year', () => {
    const text =
      'Produkt;Kostenstelle;Konto;Bezeichnung;Amt;1;2;3;Ansatz 2026\n1;10;4271000;IT;1;1,00;2,00;3,00;6,00\n2;20;3482000;E;2;4,00;5,00;6,00;9,00\n';
    expect(codesOf(read(text).evidence)).not.toContain('MONTHS_ADDED');
  });
});

describe('a column for each quarter', () => {
  it.each([
    ['`Q1 2025`', ['Q1 2025', 'Q2 2025', 'Q3 2025', 'Q4 2025']],
    ['`1. Quartal`', ['1. Quartal', '2. Quartal', '3. Quartal', '4. Quartal']],
    ['`II. Quartal`', ['I. Quartal', 'II. Quartal', 'III. Quartal', 'IV. Quartal']],
  ])('%s is added up, too', (_, headers) => {
    const text = `Produkt;Sachkonto;${headers.join(';')};Summe\n1;4271000;10,50;20,00;30,00;40,00;100,50\n2;3482000;1,00;;3,00;4,00;8,00\n`;
    const table = readTable(rowsOf(text), { accountFrame: 'NI' }, { fileName: 'Ist 2025.csv' });
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(ledgerOf(table)).toEqual({ 'actual expense 2025': 10_050, 'actual revenue 2025': 800 });
  });
});

describe('a month in every row', () => {
  const rows = '1020;4271000;{1};10,00\n1020;4271000;{2};20,00\n1020;3482000;{1};1,50\n1030;4431000;{2};5,25\n';
  const asText = (header: string, first: string, second: string): string =>
    `Kostenstelle;Konto;${header};Ist\n${rows.replaceAll('{1}', first).replaceAll('{2}', second)}`;

  it.each([
    ['Monat', '2025-01', '2025-02'],
    ['Buchungsperiode', '01/2025', '02/2025'],
    ['Monat', 'Januar 2025', 'Februar 2025'],
  ])('is no line of its own: %s %s and %s are added up to their year', (header, first, second) => {
    const table = read(asText(header, first, second));
    expect([table.questions, table.problems, table.summary.questions]).toEqual([[], [], []]);
    expect(table.mapping).toMatchObject({ keyFields: ['costCentre', 'account'], repeatedLines: 'add' });
    expect(codesOf(table.evidence)).toContain('MONTH_ROWS');
    expect(ledgerOf(table)).toEqual({ 'actual expense 2025': 3525, 'actual revenue 2025': 150 });
  });

  it('takes the year of the file where it names none', () => {
    const table = read(asText('Monat', '1', '2'), { fileName: 'Ist 2025.csv' });
    expect([table.questions, ledgerOf(table)]).toEqual([
      [],
      { 'actual expense 2025': 3525, 'actual revenue 2025': 150 },
    ]);
  });

  it('is asked about where a line has two rows in one month', () => {
    const twice = `${asText('Monat', '2025-01', '2025-02')}1020;4271000;2025-01;7,00\n`;
    const table = read(twice);
    expect(codesOf(table.summary.questions)).toEqual(['LINE_REPEATED']);
  });

  it('tells the year of a plan', () => {
    const table = read(asText('Monat', '2027-01', '2027-02').replace(';Ist', ';Plan'));
    expect([table.questions, table.mapping.plan?.firstYear]).toEqual([[], 2027]);
  });
});

describe('months that each hold all before them', () => {
  const growing = [1, 2, 3].map(
    (row) => `${row};427100${row};${MONTHS.map((_, at) => `${(at + 1) * row}0,50`).join(';')}\n`,
  );
  const text = `Produkt;Sachkonto;${MONTHS.join(';')}\n${growing.join('')}`;
  const about = { fileName: 'Ist 2025.csv' };

  it('are asked about; until it is answered, January is not counted twelve times', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI' }, about);
    expect(table.questions.map(({ code, options }) => [code, options])).toEqual([
      ['MONTHS_CUMULATED', ['last', 'add']],
    ]);
    expect(ledgerOf(table)).toEqual({ 'actual expense 2025': 72_150 });
  });

  it('are added up where the person says that they hold none', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI', answers: { MONTHS_CUMULATED: 'add' } }, about);
    expect([table.questions, codesOf(table.evidence).includes('MONTHS_ADDED')]).toEqual([[], true]);
    expect(ledgerOf(table)).toEqual({ 'actual expense 2025': 469_800 });
  });

  it('are asked about where a title says so, and the last one with anything in it counts', () => {
    const flat = text.replace(/;\d+0,50/g, ';10,00').replace(/(?:;10,00){6}\n/g, ';;;;;;\n');
    const headed = MONTHS.reduce((all, month) => all.replace(month, `Ist ${month} 2025`), flat);
    const table = readTable(rowsOf(headed), { accountFrame: 'NI' }, { fileName: 'Ist kumuliert.csv' });
    expect(codesOf(table.questions)).toContain('MONTHS_CUMULATED');
    expect(fieldsOf(table)).toEqual({ Produkt: 'product', Sachkonto: 'account' });
    expect(table.mapping.columns.filter(({ role }) => role === 'amount')).toMatchObject([
      { header: 'Ist Juni 2025', month: 6 },
    ]);
  });
});

describe('the year beside its months', () => {
  const headers = MONTHS.map((month) => `Ist ${month} 2025`);

  it.each(['Summe', 'Gesamt 2025', 'Ist 2025', 'Jahr', 'Jahressumme'])('called %s is compared, never added', (name) => {
    const table = read(asFile(headers, `;${name}`, ';78.006,00'));
    expect([table.questions, ledgerOf(table)]).toEqual([[], LEDGER]);
    expect(codesOf(table.problems)).toEqual([]);
    expect(table.evidence).toContainEqual(
      expect.objectContaining({
        code: 'BALANCE_FITS',
        params: expect.objectContaining({ parts: 'Ist Januar 2025 + … + Ist Dezember 2025', percent: 100 }) as unknown,
      }),
    );
    expect(totalsOf(table)[name]).toBe(2 * YEAR_CENTS + 300);
  });

  it('that is wrong is reported in its row and not taken', () => {
    const table = read(asFile(headers, ';Summe', ';79.000,00'));
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(table.problems.map(({ code, rowNumber }) => [code, rowNumber])).toEqual([
      ['BALANCE_DIFFERS', 2],
      ['BALANCE_DIFFERS', 3],
    ]);
  });

  it('is compared, too, where months without bookings are blank', () => {
    const text = `Kostenstelle;Konto;Ist Januar;Ist Februar;Ist März;Summe\n1;4271000;1,00;;2,00;3,00\n2;4431000;;;5,00;5,00\n3;4431000;;1,50;;9,00\n`;
    const table = readTable(rowsOf(text), { accountFrame: 'NI', fiscalYear: 2025 });
    expect(table.problems).toMatchObject([{ code: 'BALANCE_DIFFERS', rowNumber: 4, params: { computedCents: 150 } }]);
  });

  it.each(['Plan kumuliert', 'Budget YTD'])('called %s is a part of the plan and stays out', (name) => {
    const table = readTable(rowsOf(asFile(headers, `;${name}`, ';9,00')), { accountFrame: 'NI', kind: 'actuals' });
    expect([table.questions, ledgerOf(table)]).toEqual([[], LEDGER]);
    expect(fieldsOf(table)).toEqual({ Finanzstelle: 'costCentre', Finanzposition: 'account' });
  });

  it('that is not called a sum and is none is asked about', () => {
    const plan = MONTHS.map((month) => `Plan ${month} 2025`);
    const { questions } = read(asFile(plan, ';Planansatz 2025', ';80.000,00'));
    expect(codesOf(questions)).toContain('AMOUNT_TWICE');
  });

  it('that is planned is the plan beside them', () => {
    const table = read(asFile(headers, ';Plan 2025', ';80.000,00'));
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toMatchObject({ ...LEDGER, 'plan revenue 2025': 8_000_000 });
  });
});

it('a kept mapping reads the months of the next year', () => {
  const { mapping } = read(asFile(MONTHS.map((month) => `Ist ${month} 2025`)));
  const next = rowsOf(asFile(MONTHS.map((month) => `Ist ${month} 2026`)));
  const table = readTable(next, { profiles: [{ code: 'months', name: 'Monate', mapping }] });
  expect([table.profile, table.questions]).toEqual(['months', []]);
  expect(ledgerOf(table)).toEqual({ 'actual expense 2026': YEAR_CENTS + 300, 'actual revenue 2026': YEAR_CENTS });
  expect(readBy(table.mapping, next).problems).toEqual([]);
});
