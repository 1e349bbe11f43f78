import type { Capability, RolloutState } from '@etatlotse/domain/rollout';
import type { Operator } from '@etatlotse/domain/shared';
import type { DemoDay } from './demo-project-list';

export const SOURCE_PAPER = 'Mitteilung des Fachbereichs Zentrale Dienste vom 27.04.2026 (aus der Quelle)';

/** A day of the sample city, or so many days before today. */
export type DemoMoment = DemoDay | { readonly daysAgo: number };

export interface DemoMeasurement {
  readonly on: DemoMoment;
  readonly operator?: Operator;
  readonly count?: readonly [numerator: number, denominator: number];
  readonly share?: number;
  readonly isSource?: boolean;
  readonly source: string;
}

export interface DemoGoal {
  readonly project: string;
  readonly name: string;
  readonly counted: string;
  readonly capability: Capability | null;
  readonly goalOn: DemoDay;
  readonly measured: readonly DemoMeasurement[];
}

/** What the paper says of the DMS: over 70 % of the workplaces, post in several units, records until the end of 2026. */
export const DEMO_GOALS: readonly DemoGoal[] = [
  {
    project: 'DMS-Ausbau stadtweit',
    name: 'Büroarbeitsplätze am DMS',
    counted: 'Büroarbeitsplätze',
    capability: null,
    goalOn: '2026-12-31',
    measured: [
      { on: '2024-07-01', share: 0, source: 'Demo: Beginn der Einführung' },
      { on: '2026-04-27', operator: 'above', share: 7_000, isSource: true, source: SOURCE_PAPER },
    ],
  },
  {
    project: 'Allgemeine Schriftgutverwaltung',
    name: 'Schriftgutverwaltung in den übrigen Bereichen',
    counted: 'Bereiche',
    capability: 'records',
    goalOn: '2026-12-31',
    measured: [
      { on: [-1, '12-15'], count: [2, 17], source: 'Demo: Bericht der IT-Organisation' },
      { on: [0, '03-31'], count: [5, 17], source: 'Demo: Bericht der IT-Organisation' },
      { on: [0, '06-30'], count: [9, 17], source: 'Demo: Bericht der IT-Organisation' },
      { on: { daysAgo: 12 }, count: [12, 17], source: 'Demo: Bericht der IT-Organisation' },
    ],
  },
  {
    project: 'Digitale Post',
    name: 'Digitale Eingangspost',
    counted: 'Organisationseinheiten',
    capability: 'digital_post',
    goalOn: [1, '06-30'],
    measured: [{ on: '2026-04-27', operator: 'several', isSource: true, source: SOURCE_PAPER }],
  },
];

type Cell = readonly [capability: Capability, state: RolloutState, from: DemoMoment, to?: DemoMoment];

export interface DemoRolloutUnit {
  readonly unit: string;
  /** Null: nobody has told. */
  readonly persons: number | null;
  readonly trained: number | null;
  /** Planned for a day; a pilot since a day; live since the second day after a pilot since the first. */
  readonly cells: readonly Cell[];
}

/** Ten units of the matrix; all numbers and days are invented. */
export const DEMO_ROLLOUT_UNITS: readonly DemoRolloutUnit[] = [
  {
    unit: '10.1',
    persons: 38,
    trained: 38,
    cells: [
      ['records', 'live', [-1, '02-01'], [-1, '06-01']],
      ['e_file', 'live', [-1, '03-01'], [-1, '07-15']],
      ['workflow', 'live', [-1, '09-01'], [0, '02-01']],
      ['digital_post', 'live', [-1, '09-22'], [-1, '12-01']],
    ],
  },
  {
    unit: 'FB 20',
    persons: 64,
    trained: 60,
    cells: [
      ['records', 'live', [-1, '06-01'], [-1, '10-01']],
      ['e_file', 'live', [-1, '06-01'], [-1, '11-15']],
      ['workflow', 'pilot', [0, '06-01']],
      ['digital_post', 'live', [-1, '11-01'], [0, '03-01']],
    ],
  },
  {
    unit: 'FB 32',
    persons: 112,
    trained: 98,
    cells: [
      ['records', 'live', [0, '01-15'], [0, '05-01']],
      ['e_file', 'live', [0, '02-01'], [0, '06-15']],
      ['workflow', 'pilot', [0, '07-01']],
      ['digital_post', 'live', [0, '01-10'], [0, '05-15']],
    ],
  },
  {
    unit: 'FB 37',
    persons: 40,
    trained: 12,
    cells: [
      ['records', 'planned', [1, '02-28']],
      ['e_file', 'planned', [1, '03-31']],
    ],
  },
  {
    unit: 'FB 40',
    persons: 24,
    trained: 15,
    cells: [
      ['records', 'live', [-1, '10-01'], [0, '03-01']],
      ['e_file', 'pilot', [0, '05-01']],
      ['workflow', 'planned', [1, '04-30']],
      ['digital_post', 'pilot', [0, '06-01']],
    ],
  },
  {
    unit: 'FB 50',
    persons: 148,
    trained: 131,
    cells: [
      ['records', 'live', [-1, '05-01'], [-1, '12-01']],
      ['e_file', 'live', [-1, '09-01'], [0, '04-01']],
      ['workflow', 'live', [0, '03-01'], [0, '08-01']],
      ['digital_post', 'pilot', [0, '08-15']],
    ],
  },
  {
    unit: 'FB 51',
    persons: 96,
    trained: 52,
    cells: [
      ['records', 'pilot', [0, '04-01']],
      ['e_file', 'pilot', [0, '06-01']],
      ['digital_post', 'planned', [1, '01-31']],
    ],
  },
  {
    unit: 'FB 60',
    persons: 57,
    trained: 57,
    cells: [
      ['records', 'live', [-1, '08-01'], [0, '02-15']],
      ['e_file', 'live', [-1, '11-01'], [0, '04-15']],
      ['workflow', 'live', [0, '02-01'], [0, '07-01']],
      ['digital_post', 'planned', [1, '02-28']],
    ],
  },
  { unit: 'FB 65', persons: null, trained: null, cells: [['records', 'planned', [1, '03-31']]] },
  { unit: 'FB 67', persons: 33, trained: 0, cells: [] },
];

export interface DemoSurvey {
  readonly on: DemoMoment;
  readonly invited: number;
  /** From worst to best. */
  readonly answers: readonly number[];
}

export const DEMO_SURVEYS: readonly DemoSurvey[] = [
  { on: { daysAgo: 210 }, invited: 420, answers: [24, 41, 62, 58, 22] },
  { on: { daysAgo: 24 }, invited: 560, answers: [15, 34, 71, 118, 63] },
];
