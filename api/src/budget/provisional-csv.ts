import type { ProvisionalRow } from '@etatlotse/contracts/budget';
import { inCurrency } from '@etatlotse/domain/shared';
import { CSV_START, csvRow } from '../platform/http/csv-row';
import type { Tongue } from '../platform/problem/problem-body';

const WORDS = {
  de: {
    fileName: 'buchungen-vor-dem-haushalt',
    heads: [
      ...['Zeile', 'Bezeichnung', 'Tag', 'Beleg', 'Wofür', 'Grund nach § 116 NKomVG', 'Beruht auf', 'Gebucht von'],
      'Betrag in €',
    ],
    grounds: {
      legal_duty: 'rechtliche Verpflichtung',
      unpostponable: 'unaufschiebbare Weiterführung',
      continued_investment: 'fortgesetzte Investition',
    },
    day: (iso: string) => iso.split('-').reverse().join('.'),
  },
  en: {
    fileName: 'bookings-before-the-budget',
    heads: [
      ...['Line', 'Name', 'Day', 'Document', 'For what', 'Ground under § 116 NKomVG', 'Rests on', 'Booked by'],
      'Amount in €',
    ],
    grounds: {
      legal_duty: 'legal duty',
      unpostponable: 'continuing task that cannot wait',
      continued_investment: 'continued investment',
    },
    day: (iso: string) => iso,
  },
} as const;

export const provisionalFileName = (fiscalYear: number, tongue: Tongue): string =>
  `${WORDS[tongue].fileName}-${fiscalYear}.csv`;

/** The list for the council as a file: every claim with its ground and what it rests on, in the order of the page. */
export function provisionalCsv(rows: readonly ProvisionalRow[], tongue: Tongue, currency: string): string {
  const words = WORDS[tongue];
  const lines = rows.map((row) =>
    csvRow([
      ...[row.lineNumber, row.lineName, words.day(row.bookedOn), row.documentNumber, row.text],
      ...[words.grounds[row.ground], row.basis, row.actorName ?? ''],
      { amountCents: row.amountCents },
    ]),
  );
  return CSV_START + csvRow(words.heads.map((head) => inCurrency(head, currency))) + lines.join('');
}
