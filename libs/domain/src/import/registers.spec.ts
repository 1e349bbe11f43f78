import { codesOf, fieldsOf, readTable, rowsOf } from '../../../testing/src/import/tables';
import type { ImportedRecord } from './reading';

const recordsOf = (table: ReturnType<typeof readTable>): ImportedRecord[] =>
  table.readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));
const wrongOf = (table: ReturnType<typeof readTable>): unknown[] =>
  table.problems.map(({ rowNumber, column, code, params }) => [rowNumber, column, code, params['value']]);

const CONTRACTS =
  'Vertragsliste IT;;;;;;;;\n' +
  'Vertragsnummer;Vertragspartner;Gegenstand;Haushaltszeile;Vertragsbeginn;Vertragsende;Kündigungsfrist;Verlängerung;Jahreskosten brutto\n' +
  'V-001;Bechtle AG;Wartung der Firewalls;11.01.4251;01.01.2024;31.12.2026;3 Monate;12 Monate;48.000,00\n' +
  'V-002;Telekom;Anschlüsse der Schulen;11.02.4261;01.04.2025;;6 Wochen zum Quartalsende;;12.345,67 €\n' +
  ';Summe;;;;;;;60.345,67\n';

it('a list of contracts is understood by its words, in any order and with a title above it', () => {
  const table = readTable(rowsOf(CONTRACTS));
  expect([table.mapping.kind, table.questions, table.problems]).toEqual(['contracts', [], []]);
  expect(codesOf(table.evidence)).toContain('KIND_RECORDS');
  expect(fieldsOf(table)).toMatchObject({
    Vertragspartner: 'supplier',
    Kündigungsfrist: 'notice',
    Verlängerung: 'renewal',
  });
  expect(table.mapping.constants).toEqual({ priceBasis: 'gross' });
  expect(table.summary).toMatchObject({ rows: 2, sumRows: 1, totals: [], groups: [] });
  expect(recordsOf(table)).toEqual([
    {
      kind: 'contracts',
      key: 'V-001',
      costs: [],
      values: {
        contractNumber: 'V-001',
        supplier: 'Bechtle AG',
        subject: 'Wartung der Firewalls',
        line: '11.01.4251',
        startsOn: '2024-01-01',
        endsOn: '2026-12-31',
        notice: { length: 3, unit: 'months', to: null },
        renewal: 12,
        yearPrice: 48_000_000_000,
        priceBasis: 'gross',
      },
    },
    expect.objectContaining({
      key: 'V-002',
      values: expect.objectContaining({
        notice: { length: 42, unit: 'days', to: 'quarter_end' },
        yearPrice: 12_345_670_000,
      }),
    }),
  ]);
});

it('says at each wrong cell what is wrong, and takes an empty one for nothing said', () => {
  const table = readTable(
    rowsOf(
      CONTRACTS.replace('01.01.2024', '31.02.2024')
        .replace('3 Monate', 'bald')
        .replace('12.345,67 €', 'auf Anfrage')
        .replace('Telekom', ''),
    ),
  );
  expect(recordsOf(table)).toEqual([]);
  expect(wrongOf(table)).toEqual([
    [3, 'Vertragsbeginn', 'RECORD_DAY', '31.02.2024'],
    [3, 'Kündigungsfrist', 'RECORD_NOTICE', 'bald'],
    [4, 'Vertragspartner', 'RECORD_EMPTY', ''],
    [4, 'Jahreskosten brutto', 'RECORD_PRICE', 'auf Anfrage'],
  ]);
});

it('asks whether prices are net and what they buy, and which column is the line, instead of guessing', () => {
  const text =
    'Vertrag Nr.;Lieferant;Leistung;Topf;Vertragsbeginn;Mindestlaufzeit;Einzelpreis;Anzahl Lizenzen\n' +
    '7;Nord IT;Fachverfahren;4711;01.01.2026;1 Jahr;4,995;250\n';
  const asked = readTable(rowsOf(text));
  expect(asked.questions.map(({ id }) => id)).toEqual(['COLUMN_MISSING:line', 'PRICE_BASIS', 'PRICE_PERIOD']);
  const answers = { 'COLUMN_MISSING:line': 'column:3', PRICE_BASIS: 'net', PRICE_PERIOD: 'month' };
  const table = readTable(rowsOf(text), { answers });
  expect([table.questions, table.problems]).toEqual([[], []]);
  expect(recordsOf(table)[0]?.values).toMatchObject({
    line: '4711',
    minimumTerm: 12,
    unitPrice: 4_995_000,
    quantity: 250,
    priceBasis: 'net',
    pricePeriod: 'month',
  });
});

it('a list of projects has its costs by year, in words of the budget or not', () => {
  const text =
    'Projektname;Programm;Projektbeginn;Projektende;Projektleitung;Phase;Investition 2026;Investition 2027\n' +
    'DMS Einführung;Digitales Rathaus;01.03.2026;30.09.2027;Inga Lorenz;Umsetzung;250.000,00;120.000,00\n' +
    'Netz der Schulen;;2026-01-01;2028-12-31;;Vergabe;;\n' +
    'DMS einführung;;2026-01-01;2028-12-31;;Idee;;\n';
  const table = readTable(rowsOf(text));
  expect([table.mapping.kind, table.questions]).toEqual(['projects', []]);
  expect(recordsOf(table)).toEqual([
    {
      kind: 'projects',
      key: 'DMS Einführung',
      values: {
        projectName: 'DMS Einführung',
        parentProject: 'Digitales Rathaus',
        plannedStart: '2026-03-01',
        plannedEnd: '2027-09-30',
        sponsor: 'Inga Lorenz',
        projectPhase: 'implementation',
        costKind: 'investment',
      },
      costs: [
        { fiscalYear: 2026, kind: 'investment', amountCents: 25_000_000 },
        { fiscalYear: 2027, kind: 'investment', amountCents: 12_000_000 },
      ],
    },
    expect.objectContaining({ key: 'Netz der Schulen', costs: [] }),
  ]);
  expect(table.problems).toMatchObject([
    { rowNumber: 4, column: 'Projektname', code: 'RECORD_TWICE', params: { firstRowNumber: 2 } },
  ]);
});

it.each([
  ['1.234,50', 1_234_500_000],
  ['0,0349', 34_900],
])('reads the price %s to the millionth', (price, micros) => {
  const text = `Vertragsnummer;Lieferant;Gegenstand;Haushaltszeile;Vertragsbeginn;Monatskosten netto\n1;A;B;C;01.01.2026;${price}\n`;
  expect(recordsOf(readTable(rowsOf(text)))[0]?.values.monthPrice).toBe(micros);
});
