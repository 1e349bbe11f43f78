import {
  codesOf,
  fieldsOf,
  ledgerOf,
  type ReadTable,
  readTable,
  rowsOf,
  totalsOf,
} from '../../../testing/src/import/tables';

/** Ways of laying out a table that do not depend on the program it comes from. */

describe('a code that stands only once, above its rows', () => {
  const text =
    'Produkt;Bezeichnung;Sachkonto;Konto Text;Ansatz 2026;Ansatz 2027\n' +
    '111.10;Verwaltung;;;;\n' +
    ';;3141000;Erträge aus Zuweisungen;10,00;11,00\n' +
    ';;4271000;Aufwendungen Büro;5,50;6,00\n' +
    '111.20;IT;;;;\n' +
    ';;4271000;Aufwendungen Büro;7,00;8,00\n' +
    ';;4431000;Aufwendungen Telefon;9,00;9,50\n';

  it('holds for the rows below it', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI', fiscalYear: 2026 });
    expect([table.questions, table.summary.rows, table.summary.sumRows]).toEqual([[], 4, 0]);
    expect(table.mapping.keyFields).toEqual(['product', 'account']);
    expect(table.mapping.filledDown).toEqual(['product', 'productName']);
    expect(codesOf(table.evidence)).toContain('FILLED_DOWN');
    expect(table.readings.flatMap((row) => (row.kind === 'line' ? [[row.key, row.fields.productName]] : []))).toEqual([
      ['111.10|3141000', 'Verwaltung'],
      ['111.10|4271000', 'Verwaltung'],
      ['111.20|4271000', 'IT'],
      ['111.20|4431000', 'IT'],
    ]);
  });

  it('holds for its own row, too', () => {
    const rows = rowsOf(
      text.replace('111.10;Verwaltung;;;;\n;;', '111.10;Verwaltung;').replace('111.20;IT;;;;\n;;', '111.20;IT;'),
    );
    const table = readTable(rows, { accountFrame: 'NI', fiscalYear: 2026 });
    expect([table.questions, table.problems, table.summary.rows]).toEqual([[], [], 4]);
    expect(table.mapping.keyFields).toEqual(['product', 'account']);
    expect(ledgerOf(table)).toMatchObject({ 'plan revenue 2026': 1000, 'plan expense 2026': 2150 });
  });
});

it('SAP BW prints the text of a code in a column without a name', () => {
  const table = readTable(
    rowsOf(
      'Profitcenter;;Kostenart;;Plan 2026;Plan 2027\n10;Hauptamt;54310000;Geschäftsaufwendungen;10,50;11,00\n20;Bauamt;44310000;Erträge aus Verkauf;-5,00;-6,00\n20;Bauamt;54310000;Geschäftsaufwendungen;7,00;8,00\n',
    ),
    { fiscalYear: 2026 },
  );
  expect(table.questions).toEqual([]);
  expect(table.mapping.columns.map((column) => (column.role === 'field' ? column.field : column.role))).toEqual([
    'costCentre',
    'costCentreName',
    'account',
    'accountName',
    'amount',
    'amount',
  ]);
});

it('open data calls code and text alike, with and without Nr', () => {
  const table = readTable(
    rowsOf(
      'jahr,produktbereich_nr,produktbereich,produkt_nr,produkt,konto_nr,konto,ansatz,ergebnis\n' +
        '2025,11,Innere Verwaltung,1110,Steuerung,541000,Geschäftsaufwendungen,1200.50,1100.25\n' +
        '2025,11,Innere Verwaltung,1120,IT,541000,Geschäftsaufwendungen,99.90,80.00\n' +
        '2025,12,Ordnung,1210,Wahlen,441000,Erträge aus Gebühren,10.00,12.00\n',
      ',',
    ),
    { fiscalYear: 2025 },
  );
  expect(table.questions).toEqual([]);
  expect(fieldsOf(table)).toEqual({
    jahr: 'fiscalYear',
    produktbereich_nr: 'productArea',
    produktbereich: 'productAreaName',
    produkt_nr: 'product',
    produkt: 'productName',
    konto_nr: 'account',
    konto: 'accountName',
  });
  expect(ledgerOf(table)).toMatchObject({ 'plan expense 2025': 130_040, 'actual revenue 2025': 1200 });
});

it('plan and result stand in rows of their own', () => {
  const table = readTable(
    rowsOf(
      'Produkt;Sachkonto;Jahr;Typ;Betrag\n11;4271000;2025;Ansatz;100,50\n11;4271000;2025;Ergebnis;90,25\n11;3141000;2025;Ansatz;50,00\n11;3141000;2025;Ergebnis;60,00\n',
    ),
    { accountFrame: 'NI', kind: 'plan_lines', fiscalYear: 2025 },
  );
  expect([table.questions, table.problems]).toEqual([[], []]);
  expect(ledgerOf(table)).toEqual({
    'actual expense 2025': 9025,
    'actual revenue 2025': 6000,
    'plan expense 2025': 10_050,
    'plan revenue 2025': 5000,
  });
});

it('a dash means that there is nothing, which is no zero', () => {
  const table = readTable(
    rowsOf(
      'Produkt;Sachkonto;Ansatz 2026;Ansatz 2027\n1;4271000;-;5,50\n2;4271000;\u2013;-\n3;3141000;1,00;\u2013\n4;4271001;2,00;3,00\n',
    ),
    { accountFrame: 'NI', fiscalYear: 2026 },
  );
  expect(table.questions).toEqual([]);
  expect(table.summary.totals.map(({ rows, totalCents }) => [rows, totalCents])).toEqual([
    [2, 300],
    [2, 850],
  ]);
  expect(table.problems).toMatchObject([{ rowNumber: 3, severity: 'info', code: 'ROW_WITHOUT_AMOUNT' }]);
});

it('a running number in front names no line', () => {
  const table = readTable(
    rowsOf('Lfd. Nr.;Produkt;Sachkonto;Ansatz 2026\n1;11;4271000;5,50\n2;12;4271000;6,00\n3;11;3141000;7,00\n'),
    { accountFrame: 'NI' },
  );
  expect(table.mapping.keyFields).toEqual(['product', 'account']);
});

it('chapters and titles of a kameral budget are read with their own words', () => {
  const table = readTable(
    rowsOf(
      'Einzelplan;Kapitel;Titel;Titelbezeichnung;Einnahme/Ausgabe;Ansatz 2026;Ansatz 2027\n05;0500;11901;Gebühren;Einnahme;5.000;5.100\n05;0500;42201;Bezüge;Ausgabe;1.200.000;1.250.000\n05;0510;51101;Geschäftsbedarf;Ausgabe;20.000;21.000\n',
    ),
    { accountFrame: 'NI', fiscalYear: 2026 },
  );
  expect(table.questions).toEqual([]);
  expect(table.mapping).toMatchObject({
    direction: 'side',
    accountFrame: 'unclassified',
    keyFields: ['product', 'account'],
  });
  expect(totalsOf(table)).toEqual({ 'Ansatz 2026': 122_500_000, 'Ansatz 2027': 127_610_000 });
});

it('headers with line breaks are headers', () => {
  const table = readTable(
    rowsOf('Produkt;Sachkonto;"Ansatz\n2026";"Ansatz\r\n2027"\n1;4271000;5,50;6,00\n2;3141000;1,00;2,00\n'),
    {
      accountFrame: 'NI',
      fiscalYear: 2026,
    },
  );
  expect(totalsOf(table)).toEqual({ 'Ansatz 2026': 650, 'Ansatz 2027': 800 });
});

describe('units of the organisation', () => {
  it('come as a tree, with their level and first day', () => {
    const table = readTable(
      rowsOf(
        'Kürzel;Name;Ebene;Übergeordnet;Gültig ab\nV;Dezernat V;Dezernat;;01.01.2026\n51;Jugend;Fachbereich;V;\n51.1;Kita;Abteilung;51;2026-02-01\n',
      ),
    );
    expect([table.questions, table.problems, table.mapping.kind]).toEqual([[], [], 'organization']);
    expect(table.readings.flatMap((row) => (row.kind === 'unit' ? [row.unit] : []))).toEqual([
      { code: 'V', name: 'Dezernat V', level: 'directorate', parentCode: null, validFrom: '2026-01-01' },
      { code: '51', name: 'Jugend', level: 'department', parentCode: 'V', validFrom: '2026-10-05' },
      { code: '51.1', name: 'Kita', level: 'division', parentCode: '51', validFrom: '2026-02-01' },
    ]);
  });

  it('come in English, and a code twice is reported', () => {
    const table = readTable(rowsOf('Code;Name;Parent unit\nA;Finance;\nA1;Treasury;A\nA;Again;\n'));
    expect(table.readings.flatMap((row) => (row.kind === 'unit' ? [row.unit.level] : []))).toEqual([
      'department',
      'division',
    ]);
    expect(table.problems).toMatchObject([{ code: 'KEY_DUPLICATE', rowNumber: 4 }]);
  });
});

describe('bookings', () => {
  const HEADER = 'Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text;Auftrag;Art\n';
  const read = (rows: string, hints = {}): ReturnType<typeof readTable> =>
    readTable(rowsOf(HEADER + rows), { kind: 'bookings', ...hints });

  it('are orders, invoices and payments; a payment beside its invoice changes nothing', () => {
    const { readings, summary } = read(
      '111.4271;2026;10.02.2026;600,00;A-1;Server;B-1;Auftrag\n111.4271;2026;01.03.2026;150,00;R-1;Abschlag;B-1;Rechnung\n111.4271;2026;02.04.2026;400,00;R-2;Rest;B-1;Schlussrechnung\n111.4271;2026;05.04.2026;400,00;Z-2;Rest;B-1;Zahlung\n111.4271;2026;05.04.2026;0,00;R-3;Nichts;;Rechnung\n',
    );
    const bookings = readings.flatMap((row) => (row.kind === 'booking' ? [row.booking] : []));
    expect(bookings.map((booking) => booking && [booking.kind, booking.amountCents, booking.closesOrder])).toEqual([
      ['commitment', 60_000, false],
      ['actual', 15_000, false],
      ['actual', 40_000, true],
      null,
      null,
    ]);
    expect(codesOf(summary.findings)).toEqual(['PAYMENT_SKIPPED', 'ZERO_SKIPPED']);
  });

  it('that are only payments are what was spent', () => {
    const { mapping, summary, evidence } = read(
      '1;2026;05.04.2026;400,00;Z-2;Rest;;Zahlung\n1;2026;06.04.2026;5,00;Z-3;Rest;;Zahlung\n',
    );
    expect([mapping.paymentsCount, summary.groups[0]?.totalCents]).toEqual([true, 40_500]);
    expect(codesOf(evidence)).toContain('PAYMENTS_ARE_ACTUALS');
  });

  it('name everything that is wrong with a row at once', () => {
    const { problems } = read(
      '1;2026;05.04.2026;4,00;R;T;;Rechnung\n1;2026;05.04.2026;4,00;R;T;;Rechnung\n;2o26;31.02.2026;xx;R;T;;Geschenk\n1;2026;05.04.2026;;R;T;;Rechnung\n',
    );
    expect(problems.map(({ rowNumber, column, code }) => [rowNumber, column, code])).toEqual([
      [4, 'Betrag', 'AMOUNT_FORMAT'],
      [4, 'Zeile', 'TEXT_REQUIRED'],
      [4, 'Art', 'ENUM_INVALID'],
      [4, 'Buchungstag', 'DATE_INVALID'],
      [4, 'Haushaltsjahr', 'YEAR_INVALID'],
      [5, 'Betrag', 'AMOUNT_REQUIRED'],
    ]);
  });

  it('end in a total row that is compared', () => {
    const { summary } = read(
      '1;2026;05.04.2026;4,00;R;T;;Rechnung\n2;2026;05.04.2026;6,50;R;T;;Rechnung\nSumme;;;10,50;;;;\n',
    );
    expect([summary.rows, summary.sumRows, codesOf(summary.findings)]).toEqual([2, 1, ['TOTAL_ROW_MATCHES']]);
  });

  it('with several columns of money ask which one counts', () => {
    const rows = rowsOf(
      'Haushaltsstelle;Datum;Nettobetrag;Bruttobetrag\n1;05.04.2026;100,00;119,00\n2;06.04.2026;50,00;59,50\n',
    );
    expect(readTable(rows, { kind: 'bookings' }).questions).toMatchObject([
      { code: 'AMOUNT_MEANING', options: ['column:2', 'column:3'] },
    ]);
    const answered = readTable(rows, { kind: 'bookings', answers: { AMOUNT_MEANING: 'column:3' } });
    expect([answered.questions, totalsOf(answered)]).toEqual([[], { Bruttobetrag: 17_850 }]);
  });
});

describe('tables of one amount a row, as open data has them', () => {
  const read = (text: string, delimiter = ';'): ReadTable => readTable(rowsOf(text, delimiter));

  it('name their lines by the levels they have, and say with a word what is planned and what was spent', () => {
    const table = read(
      'Produktbereich;Produktgruppe;Richtung;HHArt;Jahr;Betrag\n' +
        '11 Verwaltung;1111 Steuerung;Ord. Erträge;Plan;2026;1000\n' +
        '11 Verwaltung;1111 Steuerung;Ord. Aufwendungen;Plan;2026;5000\n' +
        '11 Verwaltung;1112 IT;Ord. Aufwendungen;Plan;2026;7000\n' +
        '11 Verwaltung;1112 IT;Ord. Aufwendungen;Ergebnis;2024;6500,55\n',
    );
    expect([table.questions, table.problems, table.mapping.kind]).toEqual([[], [], 'plan_lines']);
    expect(table.mapping.keyFields).toEqual(['productGroup', 'side']);
    expect(ledgerOf(table)).toEqual({
      'plan revenue 2026': 100_000,
      'plan expense 2026': 1_200_000,
      'actual expense 2024': 650_055,
    });
  });

  it.each(['Typ', 'Status', 'sollist', 'Betrag-Typ'])('a whole column %s of one word counts', (header) => {
    const rows = (word: string): string =>
      `Produkt;Richtung;Jahr;Betrag;${header}\n1;Ertrag;2024;10,50;${word}\n1;Aufwand;2024;20,50;${word}\n2;Aufwand;2024;30,50;${word}\n`;
    const planned = read(rows('Soll'));
    expect([planned.questions, planned.mapping.kind]).toEqual([[], 'plan_lines']);
    expect(ledgerOf(planned)).toEqual({ 'plan revenue 2024': 1050, 'plan expense 2024': 5100 });
    const spent = read(rows('Ergebnis'));
    expect([spent.questions, spent.mapping.kind]).toEqual([[], 'actuals']);
    expect(ledgerOf(spent)).toEqual({ 'actual revenue 2024': 1050, 'actual expense 2024': 5100 });
  });

  it('one word for all rows changes nothing beside columns that say what they are', () => {
    const table = read(
      'Teil;Produkt;E/A;Ansatz 2026;2025 TEUR\nErgebnis;1;E;10;1\nErgebnis;1;A;20;2\nErgebnis;2;A;30;3\n',
    );
    expect(table.summary.groups.filter(({ fiscalYear }) => fiscalYear === 2026).map(({ phase }) => phase)).toEqual([
      'plan',
      'plan',
    ]);
    expect(Object.keys(totalsOf(table))).toEqual(['Ansatz 2026', '2025 TEUR']);
  });

  it('a word in the header does not hide what the cells say', () => {
    const table = read(
      'Produkt,Budget Direction,Year,Amount,Amount Kind\n1,Einnahme,2026,10.50,Plan\n1,Ausgabe,2026,20.50,Plan\n2,Ausgabe,2026,5.25,Plan\n',
      ',',
    );
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(ledgerOf(table)).toEqual({ 'plan revenue 2026': 1050, 'plan expense 2026': 2575 });
  });

  it('numbers of rows, years and codes are no amounts and no products', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) =>
        `${20_317 + at};2026;1;Ansatz;${at % 2 === 0 ? 'Stadtrat' : 'Kasse'} ${at % 6};${at % 3};${at < 6 ? 'Einnahmen' : 'Ausgaben'};${(at + 1) * 137}`,
    );
    const table = read(`ID;HH_Jahr;HH_AnsRe_ID;HH_AnsRe;PG;Ebene_ID;HH_EA;Betrag\n${rows.join('\n')}\n`);
    expect([codesOf(table.problems), Object.keys(totalsOf(table))]).toEqual([[], ['Betrag']]);
    expect(fieldsOf(table)).toEqual({
      HH_Jahr: 'fiscalYear',
      HH_AnsRe: 'phase',
      PG: 'productGroup',
      HH_EA: 'side',
    });
  });

  it('a column that nobody knows tells lines apart where nothing else does', () => {
    const table = read(
      'Produkt;Kennung;E/A;Jahr;Ansatz/Rechnung;Betrag\n' +
        '6500;A;A;2026;Ansatz;10\n6500;B;A;2026;Ansatz;20\n6500;B;A;2024;Rechnung;19\n6500;C;A;2026;Ansatz;5\n',
    );
    expect([table.problems, table.mapping.keyFields, fieldsOf(table)['Kennung']]).toEqual([
      [],
      expect.arrayContaining(['detail']),
      'detail',
    ]);
  });

  it('the first of January in every row is a year, not the day of a booking', () => {
    const rows = [1, 2, 3, 4].map((at) => `111${at};Aufwand;5431000;${at}0,50;01.01.2026`).join('\n');
    const table = read(`Produkt;Aufwand/Ertrag;Sachkonto;Betrag;Datum\n${rows}\n`);
    expect(codesOf(table.questions)).toEqual(['KIND']);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 10_200 });
  });

  it('dotted codes are no days', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map((at) => `2026;01.0${at}.0${at};Amt ${at};${at}500`).join('\n');
    const table = read(`hhjahr;onummer;bez;ausgabe\n${rows}\n`);
    expect([table.mapping.kind, fieldsOf(table)]).toMatchObject(['plan_lines', { onummer: 'product' }]);
  });

  it('what is called name may be the code, and the label its name', () => {
    const table = read(
      'art_label;produktgruppe_name;produktgruppe_label;time_year;amount;typ\nErtrag;101;Rat;2026;1;Plan\nAufwand;101;Rat;2026;2;Plan\nAufwand;102;IT;2026;3;Plan\n',
    );
    expect(fieldsOf(table)).toMatchObject({
      produktgruppe_name: 'productGroup',
      produktgruppe_label: 'productGroupName',
    });
    expect([table.problems, table.mapping.keyFields]).toEqual([[], ['productGroup', 'side']]);
  });
});

it('Austria and Switzerland plan in the Voranschlag', () => {
  const table = readTable(
    rowsOf(
      "Finanzposition;Bezeichnung;EIN/AUS;Voranschlag 2026 EUR;VA 2025;RA 2024\n'1.010';Amt;AUSGABE;10,50;9,00;8,00\n'2.010';Miete;EINNAHME;20,50;19,00;18,00\n",
    ),
  );
  expect([table.questions, table.mapping.kind]).toEqual([[], 'plan_lines']);
  expect(ledgerOf(table)).toMatchObject({
    'plan expense 2026': 1050,
    'plan revenue 2025': 1900,
    'actual expense 2024': 800,
  });
  expect(table.readings.flatMap((row) => (row.kind === 'line' ? [row.key] : []))).toEqual(['1.010', '2.010']);
});

it('a third header row may name the unit: a thousandfold slip away', () => {
  const table = readTable(
    rowsOf(
      'Produkt;Konto;Ergebnis;Ansatz;Ansatz\n;;2024;2025;2026\n;;TEUR;TEUR;TEUR\n111105;4431000;11,5;11;12\n111105;4429000;7,9;8;8\n111106;3488000;1,5;2;2\n',
    ),
    { accountFrame: 'NI' },
  );
  expect([table.questions, table.problems, table.mapping.headerRows]).toEqual([[], [], [1, 2, 3]]);
  expect(ledgerOf(table)).toMatchObject({ 'plan expense 2026': 2_000_000, 'actual revenue 2024': 150_000 });
});

describe('product and account in one number', () => {
  const text =
    'Buchungsstelle;Bezeichnung;Ansatz 2026\n11.1.05 / 4431000;Geschäftsaufwendungen;12.000,50\n11.1.05 / 4429000;Sonstiges;8.500,00\n11.1.06 / 3488000;Erstattungen;2.000,00\n';

  it('the account in it says what a line is', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI' });
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(codesOf(table.evidence)).toContain('ACCOUNT_IN_LINE');
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 2_050_050, 'plan revenue 2026': 200_000 });
    expect(table.readings[1]).toMatchObject({
      key: '11.1.05 / 4431000',
      fields: { product: '11.1.05', account: '4431000', lineName: 'Geschäftsaufwendungen' },
    });
  });

  it('a number put together in another way is asked about', () => {
    const table = readTable(rowsOf(text.replaceAll(' / ', '-A-')), { accountFrame: 'NI' });
    expect(codesOf(table.questions)).toEqual(['DIRECTION']);
  });
});
