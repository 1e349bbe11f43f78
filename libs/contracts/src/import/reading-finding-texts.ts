/** What reading a table by its mapping can find, besides cells that cannot be read. */
export const READING_FINDING_TEXTS = {
  ROW_WITHOUT_AMOUNT: {
    de: 'In dieser Zeile steht kein Betrag. Sie wird übergangen.',
    en: 'There is no amount in this row. It is passed over.',
  },
  HEADER_REPEATED: {
    de: 'Die Kopfzeile kommt weiter unten noch {count}-mal vor. Diese Zeilen werden übergangen.',
    en: 'The header row comes again further down, {count} times. These rows are passed over.',
  },
  SUBTOTAL_DIFFERS: {
    de: 'Die Zwischensumme nennt {statedCents}, ihre Zeilen ergeben {readCents}. Unterschied: {differenceCents}. Übernommen werden die Einzelbeträge.',
    en: 'The subtotal says {statedCents}, its rows add up to {readCents}. Difference: {differenceCents}. The single amounts are taken over.',
  },
  SUBTOTALS_MATCH: {
    de: '{count} Zwischensummen stimmen mit ihren Zeilen überein. Sie werden nicht übernommen.',
    en: '{count} subtotals equal their rows. They are not taken over.',
  },
  SUBTOTALS_ROUNDED: {
    de: '{count} Zwischensummen weichen um höchstens {differenceCents} von ihren Zeilen ab, wie es bei gerundeten Beträgen vorkommt. Übernommen werden die Einzelbeträge.',
    en: '{count} subtotals differ from their rows by {differenceCents} at most, as happens with rounded amounts. The single amounts are taken over.',
  },
  AMOUNT_ROUNDED: {
    de: '{count} Beträge waren feiner als ein Cent und wurden kaufmännisch gerundet.',
    en: '{count} amounts were finer than a cent and have been rounded half away from zero.',
  },
  DIRECTION_UNKNOWN: {
    de: 'Aus dieser Zeile geht nicht hervor, ob sie Ertrag oder Aufwand ist. Bitte ergänzen Sie die Angabe in der Datei oder in der Zuordnung.',
    en: 'This row does not say whether it is revenue or expense. Please add that in the file or in the mapping.',
  },
  REVENUE_NEGATIVE: {
    de: '{count} von {all} Beträgen auf der Ertragsseite wären im Haushalt negativ. Bitte prüfen Sie, welches Vorzeichen Erträge in der Datei haben.',
    en: '{count} of {all} amounts on the revenue side would be negative in the budget. Please check which sign revenue has in the file.',
  },
  EXPENSE_NEGATIVE: {
    de: '{count} von {all} Beträgen auf der Aufwandsseite wären im Haushalt negativ. Bitte prüfen Sie, welches Vorzeichen Aufwendungen in der Datei haben.',
    en: '{count} of {all} amounts on the expense side would be negative in the budget. Please check which sign expenses have in the file.',
  },
  LINE_SPHERE_DIFFERS: {
    de: 'Die Haushaltszeile {number} kommt laufend und investiv vor. Sie wird so angelegt, wie sie zuerst vorkommt.',
    en: 'The budget line {number} occurs as operating and as investment. It is created as it comes first.',
  },
};
