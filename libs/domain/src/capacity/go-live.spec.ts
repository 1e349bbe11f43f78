import fc from 'fast-check';
import { plainDate } from '../shared/plain-date';
import {
  type GoLiveEffect,
  minutesPath,
  onlineShare,
  realisableFte,
  releaseOf,
  releasedValue,
  slipped,
} from './go-live';
import { monthsFrom } from './time-axis';

const YEAR = monthsFrom({ year: 2026, month: 1 }, 12);
const FLAT = Array<number>(12).fill(1_000);
const effect = (changes: Partial<GoLiveEffect> = {}): GoLiveEffect => ({
  goLiveOn: plainDate('2026-07-01'),
  oldMinutes: 30,
  onlineMinutes: 18,
  online: { kind: 'linear', share: 0.6, months: 6 },
  dip: [0.1, 0.05],
  rebound: 0,
  ...changes,
});
const pathOf = (one: GoLiveEffect): number[] => minutesPath(one, YEAR).map(({ minutesPerCase }) => minutesPerCase);
const release = (one: GoLiveEffect) => releaseOf(one, YEAR, FLAT, 93_660);

describe('the day of the milestone', () => {
  it('a slip of three months moves the whole path, and with it what the year releases', () => {
    const late = slipped(effect(), 92);
    expect(late.goLiveOn).toBe('2026-10-01');
    expect(pathOf(late).slice(8)).toEqual([30, ...[31.68, 28.98, 26.4].map((minutes) => expect.closeTo(minutes, 9))]);
    expect(release(late).yearFte).toBeLessThan(release(effect()).yearFte);
    expect(release(late).runRateFte).toBeLessThan(release(effect()).runRateFte);
  });

  it('in the middle of a month counts by days', () => {
    const middle = pathOf(effect({ goLiveOn: plainDate('2026-06-16'), dip: [], online: { kind: 'step', share: 1 } }));
    expect(middle.slice(4, 7)).toEqual([30, 24, 18]);
  });

  it('on the last day of a long month is no trap', () => {
    const months = pathOf(
      effect({ goLiveOn: plainDate('2026-01-31'), dip: [], online: { kind: 'given', shares: [0, 0.5, 1] } }),
    );
    expect(months[0]).toBe(30);
    expect(months[1]).toBeCloseTo((27 * 30 + 24) / 28, 9);
    expect(months[11]).toBeCloseTo(18, 9);
  });

  it('after the end of the year has no effect at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (days, rebound) => {
        const late = slipped(effect({ goLiveOn: plainDate('2027-01-01'), rebound }), days);
        expect(release(late)).toMatchObject({ yearFte: 0, runRateFte: 0, endMinutes: 30 });
      }),
      { seed: 2026 },
    );
  });

  it('years ago is simply how it is', () => {
    expect(pathOf(effect({ goLiveOn: plainDate('2019-03-01') }))).toEqual(Array(12).fill(expect.closeTo(22.8, 9)));
  });
});

describe('how the online share grows', () => {
  it.each<[GoLiveEffect['online'], number[]]>([
    [{ kind: 'step', share: 0.5 }, [0.5, 0.5, 0.5, 0.5]],
    [{ kind: 'linear', share: 0.6, months: 3 }, [0.2, 0.4, 0.6, 0.6]],
    [{ kind: 'given', shares: [0.1, 0.3] }, [0.1, 0.3, 0.3, 0.3]],
    [{ kind: 'given', shares: [] }, [0, 0, 0, 0]],
  ])('%p', (course, shares) => {
    expect([0, 1, 2, 3].map((month) => onlineShare(course, month))).toEqual(
      shares.map((one) => expect.closeTo(one, 12)),
    );
    expect(onlineShare(course, -1)).toBe(0);
  });

  it('the S-curve has 7 % of its share after a quarter of its months, half after half, 93 % after three quarters', () => {
    const share = (month: number): number => onlineShare({ kind: 's_curve', share: 1, months: 12 }, month);
    expect(share(2)).toBeCloseTo(0.0701037, 6);
    expect(share(5)).toBeCloseTo(0.5, 12);
    expect(share(8)).toBeCloseTo(1 - 0.0701037, 6);
  });

  it('as an S: slow, fast, slow, and all of it at the end', () => {
    const shares = Array.from({ length: 14 }, (_, month) =>
      onlineShare({ kind: 's_curve', share: 0.8, months: 12 }, month),
    );
    const steps = shares.map((share, at) => share - (shares[at - 1] ?? 0));
    expect(Math.min(...steps.slice(0, 12))).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBe(Math.max(...steps.slice(5, 7)));
    expect([shares[5], shares[11], shares[13]]).toEqual([0.4, 0.8, 0.8].map((one) => expect.closeTo(one, 9)));
  });
});

describe('what is released', () => {
  it('AT-10 the month of the go-live releases less than nothing, and that is shown', () => {
    const { byMonth, yearFte } = release(effect());
    expect(byMonth[6]).toBeLessThan(0);
    expect(byMonth.reduce((sum, one) => sum + one, 0)).toBeCloseTo(yearFte, 12);
  });

  it('easier applications bring more of them: a part of the time is gone again', () => {
    expect(release(effect({ rebound: 0.3 })).runRateFte).toBeLessThan(release(effect()).runRateFte);
    // 60 % online and a rebound of a half: 1.3 times the cases at 22.8 minutes.
    expect(release(effect({ rebound: 0.5 })).runRateMinutes).toBeCloseTo(12_000 * (30 - 1.3 * 22.8), 6);
  });

  it('is linear in cases', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 12, maxLength: 12 }), (cases) => {
        const once = releaseOf(effect(), YEAR, cases, 93_660);
        const twice = releaseOf(
          effect(),
          YEAR,
          cases.map((one) => 2 * one),
          93_660,
        );
        expect(twice.yearMinutes).toBeCloseTo(2 * once.yearMinutes, 4);
        expect(twice.runRateFte).toBeCloseTo(2 * once.runRateFte, 9);
      }),
      { seed: 2026 },
    );
  });

  it('cannot be given back in crumbs', () => {
    expect([0.24, 0.25, 1.54, -0.1].map((fte) => realisableFte(fte, 0.25))).toEqual([0, 0.25, 1.54, 0]);
    expect(realisableFte(-0.1, 0)).toBe(0);
  });

  it('a case that takes no time any more has no value in cases', () => {
    const value = releasedValue(
      { minutes: 60, yearlyMinutes: 93_660, minutesPerCase: 0 },
      { hourlyRateCents: 6_302, personnelCents: 0 },
    );
    expect(value).toEqual({ fullCostCents: 6_302, personnelCents: 0, cases: 0 });
  });
});
