import { labels } from '../platform/language';

export const extraReportLabels = labels({
  de: {
    question: (year: number) => `Was hat der Oberbürgermeister ${year} bewilligt?`,
    leadNone: 'Bisher nichts. Entscheidungen von Hauptausschuss und Rat stehen nicht in diesem Bericht.',
    leadOne: (amounts: string) => `Einen Antrag: ${amounts}.`,
    lead: (count: string, amounts: string) => `${count} Anträge: ${amounts}.`,
    list: 'Bewilligungen nach Tag der Entscheidung',
    rule: (rule: string) =>
      `Der Rat ist spätestens mit dem Jahresabschluss zu unterrichten (${rule}). Aufwand und Investition werden nie zusammengezählt.`,
    file: 'Als Datei (CSV)',
    empty: (year: number) => `${year} hat der Oberbürgermeister nichts bewilligt`,
    emptyHint: 'Sobald eine Bewilligung bestätigt ist, steht sie hier.',
    decidedOn: 'Entschieden am',
    document: 'Vorlage oder Verfügung',
    side: 'Seite',
  },
  en: {
    question: (year: number) => `What has the mayor granted in ${year}?`,
    leadNone: 'Nothing so far. Decisions of the committee and the council are not in this report.',
    leadOne: (amounts: string) => `One request: ${amounts}.`,
    lead: (count: string, amounts: string) => `${count} requests: ${amounts}.`,
    list: 'Grants by day of decision',
    rule: (rule: string) =>
      `The council is to be told at the latest with the annual accounts (${rule}). Expense and investment are never added together.`,
    file: 'As a file (CSV)',
    empty: (year: number) => `The mayor has granted nothing in ${year}`,
    emptyHint: 'As soon as a grant is confirmed it stands here.',
    decidedOn: 'Decided on',
    document: 'Paper or order',
    side: 'Side',
  },
});
