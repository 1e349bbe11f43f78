import { checkMapping } from './mapping-check';
import { codesOf, ledgerOf, readBy, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** Tables whose rows of upper levels add up those below them, as outlines and pivot tables print them; all made up. */

function read(text: string): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI' });
}

const LEDGER = { 'plan revenue 2026': 3750, 'plan expense 2026': 6925 };

describe('sums above the rows that they add up', () => {
  const repeated =
    'Amt;Produktgruppe;Produkt;Bezeichnung;Ansatz 2026 Erträge;Ansatz 2026 Aufwendungen\n' +
    '10;;;Innere Verwaltung;30,25;60,00\n10;PG11;;Steuerung;10,00;20,00\n10;PG11;P1101;Bürgermeister;4,00;8,00\n' +
    '10;PG11;P1102;Rat;6,00;12,00\n10;PG12;;IT;20,25;40,00\n10;PG12;P1201;Netze;20,25;40,00\n' +
    '20;;;Sicherheit;7,25;9,25\n20;PG21;;Ordnung;7,25;9,25\n20;PG21;P2101;Gewerbe;7,25;9,25\n';
  const stairs = repeated
    .replaceAll(/^(?:10|20);(PG\d\d);(P\d{4});/gm, ';;$2;')
    .replaceAll(/^(?:10|20);(PG\d\d);;/gm, ';$1;;');

  it.each([
    ['with the codes of all levels in every row', repeated],
    ['with the code of its own level only', stairs],
  ])('are compared and not taken, %s', (_, text) => {
    const table = read(text);
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(table.mapping.sumRows).toMatchObject({ areAbove: true });
    expect(checkMapping(table.mapping).ok).toBe(true);
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(table.summary).toMatchObject({
      rows: 4,
      sumRows: 5,
      findings: [{ code: 'SUBTOTALS_MATCH', params: { count: 5 } }],
    });
  });

  it('say where they differ, in a later file as well', () => {
    const { mapping } = read(repeated);
    const { summary } = readBy(mapping, rowsOf(repeated.replace('P1102;Rat;6,00', 'P1102;Rat;6,50')));
    expect(summary.findings).toMatchObject([
      { code: 'SUBTOTAL_DIFFERS', rowNumber: 3, params: { statedCents: 1000, readCents: 1050, differenceCents: -50 } },
      { code: 'SUBTOTAL_DIFFERS', rowNumber: 2, params: { statedCents: 3025, readCents: 3075, differenceCents: -50 } },
      { code: 'SUBTOTALS_MATCH' },
    ]);
  });

  it('are known by their shorter number in a column that is only called Nr.', () => {
    const table = read(
      'Nr.;Bezeichnung;Ansatz 2026;Ergebnis 2024\n11;Innere Verwaltung;90,00;30,50\n1111;Steuerung;30,00;10,50\n' +
        '111101;Bürgermeister;12,00;4,50\n111102;Rat;18,00;6,00\n1112;IT;60,00;20,00\n111201;Netze;60,00;20,00\n',
    );
    expect(codesOf(table.questions)).toEqual(['DIRECTION']);
    expect(ledgerOf(table)).toEqual({ 'plan unclassified 2026': 9000, 'actual unclassified 2024': 3050 });
    expect(codesOf(table.summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
  });

  it('as the total of the whole file', () => {
    const table = read(
      'Produkt;Bezeichnung;Ansatz 2026 Aufwand;Ergebnis 2024 Aufwand\nGesamt;;106,00;39,50\n11;Verwaltung;90,00;30,50\n12;Sicherheit;16,00;9,00\n',
    );
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 10_600, 'actual expense 2024': 3950 });
    expect(table.summary).toMatchObject({ findings: [{ code: 'TOTAL_ROW_MATCHES', rowNumber: 2 }] });
    expect(table.summary.totals[0]).toMatchObject({ totalCents: 10_600, printedCents: 10_600 });
  });
});

describe('a booking that forgot its unit', () => {
  it('is asked for and not taken for a sum', () => {
    const table = read(
      'Buchungsdatum;Betrag;Kostenstelle;Lieferant\n02.01.2026;120,50;1020;Meier\n03.01.2026;70,25;;Total Büro GmbH\n04.01.2026;95,00;1030;Schulz\n',
    );
    expect(table.summary).toMatchObject({ rows: 3, invalidRows: 1, sumRows: 0 });
    expect(table.problems).toMatchObject([{ code: 'TEXT_REQUIRED', rowNumber: 3, column: 'Kostenstelle' }]);
  });
});
