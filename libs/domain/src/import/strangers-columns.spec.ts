import { codesOf, fieldsOf, ledgerOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** What columns of other cities are called, and what their amounts look like; rows and amounts are made up. */

function read(text: string, about: Parameters<typeof readTable>[2] = {}): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI' }, about);
}

describe('columns that say their year', () => {
  it.each([
    ['across lines of one cell', '"Haushaltsansatz\n2026\nEUR";"Ansatz\n2027\nEUR";"Ergebnis\n2024\nEUR"'],
    ['with two digits', 'Plan 26;Plan 27;RE 24'],
    ['with the words of a plan for later years', 'HPL 2026;MFP 2027;RE 2024'],
    ['with the year in front', '2026 Ansatz;2027 Fipla;2024 RE'],
    ['from that of the title', 'Ansatz lfd. Jahr;Planung (Folgejahr +1);Rechnungsergebnis Vorvorjahr'],
    ['by steps from that of the title', 'Ansatz HHJ;Plan HHJ+1;RE HHJ-2'],
    ['across a hyphen', 'Ansatz des Haus- haltsjahres 2026;Planung Folgejahr 1;Ergebnis des Vor- vorjahres'],
    ['by what other columns say of theirs', 'Ansatz 2026;Ansatz Folgejahr 2027;Ergebnis 2. Vorjahr'],
  ])('%s', (_, headers) => {
    const table = read(`Haushaltsplan 2026;;;;\nProdukt;Sachkonto;${headers}\n111105;4271000;140,00;150,50;131,22\n`);
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(ledgerOf(table)).toEqual({
      ...{ 'plan expense 2026': 14_000, 'plan expense 2027': 15_050 },
      'actual expense 2024': 13_122,
    });
  });

  it('follow one another', () => {
    const headers = 'Ansatz;1. Folgejahr;2. Folgejahr;Folgejahr 4'.replaceAll(/(?<=;)/g, 'Plan ');
    const table = read(`Haushaltsplan 2026;;;;\nProdukt;Sachkonto;${headers}\n111105;4271000;1,00;2,00;3,00;5,00\n`);
    expect(table.mapping.columns.flatMap((column) => (column.role === 'amount' ? [column.fiscalYear] : []))).toEqual([
      2026, 2027, 2028, 2030,
    ]);
  });

  it('`Abweichung zum Vorjahr` needs no year of its own', () => {
    const table = read(
      'Produkt;Sachkonto;Ergebnis 2025;Ansatz 2026;Abweichung zum Vorjahr\n1;4271000;10,00;12,00;2,00\n',
    );
    expect(table.questions).toEqual([]);
  });
});

describe('columns that are no amounts of a line', () => {
  it.each([
    ['changes and differences', 'Veränderung in %;Diff.', '6,67;3,00'],
    ['shares and degrees', 'Anteil in %;Deckungsgrad', '97,25;88,10'],
    ['what is carried over', 'Übertragene Ermächtigungen in EUR;Ermächtigungsübertragungen', '20,00;21,00'],
  ])('%s are left out without a question', (_, headers, cells) => {
    const table = read(`Produkt;Sachkonto;Ansatz 2026;${headers}\n111105;4271000;140,00;${cells}\n`);
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 14_000 });
  });
});

describe('amounts as people type them', () => {
  it.each([
    ['1.234,56 €', 123_456],
    ['EUR 1.234', 123_400],
    ['1.234,-', 123_400],
    ['T€ 12', 1_200_000],
    ['12 Tsd.', 1_200_000],
    ['+1.234,56', 123_456],
    ['(1.234,56 €)', -123_456],
    ['1 234,56', 123_456],
  ])('%s beside others', (cell, cents) => {
    const table = read(
      `Produkt;Sachkonto;Ansatz 2026\n111105;4271000;${cell}\n111106;4271000;-2.500,00\n111107;4271000;20.500\n`,
    );
    expect(table.problems).toEqual([]);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': cents - 250_000 + 2_050_000 });
  });

  it('thousands that only the name of the file tells', () => {
    const table = read('Produkt;Sachkonto;Ansatz 2026\n111105;4271000;140\n', {
      fileName: 'Plan_2026_Werte_in_1000.csv',
    });
    expect(codesOf(table.evidence)).toContain('UNIT_BY_WORD');
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 14_000_000 });
  });
});

describe('columns that are called like something else', () => {
  it('a number called Ansatz is none of the amounts, as its zeros say', () => {
    const table = read(
      'Jahr;Plan/Ist;Ansatz-Uab;E/A;Ansatz-Text;Wert\n2026;Plan;010;A;Zentralamt;1300,50\n2026;Plan;211;A;Schulen;2035,00\n',
    );
    expect(fieldsOf(table)).toMatchObject({ 'Ansatz-Uab': 'product', 'Ansatz-Text': 'productName' });
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 333_550 });
  });

  it('the only days of a list of payments are those of its bookings', () => {
    const table = read(
      'Transaction Date;Transaction Number;Cost Centre;Amount\n2026-04-11;60612;1020;4.62\n2026-04-25;61046;1020;63.27\n',
    );
    expect([table.questions, fieldsOf(table)['Transaction Date']]).toEqual([[], 'bookedOn']);
  });
});

describe('a list of orders', () => {
  const LIST =
    'Bestellnummer;Lieferant;Bestelldatum;Bruttobetrag;Kostenstelle;Sachkonto;Status\n4500012345;Bechtle;03.02.2026;11.900,00;9110;4431000;offen\n4500012346;Cancom;14.02.2026;595,00;9110;4271000;geliefert\n';

  it('is not taken for what was spent: the person says what its amounts are', () => {
    const open = read(LIST);
    expect(open.questions).toMatchObject([{ code: 'BOOKING_TYPE', options: ['commitment', 'actual'] }]);
    const answered = (answer: string): ReadTable =>
      readTable(rowsOf(LIST), { accountFrame: 'NI', answers: { BOOKING_TYPE: answer } });
    const ordered = answered('commitment');
    expect([ordered.questions, ledgerOf(ordered)]).toEqual([[], { 'commitment expense 2026': 1_249_500 }]);
    expect(ledgerOf(answered('actual'))).toEqual({ 'actual expense 2026': 1_249_500 });
  });

  it.each([
    [
      'another column says it of each row',
      LIST.replace('Status', 'Art').replace('offen', 'Bestellung').replace('geliefert', 'Rechnung'),
    ],
    ['the headers speak of invoices, too', LIST.replace('Bestelldatum', 'Rechnungsdatum')],
  ])('nothing is asked where %s', (_, text) => {
    expect(codesOf(read(text).questions)).not.toContain('BOOKING_TYPE');
  });
});

it('PSK names a line by its product and account', () => {
  const table = read(
    'Budget;PSK;Bezeichnung;Ansatz 2026\nIT;111.05.4431000;Geschäftsaufwendungen;50.000,00\nIT;111.05.4271000;Leitungen;20.000,00\n',
  );
  expect([table.questions, fieldsOf(table)]).toMatchObject([[], { PSK: 'line', Budget: 'subBudget' }]);
  expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 7_000_000 });
});
