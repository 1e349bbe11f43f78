import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the register of contracts refuses. Nothing was recorded. */
export const CONTRACT_PROBLEMS = {
  CONTRACT_END_BEFORE_START: refusal(
    'Ende vor Beginn',
    'Ends before it starts',
    'Der letzte Tag liegt vor dem Beginn des Vertrags. Bitte prüfen Sie beide Daten.',
    'The last day lies before the start of the contract. Please check both dates.',
  ),
  CONTRACT_DATE_RANGE: refusal(
    'Datum außerhalb des Möglichen',
    'Date out of range',
    'Verträge beginnen und enden in den Jahren {firstYear} bis {lastYear}. Ein Vertrag ohne festes Ende ist unbefristet.',
    'Contracts start and end in the years {firstYear} to {lastYear}. A contract without a fixed end is open-ended.',
  ),
  CONTRACT_NOTICE_TOO_LONG: refusal(
    'Kündigungsfrist länger als die Laufzeit',
    'Notice period longer than the term',
    'Gekündigt werden müsste spätestens am {noticeBy}, also bevor der Vertrag beginnt. Bitte prüfen Sie Frist und Laufzeit.',
    'Notice would be due on {noticeBy} at the latest, before the contract starts. Please check notice period and term.',
  ),
  CONTRACT_NOTICE_NEEDED: refusal(
    'Kündigungsfrist fehlt',
    'Notice period missing',
    'Ein Vertrag ohne festes Ende braucht eine Kündigungsfrist. Ohne sie lässt sich nicht sagen, wie lange er Geld bindet.',
    'A contract without a fixed end needs a notice period. Without it nobody can say how long it binds money.',
  ),
  CONTRACT_NOTICE_TARGET: refusal(
    'Kündigung zum Ende der Laufzeit nicht möglich',
    'Notice to the end of the term not possible',
    'Ein unbefristeter Vertrag hat keine Laufzeit, die endet. Gekündigt wird er zum Ende eines Monats, Quartals, Halbjahres oder Jahres.',
    'An open-ended contract has no term that ends. Notice is given to the end of a month, quarter, half year or year.',
  ),
  CONTRACT_MINIMUM_TOO_LONG: refusal(
    'Mindestlaufzeit länger als die Laufzeit',
    'Minimum term longer than the term',
    'Die Mindestlaufzeit endet nach dem letzten Tag des Vertrags. Bitte prüfen Sie beide Angaben.',
    'The minimum term ends after the last day of the contract. Please check both.',
  ),
  CONTRACT_RENEWAL_WITHOUT_END: refusal(
    'Verlängerung ohne Laufzeit',
    'Renewal without a term',
    'Nur ein Vertrag mit einem Ende kann sich verlängern. Bitte tragen Sie das Ende ein oder lassen Sie die Verlängerung weg.',
    'Only a contract with an end can renew. Please enter the end, or leave the renewal out.',
  ),
  CONTRACT_STEP_OUTSIDE: refusal(
    'Preisstufe außerhalb der Laufzeit',
    'Price step outside the term',
    'Die Preisstufe ab {validFrom} liegt nicht nach dem Beginn und innerhalb der Laufzeit. Der erste Preis gilt ab Beginn.',
    'The price step from {validFrom} does not lie after the start and within the term. The first price holds from the start.',
  ),
  CONTRACT_STEP_TWICE: refusal(
    'Zwei Preise an einem Tag',
    'Two prices on one day',
    'Für {validFrom} sind zwei Preisstufen eingetragen. Nur eine kann gelten.',
    'Two price steps are entered for {validFrom}. Only one can hold.',
  ),
  CONTRACT_INDEX_TOO_EARLY: refusal(
    'Preisanpassung vor Beginn',
    'Index before the start',
    'Die erste Preisanpassung muss nach dem Beginn des Vertrags liegen.',
    'The first rise of the price must lie after the start of the contract.',
  ),
  CONTRACT_TERM_PRICE_FIXED: refusal(
    'Preis für die ganze Laufzeit',
    'Price for the whole term',
    'Ein Preis für die ganze Laufzeit braucht ein festes Ende, ohne Verlängerung, Preisstufen und Preisanpassung. Sonst wählen Sie einen Preis je Monat oder Jahr.',
    'A price for the whole term needs a fixed end, without renewal, price steps and index. Otherwise choose a price a month or a year.',
  ),
  CONTRACT_ONCE_FOR_TERM: refusal(
    'Einmalige Zahlung',
    'Paid once',
    'Einmal gezahlt wird nur ein Preis für die ganze Laufzeit.',
    'Only a price for the whole term is paid once.',
  ),
  CONTRACT_PRICE_TOO_HIGH: refusal(
    'Preis zu hoch',
    'Price too high',
    'Menge mal Preis ergibt mehr, als ein Haushalt fasst. Bitte prüfen Sie Menge, Einzelpreis und Preisanpassung.',
    'Quantity times price is more than a budget holds. Please check quantity, unit price and index.',
  ),
  CONTRACT_ZONE_NEEDED: refusal(
    'Netz fehlt',
    'Network missing',
    'Ein Anschluss gehört zu einem der fünf Netze. Danach werden die Gebühren zusammengezählt.',
    'A line belongs to one of the five networks. Fees are added up by them.',
  ),
  CONTRACT_LINE_UNFIT: refusal(
    'Keine Ausgabezeile',
    'Not an expense line',
    'Die Zeile {number} bringt Geld oder ist stillgelegt. Ein Vertrag wird aus einer Ausgabezeile bezahlt.',
    'Line {number} brings money or has been shut down. A contract is paid from an expense line.',
  ),
  CONTRACT_STOPPED_ALREADY: refusal(
    'Ende steht schon fest',
    'The end is settled already',
    'Der Vertrag endet am {stoppedOn}. Nehmen Sie erst die Kündigung zurück, wenn sich das geändert hat.',
    'The contract ends on {stoppedOn}. Withdraw the notice first if that has changed.',
  ),
  CONTRACT_NO_NOTICE_LEFT: refusal(
    'Keine Kündigung möglich',
    'No notice possible',
    'Der Vertrag endet von selbst oder kennt keine ordentliche Kündigung. Ein vereinbartes früheres Ende tragen Sie als Ende ein.',
    'The contract ends by itself or knows no ordinary notice. Enter an earlier end that was agreed on as an end.',
  ),
  CONTRACT_END_NEEDED: refusal(
    'Letzter Tag fehlt',
    'Last day missing',
    'Für ein vereinbartes Ende wird der letzte Tag des Vertrags gebraucht.',
    'An agreed end needs the last day of the contract.',
  ),
  CONTRACT_END_TOO_LATE: refusal(
    'Ende nach dem Ende',
    'Ends after its end',
    'Der Vertrag endet ohnehin am {endsOn}. Eine längere Laufzeit tragen Sie als Änderung ein.',
    'The contract ends on {endsOn} anyway. Enter a longer term as a change.',
  ),
  CONTRACT_NOTHING_TO_WITHDRAW: refusal(
    'Keine Kündigung eingetragen',
    'No notice recorded',
    'Für diesen Vertrag ist weder eine Kündigung noch ein vereinbartes Ende eingetragen.',
    'Neither a notice nor an agreed end is recorded for this contract.',
  ),
} satisfies Record<string, ProblemKind>;
