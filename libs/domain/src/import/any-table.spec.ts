import fc from 'fast-check';
import { readTable } from '../../../testing/src/import/tables';
import { IMPORT_KINDS } from './mapping';
import type { TableRow } from './table';

/** Cells that have made programs stumble, beside whatever a generator thinks of. */
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '-',
      '1.234',
      '1,234',
      '1.234,56',
      '1234.5',
      '-0,00',
      '5,00-',
      '(3)',
      '9'.repeat(30),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Ansatz 2026',
      'Ist 2024',
      '2025',
      'Plan',
      'Produkt',
      'Sachkonto',
      'Betrag',
      'Datum',
      'S/H',
      'Summe',
      '= Ergebnis',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '4271000',
      '3141000',
      '54310000',
      '11',
      '1110',
      '31.12.2026',
      '02/03/2026',
      '00:00:00',
      '20260101',
      'S',
      'H',
      'Ertrag',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const table = fc
  .array(fc.array(cell, { maxLength: 8 }), { maxLength: 25 })
  .map((rows): TableRow[] => rows.map((cells, at) => ({ rowNumber: at + 1, cells })));
const kind = fc.option(fc.constantFrom(...IMPORT_KINDS), { nil: undefined });

it('Whatever a file holds, it is understood or asked about; nothing breaks and nothing is counted twice', () => {
  fc.assert(
    fc.property(table, kind, (rows, said) => {
      const { readings, summary, mapping, questions } = readTable(rows, said === undefined ? {} : { kind: said });
      expect(readings).toHaveLength(rows.length);
      const taken = readings.filter(({ kind: of }) =>
        ['line', 'booking', 'unit', 'record', 'invalid'].includes(of),
      ).length;
      expect(summary.rows).toBe(taken);
      expect(summary.totals.every(({ totalCents }) => Number.isSafeInteger(totalCents))).toBe(true);
      expect(JSON.parse(JSON.stringify(mapping))).toEqual(mapping);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    }),
    { numRuns: 120 },
  );
});
