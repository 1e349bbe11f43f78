import { type Cents, cents, sumCents } from '../shared/cents';
import {
  type LineLock,
  type LockTerms,
  type LockableLine,
  decideLift,
  isReportOpen,
  lockAmounts,
  lockEffects,
} from './lock';

const line = (lineId: string, basisCents: number, subBudget = 'THH 10'): LockableLine => ({
  lineId,
  subBudget,
  basisCents: cents(basisCents),
});
const amountsOf = (terms: LockTerms, lines: readonly LockableLine[]): readonly LineLock[] => {
  const locked = lockAmounts(terms, lines);
  if (!locked.ok) throw new Error(locked.refusal.code);
  return locked.value;
};
const total = (locks: readonly LineLock[]): Cents => sumCents(locks.map((lock) => lock.amountCents));
const percent = (basisPoints: number): LockTerms => ({ method: 'percentage', basisPoints });

describe('what a lock takes', () => {
  it('T17a 10 % of 3,500,000.00 locks 350,000.00', () => {
    expect(amountsOf(percent(1_000), [line('core', 350_000_000)])).toEqual([
      { lineId: 'core', basisCents: 350_000_000, amountCents: 35_000_000 },
    ]);
  });

  it('T17a 10 % of many lines is 10 % of all of them together, to the cent', () => {
    const lines = [line('a', 33_333), line('b', 33_333), line('c', 33_334), line('d', 249_900_000)];
    const locks = amountsOf(percent(1_000), lines);
    expect(total(locks)).toBe(25_000_000);
    expect(locks.map((lock) => lock.amountCents)).toEqual([3_333, 3_333, 3_334, 24_990_000]);
  });

  it('a line without an appropriation gives nothing; all of them without one is no lock', () => {
    expect(amountsOf(percent(1_000), [line('a', 1_000), line('b', 0), line('c', -500)])).toHaveLength(1);
    expect(lockAmounts(percent(1_000), [line('b', 0)])).toMatchObject({
      ok: false,
      refusal: { code: 'LOCK_NO_BASIS' },
    });
  });

  it('T17d 11,000,000.00 over seven sub-budgets: 1 × 1,571,428.58 and 6 × 1,571,428.57, exactly the whole', () => {
    const lines = Array.from({ length: 7 }, (_, at) => [
      line(`${at}-a`, 200_000_000 + at, `THH ${at}`),
      line(`${at}-b`, 99_999_999, `THH ${at}`),
    ]).flat();
    const terms = { method: 'reduction', totalCents: cents(1_100_000_000), spread: 'equal_by_sub_budget' } as const;
    const locks = amountsOf(terms, lines);
    const parts = [...Map.groupBy(locks, ({ lineId }) => lineId.charAt(0)).values()].map(total);
    expect(parts).toEqual([157_142_858, ...Array.from({ length: 6 }, () => 157_142_857)]);
    expect(total(locks)).toBe(1_100_000_000);
  });

  it.each<[string, LockTerms]>([
    ['of the whole', { method: 'reduction', totalCents: cents(1_000), spread: 'by_appropriation' }],
    ['of every sub-budget', { method: 'reduction', totalCents: cents(1_000), spread: 'equal_by_sub_budget' }],
    ['line by line', { method: 'amounts', amounts: ['a', 'b'].map((lineId) => ({ lineId, amountCents: cents(500) })) }],
  ])('T17d the last cent can be locked %s, and one more cannot', (_, terms) => {
    const lines = [line('a', 500, 'THH 1'), line('b', 500, 'THH 2')];
    expect(total(amountsOf(terms, lines))).toBe(1_000);
    expect(lockAmounts(terms, [line('a', 499, 'THH 1'), line('b', 500, 'THH 2')])).toMatchObject({
      ok: false,
      refusal: { code: 'LOCK_ABOVE_BASIS' },
    });
  });

  it('T17d by appropriation: a line with twice the money bears twice the part, exactly the whole', () => {
    const terms = { method: 'reduction', totalCents: cents(100), spread: 'by_appropriation' } as const;
    const locks = amountsOf(terms, [line('a', 1_000), line('b', 2_000)]);
    expect(locks.map((lock) => lock.amountCents)).toEqual([33, 67]);
  });

  it.each([
    ['more than there is', 'by_appropriation', 3_001, [line('a', 1_000), line('b', 2_000)]],
    ['a part above its sub-budget', 'equal_by_sub_budget', 2_100, [line('a', 1_000), line('b', 9_000, 'THH 20')]],
  ] as const)('%s is not locked', (_, spread, totalCents, lines) => {
    const locked = lockAmounts({ method: 'reduction', totalCents: cents(totalCents), spread }, lines);
    expect(locked).toMatchObject({ ok: false, refusal: { code: 'LOCK_ABOVE_BASIS' } });
  });

  it.each([
    [
      'as named',
      [
        { lineId: 'a', amountCents: cents(400) },
        { lineId: 'b', amountCents: cents(0) },
      ],
      400,
    ],
    ['a line above what it has', [{ lineId: 'a', amountCents: cents(1_001) }], 'LOCK_ABOVE_BASIS'],
    ['a line that is not there', [{ lineId: 'x', amountCents: cents(1) }], 'LOCK_LINE_UNKNOWN'],
    ['nothing at all', [], 'LOCK_NO_BASIS'],
  ] as const)('amounts line by line: %s', (_, amounts, expected) => {
    const locked = lockAmounts({ method: 'amounts', amounts }, [line('a', 1_000), line('b', 500)]);
    expect(locked.ok ? total(locked.value) : locked.refusal.code).toBe(expected);
  });
});

describe('what stays available under a lock', () => {
  it('T17b 100,000 less 95,000 bound and spent: a lock of 10,000 leaves -5,000, of which 5,000 cannot be realised', () => {
    const effect = lockEffects([
      { lineId: 'a', lockCents: cents(1_000_000), availableBeforeCents: cents(500_000), poolId: null },
    ]);
    expect(effect).toEqual([{ lineId: 'a', availableAfterCents: -500_000, unrealisableCents: 500_000 }]);
  });

  it('T17b a line that was overdrawn before realises nothing, never more than its lock', () => {
    const effect = lockEffects([
      { lineId: 'a', lockCents: cents(1_000), availableBeforeCents: cents(-9_000), poolId: null },
    ]);
    expect(effect[0]?.unrealisableCents).toBe(1_000);
  });

  it('in a pool the pool decides: one empty line is borne by the other', () => {
    const effects = lockEffects([
      { lineId: 'a', lockCents: cents(1_000), availableBeforeCents: cents(1_500), poolId: 'p' },
      { lineId: 'b', lockCents: cents(1_000), availableBeforeCents: cents(1_500), poolId: 'p' },
      { lineId: 'c', lockCents: cents(10), availableBeforeCents: cents(10), poolId: null },
    ]);
    expect(effects).toEqual([
      { lineId: 'a', availableAfterCents: -500, unrealisableCents: 250 },
      { lineId: 'b', availableAfterCents: -500, unrealisableCents: 250 },
      { lineId: 'c', availableAfterCents: 0, unrealisableCents: 0 },
    ]);
  });

  it('a line of the selection without a lock has no effect of its own', () => {
    expect(lockEffects([{ lineId: 'a', lockCents: cents(0), availableBeforeCents: cents(-3), poolId: null }])).toEqual([
      { lineId: 'a', availableAfterCents: -3, unrealisableCents: 0 },
    ]);
  });
});

describe('lifting a lock', () => {
  const held = [
    { lineId: 'a', lockedCents: cents(600) },
    { lineId: 'b', lockedCents: cents(400) },
    { lineId: 'c', lockedCents: cents(0) },
  ];

  it('T17c without a reason nothing is lifted', () => {
    expect(decideLift(held, null, '  ')).toEqual({ ok: false, refusal: { code: 'LOCK_LIFT_REASON', params: {} } });
  });

  it('T17c a lifting that the council was not told of stays an open task, one without a reason too', () => {
    expect(isReportOpen({ reason: 'Steuern über Plan', reportedOn: null })).toBe(true);
    expect(isReportOpen({ reason: '', reportedOn: '2026-11-12' })).toBe(true);
    expect(isReportOpen({ reason: 'Steuern über Plan', reportedOn: '2026-11-12' })).toBe(false);
  });

  it('wholly: everything that is still held', () => {
    expect(decideLift(held, null, 'Steuern über Plan')).toEqual({
      ok: true,
      value: [
        { lineId: 'a', amountCents: 600 },
        { lineId: 'b', amountCents: 400 },
      ],
    });
  });

  it.each([
    ['in part', [{ lineId: 'b', amountCents: cents(150) }], null],
    ['exactly what is held', [{ lineId: 'b', amountCents: cents(400) }], null],
    ['more than is held', [{ lineId: 'b', amountCents: cents(401) }], 'LOCK_LIFT_EXCEEDED'],
    ['a line that was never locked', [{ lineId: 'x', amountCents: cents(1) }], 'LOCK_LIFT_EXCEEDED'],
    ['nothing', [{ lineId: 'b', amountCents: cents(0) }], 'LOCK_LIFT_EMPTY'],
  ] as const)('line by line: %s', (_, amounts, code) => {
    const lifted = decideLift(held, amounts, 'Steuern über Plan');
    expect(lifted.ok ? null : lifted.refusal.code).toBe(code);
  });
});
