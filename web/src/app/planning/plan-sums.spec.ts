import { linesOf, type PlanLine } from './plan-rows';
import { ceilingOf, difference, frameFigures, plannedByFrame, sumOf } from './plan-sums';

const list = <Value>(value: Value): Value[] => Array.from({ length: 4 }, () => value);
const LINES: PlanLine[] = linesOf({
  ...{ number: list(''), name: list(''), unitId: list(null), unitCode: list(null), subBudget: list('') },
  ...{ product: list(''), productName: list(''), account: list(''), sphere: list('') },
  lineId: ['a', 'b', 'c', 'd'],
  frame: ['CORE', 'CORE', 'FEES', 'CORE'],
  direction: ['expense', 'payment', 'expense', 'revenue'],
});

describe('sums of the grid', () => {
  it.each([
    [[1, 2, 3, 4], 10],
    [[null, 0, null, null], 0],
    [[null, null, null, null], null],
    [[], null],
  ])('of %j', (amounts, sum) => {
    expect(sumOf(LINES, amounts)).toBe(sum);
  });

  it('of a frame hold what is needed for operation and investment, and nothing that comes in', () => {
    expect([...plannedByFrame(LINES, [100, 20, null, 5000])]).toEqual([
      ['CORE', 120],
      ['SCHOOL_NET', null],
      ['FEES', null],
    ]);
  });

  it('of a frame without ceiling have no room, known or not; an empty frame has all of it', () => {
    expect(frameFigures(100, null)).toEqual({ plannedCents: 100, ceilingCents: null, roomCents: null });
    expect(frameFigures(null, 500).roomCents).toBe(500);
    expect(frameFigures(600, 500).roomCents).toBe(-100);
  });

  it('know no ceiling for a year that is not set up', () => {
    expect(ceilingOf([], 'CORE', 2031)).toBeNull();
  });
});

describe('the difference to what it is compared with', () => {
  it.each([
    [110, 100, { cents: 10, share: 0.1 }],
    [90, -100, { cents: 190, share: 1.9 }],
    [5, 0, { cents: 5, share: null }],
    [null, 100, null],
    [100, null, null],
  ])('%s to %s', (plan, base, found) => {
    expect(difference(plan, base)).toEqual(found);
  });
});
