import type { GoalMeasurement, Rollout, RolloutGoal, RolloutUnit } from '@etatlotse/contracts/rollout/plain';
import { completionOf, paceOf } from '@etatlotse/domain/rollout';
import { cents, plainDate, type Share } from '@etatlotse/domain/shared';

const TODAY = plainDate('2026-11-30');

const statement = (id: string, measuredOn: string): GoalMeasurement => ({
  id,
  measuredOn,
  operator: 'exact',
  numerator: null,
  denominator: null,
  shareBasisPoints: 0,
  share: { value: 0, bound: 'exact' },
  source: 'Beginn',
  origin: 'person',
  isSuperseded: false,
  reason: '',
  byName: 'Frauke Finke',
  recordedAt: '2026-04-28T09:00:00Z',
});

/** T28, as the API would tell it. */
export const SOURCE_STATEMENT: GoalMeasurement = {
  ...statement('m-2', '2026-04-27'),
  operator: 'above',
  shareBasisPoints: 7_000,
  share: { value: 7_000, bound: 'lower' },
  source: 'Mitteilung vom 27.04.2026',
  origin: 'source',
};
const START = statement('m-1', '2024-07-01');

const OVER_70: Share = { numerator: 7_000, denominator: 10_000, bound: 'lower' };

export const WORKPLACES: RolloutGoal = {
  id: 'g-1',
  name: 'Büroarbeitsplätze am DMS',
  counted: 'Büroarbeitsplätze',
  capability: null,
  goalOn: '2026-12-31',
  firstGoalOn: '2026-12-31',
  changeReason: '',
  project: { id: 'p-1', name: 'DMS-Ausbau', level: 'project' },
  newest: SOURCE_STATEMENT,
  share: { value: 7_000, bound: 'lower' },
  pace: paceOf(
    [
      { measuredOn: plainDate('2024-07-01'), share: { numerator: 0, denominator: 10_000, bound: 'exact' } },
      { measuredOn: plainDate('2026-04-27'), share: OVER_70 },
    ],
    plainDate('2026-12-31'),
    TODAY,
  ),
  money: completionOf(
    OVER_70,
    {
      spentCents: cents(21_000_000),
      spentThisYearCents: cents(15_000_000),
      boundCents: cents(2_000_000),
      availableCents: cents(3_000_000),
    },
    TODAY,
  ),
  mayMeasure: true,
  version: 1,
};

/** R26: several is no number. */
export const POST: RolloutGoal = {
  ...WORKPLACES,
  id: 'g-2',
  name: 'Digitale Eingangspost',
  counted: 'Organisationseinheiten',
  capability: 'digital_post',
  newest: { ...SOURCE_STATEMENT, id: 'm-3', operator: 'several', shareBasisPoints: null, share: null },
  share: null,
  pace: paceOf([{ measuredOn: plainDate('2026-04-27'), share: null }], plainDate('2026-12-31'), TODAY),
  money: null,
  project: null,
};

export const SCHOOL: RolloutUnit = {
  unitId: 'u-40',
  code: 'FB 40',
  name: 'Fachbereich Schule',
  quotaBasisPoints: 8_000,
  persons: 24,
  trained: 12,
  neededTrained: 20,
  toldOn: '2026-11-01',
  training: 'pilot',
  cells: [
    {
      capability: 'e_file',
      state: 'pilot',
      plannedOn: null,
      pilotOn: '2026-05-01',
      liveOn: null,
      note: '',
      version: 1,
    },
  ],
  mayTell: true,
  version: 2,
};

const NONE = { planned: 0, pilot: 0, live: 0 };

export const ROLLOUT: Rollout = {
  id: 'r-1',
  name: 'DMS stadtweit',
  description: '',
  project: { id: 'p-1', name: 'DMS-Ausbau', level: 'project' },
  programme: null,
  goals: [WORKPLACES, POST],
  units: 2,
  states: { planned: 0, pilot: 1, live: 0 },
  trainedUnits: 0,
  acceptance: null,
  reportedOn: '2026-10-01',
  isStale: true,
  reportDays: 30,
  startedOn: '2024-07-01',
  quotaBasisPoints: 8_000,
  technology: null,
  origin: 'source',
  today: '2026-11-30',
  rows: [SCHOOL],
  hiddenUnits: 1,
  counts: { records: NONE, e_file: { ...NONE, pilot: 1 }, workflow: NONE, digital_post: NONE },
  measurements: { 'g-1': [SOURCE_STATEMENT, START], 'g-2': [] },
  surveys: [],
  mayLead: true,
  version: 3,
};
