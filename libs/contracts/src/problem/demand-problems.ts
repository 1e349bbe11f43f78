import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string, status = 409): ProblemKind => ({
  status,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused about demands and planning rounds. Nothing was changed. */
export const DEMAND_PROBLEMS = {
  DEMAND_STEP: refusal(
    'Schritt passt nicht zum Stand',
    'Step does not fit the state',
    'Der Bedarf ist inzwischen in einem anderen Stand. Von dort führt dieser Schritt nicht weiter. Bitte laden Sie die Seite neu.',
    'The demand is in another state by now. This step does not start from there. Please reload the page.',
  ),
  DEMAND_STEP_FORBIDDEN: refusal(
    'Diesen Schritt tut jemand anderes',
    'Somebody else takes this step',
    'Für diesen Schritt fehlt Ihnen das Recht in dieser Einheit. Wer ihn tun darf, steht unter „So läuft ein Bedarf“.',
    'You do not have the right to take this step in this unit. “The way of a demand” says who does.',
    403,
  ),
  DEMAND_OWN: refusal(
    'Nicht über den eigenen Bedarf entscheiden',
    'No decision on one’s own demand',
    'Sie haben diesen Bedarf verfasst oder abgesendet oder verantworten ihn. Über ihn entscheidet jemand anderes.',
    'You wrote, submitted or own this demand. Somebody else decides on it.',
  ),
  DEMAND_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Diesen Schritt gibt es nur mit Begründung. Sie bleibt im Verlauf stehen, und wer den Bedarf gemeldet hat, liest sie.',
    'This step is taken with a reason only. It stays in the history, and whoever reported the demand reads it.',
  ),
  DEMAND_INCOMPLETE: refusal(
    'Angaben fehlen noch',
    'Details are still missing',
    'Der Bedarf ist noch nicht vollständig. Er bleibt als Entwurf gesichert; bitte ergänzen Sie die markierten Angaben.',
    'The demand is not complete yet. It is kept as a draft; please fill in the marked details.',
  ),
  DEMAND_DEADLINE: refusal(
    'Die Frist ist abgelaufen',
    'The deadline has passed',
    'Bedarfe für diese Runde waren bis {deadline} zu melden. Ihr Text ist gesichert. Sie können den Bedarf mit Begründung nachmelden.',
    'Demands for this round were due by {deadline}. Your text is kept. You can still submit the demand with a reason.',
  ),
  DEMAND_FRAME: refusal(
    'Rahmen fehlt',
    'Frame missing',
    'Bitte sagen Sie zuerst, aus welchem Rahmen der Bedarf bezahlt werden soll: Kern-IT, Schulnetze oder Gebühren.',
    'Please say first which frame is to pay for the demand: core IT, school networks or fees.',
  ),
  DEMAND_DESKS: refusal(
    'Noch nicht von allen vier Stellen gezeichnet',
    'Not signed by all four desks yet',
    '„Geprüft“ ist ein Bedarf erst, wenn IT-Organisation, Organisation, Datenschutz und IT-Sicherheit gezeichnet haben.',
    'A demand is examined only once IT organisation, organisation, data protection and IT security have signed.',
  ),
  DEMAND_DELIBERATION: refusal(
    'Ergebnis der Beratung fehlt',
    'Result of the deliberation missing',
    'Bitte geben Sie an, wann der Bedarf beraten wurde (nicht in der Zukunft) und mit welchem Ergebnis.',
    'Please say when the demand was deliberated (not in the future) and with what result.',
  ),
  DEMAND_COVER: refusal(
    'Deckung nicht nachgewiesen',
    'Cover not shown',
    'Geplant wird ein Bedarf nur mit Geld und Personal in allen Planjahren. Bitte entscheiden Sie ihn auf der Seite „Entscheidung“.',
    'A demand is planned only with money and people in all plan years. Please decide it on the decision page.',
  ),
  DEMAND_RESOLUTION: refusal(
    'Beschluss fehlt',
    'Resolution missing',
    'Beschlossen ist ein Bedarf mit dem Haushalt. Bitte tragen Sie den Beschluss auf der Seite „Entscheidung“ ein.',
    'A demand is adopted with the budget. Please record the resolution on the decision page.',
  ),
  DEMAND_LOCKED: refusal(
    'Der Bedarf ist schon abgesendet',
    'The demand has been submitted',
    'Geändert wird ein Bedarf nur als Entwurf. Bitte lassen Sie ihn sich mit Begründung zurückgeben.',
    'A demand is changed only as a draft. Please have it handed back with a reason.',
  ),
  DEMAND_UNIT_UNKNOWN: refusal(
    'Einheit nicht gefunden',
    'Unit not found',
    'Für diese Organisationseinheit können Sie keinen Bedarf melden. Bitte wählen Sie eine eigene.',
    'You cannot report a demand for this unit. Please choose one of your own.',
  ),
  DEMAND_YEAR_OUTSIDE: refusal(
    'Jahr außerhalb des Planungszeitraums',
    'Year outside the planning window',
    'Das Jahr {fiscalYear} gehört nicht zu dieser Planungsrunde ({firstYear} bis {lastYear}). Bitte prüfen Sie Positionen und Beginn.',
    'The year {fiscalYear} does not belong to this planning round ({firstYear} to {lastYear}). Please check items and start.',
  ),
  DEMAND_ITEM_YEARS: refusal(
    'Ende vor dem Beginn',
    'End before start',
    'Die Position „{label}“ endet vor ihrem ersten Jahr. Bitte prüfen Sie beide Jahre.',
    'The item “{label}” ends before its first year. Please check both years.',
  ),
  DEMAND_ITEM_AMOUNT: refusal(
    'Betrag zu groß',
    'Amount too large',
    'Die Position „{label}“ ergibt mehr als 9.999.999.999,99 €. Bitte prüfen Sie Menge und Preis.',
    'The item “{label}” makes more than 9,999,999,999.99 €. Please check quantity and price.',
  ),
  DEMAND_ITEM_TWICE: refusal(
    'Position doppelt gesendet',
    'Item sent twice',
    'Dieselbe Position kam zweimal an oder gehört zu einem anderen Bedarf. Bitte laden Sie die Seite neu; Ihr Text bleibt stehen.',
    'The same item arrived twice or belongs to another demand. Please reload the page; your text stays.',
  ),
  DEMAND_LINK_UNKNOWN: refusal(
    'Verknüpfter Bedarf nicht gefunden',
    'Linked demand not found',
    'Einen der verknüpften Bedarfe gibt es in dieser Runde nicht. Bitte wählen Sie ihn noch einmal aus.',
    'One of the linked demands does not exist in this round. Please choose it again.',
  ),
  ROUND_NOT_OPEN: refusal(
    'Die Planungsrunde ist nicht offen',
    'The planning round is not open',
    'Die Runde nimmt zurzeit keine Bedarfe an. Ihr Text ist gesichert; bitte wenden Sie sich an die Kämmerei.',
    'The round takes no demands at present. Your text is kept; please turn to the finance office.',
  ),
  ROUND_EXISTS: refusal(
    'Runde gibt es schon',
    'Round already exists',
    'Für das Haushaltsjahr {fiscalYear} gibt es schon eine Planungsrunde.',
    'There is already a planning round for fiscal year {fiscalYear}.',
  ),
  ROUND_YEARS: refusal(
    'Ein Haushalt hat ein oder zwei Jahre',
    'A budget has one or two years',
    'Bitte geben Sie ein Jahr an oder zwei aufeinanderfolgende.',
    'Please give one year or two in a row.',
  ),
  ROUND_PHASES: refusal(
    'Fristen laufen rückwärts',
    'Dates run backwards',
    'Die Fristen müssen in der Reihenfolge der Schritte liegen: ermitteln, prüfen, beraten, planen, beschließen.',
    'The dates must follow the order of the steps: collect, examine, deliberate, plan, adopt.',
  ),
  ROUND_STEP: refusal(
    'Schritt passt nicht zum Stand der Runde',
    'Step does not fit the state of the round',
    'Die Runde ist nicht mehr in dem Stand, aus dem dieser Schritt führt. Bitte laden Sie die Seite neu.',
    'The round is no longer in the state this step starts from. Please reload the page.',
  ),
  ROUND_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Angehalten, wieder geöffnet oder geschlossen wird eine Runde nur mit Begründung. Sie steht danach auf der Übersicht.',
    'A round is frozen, reopened or closed with a reason only. It then stands on the overview.',
  ),
  ROUND_CLOSED: refusal(
    'Runde ist geschlossen',
    'Round is closed',
    'An einer geschlossenen Runde wird nichts mehr geändert.',
    'Nothing is changed in a closed round.',
  ),
  REVIEW_NOT_OPEN: refusal(
    'Nicht mehr zu prüfen',
    'No longer to be examined',
    'Der Bedarf liegt dieser Stelle nicht mehr zur Prüfung vor. Bitte laden Sie die Seite neu.',
    'The demand no longer lies before this desk. Please reload the page.',
  ),
  REVIEW_CHECKS_OPEN: refusal(
    'Prüfliste nicht vollständig',
    'Checklist not complete',
    'Gezeichnet wird erst, wenn jeder Punkt der Prüfliste beantwortet ist. Offen sind noch {count}.',
    'A desk signs once every point of its list is answered. {count} are still open.',
  ),
  REVIEW_OBJECTION: refusal(
    'Einwand ohne Begründung',
    'Objection without a reason',
    'Bitte sagen Sie, was entgegensteht und was sich ändern müsste.',
    'Please say what stands against it and what would have to change.',
  ),
  CHECKLIST_INVALID: refusal(
    'Prüfliste nicht lesbar',
    'Checklist not readable',
    'Die Prüfliste enthält etwas anderes als ihre Punkte und Antworten.',
    'The checklist has something else than its points and answers.',
    422,
  ),
  ATTACHMENT_COUNT: refusal(
    'Zu viele Anlagen',
    'Too many attachments',
    'Ein Bedarf hat höchstens {max} Anlagen. Bitte entfernen Sie zuerst eine.',
    'A demand has at most {max} attachments. Please remove one first.',
  ),
  ATTACHMENT_TWICE: refusal(
    'Datei liegt schon bei',
    'File is attached already',
    'Dieselbe Datei liegt dem Bedarf schon bei.',
    'The same file is attached already.',
  ),
} satisfies Record<string, ProblemKind>;
