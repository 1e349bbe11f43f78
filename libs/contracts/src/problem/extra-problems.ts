import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused about requests for extra authority (§ 117 NKomVG). Nothing was changed in the budget. */
export const EXTRA_PROBLEMS = {
  EXTRA_EMPTY: refusal(
    'Keine Zeile genannt',
    'No line named',
    'Im Antrag steht noch keine Zeile, die mehr Mittel bekommen soll. Bitte eine Zeile mit Betrag eintragen.',
    'The request does not name a line that is to get more. Please enter a line with an amount.',
  ),
  EXTRA_LINE_TWICE: refusal(
    'Zeile doppelt',
    'Line twice',
    'Eine Zeile kommt zweimal vor. Bitte die Beträge zu einem zusammenfassen.',
    'A line occurs twice. Please combine the amounts into one.',
  ),
  EXTRA_SUBSTANCE_REASON: refusal(
    'Sachliche Begründung fehlt',
    'Reason in substance missing',
    'Zum Antrag gehört, warum die Ausgabe sachlich unabweisbar ist (§ 117 Abs. 1 NKomVG).',
    'The request must say why the spending is unavoidable in substance (§ 117 (1) NKomVG).',
  ),
  EXTRA_TIME_REASON: refusal(
    'Zeitliche Begründung fehlt',
    'Reason in time missing',
    'Zum Antrag gehört, warum die Ausgabe nicht bis zum nächsten Haushalt warten kann (§ 117 Abs. 1 NKomVG).',
    'The request must say why the spending cannot wait for the next budget (§ 117 (1) NKomVG).',
  ),
  EXTRA_COVER_OWN_LINE: refusal(
    'Zeile deckt sich selbst',
    'Line covers itself',
    'Eine Zeile, die Mittel bekommen soll, kann nicht zugleich die Deckung geben. Bitte eine andere Zeile wählen.',
    'A line that is to get funds cannot give the cover as well. Please choose another line.',
  ),
  EXTRA_COVER_NEXT_YEAR: refusal(
    'Deckung im nächsten Jahr nicht möglich',
    'Cover from next year not possible',
    'Aus dem nächsten Jahr werden nur Investitionen gedeckt, die dort fortgesetzt werden, und höchstens mit ihrem Betrag (§ 117 Abs. 2 NKomVG).',
    'Next year covers only investments that are continued there, and at most with their amount (§ 117 (2) NKomVG).',
  ),
  EXTRA_COVER_SUM: refusal(
    'Deckung stimmt nicht',
    'Cover does not match',
    'Beantragt sind {requestedCents}, gedeckt sind {coverCents}. Beides muss auf den Cent gleich sein (§ 117 Abs. 1 NKomVG).',
    '{requestedCents} are asked for, {coverCents} are covered. Both must be the same to the cent (§ 117 (1) NKomVG).',
  ),
  EXTRA_COVER_WALL: refusal(
    'Investition deckt keinen Aufwand',
    'Investment covers no expense',
    'Für Aufwand sind {operatingCents} beantragt, aus laufenden Mitteln gedeckt sind {coverCents}. Investitionsmittel dürfen Aufwand nicht decken (§ 19 Abs. 4 KomHKVO).',
    '{operatingCents} are asked for expense, {coverCents} are covered from current funds. Investment funds must not cover expense (§ 19 (4) KomHKVO).',
  ),
  EXTRA_COVER_LINE: refusal(
    'Zeile passt nicht zur Deckung',
    'Line does not fit the cover',
    'Minderaufwand kommt von Aufwands- oder Auszahlungszeilen, Mehrertrag von Ertrags- oder Einzahlungszeilen, und die Deckungsreserve ist auf ihrer Zeile so vermerkt; Verfügungsmittel decken nichts. Bitte die Zeile {lineNumber} prüfen.',
    'Less spending comes from expense or payment lines, more revenue from revenue or receipt lines, and the contingency is marked as such on its line; discretionary funds cover nothing. Please check line {lineNumber}.',
  ),
  EXTRA_LINE_UNFIT: refusal(
    'Zeile bekommt keine Mittel',
    'Line gets no funds',
    'Über- und außerplanmäßig wird nur Aufwand und Investition bewilligt. Die Zeile {lineNumber} ist weder das eine noch das andere, sie ist stillgelegt, oder sie ist Deckungsreserve oder Verfügungsmittel, die nicht überschritten werden dürfen (§ 13 KomHKVO).',
    'Only expense and investment are granted beyond the plan. Line {lineNumber} is neither, has been shut down, or is contingency or discretionary funds, which must not be exceeded (§ 13 KomHKVO).',
  ),
  EXTRA_COVER_GONE: refusal(
    'Deckung reicht nicht mehr',
    'Cover no longer suffices',
    'Auf der deckenden Zeile {lineNumber} oder in ihrem Deckungskreis sind {availableCents} verfügbar, gebraucht werden {neededCents}, es fehlen {missingCents}. Es wurde nichts bewilligt und nichts gesperrt.',
    'On the covering line {lineNumber} or in its cover pool {availableCents} are available, {neededCents} are needed, {missingCents} are missing. Nothing was granted and nothing locked.',
  ),
  EXTRA_DECIDER: refusal(
    'Andere Stelle entscheidet',
    'Somebody else decides',
    'Dieser Betrag liegt nicht in der Zuständigkeit der genannten Stelle. Bewilligtes im Jahr zählt mit, wo die Stadt es so geregelt hat (§ 117 Abs. 1 NKomVG). Bitte die Entscheidung der zuständigen Stelle eintragen.',
    'This amount is not for the named body to decide. What was granted in the year counts where the city has ruled so (§ 117 (1) NKomVG). Please record the decision of the body in charge.',
  ),
  EXTRA_DECISION_DETAILS: refusal(
    'Entscheidung unvollständig',
    'Decision incomplete',
    'Zur Entscheidung gehören ein Tag, der nicht in der Zukunft liegt, und die Vorlage oder Verfügung.',
    'A decision needs a day that is not in the future, and the council paper or order.',
  ),
  EXTRA_STEP_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Wer einen Antrag zurückgibt, sagt warum. Bitte eine Begründung eintragen.',
    'Whoever sends a request back says why. Please enter a reason.',
  ),
  EXTRA_NOT_DRAFT: refusal(
    'Antrag ist eingereicht',
    'Request has been submitted',
    'Ein eingereichter Antrag wird nicht mehr geändert. Die Kämmerei kann ihn mit Begründung zurückgeben.',
    'A submitted request is not changed any more. Finance can send it back with a reason.',
  ),
} satisfies Record<string, ProblemKind>;
