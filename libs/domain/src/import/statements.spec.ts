import { checkMapping } from './mapping-check';
import { codesOf, ledgerOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** Statements whose rows bear their number in the text, as plans are turned into tables; rows and amounts are made up. */

const ROWS: readonly (readonly [string, string, string])[] = [
  ['1 Steuern und ähnliche Abgaben', '-300,00', '-310,00'],
  ['2 + Zuwendungen', '-100,00', '-90,00'],
  ['3 +/- Bestandsveränderungen', '', '-5,00'],
  ['10 = Ordentliche Erträge', '-400,00', '-405,00'],
  ['11 - Personalaufwendungen', '250,00', '260,00'],
  ['12 - Transferaufwendungen', '150,00', '130,00'],
  ['14 + Bilanzielle Abschreibungen', '20,00', '30,00'],
  ['17 = Ordentliche Aufwendungen', '420,00', '420,00'],
  ['18 = Ergebnis (= 10 + 17)', '20,00', '15,00'],
];
const asFile = (rows: typeof ROWS): string =>
  `;Ergebnis 2024;Ansatz 2026\n${rows.map((cells) => cells.join(';')).join('\n')}\n`;

function read(text: string): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NW' }, { fileName: 'Teilergebnisplan_PG_1105_Recht.csv' });
}

describe('a statement with the number of the row before its text', () => {
  it('is understood by its marks and adds up to what it prints', () => {
    const table = read(asFile(ROWS));
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(table.mapping).toMatchObject({
      ...{ direction: 'statement', signs: { revenue: -1, expense: 1 } },
      keyFields: ['product', 'statement', 'statementLineName'],
    });
    expect(checkMapping(table.mapping).ok).toBe(true);
    expect(ledgerOf(table)).toEqual({
      ...{ 'actual revenue 2024': 40_000, 'actual expense 2024': 42_000 },
      ...{ 'plan revenue 2026': 40_500, 'plan expense 2026': 42_000 },
    });
    expect(codesOf(table.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
    expect(table.summary.totals.map(({ totalCents, printedCents }) => [totalCents, printedCents])).toEqual([
      [2000, 2000],
      [1500, 1500],
    ]);
  });

  it('is asked about where dashes only part the number from the text', () => {
    const dashed = ROWS.map(
      ([text, ...cells]) => [text.replace(/^(\d+) (?![=])[+/-]*\s*/, '$1 - '), ...cells] as const,
    );
    expect(codesOf(read(asFile(dashed)).questions)).toEqual(['DIRECTION']);
  });
});
