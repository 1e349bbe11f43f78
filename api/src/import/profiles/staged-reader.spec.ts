import { detectTable } from '@etatlotse/domain/import';
import { StagedReader } from './staged-reader';

/** The names that the lines of a table get. */
function namesOf(...lines: readonly string[]): string[] {
  const rows = lines.map((line, at) => ({ rowNumber: at + 1, cells: line.split(';') }));
  const { mapping } = detectTable(
    { head: rows, tail: [], fileName: 'plan.csv', sheetName: null },
    { today: '2026-10-05', accountFrame: 'NI' },
  );
  const reader = new StagedReader(mapping, null);
  return rows
    .slice(reader.firstDataRow - 1)
    .flatMap((row) => reader.read(row).facts?.lines.map(({ name }) => name) ?? []);
}

describe('A line that its file does not name', () => {
  test('is called by what it is for and what it is spent on', () => {
    const lines = namesOf(
      'Produkt;Produktbezeichnung;Sachkonto;Sachkontobezeichnung;Ansatz 2027',
      '111105;Zentrale IT;4271000;Wartung;90,00',
    );
    expect(lines).toEqual(['Zentrale IT: Wartung']);
  });

  test('without a product, by the part of the city that its detail stands for', () => {
    const lines = namesOf(
      'Unterkonto;Unterkontobezeichnung;Sachkonto;Sachkontobezeichnung;Ansatz 2027',
      '001;Büro der Leitung;4271000;Wartung;90,00',
      '002;Presse;4271000;Wartung;10,00',
    );
    expect(lines).toEqual(['Büro der Leitung: Wartung', 'Presse: Wartung']);
  });

  test('and by its number where nothing has a name', () => {
    const lines = namesOf('Produkt;Sachkonto;Ansatz 2027', '111105;4271000;90,00', '111105;3482000;10,00');
    expect(lines).toEqual(['111105|4271000: Aufwendungen', '111105|3482000: Erträge']);
  });
});
