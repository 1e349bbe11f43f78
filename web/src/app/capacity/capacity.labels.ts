import type { AllowanceBasis, ParameterKind } from '@etatlotse/domain/capacity';
import { labels } from '../platform/language';

const kindsDe: Record<ParameterKind, string> = {
  yearly_minutes: 'Nettoarbeitszeit im Jahr',
  allowance: 'Verteilzeit',
  recovery_minutes: 'Erholungszeit je Fall in Minuten',
  workplace_cost: 'Sachkosten eines Arbeitsplatzes im Jahr',
  overhead: 'Gemeinkosten',
  hourly_rate: 'Kosten einer Stunde',
  bundling_threshold: 'Kleinster Stellenanteil, der sich zurückgeben lässt',
};
const kindsEn: Record<ParameterKind, string> = {
  yearly_minutes: 'Net working time of a year',
  allowance: 'Distribution time',
  recovery_minutes: 'Recovery time of a case in minutes',
  workplace_cost: 'Material cost of a workplace a year',
  overhead: 'Overhead',
  hourly_rate: 'Cost of an hour',
  bundling_threshold: 'Smallest part of a post that can be given back',
};
const basesDe: Record<AllowanceBasis, string> = {
  surcharge_on_base_time: 'als Zuschlag auf die Grundzeit',
  deduction_from_yearly_minutes: 'als Abzug von der Jahresarbeitszeit',
};
const basesEn: Record<AllowanceBasis, string> = {
  surcharge_on_base_time: 'as a surcharge on the base time',
  deduction_from_yearly_minutes: 'as a deduction from the yearly time',
};

export const capacityLabels = labels({
  de: {
    title: 'Kapazität',
    question: (year: number) => `Reicht ${year} das Personal für die Fälle?`,
    leadMissing: (missing: string, all: string, fte: string) =>
      `In ${missing} von ${all} Bereichen nicht. Zusammen fehlen dort ${fte}.`,
    leadEnough: (all: string) => `Ja, in allen ${all} Bereichen, deren Zahlen bekannt sind.`,
    leadUnknown: (count: string) => `Bei ${count} Bereichen ist das nicht bekannt oder wird nicht gezeigt.`,
    leadUnknownOne: 'Bei einem Bereich ist das nicht bekannt oder wird nicht gezeigt.',
    leadNone: 'Noch sind keine Stellen und Aufgaben eingetragen.',
    noneHeading: 'Noch keine Stellen und Aufgaben',
    noneHint:
      'Die Personalstelle trägt Stellen ein, die Fachbereiche Aufgaben mit Minuten je Fall und Fallzahlen; danach steht hier der Vergleich.',
    heat: 'Wann und wo ist mehr zu tun, als Personal da ist?',
    hardest: (unit: string, month: string, percent: string) =>
      `Am stärksten belastet ist ${unit} im ${month} mit ${percent}.`,
    hardestNone: 'Für keinen Monat sind Bedarf und Verfügbarkeit bekannt.',
    heatNote:
      'Prozent: nötige durch verfügbare Vollzeitäquivalente (VZÄ); bei Dezernaten und Fachbereichen zählt, was in ihren bekannten Stellen zusammen nötig und da ist. Schraffiert ist, was nicht bekannt ist oder nicht gezeigt wird.',
    unit: 'Bereich',
    year: 'Jahr',
    depth: 'Zeigen bis zur Ebene',
    depths: { directorate: 'Dezernat', department: 'Fachbereich', unit: 'Stelle' },
    groupOf: (code: string, known: string, all: string) =>
      known === all
        ? `${code}, ${all === '1' ? 'eine Stelle' : `${all} zusammen`}`
        : `${code}, ${known} von ${all} bekannt`,
    withoutParts: (code: string) => `${code}, ohne die Stellen darunter`,
    atLeast: 'mindestens',
    table: 'Wie viel Personal ist nötig, wie viel ist da?',
    tableFinding: (required: string, planned: string, occupied: string) =>
      `Nötig sind ${required}. Laut Stellenplan gibt es ${planned}, besetzt sind ${occupied}.`,
    tableFindingOpen: (required: string, planned: string, occupied: string) =>
      `Nötig sind mindestens ${required}; einzelne Aufgaben haben noch keine Zahlen. Laut Stellenplan gibt es ${planned}, besetzt sind ${occupied}.`,
    required: 'Nötig',
    planned: 'Laut Plan',
    occupied: 'Besetzt',
    available: 'Verfügbar',
    gap: 'Differenz',
    backlog: 'Rückstand, gezählt',
    backlogEnd: 'Rückstand Ende Dezember',
    backlogFinding: (unit: string, cases: string, days: string) =>
      `Am meisten liegt Ende Dezember in ${unit}: rund ${cases} Fälle, das sind ${days} Arbeitstage.`,
    backlogNone: 'Wie sich der Rückstand entwickelt, ist für keinen Bereich bekannt.',
    backlogHeading: 'Wo bleibt Arbeit liegen?',
    backlogNote:
      'Rund gerechnet: Rückstand davor plus neue Fälle minus bearbeitbare Fälle, vom Tag der Zählung an. Angaben in Arbeitstagen, die der Bereich dafür bräuchte.',
    backlogCases: (cases: string) => `${cases} Fälle`,
    backlogDays: (days: string) => `${days} Arbeitstage`,
    state: 'Lage',
    states: { missing: 'fehlt', tight: 'knapp', enough: 'reicht', unknown: 'unbekannt' },
    protected: 'nicht gezeigt',
    protectedHint:
      'Unter fünf Personen zeigt Etatlotse keine Anwesenheit: Sie verriete, wer fehlt. Der Bereich selbst und die Personalstelle sehen sie.',
    unknownTasks: (names: string) => `ohne Fallzahl: ${names}`,
    all: 'Alle Bereiche',
    fteNote: 'Angaben in VZÄ. Verfügbar ist, wer nach Urlaub, Krankheit und Einarbeitung da ist.',
    parameters: 'Womit ist gerechnet?',
    parametersFinding: 'Jede Angabe mit Quelle und Datum; ändert sich eine, rechnen ältere Jahre mit der alten weiter.',
    figure: 'Angabe',
    value: 'Wert',
    from: 'Gilt ab',
    source: 'Quelle',
    example: 'Beispielwert, bitte bestätigen',
    demo: 'Demo',
    minutes: (minutes: string, hours: string) => `${minutes} Minuten (${hours} Stunden)`,
    kinds: kindsDe,
    bases: basesDe,
    keys: { employee: 'Tarifbeschäftigte', official: 'Beamtinnen und Beamte' },
    missingHeading: 'Ohne diese Angaben lässt sich kein Bedarf nennen',
    missingHint: 'Die Personalstelle trägt sie mit Quelle und Datum ein.',
  },
  en: {
    title: 'Capacity',
    question: (year: number) => `Are there enough people for the cases of ${year}?`,
    leadMissing: (missing: string, all: string, fte: string) =>
      `Not in ${missing} of ${all} units. Together they are short of ${fte}.`,
    leadEnough: (all: string) => `Yes, in all ${all} units whose figures are known.`,
    leadUnknown: (count: string) => `For ${count} units it is not known or not shown.`,
    leadUnknownOne: 'For one unit it is not known or not shown.',
    leadNone: 'No posts and tasks are entered yet.',
    noneHeading: 'No posts and tasks yet',
    noneHint:
      'The personnel office enters posts, the departments enter tasks with minutes of a case and case numbers; then the comparison stands here.',
    heat: 'When and where is there more to do than people to do it?',
    hardest: (unit: string, month: string, percent: string) =>
      `The highest load is ${unit} in ${month} with ${percent}.`,
    hardestNone: 'For no month are need and availability both known.',
    heatNote:
      'Percent: needed through available full-time equivalents (FTE); for directorates and departments, what their known units need and have together. Hatched is what is not known or not shown.',
    unit: 'Unit',
    year: 'Year',
    depth: 'Show down to',
    depths: { directorate: 'directorate', department: 'department', unit: 'unit' },
    groupOf: (code: string, known: string, all: string) =>
      known === all ? `${code}, ${all === '1' ? 'one unit' : `${all} together`}` : `${code}, ${known} of ${all} known`,
    withoutParts: (code: string) => `${code}, without the units below`,
    atLeast: 'at least',
    table: 'How many people are needed, how many are there?',
    tableFinding: (required: string, planned: string, occupied: string) =>
      `${required} are needed. The staffing plan has ${planned}, ${occupied} are occupied.`,
    tableFindingOpen: (required: string, planned: string, occupied: string) =>
      `At least ${required} are needed; some tasks have no numbers yet. The staffing plan has ${planned}, ${occupied} are occupied.`,
    required: 'Needed',
    planned: 'Planned',
    occupied: 'Occupied',
    available: 'Available',
    gap: 'Difference',
    backlog: 'Backlog, counted',
    backlogEnd: 'Backlog end of December',
    backlogFinding: (unit: string, cases: string, days: string) =>
      `Most lies in ${unit} at the end of December: about ${cases} cases, which is ${days} working days.`,
    backlogNone: 'How the backlog develops is not known for any unit.',
    backlogHeading: 'Where does work lie?',
    backlogNote:
      'Reckoned roughly: backlog before plus new cases minus cases that can be done, from the day of the count on. In working days that the unit would need for it.',
    backlogCases: (cases: string) => `${cases} cases`,
    backlogDays: (days: string) => `${days} working days`,
    state: 'State',
    states: { missing: 'short', tight: 'tight', enough: 'enough', unknown: 'unknown' },
    protected: 'not shown',
    protectedHint:
      'Below five people Etatlotse shows no presence: it would tell who is away. The unit itself and the personnel office see it.',
    unknownTasks: (names: string) => `without case numbers: ${names}`,
    all: 'All units',
    fteNote: 'In FTE. Available is who is there after holidays, illness and induction.',
    parameters: 'What is it reckoned with?',
    parametersFinding: 'Each figure with source and date; when one changes, older years go on with the old one.',
    figure: 'Figure',
    value: 'Value',
    from: 'Valid from',
    source: 'Source',
    example: 'example value, please confirm',
    demo: 'Demo',
    minutes: (minutes: string, hours: string) => `${minutes} minutes (${hours} hours)`,
    kinds: kindsEn,
    bases: basesEn,
    keys: { employee: 'employees', official: 'officials' },
    missingHeading: 'Without these figures no need can be told',
    missingHint: 'The personnel office enters them with source and date.',
  },
});
