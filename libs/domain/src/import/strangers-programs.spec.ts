import { DateReader, dayOfText } from './date-cell';
import type { TableRow } from './table';
import {
  codesOf,
  fieldsOf,
  ledgerOf,
  readBy,
  type ReadTable,
  readTable,
  rowsOf,
} from '../../../testing/src/import/tables';

/** Files as clerks of an unknown city bring them out of their programs; rows and amounts are made up. */

function read(text: string, hints: Parameters<typeof readTable>[1] = {}): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI', ...hints });
}

const BOTH_YEARS = {
  ...{ 'plan expense 2025': 18_600_000, 'plan revenue 2025': 1_000_000 },
  ...{ 'plan expense 2026': 20_725_000, 'plan revenue 2026': 1_050_000 },
};

describe('headings on two and three levels', () => {
  const lines =
    '111105;4271000;IT-Lizenzen;120.000,00;101.000,10;18.999,90;140.000,00;35.000,00;105.000,00\n' +
    '111105;3482000;Erstattungen;10.000,00;9.200,00;800,00;10.500,00;2.000,00;8.500,00\n' +
    '111106;4431000;Geschäftsaufwand;66.000,00;51.000,00;15.000,00;67.250,00;12.000,00;55.250,00\n';
  const header = 'Produkt;Konto;Bezeichnung;Ansatz;Ist;Abw.;Ansatz;Ist;Abw.\n';

  it.each([
    ['merged', ';;;2025;;;2026;;\n', [1, 2]],
    ['repeated above every column', ';;;2025;2025;2025;2026;2026;2026\n', [1, 2]],
    ['in words', ';;;Haushaltsjahr 2025;;;Haushaltsjahr 2026;;\n', [1, 2]],
    ['below a title', ';;;Ergebnishaushalt;;;;;\n;;;2025;;;2026;;\n', [2, 3]],
  ])('take the year from the upper row, %s, and the kind from the lower one', (_, above, headerRows) => {
    const table = read(above + header + lines, { fiscalYear: 2026 });
    expect([table.questions, table.problems, table.mapping.headerRows]).toEqual([[], [], headerRows]);
    expect(ledgerOf(table)).toEqual({
      ...BOTH_YEARS,
      ...{ 'actual expense 2025': 15_200_010, 'actual revenue 2025': 920_000 },
      ...{ 'actual expense 2026': 4_700_000, 'actual revenue 2026': 200_000 },
    });
    expect(table.mapping.columns.map(({ role }) => role).filter((role) => role === 'balance')).toHaveLength(2);
  });

  it('take the plan from the topmost row where the lowest one names only the sides', () => {
    const table = read(
      ';;Ansatz;;;\n;;2025;;2026;\nProdukt;Bezeichnung;Ertrag;Aufwand;Ertrag;Aufwand\n111105;IT;100,00;1.200,00;105,00;1.400,00\n111106;Telefon;0,00;660,00;0,00;672,50\n',
      { fiscalYear: 2026 },
    );
    expect([table.questions, table.mapping.headerRows]).toEqual([[], [1, 2, 3]]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2025': 186_000, 'plan revenue 2025': 10_000 },
      ...{ 'plan expense 2026': 207_250, 'plan revenue 2026': 10_500 },
    });
  });

  it('pass over the row that numbers the columns of a printed plan', () => {
    const table = read(
      'Nr.;Bezeichnung;Ergebnis;Ansatz;Ansatz\n;;2024;2025;2026\n;;EUR;EUR;EUR\n;;1;2;3\n7;+ Kostenerstattungen und Kostenumlagen;12,50;11,00;10,50\n' +
        '12;= Summe ordentliche Erträge;12,50;11,00;10,50\n13;- Personalaufwendungen;250,10;260,00;265,00\n' +
        '20;= Summe ordentliche Aufwendungen;250,10;260,00;265,00\n21;= Ordentliches Ergebnis;-237,60;-249,00;-254,50\n',
      { answers: { PRODUCT_CODE: '111105' } },
    );
    expect([table.questions, table.problems, table.mapping.firstDataRow]).toEqual([[], [], 5]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'actual expense 2024': 25_010, 'actual revenue 2024': 1250 },
      ...{ 'plan expense 2025': 26_000, 'plan revenue 2025': 1100 },
      ...{ 'plan expense 2026': 26_500, 'plan revenue 2026': 1050 },
    });
  });
});

describe('a statement for each part of the budget', () => {
  const plan = (name: string, factor: number, from: number): TableRow[] =>
    [
      ['1', '+ Steuern', `${10 * factor},50`, `${11 * factor},50`, name],
      ['2', '+ Zuwendungen', `${20 * factor},00`, `${22 * factor},00`, name],
      ['10', '= Summe ordentliche Erträge', `${30 * factor},50`, `${33 * factor},50`, ''],
      ['11', '- Personalaufwendungen', `${40 * factor},00`, `${44 * factor},00`, name],
      ['20', '= Ordentliches Ergebnis', `-${10 * factor - 1},50`, `-${11 * factor - 1},50`, ''],
    ].map((cells, at) => ({ rowNumber: from + at, cells }));
  const header = { rowNumber: 1, cells: ['Nr.', 'Bezeichnung', 'Ergebnis 2024', 'Ansatz 2026', 'Teilhaushalt'] };
  const rows = [header, ...plan('THH 1', 1, 2), ...plan('THH 2', 2, 1_000_002)];

  it('on sheets of its own keeps the parts apart, and asks for no product', () => {
    const table = readTable(rows, { accountFrame: 'NI' }, { sheetName: 'THH 1/THH 2', fileName: 'Haushalt 2026.xlsx' });
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(table.mapping.keyFields).toEqual(['subBudget', 'statement', 'statementLine']);
    expect(ledgerOf(table)).toEqual({
      ...{ 'actual expense 2024': 12_000, 'actual revenue 2024': 9100 },
      ...{ 'plan expense 2026': 13_200, 'plan revenue 2026': 10_000 },
    });
    expect(table.readings.flatMap((row) => (row.kind === 'line' ? [row.key] : []))).toHaveLength(6);
  });

  it('on a single sheet is the plan of one product, whose title is no heading', () => {
    const title = { rowNumber: 1, cells: ['Teilhaushalt 1', '', '', '', ''] };
    const words = { rowNumber: 2, cells: ['Nr.', 'Ertrags- und Aufwandsarten', 'Ergebnis 2024', 'Ansatz 2026', ''] };
    const below = rows
      .slice(1, 6)
      .map(({ rowNumber, cells }) => ({ rowNumber: rowNumber + 1, cells: cells.with(4, '') }));
    const titled = readTable([title, words, ...below], { answers: { PRODUCT_CODE: '1' } }, { sheetName: 'THH' });
    expect([titled.mapping.headerRows, codesOf(titled.questions)]).toEqual([[2], []]);
    const single = readTable(
      rows.slice(0, 6),
      { accountFrame: 'NI' },
      { sheetName: 'Plan', fileName: 'Haushalt 2026.xlsx' },
    );
    expect(codesOf(single.questions)).toEqual(['PRODUCT_CODE']);
  });
});

describe('a booking batch of DATEV', () => {
  const text = (from: string, to: string): string =>
    `EXTF;700;21;Buchungsstapel;12;20260205101500000;;RE;admin;;29098;55003;${from};4;${from};${to};Januar;;1;0\n` +
    'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);Belegdatum;Belegfeld 1;Buchungstext;KOST1 - Kostenstelle;KOST2 - Kostenstelle\n' +
    '1190,00;S;EUR;4271000;70001;0501;RE-100;Lizenzen;1020;\n238,50;S;EUR;4431000;70002;1201;RE-101;Telefon;1020;\n50,00;H;EUR;4271000;70001;3101;GS-7;Gutschrift;1020;\n';

  it('has the year of its days in row 1', () => {
    const table = read(text('20260101', '20260131'));
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(table.mapping).toMatchObject({ kind: 'bookings', yearOfDays: 2026, keyFields: ['costCentre', 'account'] });
    expect(codesOf(table.evidence)).toContain('DATES_WITHOUT_YEAR');
    expect(table.readings.flatMap((row) => (row.kind === 'booking' ? [row.booking?.bookedOn] : []))).toEqual([
      ...['2026-01-05', '2026-01-12', '2026-01-31'],
    ]);
    expect(ledgerOf(table)).toEqual({ 'actual expense 2026': 137_850 });
  });

  it('is asked about where row 1 names two years, and has another one in the next file', () => {
    expect(codesOf(read(text('20251201', '20260131')).questions)).toEqual(['DATE_MISSING']);
    const profiles = [{ code: 'datev', name: 'DATEV', mapping: read(text('20260101', '20260131')).mapping }];
    const next = read(text('20270101', '20270131'), { profiles });
    expect([next.profile, next.mapping.yearOfDays, ledgerOf(next)]).toEqual([
      ...['datev', 2027, { 'actual expense 2027': 137_850 }],
    ]);
  });

  it('may have lost the zero before the day, and a day that does not exist is none', () => {
    const days = new DateReader('dmy', 2026);
    expect(['501', '0501', '3101', '3102', '99'].map((text) => days.read(text))).toEqual([
      ...['2026-01-05', '2026-01-05', '2026-01-31', null, null],
    ]);
  });
});

describe('days as a spreadsheet counts them', () => {
  it('are read where the header speaks of a day, and the evidence says which one it means', () => {
    const table = read(
      'Beleg;Buchungsdatum;Kostenstelle;Sachkonto;Betrag\n1001;46027;1020;4271000;1.190,00\n1002;46053;1030;4271000;59,50\n',
    );
    expect(table.questions).toEqual([]);
    expect(table.evidence).toContainEqual(
      expect.objectContaining({ code: 'DATES_SERIAL', params: { count: 2, example: '46027', date: '2026-01-05' } }),
    );
    expect(ledgerOf(table)).toEqual({ 'actual expense 2026': 124_950 });
  });

  it('are five digits of this century, nothing else', () => {
    expect(['36526', '46027', '35999', '60000', '4602', '460270'].map((text) => dayOfText(text, 'dmy'))).toEqual([
      ...['2000-01-01', '2026-01-05', null, null, null, null],
    ]);
  });
});

describe('remarks and sums', () => {
  it('a mark behind an amount points to a remark below the table', () => {
    const table = read(
      'Produkt;Sachkonto;Bezeichnung;Ansatz 2025;Ansatz 2026¹\n111105;4271000;IT²;120.000,00 €;140.000,00 €\n' +
        '111105;3482000;Erstattungen;10.000,00 €;10.500,00 €*\n111106;4431000;Telefon;66.000,00 €;67.250,00 ²)\n' +
        'Summe;;;196.000,00 €;217.750,00 €\n¹ Entwurf;;;;\n* Schätzung;;;;\n',
      { fiscalYear: 2026 },
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual(BOTH_YEARS);
    expect(codesOf(table.summary.findings)).toEqual(['TOTAL_ROW_MATCHES']);
  });

  it('a pivot prints codes once and names its sums after them', () => {
    const table = read(
      'Summe von Betrag;;;Jahr;;\nTeilhaushalt;Produkt;Sachkonto;2024;2025;Gesamtergebnis\n' +
        'THH 1;111105;4271000;98765,43;101000,10;199765,53\n;;4431000;8250,99;8000;16250,99\n;111105 Ergebnis;;107016,42;109000,10;216016,52\n' +
        ';111106;4431000;65230,1;51000;116230,1\n;111106 Ergebnis;;65230,1;51000;116230,1\nTHH 1 Ergebnis;;;172246,52;160000,10;332246,62\n' +
        'THH 2;211001;4431000;2250,75;2000;4250,75\n;211001 Ergebnis;;2250,75;2000;4250,75\nTHH 2 Ergebnis;;;2250,75;2000;4250,75\n' +
        'Gesamtergebnis;;;174497,27;162000,10;336497,37\n',
      { kind: 'actuals' },
    );
    expect(table.questions).toEqual([]);
    expect(fieldsOf(table)).toEqual({ Teilhaushalt: 'subBudget', Produkt: 'product', Sachkonto: 'account' });
    expect(table.mapping.keyFields).toEqual(['product', 'account']);
    expect(ledgerOf(table)).toEqual({ 'actual expense 2024': 17_449_727, 'actual expense 2025': 16_200_010 });
    expect(codesOf(table.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
    expect(readBy(table.mapping, rowsOf('Summe von Betrag;;;Jahr;;\n')).problems).toEqual([]);
  });
});

describe('words of programs', () => {
  it('`davon` is a part of the column before it, never a plan of that year', () => {
    const table = read(
      'Produkt;Sachkonto;Ansatz 2026;VE 2026;davon 2027;davon 2028\n1;7831000;50.000,00;30.000,00;20.000,00;10.000,00\n1;6811000;10.000,00;0,00;0,00;0,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan payment 2026': 5_000_000, 'plan receipt 2026': 1_000_000 },
      ...{ 'commitment_authority payment 2026': 3_000_000 },
    });
  });

  it('AB-DATA calls what is spent AO-Soll, and `verfügbar` is what is left of the plan', () => {
    const table = read(
      'HHJ;Produkt;Kto;Bezeichnung;Ansatz;AO-Soll;verfügbar\n2026;111105;4271000;IT;140.000,00;35.000,00;105.000,00\n' +
        '2026;111105;3482000;Erstattungen;10.500,00-;2.000,00-;8.500,00-\n2026;111106;4431000;Telefon;67.250,00;12.000,00;55.250,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2026': 20_725_000, 'plan revenue 2026': 1_050_000 },
      ...{ 'actual expense 2026': 4_700_000, 'actual revenue 2026': 200_000 },
    });
  });

  it('CIP keeps Haushaltsreste apart and asks which of Ansatz and Nachtrag counts', () => {
    const table = read(
      'Buchungsstelle;Bezeichnung;HAR Vorjahr;Ansatz;Nachtrag;Gesamt verfügbar;Anordnungen;Rest\n' +
        '11.1.05.427100;IT;500,00;140.000,00;5.000,00;145.500,00;40.000,00;105.500,00\n11.1.06.348200;Erstattungen;0,00;10.500,00;0,00;10.500,00;1.000,00;9.500,00\n',
      { fiscalYear: 2026 },
    );
    expect(codesOf(table.questions)).toEqual(['AMOUNT_TWICE']);
    expect(ledgerOf(table)).toMatchObject({ 'plan expense 2026': 14_000_000, 'actual expense 2026': 4_000_000 });
  });

  it('proDoppik writes product and account in one number, the years in the second row', () => {
    const table = read(
      'Produktkonto;Bezeichnung;Ergebnis;Ansatz;Ansatz\n;;2024;2025;2026\n111105.427100;IT;98.765,43;120.000;140.000\n111105.348200;Erstattungen;12.500,17;10.000;10.500\n111106.443100;Telefon;65.230,10;66.000;67.250\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toMatchObject(BOTH_YEARS);
  });

  it('Loga shortens Besoldungs- und Entgeltgruppe', () => {
    const table = read(
      'Planstelle;Bezeichnung;OrgEinheit;Bes.-/Entg.-Gr.;Soll-VZÄ;Ist-VZÄ;befristet bis\n50012345;IT;10.3;E 11;1,00;1,00;\n50012346;Systeme;10.3;A 13;1,00;0,50;31.12.2026\n',
    );
    expect([table.questions, table.mapping.kind]).toEqual([[], 'posts']);
    expect(fieldsOf(table)).toMatchObject({ 'Bes.-/Entg.-Gr.': 'grade', 'Soll-VZÄ': 'postShare' });
  });

  it('an open-data portal heads its columns in English', () => {
    const table = readTable(
      rowsOf(
        'fiscal_year,department_code,department_name,account_code,account_name,type,budget_amount,actual_amount\n' +
          '2025,10,Central IT,427100,Software,expenditure,120000.00,98765.43\n2025,10,Central IT,348200,Refunds,revenue,10000.00,12500.17\n',
        ',',
      ),
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2025': 12_000_000, 'plan revenue 2025': 1_000_000 },
      ...{ 'actual expense 2025': 9_876_543, 'actual revenue 2025': 1_250_017 },
    });
  });
});
