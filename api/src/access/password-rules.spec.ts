import { isWeakPassword } from './password-rules';

const around = ['Löwenstadt', 'loewenstadt', 'Bärbel Größer', 'b.groesser', 'loewenstadt.example'];

it.each([
  ['eleven signs', 'kurz-und-ga'],
  ['the office and a year', 'Haushalt2027!'],
  ['the office, written with digits', 'H4u5h4lt2027!!'],
  ['the city and a year', 'Löwenstadt2026'],
  ['the city in capitals without its umlaut', 'LOEWENSTADT!!'],
  ['the own name', 'BärbelGrößer1'],
  ['the own name without umlauts', 'baerbelgroesser'],
  ['two common words', 'Passwort-Sommer'],
  ['a row of the keyboard', 'qwertzuiop123'],
  ['digits in their order', '123456789012'],
  ['years only', '202620272028'],
  ['one sign over and over', 'aaaaaaaaaaaaaaaa'],
  ['a short pattern over and over', 'xyzxyzxyzxyz'],
  ['more than 128 signs', 'Nordwind Teetasse '.repeat(8)],
])('refuses %s', (_, password) => {
  expect(isWeakPassword(password, around)).toBe(true);
});

it.each([
  ['four words that belong to nobody', 'krumme gurke tanzt nachts'],
  ['a common word in a long sentence', 'mein Passwort ist krumm wie Gurken'],
  ['a random text of a password manager', 'vT9#kQ2_mZ7x'],
  ['twelve signs of one script, emoji count once', 'Ωμέγα 🦉 πλοίο'],
  ['exactly twelve signs', 'gurkentanz9x'],
])('accepts %s', (_, password) => {
  expect(isWeakPassword(password, around)).toBe(false);
});
