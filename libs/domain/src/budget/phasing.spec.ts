import { cents, sumCents } from '../shared/cents';
import { checkPhasing, monthsOf, type Phasing, phasingOf, sumMonths } from './phasing';

const twelve = (part: number, ...last: number[]): number[] => [...Array<number>(12 - last.length).fill(part), ...last];
const amounts = (monthCents: number[]): Phasing => ({ kind: 'amounts', monthCents });
const shares = (monthBasisPoints: number[]): Phasing => ({ kind: 'shares', monthBasisPoints });
/** Licences are paid in January, the rest of the year costs nothing. */
const JANUARY = amounts([120_000, ...Array<number>(11).fill(0)]);

describe('how a year falls into months', () => {
  it.each<[string, number, Phasing | null, number[]]>([
    ['without phasing in equal twelfths (R23)', 100_00, null, [...Array(4).fill(834), ...Array(8).fill(833)]],
    ['as entered', 120_000, JANUARY, [120_000, ...Array(11).fill(0)]],
    ['in proportion once the year has changed', 60_001, JANUARY, [60_001, ...Array(11).fill(0)]],
    ['in proportion of unequal months', 101, amounts(twelve(0, 50, 50)), twelve(0, 51, 50)],
    ['by shares', 100_01, shares(twelve(0, 3333, 6667)), twelve(0, 3333, 6668)],
    ['below zero', -100, amounts(twelve(0, -40, -60)), twelve(0, -40, -60)],
    ['equal, when nothing was entered but the year has an amount by now', 12, amounts(twelve(0)), twelve(1)],
  ])('%s', (_, yearCents, phasing, months) => {
    expect(monthsOf(cents(yearCents), phasing)).toEqual(months);
    expect(sumCents(monthsOf(cents(yearCents), phasing))).toBe(yearCents);
  });

  it('reads what is stored', () => {
    expect([phasingOf('equal', []), phasingOf('amounts', [1]), phasingOf('shares', [2])]).toEqual([
      null,
      amounts([1]),
      shares([2]),
    ]);
  });

  it('adds lines month by month', () => {
    expect(sumMonths([twelve(1).map(cents), twelve(2, 5).map(cents)])).toEqual(twelve(3, 6));
    expect(sumMonths([])).toEqual(twelve(0));
  });
});

describe('what is no phasing of the amount', () => {
  it.each<[string, number, Phasing, object | null]>([
    ['right amounts', 120_000, JANUARY, null],
    ['right shares', 5, shares(twelve(800, 1200, 800)), null],
    ['a cent too little', 120_001, JANUARY, { code: 'PHASING_SUM', missing: 1 }],
    ['99.99 %', 5, shares(twelve(800, 1200, 799)), { code: 'PHASING_SUM', missing: 1 }],
    ['100.01 %', 5, shares(twelve(800, 1200, 801)), { code: 'PHASING_SUM', missing: -1 }],
    ['eleven months', 11, amounts(Array(11).fill(1)), { code: 'PHASING_MONTHS', missing: 0 }],
    ['half a cent', 12, amounts(twelve(1, 0.5, 1.5)), { code: 'PHASING_MONTHS', missing: 0 }],
    ['a month below zero', 10, amounts(twelve(1, 1, -2)), { code: 'PHASING_SIGN', missing: 0 }],
    ['a month above zero in a credit', -10, amounts(twelve(-1, 1, -1)), { code: 'PHASING_SIGN', missing: 0 }],
    ['a share below zero', -10, shares(twelve(1000, 0, -1000)), { code: 'PHASING_SIGN', missing: 0 }],
  ])('%s', (_, yearCents, phasing, found) => {
    expect(checkPhasing(cents(yearCents), phasing)).toEqual(found);
  });
});
