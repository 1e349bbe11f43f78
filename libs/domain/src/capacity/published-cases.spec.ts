import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import { type Occupancy, type Post, everyYear, meanFte, monthlyFte, monthlyMinutes } from './available-fte';
import { casesOf, fifoWaitDays, fluidBacklog, fteToClear } from './backlog';
import { type GoLiveEffect, minutesPath, releaseOf, releasedValue } from './go-live';
import { normalQuantile } from './normal';
import { type Allowance, NO_ALLOWANCE, ownYearlyMinutes } from './parameter';
import { type TaskLoad, fteByMonth, gapOf, requiredFte, seasonalCases, taskMinutes } from './required-fte';
import { capacityRisk } from './risk';
import { SeededRandom } from './seeded-random';
import { type TimeBasis, yearAxis } from './time-axis';
import { workCalendar, workingDaysOfYear } from './working-days';
import { hourlyRate, personnelCostOf, workplaceCost } from './workplace-cost';

/** The cases with expected values lie beside the repository, or where ETATLOTSE_SHARED_DIR says. */
const SHARED = process.env['ETATLOTSE_SHARED_DIR'] ?? path.resolve(__dirname, '../../../../../shared');
const EXPECTED = path.join(SHARED, 'cases', 'capacity-expected.json');

const [TARIF, BEAMTE] = [93_660, 96_120];
const calendar = workCalendar('NI');
const axis = (basis: TimeBasis = 'calendar') => yearAxis(2026, basis, calendar);
const day = plainDate;

const surcharge = (rate: number): Allowance => ({ basis: 'surcharge_on_base_time', rate });
const deduction = (rate: number): Allowance => ({ basis: 'deduction_from_yearly_minutes', rate });
const tasksOf = (...loads: [cases: number, minutes: number][]): TaskLoad[] =>
  loads.map(([cases, baseMinutes], at) => ({ kind: 'cases', taskId: `t${at}`, cases, baseMinutes }));
const fteOf = (tasks: TaskLoad[], allowance: Allowance, yearlyMinutes = TARIF) =>
  requiredFte(tasks, { yearlyMinutes, allowance });

const occupancy = (from: string, until: string | null, share: number, rampUp: number[] = []): Occupancy => ({
  from: day(from),
  until: until === null ? null : day(until),
  share,
  rampUp,
  absences: [],
});
const post = (share: number, occupancies: Occupancy[], status: Post['status'] = 'employee'): Post => ({
  postId: 'p',
  status,
  share,
  from: day('2020-01-01'),
  until: null,
  note: null,
  occupancies,
});
const held = (share: number, status: Post['status'] = 'employee'): Post =>
  post(share, [occupancy('2020-01-01', null, share)], status);
const meanOf = (posts: Post[], basis: TimeBasis): number =>
  meanFte(monthlyFte(posts, axis(basis)).available, axis(basis));
const sum = (values: Iterable<number>): number => Array.from(values).reduce((total, one) => total + one, 0);
const year = axis('working_days');

/** AT-04: the desk that most cases are about. */
const DESK = tasksOf([12_000, 12], [3_500, 38], [420, 145]);
/** AT-06: part-time and both statuses. */
const MIXED = [held(1), held(0.5), held(30 / 39), held(1, 'official'), held(0.5, 'official')];
/** AT-08 and AT-09: a post that was empty for half a year, and one whose holder is learning. */
const VACANT = post(1, [occupancy('2020-01-01', '2026-02-28', 1), occupancy('2026-09-01', null, 1)]);
const LEARNING = post(0.75, [occupancy('2026-04-01', null, 0.75, [0.25, 0.5, 0.75])]);
/** AT-10: online from July on, ten per cent more a month. */
const ONLINE: GoLiveEffect = {
  goLiveOn: day('2026-07-01'),
  oldMinutes: 30,
  onlineMinutes: 18,
  online: { kind: 'linear', share: 0.6, months: 6 },
  dip: [0.1, 0.05],
  rebound: 0,
};
const STEP: GoLiveEffect = { ...ONLINE, onlineMinutes: 21, online: { kind: 'step', share: 1 }, dip: [] };
const FLAT = Array<number>(12).fill(20_000 / 12);
const pathOf = (effect: GoLiveEffect): number[] => minutesPath(effect, year.months).map((one) => one.minutesPerCase);
const fteOfPath = (effect: GoLiveEffect): number => sum(pathOf(effect).map((one, at) => one * (FLAT[at] ?? 0))) / TARIF;

const seasonal = seasonalCases(18_000, [0.8, 0.85, 1, 1.05, 1.1, 1.3, 1.35, 1.2, 1, 0.9, 0.8, 0.65]).map(
  (one) => one * 22,
);
const equalMonths = fteByMonth(seasonal, TARIF, year, 'equal_months').map((one) => one ?? NaN);
const byWorkingDays = fteByMonth(seasonal, TARIF, year, 'working_days').map((one) => one ?? NaN);

const ARRIVALS = [420, 400, 450, 430, 400, 380, 360, 340, 420, 460, 440, 300];
const minutesOfFte = year.workingDays.map((days) => (TARIF * days) / 252);
const CAPACITY = minutesOfFte.map((minutes) => casesOf(2, minutes, 40));
const BACKLOG = fluidBacklog({ start: 600, arrivals: ARRIVALS, capacity: CAPACITY }).map((one) => one?.workable ?? NaN);
const waitAfter = (month: number): number =>
  fifoWaitDays(
    BACKLOG[month] ?? NaN,
    year.workingDays.slice(month).map((workingDays, at) => ({ workingDays, capacity: CAPACITY[month + at] ?? 0 })),
  ) ?? NaN;

const RATES = { materialCents: cents(970_000), overheadRate: 0.2 };
const release = releaseOf(ONLINE, year.months, FLAT, TARIF);
const personnelCents = personnelCostOf(6_302, 1_561, RATES);
const risk = (fte: number) =>
  capacityRisk(
    {
      availableFte: [fte],
      minutesOfFte: [TARIF / 12],
      tasks: [{ cases: [1_500], casesError: [120], minutes: { low: 22, likely: 22, high: 22 }, goLive: null }],
      projects: [],
      vacancies: [],
      commonShare: 0,
    },
    new SeededRandom(2026),
  );

/** What the programs beside the repository reckoned twice; here reckoned by the product. */
const COMPUTED: Readonly<Record<string, number | readonly number[]>> = {
  AT01_minutes: requiredFte(tasksOf([2_400, 45], [900, 90]), { yearlyMinutes: 95_400, allowance: deduction(0.09) })
    .minutes,
  AT01_fte: fteOf(tasksOf([2_400, 45], [900, 90]), deduction(0.09), 95_400).fte ?? NaN,
  AT02_year: workplaceCost(cents(8_290_000), RATES) / 100,
  AT02_hour: hourlyRate(workplaceCost(cents(8_290_000), RATES), 1_631) / 100,
  AT03_basic: fteOf(tasksOf([100_000, 15]), NO_ALLOWANCE, 179 * 480).fte ?? NaN,
  AT03_caf: 1 / (1 - 10 / 179),
  AT03_total: fteOf(tasksOf([100_000, 15]), deduction(10 / 179), 179 * 480).fte ?? NaN,
  AT04_grund: fteOf(DESK, NO_ALLOWANCE).minutes,
  AT04_mbzmin: fteOf(DESK, surcharge(0.1)).minutes,
  AT04_fte: fteOf(DESK, surcharge(0.1)).fte ?? NaN,
  AT04_fte_task1: fteOf(DESK, surcharge(0.1)).byTask[0] ?? NaN,
  AT04_fte_task2: fteOf(DESK, surcharge(0.1)).byTask[1] ?? NaN,
  AT04_fte_task3: fteOf(DESK, surcharge(0.1)).byTask[2] ?? NaN,
  AT04_beamte: fteOf(DESK, surcharge(0.1), BEAMTE).fte ?? NaN,
  AT05_surcharge10: fteOf(DESK, surcharge(0.1)).fte ?? NaN,
  AT05_deduct10: fteOf(DESK, deduction(0.1)).fte ?? NaN,
  AT05_deduct_1_11: fteOf(DESK, deduction(1 / 11)).fte ?? NaN,
  AT05_deduct9: fteOf(DESK, deduction(0.09)).fte ?? NaN,
  AT06_fte: meanOf(MIXED, 'working_days'),
  AT06_minutes: sum(monthlyMinutes(MIXED, year, everyYear({ employee: TARIF, official: BEAMTE }))),
  AT06_nak: sum(monthlyMinutes(MIXED, year, everyYear({ employee: TARIF, official: BEAMTE }))) / TARIF,
  AT06_gap: -(
    gapOf(
      sum(monthlyMinutes(MIXED, year, everyYear({ employee: TARIF, official: BEAMTE }))) / TARIF,
      fteOf(DESK, surcharge(0.1)).fte,
    )?.gapFte ?? NaN
  ),
  WD: workingDaysOfYear(calendar, 2026),
  TW: sum(workingDaysOfYear(calendar, 2026)),
  AT07_annual: fteOf(tasksOf([18_000, 22]), NO_ALLOWANCE).fte ?? NaN,
  AT07_peak_equalmonth: Math.max(...equalMonths),
  AT07_min_equalmonth: Math.min(...equalMonths),
  AT07_em: equalMonths,
  AT07_wd: byWorkingDays,
  AT07_peak_wd: Math.max(...byWorkingDays),
  AT07_peak_wd_month: byWorkingDays.indexOf(Math.max(...byWorkingDays)) + 1,
  AT07_wdweighted_mean: meanFte(Float64Array.from(byWorkingDays), year),
  AT08_days:
    365 -
    sum(
      monthlyFte([VACANT], axis()).occupied.map(
        (fte, at) => fte * ((axis().begins[at + 1] ?? 0) - (axis().begins[at] ?? 0)),
      ),
    ),
  AT08_cal: meanOf([VACANT], 'calendar'),
  AT08_30_360: meanOf([VACANT], 'months'),
  AT08_wd: meanOf([VACANT], 'working_days'),
  AT08_vacant_wd: 252 * (1 - meanOf([VACANT], 'working_days')),
  AT09_cal: meanOf([LEARNING], 'calendar'),
  AT09_month: meanOf([LEARNING], 'months'),
  AT09_wd: meanOf([LEARNING], 'working_days'),
  AT09_loss_month:
    meanFte(monthlyFte([LEARNING], axis('months')).occupied, axis('months')) - meanOf([LEARNING], 'months'),
  AT10_mbz: pathOf(ONLINE),
  AT10_before: fteOf(tasksOf([20_000, 30]), NO_ALLOWANCE).fte ?? NaN,
  AT10_year: fteOfPath(ONLINE),
  AT10_dec_runrate: (20_000 * release.endMinutes) / TARIF,
  AT10_released_year: release.yearFte,
  AT10_released_runrate: release.runRateFte,
  AT10_full_eur: (6_302 * 1_561) / 100,
  AT10_pk_eur: personnelCents / 100,
  AT10_value_full: (release.runRateMinutes / 60) * 63.02,
  AT10_value_pk: (release.runRateFte * personnelCents) / 100,
  AT10s_year: fteOfPath(STEP),
  AT10s_after: (20_000 * 21) / TARIF,
  AT11_cap: CAPACITY,
  AT11_backlog: BACKLOG,
  AT11_end: BACKLOG.at(-1) ?? NaN,
  AT11_done: sum(fluidBacklog({ start: 600, arrivals: ARRIVALS, capacity: CAPACITY }).map((one) => one?.done ?? NaN)),
  AT11_need_steady: fteToClear(0, ARRIVALS, 40, minutesOfFte),
  AT11_clear6: fteToClear(600, ARRIVALS.slice(0, 6), 40, minutesOfFte.slice(0, 6)),
  AT11_extra_clear_year: fteToClear(600, [], 40, minutesOfFte),
  AT11_wait_days_end: waitAfter(11),
  AT12: fluidBacklog({ start: 50, arrivals: [100, 100, 100], capacity: [120, 120, 120] }).map(
    (one) => one?.workable ?? NaN,
  ),
  AT13_avail: meanOf([...Array<Post>(5).fill(held(1)), VACANT, LEARNING], 'calendar'),
  AT13_gap:
    gapOf(meanOf([...Array<Post>(5).fill(held(1)), VACANT, LEARNING], 'calendar'), fteOfPath(ONLINE))?.gapFte ?? NaN,
  AT13_util:
    gapOf(meanOf([...Array<Post>(5).fill(held(1)), VACANT, LEARNING], 'calendar'), fteOfPath(ONLINE))?.utilisation ??
    NaN,
  AT14_cap_cases: casesOf(4, TARIF / 12, 22),
  AT14_fte_p80: ((1_500 + normalQuantile(0.8) * 120) * 22) / (TARIF / 12),
  AT15_days: ownYearlyMinutes({ workingDays: 252, leaveDays: 30, sickDays: 12, otherDays: 2, weeklyHours: 5 }) / 60,
  AT15_hours39: ownYearlyMinutes({ workingDays: 252, leaveDays: 30, sickDays: 12, otherDays: 2, weeklyHours: 39 }) / 60,
  AT15_hours40: ownYearlyMinutes({ workingDays: 252, leaveDays: 30, sickDays: 12, otherDays: 2, weeklyHours: 40 }) / 60,
  AT15_minutes39: ownYearlyMinutes({ workingDays: 252, leaveDays: 30, sickDays: 12, otherDays: 2, weeklyHours: 39 }),
};

it.each<[string, Readonly<Record<string, number | readonly number[]>>]>([
  [
    'AT-01 two tasks of the study with 9 % taken from the yearly minutes need 2.1771 FTE',
    { AT01_minutes: 189_000, AT01_fte: 2.1771 },
  ],
  ['AT-02 a workplace costs 109,180.00 a year and 66.9405 an hour', { AT02_year: 109_180, AT02_hour: 66.9405 }],
  [
    'AT-03 WISN: 17.4581 FTE, 18.4911 with support work',
    { AT03_basic: 17.4581, AT03_caf: 1.0592, AT03_total: 18.4911 },
  ],
  [
    'AT-04 three tasks with 5 + 5 % Verteilzeit need 3.9685 FTE, officials 3.8669',
    {
      AT04_grund: 337_900,
      AT04_mbzmin: 371_690,
      AT04_fte: 3.9685,
      AT04_fte_task1: 1.6912,
      AT04_fte_task2: 1.562,
      AT04_fte_task3: 0.7152,
      AT04_beamte: 3.8669,
    },
  ],
  [
    'AT-05 10 % on top are not 10 % off',
    { AT05_surcharge10: 3.9685, AT05_deduct_1_11: 3.9685, AT05_deduct10: 4.0086, AT05_deduct9: 3.9645 },
  ],
  [
    'AT-06 3.7692 posts of both statuses are 3.8086 FTE of an employee',
    { AT06_fte: 3.7692, AT06_minutes: 356_716.1538, AT06_nak: 3.8086, AT06_gap: 0.1599 },
  ],
  [
    'AT-07 the peak of the cases is July, that of the people May',
    {
      AT07_annual: 4.2281,
      AT07_peak_equalmonth: 5.7079,
      AT07_min_equalmonth: 2.7482,
      AT07_wd: [3.3824, 3.7735, 4.0359, 4.6614, 5.426, 5.2466, 5.2115, 5.0737, 4.0359, 3.6323, 3.3824, 2.8857],
      AT07_peak_wd_month: 5,
      AT07_wdweighted_mean: 4.2281,
    },
  ],
  [
    'AT-08 vacant from March to August',
    { AT08_days: 184, AT08_cal: 0.4959, AT08_wd: 0.5, AT08_30_360: 0.5, AT08_vacant_wd: 126 },
  ],
  ['AT-09 a ramp of three months', { AT09_cal: 0.4716, AT09_month: 0.4688, AT09_wd: 0.4747, AT09_loss_month: 0.0938 }],
  [
    'AT-10 a go-live in July releases 0.3726 FTE this year and 1.5375 a year later; July itself takes longer',
    {
      AT10_mbz: [30, 30, 30, 30, 30, 30, 31.68, 28.98, 26.4, 25.2, 24, 22.8],
      AT10_before: 6.4061,
      AT10_year: 6.0335,
      AT10_dec_runrate: 4.8687,
      AT10_released_year: 0.3726,
      AT10_released_runrate: 1.5375,
      AT10_value_full: 151_248,
      AT10_pk_eur: 73_895.1833,
      AT10_value_pk: 113_612.0692,
    },
  ],
  ['AT-10s all at once', { AT10s_year: 5.4452, AT10s_after: 4.4843 }],
  [
    'AT-11 a backlog of 600 grows to 717; 2.05 FTE hold it, 2.695 clear it by June',
    {
      AT11_backlog: [
        629.75, 658.0833, 699.25, 757.5833, 823.0833, 794.25, 726.8333, 676.5833, 687.75, 738.9167, 788.6667, 717,
      ],
      AT11_done: 4_683,
      AT11_need_steady: 2.05,
      AT11_clear6: 2.695,
      AT11_extra_clear_year: 0.2562,
      AT11_wait_days_end: 38.583,
    },
  ],
  ['AT-12 a stock is never below nothing', { AT12: [30, 10, 0] }],
  ['AT-13 posts against the year of the go-live', { AT13_avail: 5.9675, AT13_gap: -0.0661, AT13_util: 1.0111 }],
  [
    'AT-15 own days make 1,622.4 or 1,664 hours',
    { AT15_days: 208, AT15_hours39: 1_622.4, AT15_hours40: 1_664, AT15_minutes39: 97_344 },
  ],
])('%s', (_, printed) => {
  for (const [name, values] of Object.entries(printed)) {
    const found = [COMPUTED[name]].flat();
    [values].flat().forEach((value, at) => expect([name, found[at]]).toEqual([name, expect.closeTo(value, 3.9)]));
  }
});

it('T24 12,000 cases of 25 minutes in 1,600 hours are 3.125 FTE', () => {
  expect(fteOf(tasksOf([12_000, 25]), NO_ALLOWANCE, 96_000).fte).toBe(3.125);
});

it('AT-03b 1,000 beds, six days of eight hours: 23.0769 FTE, 27.7075 with 61 days of absence', () => {
  const beds = tasksOf([6_000, 480]);
  expect(fteOf(beds, NO_ALLOWANCE, 40 * 52 * 60).fte).toBeCloseTo(23.0769, 4);
  expect(fteOf(beds, surcharge(61 / 304), 40 * 52 * 60).fte).toBeCloseTo(27.7075, 4);
});

it('AT-10 the two values in euro are whole cents and stay apart; the third is 6,315.79 cases and no money', () => {
  const value = releasedValue(
    { minutes: release.runRateMinutes, yearlyMinutes: TARIF, minutesPerCase: release.endMinutes },
    { hourlyRateCents: 6_302, personnelCents },
  );
  expect(value).toEqual({ fullCostCents: 15_124_800, personnelCents: 11_361_207, cases: expect.closeTo(6_315.79, 2) });
});

it('AT-11 who comes at the end of June waits 42.74 working days, and no case is lost', () => {
  expect(waitAfter(5)).toBeCloseTo(42.7399, 4);
  expect(600 + sum(ARRIVALS) - Number(COMPUTED['AT11_done']) - 717).toBeCloseTo(0, 9);
});

it('AT-14 4.0 FTE are overloaded in three months of four; 4.5127 are enough in four of five', () => {
  const { overload, requiredFte: needed } = risk(4);
  // Four standard errors of ten thousand runs.
  expect(Math.abs((overload[0] ?? 0) - 0.7499214)).toBeLessThan(0.0173);
  expect(needed[0]).toBeCloseTo(4.5127, 1);
  expect(Math.abs((risk(4.512732870805).overload[0] ?? 0) - 0.2)).toBeLessThan(0.016);
});

it('the same minutes go into the need whatever the order of tasks', () => {
  expect(sum(DESK.map((task) => taskMinutes(task, surcharge(0.1)) ?? NaN))).toBeCloseTo(371_690, 6);
});

const whereThere = existsSync(EXPECTED) ? describe : describe.skip;
whereThere('every expected value to nine digits (needs ../shared/cases, which may be absent)', () => {
  /** Told by other means: a check of the file's own, a rounded text, a drawn value, and figures about the source. */
  const ELSEWHERE = /^(AT11_check|AT14_p|implied_)/;
  const expected = existsSync(EXPECTED)
    ? (JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, number | number[]>)
    : {};
  const names = Object.keys(expected).filter((name) => !ELSEWHERE.test(name));
  it('covers the file', () => {
    expect(names.filter((name) => COMPUTED[name] === undefined)).toEqual([]);
    expect(names.length).toBeGreaterThan(50);
  });
  it.each(names)('%s', (name) => {
    const [wanted, found] = [[expected[name] ?? []].flat(), [COMPUTED[name] ?? []].flat()];
    expect(found).toHaveLength(wanted.length);
    wanted.forEach((value, at) => {
      expect(Math.abs((found[at] ?? NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-12);
    });
  });
});
