import { plainDate } from '../shared/plain-date';
import type { Post } from './available-fte';
import { type GoLiveEffect, releasedValue } from './go-live';
import { NO_ALLOWANCE } from './parameter';
import { yearAxis } from './time-axis';
import { type PlannedTask, type UnitFacts, type YearMeasure, planUnit } from './unit-plan';
import { NO_LEVERS, operationFte, releasedBetween, underLevers, withoutGoLive } from './what-if';
import { workCalendar } from './working-days';
import { personnelCostOf } from './workplace-cost';
import { cents } from '../shared/cents';

const day = plainDate;
const axis = yearAxis(2026, 'working_days', workCalendar('NI'));
const MEASURE: YearMeasure = {
  yearlyMinutes: { employee: 93_660, official: 96_120 },
  allowance: NO_ALLOWANCE,
  parameterIds: [],
};
const measures = new Map([[2026, MEASURE]]);
const GO_LIVE: GoLiveEffect = {
  goLiveOn: day('2026-07-01'),
  oldMinutes: 30,
  onlineMinutes: 18,
  online: { kind: 'linear', share: 0.6, months: 6 },
  dip: [0.1, 0.05],
  rebound: 0,
};
const task = (changes: Partial<PlannedTask> = {}): PlannedTask => ({
  taskId: 't1',
  kind: 'cases',
  volumes: Array<number>(12).fill(20_000 / 12),
  baseMinutes: 30,
  recoveryMinutes: 0,
  goLive: GO_LIVE,
  backlog: 0,
  ...changes,
});
const post: Post = {
  postId: 'p1',
  status: 'employee',
  share: 1,
  from: day('2020-01-01'),
  until: null,
  note: null,
  occupancies: [{ from: day('2020-01-01'), until: null, share: 1, rampUp: [], absences: [] }],
};
const unit = (tasks = [task()]): UnitFacts => ({ unitId: 'u', posts: [post], tasks });
const levers = (changes: object = {}) => ({ ...NO_LEVERS, from: day('2026-01-01'), ...changes });
const released = (before: readonly PlannedTask[], after: readonly PlannedTask[]) =>
  releasedBetween(before, after, axis, MEASURE);

describe('what a question releases', () => {
  it('AT-10 the go-live against no go-live: 0.3726 FTE this year, 1.5375 a year later, and three values apart', () => {
    const { yearFte, runRateFte, runRateMinutes, cases } = released([withoutGoLive(task())], [task()]);
    expect([yearFte, runRateFte]).toEqual([expect.closeTo(0.3726, 4), expect.closeTo(1.5375, 4)]);
    const personnelCents = personnelCostOf(6_302, 93_660 / 60, { materialCents: cents(970_000), overheadRate: 0.2 });
    const minutes = { minutes: runRateMinutes, yearlyMinutes: 93_660, minutesPerCase: 22.8 };
    expect(releasedValue(minutes, { hourlyRateCents: 6_302, personnelCents })).toEqual({
      fullCostCents: 15_124_800,
      personnelCents: 11_361_207,
      cases: expect.closeTo(cases, 9),
    });
  });

  it('AT-10s thirty per cent less minutes from July on: the year needs 5.4452 FTE, its end 4.4843', () => {
    const plain = unit([task({ goLive: null })]);
    const asked = underLevers(plain, levers({ from: day('2026-07-01'), minutesFactor: 0.7 }), axis);
    const { yearFte, runRateFte } = released(plain.tasks, asked.tasks);
    expect([6.4061 - yearFte, 6.4061 - runRateFte]).toEqual([expect.closeTo(5.4452, 4), expect.closeTo(4.4843, 4)]);
  });

  it('a slip by three months costs FTE this year; one beyond its end leaves the year as if there were none', () => {
    const later = underLevers(unit(), levers({ slipMonths: 3 }), axis);
    expect(later.tasks[0]?.goLive?.goLiveOn).toBe('2026-10-01');
    expect(released([task()], later.tasks).yearFte).toBeLessThan(-0.3);
    const beyond = underLevers(unit(), levers({ slipMonths: 6 }), axis);
    expect(released([withoutGoLive(task())], beyond.tasks)).toMatchObject({ yearFte: 0, runRateFte: 0 });
    const fixed = underLevers(unit(), levers({ slipMonths: 3 }), axis, () => false);
    expect(fixed.tasks[0]?.goLive?.goLiveOn).toBe('2026-07-01');
  });

  it('Verteilzeit is paid time too: the euro value follows the FTE on either basis', () => {
    const [z, v] = [0.1, 1 / 11];
    const minutesUnder = (basis: YearMeasure['allowance']['basis'], rate: number): number => {
      const measure = { ...MEASURE, allowance: { basis, rate } };
      return releasedBetween([withoutGoLive(task())], [task()], axis, measure).runRateMinutes;
    };
    expect(minutesUnder('surcharge_on_base_time', z)).toBeCloseTo(2_400 * 60 * 1.1, 6);
    expect(minutesUnder('deduction_from_yearly_minutes', v)).toBeCloseTo(2_400 * 60 * 1.1, 6);
  });

  it('a task with an unknown month is named and not counted', () => {
    const open = task({ taskId: 't2', volumes: [null, ...Array<number>(11).fill(10)] });
    expect(released([open], [withoutGoLive(open)])).toEqual({
      yearFte: 0,
      runRateFte: 0,
      runRateMinutes: 0,
      cases: 0,
      unknownTaskIds: ['t2'],
    });
  });
});

describe('a unit under levers', () => {
  it('has more cases and another half post from a day on, and is as it was before', () => {
    const asked = underLevers(unit(), levers({ from: day('2026-05-01'), volumeFactor: 1.1, postFte: 0.5 }), axis);
    const [before, after] = [planUnit(unit(), axis, measures).months, planUnit(asked, axis, measures).months];
    expect(after[3]).toEqual(before[3]);
    expect(after[4]?.requiredFte).toBeCloseTo((before[4]?.requiredFte ?? NaN) * 1.1, 9);
    expect(after[4]?.availableFte).toBe(1.5);
    expect(planUnit(underLevers(unit(), levers({ postFte: -0.5 }), axis), axis, measures).months[0]?.availableFte).toBe(
      0.5,
    );
  });

  it('with nothing turned is the unit', () => {
    expect(planUnit(underLevers(unit(), levers(), axis), axis, measures)).toEqual(planUnit(unit(), axis, measures));
  });
});

it('operation needs its part from the day of the go-live on', () => {
  const months = operationFte(
    [
      { from: day('2026-07-16'), fte: 0.62 },
      { from: day('2025-01-01'), fte: 0.1 },
    ],
    axis,
  );
  expect([months[5], months[6], months[7]]).toEqual([0.1, expect.closeTo(0.1 + 0.32, 12), expect.closeTo(0.72, 12)]);
});
