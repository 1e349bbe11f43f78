import { readAmountHeader } from './amount-header';

it.each<[string, number[], string | null, string | null]>([
  ['Ansatz 2026', [2026], 'plan', null],
  ['Haushaltsansatz(€) 2026', [2026], 'plan', null],
  ['Plan 26', [2026], 'plan', null],
  ["Plan '26", [2026], 'plan', null],
  ['HH 2026', [2026], 'plan', null],
  ['2026/Plan', [2026], 'plan', null],
  ['Planung(€) 2028', [2028], 'plan', null],
  ['FPL 2028', [2028], 'plan', null],
  ['Anstaz 2026', [2026], 'plan', null],
  ['Ergebnisplan 2026', [2026], 'plan', null],
  ['Budget 2026', [2026], 'plan', null],
  ['Ist 2024', [2024], 'actual', null],
  ['Ergebnis 2024', [2024], 'actual', null],
  ['vorl. Ergebnis 2024', [2024], 'actual', null],
  ['Rechnungsergebnis 2024', [2024], 'actual', null],
  ['RE 2024', [2024], 'actual', null],
  ['HH-Ergebnis 2024', [2024], 'actual', null],
  ['Actual 2024', [2024], 'actual', null],
  ['VE 2026', [2026], 'commitment_authority', null],
  ['Verpfl.-Erm.(€) 2027', [2027], 'commitment_authority', null],
  ['Verpflichtungsermächtigungen 2026', [2026], 'commitment_authority', null],
  ['Ergebnis 2015 (Erträge)', [2015], 'actual', 'revenue'],
  ['Ansatz 2018 (Aufwendungen)', [2018], 'plan', 'expense'],
  ['Einzahlungen 2026', [2026], null, 'revenue'],
  ['Auszahlungen 2026', [2026], null, 'expense'],
  ['Soll', [], 'plan', 'debit'],
  ['Haben', [], null, 'credit'],
  ['2026', [2026], null, null],
  ['Ansatz 2025/2026', [2025, 2026], 'plan', null],
  ['Betrag', [], null, null],
  ['Produkt', [], null, null],
  ['Kostenart', [], null, null],
])('%s', (header, years, phase, side) => {
  expect(readAmountHeader(header)).toMatchObject({ years, phase, side });
});

it.each(['Saldo 2026', 'Ansatz (Erträge - Aufwendungen)', 'Zuschussbedarf', 'Abweichung Plan/Ist', 'Gesamt 2026'])(
  '%s is a balance',
  (header) => {
    expect(readAmountHeader(header).isBalance).toBe(true);
  },
);
