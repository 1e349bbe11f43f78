import { checkMapping } from './mapping-check';
import { codesOf, ledgerOf, readBy, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/** Bookings below the name of their account, as finance systems print an account sheet; rows and amounts are made up. */

function read(text: string): ReadTable {
  return readTable(rowsOf(text), { accountFrame: 'NI' });
}

function linesOf({ readings }: Pick<ReadTable, 'readings'>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of readings) {
    if (row.kind !== 'booking' || row.booking === null) continue;
    sums[row.lineNumber] = (sums[row.lineNumber] ?? 0) + row.booking.amountCents;
  }
  return sums;
}

const HEADER = 'Buchungsdatum;Belegnr.;Text;Soll;Haben;Saldo\n';
const TONER =
  '01.01.2026;;Saldovortrag;;;10,00\n02.01.2026;100;Toner;120,00;;130,00\n03.01.2026;101;Gutschrift;;20,00;110,00\n' +
  ';;Summe;120,00;20,00;110,00\n';
const LICENCE = '04.01.2026;102;Lizenz;500,00;;500,00\n;;Summe;500,00;0,00;500,00\n';
const LEDGER = { 'actual expense 2026': 60_000 };

describe('an account sheet', () => {
  it.each([
    [
      'with product and account in one row',
      `Kontoblatt;;;;;\nProdukt: 111.05 / Sachkonto: 4431000 Geschäftsaufwendungen;;;;;\n${HEADER}${TONER}` +
        `Produkt: 111.06 / Sachkonto: 4271000 Software;;;;;\n${HEADER}${LICENCE}`,
    ],
    [
      'with a row for each of them, in cells of their own',
      `Produkt;111.05;Zentrale IT;;;\nSachkonto;4431000;Geschäftsaufwendungen;;;\n${HEADER}${TONER}` +
        `Produkt;111.06;Telefon;;;\nSachkonto;4271000;Software;;;\n${LICENCE}`,
    ],
  ])('%s', (_, text) => {
    const table = read(text);
    expect(table.questions).toEqual([]);
    expect(table.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(table.mapping).toMatchObject({ kind: 'bookings', direction: 'account', keyFields: ['product', 'account'] });
    expect(checkMapping(table.mapping).ok).toBe(true);
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(linesOf(table)).toEqual({ '111.05|4431000': 10_000, '111.06|4271000': 50_000 });
    expect(codesOf(table.summary.findings)).toContain('SUBTOTALS_MATCH');
  });

  it('of one account alone says it in its title', () => {
    const table = read(
      'Sachkontenauszug 4431000 Geschäftsaufwendungen\nKostenstelle 1020\nZeitraum 01.01.2026 - 31.12.2026\n' +
        'Buchungsdatum;Beleg;Text;Betrag\n02.01.2026;100;Toner;120,00\n03.01.2026;101;Papier;480,00\n',
    );
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(linesOf(table)).toEqual({ '1020|4431000': 60_000 });
  });

  it('asks for the account where a block of another product names none', () => {
    const text = `Produkt: 111.05\nSachkonto: 4431000\n${HEADER}${TONER}Produkt: 111.06\nSachkonto: 4271000\n${LICENCE}`;
    const { mapping } = read(text);
    const late = readBy(mapping, rowsOf(text.replace('Sachkonto: 4271000\n', '')));
    expect(late.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'TEXT_REQUIRED', column: 'sachkonto', rowNumber: 9 },
    ]);
  });
});

describe('a plan whose product stands in its title', () => {
  it('is a plan of that product, not of the account alone', () => {
    const table = read(
      'Haushaltsplan 2026\nProdukt: 111105 - Zentrale IT\nSachkonto;Bezeichnung;Ansatz 2026\n4431000;Geschäft;8,70\n4271000;Software;9,50\n',
    );
    expect(table.questions).toEqual([]);
    expect(table.mapping.keyFields).toEqual(['product', 'account']);
    expect(table.readings.flatMap((row) => (row.kind === 'line' ? [[row.key, row.fields.productName]] : []))).toEqual([
      ['111105|4431000', 'Zentrale IT'],
      ['111105|4271000', 'Zentrale IT'],
    ]);
  });
});
