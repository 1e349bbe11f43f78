import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import { budgetCents, checkMilestoneReport, checkProjectPlan, type ProjectPlan } from './project-plan';

const milestone = (name: string, plannedOn: string, weightBasisPoints: number) => ({
  name,
  plannedOn: plainDate(plannedOn),
  weightBasisPoints,
});
const cost = (fiscalYear: number, kind: 'investment' | 'expense' | 'internal', amountCents: number) => ({
  fiscalYear,
  kind,
  amountCents: cents(amountCents),
});
const plan = (changes: Partial<ProjectPlan> = {}): ProjectPlan => ({
  plannedStart: plainDate('2026-01-01'),
  plannedEnd: plainDate('2027-06-30'),
  costs: [cost(2026, 'expense', 100), cost(2026, 'investment', 200), cost(2027, 'internal', 50)],
  milestones: [milestone('Pilot', '2026-06-30', 4_000), milestone('Rollout', '2027-06-30', 6_000)],
  ...changes,
});

describe('what a plan of a project must hold', () => {
  it.each<[string, Partial<ProjectPlan>, string | null]>([
    ['a sound plan', {}, null],
    ['no milestones yet', { milestones: [] }, null],
    ['the end before the start', { plannedEnd: plainDate('2025-12-31') }, 'PROJECT_END_BEFORE_START'],
    ['one day long', { plannedEnd: plainDate('2026-01-01'), milestones: [] }, null],
    [
      'a milestone before the start',
      { milestones: [milestone('Auftakt', '2025-12-31', 10_000)] },
      'PROJECT_MILESTONE_OUTSIDE',
    ],
    ['a milestone on the first day', { milestones: [milestone('Auftakt', '2026-01-01', 10_000)] }, null],
    [
      'a milestone after the end',
      { milestones: [milestone('Ende', '2027-07-01', 10_000)] },
      'PROJECT_MILESTONE_OUTSIDE',
    ],
    [
      'a name twice',
      { milestones: [milestone('A', '2026-02-01', 5_000), milestone('A', '2026-03-01', 5_000)] },
      'PROJECT_MILESTONE_TWICE',
    ],
    ['a share above 100 %', { milestones: [milestone('A', '2026-02-01', 10_001)] }, 'PROJECT_SHARE'],
    [
      'a share below nothing',
      { milestones: [milestone('A', '2026-02-01', -1), milestone('B', '2026-02-01', 10_000)] },
      'PROJECT_SHARE',
    ],
    [
      'shares of 99.99 %',
      { milestones: [milestone('A', '2026-02-01', 3_333), milestone('B', '2026-03-01', 6_666)] },
      'PROJECT_WEIGHTS',
    ],
    [
      'shares of 100.01 %',
      { milestones: [milestone('A', '2026-02-01', 3_334), milestone('B', '2026-03-01', 6_667)] },
      'PROJECT_WEIGHTS',
    ],
    ['a year and kind twice', { costs: [cost(2026, 'expense', 1), cost(2026, 'expense', 2)] }, 'PROJECT_COST_TWICE'],
    ['cost before the start', { costs: [cost(2025, 'expense', 1)] }, 'PROJECT_COST_BEFORE_START'],
  ])('%s', (_, changes, code) => {
    const checked = checkProjectPlan(plan(changes));
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('the budget is what the city pays, without its own staff', () => {
    expect(budgetCents(plan().costs)).toBe(300);
  });

  it('says by how much the shares miss', () => {
    const checked = checkProjectPlan(plan({ milestones: [milestone('A', '2026-02-01', 9_000)] }));
    expect(checked).toEqual({ ok: false, refusal: { code: 'PROJECT_WEIGHTS', params: { sumBasisPoints: 9_000 } } });
  });
});

describe('how a milestone stands', () => {
  const place = { plannedStart: plainDate('2026-01-01'), startedOn: null, today: plainDate('2026-10-05') };
  const none = { forecastOn: null, earliestOn: null, latestOn: null, actualOn: null };
  const day = (text: string) => plainDate(text);

  it.each<[string, object, string | null]>([
    ['nothing is known', {}, null],
    ['reached today', { actualOn: day('2026-10-05') }, null],
    ['reached tomorrow', { actualOn: day('2026-10-06') }, 'PROJECT_MILESTONE_FUTURE'],
    ['reached before the project began', { actualOn: day('2025-12-31') }, 'PROJECT_MILESTONE_BEFORE_START'],
    ['expected before the project began', { forecastOn: day('2025-12-31') }, 'PROJECT_MILESTONE_BEFORE_START'],
    [
      'a range in order',
      { earliestOn: day('2026-11-01'), forecastOn: day('2026-12-01'), latestOn: day('2027-01-01') },
      null,
    ],
    [
      'a range that runs backwards',
      { earliestOn: day('2026-12-02'), forecastOn: day('2026-12-01') },
      'PROJECT_FORECAST_ORDER',
    ],
    [
      'likely after the latest',
      { forecastOn: day('2027-02-01'), latestOn: day('2027-01-01') },
      'PROJECT_FORECAST_ORDER',
    ],
  ])('%s', (_, report, code) => {
    const checked = checkMilestoneReport({ ...none, ...report }, place);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('a project that began early may have reached something early', () => {
    const report = { ...none, actualOn: day('2025-12-20') };
    expect(checkMilestoneReport(report, { ...place, startedOn: day('2025-12-15') }).ok).toBe(true);
    expect(checkMilestoneReport(report, { ...place, startedOn: day('2026-02-01') }).ok).toBe(false);
  });
});
