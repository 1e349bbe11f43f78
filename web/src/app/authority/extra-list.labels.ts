import { labels } from '../platform/language';

export const extraListLabels = labels({
  de: {
    question: (year: number) => `Welche Mittel kommen ${year} zum Plan dazu?`,
    leadNone: 'Über- oder außerplanmäßig ist nichts beantragt.',
    lead: (granted: string, open: string) => `Bewilligt sind ${granted}; über ${open} ist noch zu entscheiden.`,
    leadGranted: (granted: string) => `Bewilligt sind ${granted}; offen ist nichts.`,
    leadOpen: (open: string) => `Bewilligt ist noch nichts; über ${open} ist zu entscheiden.`,
    sums: 'Summen nach Stand',
    sumsFinding: 'Aufwand und Investition werden nie zusammengezählt.',
    requests: 'Anträge',
    all: 'Alle',
    list: 'Anträge, neueste zuerst',
    filter: 'Stand',
    none: (year: number) => `${year} ist noch nichts beantragt`,
    noneHint:
      'Reicht eine Zeile nicht und lässt sich die Ausgabe nicht aufschieben, können Sie hier zusätzliche Mittel mit Deckung beantragen (§ 117 NKomVG).',
    noMatch: 'Kein Antrag in diesem Stand',
    clear: 'Alle zeigen',
    decided: 'Entschieden',
    by: (who: string, when: string) => `${who}, ${when}`,
  },
  en: {
    question: (year: number) => `Which funds are added to the plan of ${year}?`,
    leadNone: 'Nothing has been asked for beyond the plan.',
    lead: (granted: string, open: string) => `Granted: ${granted}. Still to be decided: ${open}.`,
    leadGranted: (granted: string) => `Granted: ${granted}. Nothing is open.`,
    leadOpen: (open: string) => `Nothing is granted yet. To be decided: ${open}.`,
    sums: 'Sums by state',
    sumsFinding: 'Expense and investment are never added together.',
    requests: 'Requests',
    all: 'All',
    list: 'Requests, newest first',
    filter: 'State',
    none: (year: number) => `Nothing has been asked for in ${year}`,
    noneHint:
      'When a line does not suffice and the spending cannot wait, ask for further funds with their cover here (§ 117 NKomVG).',
    noMatch: 'No request in this state',
    clear: 'Show all',
    decided: 'Decided',
    by: (who: string, when: string) => `${who}, ${when}`,
  },
});
