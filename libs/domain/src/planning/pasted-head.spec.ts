import { readPastedHead } from './pasted-head';

const YEARS = [2027, 2028, 2029];

/** The head as `year@column` and the column of line numbers, or null. The block lands on 2027, 2028 and so on. */
function read(first: readonly string[], landing: readonly (number | null)[] = YEARS): string | null {
  const head = readPastedHead([first, first.map(() => '1')], YEARS, landing);
  if (head === null) return null;
  const columns = [...head.columnOf].map(([year, column]) => `${year}@${column}`);
  return [...columns, ...(head.numberColumn === null ? [] : [`Zeile@${head.numberColumn}`])].join(' ');
}

describe('the first row of a block from Excel', () => {
  it.each<[string, readonly string[], string]>([
    ['years over the columns are no amounts of two thousand euros', ['2027', '2028'], '2027@0 2028@1'],
    ['years in another order say where they belong', ['2029', '2027'], '2029@0 2027@1'],
    ['words before the year and the unit behind it', ['Ansatz 2027 in €', 'Plan 2028'], '2027@0 2028@1'],
    ['names and the year before, which cannot be planned', ['Bezeichnung', '2026', '2027'], '2027@2'],
    ['numbers of lines', ['Zeile', 'Konto', '2027', '2028'], '2027@2 2028@3 Zeile@0'],
    ['one year with its word', ['Plan 2028'], '2028@0'],
    ['one bare year over just its column', ['2027'], '2027@0'],
  ])('%s', (_, first, head) => {
    expect(read(first)).toBe(head);
  });

  it.each<[string, readonly string[]]>([
    ['amounts', ['1.000,00', '2.000,00']],
    ['one amount of 2,028.00 that falls on 2027', ['2028']],
    ['an amount beside what may be a year', ['2027', '15.000']],
    ['years of another plan', ['2035', '2036']],
    ['a year twice', ['2027', 'Plan 2027']],
    ['words alone', ['Ansatz', 'Bemerkung']],
    ['thousands of euros', ['2027 in T€']],
  ])('is none: %s', (_, first) => {
    expect(read(first)).toBeNull();
  });

  it('is none when nothing stands below it', () => {
    expect(readPastedHead([['2027', '2028']], YEARS, YEARS)).toBeNull();
    expect(readPastedHead([], YEARS, YEARS)).toBeNull();
  });
});
