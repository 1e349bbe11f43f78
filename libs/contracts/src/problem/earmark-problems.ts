import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the register of grants refuses. Nothing was recorded. */
export const EARMARK_PROBLEMS = {
  EARMARK_REFUND_EXCEEDED: refusal(
    'Mehr als eingegangen ist',
    'More than came in',
    'Eingegangen und noch nicht zurückgezahlt sind {receivedCents}. Mehr kann nicht zurückgezahlt werden.',
    '{receivedCents} came in and have not been paid back. No more can be paid back.',
  ),
  EARMARK_YEARS: refusal(
    'Jahre der Zuwendung passen nicht',
    'Years of the grant do not fit',
    'Die Anteile gelten für Haushaltsjahre in Folge, beginnend mit dem ersten Jahr der Zuwendung; jedes steht einmal da.',
    'The shares are for budget years in a row, beginning with the first year of the grant; each stands once.',
  ),
  EARMARK_YEARS_SUM: refusal(
    'Jahresanteile ergeben nicht das Ganze',
    'Shares of the years do not add up',
    'Geplant sind {plannedCents}, die Anteile der Jahre ergeben {sharesCents}. Bitte verteilen Sie den ganzen Betrag auf den Cent.',
    '{plannedCents} are planned, the shares of the years add up to {sharesCents}. Please spread the whole amount to the cent.',
  ),
  EARMARK_LINES_NEEDED: refusal(
    'Ausgabezeile fehlt',
    'Expense line missing',
    'Eine Zuwendung ist für mindestens eine Ausgabezeile bestimmt; jede wird einmal genannt.',
    'A grant is for at least one expense line; each is named once.',
  ),
  EARMARK_LINE_UNFIT: refusal(
    'Keine Ausgabezeile',
    'Not an expense line',
    'Die Zeile {number} bringt Geld oder ist stillgelegt. Eine Zuwendung ist für Ausgabezeilen bestimmt.',
    'Line {number} brings money or has been shut down. A grant is for expense lines.',
  ),
  EARMARK_REVENUE_UNFIT: refusal(
    'Keine Ertragszeile',
    'Not a revenue line',
    'Die Zeile {number} ist keine Ertrags- oder Einzahlungszeile. Die Zuwendung geht auf einer solchen Zeile ein.',
    'Line {number} is no revenue line. The grant comes in on such a line.',
  ),
  EARMARK_PROOF_STEP: refusal(
    'Schritt des Nachweises jetzt nicht möglich',
    'Step of the proof not possible now',
    'Der Verwendungsnachweis wird erst vorgelegt und dann anerkannt oder zurückgegeben.',
    'The proof of use is submitted first and then accepted or handed back.',
  ),
} satisfies Record<string, ProblemKind>;
