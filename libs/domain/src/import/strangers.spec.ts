import {
  codesOf,
  fieldsOf,
  ledgerOf,
  readBy,
  type ReadTable,
  readTable,
  rowsOf,
  totalsOf,
} from '../../../testing/src/import/tables';

/** Files as treasurers of other cities dropped them; rows and amounts are made up. */

function read(text: string, hints: Parameters<typeof readTable>[1] = { accountFrame: 'NI' }): ReadTable {
  return readTable(rowsOf(text), hints);
}

describe('what a row says of itself stands above the city’s account frame', () => {
  const text =
    'Produkt;Sachkonto;Art;Ansatz 2026\n' +
    '111105;4482000;Ertrag;10.500,00\n111105;3271000;Aufwand;140.000,00\n111106;3431000;Aufwand;67.250,00\n';

  it('so that a file of another Land is not read the wrong way round', () => {
    const table = read(text);
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({ direction: 'side', accountFrame: 'unclassified' });
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 1_050_000, 'plan expense 2026': 20_725_000 });
  });

  it('and the titles of a Land are no accounts of a city, however many of them fit', () => {
    const titles =
      'kapitel;titel;einnahmen-ausgaben;soll 2026\n101;42201;Ausgaben;100\n101;51101;Ausgaben;200\n101;34201;Einnahmen;30\n';
    const table = read(titles);
    expect(table.mapping).toMatchObject({ direction: 'side', accountFrame: 'unclassified' });
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 3000, 'plan expense 2026': 30_000 });
  });
});

describe('an account that stands in some rows only', () => {
  const text =
    'Kontengruppe-Nummer;Kontengruppe;Profitcenter;Kostenart;Kostenart Beschreibung;Plan 2026\n' +
    '41;Zuwendungen und Umlagen;104;;;-206,41\n50;Personalaufwendungen;104;;;1.891,92\n54;sonstige Aufwendungen;104;;;186,60\n' +
    '52;Aufwendungen für Dienstleistungen;104;5291000;IT-Dienste;77,59\n45;sonstige Erträge;105;;;-58,30\n';

  it('is a detail of the group that stands in all of them', () => {
    const table = read(text);
    expect(table.problems).toEqual([]);
    expect(table.questions).toEqual([]);
    expect(fieldsOf(table)).toMatchObject({ 'Kontengruppe-Nummer': 'account', Kostenart: 'detail' });
    expect(table.mapping).toMatchObject({ direction: 'account', accountFrame: 'NW' });
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 26_471, 'plan expense 2026': 215_611 });
  });
});

describe('two columns of which every row fills one', () => {
  const text =
    'hhjahr,onummer,pbbez,zl,zlbez,ausgabe,eingabe\n' +
    '2026,01.01.01,Magistrat,13,Sachaufwand,45400,\n2026,01.01.01,Magistrat,3,Erstattungen,,12600\n' +
    '2026,01.01.01,Magistrat,11,Personal,88000,\n2026,01.01.02,Gremien,3,Erstattungen,,150\n' +
    '2026,01.01.02,Gremien,15,Zuweisungen,1920,\n2026,01.01.03,Archiv,3,Gebühren,,75\n';

  it('are the two sides, whatever the second one is called; one thing is left to ask', () => {
    const table = readTable(rowsOf(text, ','), {});
    expect(codesOf(table.questions)).toEqual(['KIND']);
    expect(table.questions[0]?.options).toEqual(['plan_lines', 'actuals', 'bookings']);
    expect(codesOf(table.evidence)).toContain('COLUMN_OTHER_SIDE');
    expect(fieldsOf(table)).toMatchObject({ onummer: 'product', zl: 'detail' });
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 1_282_500, 'plan expense 2026': 13_532_000 });
  });

  it('are asked about where rows fill both', () => {
    const both = text.replace('88000,', '88000,12').replace('1920,', '1920,7');
    expect(codesOf(readTable(rowsOf(both, ','), {}).questions)).toEqual(['KIND', 'AMOUNT_LEFT_OVER']);
  });
});

describe('years that are said in words', () => {
  const text =
    'Produkt;Sachkonto;Ergebnis Vorvorjahr;Ansatz Vorjahr;Ansatz Haushaltsjahr;Planung Folgejahr\n' +
    '111105;4271000;98.765,43;120.000,00;140.000,00;150.000,00\n111105;3482000;12.500,17;10.000,00;10.500,00;11.000,00\n';
  const sums = (year: number): Record<string, number> => ({
    [`actual expense ${year - 2}`]: 9_876_543,
    [`actual revenue ${year - 2}`]: 1_250_017,
    [`plan expense ${year - 1}`]: 12_000_000,
    [`plan revenue ${year - 1}`]: 1_000_000,
    [`plan expense ${year}`]: 14_000_000,
    [`plan revenue ${year}`]: 1_050_000,
    [`plan expense ${year + 1}`]: 15_000_000,
    [`plan revenue ${year + 1}`]: 1_100_000,
  });

  it('count from the year that the file is named after', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI' }, { fileName: 'Haushaltsplan 2026.csv' });
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual(sums(2026));
  });

  it('are found out anew when a profile reads the file of the next year', () => {
    const about = { fileName: 'Haushaltsplan 2026.csv' };
    const { mapping } = readTable(rowsOf(text), { accountFrame: 'NI' }, about);
    const profiles = [{ code: 'plan', name: 'Plan', mapping }];
    const next = readTable(rowsOf(text), { profiles }, { fileName: 'Haushaltsplan 2027.csv' });
    expect([next.profile, next.questions, ledgerOf(next)]).toEqual(['plan', [], sums(2027)]);
    expect(next.mapping.plan).toMatchObject({ firstYear: 2027, title: 'Haushaltsplan 2027' });
    expect(codesOf(readTable(rowsOf(text), { profiles }).questions)).toEqual(['YEAR_MISSING']);
  });

  it('also as steps from it', () => {
    const steps = text.replace(/^.*\n/, 'Produkt;Sachkonto;Ist HJ -2;Ansatz HJ -1;Ansatz HJ;Plan HJ +1\n');
    expect(ledgerOf(readTable(rowsOf(steps), { accountFrame: 'NI', fiscalYear: 2026 }))).toEqual(sums(2026));
  });

  it('are asked about once where nothing names it', () => {
    expect(codesOf(read(text).questions)).toEqual(['YEAR_MISSING']);
    expect(ledgerOf(read(text, { accountFrame: 'NI', answers: { YEAR_MISSING: '2027' } }))).toEqual(sums(2027));
  });
});

describe('money that is neither planned nor spent', () => {
  it('stays out of a report of SAP without a question: nobody can say what Obligo is but Obligo', () => {
    const table = read(
      'Finanzstelle;Finanzposition;Geschäftsjahr;Plan;Obligo;Ist;Verfügbar\n' +
        '111105;4271000;2026;140.000,00;14.000,00;35.000,00;91.000,00\n111105;4431000;2026;8.700,00;870,00;2.175,00;5.655,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(table.evidence).toContainEqual(expect.objectContaining({ code: 'COLUMN_IGNORED', column: 4 }));
    expect(totalsOf(table)).toEqual({ Plan: 14_870_000, Ist: 3_717_500 });
  });

  it('is the tax of an invoice, too; net or gross is asked', () => {
    const table = read(
      'Rechnungsdatum;Rechnungsnr.;Produkt;Sachkonto;Nettobetrag;MwSt;Bruttobetrag\n' +
        '02.01.2026;R1;111105;4271000;100,00;19,00;119,00\n03.02.2026;R2;111105;4431000;200,00;38,00;238,00\n',
    );
    expect(table.questions.map(({ code, options }) => [code, options])).toEqual([
      ['AMOUNT_MEANING', ['column:4', 'column:6']],
    ]);
  });

  it('is what was charged where a Voranschlag stands beside Soll: the Voranschlag is the plan', () => {
    const table = read(
      'Finanzposition;Bezeichnung;EIN_AUS;Laufendes Soll EUR;Ist EUR;Voranschlag EUR\n' +
        '1.0100.6430;Büro;A;95,00;90,00;100,00\n1.0100.1100;Gebühr;E;48,00;47,00;50,00\n',
      { fiscalYear: 2026 },
    );
    expect(table.questions).toEqual([]);
    expect(totalsOf(table)).toEqual({ 'Ist EUR': 13_700, 'Voranschlag EUR': 15_000 });
  });
});

describe('headers of programs', () => {
  it.each([
    ['letters and years run together', 'produktNr;kontoNr;ist2024;plan2025;plan2026'],
    ['words are cut short', 'Prod.;Sachk.;Erg. 2024;Ans. 2025;Ans. 2026'],
    ['SAP calls everything cost', 'PSP-Element;Kostenart;Ist-Kosten 2024;Plankosten 2025;Plankosten 2026'],
    ['the result is called closing', 'Kostenstelle;Aufwandsart/Ertragsart;Abschluss 2024;Planung 2025;Planung 2026'],
  ])('are understood where %s', (_, header) => {
    const table = read(
      `${header}\n111105;4271000;98.765,43;120.000,00;140.000,00\n111105;3482000;500,17;600,00;700,00\n`,
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({
      'actual expense 2024': 9_876_543,
      'actual revenue 2024': 50_017,
      'plan expense 2025': 12_000_000,
      'plan revenue 2025': 60_000,
      'plan expense 2026': 14_000_000,
      'plan revenue 2026': 70_000,
    });
  });

  it('in two rows, number and name below the upper one, are one header', () => {
    const table = read(
      'Produkt;Produkt;Sachkonto;Sachkonto;Ergebnis;Ansatz;Ansatz\nNr.;Bezeichnung;Nr.;Bezeichnung;2024;2025;2026\n' +
        '111105;IT;4271000;Lizenzen;98.765,43;120.000,00;140.000,00\n111105;IT;3482000;Erstattungen;12,17;10,00;11,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(table.mapping.headerRows).toEqual([1, 2]);
    expect(totalsOf(table)).toEqual({
      'Ergebnis 2024': 9_877_760,
      'Ansatz 2025': 12_001_000,
      'Ansatz 2026': 14_001_100,
    });
  });

  it('Soll and Haben of an account sheet are bookings of both sides, not a plan', () => {
    const table = read(
      'Jahr;Kostenart;Kostenstelle;Soll;Haben;Saldo\n2026;4271000;1000;500,00;20,00;480,00\n2026;3482000;1000;0,00;90,00;-90,00\n',
    );
    expect(codesOf(table.questions)).toEqual(['KIND']);
  });

  it('`Ergebnis` beside Erträge and Aufwendungen is what is left of them: whether they are planned is asked once', () => {
    const table = read(
      'Produkt;Erträge 2026;Aufwendungen 2026;Ergebnis 2026\n1;10,00;30,00;-20,00\n2;5,00;6,00;-1,00\n',
    );
    expect(codesOf(table.questions)).toEqual(['KIND']);
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 1500, 'plan expense 2026': 3600 });
  });
});

describe('codes that a program dresses up', () => {
  it('as formulas, so that Excel keeps their zeros, are taken as they are meant', () => {
    const table = read(
      'Produkt;Sachkonto;Ansatz 2026\n"=""011105""";"=""4271000""";140,00\n"=""011106""";"=""3482000""";10,50\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 14_000, 'plan revenue 2026': 1050 });
    expect(table.readings.flatMap((row) => (row.kind === 'line' ? [row.fields.product] : []))).toEqual([
      '011105',
      '011106',
    ]);
  });

  it('with blanks between their digits are still accounts', () => {
    const table = read('Produkt;Sachkonto;Ansatz 2026\n111105;42 71 000;140,00\n111106;34 82 000;10,50\n');
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 14_000, 'plan revenue 2026': 1050 });
  });
});

describe('a report that names the product only above its rows', () => {
  const text =
    'Sachkonto;Bezeichnung;Ansatz 2026\nProdukt 111105 Zentrale IT;;\n3482000;Erstattungen;10,50\n4431000;Geschäftsaufwendungen;8,70\n' +
    'Summe Produkt 111105;;19,20\nProdukt: 111106 - Telefon\n4431000;Geschäftsaufwendungen;67,25\nSumme Produkt 111106;;67,25\n';

  it('keeps the products apart, and asks nothing', () => {
    const table = read(text);
    expect([table.questions, table.problems, table.summary.questions]).toEqual([[], [], []]);
    expect(table.mapping).toMatchObject({ headings: { field: 'product', word: 'produkt' } });
    expect(codesOf(table.evidence)).toContain('HEADING_ROWS');
    const lines = table.readings.flatMap((row) => (row.kind === 'line' ? [[row.key, row.fields.productName]] : []));
    expect(lines).toEqual([
      ['111105|3482000', 'Zentrale IT'],
      ['111105|4431000', 'Zentrale IT'],
      ['111106|4431000', 'Telefon'],
    ]);
    expect(table.summary.findings.map(({ code }) => code)).toEqual(['SUBTOTALS_MATCH']);
  });

  it('also by its number alone, which no line without an amount is mistaken for', () => {
    const bare = text
      .replace('Produkt 111105 ', '111105 ')
      .replace('Produkt: 111106 - ', '111106 ')
      .replace('Summe', '4211000;Unterhaltung;\nSumme');
    const table = read(bare);
    expect(table.mapping.headings).toMatchObject({ field: 'product', word: '' });
    expect(table.summary).toMatchObject({ rows: 3, questions: [] });
  });

  it('says which row stands above the first of them', () => {
    const { mapping } = read(text);
    const late = readBy(mapping, rowsOf(text.replace('Produkt 111105 Zentrale IT', 'Teil A')));
    expect(late.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'TEXT_REQUIRED', rowNumber: 3, column: 'produkt' },
      { code: 'TEXT_REQUIRED', rowNumber: 4, column: 'produkt' },
    ]);
  });

  it('is read by its column where there is one', () => {
    const table = read(
      'Produkt;Sachkonto;Ansatz 2026\nProdukt 1;;\n111105;4431000;1,00\nProdukt 2;;\n111106;4431000;2,00\n',
    );
    expect(table.mapping.headings).toBeUndefined();
    expect(table.mapping.keyFields).toContain('product');
  });
});

describe('amounts with S and H behind them', () => {
  const text =
    'Belegnr.;Buchungsdatum;Sachkonto;Kostenstelle;Betrag\n1;02.01.2026;4271000;1020;1.250,00 S\n' +
    '2;03.01.2026;4271000;1020;50,00 H\n3;04.01.2026;3482000;1020;75,00 H\n';

  it('are debit and credit: a credit takes expense back and is income on a line of income', () => {
    const table = read(text);
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(table.mapping).toMatchObject({ kind: 'bookings', direction: 'account', signs: { revenue: -1, expense: 1 } });
    expect(ledgerOf(table)).toEqual({ 'actual expense 2026': 120_000, 'actual revenue 2026': 7500 });
  });
});

describe('a file that names the year in every row', () => {
  const rows = (years: readonly [string, string][]): string =>
    `Produkt;Jahr;Typ;Richtung;Betrag\n${years.map(([year, type]) => `111105;${year};${type};Aufwand;100,00`).join('\n')}\n`;

  it('is the plan of that year, not of this one', () => {
    expect(
      read(
        rows([
          ['2018', 'Plan'],
          ['2016', 'Ergebnis'],
          ['2017', 'Plan'],
        ]),
      ).mapping.plan,
    ).toMatchObject({
      title: 'Haushaltsplan 2018',
      firstYear: 2018,
    });
  });

  it('is asked about where it could be several', () => {
    const { questions } = read(
      rows([
        ['2018', 'Plan'],
        ['2019', 'Plan'],
      ]),
    );
    expect(questions.map(({ code, options }) => [code, options])).toEqual([['PLAN_YEAR', ['2018', '2019']]]);
  });
});

describe('a list of payments that names no line', () => {
  it('leaves the choice of one of its columns', () => {
    const table = read(
      'Zahlungsempfänger;Betrag;Zweck;Datum\nMeier;10,00;Toner;02.01.2026\nMüller;20,00;Papier;03.01.2026\n',
    );
    expect(table.questions.map(({ id, options }) => [id, options])).toEqual([
      ['COLUMN_MISSING:line', ['column:0', 'column:2', 'column:3']],
    ]);
  });
});

describe('columns in different units', () => {
  it('count each in its own: a result in euros beside a plan in thousands', () => {
    const table = read(
      'Produkt;Sachkonto;Ergebnis 2024 (€);Ansatz 2026 (T€)\n111105;4271000;98.765,43;140\n111105;3482000;12.500,17;10,5\n',
    );
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(codesOf(table.evidence)).toContain('UNIT_BY_COLUMN');
    expect(ledgerOf(table)).toEqual({
      ...{ 'actual expense 2024': 9_876_543, 'actual revenue 2024': 1_250_017 },
      ...{ 'plan expense 2026': 14_000_000, 'plan revenue 2026': 1_050_000 },
    });
  });

  it('are asked about where one of three names none', () => {
    const header = 'Produkt;Sachkonto;Ergebnis 2024 (€);Ansatz 2025;Ansatz 2026 (T€)';
    expect(codesOf(read(`${header}\n111105;4271000;98.765,43;120;140\n`).questions)).toEqual(['UNIT_SUSPECTED']);
  });
});
