import fc from 'fast-check';
import { plainDate } from '../shared/plain-date';
import {
  type LongAbsence,
  type Occupancy,
  type Post,
  checkPost,
  meanFte,
  monthlyFte,
  plannedUntil,
} from './available-fte';
import { type TimeBasis, TIME_BASES, timeAxis, yearAxis } from './time-axis';
import { workCalendar } from './working-days';

const day = plainDate;
const calendar = workCalendar('NI');
const occupancy = (from: string, until: string | null, share = 1, changes: Partial<Occupancy> = {}): Occupancy => ({
  from: day(from),
  until: until === null ? null : day(until),
  share,
  rampUp: [],
  absences: [],
  ...changes,
});
const post = (occupancies: Occupancy[], changes: Partial<Post> = {}): Post => ({
  postId: 'p1',
  status: 'employee',
  share: 1,
  from: day('2020-01-01'),
  until: null,
  note: null,
  occupancies,
  ...changes,
});
const away = (from: string, until: string | null, share = 1): LongAbsence => ({
  from: day(from),
  until: until === null ? null : day(until),
  share,
});
const columnsOf = (posts: Post[], basis: TimeBasis = 'calendar', year = 2026) =>
  monthlyFte(posts, yearAxis(year, basis, calendar));
const availableOf = (one: Post): number[] => Array.from(columnsOf([one], 'months').available);

describe('what a post can be', () => {
  const codeOf = (one: Post): string | null => {
    const checked = checkPost(one);
    return checked.ok ? null : checked.refusal.code;
  };

  it('one person after the other, two halves beside each other, a gap between', () => {
    expect(codeOf(post([occupancy('2020-01-01', '2026-02-28'), occupancy('2026-03-01', null)]))).toBeNull();
    expect(codeOf(post([occupancy('2020-01-01', null, 0.5), occupancy('2021-01-01', null, 0.5)]))).toBeNull();
    expect(codeOf(post([occupancy('2020-01-01', '2020-01-31'), occupancy('2026-03-01', null)]))).toBeNull();
  });

  it('30 of 39 and 9 of 39 hours are one post, in spite of the division', () => {
    expect(codeOf(post([occupancy('2020-01-01', null, 30 / 39), occupancy('2020-01-01', null, 9 / 39)]))).toBeNull();
  });

  it('more than a hundred per cent is refused from the day on which it is', () => {
    const both = post([occupancy('2020-01-01', '2026-03-01'), occupancy('2026-03-01', null, 0.5)]);
    expect(checkPost(both)).toEqual({
      ok: false,
      refusal: { code: 'OCCUPANCY_OVER_POST', params: { on: '2026-03-01', percent: 150, postPercent: 100 } },
    });
    expect(codeOf(post([occupancy('2020-01-01', null)], { share: 0.5 }))).toBe('OCCUPANCY_OVER_POST');
  });

  it('an end before the start is refused, of post, person and absence', () => {
    expect(codeOf(post([], { until: day('2019-12-31') }))).toBe('POST_END_BEFORE_START');
    expect(codeOf(post([occupancy('2026-03-01', '2026-02-28')]))).toBe('OCCUPANCY_END_BEFORE_START');
    const back = occupancy('2026-01-01', null, 1, { absences: [away('2026-05-01', '2026-04-01')] });
    expect(codeOf(post([back]))).toBe('OCCUPANCY_END_BEFORE_START');
  });

  it('nobody is on a post before it begins or after it ends', () => {
    expect(codeOf(post([occupancy('2019-12-31', null)]))).toBe('OCCUPANCY_OUTSIDE_POST');
    expect(codeOf(post([occupancy('2020-01-01', null)], { until: day('2026-12-31') }))).toBe('OCCUPANCY_OUTSIDE_POST');
    const kw = { note: { kind: 'kw', from: day('2027-01-01') } } as const;
    expect(codeOf(post([occupancy('2020-01-01', '2027-01-01')], kw))).toBe('OCCUPANCY_OUTSIDE_POST');
    expect(codeOf(post([occupancy('2020-01-01', '2026-12-31')], kw))).toBeNull();
  });

  it.each([0, -0.5, 1.01, NaN])('a share of %d is none', (share) => {
    expect(codeOf(post([occupancy('2020-01-01', null, share)]))).toBe('SHARE_RANGE');
  });

  it('a ramp is a share, too', () => {
    expect(codeOf(post([occupancy('2020-01-01', null, 1, { rampUp: [0, 25] })]))).toBe('SHARE_RANGE');
  });
});

describe('kw and ku', () => {
  it('kw with a day takes the post away on it', () => {
    const kw = post([], { note: { kind: 'kw', from: day('2026-07-01') } });
    expect(plannedUntil(kw)).toBe('2026-06-30');
    expect(Array.from(columnsOf([kw], 'months').planned)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('kw without a day takes it away with the last who leaves', () => {
    const note = { kind: 'kw', from: null } as const;
    const two = [occupancy('2020-01-01', '2026-03-31', 0.5), occupancy('2020-01-01', '2026-09-30', 0.5)];
    expect(plannedUntil(post(two, { note }))).toBe('2026-09-30');
    expect(plannedUntil(post([occupancy('2020-01-01', null)], { note }))).toBeNull();
    expect(plannedUntil(post([], { note, until: day('2028-12-31') }))).toBe('2028-12-31');
  });

  it('ku changes the grade, not the time', () => {
    expect(plannedUntil(post([], { note: { kind: 'ku', from: day('2026-07-01') } }))).toBeNull();
  });
});

describe('what is worked', () => {
  it('leave and usual sickness are in the yearly minutes: only a long absence is taken off', () => {
    const parent = occupancy('2020-01-01', null, 0.5, {
      absences: [away('2026-04-01', '2026-06-30'), away('2026-07-01', '2026-07-31', 0.5)],
    });
    expect(availableOf(post([parent]))).toEqual([0.5, 0.5, 0.5, 0, 0, 0, 0.25, 0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(columnsOf([post([parent])]).occupied[4]).toBe(0.5);
  });

  it('two absences at once do not take more than there is', () => {
    const both = occupancy('2020-01-01', null, 1, {
      absences: [away('2026-01-01', null), away('2026-02-01', null, 0.5)],
    });
    expect(availableOf(post([both]))).toEqual(Array(12).fill(0));
  });

  it('who begins in the middle of a month learns from that day on', () => {
    const learner = post([occupancy('2026-06-16', null, 1, { rampUp: [0.5] })]);
    const months = availableOf(learner);
    expect(months[5]).toBeCloseTo(0.25, 12);
    expect(months[6]).toBeCloseTo((15 * 0.5 + 16) / 31, 12);
    expect(months[7]).toBe(1);
  });

  it('who leaves during the ramp leaves', () => {
    expect(
      availableOf(post([occupancy('2026-01-01', '2026-01-31', 1, { rampUp: [0.25, 0.5, 0.75] })])).slice(0, 3),
    ).toEqual([0.25, 0, 0]);
  });

  it('an axis of six years sees the same months as each of its years', () => {
    const posts = [
      post([
        occupancy('2024-05-17', '2028-02-11', 0.75, {
          rampUp: [0.25, 0.5],
          absences: [away('2027-03-03', '2027-09-09')],
        }),
      ]),
    ];
    const long = monthlyFte(posts, timeAxis({ year: 2024, month: 1 }, 72, 'working_days', calendar)).available;
    const short = [2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) =>
      Array.from(columnsOf(posts, 'working_days', year).available),
    );
    short.forEach((fte, month) => expect(long[month]).toBeCloseTo(fte, 12));
  });
});

describe('whatever the posts are', () => {
  const someDay = fc
    .integer({ min: 0, max: 3 * 365 })
    .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const anyPost = fc
    .tuple(someDay, someDay, fc.double({ min: 0.1, max: 1, noNaN: true }), fc.constantFrom([], [0.25, 0.5, 0.75]))
    .map(([one, other, share, rampUp]) =>
      post([occupancy(one < other ? one : other, one < other ? other : one, share, { rampUp })], {
        share,
        from: day('2024-01-01'),
      }),
    );

  it('occupied and vacant are planned, and nobody works who is not there', () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 4 }), fc.constantFrom(...TIME_BASES), (posts, basis) => {
        const { planned, occupied, available } = columnsOf(posts, basis);
        planned.forEach((fte, month) => {
          expect(fte - (occupied[month] ?? 0)).toBeGreaterThanOrEqual(-1e-9);
          expect((occupied[month] ?? 0) - (available[month] ?? 0)).toBeGreaterThanOrEqual(-1e-9);
        });
      }),
      { seed: 2026, numRuns: 60 },
    );
  });

  it('FTE of all are the sum of the FTE of each', () => {
    fc.assert(
      fc.property(anyPost, anyPost, (first, second) => {
        const axis = yearAxis(2026, 'working_days', calendar);
        const meanOf = (posts: Post[]): number => meanFte(monthlyFte(posts, axis).available, axis);
        expect(meanOf([first, second])).toBeCloseTo(meanOf([first]) + meanOf([second]), 9);
      }),
      { seed: 2026, numRuns: 60 },
    );
  });
});
