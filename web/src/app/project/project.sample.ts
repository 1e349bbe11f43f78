import type { Project, ProjectRow, ProjectSummary } from '@etatlotse/contracts/project/plain';
import { earnedValue } from '@etatlotse/domain/project';
import { cents, plainDate } from '@etatlotse/domain/shared';

/** T25, as the API would tell it. */
const EARNED = earnedValue({
  bacCents: cents(40_000_000),
  plannedBasisPoints: 6_000,
  doneBasisPoints: 4_500,
  actualCents: cents(21_000_000),
});

export const ROW: ProjectRow = {
  id: 'p-1',
  level: 'project',
  key: '4E.100002',
  name: 'DMS-Ausbau stadtweit',
  parent: null,
  unitName: 'IT-Organisation',
  phase: 'roll_out',
  state: 'running',
  plannedStart: '2025-01-01',
  plannedEnd: '2027-03-31',
  status: 'red',
  judged: 'green',
  differsFromRule: true,
  earned: EARNED,
  actualCents: 21_000_000,
  committedCents: 2_000_000,
  baselines: 2,
  originalBudgetCents: 33_700_000,
  originalEnd: '2026-12-31',
  currentEnd: '2027-03-31',
  slipDays: 97,
  reportedOn: '2026-08-20',
  isStale: true,
};

export const SUMMARY: ProjectSummary = {
  projects: 2,
  byStatus: { green: 0, yellow: 0, red: 1, unknown: 1 },
  stale: 1,
  differing: 1,
  withoutBaseline: 1,
  earned: EARNED,
  originalBudgetCents: 33_700_000,
  bubbles: [{ id: 'p-1', name: ROW.name, status: 'red', cpiHundredths: 86, spiHundredths: 75, bacCents: 40_000_000 }],
};

const milestone = (id: string, name: string, weightBasisPoints: number, version: number) => ({
  id,
  name,
  weightBasisPoints,
  forecastOn: null,
  earliestOn: null,
  latestOn: null,
  remark: '',
  isDropped: false,
  waiting: 0,
  version,
});

const baseline = (number: number, plannedEnd: string, budgetCents: number) => ({
  id: `b-${number}`,
  number,
  state: 'agreed' as const,
  plannedStart: '2025-01-01',
  plannedEnd,
  budgetCents,
  internalCents: 0,
  reason: 'Beschluss',
  document: `DS ${number}`,
  decidedOn: '2026-01-15',
  requestedByName: 'Frauke Finke',
  requestedAt: '2026-01-15T09:00:00Z',
  agreedByName: 'Malte Münzer',
  agreedAt: '2026-01-16T09:00:00Z',
});

export const PROJECT: Project = {
  ...ROW,
  form: 'single',
  description: 'Ablösung der Papierakte',
  sponsor: 'Dezernat II',
  unitId: 'u-1',
  startedOn: '2025-01-01',
  closedOn: null,
  closeReason: '',
  progressMethod: 'milestones',
  plannedBasisPoints: 6_000,
  doneBasisPoints: 4_500,
  origin: 'demo',
  findings: [
    { reason: 'schedule', status: 'red' },
    { reason: 'slip', status: 'red' },
  ],
  earnedOriginal: null,
  costs: [{ fiscalYear: 2026, kind: 'expense', amountCents: 40_000_000 }],
  milestones: [
    {
      ...milestone('m-1', 'Pilot', 4_500, 1),
      plannedOn: '2025-12-31',
      originalOn: '2025-12-31',
      baselineOn: '2025-12-31',
      actualOn: '2026-02-15',
    },
    {
      ...milestone('m-2', 'Alle Bereiche', 5_500, 2),
      plannedOn: '2027-03-31',
      originalOn: '2026-12-31',
      baselineOn: '2027-03-31',
      actualOn: null,
    },
  ],
  curve: [],
  allBaselines: [baseline(2, '2027-03-31', 40_000_000), baseline(1, '2026-12-31', 33_700_000)],
  comparison: {
    startShiftDays: 0,
    endShiftDays: 90,
    originalCents: cents(33_700_000),
    currentCents: cents(40_000_000),
    differenceCents: cents(6_300_000),
    costs: [],
    milestones: [
      {
        milestoneId: 'm-2',
        name: 'Alle Bereiche',
        originalOn: plainDate('2026-12-31'),
        currentOn: plainDate('2027-03-31'),
        shiftDays: 90,
        originalBasisPoints: 5_500,
        currentBasisPoints: 5_500,
      },
    ],
  },
  planDiffers: false,
  years: [
    {
      fiscalYear: 2026,
      kind: 'expense',
      baselineCents: 40_000_000,
      adjustedCents: 40_000_000,
      committedCents: 2_000_000,
      actualCents: 21_000_000,
      availableCents: 17_000_000,
    },
  ],
  lines: [],
  assessments: [
    {
      id: 'a-1',
      status: 'green',
      text: 'Alles zugesagt.',
      assessedOn: '2026-08-20',
      progressBasisPoints: null,
      byName: 'Frauke Finke',
    },
  ],
  risks: [],
  expectedRiskCents: 0,
  dependencies: [],
  children: 0,
  mayWrite: true,
  mayLinkLines: true,
  version: 4,
};
