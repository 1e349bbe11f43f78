import { type Cents, cents } from '../shared/cents';
import { comparisonKind, type ComparisonKind, planDifferenceCents } from './plan-comparison';

const amounts = (values: readonly (number | null)[]): (Cents | null)[] =>
  values.map((value) => (value === null ? null : cents(value)));

describe('where a difference between two versions comes from', () => {
  it.each<[string, (number | null)[], (number | null)[], ComparisonKind]>([
    ['every year equal', [100, 200], [100, 200], 'same'],
    ['planned nowhere', [null, null], [null, null], 'same'],
    ['planned only in the other', [null, null], [null, 5], 'new'],
    ['a new line with zero is planned', [null, null], [0, null], 'new'],
    ['planned only in the first', [100, null], [null, null], 'dropped'],
    ['one year more', [100, 200], [100, 201], 'changed'],
    ['a year moved', [100, null], [null, 100], 'changed'],
    ['zero is not the same as nothing planned', [100, 0], [100, null], 'changed'],
    ['a line with zero that goes is dropped', [0, null], [null, null], 'dropped'],
  ])('%s: %j and %j', (_, base, other, expected) => {
    expect(comparisonKind(amounts(base), amounts(other))).toBe(expected);
  });

  it.each<[number | null, number | null, number | null]>([
    [100, 130, 30],
    [100, null, -100],
    [null, 30, 30],
    [null, 0, 0],
    [0, 0, 0],
    [null, null, null],
    [-50, -20, 30],
  ])('%j to %j is %j', (base, other, expected) => {
    const [first = null, second = null] = amounts([base, other]);
    expect(planDifferenceCents(first, second)).toBe(expected);
  });
});
