import { labels } from '../platform/language';

/** The words of a line that brings money: planned, received, still to come. Nothing on it is "available". */
export const lineRevenueLabels = labels({
  de: {
    question: (name: string, open: string) => `${name}: noch ${open} zu erwarten`,
    questionAll: (name: string) => `${name}: alles eingegangen`,
    questionMore: (name: string, more: string) => `${name}: ${more} mehr als geplant`,
    answer: (adjusted: string, received: string) => `Geplant sind ${adjusted}, eingegangen sind ${received}.`,
    answerNothing: (year: number, received: string) =>
      `Für ${year} ist kein Ertrag geplant, eingegangen sind ${received}.`,
    formulaQuestion: 'Was kommt noch?',
    formulaCaption: 'Vom geplanten zum noch offenen Betrag',
    courseQuestion: 'Kommt das Geld wie geplant?',
    courseNone: 'In diesem Jahr ist noch nichts eingegangen.',
    courseSentence: (received: string, month: string, adjusted: string) =>
      `Bis ${month} sind ${received} eingegangen; geplant sind ${adjusted}.`,
    courseSeries: 'eingegangen, aufgelaufen',
    courseTarget: 'geplant',
    grants: 'Zuwendungen ansehen',
    payment: 'Zahlungseingang',
    received: 'Eingegangen',
    open: 'Offen',
    rule: 'Erträge: geplant, eingegangen, offen. Sie gehören nicht in die Rechnung des verfügbaren Betrags.',
  },
  en: {
    question: (name: string, open: string) => `${name}: ${open} still to come`,
    questionAll: (name: string) => `${name}: everything received`,
    questionMore: (name: string, more: string) => `${name}: ${more} more than planned`,
    answer: (adjusted: string, received: string) => `${adjusted} are planned, ${received} have been received.`,
    answerNothing: (year: number, received: string) =>
      `No revenue is planned for ${year}; ${received} have been received.`,
    formulaQuestion: 'What is still to come?',
    formulaCaption: 'From the planned amount to what is still open',
    courseQuestion: 'Does the money come as planned?',
    courseNone: 'Nothing has been received this year.',
    courseSentence: (received: string, month: string, adjusted: string) =>
      `By ${month} ${received} have been received; ${adjusted} are planned.`,
    courseSeries: 'received, running total',
    courseTarget: 'planned',
    grants: 'See the grants',
    payment: 'Payment received',
    received: 'Received',
    open: 'Open',
    rule: 'Revenue: planned, received, open. It is no part of the available amount.',
  },
});
