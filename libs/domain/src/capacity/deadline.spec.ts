import fc from 'fast-check';
import { plainDate } from '../shared/plain-date';
import { type OpenCases, ageProfile, deadlineOf, deadlineView } from './deadline';
import { workCalendar } from './working-days';

const day = plainDate;
const calendar = workCalendar('NI');
const TODAY = day('2026-06-01');
const stock = (...cohorts: [string, number][]): OpenCases[] =>
  cohorts.map(([receivedOn, cases]) => ({ receivedOn: day(receivedOn), cases }));
const view = (open: OpenCases[], casesPerWorkingDay: number) =>
  deadlineView(open, [{ from: TODAY, casesPerWorkingDay }], TODAY, 'vwgo_75', calendar);

it('three months for an application, six for social benefits, from the day it came', () => {
  expect(deadlineOf(day('2026-03-31'), 'vwgo_75')).toBe('2026-06-30');
  expect(deadlineOf(day('2025-11-30'), 'vwgo_75')).toBe('2026-02-28');
  expect(deadlineOf(day('2026-01-15'), 'sgg_88')).toBe('2026-07-15');
});

describe('open cases by age', () => {
  const open = stock(
    ['2026-05-31', 1],
    ['2026-05-02', 2],
    ['2026-05-01', 4],
    ['2026-04-02', 8],
    ['2026-03-03', 16],
    ['2026-03-01', 32],
    ['2026-02-28', 64],
  );

  it('30 days are still up to 30; overdue is who waits beyond the deadline', () => {
    expect(ageProfile(open, TODAY, 'vwgo_75')).toEqual({ upTo30: 3, upTo60: 12, upTo90: 16, over90: 96, overdue: 64 });
    expect(ageProfile(open, TODAY, 'sgg_88').overdue).toBe(0);
  });

  it('every case is in one group', () => {
    const cohort = fc.record({ receivedOn: fc.integer({ min: 1, max: 150 }), cases: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(cohort), (cohorts) => {
        const open = cohorts.map(({ receivedOn, cases }) => ({
          cases,
          receivedOn: day(new Date(Date.UTC(2026, 0, receivedOn)).toISOString().slice(0, 10)),
        }));
        const { upTo30, upTo60, upTo90, over90 } = ageProfile(open, TODAY, 'vwgo_75');
        expect(upTo30 + upTo60 + upTo90 + over90).toBe(cohorts.reduce((sum, { cases }) => sum + cases, 0));
      }),
      { seed: 2026 },
    );
  });
});

describe('the first deadline that is not kept', () => {
  // 1 to 5 June, without the weekend: the deadline of 5 March is Friday, 5 June.
  it('is none when the oldest are done in time', () => {
    expect(view(stock(['2026-03-05', 50]), 10)).toEqual({ firstBreachOn: null, lateCases: 0, neededPerWorkingDay: 10 });
  });

  it('is that of the oldest when they are too many, and counts those that are late', () => {
    expect(view(stock(['2026-03-05', 60]), 10)).toEqual({
      firstBreachOn: '2026-06-05',
      lateCases: 10,
      neededPerWorkingDay: 12,
    });
  });

  it('the oldest go first, so that newer ones may be the late ones', () => {
    const { firstBreachOn, lateCases } = view(stock(['2026-03-12', 30], ['2026-03-05', 50]), 10);
    expect([firstBreachOn, lateCases]).toEqual([null, 0]);
    expect(view(stock(['2026-03-12', 60], ['2026-03-05', 50]), 10).firstBreachOn).toBe('2026-06-12');
  });

  it('what is overdue today is late whatever is done, and asks for nobody', () => {
    expect(view(stock(['2026-02-01', 5]), 10)).toEqual({
      firstBreachOn: '2026-05-01',
      lateCases: 5,
      neededPerWorkingDay: 0,
    });
  });

  it('with nobody there every case is late', () => {
    expect(view(stock(['2026-05-01', 3]), 0)).toMatchObject({ firstBreachOn: '2026-08-01', lateCases: 3 });
  });

  it('nobody works today what comes next month', () => {
    const later = view(stock(['2026-07-01', 100]), 1);
    expect(later.firstBreachOn).toBe('2026-10-01');
    expect(later.neededPerWorkingDay).toBeCloseTo(100 / 67, 9);
  });

  it('a plan may change on a day', () => {
    const plan = [
      { from: day('2026-06-08'), casesPerWorkingDay: 20 },
      { from: TODAY, casesPerWorkingDay: 0 },
    ];
    const open = stock(['2026-03-12', 100]);
    expect(deadlineView(open, plan, TODAY, 'vwgo_75', calendar).firstBreachOn).toBeNull();
    expect(deadlineView(stock(['2026-03-12', 101]), plan, TODAY, 'vwgo_75', calendar)).toMatchObject({
      firstBreachOn: '2026-06-12',
      lateCases: 1,
    });
  });

  it('the pace that is needed keeps every deadline that can be kept, and less does not', () => {
    const cohort = fc.tuple(fc.integer({ min: 61, max: 240 }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(fc.array(cohort, { minLength: 1, maxLength: 8 }), (cohorts) => {
        const open = cohorts.map(([at, cases]) => ({
          cases,
          receivedOn: day(new Date(Date.UTC(2026, 0, at)).toISOString().slice(0, 10)),
        }));
        const { neededPerWorkingDay } = view(open, 0);
        expect(view(open, neededPerWorkingDay * (1 + 1e-9)).firstBreachOn).toBeNull();
        expect(view(open, neededPerWorkingDay * 0.98).firstBreachOn).not.toBeNull();
      }),
      { seed: 2026, numRuns: 60 },
    );
  });
});
