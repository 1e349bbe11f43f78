import { addDays, plainDate } from '../shared/plain-date';
import type { Post } from './available-fte';
import { NO_ALLOWANCE } from './parameter';
import { capacityRisk } from './risk';
import { SeededRandom } from './seeded-random';
import { yearAxis } from './time-axis';
import type { YearMeasure } from './unit-plan';
import { type RiskTaskFacts, unitRisk } from './unit-risk';
import { workCalendar, workingDaysOfYear } from './working-days';

const calendar = workCalendar('NI');
const axis = yearAxis(2026, 'working_days', calendar);
const measure: YearMeasure = {
  yearlyMinutes: { employee: 93_660, official: 96_120 },
  allowance: NO_ALLOWANCE,
  parameterIds: [],
};
const post: Post = {
  postId: 'p1',
  status: 'employee',
  share: 1,
  from: plainDate('2020-01-01'),
  until: null,
  note: null,
  occupancies: [{ from: plainDate('2020-01-01'), until: null, share: 1, rampUp: [], absences: [] }],
};
const past = [2023, 2024, 2025].flatMap((year) => workingDaysOfYear(calendar, year));
const task = (changes: Partial<RiskTaskFacts> = {}): RiskTaskFacts => ({
  taskId: 't1',
  kind: 'cases',
  volumes: axis.workingDays.map((days) => days * 10),
  baseMinutes: 37,
  recoveryMinutes: 0,
  goLive: null,
  backlog: 0,
  history: past.map((days, at) => days * 10 + ((at * 7) % 5) * 12),
  historyWorkingDays: past,
  aheadWorkingDays: axis.workingDays,
  isReached: false,
  ...changes,
});
const ASSUMED = { minutesSpread: 0, slipMonths: 3, fillMonths: 2, commonShare: 0.2 };
const risky = (tasks: RiskTaskFacts[], departures = [] as Parameters<typeof unitRisk>[0]['departures']) =>
  unitRisk({ posts: [post], tasks, departures }, axis, measure, ASSUMED);

it('months that are over are certain, those to come as uncertain as the model is', () => {
  const { risk } = risky([task({ aheadWorkingDays: axis.workingDays.slice(10) })]);
  const errors = risk.tasks[0]?.casesError ?? [];
  expect(errors.slice(0, 10)).toEqual(Array(10).fill(0));
  expect(errors[10]).toBeGreaterThan(Math.sqrt(220));
});

it('without a history there is the chance of counts at least; without minutes a task is left out and named', () => {
  const { risk, withoutHistory, leftOut } = risky([
    task({ taskId: 'new', history: [], historyWorkingDays: [] }),
    task({ taskId: 'blank', baseMinutes: null }),
  ]);
  expect(risk.tasks.map(({ casesError }) => casesError[0])).toEqual([Math.sqrt(210)]);
  expect([withoutHistory, leftOut]).toEqual([['new'], ['blank']]);
});

it('a post that falls vacant is filled sooner or later than planned, and a successor learns', () => {
  const leavesOn = addDays(plainDate('2026-03-01'), -1);
  const { risk } = risky([task()], [{ postId: 'p1', leavesOn, daysToFill: 61, rampUp: [0.5, 0.5] }]);
  expect(risk.availableFte).toEqual(Array(12).fill(expect.closeTo(1, 9)));
  const [vacancy] = risk.vacancies;
  expect(vacancy?.from).toBeCloseTo(59 / 30.4375, 9);
  expect(vacancy?.monthsToFill.likely).toBeCloseTo(61 / 30.4375 + 1, 9);
  expect((vacancy?.monthsToFill.high ?? 0) - (vacancy?.monthsToFill.low ?? 0)).toBeCloseTo(4, 9);
});

it('a go-live that was reached slips no more', () => {
  const goLive = {
    goLiveOn: plainDate('2026-07-01'),
    oldMinutes: 37,
    onlineMinutes: 18,
    online: { kind: 'step', share: 1 } as const,
    dip: [],
    rebound: 0,
  };
  const { risk } = risky([task({ goLive }), task({ goLive, isReached: true })]);
  expect(risk.projects).toEqual([
    { low: 0, likely: 0, high: 3 },
    { low: 0, likely: 0, high: 0 },
  ]);
  expect(capacityRisk(risk, new SeededRandom(7), { runs: 500 }).overload[0]).toBe(1);
});
