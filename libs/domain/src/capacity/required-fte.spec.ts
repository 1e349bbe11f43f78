import fc from 'fast-check';
import { plainDate } from '../shared/plain-date';
import { type Allowance, NO_ALLOWANCE, onOtherBasis } from './parameter';
import { type TaskLoad, casesUnder, fteByMonth, gapOf, requiredFte, seasonalCases } from './required-fte';
import { yearAxis } from './time-axis';
import { workCalendar } from './working-days';

const MEASURE = { yearlyMinutes: 93_660, allowance: NO_ALLOWANCE };
const axis = yearAxis(2026, 'working_days', workCalendar('NI'));
const cases = (count: number | null, baseMinutes: number | null = 30, taskId = 't'): TaskLoad => ({
  kind: 'cases',
  taskId,
  cases: count,
  baseMinutes,
});

describe('blank is not zero', () => {
  it('a task without a volume or without minutes is unknown, and the sum is what is known at least', () => {
    const tasks = [cases(3_122, 30, 'a'), cases(null, 30, 'b'), cases(100, null, 'c'), cases(0, 30, 'd')];
    expect(requiredFte(tasks, MEASURE)).toEqual({
      fte: 1,
      minutes: 93_660,
      byTask: [1, null, null, 0],
      unknownTaskIds: ['b', 'c'],
    });
  });

  it('nothing known is not nothing needed', () => {
    expect(requiredFte([cases(null)], MEASURE).fte).toBeNull();
    expect(requiredFte([], MEASURE).fte).toBeNull();
    expect(gapOf(3, null)).toBeNull();
  });

  it('an unknown month stays unknown, also under a scenario', () => {
    expect(fteByMonth([null, 1_000], 93_660, axis, 'working_days')[0]).toBeNull();
    const scenario = { name: 'x', from: plainDate('2026-01-01'), factor: 2, overMonths: 0 };
    expect(casesUnder([null, 100], axis, [scenario]).slice(0, 2)).toEqual([null, 200]);
  });
});

describe('creative work and projects', () => {
  it('are told in hours; Verteilzeit counts for them as for cases', () => {
    const hours: TaskLoad = { kind: 'hours', taskId: 'h', hours: 1_561 };
    expect(requiredFte([hours], MEASURE).fte).toBe(1);
    const allowance: Allowance = { basis: 'surcharge_on_base_time', rate: 0.1 };
    expect(requiredFte([hours], { ...MEASURE, allowance }).fte).toBeCloseTo(1.1, 12);
    expect(requiredFte([{ ...hours, hours: null }], MEASURE)).toMatchObject({ fte: null, unknownTaskIds: ['h'] });
  });
});

it('recovery time comes on top of Grundzeit and Verteilzeit', () => {
  const allowance: Allowance = { basis: 'surcharge_on_base_time', rate: 0.1 };
  const task: TaskLoad = { kind: 'cases', taskId: 't', cases: 1_000, baseMinutes: 20, recoveryMinutes: 3 };
  expect(requiredFte([task], { ...MEASURE, allowance }).minutes).toBeCloseTo(25_000, 9);
});

it('where nobody is, a utilisation cannot be told', () => {
  expect(gapOf(0, 2)).toEqual({ gapFte: -2, utilisation: null });
});

describe('a change of the law is a dated scenario', () => {
  const flat = Array<number>(12).fill(100);
  it('at once from its month on', () => {
    const law = { name: 'Wohngeld', from: plainDate('2026-07-01'), factor: 1.4, overMonths: 0 };
    expect(casesUnder(flat, axis, [law])).toEqual([...Array<number>(6).fill(100), ...Array<number>(6).fill(140)]);
  });

  it('or over months, and two of them one after the other', () => {
    const slow = { name: 'a', from: plainDate('2026-01-15'), factor: 2, overMonths: 3 };
    const less = { name: 'b', from: plainDate('2026-12-01'), factor: 0.5, overMonths: 0 };
    expect(casesUnder(flat, axis, [slow, less])).toEqual([125, 150, 175, 200, 200, 200, 200, 200, 200, 200, 200, 100]);
  });
});

describe('whatever the tasks are', () => {
  const amount = fc.integer({ min: 0, max: 100_000 });
  const tasksOf = (loads: [number, number][], times = 1): TaskLoad[] =>
    loads.map(([count, minutes], at) => cases(count * times, minutes, `t${at}`));
  const anyLoads = fc.array(fc.tuple(amount, fc.integer({ min: 1, max: 480 })), { minLength: 1, maxLength: 6 });
  const allowance = fc
    .tuple(
      fc.constantFrom('surcharge_on_base_time' as const, 'deduction_from_yearly_minutes' as const),
      fc.double({ min: 0, max: 0.4, noNaN: true }),
    )
    .map(([basis, rate]): Allowance => ({ basis, rate }));

  it('twice the cases need twice the people, and so do twice the minutes', () => {
    fc.assert(
      fc.property(anyLoads, allowance, (loads, one) => {
        const fte = (tasks: TaskLoad[]): number => requiredFte(tasks, { ...MEASURE, allowance: one }).fte ?? NaN;
        const twice = 2 * fte(tasksOf(loads));
        expect(fte(tasksOf(loads, 2))).toBeCloseTo(twice, 6);
        expect(fte(tasksOf(loads.map(([count, minutes]) => [count, 2 * minutes])))).toBeCloseTo(twice, 6);
      }),
      { seed: 2026 },
    );
  });

  it('the FTE of the tasks are the FTE of the desk; nothing is rounded before the sum', () => {
    fc.assert(
      fc.property(anyLoads, allowance, (loads, one) => {
        const { fte, byTask } = requiredFte(tasksOf(loads), { ...MEASURE, allowance: one });
        expect(byTask.reduce<number>((sum, each) => sum + (each ?? NaN), 0)).toBeCloseTo(fte ?? NaN, 9);
      }),
      { seed: 2026 },
    );
  });

  it('the same Verteilzeit told the other way needs the same people', () => {
    fc.assert(
      fc.property(anyLoads, allowance, (loads, one) => {
        const fte = (each: Allowance): number =>
          requiredFte(tasksOf(loads), { ...MEASURE, allowance: each }).fte ?? NaN;
        expect(fte(onOtherBasis(one))).toBeCloseTo(fte(one), 6);
      }),
      { seed: 2026 },
    );
  });

  it('a season moves cases between months and never changes their sum', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 12, maxLength: 12 }),
        (count, index) => {
          expect(seasonalCases(count, index).reduce((sum, one) => sum + one, 0)).toBeCloseTo(count, 6);
        },
      ),
      { seed: 2026 },
    );
  });
});
