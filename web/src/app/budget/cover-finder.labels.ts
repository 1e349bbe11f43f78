import { labels } from '../platform/language';

/** What the Deckungsfinder says besides the names of the ways. */
export const finderLabels = labels({
  de: {
    title: 'So geht es rechtmäßig weiter',
    lead: (missing: string) => `Es fehlen ${missing}. Die Wege stehen in der Reihenfolge des Haushaltsrechts.`,
    best: (title: string) => `Der erste Weg, der alles deckt: ${title}.`,
    none: 'Kein einzelner Weg deckt den ganzen Betrag; sie lassen sich verbinden.',
    meeting: (body: string, day: string, due: string) => `${body}: ${day}, Vorlage bis ${due}`,
    noMeeting: (body: string) => `${body}: kein Termin eingetragen`,
    granted: (amount: string) =>
      `Auf der Zeile sind im Jahr schon ${amount} über- oder außerplanmäßig bewilligt; das zählt für die Zuständigkeit mit.`,
    example: 'Die Grenze für die Zuständigkeit ist ein Beispielwert, bitte bestätigen.',
    askOthers: 'Den nächsten Schritt macht Ihre Fachbereichsleitung oder die Kämmerei. Nennen Sie Zeile und Betrag.',
    papers: {
      budget_note: 'der Haushaltsvermerk',
      binding_notice: 'verbindlicher Bescheid',
      carry_over_reasons: 'Begründung des Rests',
      transfer_form: 'Begründung und Beleg',
      extra_request: 'Antrag mit Deckungsvorschlag',
      council_paper: 'Vorlage mit Deckungsvorschlag',
      urgent_record: 'Niederschrift der Eilentscheidung',
      supplementary_bylaw: 'Nachtragssatzung',
    },
    actions: {
      one_sided_cover: 'Deckung nutzen',
      transfer: 'Umbuchen',
      transferAsk: 'Umbuchung beantragen',
      extra: 'Antrag stellen',
    },
  },
  en: {
    title: 'The lawful ways on',
    lead: (missing: string) => `${missing} are missing. The ways stand in the order of budget law.`,
    best: (title: string) => `The first way that covers all: ${title}.`,
    none: 'No single way covers the whole amount; they can be combined.',
    meeting: (body: string, day: string, due: string) => `${body}: ${day}, paper until ${due}`,
    noMeeting: (body: string) => `${body}: no date entered`,
    granted: (amount: string) =>
      `${amount} have been granted over or outside the plan on the line this year; that counts for who decides.`,
    example: 'The limit for who decides is an example value, please confirm.',
    askOthers: 'The next step is for your head of department or finance. Tell them line and amount.',
    papers: {
      budget_note: 'the budget note',
      binding_notice: 'binding notice',
      carry_over_reasons: 'reasons for the rest',
      transfer_form: 'reason and document',
      extra_request: 'request with proposed cover',
      council_paper: 'council paper with proposed cover',
      urgent_record: 'record of the urgent decision',
      supplementary_bylaw: 'supplementary by-law',
    },
    actions: {
      one_sided_cover: 'Use cover',
      transfer: 'Transfer',
      transferAsk: 'Ask for transfer',
      extra: 'Make a request',
    },
  },
});
