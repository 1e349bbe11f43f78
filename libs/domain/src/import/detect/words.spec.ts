import { compact, isSimilar, normalWords } from './words';

it.each([
  ['Übergeordnet', 'uebergeordnet'],
  ['Amt / Dienststelle', 'amt dienststelle'],
  ['body_name', 'body name'],
  ['Ertrags-undAufwandsarten', 'ertrags und aufwandsarten'],
  [' Straße\u00A0(€) ', 'strasse'],
])('%s is compared as %s', (text, words) => {
  expect(normalWords(text)).toBe(words);
});

it.each<[string, string, boolean]>([
  ['sachkonto', 'sachkotno', true],
  ['kostenstelle', 'kostensetlle', true],
  ['organisational unit', 'organisatonal unit', true],
  ['plan', 'paln', true],
  ['plan', 'plat', false],
  ['ist', 'its', false],
  ['betrag', 'ertrag', false],
  ['einzahlungen', 'auszahlungen', false],
  ['produkt', 'produktgruppe', false],
])('%s and %s', (first, second, similar) => {
  expect(isSimilar(compact(first), compact(second))).toBe(similar);
});
