import { readBlock, readCell, writeBlock, writeCell } from './plan-cells';

const CENTS = (text: string): number | null | undefined => readCell('l-1', 2027, text).cents;

describe('a typed or pasted cell', () => {
  it.each<[string, number | null]>([
    ['1.234,56', 123_456],
    ['1234', 123_400],
    ['12 345,60 €', 1_234_560],
    ['0', 0],
    ['0,00', 0],
    ['−5,00', -500],
    ['1.234,56-', -123_456],
    [' -   € ', 0],
    ['-', null],
    ['', null],
    ['  ', null],
    ['–', null],
  ])('reads %p; empty is nothing planned and not 0', (text, cents) => {
    expect(CENTS(text)).toBe(cents);
  });

  it('asks what "1.234" means and never guesses', () => {
    const edit = readCell('l-1', 2027, '1.234');
    expect(edit.cents).toBeUndefined();
    expect(edit.ambiguous).toMatchObject({ cents: 123_400 });
  });

  it('keeps what cannot be read, so that it can be mended', () => {
    expect(readCell('l-1', 2027, 'zwölf')).toMatchObject({ text: 'zwölf', cents: undefined });
  });
});

describe('a block from a spreadsheet', () => {
  it('is a column, with or without Windows line ends', () => {
    expect(readBlock('1,00\r\n2,00\r\n\r\n4,00\r\n')).toEqual([['1,00'], ['2,00'], [''], ['4,00']]);
  });

  it('is rows and columns', () => {
    expect(readBlock('1\t2\n3\t4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('is one cell, too, and a cell with breaks inside stays one', () => {
    expect(readBlock('12,50\n')).toEqual([['12,50']]);
    expect(readBlock('"1,00\n2,00"\t3\r\n')).toEqual([['1,00 2,00', '3']]);
    expect(readBlock('"Der ""große"" Rahmen"\t3')).toEqual([['Der "große" Rahmen', '3']]);
  });

  it('goes out as a German spreadsheet reads it: no grouping, blank for nothing, 0 for 0', () => {
    const amounts = [123_456, null, 0, -50].map(writeCell);
    expect(writeBlock([['Netz\tRathaus', ...amounts]])).toBe('Netz Rathaus\t1234,56\t\t0,00\t-0,50');
    expect(writeBlock([['1'], ['2']])).toBe('1\r\n2');
  });

  it.each([123_456, null, 0, -50, 999_999_999_999])('%s comes back as it went out', (amountCents) => {
    expect(CENTS(writeCell(amountCents))).toBe(amountCents);
  });
});
