import type { VocabularyEntry } from './vocabulary';

const MONTH_WORDS: readonly (readonly [VocabularyEntry['field'], string])[] = [
  ['casesJanuary', 'januar, jan, january'],
  ['casesFebruary', 'februar, feb, february'],
  ['casesMarch', 'maerz, mrz, mar, march'],
  ['casesApril', 'april, apr'],
  ['casesMay', 'mai, may'],
  ['casesJune', 'juni, jun, june'],
  ['casesJuly', 'juli, jul, july'],
  ['casesAugust', 'august, aug'],
  ['casesSeptember', 'september, sep, sept'],
  ['casesOctober', 'oktober, okt, october, oct'],
  ['casesNovember', 'november, nov'],
  ['casesDecember', 'dezember, dez, december, dec'],
];

/** What columns are called in lists of case numbers, German and English. */
export const VOLUME_VOCABULARY: readonly VocabularyEntry[] = [
  {
    field: 'task',
    use: 'volumes',
    words:
      'aufgabe, aufgabenname, aufgabenbezeichnung, name der aufgabe, vorgangsart, fallart, leistung, taetigkeit, task, task name, bezeichnung, name',
  },
  { field: 'unit', use: 'volumes', words: 'einheit, stelle, zustaendige stelle, zustaendige einheit' },
  { field: 'month', use: 'volumes', words: 'monat, berichtsmonat, zeitraum, monatsdatum, month, period, datum, date' },
  {
    field: 'cases',
    use: 'volumes',
    words:
      'fallzahl, fallzahlen, faelle, anzahl faelle, anzahl der faelle, fallaufkommen, fallmenge, eingaenge, faelle ist, ist faelle, faelle plan, plan faelle, fallzahl ist, ist fallzahl, fallzahl plan, plan fallzahl, fallzahlen ist, ist fallzahlen, fallzahlen plan, plan fallzahlen, cases, case number, case volume, volume, anzahl, menge, stunden, count',
  },
  {
    field: 'volumeKind',
    use: 'volumes',
    words: 'ist plan, plan ist, ist oder plan, eingegangen geplant, art der zahl, art, kind',
  },
  ...MONTH_WORDS.map(([field, words]) => ({ field, use: 'volumes' as const, words })),
];
