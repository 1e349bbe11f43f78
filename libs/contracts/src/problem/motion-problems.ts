import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the reading of a budget refuses. Nothing was stored. */
export const MOTION_PROBLEMS = {
  READING_PLAN_STATE: refusal(
    'Der Plan ist nicht eingebracht',
    'The plan is not introduced',
    'Gelesen wird ein eingebrachter Plan, solange er nicht beschlossen ist. Bitte bringen Sie die Fassung ein oder wählen Sie eine andere.',
    'An introduced plan is read as long as it has not been adopted. Please introduce the version or choose another one.',
  ),
  READING_MEETING: refusal(
    'Diese Sitzung passt nicht',
    'This meeting does not fit',
    'Die Sitzung ist abgesagt, steht nicht im Kalender oder das Gremium berät nicht über den Haushalt. Bitte wählen Sie eine andere.',
    'The meeting is cancelled, not in the calendar, or its body does not deliberate on the budget. Please choose another one.',
  ),
  READING_TWICE: refusal(
    'Diese Lesung gibt es schon',
    'This reading exists already',
    'Der Plan wird in dieser Sitzung schon gelesen. Bitte öffnen Sie jene Lesung.',
    'The plan is read in this meeting already. Please open that reading.',
  ),
  READING_NOT_RELEASED: refusal(
    'Die Lesung ist noch in Vorbereitung',
    'The reading is still being prepared',
    'Abgestimmt wird, wenn das Gremium die Anträge kennt. Bitte geben Sie die Lesung zuerst frei.',
    'Votes are taken once the body knows the motions. Please release the reading first.',
  ),
  READING_RELEASED: refusal(
    'Die Lesung ist schon freigegeben',
    'The reading is released already',
    'Das Gremium sieht diese Lesung; es gibt nichts mehr freizugeben.',
    'The body sees this reading; there is nothing left to release.',
  ),
  READING_CLOSED: refusal(
    'Die Abstimmung ist abgeschlossen',
    'The vote is closed',
    'Die Beschlüsse sind in den Plan eingegangen. Anträge und Ergebnisse dieser Lesung ändern sich nicht mehr.',
    'The decisions have gone into the plan. Motions and results of this reading do not change any more.',
  ),
  READING_EMPTY: refusal(
    'Es gibt keinen Antrag',
    'There is no motion',
    'Abgeschlossen wird eine Lesung mit mindestens einem Antrag. Es wurde nichts geändert.',
    'A reading with at least one motion is closed. Nothing was changed.',
  ),
  READING_VOTES_OPEN: refusal(
    'Es fehlen noch Ergebnisse',
    'Results are missing',
    'Ohne Ergebnis sind noch {count} Anträge. Bitte tragen Sie sie ein; bis dahin bleibt der Plan, wie er ist.',
    '{count} motions have no result yet. Please record them; until then the plan stays as it is.',
  ),
  READING_BEFORE_MEETING: refusal(
    'Die Sitzung war noch nicht',
    'The meeting has not taken place',
    'Die Sitzung ist am {heldOn}. Abschließen können Sie die Lesung von diesem Tag an.',
    'The meeting is on {heldOn}. You can close the reading from that day on.',
  ),
  READING_FULL: refusal(
    'Mehr Anträge fasst eine Lesung nicht',
    'A reading holds no more motions',
    'Eine Lesung fasst {max} Anträge. Bitte legen Sie für weitere Anträge eine zweite Lesung an.',
    'A reading holds {max} motions. Please set up a second reading for further ones.',
  ),
  READING_ORDER: refusal(
    'Die Reihenfolge ist nicht vollständig',
    'The order is not complete',
    'Zur Reihenfolge gehört jeder Antrag genau einmal. Vielleicht kam inzwischen einer dazu; bitte laden Sie die Lesung neu.',
    'The order names each motion exactly once. Perhaps one came in meanwhile; please read it again.',
  ),
  READING_NEGATIVE: refusal(
    'Eine Zeile fiele unter null',
    'A line would fall below zero',
    'Mit den angenommenen Anträgen stünde auf der Zeile {lineNumber} im Jahr {fiscalYear} {amountCents}. Der Plan blieb, wie er ist. Prüfen Sie die Ergebnisse, oder nehmen Sie eine Ansatzveränderung der Verwaltung auf.',
    'With the adopted motions line {lineNumber} would hold {amountCents} in {fiscalYear}. The plan stayed as it is. Check the results, or bring in a change of the administration.',
  ),
  MOTION_LINE_KIND: refusal(
    'Diese Zeile trägt keinen Antrag',
    'This line bears no motion',
    'Interne Verrechnungen und Zeilen ohne Sachkonto des Kontenrahmens zählen nicht zum Ergebnis. Bitte wählen Sie eine Zeile mit Aufwand, Ertrag, Ein- oder Auszahlung.',
    'Internal charges and lines without an account of the account frame do not count in the result. Please choose a line with expense, revenue, receipts or payments.',
  ),
  MOTION_ONLY_COVER: refusal(
    'Deckung ohne Antrag',
    'Cover without a motion',
    'Alle Beträge sind als Deckung gekennzeichnet. Soll nur gespart werden, nehmen Sie das Kennzeichen bitte heraus.',
    'All amounts are marked as cover. If it is only to save, please take the mark away.',
  ),
  MOTION_POSTS: refusal(
    'Stellen und Bereich gehören zusammen',
    'Posts and unit belong together',
    'Zu Stellen gehört der Bereich, der sie bekommt oder abgibt, und zu einem Bereich eine Zahl zwischen −100 und 100 VZÄ, die nicht null ist.',
    'Posts come with the unit that gets or gives them, and a unit with a number between −100 and 100 FTE other than zero.',
  ),
  MOTION_UNIT: refusal(
    'Diesen Bereich gibt es nicht',
    'This unit does not exist',
    'Der Bereich, dem die Stellen gehören sollen, steht nicht in der Organisation. Bitte wählen Sie einen anderen.',
    'The unit that is to have the posts is not part of the organisation. Please choose another one.',
  ),
  MOTION_EXCLUDES: refusal(
    'Ein anderer Antrag ist nicht mehr da',
    'Another motion is gone',
    'Einer der Anträge, die einander ausschließen sollen, gehört nicht zu dieser Lesung. Bitte laden Sie die Lesung neu.',
    'One of the motions that are to exclude each other is not part of this reading. Please read it again.',
  ),
  MOTION_DECIDED: refusal(
    'Über diesen Antrag ist abgestimmt',
    'This motion has been voted on',
    'Ein Antrag mit Ergebnis bleibt, wie er war. Wurde das Ergebnis irrtümlich eingetragen, nehmen Sie es zuerst zurück.',
    'A motion with a result stays as it was. If the result was recorded by mistake, take it back first.',
  ),
  VOTE_SAME: refusal(
    'Steht schon so da',
    'Stands there already',
    'Dieses Ergebnis ist für den Antrag schon eingetragen.',
    'This result has already been recorded for the motion.',
  ),
  VOTE_COUNTS: refusal(
    'Stimmen und Ergebnis passen nicht zusammen',
    'Votes and result do not fit',
    'Angenommen ist, wofür mehr Stimmen sind als dagegen; bei Gleichheit ist abgelehnt (§ 66 NKomVG). Nur dazu werden Stimmen gezählt.',
    'Adopted is what has more votes for than against; a tie rejects (§ 66 NKomVG). Votes are counted for these two only.',
  ),
  VOTE_EXCLUDED: refusal(
    'Ein Antrag, der diesen ausschließt, ist angenommen',
    'A motion that excludes this one is adopted',
    'Angenommen ist schon {code}; beide zusammen gehen nicht. Dieser Antrag ist damit erledigt.',
    '{code} is adopted already; both together do not work. This motion is settled by it.',
  ),
  VOTE_OVERTAKEN_BY: refusal(
    'Wodurch ist der Antrag erledigt?',
    'What settles the motion?',
    'Erledigt ist ein Antrag durch einen anderen, der angenommen wurde. Bitte wählen Sie diesen.',
    'A motion is settled by another one that was adopted. Please choose that one.',
  ),
  VOTE_SETTLES_OTHERS: refusal(
    'Ein anderer Antrag ist dadurch erledigt',
    'Another motion is settled by it',
    'Erledigt ist dadurch {code}. Bitte nehmen Sie zuerst jenes Ergebnis zurück.',
    '{code} is settled by it. Please take that result back first.',
  ),
} as const;
