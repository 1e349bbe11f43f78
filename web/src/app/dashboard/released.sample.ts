import type { Snapshot, SnapshotOverview } from '@etatlotse/contracts/snapshot/plain';
import { balance } from './overview.sample';

type Content = Snapshot['content'];

const PROJECTS: Content['projects'] = [
  {
    id: 'p-1',
    key: '4S.100210',
    name: 'DMS-Ausbau',
    level: 'project',
    phase: 'implementation',
    state: 'running',
    status: 'red',
    judged: 'green',
    differsFromRule: true,
    reportedOn: '2026-09-30',
    isStale: false,
    plannedEnd: '2027-03-31',
    baselines: 2,
    originalBudgetCents: 40_000_000,
    budgetCents: 45_000_000,
    originalEnd: '2026-12-31',
    currentEnd: '2027-03-31',
    slipDays: 90,
    actualCents: 21_000_000,
    committedCents: 0,
    costVarianceCents: -3_000_000,
    scheduleVarianceCents: -6_000_000,
  },
];

const ROLLOUTS: Content['rollouts'] = [
  {
    id: 'o-1',
    name: 'DMS stadtweit',
    units: 12,
    states: { planned: 4, pilot: 2, live: 6 },
    goals: [
      {
        id: 'g-1',
        name: 'Büroarbeitsplätze am DMS',
        counted: 'Büroarbeitsplätze',
        goalOn: '2026-12-31',
        firstGoalOn: '2026-12-31',
        share: { value: 7000, bound: 'lower' },
        measuredOn: '2026-04-27',
        isFromSource: true,
      },
    ],
    reportedOn: '2026-09-30',
    isStale: false,
  },
];

const STAFFING: Content['staffing'] = {
  rows: [
    {
      unitId: 'u-1',
      code: '50',
      name: 'Soziales',
      plannedFteMicros: 3_000_000,
      occupiedFteMicros: 2_000_000,
      requiredFteMicros: 3_125_000,
      isComplete: true,
    },
  ],
  totals: {
    plannedFteMicros: 3_000_000,
    occupiedFteMicros: 2_000_000,
    requiredFteMicros: 3_125_000,
    isComplete: true,
  },
};

const BOUND_YEARS: Content['boundYears'] = {
  years: [2025, 2026, 2027],
  rows: [
    {
      frame: 'CORE',
      fiscalYear: 2027,
      amountCents: 350_000_000,
      from: 'ceiling',
      parts: [],
      boundCents: 120_000_000,
      freeCents: 230_000_000,
    },
  ],
  totals: [
    {
      fiscalYear: 2027,
      amountCents: 350_000_000,
      boundCents: 120_000_000,
      freeCents: 230_000_000,
      unknownFrames: ['FEES'],
    },
  ],
  missing: ['follow_up_cost'],
  planName: 'Haushalt 2026',
};

/** A snapshot with one of each. */
export function aSnapshot(overview: SnapshotOverview): Content {
  return {
    format: 'etatlotse-snapshot/1',
    city: 'Stadt Löwenstadt',
    citySlug: 'loewenstadt',
    fiscalYear: 2026,
    meeting: { id: 'm-1', body: 'Finanzausschuss', bodyKind: 'committee', heldOn: '2026-10-20' },
    ledgerAsOf: '2026-10-05',
    registersAsOf: '2026-10-05',
    frozenAt: '2026-10-05T07:30:00.000Z',
    remark: '',
    overview,
    frameSources: [],
    lines: [
      {
        ...balance({}),
        lineId: 'l-1',
        number: '4S.100210',
        name: 'DMS-Ausbau Lizenzen',
        frame: 'CORE',
        runOrChange: 'change',
        subBudget: '',
        account: '429100',
        accountName: '',
      },
    ],
    projects: PROJECTS,
    rollouts: ROLLOUTS,
    staffing: STAFFING,
    boundYears: BOUND_YEARS,
    extras: [],
  };
}
