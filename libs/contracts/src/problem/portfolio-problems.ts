import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string, status = 409): ProblemKind => ({
  status,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused about the decision of a round and about accounting a demand. Nothing was changed. */
export const PORTFOLIO_PROBLEMS = {
  DEMAND_COVER_EURO: refusal(
    'Geld fehlt',
    'Money is missing',
    'Im Rahmen {frame} fehlen {fiscalYear} genau {missingCents}: gebraucht werden {neededCents}, frei sind {roomCents}. Der Bedarf wurde nicht geplant. Beginnen Sie ihn später, kürzen Sie ihn oder nehmen Sie einen anderen zurück.',
    'Frame {frame} lacks {missingCents} in {fiscalYear}: needed are {neededCents}, free are {roomCents}. The demand was not planned. Begin it later, cut it, or take another one back.',
  ),
  DEMAND_COVER_INTRODUCTION: refusal(
    'Personal für die Einführung fehlt',
    'Staff for the introduction is missing',
    'Für die Einführung fehlen {fiscalYear} genau {missingThousandths} VZÄ: gebraucht werden {neededThousandths}, frei sind {roomThousandths}. Der Bedarf wurde nicht geplant.',
    'The introduction lacks {missingThousandths} FTE in {fiscalYear}: needed are {neededThousandths}, free are {roomThousandths}. The demand was not planned.',
  ),
  DEMAND_COVER_OPERATION: refusal(
    'Personal für den Betrieb fehlt',
    'Staff for the operation is missing',
    'Für den Betrieb fehlen {fiscalYear} genau {missingThousandths} VZÄ: gebraucht werden {neededThousandths}, frei sind {roomThousandths}. Der Bedarf wurde nicht geplant.',
    'The operation lacks {missingThousandths} FTE in {fiscalYear}: needed are {neededThousandths}, free are {roomThousandths}. The demand was not planned.',
  ),
  DEMAND_COVER_UNKNOWN: refusal(
    'Etwas ist nicht bekannt',
    'Something is not known',
    'Rahmen, Personal oder Preis sind nicht für alle Jahre hinterlegt, die Deckung kann nicht geprüft werden. Planen geht nur mit dem ausdrücklichen Grund der Kämmerei.',
    'Frame, staff or price are not on record for all years, so the cover cannot be checked. Planning needs the explicit reason of finance.',
  ),
  DEMAND_COVER_FRAME: refusal(
    'Rahmen fehlt',
    'Frame is missing',
    'Für den Bedarf ist nicht festgelegt, welcher Rahmen ihn trägt. Bitte legen Sie den Rahmen auf der Seite des Bedarfs fest.',
    'It is not settled which frame bears the demand. Please set the frame on the page of the demand.',
  ),
  DEMAND_ACCOUNTING_OPEN: refusal(
    'Aufwand oder Investition ist offen',
    'Expense or investment is open',
    'Bei {count} Positionen lässt die Regel offen, ob sie Aufwand oder Investition sind. Bitte legen Sie es auf der Seite des Bedarfs mit einem Grund fest.',
    'For {count} items the rule leaves open whether they are expense or investment. Please settle it on the page of the demand with a reason.',
  ),
  DEMAND_PAPERS: refusal(
    'Unterlagen zur Investition fehlen',
    'Papers of the investment are missing',
    'Der Bedarf ist noch nicht beschlussreif (§ 12 KomHKVO). Ab der örtlichen Schwelle gehören dazu mindestens zwei Alternativen, ihr Kapitalwert und eine Empfehlung, darunter die Folgekosten. Bitte ergänzen Sie die Unterlagen auf der Seite des Bedarfs.',
    'The demand cannot be decided on yet (§ 12 KomHKVO). From the local threshold on they are at least two alternatives, their present values and a recommendation, below it the follow-up costs. Please add the papers on the page of the demand.',
  ),
  DEMAND_START_FIXED: refusal(
    'Der Bedarf ist schon geplant',
    'The demand is planned already',
    'Der Beginn eines geplanten Bedarfs bleibt. Bitte nehmen Sie die Planung zuerst mit einem Grund zurück.',
    'The start of a planned demand stays. Please take the planning back first, with a reason.',
  ),
  DEMAND_START_YEAR: refusal(
    'Beginn außerhalb des Zeitraums',
    'Start outside the window',
    'Ein Bedarf dieser Runde beginnt in den Jahren {firstYear} bis {lastYear}. Es wurde nichts geändert.',
    'A demand of this round begins between {firstYear} and {lastYear}. Nothing was changed.',
  ),
  DEMAND_NOT_PLANNED: refusal(
    'Nicht alle Bedarfe sind geplant',
    'Not all demands are planned',
    'In den Plan kommen nur geplante Bedarfe dieser Runde. Bitte laden Sie die Seite neu und wählen Sie noch einmal.',
    'Only planned demands of this round go into the plan. Please reload the page and choose again.',
  ),
  DEMAND_TRANSFERRED: refusal(
    'Schon in diesem Plan',
    'In this plan already',
    'Der Bedarf {number} steht in diesem Plan schon als eigener Schritt. Es wurde nichts übernommen.',
    'Demand {number} is a step of this plan already. Nothing was taken over.',
  ),
  DEMAND_VERSION_YEARS: refusal(
    'Der Plan gilt für andere Jahre',
    'The plan is for other years',
    'Diese Runde plant {firstYear} bis {lastYear}. Bitte wählen Sie einen Planentwurf für genau diese Jahre.',
    'This round plans {firstYear} to {lastYear}. Please choose a draft for exactly these years.',
  ),
  DEMAND_LINE_MISSING: refusal(
    'Haushaltszeile fehlt',
    'Budget line is missing',
    'Für den Bedarf {number} fehlt die Zeile, die ihn trägt: Aufwand und Investition brauchen je eine eigene. Es wurde nichts übernommen.',
    'Demand {number} lacks the line that bears it: expense and investment each need their own. Nothing was taken over.',
  ),
  DEMAND_LINE_FRAME: refusal(
    'Zeile passt nicht zum Rahmen',
    'Line does not fit the frame',
    'Die Zeile für den Bedarf {number} gehört zu einem anderen Rahmen, ist stillgelegt oder keine Ausgabe. Bitte wählen Sie eine Zeile seines Rahmens.',
    'The line for demand {number} belongs to another frame, is shut down or no spending. Please choose a line of its frame.',
  ),
  DEMAND_LINE_SIDE: refusal(
    'Aufwand und Investition getrennt',
    'Expense and investment apart',
    'Für den Bedarf {number} passt die Zeile nicht zur Seite: Aufwand gehört auf eine laufende Zeile, eine Investition auf eine investive (§ 19 KomHKVO). Es wurde nichts übernommen. Bitte wählen Sie eine andere Zeile.',
    'For demand {number} the line is of the other side: expense belongs on a current line, an investment on an investing one (§ 19 KomHKVO). Nothing was taken over. Please choose another line.',
  ),
  DEMAND_NO_AMOUNT: refusal(
    'Kein Betrag zu übernehmen',
    'No amount to take over',
    'Der Bedarf {number} hat in den Jahren dieses Plans keinen bekannten Betrag. Bitte ergänzen Sie Preise und Mengen.',
    'Demand {number} has no known amount in the years of this plan. Please add prices and quantities.',
  ),
  DEMAND_ITEM_UNKNOWN: refusal(
    'Position nicht gefunden',
    'Item not found',
    'Diese Position gehört nicht zu dem Bedarf. Bitte laden Sie die Seite neu.',
    'This item does not belong to the demand. Please reload the page.',
  ),
  ACCOUNTING_REASON: refusal(
    'Grund fehlt',
    'Reason is missing',
    'Wer vom Vorschlag abweicht oder eine offene Frage entscheidet, sagt warum. Bitte nennen Sie den Grund.',
    'Whoever departs from the proposal or settles an open question says why. Please give the reason.',
  ),
  SCENARIO_NAME_TAKEN: refusal(
    'Name ist vergeben',
    'Name is taken',
    'Ein Szenario „{name}“ gibt es in dieser Runde schon. Bitte wählen Sie einen anderen Namen oder speichern Sie jenes.',
    'This round has a scenario “{name}” already. Please choose another name or save that one.',
  ),
  SCENARIO_DEMANDS: refusal(
    'Bedarfe einer anderen Runde',
    'Demands of another round',
    '{count} Bedarfe der Rangfolge gehören nicht zu dieser Runde. Bitte laden Sie die Seite neu.',
    '{count} demands of the ranking do not belong to this round. Please reload the page.',
  ),
  SCORE_WEIGHTS_SUM: refusal(
    'Gewichte ergeben nicht 100',
    'Weights do not make 100',
    'Die Gewichte ergeben {sumPercent} Prozent. Zusammen müssen es genau 100 sein.',
    'The weights make {sumPercent} percent. Together they must be exactly 100.',
  ),
  SCORE_WEIGHT_RANGE: refusal(
    'Gewicht nicht möglich',
    'Weight not possible',
    'Ein Gewicht ist eine ganze Zahl von 0 bis 100 Prozent. Bitte prüfen Sie die Eingabe.',
    'A weight is a whole number from 0 to 100 percent. Please check the entry.',
  ),
  STAFF_SOURCE: refusal(
    'Quelle fehlt',
    'Source is missing',
    'Für {fiscalYear} ist Personal von Hand angegeben. Bitte nennen Sie, woher die Zahl kommt.',
    'Staff for {fiscalYear} was stated by hand. Please say where the figure comes from.',
  ),
} as const;
