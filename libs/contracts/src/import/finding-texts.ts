import { FILE_NOTE_TEXTS } from './file-note-texts';
import { READING_FINDING_TEXTS } from './reading-finding-texts';
import { RECORD_FINDING_TEXTS } from './record-texts';

/** A finding's sentence in both languages; `{name}` stands for a parameter, names ending in `Cents` for amounts. */
export interface FindingText {
  readonly de: string;
  readonly en: string;
}

/** Everything an import can say about a file it could read. */
export const FINDING_TEXTS = {
  ...FILE_NOTE_TEXTS,
  ...READING_FINDING_TEXTS,
  ...RECORD_FINDING_TEXTS,
  ROW_INVALID: {
    de: 'Diese Zelle ist nicht lesbar ({reason}).',
    en: 'This cell cannot be read ({reason}).',
  },
  AMOUNT_AMBIGUOUS: {
    de: 'Der Betrag lässt zwei Lesarten zu: {thousands} oder {decimal}. Bitte angeben, ob der Punkt Tausender trennt.',
    en: 'The amount can be read in two ways: {thousands} or {decimal}. Please say whether the point groups thousands.',
  },
  CSV_DUPLICATE: {
    de: 'Diese Zeile ist dieselbe wie Zeile {firstRow}. Sie wird übernommen, wenn Sie den Import bestätigen.',
    en: 'This row is the same as row {firstRow}. It is taken over when you confirm the import.',
  },
  KEY_DUPLICATE: {
    de: 'Der Schlüssel {key} steht schon in Zeile {firstRowNumber}. Eine Haushaltszeile darf nur einmal vorkommen.',
    en: 'The key {key} already stands in row {firstRowNumber}. A budget line may occur only once.',
  },
  LINE_ADDED: {
    de: 'Die Haushaltszeile {key} steht schon in Zeile {firstRowNumber}. Die Beträge beider Zeilen werden zusammengezählt.',
    en: 'The budget line {key} already stands in row {firstRowNumber}. The amounts of both rows are added up.',
  },
  LINE_LEFT_OUT: {
    de: 'Die Haushaltszeile {key} steht schon in Zeile {firstRowNumber}. Diese Zeile wird nicht übernommen.',
    en: 'The budget line {key} already stands in row {firstRowNumber}. This row is not taken over.',
  },
  TOTAL_ROW_MATCHES: {
    de: 'Die Summenzeile stimmt in allen Spalten mit den Zeilen überein. Sie wird nicht übernommen.',
    en: 'The total row equals the rows in every column. It is not taken over.',
  },
  TOTAL_ROW_MISSING: {
    de: 'Die Datei hat keine Summenzeile. Ob sie vollständig ist, lässt sich so nicht prüfen.',
    en: 'The file has no total row. Whether it is complete cannot be checked.',
  },
  TOTAL_ROW_DIFFERS: {
    de: 'Die Summenzeile nennt {statedCents}, die Zeilen ergeben {readCents}. Unterschied: {differenceCents}.',
    en: 'The total row says {statedCents}, the rows add up to {readCents}. Difference: {differenceCents}.',
  },
  BALANCE_DIFFERS: {
    de: 'Der gedruckte Saldo {statedCents} weicht von der Rechnung {computedCents} um {differenceCents} ab. Übernommen werden die Einzelbeträge.',
    en: 'The printed balance {statedCents} differs from the computed {computedCents} by {differenceCents}. The single amounts are taken over.',
  },
  LINE_UNKNOWN: {
    de: 'Zur Haushaltszeile {number} gibt es nichts. Die Buchung kommt in die Klärungsliste.',
    en: 'There is no budget line {number}. The booking goes to the clearing list.',
  },
  PAYMENT_LINE_UNKNOWN: {
    de: 'Zur Haushaltszeile {number} gibt es nichts. Die Zahlung wiederholt ihre Rechnung und wird ohnehin nicht gebucht; bitte die Nummer prüfen.',
    en: 'There is no budget line {number}. The payment repeats its invoice and is not booked anyway; please check the number.',
  },
  ORDER_UNKNOWN: {
    de: '{count} Buchungen nennen Aufträge, die es hier nicht gibt. Sie werden ohne Auftrag übernommen.',
    en: '{count} bookings name orders that do not exist here. They are taken over without an order.',
  },
  ACCOUNT_NOT_IN_FRAME: {
    de: 'Das Sachkonto {account} steht nicht im Kontenrahmen {accountFrame}.',
    en: 'The account {account} is not in the account frame {accountFrame}.',
  },
  YEAR_ASSUMED: {
    de: 'Die Datei nennt kein Haushaltsjahr. Angenommen wird {fiscalYear}.',
    en: 'The file names no fiscal year. {fiscalYear} is assumed.',
  },
  DATE_ASSUMED: {
    de: 'Die Datei nennt keinen Buchungstag. Angenommen wird der {date}.',
    en: 'The file names no booking day. {date} is assumed.',
  },
  YEAR_CLOSED: {
    de: 'Die Bücher des Haushaltsjahres {fiscalYear} sind geschlossen.',
    en: 'The books of fiscal year {fiscalYear} are closed.',
  },
  YEAR_NOT_OPEN: {
    de: 'Das Haushaltsjahr {fiscalYear} ist erst geplant; gebucht wird, wenn es eröffnet ist.',
    en: 'Fiscal year {fiscalYear} is only planned; bookings need it to be open.',
  },
  PAYMENT_SKIPPED: {
    de: '{count} Zahlungen sind Nachrichten zu Rechnungen und ändern den Haushalt nicht.',
    en: '{count} payments are remarks on invoices and do not change the budget.',
  },
  ZERO_SKIPPED: {
    de: '{count} Buchungen über 0,00 ändern nichts und werden nicht übernommen.',
    en: '{count} bookings of 0.00 change nothing and are not taken over.',
  },
  PARENT_UNKNOWN: {
    de: 'Die übergeordnete Einheit {number} gibt es weder in der Datei noch im Bestand.',
    en: 'The parent unit {number} is neither in the file nor in the organisation.',
  },
} satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof FINDING_TEXTS;
