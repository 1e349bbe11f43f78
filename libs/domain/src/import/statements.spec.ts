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
const LEDGER = {
  ...{ 'actual revenue 2024': 40_000, 'actual expense 2024': 42_000 },
  ...{ 'plan revenue 2026': 40_500, 'plan expense 2026': 42_000 },
};
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
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(codesOf(table.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
    expect(table.summary.totals.map(({ totalCents, printedCents }) => [totalCents, printedCents])).toEqual([
      [2000, 2000],
      [1500, 1500],
    ]);
  });

  it('is understood by its words where dashes only part the number from the text', () => {
    const dashed = ROWS.map(
      ([text, before, now]) => [text.replace(/^(\d+) (?!=)[+/-]*\s*/, '$1 - '), before, now] as const,
    );
    const table = read(asFile(dashed));
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(ledgerOf(table)).toEqual(LEDGER);
  });
});

describe('statements of several Teilpläne below one another', () => {
  const ofPart = (area: string, part: string, factor: number): string =>
    [
      ['01 - Steuern und ähnliche Abgaben', 100, 110],
      ['02 - Zuwendungen', 20, 30],
      ['10 = ordentliche Erträge', 120, 140],
      ['11 - Personalaufwendungen', 150, 170],
      ['17 = ordentliche Aufwendungen', 150, 170],
      ['18 = ordentliches Ergebnis', -30, -30],
    ]
      .map(
        ([text, before, now]) =>
          `${area};Verwaltung;${part};Teil ${part};${text};${Number(before) * factor},50;${Number(now) * factor},50`,
      )
      .join('\n');

  it('are lines of each part, and every row says which way it points', () => {
    const header = 'Produktbereich;PB_BEZ;Teilplan;Teilplanbezeichnung;Teilplanzeile;Ergebnis 2024;Plan 2026\n';
    const table = read(`${header}${ofPart('01', '0101', 1)}\n${ofPart('01', '0102', 2)}\n`);
    expect(table.questions).toEqual([]);
    expect(table.mapping).toMatchObject({
      direction: 'statement',
      keyFields: ['subBudget', 'statement', 'statementLineName'],
    });
    expect(ledgerOf(table)).toEqual({
      ...{ 'actual revenue 2024': 36_200, 'actual expense 2024': 45_100 },
      ...{ 'plan revenue 2026': 42_200, 'plan expense 2026': 51_100 },
    });
  });

  it('also without sums, where nearly every row has a word for it', () => {
    const table = read(
      'Produktbereich;Finanzplanzeile;Plan 2026\n01;01 - Einzahlung aus Zuwendungen;10,50\n01;07 - Auszahlung für Baumaßnahmen;70,00\n' +
        '02;01 - Einzahlung aus Zuwendungen;11,00\n02;07 - Auszahlung für Baumaßnahmen;71,00\n',
    );
    expect(table.questions).toEqual([]);
    expect(ledgerOf(table)).toEqual({ 'plan receipt 2026': 2150, 'plan payment 2026': 14_100 });
  });
});

it('a statement without marks ends in its result, which is no line', () => {
  const table = read(
    'lfd. Nr.;Ertrags- und Aufwandsarten;Ergebnis 2024;Ansatz 2026\n1;Steuern und ähnliche Abgaben;100,50;110,00\n' +
      '10;Summe ordentliche Erträge;100,50;110,00\n11;Personalaufwendungen;90,00;95,00\n17;Summe ordentliche Aufwendungen;90,00;95,00\n' +
      '18;ordentliches Ergebnis;10,50;15,00\n19;Jahresergebnis;10,50;15,00\n',
  );
  expect([table.questions, table.problems]).toEqual([[], []]);
  expect(table.summary).toMatchObject({ rows: 2, sumRows: 4 });
  expect(codesOf(table.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
});

it('words say which way the rows of a statement point where only its sums are marked', () => {
  const file = `Teilergebnisplan 111 Innere Verwaltung (in EUR);;;
Nr.;Bezeichnung;Ergebnis 2024;Ansatz 2026
1;Steuern und ähnliche Abgaben;0;0
2;Zuwendungen und allgemeine Umlagen;12.300;11.000
3;= Ordentliche Erträge;12.300;11.000
4;Personalaufwendungen;-845.200;-930.000
5;Aufwendungen für Sach- und Dienstleistungen;-230.111;-260.000
6;= Ordentliche Aufwendungen;-1.075.311;-1.190.000
7;= Ordentliches Ergebnis (3+6);-1.063.011;-1.179.000
`;
  const table = readTable(rowsOf(file), { accountFrame: 'NI', answers: { PRODUCT_CODE: '111' } });
  expect(ledgerOf(table)).toEqual({
    ...{ 'actual revenue 2024': 1_230_000, 'actual expense 2024': 107_531_100 },
    ...{ 'plan revenue 2026': 1_100_000, 'plan expense 2026': 119_000_000 },
  });
  expect([table.questions, codesOf(table.summary.findings)]).toEqual([[], ['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']]);
});

describe('a plan in whole euros', () => {
  const rows = Array.from({ length: 12 }, (_, at) => `1111${at + 10};4271000;${100 + at}`);
  const withTotal = (total: number): ReadTable =>
    readTable(rowsOf(`Produkt;Sachkonto;Ansatz 2026\n${rows.join('\n')}\nSumme;;${total}\n`), { accountFrame: 'NI' });

  it('may print a total that the rounded rows miss by a few euros, which is reported', () => {
    expect(withTotal(1266).summary.findings).toMatchObject([{ code: 'TOTAL_ROW_MATCHES' }]);
    expect(withTotal(1268).summary.findings).toMatchObject([{ code: 'TOTAL_ROW_DIFFERS', severity: 'warning' }]);
    expect(withTotal(1270).summary.findings).toMatchObject([{ code: 'TOTAL_ROW_DIFFERS', severity: 'warning' }]);
    // Of twelve rounded amounts no four come together that are all off to one side by so much.
    expect(withTotal(1271).summary.findings).toMatchObject([{ code: 'TOTAL_ROW_DIFFERS', severity: 'error' }]);
  });

  it('may print sums of parts that are a euro off, which is said once for all of them', () => {
    const part = (product: string, printed: number): string =>
      `${Array.from({ length: 10 }, (_, at) => `${product};42710${at}0;100`).join('\n')}\n${product};Summe;${printed}\n`;
    const file = `Produkt;Sachkonto;Ansatz 2026\n${part('111101', 1001)}${part('111102', 998)}${part('111103', 1000)}${part('111104', 1003)}`;
    const { problems, summary } = readTable(rowsOf(file), { accountFrame: 'NI' });
    expect(problems).toMatchObject([
      { code: 'SUBTOTAL_DIFFERS', params: { statedCents: 100_300, readCents: 100_000 } },
    ]);
    expect(summary.findings).toMatchObject([
      { code: 'SUBTOTALS_MATCH', params: { count: 1 } },
      { code: 'SUBTOTALS_ROUNDED', severity: 'info', params: { count: 2, differenceCents: 200 } },
    ]);
  });
});
