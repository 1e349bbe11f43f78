import { labels } from '../platform/language';

/** Words of the register of offers. */
export const offerLabels = labels({
  de: {
    title: 'Angebote',
    question: 'Was bieten wir Fraktionen und Gesellschaften an, und wer trägt die Kosten?',
    lead: (active: string, count: string, open: string) =>
      `${active} von ${count} Angeboten sind zugesagt oder laufen, noch ohne Antwort: ${open}.`,
    leadMoney: (cost: string, recovery: string, uncovered: string) =>
      `Von ${cost} werden ${recovery} erstattet, ${uncovered} bleiben bei der Stadt.`,
    leadUnknown: (count: number) =>
      count === 1
        ? 'Bei einem Angebot sind die Beträge nicht bekannt.'
        : `Bei ${count} Angeboten sind die Beträge nicht bekannt.`,
    leadVat: (count: number) =>
      count === 1
        ? 'Bei einem Angebot ist die Umsatzsteuer (§\u00a02b UStG) zu klären.'
        : `Bei ${count} Angeboten ist die Umsatzsteuer (§\u00a02b UStG) zu klären.`,
    leadNone: 'Noch kein Angebot eingetragen.',
    add: 'Angebot eintragen',
    list: 'Angebote an Fraktionen und Gesellschaften',
    none: 'Noch kein Angebot',
    noneHint:
      'Hier steht, was Ratsfraktionen und städtische Gesellschaften angeboten bekommen, mit Kosten und Erstattung.',
    offer: 'Angebot',
    recipient: 'An wen',
    recipientKind: 'Empfänger',
    recipientKinds: { council_group: 'Ratsfraktion', city_company: 'städtische Gesellschaft' },
    state: 'Stand',
    states: { offered: 'angeboten', accepted: 'zugesagt', running: 'läuft', done: 'erledigt', declined: 'abgelehnt' },
    steps: { offered: '', accepted: 'Zusage', running: 'Beginn', done: 'Abschluss', declined: 'Ablehnung' },
    offeredOn: 'Angeboten am',
    cost: 'Kosten',
    recovery: 'Erstattung',
    uncovered: 'Bleibt bei der Stadt',
    inEuro: (label: string) => `${label} in €`,
    vat: 'Umsatzsteuer (§\u00a02b UStG)',
    vatAnswers: { open: 'noch zu klären', taxable: 'steuerpflichtig', not_taxable: 'nicht steuerpflichtig' },
    noVat: 'nichts wird erstattet',
    vatHint: 'Eine Frage an Sie: Unterliegt die Erstattung der Umsatzsteuer? Vor Beginn muss sie beantwortet sein.',
    amountHint: 'Leer: nicht bekannt. 0 ist eine Antwort.',
    vatHeading: 'Umsatzsteuer ist zu klären',
    vatText: 'Die Arbeit kann erst beginnen, wenn beantwortet ist, ob die Erstattung der Umsatzsteuer unterliegt.',
    money: 'Was kostet es, und wer trägt es?',
    history: 'Was ist seitdem geschehen?',
    noSteps: 'Seit dem Angebot ist kein Schritt eingetragen.',
    step: 'Schritt eintragen',
    next: 'Neuer Stand',
    happenedOn: 'Am',
    stepText: (state: string, day: string) => `${state} am ${day}`,
    pageLead: (recipient: string, day: string) => `An ${recipient}, angeboten am ${day}.`,
    sum: 'Summe',
  },
  en: {
    title: 'Offers',
    question: 'What do we offer to council groups and companies, and who bears the cost?',
    lead: (active: string, count: string, open: string) =>
      `${active} of ${count} offers are accepted or running, without an answer so far: ${open}.`,
    leadMoney: (cost: string, recovery: string, uncovered: string) =>
      `Of ${cost}, ${recovery} are refunded and ${uncovered} stay with the city.`,
    leadUnknown: (count: number) =>
      count === 1 ? 'For one offer the amounts are not known.' : `For ${count} offers the amounts are not known.`,
    leadVat: (count: number) =>
      count === 1
        ? 'For one offer value added tax (§\u00a02b UStG) has to be settled.'
        : `For ${count} offers value added tax (§\u00a02b UStG) has to be settled.`,
    leadNone: 'No offer registered yet.',
    add: 'Add offer',
    list: 'Offers to council groups and companies',
    none: 'No offer yet',
    noneHint: 'Here stands what council groups and companies of the city are offered, with cost and refund.',
    offer: 'Offer',
    recipient: 'To whom',
    recipientKind: 'Recipient',
    recipientKinds: { council_group: 'council group', city_company: 'company of the city' },
    state: 'State',
    states: { offered: 'offered', accepted: 'accepted', running: 'running', done: 'done', declined: 'declined' },
    steps: { offered: '', accepted: 'Acceptance', running: 'Start', done: 'Completion', declined: 'Refusal' },
    offeredOn: 'Offered on',
    cost: 'Cost',
    recovery: 'Refund',
    uncovered: 'Stays with the city',
    inEuro: (label: string) => `${label} in €`,
    vat: 'Value added tax (§\u00a02b UStG)',
    vatAnswers: { open: 'to be settled', taxable: 'taxable', not_taxable: 'not taxable' },
    noVat: 'nothing is refunded',
    vatHint: 'A question to you: is the refund subject to value added tax? It has to be answered before work begins.',
    amountHint: 'Blank: not known. 0 is an answer.',
    vatHeading: 'Value added tax has to be settled',
    vatText: 'Work can begin once it is answered whether the refund is subject to value added tax.',
    money: 'What does it cost, and who bears it?',
    history: 'What has happened since?',
    noSteps: 'No step has been recorded since the offer.',
    step: 'Record step',
    next: 'New state',
    happenedOn: 'On',
    stepText: (state: string, day: string) => `${state} on ${day}`,
    pageLead: (recipient: string, day: string) => `To ${recipient}, offered on ${day}.`,
    sum: 'Total',
  },
});
