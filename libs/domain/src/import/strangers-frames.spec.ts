import { codesOf, fieldsOf, ledgerOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** Files whose accounts are not those of the city's Land; rows and amounts are made up. */

function read(text: string, hints: Parameters<typeof readTable>[1] = {}): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI', ...hints });
}

const askedFor = ({ questions }: ReadTable): unknown => questions.map(({ code, options }) => [code, options]);

describe('Austria', () => {
  const text =
    'Ansatz;Ansatzbezeichnung;Post;Postbezeichnung;VA 2026;RA 2024\n010000;Zentralamt;728000;Entgelte;12.000,00;10.532,10\n' +
    '016000;IT;817000;Ersätze;2.000,00;1.999,00\n016000;IT;728000;Entgelte;350,00;310,10\n016000;IT;042000;Ausstattung;90,00;80,00\n';

  it('`Ansatz` above codes is the number of a product, never an amount; Post is the account, and its frame is proposed', () => {
    const table = read(text);
    expect(askedFor(table)).toEqual([['ACCOUNT_FRAME', ['AT', 'unclassified']]]);
    expect(fieldsOf(table)).toMatchObject({ Ansatz: 'product', Ansatzbezeichnung: 'productName', Post: 'account' });
  });

  it('class 8 is revenue once the person has said so, and what class 0 is nobody can tell by its number', () => {
    const table = read(text, { answers: { ACCOUNT_FRAME: 'AT' } });
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2026': 1_235_000, 'plan revenue 2026': 200_000, 'plan unclassified 2026': 9000 },
      ...{ 'actual expense 2024': 1_084_220, 'actual revenue 2024': 199_900, 'actual unclassified 2024': 8000 },
    });
  });
});

describe('Switzerland', () => {
  const text =
    "Funktion;Konto;Bezeichnung;Budget 2026;Rechnung 2024\n0220;3100.00;Büromaterial;12'500.00;11'234.55\n" +
    "0220;4260.00;Rückerstattungen;1'250.00;998.10\n0220;5200.00;Software;50'000.00;0.00\n";

  it('class 3 is not read as revenue; HRM2 is proposed', () => {
    const table = read(text);
    expect(askedFor(table)).toEqual([['ACCOUNT_FRAME', ['CH', 'unclassified']]]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2026': 1_250_000, 'plan revenue 2026': 125_000, 'plan payment 2026': 5_000_000 },
      ...{ 'actual expense 2024': 1_123_455, 'actual revenue 2024': 99_810 },
    });
  });

  it('nothing is classified where the person says that it is none of them', () => {
    const table = read(text, { answers: { ACCOUNT_FRAME: 'unclassified' } });
    expect(askedFor(table)).toEqual([['DIRECTION', ['unclassified', 'expense', 'revenue']]]);
    expect(table.mapping).toMatchObject({ direction: 'unclassified', accountFrame: 'unclassified' });
  });
});

describe('Hesse', () => {
  const all = ['5482000;10,50', '5110000;3,40', '6161000;140,00', '6201000;265,00', '6750000;8,70', '7121000;1,60'];
  const asFile = (rows: readonly string[]): string => `Sachkonto;Ansatz 2026\n${rows.join('\n')}\n`;

  it.each([
    ['with income of class 5 and costs of 6 and 7', all],
    ['with costs alone, which would all be receipts', all.slice(2, 5).concat('6870000;4,00', '6990000;5,00')],
  ])('%s is proposed, not read by the frame of the city', (_, rows) => {
    for (const accountFrame of ['NI', 'NW'] as const) {
      expect(askedFor(read(asFile(rows), { accountFrame }))).toEqual([['ACCOUNT_FRAME', ['HE', 'unclassified']]]);
    }
  });

  it('is proposed by two accounts already, where they would be costs and receipts of a Land that is not the city’s', () => {
    const two = read(asFile([all[0] ?? '', all[2] ?? '']));
    expect(askedFor(two)).toEqual([['ACCOUNT_FRAME', ['HE', 'unclassified']]]);
  });

  it('is taken without a question where the names of its accounts agree; Kostenerstattungen say nothing', () => {
    const named = all.map((row, at) =>
      row.replace(';', `;${['Kostenerstattungen', 'Gebührenertrag'][at] ?? 'Aufwand'};`),
    );
    const table = read(`Sachkonto;Bezeichnung;Ansatz 2026\n${named.join('\n')}\n`);
    expect([table.questions, table.mapping.accountFrame]).toEqual([[], 'HE']);
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 1390, 'plan expense 2026': 41_530 });
  });

  it('is taken where the city has said so, unless its accounts or their names say otherwise', () => {
    const own = { accountFrame: 'HE' as const };
    expect(read(asFile(all), own)).toMatchObject({ questions: [], mapping: { accountFrame: 'HE' } });
    const other = read('Sachkonto;Ansatz 2026\n3482000;1,00\n4271000;2,00\n4431000;3,00\n', own);
    expect([other.questions, other.mapping.accountFrame]).toEqual([[], 'NI']);
    const named = read(
      'Sachkonto;Bezeichnung;Ansatz 2026\n5011000;Personalaufwand;1,00\n5211000;Sachaufwand;2,00\n',
      own,
    );
    expect(named.mapping.accountFrame).toBe('NW');
  });

  it('is not proposed where a name says the opposite', () => {
    const table = read('Sachkonto;Bezeichnung;Ansatz 2026\n5482000;Personalaufwand;1,00\n6161000;Steuererträge;2,00\n');
    expect(askedFor(table)).not.toContainEqual(['ACCOUNT_FRAME', ['HE', 'unclassified']]);
  });
});

describe('cameral budgets', () => {
  const text =
    'HHSt;UK;Bezeichnung;Ansatz 2026;RE 2024\n0.0600.6570;0;EDV-Aufwand;140.000;98.765,43\n' +
    '0.0600.1510;0;Vermischte Einnahmen;10.500;12.500,17\n1.0600.9350;0;Erwerb bewegl. Vermögen;50.000;18.765,00\n';

  it('say in every position by its group what is income, and in which part of the budget', () => {
    const table = read(text);
    expect([table.questions, table.mapping.accountFrame]).toEqual([[], 'cameral']);
    expect(codesOf(table.evidence)).toContain('ACCOUNT_IN_LINE');
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2026': 14_000_000, 'plan revenue 2026': 1_050_000, 'plan payment 2026': 5_000_000 },
      ...{ 'actual expense 2024': 9_876_543, 'actual revenue 2024': 1_250_017, 'actual payment 2024': 1_876_500 },
    });
  });

  it('are no cameral ones where a group stands in the wrong part', () => {
    const table = read(text.replace('1.0600.9350', '0.0600.9350'));
    expect(askedFor(table)).toEqual([['DIRECTION', ['unclassified', 'expense', 'revenue']]]);
  });

  it('with a column of groups are known by its name', () => {
    const table = read('Unterabschnitt;Gruppierung;Ansatz 2026\n0600;6570;140,00\n0600;1510;10,50\n');
    expect([table.questions, table.mapping.accountFrame]).toEqual([[], 'cameral']);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 14_000, 'plan revenue 2026': 1050 });
  });
});
