import { labels } from '../platform/language';

export const planSupplementLabels = labels({
  de: {
    title: 'Was ändert der Nachtrag?',
    lead: (base: string, lines: string) => `Gegenüber „${base}“ ändern sich ${lines} Zeilen.`,
    leadOne: (base: string) => `Gegenüber „${base}“ ändert sich eine Zeile.`,
    leadNone: (base: string) => `Noch ändert sich gegenüber „${base}“ nichts.`,
    baseGone:
      'Der Plan, den dieser Nachtrag ändert, gilt nicht mehr. Bitte legen Sie ihn neu als Kopie des geltenden Plans an.',
    duty: (rule: string) =>
      `Ein Nachtrag ist Pflicht, wenn ein erheblicher Fehlbetrag droht oder erhebliche zusätzliche Aufwendungen nötig werden; was erheblich ist, legt die Stadt fest (${rule}). Er wird spätestens bis zum Ende des Haushaltsjahres beschlossen.`,
    balance: (year: number, amount: string) => `${year}: Erträge weniger Aufwand ändern sich um ${amount}.`,
    direction: 'Richtung',
    old: 'bisher in €',
    change: 'Änderung in €',
    fresh: 'neu in €',
    questions: 'Enthält der neue Ansatz, was schon bewilligt ist?',
    questionsLead: (count: string) =>
      `Auf ${count} geänderten Zeilen wurden seit dem Beschluss über- oder außerplanmäßige Mittel bewilligt. Ob der neue Ansatz sie enthält, wissen nur Sie.`,
    questionsLeadOne:
      'Auf einer geänderten Zeile wurden seit dem Beschluss über- oder außerplanmäßige Mittel bewilligt. Ob der neue Ansatz sie enthält, wissen nur Sie.',
    openCount: (count: string) => `Noch ${count} ohne Antwort. So lange lässt sich der Nachtrag nicht einbringen.`,
    answered: 'Alle beantwortet.',
    line: (name: string, year: number) => `${name}, ${year}`,
    sentence: (old: string, change: string, granted: string) =>
      `Bisher ${old}, Änderung ${change}. Schon bewilligt: ${granted}.`,
    includes: 'Ja, der neue Ansatz enthält sie',
    beside: 'Nein, sie kommen dazu',
    makes: (amount: string) => `macht ${amount}`,
    rows: 'Geänderte Zeilen',
    lineShort: 'Zeile',
    granted: 'üpl/apl in €',
    after: 'danach in €',
    shown: (shown: string, count: string) => `Gezeigt sind die ersten ${shown} von ${count}.`,
    open: 'offen',
  },
  en: {
    title: 'What does the supplementary budget change?',
    lead: (base: string, lines: string) => `Compared with “${base}”, ${lines} lines change.`,
    leadOne: (base: string) => `Compared with “${base}”, one line changes.`,
    leadNone: (base: string) => `Nothing changes yet compared with “${base}”.`,
    baseGone:
      'The plan that this supplementary budget changes is no longer in force. Please make it anew as a copy of the plan in force.',
    duty: (rule: string) =>
      `A supplementary budget is a duty when a considerable deficit threatens or considerable extra expense becomes necessary; the city sets what is considerable (${rule}). It is decided by the end of the fiscal year at the latest.`,
    balance: (year: number, amount: string) => `${year}: revenue less expense changes by ${amount}.`,
    direction: 'Direction',
    old: 'so far in €',
    change: 'change in €',
    fresh: 'new in €',
    questions: 'Does the new amount hold what has been granted already?',
    questionsLead: (count: string) =>
      `On ${count} changed lines extra authority has been granted since the decision. Only you know whether the new amount holds it.`,
    questionsLeadOne:
      'On one changed line extra authority has been granted since the decision. Only you know whether the new amount holds it.',
    openCount: (count: string) =>
      `${count} without an answer. Until then the supplementary budget cannot be introduced.`,
    answered: 'All answered.',
    line: (name: string, year: number) => `${name}, ${year}`,
    sentence: (old: string, change: string, granted: string) =>
      `So far ${old}, change ${change}. Already granted: ${granted}.`,
    includes: 'Yes, the new amount holds it',
    beside: 'No, it comes on top',
    makes: (amount: string) => `makes ${amount}`,
    rows: 'Changed lines',
    lineShort: 'Line',
    granted: 'extra in €',
    after: 'then in €',
    shown: (shown: string, count: string) => `The first ${shown} of ${count} are shown.`,
    open: 'open',
  },
});
