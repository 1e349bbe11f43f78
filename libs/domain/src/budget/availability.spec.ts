import fc from 'fast-check';
import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import {
  EMPTY_BALANCE,
  type LineBalance,
  adjustedAppropriationCents,
  amountOf,
  availableCents,
  balanceKnownAt,
  balanceOf,
  balanceOn,
  boundCents,
  effectCents,
  formulaOf,
  sumBalances,
  withMovements,
} from './availability';
import {
  AUTHORITY_KINDS,
  CLAIM_KINDS,
  type DatedMovement,
  MOVEMENT_EFFECT,
  MOVEMENT_KINDS,
  type MovementDraft,
  isMovementKind,
} from './movement';

const T1 = balanceOf([
  { kind: 'appropriation', amountCents: cents(350_000_000) },
  { kind: 'carry_over', amountCents: cents(12_000_000) },
  { kind: 'over_plan', amountCents: cents(8_000_000) },
  { kind: 'transfer', amountCents: cents(-5_000_000) },
  { kind: 'lock', amountCents: cents(35_000_000) },
  { kind: 'reservation', amountCents: cents(4_000_000) },
  { kind: 'commitment', amountCents: cents(61_000_000) },
  { kind: 'actual', amountCents: cents(190_000_000) },
]);

const anyMovement: fc.Arbitrary<MovementDraft> = fc.record({
  kind: fc.constantFrom(...MOVEMENT_KINDS),
  amountCents: fc.integer({ min: -1e12, max: 1e12 }).map(cents),
});

describe('available amount (R1, § 27 Abs. 3 KomHKVO)', () => {
  it('T1 adjusted appropriation 3,650,000 and available 750,000', () => {
    expect(adjustedAppropriationCents(T1)).toBe(365_000_000);
    expect(availableCents(T1)).toBe(75_000_000);
    expect(boundCents(T1)).toBe(65_000_000);
  });

  it.each<[string, number]>([
    ['appropriation', 100],
    ['carry_over', 100],
    ['over_plan', 100],
    ['outside_plan', 100],
    ['earmark', 100],
    ['transfer', 100],
    ['lock', -100],
    ['reservation', -100],
    ['commitment', -100],
    ['actual', -100],
  ])('one euro of %s changes it by %d cents', (kind, change) => {
    const movement = { kind, amountCents: cents(100) } as MovementDraft;
    expect(availableCents(balanceOf([movement]))).toBe(change);
    expect(effectCents([movement])).toBe(change);
    expect(amountOf(balanceOf([movement]), movement.kind)).toBe(100);
  });

  it('grants with six kinds and takes with four', () => {
    expect(AUTHORITY_KINDS).toEqual([
      'appropriation',
      'carry_over',
      'over_plan',
      'outside_plan',
      'earmark',
      'transfer',
    ]);
    expect(CLAIM_KINDS).toEqual(['lock', 'reservation', 'commitment', 'actual']);
    expect(isMovementKind('lock')).toBe(true);
    expect(isMovementKind('posting')).toBe(false);
  });

  it('a line without movements has nothing', () => {
    expect(availableCents(EMPTY_BALANCE)).toBe(0);
    expect(balanceOf([])).toEqual(EMPTY_BALANCE);
    expect(Object.values(EMPTY_BALANCE)).toEqual(Array<number>(10).fill(0));
    expect(effectCents([])).toBe(0);
  });

  it('T17b a lock of 10,000 on 5,000 left shows -5,000', () => {
    const used = balanceOf([
      { kind: 'appropriation', amountCents: cents(10_000_000) },
      { kind: 'commitment', amountCents: cents(9_500_000) },
      { kind: 'lock', amountCents: cents(1_000_000) },
    ]);
    expect(availableCents(used)).toBe(-500_000);
  });

  it('never leaves the exact range silently', () => {
    const huge = { kind: 'appropriation', amountCents: cents(Number.MAX_SAFE_INTEGER) } as const;
    expect(() => balanceOf([huge, huge])).toThrow(RangeError);
  });
});

describe('T1e movements and balances agree', () => {
  it('whatever the order in which they are booked', () => {
    fc.assert(
      fc.property(fc.array(anyMovement), fc.array(anyMovement), (first, second) => {
        const together = balanceOf([...first, ...second]);
        expect(withMovements(balanceOf(first), second)).toEqual(together);
        expect(withMovements(balanceOf(second), first)).toEqual(together);
        expect(sumBalances([balanceOf(first), balanceOf(second)])).toEqual(together);
        expect(availableCents(together)).toBe(effectCents([...first, ...second]));
      }),
    );
  });

  it('a counter-movement restores the balance', () => {
    fc.assert(
      fc.property(fc.array(anyMovement), anyMovement, (movements, wrong) => {
        const counter = { ...wrong, amountCents: cents(-wrong.amountCents) };
        expect(balanceOf([...movements, wrong, counter])).toEqual(balanceOf(movements));
      }),
    );
  });

  it('does not change the balance it starts from', () => {
    const before: LineBalance = { ...T1 };
    withMovements(T1, [{ kind: 'actual', amountCents: cents(1) }]);
    expect(T1).toEqual(before);
  });

  it('at any date, by either clock', () => {
    const movements: DatedMovement[] = [
      {
        kind: 'appropriation',
        amountCents: cents(100),
        bookedOn: plainDate('2026-01-01'),
        recordedAt: '2026-01-01T08:00:00.000Z',
      },
      {
        kind: 'actual',
        amountCents: cents(30),
        bookedOn: plainDate('2026-03-31'),
        recordedAt: '2026-04-02T08:00:00.000Z',
      },
    ];
    expect(availableCents(balanceOn(movements, plainDate('2025-12-31')))).toBe(0);
    expect(availableCents(balanceOn(movements, plainDate('2026-03-30')))).toBe(100);
    expect(availableCents(balanceOn(movements, plainDate('2026-03-31')))).toBe(70);
    expect(availableCents(balanceKnownAt(movements, '2026-04-01T00:00:00.000Z'))).toBe(100);
    expect(availableCents(balanceKnownAt(movements, '2026-04-02T08:00:00.000Z'))).toBe(70);
  });
});

describe('the formula behind the figure', () => {
  it('T1 lists every step signed, with the running sum', () => {
    expect(formulaOf(T1).map((step) => [step.part, step.role, step.amountCents, step.runningCents])).toEqual([
      ['appropriation', 'step', 350_000_000, 350_000_000],
      ['carry_over', 'step', 12_000_000, 362_000_000],
      ['over_plan', 'step', 8_000_000, 370_000_000],
      ['outside_plan', 'step', 0, 370_000_000],
      ['earmark', 'step', 0, 370_000_000],
      ['transfer', 'step', -5_000_000, 365_000_000],
      ['adjusted_appropriation', 'total', 365_000_000, 365_000_000],
      ['lock', 'step', -35_000_000, 330_000_000],
      ['reservation', 'step', -4_000_000, 326_000_000],
      ['commitment', 'step', -61_000_000, 265_000_000],
      ['actual', 'step', -190_000_000, 75_000_000],
      ['available', 'total', 75_000_000, 75_000_000],
    ]);
  });

  it('always ends at the available amount', () => {
    fc.assert(
      fc.property(fc.array(anyMovement), (movements) => {
        const balance = balanceOf(movements);
        const formula = formulaOf(balance);
        expect(formula).toHaveLength(MOVEMENT_KINDS.length + 2);
        expect(formula.at(-1)?.amountCents).toBe(availableCents(balance));
        expect(formula.at(-2)?.runningCents).toBe(availableCents(balance));
      }),
    );
  });

  it('knows an effect for every kind', () => {
    expect(Object.keys(MOVEMENT_EFFECT)).toEqual([...MOVEMENT_KINDS]);
  });
});
