import type { BoundKind } from '@etatlotse/domain/authority';
import { labels } from '../platform/language';

const kindsDe: Record<BoundKind, string> = {
  commitment_authority: 'Investitionen aus Verpflichtungsermächtigungen',
  obligation: 'laufende Verpflichtungen',
  contract: 'Verträge',
  follow_up_cost: 'Folgekosten',
  run_rate: 'übriger Betrieb',
};
const kindsEn: Record<BoundKind, string> = {
  commitment_authority: 'investment from commitment authorities',
  obligation: 'running obligations',
  contract: 'contracts',
  follow_up_cost: 'follow-up costs',
  run_rate: 'other operation',
};

export const boundYearsLabels = labels({
  de: {
    title: 'Vorbelastung',
    tabs: 'Vorbelastung',
    tabNames: { years: 'Jahre', authorities: 'Verpflichtungsermächtigungen', obligations: 'Verpflichtungen' },
    question: 'Wie viel Spielraum bleibt in den nächsten Jahren?',
    lead: (year: number, amount: string, bound: string, free: string) =>
      `${year} sind von ${amount} schon ${bound} gebunden, frei bleiben ${free}.`,
    leadOver: (year: number, amount: string, bound: string, over: string) =>
      `${year} sind von ${amount} schon ${bound} gebunden, ${over} mehr als da ist.`,
    leadUnknown: (year: number, bound: string) => `${year} sind ${bound} gebunden; wie viel es gibt, ist unbekannt.`,
    leadWithout: (frames: string) => `Ohne ${frames}: Der Rahmen ist unbekannt.`,
    frameQuestion: (frame: string) => `${frame}: Wann verliert die Stadt ihren Spielraum?`,
    kinds: kindsDe,
    free: 'frei',
    bound: 'gebunden',
    missing: (amount: string) => `es fehlen ${amount}`,
    from: { ceiling: 'Rahmen', plan: 'laut Plan', unknown: 'unbekannt' },
    year: 'Jahr',
    amount: 'Rahmen in €',
    boundAmount: 'Gebunden in €',
    freeAmount: 'Frei in €',
    what: 'Was bindet?',
    show: (year: number) => `Verpflichtungen ${year}`,
    showContracts: (year: number) => `Verträge ${year}`,
    noneIn: 'keine Verpflichtung',
    tableHint: (plan: string) =>
      `Wo kein Rahmen festgelegt ist, steht der Betrag aus „${plan}“. Der übrige Betrieb geht nach dem letzten Planjahr gleich weiter.`,
    tableHintNoPlan: 'Es gibt noch keinen beschlossenen Plan; der laufende Betrieb ist deshalb nicht bekannt.',
    notIncluded: (kinds: string) => `Nicht enthalten, weil dafür noch nichts erfasst ist: ${kinds}.`,
    notices: {
      question: 'Welche Kündigung gibt Spielraum zurück?',
      finding: (from: number, to: number) =>
        `Die nächsten Kündigungstermine der Verträge mit dem, was von ${from} bis ${to} frei würde.`,
      contract: 'Vertrag',
      noticeBy: 'Kündigen bis',
      endsOn: 'Endet dann am',
      freed: 'Frei würden in €',
      all: 'Alle Fristen',
    },
    none: 'Noch kein Jahr zu zeigen',
    noneHint: 'Sobald ein Rahmen oder ein Plan steht, erscheint hier, was davon gebunden ist.',
  },
  en: {
    title: 'Bound years',
    tabs: 'Bound years',
    tabNames: { years: 'Years', authorities: 'Commitment authorities', obligations: 'Obligations' },
    question: 'How much room is left in the coming years?',
    lead: (year: number, amount: string, bound: string, free: string) =>
      `In ${year} ${bound} of ${amount} are already bound, ${free} remain free.`,
    leadOver: (year: number, amount: string, bound: string, over: string) =>
      `In ${year} ${bound} of ${amount} are already bound, ${over} more than there is.`,
    leadUnknown: (year: number, bound: string) => `In ${year} ${bound} are bound; how much there is, is unknown.`,
    leadWithout: (frames: string) => `Without ${frames}: the frame is unknown.`,
    frameQuestion: (frame: string) => `${frame}: when does the city lose its room?`,
    kinds: kindsEn,
    free: 'free',
    bound: 'bound',
    missing: (amount: string) => `${amount} are missing`,
    from: { ceiling: 'frame', plan: 'by plan', unknown: 'unknown' },
    year: 'Year',
    amount: 'Frame in €',
    boundAmount: 'Bound in €',
    freeAmount: 'Free in €',
    what: 'What binds?',
    show: (year: number) => `Obligations ${year}`,
    showContracts: (year: number) => `Contracts ${year}`,
    noneIn: 'no obligation',
    tableHint: (plan: string) =>
      `Where no frame is set the amount of “${plan}” stands. Other operation goes on alike after the last planned year.`,
    tableHintNoPlan: 'There is no adopted plan yet, so running operation is not known.',
    notIncluded: (kinds: string) => `Not included, because nothing is recorded for it yet: ${kinds}.`,
    notices: {
      question: 'Which notice gives room back?',
      finding: (from: number, to: number) =>
        `The next days for notice of contracts with what would become free from ${from} to ${to}.`,
      contract: 'Contract',
      noticeBy: 'Notice by',
      endsOn: 'Then ends on',
      freed: 'Would become free in €',
      all: 'All deadlines',
    },
    none: 'No year to show yet',
    noneHint: 'As soon as a frame or a plan stands, what is bound of it appears here.',
  },
});
