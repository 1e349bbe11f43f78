import {
  type Bound,
  boundOfDifference,
  boundOfSum,
  checkShareStatement,
  countOf,
  divideBounded,
  opposite,
  shareOf,
  type Statement,
} from './bound';

const NOTHING: Statement = { operator: 'exact', numerator: null, denominator: null, shareBasisPoints: null };

describe('bounds', () => {
  it('turns round where a figure is taken away', () => {
    expect((['exact', 'lower', 'upper'] as const).map(opposite)).toEqual(['exact', 'upper', 'lower']);
  });

  it.each<[Bound, Bound, Bound | null, Bound | null]>([
    ['exact', 'exact', 'exact', 'exact'],
    ['exact', 'lower', 'lower', 'upper'],
    ['lower', 'exact', 'lower', 'lower'],
    ['lower', 'lower', 'lower', null],
    ['upper', 'upper', 'upper', null],
    ['lower', 'upper', null, 'lower'],
    ['upper', 'lower', null, 'upper'],
  ])('%s and %s: sum %s, difference %s', (first, second, sum, difference) => {
    expect(boundOfSum(first, second)).toBe(sum);
    expect(boundOfDifference(first, second)).toBe(difference);
  });

  it.each<[bigint, bigint, Bound, number]>([
    [7n, 2n, 'exact', 4],
    [7n, 3n, 'exact', 2],
    [-7n, 2n, 'exact', -4],
    [-5n, 3n, 'exact', -2],
    [7n, 3n, 'upper', 3],
    [6n, 3n, 'upper', 2],
    [8n, 3n, 'lower', 2],
    [-7n, 3n, 'lower', -3],
    [-7n, 3n, 'upper', -2],
  ])('%s by %s rounded as %s figure is %s, so that it stays true', (numerator, denominator, bound, value) => {
    expect(divideBounded(numerator, denominator, bound)).toEqual({ value, bound });
  });
});

describe('a stated share', () => {
  it('R26 "> 70 %" is a lower bound without counts, never exactly 70.00 %', () => {
    expect(shareOf({ ...NOTHING, operator: 'above', shareBasisPoints: 7_000 })).toEqual({
      numerator: 7_000,
      denominator: 10_000,
      bound: 'lower',
    });
  });

  it('R26 "several" is no number', () => {
    expect(checkShareStatement({ ...NOTHING, operator: 'several' })).toEqual({ ok: true, value: null });
    expect(checkShareStatement({ ...NOTHING, operator: 'several', denominator: 22 })).toEqual({
      ok: true,
      value: null,
    });
  });

  it('counts stay counts', () => {
    expect(shareOf({ ...NOTHING, numerator: 1_680, denominator: 2_400 })).toMatchObject({
      numerator: 1_680,
      bound: 'exact',
    });
  });

  it.each<[string, Partial<Statement>, string]>([
    ['a share above 100 %', { shareBasisPoints: 10_001 }, 'MEASURED_SHARE_RANGE'],
    ['more than 100 %', { operator: 'above', shareBasisPoints: 10_000 }, 'MEASURED_SHARE_RANGE'],
    ['more than all', { operator: 'above', numerator: 5, denominator: 5 }, 'MEASURED_SHARE_RANGE'],
    ['a numerator above the denominator', { numerator: 25, denominator: 24 }, 'MEASURED_ABOVE_WHOLE'],
    ['a negative count', { numerator: -1, denominator: 24 }, 'MEASURED_NEGATIVE'],
    ['a negative share', { shareBasisPoints: -1 }, 'MEASURED_NEGATIVE'],
    ['of nothing', { numerator: 0, denominator: 0 }, 'MEASURED_WHOLE_ZERO'],
    ['share and count at once', { shareBasisPoints: 7_000, numerator: 7 }, 'MEASURED_BOTH'],
    ['a count without its whole', { numerator: 7 }, 'MEASURED_NOTHING'],
    ['nothing at all', {}, 'MEASURED_NOTHING'],
    ['several with a number', { operator: 'several', numerator: 3, denominator: 9 }, 'MEASURED_SEVERAL'],
    ['several with a share', { operator: 'several', shareBasisPoints: 3 }, 'MEASURED_SEVERAL'],
  ])('%s is refused', (_, statement, code) => {
    const checked = checkShareStatement({ ...NOTHING, ...statement });
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
    expect(shareOf({ ...NOTHING, ...statement })).toBeNull();
  });

  it('a counted quantity has its bound too', () => {
    expect(countOf({ operator: 'at_most', quantity: 4 })).toEqual({ value: 4, bound: 'upper' });
    expect(countOf({ operator: 'several', quantity: null })).toBeNull();
    expect(countOf({ operator: 'exact', quantity: null })).toBeNull();
  });
});
