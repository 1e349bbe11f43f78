import fc from 'fast-check';
import { ledgerOf, readTable, totalsOf, withColumns } from '../../../testing/src/import/tables';
import type { TableRow } from './table';

const HEADER = [
  'Kostenstelle',
  'Produkt',
  'Produktbezeichnung',
  'Sachkonto',
  'Bezeichnung',
  'Ist 2024',
  'Ansatz 2025',
  'Ansatz 2026',
  'Saldo',
];
const ACCOUNTS = ['3141000', '3321000', '4011000', '4271000', '4431000', '6811000', '7831000'];
const amount = fc.integer({ min: -9_999_999, max: 99_999_999 });

/** Cents as a German finance system writes them. */
function german(cents: number): string {
  const euros = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}${euros},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

const line = fc.record({ account: fc.constantFrom(...ACCOUNTS), amounts: fc.tuple(amount, amount, amount) });

/** A plan with a total row; every row has a product of its own, so that its key is unique. */
const table = fc.array(line, { minLength: 5, maxLength: 30 }).map((lines): TableRow[] => {
  const cells = lines.map(({ account, amounts: [actual, before, plan] }, at) => [
    String(1000 + (at % 3)),
    String(11_000 + at),
    `Produkt ${at}`,
    account,
    `Konto ${account}`,
    german(actual),
    german(before),
    german(plan),
    german(actual + before),
  ]);
  const sums = [0, 1, 2].map((index) => lines.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0));
  const total = ['Summe', '', '', '', '', ...sums.map(german), german((sums[0] ?? 0) + (sums[1] ?? 0))];
  return [HEADER, ...cells, total].map((row, at) => ({ rowNumber: at + 1, cells: row }));
});
const order = fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length });

it('Whatever the order of the columns, the sums are the same, to the cent and by direction', () => {
  fc.assert(
    fc.property(table, order, (rows, columns) => {
      const hints = { accountFrame: 'NI', fiscalYear: 2026, answers: { SIGN: 'both_positive' } } as const;
      const [straight, shuffled] = [readTable(rows, hints), readTable(withColumns(rows, columns), hints)];
      expect(totalsOf(shuffled)).toEqual(totalsOf(straight));
      expect(ledgerOf(shuffled)).toEqual(ledgerOf(straight));
      expect(shuffled.summary.rows).toBe(rows.length - 2);
      expect(shuffled.summary.findings.map(({ code }) => code)).toContain('TOTAL_ROW_MATCHES');
    }),
    { numRuns: 40 },
  );
});
