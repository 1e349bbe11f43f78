import {
  codesOf,
  fieldsOf,
  ledgerOf,
  type ReadTable,
  readTable,
  rowsOf,
  totalsOf,
} from '../../../testing/src/import/tables';

/** Exports of programs that nobody here has seen the city of: made up in the manner of each. */

describe('SAP PSM: bookings with a mark for Soll and Haben', () => {
  const text =
    'Finanzstelle;Finanzposition;Fipo-Bezeichnung;Funktionsbereich;Belegnr.;Buchungsdatum;S/H;Betrag in Hauswährung;Text;Kreditor\n' +
    '1020;54310000;Geschäftsaufwendungen;11101;1900000123;03.02.2026;S;1.250,00;Toner;Bürobedarf Meier\n' +
    '1020;54310000;Geschäftsaufwendungen;11101;1900000124;04.02.2026;H;50,00;Gutschrift Toner;Bürobedarf Meier\n' +
    '1020;43110000;Verwaltungsgebühren Erträge;11102;1400000017;05.02.2026;H;75,00;Gebühr;Max Muster\n';

  it('is understood: S is expense, H income, the line is named as in the plan', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NW' });
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({
      kind: 'bookings',
      direction: 'account',
      accountFrame: 'NW',
      createsLines: false,
    });
    expect(fieldsOf(table)).toMatchObject({
      Finanzstelle: 'costCentre',
      Finanzposition: 'account',
      Funktionsbereich: 'product',
      'Belegnr.': 'document',
      Buchungsdatum: 'bookedOn',
      'S/H': 'debitCredit',
      Kreditor: 'supplier',
    });
    const bookings = table.readings.flatMap((row) => (row.kind === 'booking' ? [row.booking] : []));
    expect(bookings.map((booking) => [booking?.lineNumber, booking?.amountCents])).toEqual([
      ['11101|1020|54310000', 125_000],
      ['11101|1020|54310000', -5000],
      ['11102|1020|43110000', 7500],
    ]);
  });
});

describe('Infoma newsystem: bookings with amounts in two columns', () => {
  const text =
    'Buchungsdatum;Belegnr.;Sachkontonr.;Kostenstellencode;Kostenträgercode;Beschreibung;Sollbetrag;Habenbetrag\n' +
    '15.01.2026;RG-001;5431000;1001;111101;Papier;99,90;\n' +
    '16.01.2026;RG-002;5431000;1001;111101;Storno;;9,90\n' +
    '17.01.2026;GB-003;4311000;1001;111102;Gebühr Ertrag;;120,00\n';

  it('is understood: Soll less Haben, in the direction of the account', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NW' });
    expect(table.questions).toEqual([]);
    expect(fieldsOf(table)).toEqual({
      Buchungsdatum: 'bookedOn',
      'Belegnr.': 'document',
      'Sachkontonr.': 'account',
      Kostenstellencode: 'costCentre',
      Kostenträgercode: 'costObject',
      Beschreibung: 'text',
    });
    expect(ledgerOf(table)).toEqual({ 'actual expense 2026': 9000, 'actual revenue 2026': 12_000 });
  });
});

describe('Infoma newsystem: the plan with results and years to come', () => {
  const text =
    'Produkt Nr.;Produktbezeichnung;Sachkonto Nr.;Sachkonto Name;Ergebnis 2024;Ansatz 2025;Ansatz 2026;Plan 2027;Plan 2028;Plan 2029\n' +
    '111101;Verwaltungssteuerung;4481000;Erträge aus Erstattungen;12.500,17;10.000,00;10.500,00;10.500,00;10.500,00;10.500,00\n' +
    '111101;Verwaltungssteuerung;5011000;Dienstaufwendungen Beamte;250.100,00;260.000,00;265.000,00;270.000,00;275.000,00;280.000,00\n' +
    '111106;TUIV;5291000;Aufwendungen für IT-Dienstleistungen;98.765,43;120.000,00;140.000,00;140.000,00;140.000,00;140.000,00\n';

  it('is understood by its accounts, their names and its years', () => {
    const table = readTable(rowsOf(text));
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({
      kind: 'plan_lines',
      accountFrame: 'NW',
      signs: { revenue: 1, expense: 1 },
      keyFields: ['product', 'account'],
      plan: { title: 'Haushaltsplan 2026', firstYear: 2026, lastYear: 2026 },
    });
    expect(ledgerOf(table)).toMatchObject({ 'plan revenue 2026': 1_050_000, 'plan expense 2026': 40_500_000 });
  });
});

describe('MACH: budget, actual and what is left', () => {
  const text =
    'KST;KTR;Konto;Kontobez.;Ansatz 2026;Ist 2026;Verfügbar 2026\n' +
    '4711;9001;4271000;Bürobedarf Aufwand;1.000,00;250,25;749,75\n' +
    '4711;9002;4431000;Telefon Aufwand;500,00;0,00;500,00\n' +
    '4712;9001;4271000;Bürobedarf Aufwand;300,00;299,99;0,01\n' +
    '4712;9003;3111000;Gebühren Ertrag;80,00;20,00;60,00\n';

  it('is understood, and what is left is checked and not imported', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI' });
    expect(table.questions).toEqual([]);
    expect(table.mapping.columns[6]).toMatchObject({
      role: 'balance',
      parts: [
        { column: 4, factor: 1 },
        { column: 5, factor: -1 },
      ],
    });
    expect(ledgerOf(table)).toEqual({
      'actual expense 2026': 55_024,
      'actual revenue 2026': 2000,
      'plan expense 2026': 180_000,
      'plan revenue 2026': 8000,
    });
  });
});

describe('H+H proDoppik: one number for product and account', () => {
  const text =
    'Buchungsstelle;Bezeichnung;E/A;RE 2024;HHA 2025;HHA 2026;FPL 2027;FPL 2028;FPL 2029\n' +
    '1.1.1.01.331100;Verwaltungsgebühren;E;1.234,56;1.200,00;1.200,00;1.200,00;1.200,00;1.200,00\n' +
    '1.1.1.01.427100;Bürobedarf;A;7.000,00;7.500,00;7.500,00;7.500,00;7.500,00;7.500,00\n' +
    '1.1.1.06.443100;Fernmeldekosten;A;12.000,00;12.000,00;12.500,00;12.500,00;13.000,00;13.000,00\n';

  it('is understood: the column E/A says what a line is', () => {
    const table = readTable(rowsOf(text));
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({ kind: 'plan_lines', direction: 'side', keyFields: ['line'] });
    expect(table.mapping.plan).toMatchObject({ firstYear: 2026, lastYear: 2026 });
    expect(ledgerOf(table)).toMatchObject({ 'actual revenue 2024': 123_456, 'plan expense 2026': 2_000_000 });
  });

  it('is understood by the accounts in its numbers when that column is missing', () => {
    const rows = rowsOf(text).map(({ rowNumber, cells }) => ({ rowNumber, cells: cells.filter((_, at) => at !== 2) }));
    const table = readTable(rows);
    expect([table.questions, table.mapping.direction]).toEqual([[], 'account']);
    expect(ledgerOf(table)).toMatchObject({ 'actual revenue 2024': 123_456, 'plan expense 2026': 2_000_000 });
  });
});

describe('OK.FIS: what is left of the kameral budget', () => {
  const text =
    'HHSt.;Gruppierung;Bezeichnung;Einnahme/Ausgabe;Ansatz 26;Ansatz 25;RE 24\n' +
    '0200.1000;1000;Verwaltungsgebühren;Einnahme;5.000;4.800;4.912,50\n' +
    '0200.5200;5200;Geräte und Ausstattung;Ausgabe;20.000;18.000;17.345,10\n' +
    '0200.6500;6500;Bürobedarf;Ausgabe;7.500;7.500;7.499,99\n';

  it('is understood without taking its groups for accounts of today', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI' });
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({ accountFrame: 'unclassified', direction: 'side' });
    expect(table.mapping.plan).toMatchObject({ firstYear: 2026 });
    expect(ledgerOf(table)).toEqual({
      'actual expense 2024': 2_484_509,
      'actual revenue 2024': 491_250,
      'plan expense 2025': 2_550_000,
      'plan expense 2026': 2_750_000,
      'plan revenue 2025': 480_000,
      'plan revenue 2026': 500_000,
    });
  });
});

describe('a hand-made workbook: title, thousands, merged headers, subtotals', () => {
  const rows = (cells: readonly (readonly string[])[]): { rowNumber: number; cells: string[] }[] =>
    cells.map((row, at) => ({ rowNumber: at + 1, cells: [...row] }));
  const table = (): ReadTable =>
    readTable(
      rows([
        ['Stadt Musterhausen - Haushaltsplan 2027 - Angaben in T€', '', '', '', '', ''],
        [],
        ['Produkt', 'Bezeichnung', 'Ergebnis', 'Ansatz', 'Ansatz', 'Planung'],
        ['', '', '2025', '2026', '2027', '2028'],
        ['Erträge', '', '', '', '', ''],
        ['1.11.01', 'Verwaltungssteuerung', '12.5', '13', '14', '14'],
        ['1.11.06', 'IT', '3.25', '3', '3', '3'],
        ['Summe Erträge', '', '15.75', '16', '17', '17'],
        ['1.12.01', 'Ordnung', '7', '7', '8.5', '9'],
        ['Gesamt', '', '22.75', '23', '25.5', '26'],
      ]),
      {},
      { fileName: 'Haushalt.xlsx', sheetName: 'Plan' },
    );

  it('is understood, and what its lines are is asked', () => {
    const { mapping, questions, summary, problems } = table();
    expect(mapping).toMatchObject({
      headerRows: [3, 4],
      unitFactor: 1000,
      keyFields: ['product'],
      numbers: { decimal: '.' },
      plan: { title: 'Haushaltsplan 2027' },
    });
    expect(codesOf(questions)).toEqual(['DIRECTION']);
    expect([summary.rows, summary.sumRows]).toEqual([3, 2]);
    expect(codesOf(problems)).toEqual(['ROW_WITHOUT_AMOUNT']);
    expect(totalsOf(table())).toEqual({
      'Ergebnis 2025': 2_275_000,
      'Ansatz 2026': 2_300_000,
      'Ansatz 2027': 2_550_000,
      'Planung 2028': 2_600_000,
    });
    expect(summary.totals.every(({ totalCents, printedCents }) => totalCents === printedCents)).toBe(true);
  });
});

describe('a long table: one year a row', () => {
  const text =
    'Jahr;Teilhaushalt;Produkt;Sachkonto;Ansatz;Ist\n' +
    '2025;THH 1;11101;4271000;1.000,00;950,00\n' +
    '2026;THH 1;11101;4271000;1.100,00;\n' +
    '2025;THH 1;11101;3141000;500,00;510,50\n' +
    '2026;THH 1;11101;3141000;500,00;\n';

  it('takes the year of each row, and a line once', () => {
    const table = readTable(rowsOf(text), { accountFrame: 'NI', kind: 'plan_lines', fiscalYear: 2026 });
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(table.mapping.keyFields).toEqual(['product', 'account']);
    expect(ledgerOf(table)).toEqual({
      'actual expense 2025': 95_000,
      'actual revenue 2025': 51_050,
      'plan expense 2025': 100_000,
      'plan expense 2026': 110_000,
      'plan revenue 2025': 50_000,
      'plan revenue 2026': 50_000,
    });
  });
});

describe('accounts of another country', () => {
  it('class 3 as expense and 4 as income is that of Switzerland, which the names of the accounts prove', () => {
    const table = readTable(
      rowsOf(
        "Konto;Bezeichnung;Budget 2026;Rechnung 2024\n3100;Materialaufwand;1'200.00;1'150.55\n3130;Dienstleistungsaufwand;900.00;880.10\n4000;Steuerertrag;9'000.00;9'100.00\n4210;Gebührenertrag;300.00;310.00\n",
      ),
      { accountFrame: 'NI' },
    );
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({ direction: 'account', accountFrame: 'CH' });
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2026': 210_000, 'plan revenue 2026': 930_000 },
      ...{ 'actual expense 2024': 203_065, 'actual revenue 2024': 941_000 },
    });
  });
});

describe('a file without headers', () => {
  it('is judged by its values, and asked', () => {
    const table = readTable(
      rowsOf(
        '03.02.2026;54310000;1.250,00;Toner\n04.02.2026;54310000;-50,00;Gutschrift\n05.02.2026;54990000;75,00;Porto\n',
      ),
      { kind: 'bookings' },
    );
    expect(codesOf(table.questions)).toEqual(['HEADER_MISSING']);
    expect(table.summary).toMatchObject({ rows: 3, invalidRows: 0 });
    expect(table.summary.groups).toMatchObject([{ totalCents: 127_500, fiscalYear: 2026 }]);
  });

  it('a first row that is no data row is the header when the person says so', () => {
    const rows = rowsOf('alpha;1;gamma\n54310000;1.250,00;Toner\n54990000;75,00;Porto\n');
    const asked = readTable(rows, { kind: 'bookings', bookedOn: '2026-01-05', answers: { HEADER_MISSING: 'header' } });
    expect(asked.mapping.columns.map(({ header }) => header)).toEqual(['alpha', '1', 'gamma']);
  });
});

describe('columns that mean the same year', () => {
  const text =
    'Produkt;Sachkonto;Ansatz 2026;fortgeschriebener Ansatz 2026\n1;4271000;100,00;120,00\n2;3141000;50,50;50,50\n3;4272000;7,00;9,00\n';
  it('are asked about; the original counts until then', () => {
    const asked = readTable(rowsOf(text), { accountFrame: 'NI' });
    expect(asked.questions).toMatchObject([
      { code: 'AMOUNT_TWICE', params: { first: 'Ansatz 2026', second: 'fortgeschriebener Ansatz 2026' } },
    ]);
    expect(totalsOf(asked)).toEqual({ 'Ansatz 2026': 15_750 });
    const answered = readTable(rowsOf(text), { accountFrame: 'NI', answers: { 'AMOUNT_TWICE:3': 'second' } });
    expect([answered.questions, totalsOf(answered)]).toEqual([[], { 'fortgeschriebener Ansatz 2026': 17_950 }]);
  });
});

describe('columns that no word is known for', () => {
  it('are named by the person', () => {
    const rows = rowsOf('Alpha;Beta;Datum\nx;12,50;01.02.2026\ny;13,00;02.02.2026\n');
    const asked = readTable(rows, { kind: 'bookings' });
    expect(asked.questions).toMatchObject([{ id: 'COLUMN_MISSING:line', options: ['column:0'] }]);
    const answered = readTable(rows, { kind: 'bookings', answers: { 'COLUMN_MISSING:line': 'column:0' } });
    expect([answered.questions, answered.summary.groups[0]?.totalCents]).toEqual([[], 2550]);
  });
});
