import { labels } from '../language/language';

export const fieldLabels = labels({
  de: {
    optional: '(freiwillig)',
    amountInEuro: (label: string) => `${label} in €`,
    amountFormat: 'Das ist kein Betrag. Bitte so eingeben: 1.234,56',
    amountAmbiguous: (text: string, whole: string, small: string) =>
      `„${text}“ kann ${whole} oder ${small} heißen. Bitte mit Komma schreiben.`,
    take: (amount: string) => `${amount} übernehmen`,
    amountRange: 'Der Betrag ist zu groß.',
    amountRangePlus: 'Der Betrag darf nicht negativ sein und höchstens 9.999.999.999,99 € betragen.',
    dateFormat: 'Bitte ein Datum wie 05.10.2026 eingeben.',
    dateMissing: (text: string) => `Den Tag ${text} gibt es nicht.`,
    dateHint: 'TT.MM.JJJJ',
    required: (label: string) => `${label}: Bitte ausfüllen.`,
    chooseFirst: 'Bitte wählen',
    summaryOne: 'Eine Angabe fehlt oder stimmt nicht',
    summary: (count: string) => `${count} Angaben fehlen oder stimmen nicht`,
  },
  en: {
    optional: '(optional)',
    amountInEuro: (label: string) => `${label} in €`,
    amountFormat: 'This is not an amount. Please enter it like 1,234.56',
    amountAmbiguous: (text: string, whole: string, small: string) =>
      `"${text}" can mean ${whole} or ${small}. Please write it with a comma for cents.`,
    take: (amount: string) => `Take ${amount}`,
    amountRange: 'The amount is too large.',
    amountRangePlus: 'The amount must not be negative and at most €9,999,999,999.99.',
    dateFormat: 'Please enter a date like 05.10.2026.',
    dateMissing: (text: string) => `The day ${text} does not exist.`,
    dateHint: 'DD.MM.YYYY',
    required: (label: string) => `${label}: please fill in.`,
    chooseFirst: 'Please choose',
    summaryOne: 'One entry is missing or wrong',
    summary: (count: string) => `${count} entries are missing or wrong`,
  },
});
