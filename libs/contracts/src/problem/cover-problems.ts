import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused when one line is to cover another. Nothing was changed. */
export const COVER_PROBLEMS = {
  POOL_RESERVE: refusal(
    'Reserve deckt nicht gegenseitig',
    'A reserve covers nobody',
    'Die Zeile {number} ist Deckungsreserve oder Verfügungsmittel und gehört in keinen Deckungskreis ({rule}).',
    'Line {number} is a contingency or discretionary reserve and belongs to no cover pool ({rule}).',
  ),
  TRANSFER_SAME_LINE: refusal(
    'Zweimal dieselbe Zeile',
    'The same line twice',
    'Bitte wählen Sie zwei verschiedene Zeilen: eine, die gibt, und eine, die erhält.',
    'Please choose two different lines: one that gives and one that receives.',
  ),
  TRANSFER_SPENDING_ONLY: refusal(
    'Keine Ausgabezeile',
    'Not a spending line',
    'Die Zeile {number} ist keine Aufwands- oder Auszahlungszeile. Umgebucht wird nur zwischen Ausgabezeilen.',
    'Line {number} is neither an expense nor a payment line. Only spending lines take part in a transfer.',
  ),
  TRANSFER_RESERVE: refusal(
    'Reserve wird nicht umgebucht',
    'A reserve is not transferred',
    'Die Zeile {number} ist Deckungsreserve oder Verfügungsmittel ({rule}). Sie wird weder umgebucht noch verstärkt; die Deckungsreserve deckt nur eine über- oder außerplanmäßige Bewilligung.',
    'Line {number} is a contingency or discretionary reserve ({rule}). It neither gives by transfer nor receives; the contingency only covers a grant over or outside the plan.',
  ),
  TRANSFER_POOL_COVERS: refusal(
    'Der Deckungskreis deckt schon',
    'The cover pool covers already',
    'Beide Zeilen gehören zum selben Deckungskreis und decken sich ohne Umbuchung. Buchen Sie einfach auf der Zeile.',
    'Both lines belong to the same cover pool and cover each other without a transfer. Just book on the line.',
  ),
  TRANSFER_SIDE: refusal(
    'Aufwand und Auszahlung',
    'Expense and payment',
    'Eine Zeile plant Aufwand, die andere Auszahlungen. Zwischen den beiden Rechnungen wird nicht umgebucht.',
    'One line plans an expense, the other a payment. Nothing is transferred between the two accounts.',
  ),
  TRANSFER_WALL: refusal(
    'Verschiedene Haushaltsseiten',
    'Different sides of the budget',
    'Ausgaben des laufenden Betriebs können nicht aus Investitionen oder Finanzierung gedeckt werden ({rule}). Es wurde nichts geändert.',
    'Current operation cannot be covered from investment or financing ({rule}). Nothing was changed.',
  ),
  TRANSFER_WALL_NOTE: refusal(
    'Haushaltsvermerk fehlt',
    'Budget note missing',
    'Laufender Aufwand deckt eine Investition nur, wenn ein Haushaltsvermerk es erlaubt ({rule}). Für dieses Jahr ist keiner hinterlegt.',
    'Current expense covers an investment only where a budget note allows it ({rule}). None is on record for this year.',
  ),
  TRANSFER_WALL_BUDGET: refusal(
    'Verschiedene Budgets',
    'Different budgets',
    'Laufender Aufwand deckt eine Investition nur innerhalb desselben Teilhaushalts ({rule}).',
    'Current expense covers an investment only within the same sub-budget ({rule}).',
  ),
  TRANSFER_WALL_LIMIT: refusal(
    'Nicht mehr unerheblich',
    'No longer insignificant',
    'Aus laufendem Aufwand darf die Investition im Jahr höchstens {limitCents} erhalten, davon sind noch {leftCents} frei ({rule}).',
    'From current expense the investment may receive at most {limitCents} a year, {leftCents} of it are left ({rule}).',
  ),
  TRANSFER_NOTE_NEEDED: refusal(
    'Haushaltsvermerk nennen',
    'Name the budget note',
    'Die Zeilen gehören zu verschiedenen Teilhaushalten. Bitte nennen Sie den Haushaltsvermerk, der sie deckungsfähig macht ({rule}).',
    'The lines belong to different sub-budgets. Please name the budget note that makes them coverable ({rule}).',
  ),
  TRANSFER_EXCEEDED: refusal(
    'So viel kann die Zeile nicht geben',
    'The line cannot give that much',
    'Auf der Zeile {number} sind {availableCents} verfügbar, es fehlen {missingCents} ({rule}). Es wurde nichts umgebucht.',
    'Line {number} has {availableCents} available, {missingCents} are missing ({rule}). Nothing was transferred.',
  ),
  TRANSFER_DECIDED: refusal(
    'Schon entschieden',
    'Already decided',
    'Über diese Umbuchung ist schon entschieden. Bitte laden Sie die Seite neu.',
    'This transfer has been decided on already. Please load the page again.',
  ),
  TRANSFER_REASON_NEEDED: refusal(
    'Grund fehlt',
    'Reason missing',
    'Bitte schreiben Sie, warum die Umbuchung abgelehnt wird. Wer sie beantragt hat, liest diesen Grund.',
    'Please write why the transfer is refused. Whoever asked for it reads this reason.',
  ),
  TRANSFER_NOT_BOOKED: refusal(
    'Nicht zurückzunehmen',
    'Cannot be undone',
    'Zurücknehmen lässt sich nur eine gebuchte Umbuchung, und nur einmal.',
    'Only a booked transfer can be undone, and only once.',
  ),
  COVER_RIGHT_SAME_LINE: refusal(
    'Zweimal dieselbe Zeile',
    'The same line twice',
    'Eine Zeile deckt sich nicht selbst. Bitte wählen Sie zwei verschiedene Zeilen.',
    'A line does not cover itself. Please choose two different lines.',
  ),
  COVER_RIGHT_DECLARED: refusal(
    'Schon erklärt',
    'Already declared',
    'Diese einseitige Deckung gibt es schon.',
    'This one-sided cover exists already.',
  ),
  COVER_RIGHT_MUTUAL: refusal(
    'Gegenrichtung besteht',
    'The other way exists',
    'Die andere Richtung ist schon erklärt. Decken sich beide gegenseitig, gehören sie in einen Deckungskreis ({rule}).',
    'The other direction is declared already. Lines that cover each other belong into a cover pool ({rule}).',
  ),
  COVER_RIGHT_MISSING: refusal(
    'Keine einseitige Deckung erklärt',
    'No one-sided cover declared',
    'Kein Haushaltsvermerk erlaubt dieser Zeile, auf die andere zuzugreifen ({rule}).',
    'No budget note allows this line to draw on the other ({rule}).',
  ),
  COVER_RIGHT_REVERSE: refusal(
    'Nur in eine Richtung',
    'One way only',
    'Der Haushaltsvermerk erlaubt nur die andere Richtung: Diese Zeile gibt, sie greift nicht zu ({rule}).',
    'The budget note allows the other direction only: this line gives, it does not draw ({rule}).',
  ),
} satisfies Record<string, ProblemKind>;
