import { plainDate } from '../shared/plain-date';
import type { Bound, Share } from '../shared/bound';
import { type SharePoint, basisPointsOf, paceOf } from './pace';

const day = plainDate;
const share = (numerator: number, denominator = 100, bound: Bound = 'exact'): Share => ({
  numerator,
  denominator,
  bound,
});
const point = (measuredOn: string, value: Share | null): SharePoint => ({ measuredOn: day(measuredOn), share: value });

const GOAL = day('2026-12-31');
const SOURCE = point('2026-04-27', share(7_000, 10_000, 'lower'));

describe('T28 more than 70 % on 27.04.2026, everything by 31.12.2026', () => {
  const pace = paceOf([SOURCE], GOAL, day('2026-04-27'));

  it('T28 248 days are left and at most 30 points are missing', () => {
    expect(pace.daysFromMeasured).toBe(248);
    expect(pace.missingBasisPoints).toEqual({ value: 3_000, bound: 'upper' });
  });

  it('T28 at most 3.68 points a month are needed: a bound, because the share is one', () => {
    expect(pace.neededPerMonth).toEqual({ value: 368, bound: 'upper' });
  });

  it('T28 with exactly 70 % it would be exactly 3.68 points', () => {
    const exact = paceOf([point('2026-04-27', share(70))], GOAL, day('2026-04-27'));
    expect(exact.neededPerMonth).toEqual({ value: 368, bound: 'exact' });
  });

  it('T28 one statement says nothing about the rate, so no day of 100 % is told', () => {
    expect([pace.rate, pace.arrival, pace.gapDays]).toEqual([null, { kind: 'unknown' }, null]);
  });

  it('T28 seven months later nobody has said more: the statement is old and the pace from today is another', () => {
    const later = paceOf([SOURCE], GOAL, day('2026-11-30'));
    expect([later.isStale, later.daysFromToday, later.daysFromMeasured]).toEqual([true, 31, 248]);
    expect(later.neededPerMonthFromToday).toEqual({ value: 2_944, bound: 'upper' });
    expect(later.neededPerMonth).toEqual({ value: 368, bound: 'upper' });
  });
});

describe('run-rate, day of 100 % and gap to the target date', () => {
  it('from an exact start to a lower bound the rate is at least, the day at the latest', () => {
    const pace = paceOf([SOURCE, point('2024-07-01', share(0))], GOAL, day('2026-05-01'));
    expect(pace.rate).toEqual({ since: '2024-07-01', perMonth: { value: 320, bound: 'lower' } });
    expect(pace.arrival).toEqual({ kind: 'on', day: '2027-02-06', bound: 'upper' });
    expect(pace.gapDays).toEqual({ value: 37, bound: 'upper' });
  });

  it('exact counts give exact figures: 10 of 40 in January, 25 of 40 in July', () => {
    const pace = paceOf(
      [point('2026-01-01', share(10, 40)), point('2026-07-01', share(25, 40))],
      GOAL,
      day('2026-07-01'),
    );
    expect(pace.rate?.perMonth).toEqual({ value: 630, bound: 'exact' });
    expect(pace.arrival).toEqual({ kind: 'on', day: '2026-12-29', bound: 'exact' });
    expect(pace.gapDays).toEqual({ value: -2, bound: 'exact' });
  });

  it('the whole may change meanwhile: shares are compared, not counts', () => {
    const pace = paceOf(
      [point('2026-01-01', share(10, 20)), point('2026-07-01', share(18, 24))],
      GOAL,
      day('2026-07-01'),
    );
    expect(pace.missingBasisPoints).toEqual({ value: 2_500, bound: 'exact' });
    expect(pace.arrival).toEqual({ kind: 'on', day: '2026-12-29', bound: 'exact' });
  });

  it.each<[string, Share, Share, object]>([
    ['two lower bounds say nothing', share(50, 100, 'lower'), share(70, 100, 'lower'), { kind: 'unknown' }],
    ['nothing gained is never', share(50), share(50), { kind: 'never' }],
    ['lost is never', share(60), share(50), { kind: 'never' }],
    ['not known to have gained is unknown', share(70), share(70, 100, 'lower'), { kind: 'unknown' }],
    ['all is reached', share(50), share(100), { kind: 'reached' }],
    ['more than 99 % is not all', share(0), share(99, 100, 'lower'), { kind: 'on', day: '2026-07-03', bound: 'upper' }],
    ['at most all is not all', share(50), share(100, 100, 'upper'), { kind: 'on', day: '2026-07-01', bound: 'lower' }],
    ['so slow that it is never', share(0, 100_000), share(1, 100_000), { kind: 'never' }],
  ])('%s', (_, first, last, arrival) => {
    const pace = paceOf([point('2026-01-01', first), point('2026-07-01', last)], GOAL, day('2026-07-01'));
    expect(pace.arrival).toEqual(arrival);
  });

  it('R26 several is no share: nothing is reckoned from it, also not from an older share', () => {
    const pace = paceOf([point('2026-01-01', share(10)), point('2026-04-27', null)], GOAL, day('2026-05-01'));
    expect(pace).toMatchObject({
      share: null,
      missingBasisPoints: null,
      neededPerMonth: null,
      neededPerMonthFromToday: null,
      rate: null,
      arrival: { kind: 'unknown' },
      gapDays: null,
      isStale: false,
    });
  });

  it('without any statement everything is unknown and the board says that it is old', () => {
    expect(paceOf([], GOAL, day('2026-05-01'))).toMatchObject({
      measuredOn: null,
      isStale: true,
      daysFromMeasured: null,
    });
  });

  it('after the goal no pace is enough, and it is overdue unless all is reached', () => {
    const late = paceOf([point('2027-01-05', share(90))], GOAL, day('2027-01-06'));
    expect(late).toMatchObject({ isOverdue: true, neededPerMonth: null, daysFromToday: 0 });
    expect(paceOf([point('2027-01-05', share(100))], GOAL, day('2027-01-06')).isOverdue).toBe(false);
    expect(paceOf([], GOAL, day('2027-01-06')).isOverdue).toBe(true);
    expect(paceOf([], GOAL, GOAL).isOverdue).toBe(false);
  });

  it('thirty days are fresh, thirty-one are old', () => {
    const of = (today: string, ...reportDays: number[]): boolean =>
      paceOf([point('2026-04-27', share(70))], GOAL, day(today), ...reportDays).isStale;
    expect([of('2026-05-27'), of('2026-05-28')]).toEqual([false, true]);
    // A city that wants to be told every two weeks.
    expect([of('2026-05-11', 14), of('2026-05-12', 14)]).toEqual([false, true]);
  });

  it('two thirds are told as 66.67 %, as a lower bound 66.66 %', () => {
    expect(basisPointsOf(share(2, 3)).value).toBe(6_667);
    expect(basisPointsOf(share(2, 3, 'lower')).value).toBe(6_666);
  });
});
