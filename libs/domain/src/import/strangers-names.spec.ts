import { codesOf, fieldsOf, ledgerOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** What codes and lines are called in files of other cities; rows and amounts are made up. */

const keysOf = (table: ReadTable | undefined): string[] =>
  (table?.readings ?? []).flatMap((reading) => (reading.kind === 'line' ? reading.lines.map(({ key }) => key) : []));

describe('levels that each stand beside their label', () => {
  const label = (level: number): string => `Class ${level} Level Unique Identifier,${level} Level display label`;
  const text =
    `${[1, 2, 3, 4].map(label).join(',')},Direction,Date,Amount Kind,Amount\n` +
    '1,Verwaltungsspitze,-001,Büro der Leitung,50,Personal,50111000,Bezüge,Ausgabe,2024,IST,90000.50\n' +
    '1,Verwaltungsspitze,-001,Büro der Leitung,50,Personal,50111000,Bezüge,Ausgabe,2026,PLAN,95000\n' +
    '1,Verwaltungsspitze,-002,Presse,50,Personal,50111000,Bezüge,Ausgabe,2024,IST,40000\n' +
    '1,Verwaltungsspitze,-002,Presse,50,Personal,50111000,Bezüge,Ausgabe,2026,PLAN,41000\n' +
    '2,Inneres,-020,Informationstechnik,52,Sachaufwand,52550100,Wartung,Ausgabe,2024,IST,70000.25\n' +
    '2,Inneres,-020,Informationstechnik,52,Sachaufwand,52550100,Wartung,Ausgabe,2026,PLAN,72000\n' +
    '2,Inneres,-020,Informationstechnik,44,Erstattungen,44820000,Erstattung vom Land,Einnahme,2026,PLAN,5000\n';

  it('are named by the label that fits each best, not by the first one', () => {
    const table = readTable(rowsOf(text, ','), { accountFrame: 'NW' });
    expect(table.questions).toEqual([]);
    expect(fieldsOf(table)).toMatchObject({
      'Class 2 Level Unique Identifier': 'detail',
      '2 Level display label': 'detailName',
      'Class 4 Level Unique Identifier': 'account',
      '4 Level display label': 'accountName',
    });
    expect(fieldsOf(table)).not.toHaveProperty('1 Level display label');
    expect(ledgerOf(table)).toEqual({
      'actual expense 2024': 20_000_075,
      'plan expense 2026': 20_800_000,
      'plan revenue 2026': 500_000,
    });
  });

  it('and a column is either used or left out, never both', () => {
    const { evidence } = readTable(rowsOf(text, ','), { accountFrame: 'NW' });
    const told = evidence.filter(({ params }) => params.header === '2 Level display label');
    expect(codesOf(told)).toEqual(['COLUMN_BY_WORD']);
  });
});

describe('tables of one product each', () => {
  const table = (product: string): string =>
    `Produkt;Sachkonto;Ansatz 2027\n${product};4271000;90,00\n${product};4291000;10,00\n`;

  it('have lines of their own, though their accounts are the same', () => {
    const [it, school] = ['111105', '211010'].map((product) =>
      readTable(rowsOf(table(product)), { accountFrame: 'NI' }),
    );
    expect(keysOf(it)).toEqual(['111105|4271000', '111105|4291000']);
    expect(keysOf(school)).toEqual(['211010|4271000', '211010|4291000']);
  });

  it('and an account that stands once for each product is part of its line, too', () => {
    const text = 'Kostenstelle;Sachkonto;Ansatz 2027\n1010;4271000;90,00\n1020;4271000;10,00\n';
    expect(keysOf(readTable(rowsOf(text), { accountFrame: 'NI' }))).toEqual(['1010|4271000', '1020|4271000']);
  });
});
