import { labels } from '../platform/language';

export const reconciliationLabels = labels({
  de: {
    title: 'Abgleich',
    question: 'Stimmt jede Zahl?',
    answerYes: (stored: string, movements: string, year: number) =>
      `Ja. ${stored} Stände für ${year} ergeben sich genau aus ihren ${movements} Buchungen. Differenz 0,00 €.`,
    answerNo: (difference: string, rows: string, isOne: boolean) =>
      isOne
        ? `Nein. Ein Stand weicht von seinen Buchungen ab, Differenz ${difference}.`
        : `Nein. ${rows} Stände weichen von ihren Buchungen ab, Differenz ${difference}.`,
    answerSome: (difference: string) =>
      `Nein. Gespeicherte Stände weichen von ihren Buchungen ab, Differenz ${difference}.`,
    answerNothing: (year: number) => `Für ${year} ist noch nichts gebucht; es gibt nichts zu vergleichen.`,
    checking: 'Jede Zahl wird nachgerechnet.',
    check: 'Jetzt abgleichen',
    checked: 'Abgeglichen.',
    compared: 'Was wurde verglichen?',
    comparedFinding: 'Jede gemerkte Zahl gegen die Summe ihrer Buchungen.',
    aggregate: 'Gemerkte Zahl',
    aggregates: {
      line_balance: 'Stände der Haushaltszeilen',
      pool_balance: 'Stände der Deckungskreise',
      line_month: 'Monatswerte der Haushaltszeilen',
      purchase_order: 'Offene Beträge der Aufträge',
      plan_in_force: 'Ansätze gegen den geltenden Plan',
      transfer: 'Umbuchungen gegen ihre beiden Zeilen',
      last_imports: 'Letzte Importe gegen das, was sie brachten',
    },
    count: 'Verglichen',
    difference: 'Differenz',
    result: 'Ergebnis',
    matches: 'stimmt',
    differs: 'weicht ab',
    none: 'nichts da',
    sum: 'Alles zusammen',
    differing: 'Wo weicht es ab?',
    differingFinding: 'Die größten Abweichungen zuerst. Bitte nichts buchen, bis die Ursache gefunden ist.',
    entry: 'Eintrag',
    stored: 'Gemerkt',
    computed: 'Aus Buchungen',
    lastCheck: (instant: string, difference: string) => `Zuletzt festgehalten am ${instant}: Differenz ${difference}.`,
    how: 'Wie wird geprüft?',
    howText: [
      'Jede Buchung bleibt für immer stehen und wird nie geändert.',
      'Stände sind nur ein Gedächtnis, damit Seiten schnell sind. Hier werden sie aus allen Buchungen neu gerechnet.',
      'Das geschieht jede Nacht, beim Öffnen dieser Seite und auf Knopfdruck.',
    ],
  },
  en: {
    title: 'Reconciliation',
    question: 'Is every figure right?',
    answerYes: (stored: string, movements: string, year: number) =>
      `Yes. ${stored} balances of ${year} follow exactly from their ${movements} bookings. Difference €0.00.`,
    answerNo: (difference: string, rows: string, isOne: boolean) =>
      isOne
        ? `No. One balance differs from its bookings, difference ${difference}.`
        : `No. ${rows} balances differ from their bookings, difference ${difference}.`,
    answerSome: (difference: string) => `No. Stored balances differ from their bookings, difference ${difference}.`,
    answerNothing: (year: number) => `Nothing has been booked for ${year} yet; there is nothing to compare.`,
    checking: 'Every figure is being recomputed.',
    check: 'Reconcile now',
    checked: 'Reconciled.',
    compared: 'What was compared?',
    comparedFinding: 'Each remembered figure against the sum of its bookings.',
    aggregate: 'Remembered figure',
    aggregates: {
      line_balance: 'Balances of budget lines',
      pool_balance: 'Balances of cover pools',
      line_month: 'Months of budget lines',
      purchase_order: 'Open amounts of orders',
      plan_in_force: 'Appropriations against the plan in force',
      transfer: 'Transfers against their two lines',
      last_imports: 'Last imports against what they brought',
    },
    count: 'Compared',
    difference: 'Difference',
    result: 'Result',
    matches: 'matches',
    differs: 'differs',
    none: 'nothing there',
    sum: 'All together',
    differing: 'Where does it differ?',
    differingFinding: 'The largest differences first. Please book nothing until the cause is found.',
    entry: 'Entry',
    stored: 'Remembered',
    computed: 'From bookings',
    lastCheck: (instant: string, difference: string) => `Last kept on ${instant}: difference ${difference}.`,
    how: 'How is it checked?',
    howText: [
      'Every booking stays for ever and is never changed.',
      'Balances are only a memory that makes pages fast. Here they are recomputed from all bookings.',
      'This happens every night, when this page opens and at the press of a button.',
    ],
  },
});
