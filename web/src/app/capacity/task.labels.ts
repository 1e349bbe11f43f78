import type { SurveyMethod, TaskFilter, TaskKind } from '@etatlotse/contracts/capacity/plain';
import type { AllowanceBasis, Deadline } from '@etatlotse/domain/capacity';
import { labels } from '../platform/language';

const methodsDe: Record<SurveyMethod, string> = {
  time_study: 'Zeitaufnahme',
  self_recording: 'Selbstaufschreibung',
  analytical_estimate: 'Analytisches Schätzen',
  comparison: 'Vergleich mit anderen Städten',
  not_surveyed: 'noch nicht erhoben',
};
const methodsEn: Record<SurveyMethod, string> = {
  time_study: 'Time study',
  self_recording: 'Self-recording',
  analytical_estimate: 'Analytical estimate',
  comparison: 'Comparison with other cities',
  not_surveyed: 'not surveyed yet',
};
const deadlinesDe: Record<Deadline, string> = {
  vwgo_75: '3 Monate (§ 75 VwGO)',
  sgg_88: '6 Monate bei Sozialleistungen (§ 88 SGG)',
};
const deadlinesEn: Record<Deadline, string> = {
  vwgo_75: '3 months (§ 75 VwGO)',
  sgg_88: '6 months for social benefits (§ 88 SGG)',
};
const basesDe: Record<AllowanceBasis, string> = {
  surcharge_on_base_time: 'Zuschlag auf die Grundzeit (BMI)',
  deduction_from_yearly_minutes: 'Abzug von den Jahresminuten (KGSt)',
};
const basesEn: Record<AllowanceBasis, string> = {
  surcharge_on_base_time: 'Surcharge on the base time (BMI)',
  deduction_from_yearly_minutes: 'Deduction from the yearly minutes (KGSt)',
};
const kindsDe: Record<TaskKind, string> = { cases: 'in Fällen', hours: 'in Stunden' };
const kindsEn: Record<TaskKind, string> = { cases: 'in cases', hours: 'in hours' };
const filtersDe: Record<TaskFilter, string> = {
  unknown: 'ohne vollständige Zahlen',
  unsurveyed: 'Erhebung fehlt oder ist älter als fünf Jahre',
};
const filtersEn: Record<TaskFilter, string> = {
  unknown: 'without all numbers',
  unsurveyed: 'survey missing or older than five years',
};

/** Words that every page of tasks uses, and those of the list. */
export const taskLabels = labels({
  de: {
    title: 'Aufgaben',
    demo: 'Demo',
    all: 'alle',
    more: 'Weitere 50',
    save: 'Speichern',
    cancel: 'Abbrechen',
    change: 'Ändern',
    remove: 'Entfernen',
    fill: 'Bitte ausfüllen.',
    methods: methodsDe,
    deadlines: deadlinesDe,
    noDeadline: 'keine gesetzliche Frist',
    bases: basesDe,
    kinds: kindsDe,
    cases: (count: string) => `${count} Fälle`,
    hours: (count: string) => `${count} Stunden`,
    minutes: (count: string) => `${count} Minuten`,
    protected: 'nicht gezeigt',
    toImport: 'Fallzahlen aus einer Datei hereinholen',
    list: {
      question: (year: number) => `Was haben wir ${year} zu tun, und reicht das Personal dafür?`,
      lead: (known: string, required: string, short: string) => `${known} brauchen zusammen ${required}. ${short}`,
      leadTasks: (count: string) => `${count} Aufgaben`,
      leadTaskOne: 'Eine Aufgabe',
      leadShort: (count: string) => `Bei ${count} Aufgaben ist weniger Personal da als nötig.`,
      leadShortOne: 'Bei einer Aufgabe ist weniger Personal da als nötig.',
      leadEnough: 'Wo Zahlen bekannt sind, reicht das Personal.',
      leadUnknown: (count: string) => `Bei ${count} fehlen Zahlen: Ihr Bedarf ist unbekannt, nicht null.`,
      leadUnknownOne: 'Bei einer fehlen Zahlen: Ihr Bedarf ist unbekannt, nicht null.',
      leadPage: 'Die Sätze gelten für die gezeigten Aufgaben.',
      add: 'Aufgabe eintragen',
      list: 'Wie viel Personal braucht welche Aufgabe?',
      finding:
        'Das Personal einer Einheit teilt sich auf ihre Aufgaben auf, so wie deren Bedarf es verlangt. Alle Angaben in Vollzeitäquivalenten (VZÄ), Mittel des Jahres.',
      search: 'Aufgabe oder Produkt',
      searchHint: 'zum Beispiel Wohngeld',
      unit: 'Einheit',
      only: 'Nur Aufgaben',
      filters: filtersDe,
      task: 'Aufgabe',
      perCase: 'Minuten je Fall',
      survey: 'Erhebung',
      required: 'Nötig',
      available: 'Verfügbar',
      gap: 'Differenz',
      deadline: 'Frist',
      state: 'Lage',
      atLeast: 'mindestens',
      monthsOpen: (count: string) => `${count} Monate ohne Zahl`,
      monthOpenOne: 'ein Monat ohne Zahl',
      age: (years: number) =>
        years === 0 ? 'dieses Jahr erhoben' : years === 1 ? 'vor einem Jahr' : `vor ${years} Jahren`,
      ageNone: 'Tag unbekannt',
      none: 'Keine Aufgabe gefunden',
      noneHint:
        'Eine Aufgabe verbindet Fallzahlen mit Minuten je Fall. Tragen Sie die erste ein oder lockern Sie die Filter.',
      note: '„Unbekannt“ heißt: Für diese Monate hat niemand eine Zahl eingetragen. Wer keinen Fall hatte, trägt 0 ein.',
    },
  },
  en: {
    title: 'Tasks',
    demo: 'Demo',
    all: 'all',
    more: 'Another 50',
    save: 'Save',
    cancel: 'Cancel',
    change: 'Change',
    remove: 'Remove',
    fill: 'Please fill in.',
    methods: methodsEn,
    deadlines: deadlinesEn,
    noDeadline: 'no legal deadline',
    bases: basesEn,
    kinds: kindsEn,
    cases: (count: string) => `${count} cases`,
    hours: (count: string) => `${count} hours`,
    minutes: (count: string) => `${count} minutes`,
    protected: 'not shown',
    toImport: 'Bring in case numbers from a file',
    list: {
      question: (year: number) => `What do we have to do in ${year}, and are there enough people for it?`,
      lead: (known: string, required: string, short: string) => `${known} need ${required} together. ${short}`,
      leadTasks: (count: string) => `${count} tasks`,
      leadTaskOne: 'One task',
      leadShort: (count: string) => `For ${count} tasks there are fewer people than needed.`,
      leadShortOne: 'For one task there are fewer people than needed.',
      leadEnough: 'Where numbers are known, there are enough people.',
      leadUnknown: (count: string) => `For ${count} numbers are missing: their need is unknown, not zero.`,
      leadUnknownOne: 'For one numbers are missing: its need is unknown, not zero.',
      leadPage: 'The sentences hold for the tasks shown.',
      add: 'Enter a task',
      list: 'How many people does which task need?',
      finding:
        'The people of a unit are shared by its tasks as their needs go. All figures in full-time equivalents (FTE), mean of the year.',
      search: 'Task or product',
      searchHint: 'housing benefit, for example',
      unit: 'Unit',
      only: 'Only tasks',
      filters: filtersEn,
      task: 'Task',
      perCase: 'Minutes a case',
      survey: 'Survey',
      required: 'Needed',
      available: 'Available',
      gap: 'Difference',
      deadline: 'Deadline',
      state: 'State',
      atLeast: 'at least',
      monthsOpen: (count: string) => `${count} months without a number`,
      monthOpenOne: 'one month without a number',
      age: (years: number) => (years === 0 ? 'surveyed this year' : years === 1 ? 'a year ago' : `${years} years ago`),
      ageNone: 'day unknown',
      none: 'No task found',
      noneHint: 'A task joins case numbers with minutes a case. Enter the first one or loosen the filters.',
      note: '"Unknown" means: nobody has entered a number for these months. Whoever had no case enters 0.',
    },
  },
});
