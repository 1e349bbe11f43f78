import { labels } from '../platform/language';

/** Words of the register of systems. */
export const systemLabels = labels({
  de: {
    title: 'Systeme',
    question: 'Welche Systeme müssen bald erneuert werden, und was kostet Sicherheit?',
    lead: (count: string, ending: number) =>
      ending === 0
        ? `${count} Systeme, bei keinem endet die Wartung in den nächsten 24 Monaten.`
        : ending === 1
          ? `Bei einem von ${count} Systemen ist die Wartung abgelaufen oder endet in den nächsten 24 Monaten.`
          : `Bei ${ending} von ${count} Systemen ist die Wartung abgelaufen oder endet in den nächsten 24 Monaten.`,
    leadSecurity: (year: number, security: string, cost: string) =>
      `${year} gehen ${security} von ${cost} in die Sicherheit.`,
    leadUnknown: (cost: number, share: number) =>
      `Ohne bekannte Kosten: ${cost}, ohne bekannten Sicherheitsanteil: ${share}; beide fehlen in der Summe.`,
    leadNone: 'Noch kein System eingetragen.',
    add: 'System eintragen',
    list: 'Fachverfahren und Querschnittssysteme',
    none: 'Noch kein System',
    noneHint: 'Hier stehen Fachverfahren und gemeinsame Systeme mit Vertrag, Wartungsende und Sicherheitsanteil.',
    system: 'System',
    vendor: 'Hersteller oder Anbieter',
    serviceClass: 'Art',
    serviceClasses: {
      central_infrastructure: 'Querschnitts\u00adinfrastruktur',
      business_application: 'Fachverfahren',
    },
    criticality: 'Kritikalität',
    criticalities: { low: 'gering', normal: 'normal', high: 'hoch', critical: 'kritisch' },
    state: 'Stand',
    states: { planned: 'geplant', running: 'läuft', retired: 'stillgelegt' },
    ending: 'Wartung',
    endings: { true: 'endet in 24 Monaten' },
    support: 'Wartungsende',
    noSupport: 'nicht angekündigt',
    ended: (day: string) => `abgelaufen am ${day}`,
    until: (day: string) => `bis ${day}`,
    supportLook: (word: string) => `Wartung ${word}`,
    cost: (year: number) => `Kosten ${year} in €`,
    costFact: (year: number) => `Kosten ${year}`,
    share: 'Sicherheitsanteil',
    security: (year: number) => `Für Sicherheit ${year}`,
    reason: 'Grund der Modernisierung',
    reasons: {
      legal_duty: 'gesetzliche Pflicht',
      end_of_support: 'Wartungsende',
      economic: 'wirtschaftlich geboten',
      political: 'politischer Wille',
    },
    norm: 'Vorschrift',
    dueOn: 'Bis wann',
    amount: 'Kosten der Modernisierung',
    services: 'Welche Leistungen laufen darauf?',
    service: 'Leistung',
    casesIn: (year: number) => `Fälle ${year}`,
    noServices: 'Noch nennt keine Leistung dieses System. Genannt wird es auf der Seite der Leistung.',
    runs: (count: string, cases: string, year: number) =>
      `Leistungen: ${count}, mit ${cases} gezählten Fällen in ${year}.`,
    hits: (day: string, count: string, cases: string, year: number) =>
      `Das Ende der Wartung am ${day} trifft Leistungen: ${count}, mit ${cases} gezählten Fällen in ${year}.`,
    proposal: 'Vorschlag für einen Bedarf',
    proposals: 'Welche Bedarfe folgen daraus?',
    proposed: (year: number) => `Bedarf ${year} anmelden`,
    overdue: 'überfällig',
    noProposal: 'Zurzeit folgt aus diesem System kein Bedarf. Vorgeschlagen wird ab 24 Monaten vor dem Wartungsende.',
    proposalText: (reason: string, day: string) => `Grund: ${reason}, bis ${day}.`,
    year: 'Haushaltsjahr',
    proposalAmount: 'Betrag in €',
    sum: 'Summe',
    plusUnknown: (known: string, unknown: number) => (unknown === 0 ? known : `${known} + ${unknown} unbekannt`),
    pageLead: (year: number, cost: string) => `${year} kostet der Betrieb ${cost}.`,
    pageUnknown: (year: number) => `Was der Betrieb ${year} kostet, ist nicht bekannt.`,
    shared: 'Der Vertrag zahlt mehrere Systeme. Tragen Sie den Anteil dieses Systems als Kosten im Jahr ein.',
  },
  en: {
    title: 'Systems',
    question: 'Which systems need to be renewed soon, and what does security cost?',
    lead: (count: string, ending: number) =>
      ending === 0
        ? `${count} systems, support of none ends in the next 24 months.`
        : ending === 1
          ? `For one of ${count} systems support has ended or ends in the next 24 months.`
          : `For ${ending} of ${count} systems support has ended or ends in the next 24 months.`,
    leadSecurity: (year: number, security: string, cost: string) =>
      `In ${year} ${security} of ${cost} go into security.`,
    leadUnknown: (cost: number, share: number) =>
      `Without a known cost: ${cost}, without a known share of security: ${share}; both are missing in the sum.`,
    leadNone: 'No system registered yet.',
    add: 'Add system',
    list: 'Business applications and shared systems',
    none: 'No system yet',
    noneHint:
      'Here stand business applications and shared systems with contract, end of support and share of security.',
    system: 'System',
    vendor: 'Maker or vendor',
    serviceClass: 'Class',
    serviceClasses: { central_infrastructure: 'shared infrastructure', business_application: 'business application' },
    criticality: 'Criticality',
    criticalities: { low: 'low', normal: 'normal', high: 'high', critical: 'critical' },
    state: 'State',
    states: { planned: 'planned', running: 'in use', retired: 'retired' },
    ending: 'Support',
    endings: { true: 'ends within 24 months' },
    support: 'End of support',
    noSupport: 'not announced',
    ended: (day: string) => `ended on ${day}`,
    until: (day: string) => `until ${day}`,
    supportLook: (word: string) => `support ${word}`,
    cost: (year: number) => `Cost ${year} in €`,
    costFact: (year: number) => `Cost ${year}`,
    share: 'Share of security',
    security: (year: number) => `For security ${year}`,
    reason: 'Reason to modernise',
    reasons: {
      legal_duty: 'legal duty',
      end_of_support: 'end of support',
      economic: 'economy asks for it',
      political: 'political will',
    },
    norm: 'Norm',
    dueOn: 'By when',
    amount: 'Cost of modernising',
    services: 'Which services run on it?',
    service: 'Service',
    casesIn: (year: number) => `Cases ${year}`,
    noServices: 'No service names this system yet. It is named on the page of the service.',
    runs: (count: string, cases: string, year: number) => `Services: ${count}, with ${cases} counted cases in ${year}.`,
    hits: (day: string, count: string, cases: string, year: number) =>
      `The end of support on ${day} hits services: ${count}, with ${cases} counted cases in ${year}.`,
    proposal: 'Proposed demand',
    proposals: 'Which demands follow?',
    proposed: (year: number) => `Register a demand for ${year}`,
    overdue: 'overdue',
    noProposal:
      'No demand follows from this system at present. One is proposed from 24 months before the end of support.',
    proposalText: (reason: string, day: string) => `Reason: ${reason}, by ${day}.`,
    year: 'Fiscal year',
    proposalAmount: 'Amount in €',
    sum: 'Total',
    plusUnknown: (known: string, unknown: number) => (unknown === 0 ? known : `${known} + ${unknown} unknown`),
    pageLead: (year: number, cost: string) => `In ${year} operation costs ${cost}.`,
    pageUnknown: (year: number) => `What operation costs in ${year} is not known.`,
    shared: 'The contract pays for several systems. Please enter the share of this system as its cost a year.',
  },
});
