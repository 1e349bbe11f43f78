import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the calendar of the bodies refuses. Nothing was recorded. */
export const COUNCIL_PROBLEMS = {
  BODY_NAME_TAKEN: refusal(
    'Dieses Gremium gibt es schon',
    'This body exists already',
    'Ein Gremium mit dem Namen „{name}“ steht schon im Verzeichnis. Bitte ändern Sie jenes oder wählen Sie einen anderen Namen.',
    'A body named “{name}” is in the directory already. Please change that one or choose another name.',
  ),
  BODY_UNKNOWN: refusal(
    'Dieses Gremium gibt es nicht',
    'Es wurde aufgelöst oder nie angelegt. Bitte wählen Sie eines, das noch tagt.',
    'This body does not exist',
    'It was dissolved or never entered. Please choose one that still meets.',
  ),
  BODY_ARCHIVED: refusal(
    'Das Gremium tagt nicht mehr',
    'The body no longer meets',
    '„{name}“ ist als aufgelöst gekennzeichnet. Soll es wieder tagen, nehmen Sie das Kennzeichen zuerst heraus.',
    '“{name}” is marked as dissolved. If it is to meet again, take the mark away first.',
  ),
  MEETING_TWICE: refusal(
    'Für diesen Tag ist schon eine Sitzung eingetragen',
    'A meeting is planned for this day already',
    'Am {heldOn} tagt das Gremium schon. Kein Termin wurde eingetragen; bitte nehmen Sie diesen Tag heraus.',
    'The body meets on {heldOn} already. No date was entered; please take this day out.',
  ),
  MEETING_DATE_RANGE: refusal(
    'Datum außerhalb des Möglichen',
    'Date out of range',
    'Der {heldOn} liegt außerhalb der Jahre {firstYear} bis {lastYear}. Bitte prüfen Sie das Jahr.',
    '{heldOn} lies outside the years {firstYear} to {lastYear}. Please check the year.',
  ),
  MEETING_CANCELLED: refusal(
    'Die Sitzung ist abgesagt',
    'The meeting is cancelled',
    'Sie wurde am {cancelledOn} abgesagt. Findet sie doch statt, tragen Sie den Tag bitte neu ein.',
    'It was cancelled on {cancelledOn}. If it takes place after all, please enter the day anew.',
  ),
  PAPER_NUMBER_TAKEN: refusal(
    'Diese Nummer ist vergeben',
    'This number is taken',
    'Unter der Nummer {dsNumber} steht schon eine Vorlage im Verzeichnis. Bitte prüfen Sie die Nummer.',
    'A paper with the number {dsNumber} is in the register already. Please check the number.',
  ),
  PAPER_STEP_ORDER: refusal(
    'Die Beratungsfolge geht rückwärts',
    'The sequence of consultation goes backwards',
    'Die Sitzung am {heldOn} liegt vor der Sitzung davor oder führt vom Rat zurück in einen Ausschuss. Bitte ordnen Sie die Sitzungen.',
    'The meeting on {heldOn} lies before the one ahead of it or leads from the council back to a committee. Please put the meetings in order.',
  ),
  PAPER_STEP_DECISION: refusal(
    'Am Ende steht genau eine Entscheidung',
    'There is exactly one decision, at the end',
    'Eine Beschlussvorlage wird einmal entschieden, vom letzten Gremium der Beratungsfolge. Davor steht Vorberatung.',
    'A paper for decision is decided once, by the last body of its sequence. Before that it is prepared.',
  ),
  PAPER_STEP_KNOWLEDGE: refusal(
    'Hier wird nichts entschieden',
    'Nothing is decided here',
    'Mitteilung, Stellungnahme und Anfrage gehen den Gremien „zur Kenntnis“ zu. Soll entschieden werden, wählen Sie Beschlussvorlage.',
    'Information, statement and question go to the bodies for knowledge. Choose a paper for decision if one is wanted.',
  ),
  PAPER_MEETING: refusal(
    'Eine Sitzung der Beratungsfolge fehlt',
    'A meeting of the sequence is missing',
    'Eine der Sitzungen ist abgesagt oder steht nicht im Kalender. Bitte wählen Sie eine andere.',
    'One of the meetings is cancelled or not in the calendar. Please choose another one.',
  ),
  PAPER_SNAPSHOT: refusal(
    'Diesen Stand gibt es nicht oder er ist nicht freigegeben',
    'This snapshot does not exist or is not released',
    'Eine Vorlage nennt nur Zahlen, die zwei Personen der Kämmerei freigegeben haben. Bitte wählen Sie einen freigegebenen Stand.',
    'A paper only names figures that two people of finance released. Please choose a released snapshot.',
  ),
  PAPER_EXTRA: refusal(
    'Dieser Antrag steht nicht in dem Stand',
    'This request is not in the snapshot',
    'Der Antrag muss geprüft oder bewilligt gewesen sein, als der Stand eingefroren wurde. Bitte frieren Sie einen neuen Stand ein.',
    'The request had to be examined or granted when the snapshot was frozen. Please freeze a new one.',
  ),
  PAPER_INCOMPLETE: refusal(
    'Zum Veröffentlichen fehlt noch etwas',
    'Something is missing for publication',
    'Eine Vorlage braucht Nummer, Datum, Text und eine Beratungsfolge. Es wurde nichts veröffentlicht.',
    'A paper needs a number, a date, a text and a sequence of consultation. Nothing was published.',
  ),
  PAPER_FIGURE_MISSING: refusal(
    'Eine Zahl des Textes steht nicht im Stand',
    'A figure of the text is not in the snapshot',
    'Der Stand kennt „{figure}“ nicht. Bitte prüfen Sie den Namen oder wählen Sie den passenden Stand.',
    'The snapshot does not know “{figure}”. Please check the name or choose the right snapshot.',
  ),
  PAPER_PUBLISHED: refusal(
    'Die Vorlage ist veröffentlicht',
    'The paper is published',
    'Was die Gremien erhalten haben, bleibt stehen. Eine Änderung ist eine neue Vorlage mit eigener Nummer.',
    'What the bodies received stays. A change is a new paper with a number of its own.',
  ),
  SNAPSHOT_MEETING: refusal(
    'Für diese Sitzung kann nichts eingefroren werden',
    'Nothing can be frozen for this meeting',
    'Die Sitzung ist abgesagt oder steht nicht im Kalender. Bitte wählen Sie eine andere oder tragen Sie sie zuerst ein.',
    'The meeting is cancelled or not in the calendar. Please choose another one or enter it first.',
  ),
  SNAPSHOT_FUTURE: refusal(
    'Der Tag liegt in der Zukunft',
    'The day lies ahead',
    'Zahlen gibt es bis heute, {today}. Bitte wählen Sie diesen oder einen früheren Tag.',
    'There are figures up to today, {today}. Please choose this or an earlier day.',
  ),
} as const;
