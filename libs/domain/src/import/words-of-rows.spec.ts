import { directionOfWords, meaningOfStatementText, sphereOfWords } from './direction-words';
import { isBalanceText, isSumText } from './sum-words';

it.each<[string, boolean, boolean]>([
  ['Summe', true, true],
  ['Gesamtsumme Stadt Münster', true, true],
  ['Produktbereich-Summe', true, true],
  ['Zwischensumme 11', true, true],
  ['Total', true, true],
  ['Grand total', true, true],
  ['= Ordentliche Erträge', true, true],
  ['Gesamt', true, false],
  ['Saldo', true, false],
  ['Ergebnis', true, false],
  ['06 - Summe investive Einzahlungen', true, true],
  ['14 - Saldo Investitionstätigkeit', true, true],
  ['10 = Ordentliche Erträge', true, true],
  ['11 - Personalaufwendungen', false, false],
  ['36 - Änderung des Bestands an eigenen Finanzmitteln', true, true],
  ['+ Anfangsbestand an Finanzmitteln', true, true],
  ['Gesamtschule Nord', false, false],
  ['Totalunternehmer', false, false],
  ['Summerau', false, false],
  ['Telefon', false, false],
])('%s is a sum without a key: %p, with one: %p', (text, without, withKey) => {
  expect([isSumText(text, false), isSumText(text, true)]).toEqual([without, withKey]);
});

it.each<[string, string | null]>([
  ['Erträge', 'revenue'],
  ['Ertrag', 'revenue'],
  ['E', 'revenue'],
  ['Aufwendungen', 'expense'],
  ['A', 'expense'],
  ['Einzahlungen', 'receipt'],
  ['Auszahlung', 'payment'],
  ['Einnahme', 'revenue'],
  ['Ausgabe', 'expense'],
  ['Erträge und Aufwendungen', null],
  ['Telefon', null],
])('%s points to %p', (text, direction) => {
  expect(directionOfWords(text)).toBe(direction);
});

it.each<[string, string | null, string]>([
  ['+ Sonstige ordentliche Erträge', 'revenue', 'operating'],
  ['- Personalaufwendungen', 'expense', 'operating'],
  ['\u2212 Transferaufwendungen', 'expense', 'operating'],
  ['+/- Bestandsveränderungen', 'revenue', 'operating'],
  ['+ Finanzerträge', 'revenue', 'operating'],
  ['- Aufwendungen aus internen Leistungsbeziehungen', 'expense', 'internal'],
  ['Einzahlungen aus Zuwendungen für Investitionsmaßnahmen', 'receipt', 'investing'],
  ['Auszahlungen - für den Erwerb von Grundstücken', 'payment', 'investing'],
  ['Steuern und ähnliche Abgaben', 'revenue', 'operating'],
  ['Steuern', null, ''],
  ['01 - Steuern und ähnliche Abgaben', 'revenue', 'operating'],
  ['6 - Kostenerstattungen, Kostenumlagen', 'revenue', 'operating'],
  ['+ Bilanzielle Abschreibungen', 'expense', 'operating'],
  ['18 - Tilgung von Darlehen', 'payment', 'operating'],
  ['33 - Rückflüsse von Darlehen', 'receipt', 'operating'],
  ['12 - Versorgungsaufwendungen', 'expense', 'operating'],
])('%s is %p, %s', (text, direction, sphere) => {
  expect(meaningOfStatementText(text)).toEqual(direction === null ? null : { direction, sphere });
});

it.each<[string, string | null]>([
  ['Capital', 'investing'],
  ['Revenue', 'operating'],
  ['investiv', 'investing'],
  ['konsumtiv', 'operating'],
  ['Verwaltungshaushalt', 'operating'],
  ['Vermögenshaushalt', 'investing'],
  ['x', null],
])('%s is the sphere %p', (text, sphere) => {
  expect(sphereOfWords(text)).toBe(sphere);
});

it.each<[string, boolean]>([
  ['Saldovortrag', true],
  ['Vortrag aus Vorjahr', true],
  ['Anfangsbestand 01.01.', true],
  ['Übertrag von Seite 3', true],
  ['Endsaldo', true],
  ['Vortrag Datenschutz, Frau Meier', false],
  ['Übertragung der Software', false],
  ['Saldenliste', false],
])('%s among bookings is none of them: %p', (text, isBalance) => {
  expect(isBalanceText(text)).toBe(isBalance);
});
