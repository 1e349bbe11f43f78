import { plainDate } from '../shared/plain-date';
import type { Occupancy, Post } from './available-fte';
import { NO_ALLOWANCE } from './parameter';
import { timeAxis, yearAxis } from './time-axis';
import { type PlannedTask, type YearMeasure, planUnit } from './unit-plan';
import { workCalendar } from './working-days';

const calendar = workCalendar('NI');
const axis = yearAxis(2026, 'working_days', calendar);
const holder: Occupancy = { from: plainDate('2020-01-01'), until: null, share: 1, rampUp: [], absences: [] };
const post = (changes: Partial<Post> = {}): Post => ({
  postId: 'p',
  status: 'employee',
  share: 1,
  from: plainDate('2020-01-01'),
  until: null,
  note: null,
  occupancies: [holder],
  ...changes,
});
const task = (changes: Partial<PlannedTask> = {}): PlannedTask => ({
  taskId: 't1',
  kind: 'cases',
  volumes: axis.workingDays.map((days) => days * 10),
  baseMinutes: 37,
  recoveryMinutes: 0,
  goLive: null,
  backlog: 0,
  ...changes,
});
const MEASURE: YearMeasure = {
  yearlyMinutes: { employee: 93_660, official: 96_120 },
  allowance: NO_ALLOWANCE,
  parameterIds: ['jam-2025'],
};
const measures = new Map([[2026, MEASURE]]);
const plan = (tasks: PlannedTask[], posts = [post()], years = measures) =>
  planUnit({ unitId: 'u', posts, tasks }, axis, years);

it('need, planned, occupied and available stand beside each other', () => {
  const { months, parameterIds, unknownTaskIds } = plan([task()], [post(), post({ occupancies: [] })]);
  // 370 minutes a working day against 93,660 / 252.
  expect(months[4]).toMatchObject({
    plannedFte: 2,
    occupiedFte: 1,
    availableFte: 1,
    requiredFte: expect.closeTo((370 * 252) / 93_660, 9),
    backlogMinutes: 0,
  });
  expect([parameterIds, unknownTaskIds]).toEqual([['jam-2025'], []]);
});

it('an official works longer: one post is more than one FTE of an employee', () => {
  const [january] = plan([task()], [post({ status: 'official' })]).months;
  expect([january?.availableFte, january?.availableNormFte]).toEqual([1, expect.closeTo(96_120 / 93_660, 12)]);
});

it('a task without numbers is named; the need is what is known, the backlog cannot be told', () => {
  const unknown = task({ taskId: 't2', volumes: [null, ...Array<number>(11).fill(5)] });
  const { months, unknownTaskIds } = plan([task(), unknown]);
  expect(unknownTaskIds).toEqual(['t2']);
  expect(months[0]?.requiredFte).toBeCloseTo((370 * 252) / 93_660, 9);
  expect(months.map(({ backlogMinutes }) => backlogMinutes)).toEqual(Array(12).fill(null));
  expect(plan([task({ baseMinutes: null })]).months[0]).toMatchObject({ requiredFte: null, gap: null });
});

it('without yearly minutes nothing is needed that could be told', () => {
  const { months, parameterIds } = plan([task()], [post()], new Map());
  expect(months[0]).toMatchObject({ requiredFte: null, gap: null, backlogMinutes: null, availableFte: 1 });
  expect(parameterIds).toEqual([]);
});

it('a unit without tasks needs nothing that is known', () => {
  expect(plan([]).months[0]).toMatchObject({ requiredFte: null, backlogMinutes: null });
});

it('AT-05 an allowance taken from the year is taken from the capacity for cases, too', () => {
  const deduction: YearMeasure = { ...MEASURE, allowance: { basis: 'deduction_from_yearly_minutes', rate: 0.1 } };
  const surcharge: YearMeasure = { ...MEASURE, allowance: { basis: 'surcharge_on_base_time', rate: 1 / 9 } };
  const [off, on] = [deduction, surcharge].map(
    (one) => plan([task({ backlog: 100 })], [post()], new Map([[2026, one]])).months[11],
  );
  expect(off?.requiredFte).toBeCloseTo(on?.requiredFte ?? NaN, 9);
  expect(off?.backlogDays).toBeCloseTo(on?.backlogDays ?? NaN, 9);
  expect(off?.backlogDays).toBeGreaterThan(0);
});

it('AT-10 a go-live moves the need from its month on, and a rebound a part of it back', () => {
  const goLive = {
    goLiveOn: plainDate('2026-07-01'),
    oldMinutes: 37,
    onlineMinutes: 18.5,
    online: { kind: 'step', share: 1 },
    dip: [],
    rebound: 0,
  } as const;
  const half = plan([task({ goLive })]).months;
  expect((half[6]?.requiredFte ?? NaN) / (half[5]?.requiredFte ?? NaN)).toBeCloseTo(0.5, 9);
  const rebound = plan([task({ goLive: { ...goLive, rebound: 0.2 } })]).months;
  expect((rebound[6]?.requiredFte ?? NaN) / (half[6]?.requiredFte ?? NaN)).toBeCloseTo(1.2, 9);
});

it('hours of projects need people as cases do', () => {
  const hours = task({ kind: 'hours', baseMinutes: null, volumes: axis.workingDays.map((days) => (days * 370) / 60) });
  expect(plan([hours]).months[3]?.requiredFte).toBeCloseTo((370 * 252) / 93_660, 9);
});

it('a new figure counts from its year on', () => {
  const long = timeAxis({ year: 2026, month: 12 }, 2, 'working_days', calendar);
  const years = new Map([
    [2026, MEASURE],
    [2027, { ...MEASURE, yearlyMinutes: { employee: 46_830, official: 48_060 }, parameterIds: ['new'] }],
  ]);
  const { months, parameterIds } = planUnit(
    { unitId: 'u', posts: [post()], tasks: [task({ volumes: [200, 200] })] },
    long,
    years,
  );
  expect((months[1]?.requiredFte ?? NaN) / (months[0]?.requiredFte ?? NaN)).toBeCloseTo((2 * 254) / 252, 9);
  expect(parameterIds).toEqual(['jam-2025', 'new']);
});

describe('a backlog that was counted on a day', () => {
  const counted = (backlogCountedOn: string | null, changes: Partial<PlannedTask> = {}) =>
    planUnit(
      {
        unitId: 'u',
        posts: [post(), post()],
        tasks: [task({ backlog: 600, baseMinutes: 40, volumes: ARRIVALS, ...changes })],
        ...(backlogCountedOn === null ? { backlogCountedOn } : { backlogCountedOn: plainDate(backlogCountedOn) }),
      },
      axis,
      measures,
    ).months.map(({ backlogCases }) => backlogCases);
  const ARRIVALS = [420, 400, 450, 430, 400, 380, 360, 340, 420, 460, 440, 300];

  it('AT-11 of the year before goes on from January: 600 become 717', () => {
    const cases = counted('2025-12-31');
    expect([cases[0], cases[4], cases[11]]).toEqual([629.75, 823.0833, 717].map((one) => expect.closeTo(one, 4)));
  });

  it('is unknown before that day, and the month of the count goes on from it', () => {
    const cases = counted('2026-11-30');
    expect(cases.slice(0, 10)).toEqual(Array(10).fill(null));
    // Nothing of November is left on its last day; in December 300 come in and 371.67 are done.
    expect([cases[10], cases[11]]).toEqual([600, expect.closeTo(600 + 300 - (2 * 93_660 * 20) / 252 / 40, 6)]);
    const half = counted('2026-10-16');
    const [days, rest] = [axis.workingDays[9] ?? 0, 10];
    const octoberCapacity = ((2 * 93_660) / 252 / 40) * rest;
    expect(half[9]).toBeCloseTo(600 + (460 * rest) / days - octoberCapacity, 6);
  });

  it('never counted it is unknown, and so it is once a month is', () => {
    expect(counted(null)).toEqual(Array(12).fill(null));
    const open = counted('2025-12-31', { volumes: [420, null, ...ARRIVALS.slice(2)] });
    expect(open.slice(1)).toEqual(Array(11).fill(null));
  });
});
