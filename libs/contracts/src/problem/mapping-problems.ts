import type { ProblemKind } from './problem-kind';

const problem = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 422,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What keeps a mapping of columns from being used. */
export const MAPPING_PROBLEMS = {
  MAPPING_SHAPE: problem(
    'Zuordnung nicht lesbar',
    'Mapping not readable',
    'Die Zuordnung der Spalten ist unvollständig oder enthält Angaben, die es nicht gibt.',
    'The mapping of the columns is incomplete or holds something that does not exist.',
  ),
  MAPPING_FIELD_TWICE: problem(
    'Bedeutung doppelt vergeben',
    'Meaning given twice',
    'Die Spalte „{column}“ hat eine Bedeutung, die schon eine andere Spalte hat.',
    'The column “{column}” has a meaning that another column already has.',
  ),
  MAPPING_NO_AMOUNT: problem(
    'Keine Betragsspalte',
    'No column with amounts',
    'Keine Spalte ist als Betrag bezeichnet. Bitte wählen Sie mindestens eine.',
    'No column is marked as an amount. Please choose at least one.',
  ),
  MAPPING_AMOUNT_TWICE: problem(
    'Betrag doppelt vergeben',
    'Amount given twice',
    'Die Spalte „{column}“ hat dasselbe Jahr und dieselbe Bedeutung wie eine andere Betragsspalte.',
    'The column “{column}” has the same year and meaning as another column with amounts.',
  ),
  MAPPING_YEAR_MISSING: problem(
    'Haushaltsjahr fehlt',
    'Fiscal year missing',
    'Zur Spalte „{column}“ ist kein Haushaltsjahr bekannt. Bitte geben Sie es an.',
    'No fiscal year is known for the column “{column}”. Please name it.',
  ),
  MAPPING_DAY_MISSING: problem(
    'Buchungstag fehlt',
    'Booking day missing',
    'Buchungen brauchen einen Tag. Bitte wählen Sie eine Spalte oder geben Sie einen Tag für alle an.',
    'Bookings need a day. Please choose a column or name one day for all.',
  ),
  MAPPING_KEY_MISSING: problem(
    'Schlüssel fehlt',
    'Key missing',
    'Es ist nicht gesagt, welche Spalten zusammen eine Haushaltszeile bezeichnen.',
    'It is not said which columns together name a budget line.',
  ),
  MAPPING_FIELD_MISSING: problem(
    'Spalte fehlt',
    'Column missing',
    'Keine Spalte hat die Bedeutung „{field}“, die hier gebraucht wird.',
    'No column has the meaning “{field}”, which is needed here.',
  ),
  MAPPING_DIRECTION: problem(
    'Ertrag oder Aufwand unklar',
    'Revenue or expense unclear',
    'Was eine Zeile zu Ertrag oder Aufwand macht, passt nicht zu den gewählten Spalten.',
    'What makes a row revenue or expense does not fit the chosen columns.',
  ),
  MAPPING_BALANCE: problem(
    'Saldo ohne Teile',
    'Balance without parts',
    'Der Saldo „{column}“ muss sich aus Betragsspalten zusammensetzen.',
    'The balance “{column}” must be made up of columns with amounts.',
  ),
  MAPPING_HEADER_ROWS: problem(
    'Kopfzeilen passen nicht',
    'Header rows do not fit',
    'Die Kopfzeilen müssen vor der ersten Datenzeile stehen; höchstens zwei sind möglich.',
    'The header rows must stand before the first row of data; two at most are possible.',
  ),
  MAPPING_PLAN_YEARS: problem(
    'Planjahre fehlen',
    'Years of the plan missing',
    'Ein Plan gilt für ein Jahr oder für zwei. Bitte geben Sie an, für welche.',
    'A plan holds for one year or for two. Please say which.',
  ),
} satisfies Record<string, ProblemKind>;
