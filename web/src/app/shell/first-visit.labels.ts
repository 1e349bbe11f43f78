import { labels } from '../platform/language';
import type { RoleName } from '../platform/session.types';
import type { FirstStep } from '../ui/first-steps/first-steps';

const words = labels({
  de: {
    bringIn: { title: 'Zahlen einholen', detail: 'Plan und Ist als Datei übernehmen; vorher sehen Sie jede Summe.' },
    frames: {
      title: 'Rahmen prüfen',
      detail: 'Obergrenzen je Jahr eintragen. Unbekannt ist erlaubt und bleibt sichtbar.',
    },
    release: { title: 'Überblick freigeben', detail: 'Der Ausschuss sieht erst, was Sie mit Datum freigeben.' },
    left: { title: 'Sehen, was übrig ist', detail: 'Mein Bereich zeigt, was Ihre Zeilen noch hergeben.' },
    proof: { title: 'Einen Beleg öffnen', detail: 'Jeder gepunktet unterstrichene Betrag zeigt seinen Rechenweg.' },
    order: { title: 'Bestellen', detail: 'Beim Tippen sehen Sie, ob das Geld reicht und welche Wege es sonst gibt.' },
    ask: { title: 'Wörter nachschlagen', detail: 'Obligo, Ansatz, Ergebnis: das Wort antippen, es erklärt sich.' },
    readReleased: {
      title: 'Den Überblick lesen',
      detail: 'Er ist freigegeben und ändert sich nicht, während Sie lesen.',
    },
    guide: {
      title: 'Fünf Minuten Leseanleitung',
      detail: 'Ein Balken, fünf Stufen, und warum unbekannt nicht null ist.',
    },
    search: { title: 'Suchen', detail: 'Strg K findet Seiten und Einheiten von überall.' },
    reconcile: {
      title: 'Abgleich ansehen',
      detail: 'Jeder Saldo gegen seine Bewegungen, die Differenz muss 0,00 € sein.',
    },
    log: { title: 'Protokoll prüfen', detail: 'Wer wann was getan hat, mit Prüfsumme verkettet.' },
    units: { title: 'Organisation anlegen', detail: 'Dezernate, Fachbereiche und Abteilungen, auch aus einer Datei.' },
    people: { title: 'Zugänge vergeben', detail: 'Person einladen, Rolle und Einheit wählen; der Link gilt einmal.' },
    watch: { title: 'Betrieb im Blick', detail: 'Zustand des Dienstes, offene Freigaben und das Protokoll.' },
  },
  en: {
    bringIn: { title: 'Bring in figures', detail: 'Take over plan and actuals as a file; you see every total first.' },
    frames: { title: 'Check the frames', detail: 'Enter ceilings per year. Unknown is allowed and stays visible.' },
    release: { title: 'Release the overview', detail: 'The committee sees only what you release with a date.' },
    left: { title: 'See what is left', detail: 'My area shows what your lines still hold.' },
    proof: { title: 'Open a proof', detail: 'Every amount with a dotted underline shows its calculation.' },
    order: {
      title: 'Order',
      detail: 'While typing you see whether the money suffices and which other ways there are.',
    },
    ask: { title: 'Look up words', detail: 'Obligo, Ansatz, Ergebnis: tap the word and it explains itself.' },
    readReleased: { title: 'Read the overview', detail: 'It has been released and does not change while you read.' },
    guide: { title: 'Five minutes of guidance', detail: 'One bar, five stages, and why unknown is not zero.' },
    search: { title: 'Search', detail: 'Ctrl K finds pages and units from everywhere.' },
    reconcile: {
      title: 'Look at the reconciliation',
      detail: 'Each balance against its movements; the difference must be €0.00.',
    },
    log: { title: 'Check the audit log', detail: 'Who did what and when, chained by checksum.' },
    units: { title: 'Set up the organisation', detail: 'Directorates, departments and divisions, also from a file.' },
    people: { title: 'Give access', detail: 'Invite a person, choose role and unit; the link works once.' },
    watch: { title: 'Keep an eye on operations', detail: 'State of the service, open approvals and the audit log.' },
  },
});

type StepName = keyof ReturnType<typeof words>;
type Path = readonly [StepName, string?];

const READER: readonly Path[] = [['readReleased', '/dashboard/released'], ['guide', '/help'], ['ask']];
const DESK: readonly Path[] = [['guide', '/help'], ['ask'], ['search']];
const UNIT: readonly Path[] = [['left', '/budget/lines'], ['proof'], ['ask', '/help']];

const STEPS: Readonly<Record<RoleName, readonly Path[]>> = {
  finance: [['bringIn', '/import'], ['frames', '/settings'], ['release']],
  clerk: [['left', '/budget/lines'], ['order', '/budget/book'], ['proof']],
  department_head: UNIT,
  coordinator: UNIT,
  auditor: [['reconcile', '/reconciliation'], ['proof'], ['log', '/audit']],
  admin: [
    ['units', '/organization/units'],
    ['people', '/organization/users'],
    ['watch', '/operations'],
  ],
  committee: READER,
  council_office: READER,
  reviewer: DESK,
  personnel_office: DESK,
};

/** What this role does first, in the language on screen. */
export function firstVisitSteps(role: RoleName): readonly FirstStep[] {
  return STEPS[role].map(([name, path]) => ({ ...words()[name], link: path ? [path] : undefined }));
}
