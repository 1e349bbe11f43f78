import { labels } from '../platform/language';

const de = {
  title: 'Haushaltssperren',
  question: (year: number) => `Was ist ${year} gesperrt?`,
  leadNone: 'Zurzeit ist nichts gesperrt.',
  lead: (amount: string, count: number) =>
    `Gesperrt sind ${amount}${count === 1 ? ' durch eine Sperre.' : ` durch ${count} Sperren.`}`,
  leadWaiting: (count: number) =>
    count === 1 ? 'Eine wartet auf die zweite Person.' : `${count} warten auf die zweite Person.`,
  leadReports: (count: number) =>
    count === 1 ? 'Der Rat ist einmal noch nicht unterrichtet.' : `Der Rat ist ${count}-mal noch nicht unterrichtet.`,
  add: 'Sperre erfassen',
  list: 'Welche Sperren gibt es?',
  listFinding:
    'Die neueste steht oben. Jede Sperre und jede Aufhebung braucht zwei Personen und die Unterrichtung des Rates (§ 32 KomHKVO).',
  none: (year: number) => `${year} gibt es keine Haushaltssperre`,
  noneHint:
    'Eine Sperre hält Ermächtigungen zurück, wenn Erträge ausbleiben. Angeordnet wird sie von der Verwaltungsspitze, hier wird sie erfasst und von einer zweiten Person bestätigt.',
  name: 'Sperre',
  since: 'Angeordnet',
  by: 'Von',
  lines: 'Zeilen',
  held: 'Gesperrt in €',
  heldLong: 'Noch gesperrt',
  lifted: 'Aufgehoben',
  state: 'Stand',
  council: 'Rat',
  states: { waiting: 'wartet', in_force: 'gilt', lifted: 'aufgehoben', dismissed: 'nicht bestätigt' },
  reportOpen: 'noch zu unterrichten',
  reportDone: 'unterrichtet',
  noReport: '–',
  methods: {
    percentage: (share: string) => `${share} des fortgeschriebenen Ansatzes`,
    reduction: (amount: string) => `Minderausgabe von zusammen ${amount}`,
    amounts: 'Beträge je Zeile',
  },
};

const en: typeof de = {
  title: 'Budget locks',
  question: (year) => `What is locked in ${year}?`,
  leadNone: 'Nothing is locked at present.',
  lead: (amount, count) => `${amount} are locked${count === 1 ? ' by one lock.' : ` by ${count} locks.`}`,
  leadWaiting: (count) => (count === 1 ? 'One waits for its second person.' : `${count} wait for their second person.`),
  leadReports: (count) =>
    count === 1 ? 'The council still has to be told once.' : `The council still has to be told ${count} times.`,
  add: 'Record a lock',
  list: 'Which locks are there?',
  listFinding:
    'The newest is on top. Every lock and every lifting needs two people and a report to the council (§ 32 KomHKVO).',
  none: (year) => `There is no budget lock in ${year}`,
  noneHint:
    'A lock holds authority back when revenue fails to come. The mayor orders it; here it is recorded and confirmed by a second person.',
  name: 'Lock',
  since: 'Ordered',
  by: 'By',
  lines: 'Lines',
  held: 'Locked in €',
  heldLong: 'Still locked',
  lifted: 'Lifted',
  state: 'State',
  council: 'Council',
  states: { waiting: 'waits', in_force: 'in force', lifted: 'lifted', dismissed: 'not confirmed' },
  reportOpen: 'to be told',
  reportDone: 'told',
  noReport: '–',
  methods: {
    percentage: (share) => `${share} of the adjusted appropriation`,
    reduction: (amount) => `reduction of ${amount} in all`,
    amounts: 'amounts by line',
  },
};

export const lockLabels = labels({ de, en });
