import { checkMapping } from './mapping-check';
import { codesOf, ledgerOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** Accounts as rows and a column of amounts for each part of the budget, as controllers lay them out; all made up. */

function read(text: string): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI' });
}

function linesOf({ readings }: ReadTable): Record<string, readonly number[]> {
  const lines = readings.flatMap((row) => (row.kind === 'line' ? row.lines : []));
  return Object.fromEntries(lines.map(({ key, amounts }) => [key, amounts.map(({ ledgerCents }) => ledgerCents)]));
}

const ROWS =
  '4271000;Software;1.000,50;2.000,00;3.000,00;6.000,50\n3482000;Erstattung;100,00;200,00;300,00;600,00\n' +
  '4431000;Geschäft;10,00;;30,00;40,00\n';
const LEDGER = { 'plan expense 2026': 604_050, 'plan revenue 2026': 60_000 };

describe('a column for each part of the budget', () => {
  it.each([
    ['subBudget', 'THH 1;THH 2;THH 3', ['1', '2', '3']],
    ['unit', 'Fachbereich 10 - Zentrale Dienste;Fachbereich 20;Fachbereich 30', ['10', '20', '30']],
    ['productArea', '11 Innere Verwaltung;12 Sicherheit;21 Schulen', ['11', '12', '21']],
  ])('gives each row a line of every %s', (field, headers, [first, second, third]) => {
    const table = read(`Haushaltsplan 2026;;;;;\nSachkonto;Bezeichnung;${headers};Summe\n${ROWS}`);
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(codesOf(table.evidence)).toContain('COLUMNS_OF_PARTS');
    expect(table.mapping).toMatchObject({ direction: 'account', keyFields: [field, 'account'] });
    expect(checkMapping(table.mapping).ok).toBe(true);
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(linesOf(table)).toEqual({
      ...{ [`${first}|4271000`]: [100_050], [`${second}|4271000`]: [200_000], [`${third}|4271000`]: [300_000] },
      ...{ [`${first}|3482000`]: [10_000], [`${second}|3482000`]: [20_000], [`${third}|3482000`]: [30_000] },
      ...{ [`${first}|4431000`]: [1000], [`${third}|4431000`]: [3000] },
    });
  });

  it('may hold plan and result, and each line has both', () => {
    const table = read(
      'Sachkonto;THH 1 Ansatz 2026;THH 1 Ergebnis 2024;THH 2 Ansatz 2026;THH 2 Ergebnis 2024\n4271000;1,50;2,00;3,00;4,00\n4431000;5,00;6,00;7,00;8,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(linesOf(table)).toEqual({
      ...{ '1|4271000': [150, 200], '2|4271000': [300, 400] },
      ...{ '1|4431000': [500, 600], '2|4431000': [700, 800] },
    });
  });

  it('names the units it is about, with what they are called', () => {
    const table = read(
      'Ansatz 2026;;\nSachkonto;Amt 10 - Hauptamt;Amt 20 - Kämmerei\n4271000;1,50;3,00\n4431000;5,00;7,00\n',
    );
    expect(table.mapping.unitLevels).toEqual([{ level: 'department', code: 'unit', name: 'unitName' }]);
    const [row] = table.readings.flatMap((one) => (one.kind === 'line' ? [one.lines.map(({ part }) => part)] : []));
    expect(row).toEqual([
      { unit: '10', unitName: 'Hauptamt' },
      { unit: '20', unitName: 'Kämmerei' },
    ]);
  });

  it.each([
    'Budget 2025;Budget 2026',
    'Produkt 1 Ansatz 2026;Ansatz 2025',
    '4271000 Software;4431000 Geschäft;4211000 Bau',
  ])('is none: %s', (headers) => {
    const { mapping } = read(`Sachkonto;${headers}\n4271000;1,50;3,00;2,00\n4431000;5,00;7,00;2,00\n`);
    expect(mapping.columns.some((column) => column.role === 'amount' && column.of !== undefined)).toBe(false);
  });
});
