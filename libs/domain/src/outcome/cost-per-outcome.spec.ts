import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import { areComparable, changeOf, checkCount, costPerPiece } from './cost-per-outcome';

const TODAY = plainDate('2026-10-05');

describe('cost per outcome (leap 8)', () => {
  it('210,000 euro for 1,680 workplaces are 125.00 each', () => {
    expect(costPerPiece(cents(21_000_000), { value: 1_680, bound: 'exact' })).toEqual({
      value: 12_500,
      bound: 'exact',
    });
  });

  it('of more than 1,680 it is at most 125.00', () => {
    expect(costPerPiece(cents(21_000_000), { value: 1_680, bound: 'lower' })).toEqual({
      value: 12_500,
      bound: 'upper',
    });
  });

  it('a bound is rounded so that it stays true', () => {
    expect(costPerPiece(cents(100), { value: 3, bound: 'lower' })?.value).toBe(34);
    expect(costPerPiece(cents(100), { value: 3, bound: 'upper' })?.value).toBe(33);
    expect(costPerPiece(cents(200), { value: 3, bound: 'exact' })?.value).toBe(67);
  });

  it('R26 an unknown quantity, none of it, or an unknown cost has no price', () => {
    expect(costPerPiece(cents(100), null)).toBeNull();
    expect(costPerPiece(cents(100), { value: 0, bound: 'exact' })).toBeNull();
    expect(costPerPiece(null, { value: 3, bound: 'exact' })).toBeNull();
    expect(costPerPiece(cents(-1), { value: 3, bound: 'exact' })).toBeNull();
  });

  it('the cost of a running year is not compared with that of a whole one', () => {
    const [last, now] = [plainDate('2025-12-31'), plainDate('2026-11-15')];
    expect(areComparable('since_start', last, now)).toBe(true);
    expect(areComparable('year', last, now)).toBe(false);
    expect(areComparable('year', plainDate('2025-11-15'), now)).toBe(true);
  });

  it('a change is told between exact figures only', () => {
    expect(changeOf({ value: 100, bound: 'exact' }, { value: 90, bound: 'exact' })).toBe(-10);
    expect(changeOf({ value: 100, bound: 'upper' }, { value: 90, bound: 'exact' })).toBeNull();
    expect(changeOf({ value: 100, bound: 'exact' }, { value: 90, bound: 'upper' })).toBeNull();
    expect(changeOf(null, { value: 90, bound: 'exact' })).toBeNull();
    expect(changeOf({ value: 90, bound: 'exact' }, null)).toBeNull();
  });

  it.each<[string, number | null, string, string | null]>([
    ['exact', 4, '2026-10-05', null],
    ['several', null, '2026-10-05', null],
    ['exact', -1, '2026-10-05', 'MEASURED_NEGATIVE'],
    ['exact', null, '2026-10-05', 'MEASURED_NOTHING'],
    ['several', 3, '2026-10-05', 'MEASURED_SEVERAL'],
    ['exact', 4, '2026-10-06', 'MEASURED_FUTURE'],
  ])('%s %s on %s: %s', (operator, quantity, measuredOn, code) => {
    const checked = checkCount({ operator: operator as 'exact', quantity, measuredOn: plainDate(measuredOn) }, TODAY);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});
