import { labels } from '../platform/language';

export const rolloutListLabels = labels({
  de: {
    question: 'Wie weit sind unsere Einführungen?',
    lead: (goals: string, risky: string) =>
      `${goals} Ziele. Beim bisherigen Tempo zu spät oder vielleicht zu spät: ${risky}.`,
    leadUnknown: (count: string) => `Nicht zu sagen: ${count}.`,
    leadStale: (count: string, days: string) => `Letzte Messung älter als ${days} Tage: ${count}.`,
    leadNone: 'Noch ist keine Einführung angelegt.',
    none: 'Noch keine Einführungen',
    noneHint:
      'Eine Einführung gehört zu einem Vorhaben: Sie hat Ziele mit Tag, Bereiche und für jeden Bereich den Stand. Legen Sie die erste an.',
    add: 'Einführung anlegen',
    list: 'Ziele nach Einführung',
    stated: 'Gemeldet',
    due: 'Ziel',
    needed: 'Nötig je Monat',
    arrival: 'Beim bisherigen Tempo',
    outlook: 'Aussicht',
    measured: 'Gemessen',
    first: (day: string) => `zuerst ${day}`,
    spread: 'Bereiche',
    board: (units: string, live: string, pilot: string) =>
      `${units} Bereiche; Fähigkeiten im Echtbetrieb: ${live}, im Pilot: ${pilot}.`,
    trained: (count: string) => `Schulungsquote erreicht: ${count}.`,
    accepted: (share: string) => `Zufrieden mit der Einführung: ${share} der Antworten.`,
    ofProject: (project: string) => `Vorhaben ${project}`,
    open: (name: string) => `Zum Stand je Bereich: ${name}`,
    noGoal: 'Diese Einführung hat noch kein Ziel.',
  },
  en: {
    question: 'How far are our roll-outs?',
    lead: (goals: string, risky: string) => `${goals} goals. Late or perhaps late at the present rate: ${risky}.`,
    leadUnknown: (count: string) => `Cannot be said: ${count}.`,
    leadStale: (count: string, days: string) => `Last measurement older than ${days} days: ${count}.`,
    leadNone: 'There is no roll-out yet.',
    none: 'No roll-outs yet',
    noneHint:
      'A roll-out belongs to a project: it has goals with a day, units, and how each unit stands. Create the first one.',
    add: 'Create roll-out',
    list: 'Goals by roll-out',
    stated: 'Reported',
    due: 'Goal',
    needed: 'Needed a month',
    arrival: 'At the present rate',
    outlook: 'Outlook',
    measured: 'Measured',
    first: (day: string) => `first ${day}`,
    spread: 'Units',
    board: (units: string, live: string, pilot: string) =>
      `${units} units; capabilities live: ${live}, as pilot: ${pilot}.`,
    trained: (count: string) => `Training quota reached: ${count}.`,
    accepted: (share: string) => `Content with the roll-out: ${share} of the answers.`,
    ofProject: (project: string) => `Project ${project}`,
    open: (name: string) => `To the state of every unit: ${name}`,
    noGoal: 'This roll-out has no goal yet.',
  },
});
