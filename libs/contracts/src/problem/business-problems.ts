import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the rules refuse. Nothing was changed; the parameters say how much is missing and which rule it is. */
export const BUSINESS_PROBLEMS = {
  BUDGET_EXCEEDED: refusal(
    'Nicht gebucht',
    'Not booked',
    'Verfügbar sind {availableCents}, es fehlen {missingCents}. Regel: Die Ermächtigung darf nicht überschritten werden ({rule}). Im Haushalt wurde nichts geändert.',
    'Available are {availableCents}, {missingCents} are missing. Rule: the authority must not be exceeded ({rule}). Nothing was changed in the budget.',
  ),
  COMMITMENT_EXCEEDED: refusal(
    'Mehr als offen ist',
    'More than is open',
    'Offen sind noch {openCents}. Mehr kann dieser Auftrag nicht abgeben.',
    '{openCents} are still open. The order cannot give more.',
  ),
  ORDER_STEP: refusal(
    'Schritt jetzt nicht möglich',
    'Step not possible now',
    'Der Auftrag ist in einem Zustand, in dem dieser Schritt nicht vorgesehen ist.',
    'The order is in a state in which this step is not provided for.',
  ),
  ORDER_NUMBER_TAKEN: refusal(
    'Auftragsnummer vergeben',
    'Order number taken',
    'Die Auftragsnummer {number} gibt es in diesem Haushaltsjahr schon.',
    'The order number {number} already exists in this fiscal year.',
  ),
  YEAR_CLOSED: refusal(
    'Bücher geschlossen',
    'Books closed',
    'Die Bücher des Haushaltsjahres {fiscalYear} sind geschlossen. Öffnen kann sie die Kämmerei mit Begründung und zweiter Person.',
    'The books of fiscal year {fiscalYear} are closed. Finance can reopen them with a reason and a second person.',
  ),
  YEAR_UNKNOWN: refusal(
    'Haushaltsjahr nicht angelegt',
    'Fiscal year not set up',
    'Das Haushaltsjahr {fiscalYear} ist nicht angelegt.',
    'Fiscal year {fiscalYear} has not been set up.',
  ),
  YEAR_EXISTS: refusal(
    'Haushaltsjahr schon angelegt',
    'Fiscal year already set up',
    'Das Haushaltsjahr {fiscalYear} gibt es schon.',
    'Fiscal year {fiscalYear} already exists.',
  ),
  LINE_NOT_BOOKABLE: refusal(
    'Auf dieser Zeile wird nicht bestellt',
    'No orders on this line',
    'Die Zeile ist eine Ertrags- oder Einzahlungszeile oder sie ist stillgelegt.',
    'The line is a revenue line or has been shut down.',
  ),
  NUMBER_TAKEN: refusal(
    'Nummer vergeben',
    'Number taken',
    'Die Nummer {number} gibt es schon.',
    'The number {number} already exists.',
  ),
  VERSION_STALE: refusal(
    'Inzwischen geändert',
    'Changed in the meantime',
    'Jemand anderes hat das inzwischen geändert. Bitte neu laden; Ihre Eingabe bleibt stehen.',
    'Somebody else has changed this in the meantime. Please reload; your input stays.',
  ),
  IDEMPOTENCY_CONFLICT: refusal(
    'Vorgang schon anders gesendet',
    'Request already sent differently',
    'Unter diesem Vorgangsschlüssel kam schon eine andere Anfrage an.',
    'Another request has already arrived under this key.',
  ),
  PLAN_STEP: refusal(
    'Schritt jetzt nicht möglich',
    'Step not possible now',
    'Die Planfassung ist in einem Zustand, in dem dieser Schritt nicht vorgesehen ist.',
    'The plan version is in a state in which this step is not provided for.',
  ),
  PLAN_REQUIREMENT: refusal(
    'Angaben fehlen',
    'Details missing',
    'Für diesen Schritt fehlt noch: {missing}.',
    'Still missing for this step: {missing}.',
  ),
  PLAN_LINES_INCOMPLETE: refusal(
    'Plan noch nicht vollständig',
    'Plan not complete yet',
    '{count} Zeilen fehlt Teilhaushalt, Produkt oder ein Sachkonto des gültigen Kontenrahmens.',
    '{count} lines lack sub-budget, product or an account of the account frame in force.',
  ),
  APPROVAL_PENDING: refusal(
    'Wartet schon auf Freigabe',
    'Already waiting for approval',
    'Dazu liegt schon ein Antrag auf Freigabe vor.',
    'There is already a request for approval of this.',
  ),
  APPROVAL_DECIDED: refusal(
    'Schon entschieden',
    'Already decided',
    'Über diesen Antrag wurde schon entschieden.',
    'This request has already been decided.',
  ),
  ALREADY_REVERSED: refusal(
    'Schon storniert',
    'Already reversed',
    'Diese Bewegung ist schon durch eine Gegenbuchung aufgehoben.',
    'This movement has already been reversed.',
  ),
  UNIT_IN_USE: refusal(
    'Wird noch gebraucht',
    'Still in use',
    'Die Organisationseinheit hat noch Zeilen, Zugänge oder untergeordnete Einheiten.',
    'The unit still has lines, accounts or units below it.',
  ),
  UNIT_CYCLE: refusal(
    'Einheit unter sich selbst',
    'Unit below itself',
    'Eine Einheit kann nicht unter sich selbst oder unter einer ihrer Untereinheiten stehen.',
    'A unit cannot stand below itself or one of its own units.',
  ),
  EMAIL_TAKEN: refusal(
    'E-Mail-Adresse vergeben',
    'E-mail address taken',
    'Zu dieser E-Mail-Adresse gibt es schon einen Zugang.',
    'There is already an account with this e-mail address.',
  ),
  LAST_ADMIN: refusal(
    'Letzter Zugang der Verwaltung',
    'Last administration account',
    'Das ist der letzte aktive Zugang mit der Rolle Betrieb. Er kann nicht entfernt werden.',
    'This is the last active account with the administration role. It cannot be removed.',
  ),
  IMPORT_STATE: refusal(
    'Import in anderem Zustand',
    'Import in another state',
    'Dieser Schritt passt nicht zum Stand des Imports.',
    'This step does not fit the state of the import.',
  ),
  IMPORT_PREVIEW_CHANGED: refusal(
    'Vorschau veraltet',
    'Preview out of date',
    'Die Vorschau ist nicht mehr die, die Sie gesehen haben. Bitte noch einmal prüfen.',
    'The preview is no longer the one you saw. Please check it again.',
  ),
  IMPORT_HAS_ERRORS: refusal(
    'Import hat Fehler',
    'Import has errors',
    '{count} Zeilen sind fehlerhaft. So wird nichts übernommen.',
    '{count} rows are wrong. Nothing is taken over this way.',
  ),
  FILE_ALREADY_IMPORTED: refusal(
    'Datei schon übernommen',
    'File already imported',
    'Diese Datei ist am {date} schon übernommen worden.',
    'This file was already imported on {date}.',
  ),
} satisfies Record<string, ProblemKind>;
