import type { Capability } from '@etatlotse/domain/rollout';
import type { CostBasis, OutcomeKind } from '@etatlotse/domain/outcome';
import type { Operator } from '@etatlotse/domain/shared';
import type { DemoMoment } from './demo-rollout-list';

interface DemoCount {
  readonly on: DemoMoment;
  readonly quantity: number;
  readonly operator?: Operator;
  readonly unit?: string;
}

export interface DemoOutcome {
  readonly name: string;
  readonly piece: string;
  readonly kind: OutcomeKind;
  readonly basis: CostBasis;
  readonly unit: string | null;
  /** Name of the project whose cost stands behind it, or how the names of its lines begin and end. */
  readonly project?: string;
  readonly lines?: readonly [begin: string, end: string];
  readonly counts: readonly DemoCount[];
}

const LAST_DECEMBER: DemoMoment = [-1, '12-31'];
const RECENTLY: DemoMoment = { daysAgo: 15 };

/** Euro per piece; the quantities are invented, the cost is what was booked. */
export const DEMO_OUTCOMES: readonly DemoOutcome[] = [
  {
    name: 'Büroarbeitsplätze am DMS',
    piece: 'DMS-Arbeitsplatz',
    kind: 'workplace',
    basis: 'since_start',
    unit: '10.2',
    project: 'DMS-Ausbau stadtweit',
    counts: [
      { on: LAST_DECEMBER, quantity: 1_120 },
      { on: [0, '03-31'], quantity: 1_410 },
      { on: [0, '06-30'], quantity: 1_590 },
      { on: RECENTLY, quantity: 1_840 },
      { on: RECENTLY, quantity: 131, unit: 'FB 50' },
      { on: RECENTLY, quantity: 98, unit: 'FB 32' },
      { on: RECENTLY, quantity: 60, unit: 'FB 20' },
    ],
  },
  {
    name: 'Online-Dienste im Serviceportal',
    piece: 'Online-Dienst',
    kind: 'online_service',
    basis: 'since_start',
    unit: '10.2',
    project: 'OZG-Dienste und Serviceportal',
    counts: [
      { on: LAST_DECEMBER, quantity: 28 },
      { on: [0, '06-30'], quantity: 37 },
      { on: RECENTLY, quantity: 46 },
    ],
  },
  {
    name: 'Schulen am neuen Datennetz',
    piece: 'angeschlossene Schule',
    kind: 'school',
    basis: 'since_start',
    unit: 'FB 40',
    project: 'Datennetze der Schulen',
    counts: [
      { on: LAST_DECEMBER, quantity: 9 },
      { on: [0, '06-30'], quantity: 14 },
      { on: RECENTLY, quantity: 17, operator: 'at_least' },
    ],
  },
  {
    name: 'Schulungsplätze',
    piece: 'Schulungsplatz',
    kind: 'training_seat',
    basis: 'year',
    unit: '10.2',
    project: 'Schulungen und E-Learning',
    counts: [
      { on: LAST_DECEMBER, quantity: 420 },
      { on: { daysAgo: 44 }, quantity: 560 },
    ],
  },
  {
    name: 'Arbeitsplätze mit Fachverfahren',
    piece: 'Arbeitsplatz mit Fachverfahren',
    kind: 'workplace',
    basis: 'year',
    unit: null,
    lines: ['Fachverfahren ', ': Wartung und Pflege'],
    counts: [
      { on: { daysAgo: 380 }, quantity: 636 },
      { on: LAST_DECEMBER, quantity: 640 },
      { on: RECENTLY, quantity: 655 },
      { on: RECENTLY, quantity: 112, unit: 'FB 32' },
      { on: RECENTLY, quantity: 40, unit: 'FB 37' },
      { on: RECENTLY, quantity: 24, unit: 'FB 40' },
      { on: RECENTLY, quantity: 148, unit: 'FB 50' },
      { on: RECENTLY, quantity: 96, unit: 'FB 51' },
      { on: RECENTLY, quantity: 57, unit: 'FB 60' },
    ],
  },
];

type Figure = readonly [
  yearsFromNow: number,
  kind: 'planned' | 'realised',
  hours: number,
  euros: number,
  reason?: string,
];

export interface DemoBenefit {
  readonly project: string;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly unit: string | null;
  readonly capability: Capability | null;
  /** Days from today; below 0 is overdue. */
  readonly reviewInDays: number;
  readonly figures: readonly Figure[];
}

/** What the projects are to bring ("Ressourcen dauerhaft wirksamer einsetzen"); all figures are invented. */
export const DEMO_BENEFITS: readonly DemoBenefit[] = [
  {
    project: 'DMS-Ausbau stadtweit',
    name: 'Kürzere Aktensuche im Sozialbereich',
    description: 'Demo: Akten werden gesucht statt geholt.',
    owner: 'Leitung Fachbereich Soziales (Demo)',
    unit: 'FB 50',
    capability: 'e_file',
    reviewInDays: -18,
    figures: [
      [0, 'planned', 1_200, 0],
      [0, 'planned', 900, 0, 'Demo: Der Echtbetrieb begann vier Monate später.'],
      [0, 'realised', 540, 0],
      [1, 'planned', 1_600, 0],
    ],
  },
  {
    project: 'DMS-Ausbau stadtweit',
    name: 'Weniger Papier, Druck und Archivfläche',
    description: 'Demo: eingesparte Sachkosten der ganzen Stadt.',
    owner: 'Abteilung IT-Organisation (Demo)',
    unit: null,
    capability: null,
    reviewInDays: 45,
    figures: [
      [-1, 'planned', 0, 18_000],
      [-1, 'realised', 0, 12_400],
      [0, 'planned', 0, 42_000],
      [1, 'planned', 0, 65_000],
    ],
  },
  {
    project: 'Digitale Post',
    name: 'Posteingang ohne Umlaufmappe',
    description: 'Demo: Post ist am selben Tag am Arbeitsplatz.',
    owner: 'Leitung Bürgerservice (Demo)',
    unit: 'FB 32',
    capability: 'digital_post',
    reviewInDays: 30,
    figures: [
      [0, 'planned', 620, 9_500],
      [0, 'realised', 410, 7_200],
      [1, 'planned', 900, 14_000],
    ],
  },
  {
    project: 'Workflows mit der eigenen Gesellschaft',
    name: 'Rechnungsfreigabe als Workflow',
    description: 'Demo: Freigaben ohne Hauspost.',
    owner: 'Leitung Fachbereich Finanzen (Demo)',
    unit: 'FB 20',
    capability: 'workflow',
    reviewInDays: -3,
    figures: [
      [-1, 'planned', 300, 0],
      [0, 'planned', 750, 0],
      [1, 'planned', 1_100, 0],
    ],
  },
  {
    project: 'OZG-Dienste und Serviceportal',
    name: 'Schulanmeldung ohne Medienbruch',
    description: 'Demo: Anmeldungen kommen über das Serviceportal ins Fachverfahren.',
    owner: 'Leitung Fachbereich Schule (Demo)',
    unit: 'FB 40',
    capability: 'workflow',
    reviewInDays: 60,
    figures: [
      [0, 'planned', 160, 0],
      [1, 'planned', 480, 3_000],
    ],
  },
];
