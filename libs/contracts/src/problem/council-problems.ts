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
