import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the registers of services and what belongs to them refuse. Nothing was recorded. */
export const INVENTORY_PROBLEMS = {
  RECORD_NAME_TAKEN: refusal(
    'Steht schon im Register',
    'Already in the register',
    '„{name}“ steht für diese Einheit schon im Register. Bitte ändern Sie den vorhandenen Eintrag oder wählen Sie einen anderen Namen.',
    '“{name}” is already in the register of this unit. Please change the entry that exists or take another name.',
  ),
  RECORD_UNIT_UNKNOWN: refusal(
    'Einheit gibt es nicht',
    'Unit does not exist',
    'Die gewählte Einheit gibt es nicht. Bitte wählen Sie eine aus der Liste.',
    'The unit chosen does not exist. Please take one from the list.',
  ),
  RECORD_LINE_UNFIT: refusal(
    'Zeile passt nicht',
    'Line does not fit',
    'Die Zeile {number} nimmt keine Ausgaben auf oder ist stillgelegt. Bitte wählen Sie eine Ausgabezeile.',
    'Line {number} takes no spending or has been shut down. Please choose a line for spending.',
  ),
  SERVICE_EFA_OWN_TASK: refusal(
    'EfA passt nicht zu dieser Aufgabe',
    'EfA does not fit this task',
    'EfA-Leistungen gibt es für Aufgaben von Bund und Land. Für eine eigene Aufgabe der Stadt kommt das Formularmanagement in Frage.',
    'EfA services exist for tasks of federation and state. A task of the city itself takes the form management system.',
  ),
  SERVICE_EFA_NOT_AVAILABLE: refusal(
    'EfA-Leistung ist nicht verfügbar',
    'EfA service is not available',
    'Für EfA fehlt der Tag, ab dem die Leistung verfügbar ist. Bitte tragen Sie ihn ein oder entscheiden Sie für ein eigenes Formular.',
    'The day from which the EfA service is available is missing. Please enter it or decide for a form of your own.',
  ),
  SERVICE_DECISION_AHEAD: refusal(
    'Entscheidung liegt in der Zukunft',
    'Decision lies ahead',
    'Eine Entscheidung wird eingetragen, wenn sie gefallen ist. Bitte prüfen Sie das Datum.',
    'A decision is recorded once it has been made. Please check the date.',
  ),
  SERVICE_VOLUME: refusal(
    'Mehr Online-Fälle als Fälle',
    'More online cases than cases',
    'Online gestellte Anträge sind ein Teil aller Fälle und können nicht mehr sein. Bitte prüfen Sie beide Zahlen.',
    'Cases that came online are part of all cases and cannot be more. Please check both figures.',
  ),
  SYSTEM_NORM_NEEDED: refusal(
    'Norm und Frist fehlen',
    'Norm and deadline missing',
    'Eine gesetzliche Pflicht braucht die Vorschrift und den Tag, bis zu dem sie erfüllt sein muss. Bitte ergänzen Sie beides.',
    'A legal duty needs the norm and the day by which it has to be met. Please add both.',
  ),
  SYSTEM_SUPPORT_NEEDED: refusal(
    'Wartungsende fehlt',
    'End of support missing',
    'Das Wartungsende ist nur ein Grund, wenn sein Tag bekannt ist. Bitte tragen Sie ihn ein.',
    'The end of support is a reason only where its day is known. Please enter it.',
  ),
  TRAINING_SEATS: refusal(
    'Mehr Teilnehmende als Plätze',
    'More people than seats',
    'Die Schulung hatte {seats} Plätze, eingetragen wären {people} Personen. Bitte prüfen Sie Plätze und Teilnahme.',
    'The session had {seats} seats, {people} people would be entered. Please check seats and attendance.',
  ),
  TRAINING_UNIT_TWICE: refusal(
    'Einheit doppelt',
    'Unit entered twice',
    'Jede Einheit steht in der Teilnahme einmal. Bitte fassen Sie die Zahlen einer Einheit zusammen.',
    'Each unit stands in the attendance once. Please add up the figures of a unit.',
  ),
  TRAINING_SESSION_AHEAD: refusal(
    'Termin liegt in der Zukunft',
    'Session lies ahead',
    'Teilnahme wird eingetragen, wenn der Termin stattgefunden hat.',
    'Attendance is entered once the session was held.',
  ),
  TRAINING_PAYMENT_NEEDED: refusal(
    'Kosten nicht zugeordnet',
    'Nobody pays for it',
    'Ohne Preis je Platz braucht die Schulung einen Vertrag oder eine Haushaltszeile, aus der sie bezahlt wird.',
    'Without a price a seat the training needs a contract or a budget line that pays for it.',
  ),
  PROCESS_STAGE_ORDER: refusal(
    'Stufen nicht in der Reihenfolge',
    'Stages out of order',
    'Ein Prozess wird erst aufgenommen, dann optimiert, dann als Workflow gebaut. Bitte prüfen Sie die Tage.',
    'A process is recorded first, then optimised, then built as a workflow. Please check the days.',
  ),
  PROCESS_STAGE_AHEAD: refusal(
    'Tag liegt in der Zukunft',
    'Day lies ahead',
    'Eine Stufe wird eingetragen, wenn sie erreicht ist. Bitte prüfen Sie die Tage.',
    'A stage is entered once it was reached. Please check the days.',
  ),
  OFFER_STEP: refusal(
    'Schritt jetzt nicht möglich',
    'Step not possible now',
    'In diesem Stand ist der Schritt nicht vorgesehen. Bitte laden Sie die Seite neu.',
    'The step is not provided for in this state. Please load the page again.',
  ),
  OFFER_MONEY_UNKNOWN: refusal(
    'Kosten oder Erstattung fehlen',
    'Cost or recovery missing',
    'Bevor die Arbeit beginnt, muss bekannt sein, was sie kostet und was erstattet wird. 0 ist eine Antwort, leer nicht.',
    'Before work begins it has to be known what it costs and what is refunded. 0 is an answer, blank is not.',
  ),
  OFFER_VAT_OPEN: refusal(
    'Umsatzsteuer nicht geklärt',
    'Value added tax not settled',
    'Für die Erstattung ist offen, ob sie der Umsatzsteuer unterliegt (§ 2b UStG). Bitte klären Sie das mit der Kämmerei und tragen Sie die Antwort ein.',
    'Whether the refund is subject to value added tax (§ 2b UStG) is open. Please settle it with the treasury and enter the answer.',
  ),
  OFFER_STEP_AHEAD: refusal(
    'Tag liegt in der Zukunft',
    'Day lies ahead',
    'Ein Schritt wird eingetragen, wenn er getan ist. Bitte prüfen Sie das Datum.',
    'A step is entered once it was taken. Please check the date.',
  ),
  DESK_UNIT_NEEDED: refusal(
    'Fachbereich fehlt',
    'Department missing',
    'Koordinatorinnen und Koordinatoren gehören zu einem Fachbereich. Bitte wählen Sie ihn.',
    'Coordinators belong to a department. Please choose it.',
  ),
  DESK_END_BEFORE_START: refusal(
    'Ende vor Beginn',
    'Ends before it starts',
    'Der letzte Tag der Stelle liegt vor ihrem ersten. Bitte prüfen Sie beide Daten.',
    'The last day of the desk lies before its first one. Please check both dates.',
  ),
  DESK_PERSON_UNKNOWN: refusal(
    'Person gibt es nicht',
    'Person does not exist',
    'Die gewählte Person gibt es nicht. Bitte wählen Sie eine aus der Liste.',
    'The person chosen does not exist. Please take one from the list.',
  ),
  DESK_FTE_TWICE: refusal(
    'Für diesen Tag gibt es schon einen Eintrag',
    'This day has an entry already',
    'Jeder Tag hat einen gültigen Eintrag. Zum Berichtigen wählen Sie den Eintrag, der ersetzt wird.',
    'Each day has one entry that counts. To put it right, choose the entry that is replaced.',
  ),
  DESK_FTE_SUPERSEDED: refusal(
    'Eintrag ist schon berichtigt',
    'Entry has been put right already',
    'Dieser Eintrag wurde schon durch einen anderen ersetzt. Bitte berichtigen Sie den, der gilt.',
    'This entry has been replaced by another one. Please put right the one that counts.',
  ),
} satisfies Record<string, ProblemKind>;
