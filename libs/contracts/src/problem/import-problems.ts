import type { ProblemKind } from './problem-kind';

const problem = (
  status: number,
  titleDe: string,
  titleEn: string,
  detailDe: string,
  detailEn: string,
): ProblemKind => ({
  status,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What an import and its clearing list answer besides the general problems. */
export const IMPORT_PROBLEMS = {
  MULTIPART: problem(
    400,
    'Hochladen unvollständig',
    'Upload incomplete',
    'Die Datei kam nicht vollständig an. Es wurde nichts gespeichert.',
    'The file did not arrive completely. Nothing was stored.',
  ),
  CSV_ENCODING: problem(
    422,
    'Zeichensatz nicht lesbar',
    'Character encoding not readable',
    'Die Datei muss in UTF-8 oder Windows-1252 geschrieben sein. Bitte im Tabellenprogramm als „CSV UTF-8“ speichern.',
    'The file must be written in UTF-8 or Windows-1252. Please save it as “CSV UTF-8” in your spreadsheet program.',
  ),
  PROFILE_UNKNOWN: problem(
    422,
    'Dateiprofil nicht bekannt',
    'File profile not known',
    'Dieses Dateiprofil gibt es für diese Art von Import nicht.',
    'There is no such file profile for this kind of import.',
  ),
  IMPORT_UNDO_BLOCKED: problem(
    409,
    'Kann nicht rückgängig gemacht werden',
    'Cannot be undone',
    'Auf diesem Import baut schon etwas auf: {reason}.',
    'Something already builds on this import: {reason}.',
  ),
  CLEARING_DECIDED: problem(
    409,
    'Schon entschieden',
    'Already decided',
    'Über diesen Posten wurde schon entschieden.',
    'This item has already been decided.',
  ),
  LINE_UNKNOWN: problem(
    422,
    'Haushaltszeile nicht bekannt',
    'Budget line not known',
    'Diese Haushaltszeile gibt es nicht.',
    'There is no such budget line.',
  ),
  ORDER_UNKNOWN: problem(
    422,
    'Auftrag nicht bekannt',
    'Order not known',
    'Diesen Auftrag gibt es auf dieser Haushaltszeile nicht.',
    'There is no such order on this budget line.',
  ),
} satisfies Record<string, ProblemKind>;
