import type { ProblemKind } from './problem-kind';

const refusal = (
  titleDe: string,
  titleEn: string,
  detailDe: string,
  detailEn: string,
  status: number = 409,
): ProblemKind => ({
  status,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused around lines, pools, filters, papers and releases. Nothing was changed. */
export const LINE_PROBLEMS = {
  ACCOUNT_NOT_IN_FRAME: refusal(
    'Sachkonto nicht im Kontenrahmen',
    'Account not in the account frame',
    'Das Sachkonto {account} gibt es im Kontenrahmen {accountFrame} des Jahres {fiscalYear} nicht.',
    'Account {account} does not exist in account frame {accountFrame} of {fiscalYear}.',
  ),
  LINES_CHANGED: refusal(
    'Auswahl hat sich geändert',
    'Selection has changed',
    'Der Filter findet jetzt {foundLines} Zeilen, gesehen hatten Sie {expectedLines}. Es wurde nichts geändert.',
    'The filter now finds {foundLines} lines, you had seen {expectedLines}. Nothing was changed.',
  ),
  ASSIGNMENT_EMPTY: refusal(
    'Keine Zuordnung angegeben',
    'No assignment given',
    'Bitte geben Sie an, was den Zeilen zugeordnet werden soll.',
    'Please say what is to be assigned to the lines.',
  ),
  POOL_UNKNOWN: refusal(
    'Deckungskreis nicht gefunden',
    'Cover pool not found',
    'Diesen Deckungskreis gibt es nicht.',
    'This cover pool does not exist.',
  ),
  POOL_LINE_TAKEN: refusal(
    'Zeile in anderem Deckungskreis',
    'Line in another cover pool',
    'Die Zeile {number} gehört schon zu einem anderen Deckungskreis.',
    'Line {number} already belongs to another cover pool.',
  ),
  POOL_SPENDING_ONLY: refusal(
    'Keine Zeile für einen Deckungskreis',
    'Not a line for a cover pool',
    'Die Zeile {number} ist keine Aufwands- oder Auszahlungszeile und deckt nichts.',
    'Line {number} is neither an expense nor a payment line and covers nothing.',
  ),
  POOL_WALL: refusal(
    'Verschiedene Haushaltsseiten',
    'Different sides of the budget',
    'Laufende Verwaltung und Investitionen decken sich nicht gegenseitig ({rule}). Die Zeile {number} passt nicht zum Deckungskreis.',
    'Current operation and investment do not cover each other ({rule}). Line {number} does not fit the cover pool.',
  ),
  POOL_OVERDRAWN: refusal(
    'Deckung ginge verloren',
    'Cover would be lost',
    'Ohne diese Deckung wäre im Haushaltsjahr {fiscalYear} um {missingCents} überzogen.',
    'Without this cover fiscal year {fiscalYear} would be overdrawn by {missingCents}.',
  ),
  FILTER_NAME_TAKEN: refusal(
    'Name vergeben',
    'Name taken',
    'Einen Filter mit dem Namen „{name}“ gibt es schon.',
    'There is already a filter called “{name}”.',
  ),
  EXPORT_RUNNING: refusal(
    'Ausgabe läuft schon',
    'Export already running',
    'Für Sie wird gerade schon eine Datei erstellt. Bitte warten Sie, bis sie fertig ist.',
    'A file is already being made for you. Please wait until it is finished.',
    429,
  ),
  TABLE_TOO_LONG: refusal(
    'Tabelle zu lang',
    'Table too long',
    'Das wären mehr als {max} Zeilen. Bitte grenzen Sie die Liste mit einem Filter ein und laden Sie sie dann herunter.',
    'That would be more than {max} rows. Please narrow the list by a filter and download it then.',
    409,
  ),
  DOCUMENT_TYPE: refusal(
    'Dateityp nicht angenommen',
    'File type not accepted',
    'Angenommen werden PDF, PNG, JPG, CSV, TXT, DOCX und XLSX ohne Makros. Name und Inhalt der Datei müssen zusammenpassen.',
    'Accepted are PDF, PNG, JPG, CSV, TXT, DOCX and XLSX without macros. Name and content of the file must match.',
    422,
  ),
  RELEASE_STATE: refusal(
    'Freigabe schon entschieden',
    'Release already decided',
    'Über diese Freigabe wurde schon entschieden. Es wurde nichts geändert.',
    'This release has already been decided. Nothing was changed.',
  ),
} satisfies Record<string, ProblemKind>;
