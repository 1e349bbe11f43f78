import { type PlanTableReading, readPlanTable } from './plan-table';

const YEARS = [2026, 2027, 2028];
const LINES = ['4S.100001', '4S.100002', '4E.100001'];

const read = (...rows: readonly (readonly string[])[]): PlanTableReading =>
  readPlanTable(
    rows.map((cells, at) => ({ rowNumber: at + 1, cells })),
    { years: YEARS, isLine: (number) => LINES.includes(number) },
  );

/** Cells as `line year cents`, errors as `row/column code`. */
function told(reading: PlanTableReading): { cells: string[]; errors: string[] } | string {
  if (!reading.ok) return reading.code;
  return {
    cells: reading.cells.map(({ lineNumber, fiscalYear, amountCents }) => `${lineNumber} ${fiscalYear} ${amountCents}`),
    errors: reading.errors.map(({ rowNumber, column, code }) => `${rowNumber}/${column} ${code}`),
  };
}

describe('a spreadsheet with plan amounts', () => {
  test('is read as the grid writes it: numbers with a point, blank is nothing planned and not zero', () => {
    const reading = read(
      ['Zeile', 'Bezeichnung', '2027', '2028'],
      ['4S.100001', 'Rechenzentrum', '253448.28', ''],
      ['4S.100002', 'Büro', '0', '1234.5'],
    );
    expect(told(reading)).toEqual({
      cells: ['4S.100001 2027 25344828', '4S.100001 2028 null', '4S.100002 2027 0', '4S.100002 2028 123450'],
      errors: [],
    });
  });

  test('may be changed by people: words before the head, moved and added columns, German amounts, a sum below', () => {
    const reading = read(
      ['Haushalt 2027, Stand 12.10.'],
      [],
      ['Ansatz 2028', 'Bemerkung', 'Zeile', 'Plan 2027', '2035'],
      ['1.234,56 €', 'neu', '4E.100001', '\u2212500', '7'],
      ['9', '', '', '9', '9'],
    );
    expect(told(reading)).toEqual({ cells: ['4E.100001 2028 123456', '4E.100001 2027 -50000'], errors: [] });
  });

  test.each([
    ['words', 'siehe Anlage', 'AMOUNT_FORMAT'],
    ['an error of the spreadsheet', '#DIV/0!', 'AMOUNT_FORMAT'],
    ['parts of a cent', '12.345,678', 'AMOUNT_FORMAT'],
    ['a point with two meanings', '1.234', 'AMOUNT_AMBIGUOUS'],
    ['more than any city has', '99999999999999', 'AMOUNT_RANGE'],
  ])('names the cell with %s and takes the others', (_, value, code) => {
    const reading = read(['Zeile', '2027', '2028'], ['4S.100001', value, '10']);
    expect(told(reading)).toEqual({ cells: ['4S.100001 2028 1000'], errors: [`2/1 ${code}`] });
  });

  test('comes from the finance system or with the accounting format: a minus behind the figure, a dash for 0,00', () => {
    const reading = read(['Zeile', 'Ansatz 2027 in €', '2028 €'], ['4S.100001', '1.234,56-', ' -   € ']);
    expect(told(reading)).toEqual({ cells: ['4S.100001 2027 -123456', '4S.100001 2028 0'], errors: [] });
    expect(told(read(['Zeile', '2027 in T€'], ['4S.100001', '1']))).toBe('PLAN_TABLE_HEADER');
  });

  test('names lines that nobody knows and those that come twice', () => {
    const reading = read(['Zeile', '2027'], ['4S.100001', '1'], ['9X.1', '2'], ['4S.100001', '3']);
    expect(told(reading)).toEqual({ cells: ['4S.100001 2027 100'], errors: ['3/0 LINE_UNKNOWN', '4/0 LINE_TWICE'] });
  });

  test('is none without a column of lines and one of a planned year, or with a year twice', () => {
    expect(told(read(['Name', '2027'], ['4S.100001', '1']))).toBe('PLAN_TABLE_HEADER');
    expect(told(read(['Zeile', '2035'], ['4S.100001', '1']))).toBe('PLAN_TABLE_HEADER');
    expect(told(read(['Zeile', '2027', 'Plan 2027'], ['4S.100001', '1', '2']))).toBe('PLAN_TABLE_YEAR_TWICE');
  });
});
