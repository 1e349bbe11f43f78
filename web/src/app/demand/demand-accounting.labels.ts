import { labels } from '../platform/language';

/** What a demand does to the budget, in plain words, each with its rule. */
export const demandAccountingLabels = labels({
  de: {
    title: 'Was der Bedarf im Haushalt ist',
    lead: 'Das Programm schlägt vor, die Kämmerei bestätigt oder entscheidet anders und sagt warum.',
    show: 'Aufwand, Investition und Folgen zeigen',
    finding: (expense: string, investment: string) =>
      `${expense} Aufwand und ${investment} Investition, brutto über alle Jahre.`,
    as: { expense: 'Aufwand', investment: 'Investition', ask: 'bitte festlegen' },
    account: (account: string) => `Konto ${account} (Beispiel, bitte bestätigen)`,
    item: 'Position',
    isWhat: 'ist',
    gross: 'brutto, €',
    why: 'Warum',
    year: 'Jahr',
    result: 'Ergebnishaushalt, €',
    payment: 'Zahlung, €',
    years: 'Ergebnis und Finanzen Jahr für Jahr',
    followUp: (amount: string) => `Folgekosten im Jahr: ${amount}.`,
    reasons: {
      device: {
        within: (price: string, from: string, to: string) =>
          `${price} netto je Stück liegen zwischen ${from} und ${to}: geringwertiger Vermögensgegenstand. Es zählt der Nettopreis, der Haushalt trägt brutto.`,
        below: (price: string, from: string) => `${price} netto je Stück liegen unter ${from}: Aufwand.`,
        above: (price: string, _from: string, to: string) =>
          `${price} netto je Stück liegen über ${to}: Investition, sie wird abgeschrieben.`,
        limit: (price: string) =>
          `${price} netto je Stück sind genau die Grenze. Ob sie dazugehört, legt die Stadt fest.`,
        not_standalone:
          'Was nur mit einem anderen Gerät nutzbar ist, ist kein geringwertiger Vermögensgegenstand. Die Kämmerei legt es fest.',
        answered: 'Die Kämmerei hat es festgelegt.',
      },
      licence_term: 'Eine Lizenz auf Zeit ist Aufwand der Jahre, für die sie gilt.',
      licence_lasting: 'Eine Lizenz auf Dauer über der Grenze kann Investition sein. Die Kämmerei legt es fest.',
      consumed: 'Leistungen, Gebühren und Schulungen werden verbraucht: Aufwand.',
      services_with_investment: 'Leistungen neben einer Investition können zu ihr gehören. Die Kämmerei legt es fest.',
      decided: (reason: string) => `Die Kämmerei hat entschieden: ${reason}`,
      gross: (rate: string) =>
        `Der Haushalt trägt brutto mit ${rate} Umsatzsteuer, weil die Stadt keine Vorsteuer abzieht.`,
      depreciation: (months: string, basis: string) => `Abschreibung über ${months} Monate (${basis}).`,
      accrual: (months: string, _basis: string) => `Die Zahlung gilt für ${months} Monate und wird abgegrenzt.`,
      at_once: 'Aufwand und Zahlung fallen in dasselbe Jahr.',
      price_unknown: 'Preis oder Menge sind nicht bekannt. Daraus wird nichts gerechnet.',
    },
    paperExample: 'Beispielwert, bitte bestätigen',
    duties: 'Was dazu nötig ist',
    duty: {
      commitment_authority: (slices: string) =>
        `Verpflichtungsermächtigung für spätere Jahre (§ 119 NKomVG): ${slices}.`,
      bound_years: (slices: string) => `Bindet spätere Jahre ohne Verpflichtungsermächtigung: ${slices}.`,
      comparison: (from: string, basis: string) =>
        `Vergleich von mindestens zwei Alternativen mit Kapitalwert und Empfehlung, weil die Investition ${from} erreicht (§ 12 KomHKVO; ${basis}).`,
      follow_up: 'Berechnung der Folgekosten vor dem Beginn (§ 12 KomHKVO).',
    },
    gaps: 'Noch nicht beschlussreif. Es fehlt:',
    gap: {
      alternatives: 'zwei Alternativen',
      flows: 'Zahlungen jeder Alternative',
      recommendation: 'eine Empfehlung',
      follow_up: 'die Folgekosten',
      follow_up_reason: 'ein Grund dafür, dass keine Folgekosten entstehen',
    },
    followUpField: 'Folgekosten im Jahr',
    followUpReason: 'Grund, wenn keine entstehen',
    savePaper: 'Folgekosten sichern',
    decide: 'Festlegen',
    decideHeading: (label: string) => `${label}: Aufwand oder Investition`,
    decision: 'Was ist die Position?',
    proposal: 'wie vorgeschlagen',
    reason: 'Grund',
    confirm: 'Festlegung sichern',
  },
  en: {
    title: 'What the demand is in the budget',
    lead: 'The program proposes, finance confirms or decides otherwise and says why.',
    show: 'Show expense, investment and what follows',
    finding: (expense: string, investment: string) =>
      `${expense} expense and ${investment} investment, gross over all years.`,
    as: { expense: 'expense', investment: 'investment', ask: 'to be settled' },
    account: (account: string) => `account ${account} (example, please confirm)`,
    item: 'Item',
    isWhat: 'is',
    gross: 'gross, €',
    why: 'Why',
    year: 'Year',
    result: 'operating budget, €',
    payment: 'payment, €',
    years: 'Operating and cash budget year by year',
    followUp: (amount: string) => `Follow-up costs a year: ${amount}.`,
    reasons: {
      device: {
        within: (price: string, from: string, to: string) =>
          `${price} net a piece lie between ${from} and ${to}: low-value asset. The net price counts, the budget bears gross.`,
        below: (price: string, from: string) => `${price} net a piece lie below ${from}: expense.`,
        above: (price: string, _from: string, to: string) =>
          `${price} net a piece lie above ${to}: investment, it is depreciated.`,
        limit: (price: string) =>
          `${price} net a piece are exactly the limit. Whether it is included is for the city to say.`,
        not_standalone: 'What can only be used with another device is no low-value asset. Finance settles it.',
        answered: 'Finance has settled it.',
      },
      licence_term: 'A licence for a time is expense of the years it holds for.',
      licence_lasting: 'A lasting licence above the limit can be an investment. Finance settles it.',
      consumed: 'Services, fees and training are consumed: expense.',
      services_with_investment: 'Services beside an investment can be part of it. Finance settles it.',
      decided: (reason: string) => `Finance has decided: ${reason}`,
      gross: (rate: string) => `The budget bears gross with ${rate} VAT, because the city deducts no input tax.`,
      depreciation: (months: string, basis: string) => `Depreciation over ${months} months (${basis}).`,
      accrual: (months: string, _basis: string) => `The payment holds for ${months} months and is accrued.`,
      at_once: 'Expense and payment fall into the same year.',
      price_unknown: 'Price or quantity are not known. Nothing is reckoned from that.',
    },
    paperExample: 'example, please confirm',
    duties: 'What is needed beside',
    duty: {
      commitment_authority: (slices: string) => `Commitment authority for later years (§ 119 NKomVG): ${slices}.`,
      bound_years: (slices: string) => `Binds later years without commitment authority: ${slices}.`,
      comparison: (from: string, basis: string) =>
        `Comparison of at least two alternatives with present value and recommendation, because the investment reaches ${from} (§ 12 KomHKVO; ${basis}).`,
      follow_up: 'Calculation of the follow-up costs before the start (§ 12 KomHKVO).',
    },
    gaps: 'Cannot be decided on yet. Missing:',
    gap: {
      alternatives: 'two alternatives',
      flows: 'payments of each alternative',
      recommendation: 'a recommendation',
      follow_up: 'the follow-up costs',
      follow_up_reason: 'a reason why there are no follow-up costs',
    },
    followUpField: 'Follow-up costs a year',
    followUpReason: 'Reason, if there are none',
    savePaper: 'Save follow-up costs',
    decide: 'Settle',
    decideHeading: (label: string) => `${label}: expense or investment`,
    decision: 'What is the item?',
    proposal: 'as proposed',
    reason: 'Reason',
    confirm: 'Save',
  },
});
