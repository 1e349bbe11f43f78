import { plainDate } from '../shared/plain-date';
import type { Post } from './available-fte';
import { NO_ALLOWANCE } from './parameter';
import { inferStock, projectBacklog, receiptsOf, taskDeadlines, wayToZero } from './task-backlog';
import { minutesPerFte, planTask } from './task-plan';
import { timeAxis, yearAxis } from './time-axis';
import { type PlannedTask, type YearMeasure, planUnit } from './unit-plan';
import { workCalendar } from './working-days';

const calendar = workCalendar('NI');
const axis = yearAxis(2026, 'working_days', calendar);
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const post: Post = {
  postId: 'p',
  status: 'employee',
  share: 1,
  from: plainDate('2020-01-01'),
  until: null,
  note: null,
  occupancies: [{ from: plainDate('2020-01-01'), until: null, share: 1, rampUp: [], absences: [] }],
};
const ARRIVALS = [420, 400, 450, 430, 400, 380, 360, 340, 420, 460, 440, 300];
const permits: PlannedTask = {
  taskId: 'permits',
  kind: 'cases',
  volumes: ARRIVALS,
  baseMinutes: 40,
  recoveryMinutes: 0,
  goLive: null,
  backlog: 0,
};
const advice: PlannedTask = { ...permits, taskId: 'advice', volumes: Array<number>(12).fill(100), baseMinutes: 30 };
const MEASURE: YearMeasure = {
  yearlyMinutes: { employee: 93_660, official: 96_120 },
  allowance: NO_ALLOWANCE,
  parameterIds: [],
};
const measures = new Map([[2026, MEASURE]]);
const unit = (tasks: PlannedTask[]) => ({ unitId: 'u', posts: [post, post], tasks });
const stock = (countedOn: string, workable: number, more: object = {}) => ({
  ...{ countedOn: plainDate(countedOn), workable, waiting: 0, incompleteShare: 0, monthlyReturnShare: 0, ...more },
});
const plan = planTask(unit([permits]), 'permits', axis, measures);
const ofFte = axis.months.map((_, at) => minutesPerFte(axis, at, measures));

describe('one task against the people of its unit', () => {
  it('has all of them where it is the only one, and its part by need where it is not', () => {
    expect(plan.months.map(({ availableFte }) => availableFte)).toEqual(Array(12).fill(2));
    const both = unit([permits, advice]);
    const tasks = both.tasks.map(({ taskId }) => planTask(both, taskId, axis, measures).months);
    planUnit(both, axis, measures).months.forEach((month, at) => {
      const own = tasks.map((months) => months[at]);
      expect(sum(own.map((one) => one?.requiredFte ?? NaN))).toBeCloseTo(month.requiredFte ?? NaN, 9);
      expect(sum(own.map((one) => one?.availableFte ?? NaN))).toBeCloseTo(month.availableNormFte, 9);
      expect(sum(own.map((one) => one?.gap?.gapFte ?? NaN))).toBeCloseTo(month.gap?.gapFte ?? NaN, 9);
      expect(own[0]?.gap?.utilisation).toBeCloseTo(own[1]?.gap?.utilisation ?? NaN, 9);
    });
  });

  it('names tasks beside it that nobody has counted, and is unknown itself without a number', () => {
    const open = { ...advice, volumes: [null, ...Array<number>(11).fill(5)] };
    expect(planTask(unit([permits, open]), 'permits', axis, measures).unknownTaskIds).toEqual(['advice']);
    expect(planTask(unit([permits, open]), 'advice', axis, measures).months[0]).toMatchObject({
      requiredFte: null,
      gap: null,
    });
    expect(planTask(unit([permits]), 'permits', axis, new Map()).months[0]?.requiredFte).toBeNull();
  });

  it('AT-05 a Verteilzeit of its own: 10 % on top of the time are 1/11 of the year, whatever the unit reckons with', () => {
    const need = (allowance: PlannedTask['allowance'], measure = MEASURE): number =>
      planTask(unit([{ ...permits, allowance: allowance ?? null }]), 'permits', axis, new Map([[2026, measure]]))
        .months[0]?.requiredFte ?? NaN;
    const deduction = { basis: 'deduction_from_yearly_minutes', rate: 1 / 11 } as const;
    const surcharge = { basis: 'surcharge_on_base_time', rate: 0.1 } as const;
    const kgst = { ...MEASURE, allowance: deduction };
    expect(need(surcharge)).toBeCloseTo(need(NO_ALLOWANCE) * 1.1, 9);
    expect([need(deduction), need(null, kgst), need(surcharge, kgst)]).toEqual(
      Array(3).fill(expect.closeTo(need(surcharge), 9)),
    );
  });
});

describe('the backlog of a task', () => {
  const months = projectBacklog(
    stock('2025-12-31', 600),
    [{ cases: 1, capacity: 1 }, ...plan.months],
    longer(),
    calendar,
  );

  function longer() {
    return timeAxis({ year: 2025, month: 12 }, 13, 'working_days', calendar);
  }

  it('AT-11 counted on the last evening of the year: 629.75 in January, 717 in December', () => {
    expect(months[0]?.workable).toBe(600);
    expect(months[1]?.workable).toBeCloseTo(629.75, 9);
    expect(months[12]?.workable).toBeCloseTo(717, 9);
    expect(sum(months.slice(1).map((month) => month?.done ?? NaN))).toBeCloseTo(4_683, 9);
  });

  it('AT-11 2.6950 FTE are at zero by the end of June; 2 are there', () => {
    const way = wayToZero(6, 0, plan.months, months.slice(1), ofFte);
    expect(way).toEqual({ months: 6, fte: expect.closeTo(2.695, 4), extraFte: expect.closeTo(0.695, 4) });
    expect(wayToZero(13, 0, plan.months, months.slice(1), ofFte)).toBeNull();
  });

  it('AT-12 is never below nothing', () => {
    const idle = projectBacklog(
      stock('2025-12-31', 50),
      [{ cases: 0, capacity: 0 }, ...Array<{ cases: number; capacity: number }>(3).fill({ cases: 100, capacity: 120 })],
      timeAxis({ year: 2025, month: 12 }, 4, 'working_days', calendar),
      calendar,
    );
    expect(idle.map((month) => month?.workable)).toEqual([50, 30, 10, 0]);
  });

  it('counted within a month, the days that are left of it count; before it nothing is known', () => {
    const [january, february] = projectBacklog(stock('2026-02-13', 600), plan.months, axis, calendar);
    expect(january).toBeNull();
    // Ten of the twenty working days of February are left.
    expect(february?.workable).toBeCloseTo(600 + (400 - (plan.months[1]?.capacity ?? NaN)) / 2, 9);
  });

  it('cases that wait for the applicant are not worked, and what they bring back is', () => {
    const waits = stock('2025-12-31', 0, { waiting: 100, incompleteShare: 0.1, monthlyReturnShare: 0.5 });
    const long = timeAxis({ year: 2025, month: 12 }, 3, 'working_days', calendar);
    const task = [
      { cases: 0, capacity: 0 },
      ...Array<{ cases: number; capacity: number }>(2).fill({ cases: 100, capacity: 90 }),
    ];
    expect(projectBacklog(waits, task, long, calendar)[1]).toEqual({
      workable: 50,
      waiting: 60,
      done: 90,
      idle: 0,
      inflow: 140,
    });
  });
});

describe('how old the open cases are', () => {
  const received = [300, 400, 200].map((count, at) => ({ year: 2026, month: at + 1, count }));

  it('the oldest go first, so the last ones that came in are open', () => {
    expect(inferStock(350, plainDate('2026-03-31'), received)).toEqual([
      { received: { year: 2026, month: 2 }, cases: 150 },
      { received: { year: 2026, month: 3 }, cases: 200 },
    ]);
  });

  it('more than ever came in, or a month that is missing, cannot be told', () => {
    expect(inferStock(901, plainDate('2026-03-31'), received)).toBeNull();
    expect(inferStock(350, plainDate('2026-03-31'), [received[0]!, received[2]!])).toBeNull();
    expect(inferStock(250, plainDate('2026-02-28'), received)?.map(({ cases }) => cases)).toEqual([250]);
  });

  it('the cases of the month of the count came in before it', () => {
    const days = receiptsOf({ received: { year: 2026, month: 3 }, cases: 12 }, plainDate('2026-03-13'));
    expect(days).toEqual([
      { receivedOn: '2026-03-04', cases: 6 },
      { receivedOn: '2026-03-12', cases: 6 },
    ]);
    expect(receiptsOf({ received: { year: 2026, month: 3 }, cases: 12 }, plainDate('2026-03-01'))).toHaveLength(1);
  });

  it('a backlog of a few weeks breaks the three months of the VwGO only when it grows beyond them', () => {
    const open = inferStock(600, plainDate('2026-02-28'), [
      { year: 2026, month: 1, count: 420 },
      { year: 2026, month: 2, count: 400 },
    ])!;
    const view = (capacity: number) =>
      taskDeadlines(
        { countedOn: plainDate('2026-02-28'), open },
        plan.months.map((month) => ({ ...month, capacity })),
        axis,
        'vwgo_75',
        calendar,
      );
    expect(view(420)).toMatchObject({ firstBreachOn: null, lateCases: 0 });
    const late = view(200);
    expect(late.firstBreachOn?.slice(0, 7)).toBe('2026-05');
    expect(late.neededPerWorkingDay).toBeGreaterThan(200 / 20);
  });
});
