import fc from 'fast-check';
import { type Cents, MAX_AMOUNT_CENTS, cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { balanceOf } from './availability';
import { type BookingSituation, decideBooking, isOverAuthority } from './booking-rules';
import type { MovementDraft, MovementKind } from './movement';

const move = (kind: MovementKind, amount: number): MovementDraft => ({ kind, amountCents: cents(amount) });
const line = (...movements: [MovementKind, number][]): BookingSituation => ({
  fiscalYear: fiscalYear(2026),
  booksState: 'open',
  lineState: 'open',
  isPlanInForce: true,
  balance: balanceOf(movements.map(([kind, amount]) => move(kind, amount))),
});
const codeOf = (movements: MovementDraft[], situation: BookingSituation): string => {
  const outcome = decideBooking(movements, situation);
  return outcome.ok ? 'ok' : outcome.refusal.code;
};

describe('booking within the authority', () => {
  it('T1d two orders of 60,000 on 100,000: the second learns that 40,000 are available', () => {
    const before = line(['appropriation', 10_000_000]);
    const first = decideBooking([move('commitment', 6_000_000)], before);
    if (!first.ok) throw new Error('The first order fits.');
    expect(first.value).toEqual({
      balanceAfter: balanceOf([move('appropriation', 10_000_000), move('commitment', 6_000_000)]),
      availableCents: 4_000_000,
      checkedLevel: 'line',
      needsSecondPerson: false,
      provisional: null,
    });
    expect(decideBooking([move('commitment', 6_000_000)], { ...before, balance: first.value.balanceAfter })).toEqual({
      ok: false,
      refusal: {
        code: 'BUDGET_EXCEEDED',
        params: {
          missingCents: 2_000_000,
          availableCents: 4_000_000,
          neededCents: 6_000_000,
          checkedLevel: 'line',
          rule: '§ 27 Abs. 3 KomHKVO',
          waysOut: ['over_plan_by_mayor', 'over_plan_by_council', 'urgent_decision', 'supplementary_budget'],
          unchanged: ['movements', 'balance', 'order'],
        },
      },
    });
  });

  it.each<[MovementKind]>([['reservation'], ['commitment'], ['actual']])(
    '%s takes the last cent and not one more',
    (kind) => {
      const situation = line(['appropriation', 100]);
      expect(codeOf([move(kind, 100)], situation)).toBe('ok');
      expect(codeOf([move(kind, 101)], situation)).toBe('BUDGET_EXCEEDED');
    },
  );

  it('a transfer gives what is there and takes what comes', () => {
    expect(codeOf([move('transfer', -100)], line(['appropriation', 100]))).toBe('ok');
    expect(codeOf([move('transfer', -101)], line(['appropriation', 100]))).toBe('BUDGET_EXCEEDED');
    expect(codeOf([move('transfer', 101)], line())).toBe('ok');
  });

  it.each<[MovementKind, number]>([
    ['appropriation', -500],
    ['carry_over', -500],
    ['over_plan', -500],
    ['outside_plan', -500],
    ['earmark', -500],
    ['lock', 500],
    ['appropriation', 500],
  ])('%s of %d is decided elsewhere and passes (T17b)', (kind, amount) => {
    expect(codeOf([move(kind, amount)], line(['appropriation', 100]))).toBe('ok');
  });

  it('T17b on an overdrawn line old orders are settled and new ones refused', () => {
    const overdrawn = line(['appropriation', 10_000_000], ['commitment', 9_500_000], ['lock', 1_000_000]);
    expect(codeOf([move('commitment', -2_500_000), move('actual', 2_500_000)], overdrawn)).toBe('ok');
    const outcome = decideBooking([move('commitment', 1)], overdrawn);
    expect(outcome.ok ? null : outcome.refusal.params).toMatchObject({
      availableCents: -500_000,
      missingCents: 500_001,
      neededCents: 1,
    });
  });

  it('an invoice above its order is held against the line with the excess only', () => {
    const situation = line(['appropriation', 100], ['commitment', 60]);
    expect(codeOf([move('commitment', -60), move('actual', 100)], situation)).toBe('ok');
    expect(codeOf([move('commitment', -60), move('actual', 101)], situation)).toBe('BUDGET_EXCEEDED');
  });

  it('extra authority booked together with the order counts for it', () => {
    expect(codeOf([move('earmark', 50), move('commitment', 150)], line(['appropriation', 100]))).toBe('ok');
    expect(codeOf([move('earmark', 50), move('commitment', 151)], line(['appropriation', 100]))).toBe(
      'BUDGET_EXCEEDED',
    );
  });

  it('names outside-plan ways where the plan has nothing for the purpose', () => {
    const outcome = decideBooking([move('actual', 1)], { ...line(), cover: { transferableCents: cents(1) } });
    expect(outcome.ok ? null : outcome.refusal.params).toMatchObject({
      waysOut: [
        'transfer',
        'outside_plan_by_mayor',
        'outside_plan_by_council',
        'urgent_decision',
        'supplementary_budget',
      ],
    });
  });
});

describe('T6 in a cover pool the pool decides', () => {
  const a = balanceOf([move('appropriation', 20_000_000), move('actual', 23_000_000)]);
  const pool = balanceOf([move('appropriation', 45_000_000), move('actual', 42_000_000)]);
  const situation = { ...line(), balance: a, poolBalance: pool };

  it('an order of 30,000.00 on the overdrawn line passes', () => {
    const outcome = decideBooking([move('commitment', 3_000_000)], situation);
    expect(outcome.ok ? outcome.value : null).toMatchObject({ availableCents: 0, checkedLevel: 'pool' });
  });

  it('30,000.01 fails although another line alone has 50,000', () => {
    const outcome = decideBooking([move('commitment', 3_000_001)], situation);
    expect(outcome.ok ? null : outcome.refusal).toMatchObject({
      code: 'BUDGET_EXCEEDED',
      params: { missingCents: 1, availableCents: 3_000_000, checkedLevel: 'pool' },
    });
  });

  it('a line with money in an overdrawn pool has none', () => {
    const rich = { ...line(['appropriation', 100]), poolBalance: balanceOf([move('actual', 5)]) };
    expect(codeOf([move('actual', 1)], rich)).toBe('BUDGET_EXCEEDED');
  });
});

describe('bookings refused for other reasons', () => {
  const open = line(['appropriation', 100_000], ['commitment', 300], ['reservation', 200]);

  it.each<[string, MovementDraft[], Partial<BookingSituation>, object]>([
    ['nothing to book', [], {}, { code: 'BOOKING_EMPTY', params: {} }],
    ['an amount of zero', [move('actual', 5), move('lock', 0)], {}, { code: 'AMOUNT_ZERO', params: { kind: 'lock' } }],
    [
      'an amount too large',
      [move('appropriation', MAX_AMOUNT_CENTS + 1)],
      {},
      { code: 'AMOUNT_RANGE', params: { kind: 'appropriation', maxCents: MAX_AMOUNT_CENTS } },
    ],
    [
      'an amount too small',
      [move('appropriation', -MAX_AMOUNT_CENTS - 1)],
      {},
      { code: 'AMOUNT_RANGE', params: { kind: 'appropriation', maxCents: MAX_AMOUNT_CENTS } },
    ],
    [
      'closed books',
      [move('appropriation', 1)],
      { booksState: 'closed' },
      { code: 'YEAR_CLOSED', params: { fiscalYear: 2026 } },
    ],
    [
      'books not yet open',
      [move('appropriation', 1)],
      { booksState: 'planned' },
      { code: 'YEAR_NOT_OPEN', params: { fiscalYear: 2026 } },
    ],
    ['a closed line', [move('actual', 1)], { lineState: 'closed' }, { code: 'LINE_CLOSED', params: {} }],
    [
      'no plan in force',
      [move('actual', 1)],
      { isPlanInForce: false },
      { code: 'PROVISIONAL_BUDGET', params: { fiscalYear: 2026, rule: '§ 116 NKomVG' } },
    ],
    [
      'releasing more than is committed',
      [move('commitment', -301)],
      {},
      { code: 'COMMITMENT_EXCEEDED', params: { openCents: 300 } },
    ],
    [
      'releasing more than is reserved',
      [move('reservation', -201)],
      {},
      { code: 'RESERVATION_EXCEEDED', params: { openCents: 200 } },
    ],
  ])('%s', (_, movements, changes, refusal) => {
    expect(decideBooking(movements, { ...open, ...changes })).toEqual({ ok: false, refusal });
  });

  it.each<[string, MovementDraft[], Partial<BookingSituation>]>([
    ['the largest amount', [move('appropriation', MAX_AMOUNT_CENTS)], {}],
    ['settling an order on a closed line', [move('commitment', -300), move('actual', 300)], { lineState: 'closed' }],
    [
      'settling an order without a plan in force',
      [move('commitment', -300), move('actual', 300)],
      { isPlanInForce: false },
    ],
    ['appropriations before a plan is in force', [move('appropriation', 1)], { isPlanInForce: false }],
    ['releasing exactly what is committed', [move('commitment', -300)], {}],
    ['releasing exactly what is reserved', [move('reservation', -200)], {}],
  ])('but %s passes', (_, movements, changes) => {
    expect(codeOf(movements, { ...open, ...changes })).toBe('ok');
  });

  it('a commitment that stands below zero in old data may be brought up', () => {
    const wrong = line(['appropriation', 1000], ['commitment', -50], ['reservation', -50]);
    expect(codeOf([move('commitment', 20)], wrong)).toBe('ok');
    expect(codeOf([move('reservation', 20)], wrong)).toBe('ok');
    expect(codeOf([move('commitment', -1)], wrong)).toBe('COMMITMENT_EXCEEDED');
    expect(codeOf([move('actual', 1)], wrong)).toBe('ok');
  });
});

describe('in a frame without a ceiling what is available is unknown, not zero (R26)', () => {
  const unknown = { ...line(), isAuthorityUnknown: true };

  it.each([[undefined], [null], [''], ['  ']])('a booking needs a reason, %p is none', (reason) => {
    const refusal = { code: 'REASON_REQUIRED', params: {} };
    expect(decideBooking([move('actual', 1)], { ...unknown, reason })).toEqual({ ok: false, refusal });
  });

  it('with a reason it passes', () => {
    expect(codeOf([move('actual', 1)], { ...unknown, reason: 'Gebühren laut Vorjahr' })).toBe('ok');
  });

  it('a reason does not help where the authority is known', () => {
    expect(codeOf([move('actual', 1)], { ...line(), isAuthorityUnknown: false, reason: 'eilig' })).toBe(
      'BUDGET_EXCEEDED',
    );
  });

  it('releasing needs none', () => {
    const ordered = { ...line(['commitment', 5]), isAuthorityUnknown: true };
    expect(codeOf([move('commitment', -5)], ordered)).toBe('ok');
  });
});

describe('four eyes above a limit', () => {
  const withLimit = (limit: Cents | null): BookingSituation => ({
    ...line(['appropriation', 10_000]),
    fourEyesFromCents: limit,
  });

  it.each<[number | null, number, boolean]>([
    [500, 499, false],
    [500, 500, true],
    [500, -500, true],
    [null, 9_999, false],
  ])('limit %p, booking %d: second person %p', (limit, amount, expected) => {
    const outcome = decideBooking([move('transfer', amount)], withLimit(limit === null ? null : cents(limit)));
    expect(outcome.ok && outcome.value.needsSecondPerson).toBe(expected);
  });
});

it('one large movement is enough for a second person', () => {
  const movements = [move('reservation', -1), move('commitment', 500)];
  const situation = { ...line(['appropriation', 10_000], ['reservation', 1]), fourEyesFromCents: cents(500) };
  const outcome = decideBooking(movements, situation);
  expect(outcome.ok && outcome.value.needsSecondPerson).toBe(true);
});

describe('imported history', () => {
  it('is flagged, never refused', () => {
    expect(isOverAuthority(balanceOf([move('actual', 1)]))).toBe(true);
    expect(isOverAuthority(balanceOf([]))).toBe(false);
    expect(isOverAuthority(balanceOf([move('actual', 1)]), balanceOf([move('appropriation', 1)]))).toBe(false);
  });
});

it('no sequence of accepted orders ever overdraws a line', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 20 });
  fc.assert(
    fc.property(amounts, (orders) => {
      let situation = line(['appropriation', 10_000]);
      for (const amount of orders) {
        const outcome = decideBooking([move('commitment', amount)], situation);
        if (outcome.ok) situation = { ...situation, balance: outcome.value.balanceAfter };
        else expect(amount).toBeGreaterThan(10_000 - situation.balance.commitmentCents);
      }
      expect(situation.balance.commitmentCents).toBeLessThanOrEqual(10_000);
    }),
  );
});

describe('without a plan in force (R15, § 116 NKomVG)', () => {
  const provisional = {
    sphere: 'operating',
    runOrChange: 'run',
    earlierPlan: { fiscalYear: fiscalYear(2025), amountCents: cents(500) },
  } as const;
  const claim = { ground: 'legal_duty', basis: 'Wartungsvertrag' } as const;
  const year: BookingSituation = { ...line(), isPlanInForce: false, provisional };

  it('T15 a ground carries the booking, which stands as a claim without authority', () => {
    expect(decideBooking([move('commitment', 900)], { ...year, claim })).toEqual({
      ok: true,
      value: {
        balanceAfter: balanceOf([move('commitment', 900)]),
        availableCents: -900,
        checkedLevel: 'line',
        needsSecondPerson: false,
        provisional: claim,
      },
    });
  });

  it('T15 without a ground, or with one that does not carry it, the paragraph is named', () => {
    expect(codeOf([move('commitment', 1)], { ...year, claim: null })).toBe('PROVISIONAL_BUDGET');
    expect(codeOf([move('commitment', 1)], { ...year, claim: { ...claim, basis: ' ' } })).toBe('PROVISIONAL_BASIS');
  });

  it.each<[MovementDraft[]]>([[[move('transfer', -1)]], [[move('transfer', -2), move('commitment', 1)]]])(
    'no ground gives away what no plan has granted: %j',
    (movements) => {
      expect(codeOf(movements, { ...year, claim })).toBe('PROVISIONAL_BUDGET');
    },
  );

  it('a ground carries nothing where its facts are not known', () => {
    const { provisional: _, ...unknown } = year;
    expect(codeOf([move('commitment', 1)], { ...unknown, claim })).toBe('PROVISIONAL_BUDGET');
  });

  it('settling needs no ground and gets no mark', () => {
    const settled = decideBooking([move('commitment', -300), move('actual', 300)], {
      ...year,
      balance: balanceOf([move('commitment', 300)]),
    });
    expect(settled).toMatchObject({ ok: true, value: { provisional: null } });
  });

  it('the second person is asked all the same', () => {
    const large = { ...year, claim, fourEyesFromCents: cents(900) };
    expect(decideBooking([move('commitment', 900)], large)).toMatchObject({ value: { needsSecondPerson: true } });
  });

  it('with a plan in force a stated ground lifts no limit', () => {
    expect(codeOf([move('commitment', 900)], { ...year, isPlanInForce: true, claim })).toBe('BUDGET_EXCEEDED');
  });
});
