import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { attachment } from './attachment';
import { csvRow } from './csv-row';

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-12,50', '-12,50'],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['＝1+1', "'＝1+1"],
  ['－1', "'－1"],
  ['420000', '420000'],
  ['Müller; "Söhne"', '"Müller; ""Söhne"""'],
  ['zwei\nZeilen', '"zwei\nZeilen"'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(csvRow([text])).toBe(`${written}\r\n`);
});

test('amounts are German and stay numbers', () => {
  expect(csvRow([{ amountCents: 123_456 }, { amountCents: -5 }, { amountCents: 0 }])).toBe('1234,56;-0,05;0,00\r\n');
});

test('F28 any row comes back with as many cells, none of which is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 6 }), (cells) => {
      const rows: string[][] = parse(csvRow(cells), { delimiter: ';', record_delimiter: '\r\n' });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toHaveLength(cells.length);
      for (const cell of rows[0] ?? []) expect(cell).not.toMatch(/^[\s]*[=+@＝＋－＠]/);
    }),
  );
});

test('a file name never ends its header, and keeps its letters in the full form', () => {
  expect(attachment('Müller "2026".pdf')).toBe(
    `attachment; filename="Muller _2026_.pdf"; filename*=UTF-8''M%C3%BCller%20%222026%22.pdf`,
  );
  expect(attachment('a\r\nSet-Cookie: x=1;.pdf')).not.toMatch(/[\r\n]/);
});
