import type { CarryOverKind, YearEndStep, YearEndView } from '@etatlotse/contracts/authority/plain';
import { labels } from '../platform/language';

const kindsDe: Record<CarryOverKind, string> = {
  current: 'laufende Aufwendungen',
  investment: 'Investition',
  extra: 'über- oder außerplanmäßig',
  earmarked: 'zweckgebunden',
};
const kindsEn: Record<CarryOverKind, string> = {
  current: 'current expenditure',
  investment: 'investment',
  extra: 'extra authority',
  earmarked: 'earmarked',
};
const stepsDe: Record<YearEndStep, string> = {
  open_orders: 'Offene Aufträge und Reservierungen prüfen',
  clearing: 'Buchungen ohne Zeile zuordnen',
  open_next_year: 'Bücher des neuen Jahres öffnen',
  carry_over: 'Über Haushaltsreste entscheiden',
  cover_statement: 'Deckungskreise ausgleichen',
  reconciliation: 'Abgleich auf 0,00 € bringen',
  close_books: 'Bücher mit zweiter Person schließen',
};
const stepsEn: Record<YearEndStep, string> = {
  open_orders: 'Check open orders and reservations',
  clearing: 'Assign bookings without a line',
  open_next_year: 'Open the books of the new year',
  carry_over: 'Decide on carry-over',
  cover_statement: 'Balance the cover pools',
  reconciliation: 'Bring the reconciliation to €0.00',
  close_books: 'Close the books with a second person',
};
const viewsDe: Record<YearEndView, string> = {
  needed: 'Mit offenen Aufträgen',
  proposed: 'Vorgeschlagen',
  decided: 'Entschieden',
  unused: 'Mit ungebundenem Rest',
  all: 'Alle Zeilen',
};
const viewsEn: Record<YearEndView, string> = {
  needed: 'With open orders',
  proposed: 'Proposed',
  decided: 'Decided',
  unused: 'With unbound rest',
  all: 'All lines',
};

const de = {
  title: 'Jahreswechsel',
  question: (year: number) => `Ist ${year} bereit für den Jahreswechsel?`,
  questionOwn: (year: number) => `Was nehmen wir aus ${year} mit ins neue Jahr?`,
  leadDone: (year: number) => `Ja: Die Bücher ${year} sind geschlossen.`,
  leadReady: 'Alles ist erledigt. Die Bücher können geschlossen werden.',
  leadLeft: (count: number, all: number) => `Noch nicht: ${count} von ${all} Schritten sind offen.`,
  leadMoney: (proposed: string, approved: string) =>
    `Vorgeschlagen sind ${proposed} an Haushaltsresten, genehmigt ${approved}.`,
  missingYear: (year: number) => `Das Haushaltsjahr ${year} gibt es hier nicht`,
  missingYearHint:
    'Wählen Sie oben ein anderes Jahr. Gibt es noch keines, legt die Kämmerei es unter „Jahre und Rahmen“ an.',
  toYears: 'Zu Jahren und Rahmen',
  stepsQuestion: 'Was ist noch zu tun?',
  stepsFinding: 'Der Reihe nach. Die Bücher schließen zuletzt, weil danach nichts mehr mitgenommen werden kann.',
  steps: stepsDe,
  stepCounts: {
    open_orders: (count: number) => `${count} zu prüfen`,
    clearing: (count: number) => `${count} offen`,
    carry_over: (count: number) => `${count} zu entscheiden`,
    cover_statement: (count: number) => `${count} überzogen`,
  },
  stepStates: { done: 'erledigt', open: 'offen', waiting: 'wartet auf zweite Person', blocked: 'erst am Schluss' },
  go: 'Dorthin',
  goOf: (step: string) => `Dorthin: ${step}`,
  lapsingQuestion: 'Welche Reste verfallen bald?',
  lapsingFinding: (amount: string, days: string) =>
    `${amount} verfallen in den nächsten ${days} Tagen, wenn sie nicht gebraucht werden.`,
  lapsingNone: (days: string) => `In den nächsten ${days} Tagen verfällt kein Haushaltsrest.`,
  lapsingRow: (amount: string, year: number, days: number, date: string) =>
    `${amount} aus ${year} verfallen ${days === 0 ? 'heute' : days === 1 ? 'morgen' : `in ${days} Tagen`} (${date}).`,
  authorities: {
    question: 'Welche Verpflichtungsermächtigungen sind nicht genutzt?',
    finding: (amount: string) =>
      `${amount} sind frei. Sie werden nicht übertragen; wer sie noch braucht, schließt den Vertrag vorher oder plant sie neu (§ 119 NKomVG).`,
    lapsed: (left: string, date: string) => `${left}, verfallen nach dem ${date}`,
    until: (left: string, date: string) => `${left}, nutzbar bis ${date}`,
    open: (left: string, year: number, next: number) =>
      `${left}, nutzbar bis 31.12.${year} und, solange die Satzung ${next} nicht bekannt gemacht ist, bis dahin`,
  },
  feverQuestion: 'Wo wird kurz vor Schluss auffällig viel gebucht?',
  feverFinding: (date: string, percent: string, amount: string) =>
    `Seit dem ${date} mehr als ${percent} des üblichen Tempos der Zeile und mindestens ${amount} darüber. Beispielwerte, bitte bestätigen.`,
  feverNone: (date: string) => `Seit dem ${date} liegt keine Zeile weit über ihrem üblichen Tempo.`,
  feverRow: (booked: string, threshold: string) => `${booked} gebucht, auffällig ab ${threshold}`,
  linesQuestion: 'Was wird je Zeile übertragen?',
  linesFinding:
    'Höchstens übertragbar ist der fortgeschriebene Ansatz − Sperre − Ist − Reservierungen; nötig ist, was offene Aufträge noch brauchen (§ 20 KomHKVO). Offene Aufträge gehen mit. Nach Nummer geordnet.',
  view: 'Welche Zeilen?',
  views: viewsDe,
  search: 'Suche in Nummer und Name',
  select: (line: string) => `Auswählen: ${line}`,
  selectAll: 'Alle auf dieser Seite auswählen',
  line: 'Zeile',
  open: 'Offene Aufträge in €',
  maximum: 'Höchstens in €',
  amount: 'Haushaltsrest in €',
  until: 'Verwendbar bis',
  state: 'Stand',
  untilLastPayment: 'letzte Zahlung',
  reserve: 'Deckungsreserve: nicht übertragbar (§ 13 KomHKVO)',
  excluded: 'nicht übertragbar laut Haushaltsvermerk (§ 20 KomHKVO)',
  expiring: (amount: string) => `${amount} ältere Reste enden mit dem Jahr`,
  suggested: (amount: string) => `Vorschlag ${amount}`,
  proposedBy: (name: string) => `von ${name}`,
  own: 'Ihr Vorschlag: entscheidet eine zweite Person',
  states: {
    proposed: 'vorgeschlagen',
    approved: 'genehmigt',
    refused: 'abgelehnt',
    used: 'verbraucht',
    lapsed: 'verfallen',
  },
  kinds: kindsDe,
  propose: 'Vorschlagen',
  proposeOf: (line: string) => `Vorschlagen: ${line}`,
  change: 'Ändern',
  changeOf: (line: string) => `Vorschlag ändern: ${line}`,
  none: 'Keine Zeile passt',
  noneHint: {
    needed:
      'Keine Zeile hat offene Aufträge. Unter „Mit ungebundenem Rest“ stehen Zeilen, auf denen noch Geld frei ist.',
    proposed: 'Zurzeit wartet kein Vorschlag auf eine Entscheidung.',
    decided: 'Über Haushaltsreste dieses Jahres ist noch nicht entschieden.',
    unused: 'Auf keiner Zeile ist etwas frei.',
    all: 'Für dieses Jahr gibt es keine Zeilen mit Ausgaben.',
  } satisfies Record<YearEndView, string>,
  more: 'Weitere 50',
  chosen: (count: number) => (count === 1 ? '1 Zeile ausgewählt' : `${count} Zeilen ausgewählt`),
  takeSuggestions: (count: number) => (count === 1 ? 'Vorschlag übernehmen' : `${count} Vorschläge übernehmen`),
  taken: (count: number) =>
    count === 1
      ? 'Vorgeschlagen. Jetzt entscheidet eine zweite Person.'
      : `${count} vorgeschlagen. Jetzt entscheidet eine zweite Person.`,
  takenWarning: (count: number, amount: string, year: number) =>
    `${count === 1 ? 'Bei einer Zeile' : `Bei ${count} Zeilen`} trägt der Rest die offenen Aufträge nicht ganz: ${amount} fallen auf den Ansatz ${year}.`,
  approve: (count: number) => (count === 1 ? 'Genehmigen' : `${count} genehmigen`),
  refuse: 'Ablehnen',
  approveHeading: (amount: string) => `Haushaltsreste über ${amount} genehmigen?`,
  refuseHeading: 'Vorschläge ablehnen?',
  approveEffect: (from: number, to: number) =>
    `Die Beträge verlassen ${from} und stehen sofort in ${to}. Offene Aufträge der Zeilen gehen mit und behalten ihre Nummer.`,
  refuseEffect: 'Es ändert sich nichts. Wer vorgeschlagen hat, liest Ihre Anmerkung und kann neu vorschlagen.',
  note: 'Anmerkung',
  noteMissing: 'Bitte sagen Sie, warum Sie ablehnen.',
  approved: (amount: string, orders: number) =>
    `Genehmigt: ${amount} übertragen${orders === 0 ? '.' : orders === 1 ? ', ein Auftrag ging mit.' : `, ${orders} Aufträge gingen mit.`}`,
  refused: 'Abgelehnt. Es hat sich nichts geändert.',
  cancel: 'Abbrechen',
  form: {
    heading: (line: string) => `Haushaltsrest für ${line}`,
    amount: 'Haushaltsrest (Ermächtigungsübertragung)',
    amountHint: (maximum: string) => `Höchstens ${maximum}`,
    amountMissing: 'Bitte einen Betrag eingeben. 0,00 nimmt nur die offenen Aufträge mit.',
    kind: 'Art',
    reason: 'Warum wird das Geld im neuen Jahr gebraucht?',
    reasonHint: 'Steht später im Rechenschaftsbericht.',
    reasonMissing: 'Ein Haushaltsrest braucht eine Begründung.',
    uncovered: (amount: string, year: number) =>
      `Offene Aufträge gehen mit. Der Rest trägt sie nicht ganz: ${amount} fallen auf den Ansatz ${year}.`,
    effectPool: (pool: string, year: number, now: string, after: string) =>
      `Deckungskreis ${pool} hat ${year} dann ${after} verfügbar (jetzt ${now}).`,
    effectLine: (year: number, now: string, after: string) =>
      `Die Zeile hat ${year} dann ${after} verfügbar (jetzt ${now}).`,
    ready: 'Was das Haus schon weiß',
    take: (reason: string) => `In die Begründung übernehmen: ${reason}`,
    send: 'Vorschlagen',
  },
  reason: (orders: string, year: number) =>
    `Offene Aufträge: ${orders}. Bestellt ist verbindlich, Lieferung und Rechnung werden erst ${year} erwartet (§ 20 KomHKVO).`,
  reasonOrder: (number: string, supplier: string, amount: string) =>
    `${number}${supplier === '' ? '' : ` ${supplier}`} (${amount})`,
  ready: {
    contract: (contract: string, until: string | null, notice: string | null) =>
      `Vertrag ${contract} läuft ${until === null ? 'weiter' : `bis ${until}`}${notice === null ? '' : `, kündbar bis ${notice}`}.`,
    milestone: (project: string, name: string, date: string) => `Meilenstein „${name}“ von ${project} ist am ${date}.`,
  },
  reasonMore: (count: number) => (count === 1 ? 'und ein weiterer' : `und ${count} weitere`),
};

const en: typeof de = {
  title: 'Year end',
  question: (year) => `Is ${year} ready for the end of the year?`,
  questionOwn: (year) => `What do we take from ${year} into the new year?`,
  leadDone: (year) => `Yes: the books of ${year} are closed.`,
  leadReady: 'Everything is done. The books can be closed.',
  leadLeft: (count, all) => `Not yet: ${count} of ${all} steps are open.`,
  leadMoney: (proposed, approved) => `${proposed} of carry-over are proposed, ${approved} approved.`,
  missingYear: (year) => `There is no fiscal year ${year} here`,
  missingYearHint:
    'Choose another year above. If there is none yet, the finance office adds it under “Years and frames”.',
  toYears: 'To years and frames',
  stepsQuestion: 'What is left to do?',
  stepsFinding: 'One after the other. The books close last, because nothing can be taken along afterwards.',
  steps: stepsEn,
  stepCounts: {
    open_orders: (count) => `${count} to check`,
    clearing: (count) => `${count} open`,
    carry_over: (count) => `${count} to decide`,
    cover_statement: (count) => `${count} overdrawn`,
  },
  stepStates: { done: 'done', open: 'open', waiting: 'waits for second person', blocked: 'last of all' },
  go: 'Go there',
  goOf: (step) => `Go there: ${step}`,
  lapsingQuestion: 'Which rests lapse soon?',
  lapsingFinding: (amount, days) => `${amount} lapse within the next ${days} days unless they are needed.`,
  lapsingNone: (days) => `No carried-over authority lapses within the next ${days} days.`,
  lapsingRow: (amount, year, days, date) =>
    `${amount} from ${year} lapse ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`} (${date}).`,
  authorities: {
    question: 'Which commitment authorities are unused?',
    finding: (amount) =>
      `${amount} are free. They are not carried over; whoever still needs them concludes the contract before or plans them anew (§ 119 NKomVG).`,
    lapsed: (left, date) => `${left}, lapsed after ${date}`,
    until: (left, date) => `${left}, usable until ${date}`,
    open: (left, year, next) =>
      `${left}, usable until the end of ${year} and, while the by-law of ${next} is not announced, until then`,
  },
  feverQuestion: 'Where is conspicuously much booked at the end?',
  feverFinding: (date, percent, amount) =>
    `Since ${date} more than ${percent} of the line's usual pace and at least ${amount} beyond it. Example values, please confirm.`,
  feverNone: (date) => `Since ${date} no line is far above its usual pace.`,
  feverRow: (booked, threshold) => `${booked} booked, conspicuous from ${threshold}`,
  linesQuestion: 'What is carried over on each line?',
  linesFinding:
    'At most the adjusted appropriation − lock − actual − reservations; necessary is what open orders still need (§ 20 KomHKVO). Open orders go along. By number.',
  view: 'Which lines?',
  views: viewsEn,
  search: 'Search in number and name',
  select: (line) => `Select: ${line}`,
  selectAll: 'Select all on this page',
  line: 'Line',
  open: 'Open orders in €',
  maximum: 'At most in €',
  amount: 'Carry-over in €',
  until: 'Usable until',
  state: 'State',
  untilLastPayment: 'last payment',
  reserve: 'Contingency: not carried over (§ 13 KomHKVO)',
  excluded: 'not carried over by budget note (§ 20 KomHKVO)',
  expiring: (amount) => `${amount} of older rests end with the year`,
  suggested: (amount) => `Suggestion ${amount}`,
  proposedBy: (name) => `by ${name}`,
  own: 'Your proposal: a second person decides',
  states: { proposed: 'proposed', approved: 'approved', refused: 'refused', used: 'used up', lapsed: 'lapsed' },
  kinds: kindsEn,
  propose: 'Propose',
  proposeOf: (line) => `Propose: ${line}`,
  change: 'Change',
  changeOf: (line) => `Change proposal: ${line}`,
  none: 'No line fits',
  noneHint: {
    needed: 'No line has open orders. “With unbound rest” shows lines that still have free money.',
    proposed: 'No proposal waits for a decision at present.',
    decided: 'Nothing has been decided about carry-over from this year yet.',
    unused: 'Nothing is free on any line.',
    all: 'There are no spending lines in this year.',
  },
  more: '50 more',
  chosen: (count) => (count === 1 ? '1 line selected' : `${count} lines selected`),
  takeSuggestions: (count) => (count === 1 ? 'Take suggestion' : `Take ${count} suggestions`),
  taken: (count) =>
    count === 1 ? 'Proposed. Now a second person decides.' : `${count} proposed. Now a second person decides.`,
  takenWarning: (count, amount, year) =>
    `${count === 1 ? 'On one line' : `On ${count} lines`} the rest does not bear the open orders in full: ${amount} fall on the appropriation of ${year}.`,
  approve: (count) => (count === 1 ? 'Approve' : `Approve ${count}`),
  refuse: 'Refuse',
  approveHeading: (amount) => `Approve carry-over of ${amount}?`,
  refuseHeading: 'Refuse proposals?',
  approveEffect: (from, to) =>
    `The amounts leave ${from} and stand in ${to} at once. Open orders of the lines go along and keep their number.`,
  refuseEffect: 'Nothing changes. Whoever proposed reads your note and can propose again.',
  note: 'Note',
  noteMissing: 'Please say why you refuse.',
  approved: (amount, orders) =>
    `Approved: ${amount} carried over${orders === 0 ? '.' : orders === 1 ? ', one order went along.' : `, ${orders} orders went along.`}`,
  refused: 'Refused. Nothing has changed.',
  cancel: 'Cancel',
  form: {
    heading: (line) => `Carry-over for ${line}`,
    amount: 'Carry-over',
    amountHint: (maximum) => `At most ${maximum}`,
    amountMissing: 'Please enter an amount. 0.00 takes only the open orders along.',
    kind: 'Kind',
    reason: 'Why is the money needed in the new year?',
    reasonHint: 'It will stand in the annual report.',
    reasonMissing: 'Carrying over needs a reason.',
    uncovered: (amount, year) =>
      `Open orders go along. The rest does not bear them in full: ${amount} fall on the appropriation of ${year}.`,
    effectPool: (pool, year, now, after) =>
      `Cover pool ${pool} will then have ${after} available in ${year} (now ${now}).`,
    effectLine: (year, now, after) => `The line will then have ${after} available in ${year} (now ${now}).`,
    ready: 'What is known already',
    take: (reason) => `Take into the reason: ${reason}`,
    send: 'Propose',
  },
  reason: (orders, year) =>
    `Open orders: ${orders}. They are binding; delivery and invoice are expected in ${year} (§ 20 KomHKVO).`,
  reasonOrder: (number, supplier, amount) => `${number}${supplier === '' ? '' : ` ${supplier}`} (${amount})`,
  ready: {
    contract: (contract, until, notice) =>
      `Contract ${contract} runs ${until === null ? 'on' : `until ${until}`}${notice === null ? '' : `, notice possible until ${notice}`}.`,
    milestone: (project, name, date) => `Milestone “${name}” of ${project} is due on ${date}.`,
  },
  reasonMore: (count) => (count === 1 ? 'and one more' : `and ${count} more`),
};

export const yearEndLabels = labels({ de, en });
