import fc from 'fast-check';
import { balanceOf, availableCents } from '../budget/availability';
import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import {
  type EarmarkFacts,
  afterStep,
  changeCents,
  deadlineState,
  earmarkChanges,
  earmarkEffectCents,
  expectedCents,
  mayProofBecome,
  securedCents,
} from './earmark';

const facts = (over: Partial<Record<keyof EarmarkFacts, number | boolean | null>> = {}): EarmarkFacts => ({
  plannedCents: cents(10_000_000),
  promisedCents: null,
  receivedCents: cents(0),
  refundedCents: cents(0),
  lowersWithRevenue: false,
  ...(over as Partial<EarmarkFacts>),
});

describe('earmarked revenue (R8, § 18 KomHKVO)', () => {
  it.each<[string, Partial<Record<keyof EarmarkFacts, number | boolean | null>>, number]>([
    ['a binding notice of 140,000 on planned 100,000', { promisedCents: 14_000_000 }, 4_000_000],
    ['a verbal promise is no notice', { promisedCents: null }, 0],
    ['a notice of 70,000 with the note', { promisedCents: 7_000_000, lowersWithRevenue: true }, -3_000_000],
    ['a notice of 70,000 without the note', { promisedCents: 7_000_000 }, 0],
    ['a notice of just the plan', { promisedCents: 10_000_000, lowersWithRevenue: true }, 0],
    ['cash beyond the plan without a notice', { receivedCents: 11_000_000 }, 1_000_000],
    ['cash beyond the notice', { promisedCents: 14_000_000, receivedCents: 15_000_000 }, 5_000_000],
    ['cash that is still on its way is no shortfall', { receivedCents: 3_000_000, lowersWithRevenue: true }, 0],
    ['part of a binding notice paid back', { promisedCents: 14_000_000, refundedCents: 1_500_000 }, 2_500_000],
    [
      'paid back below the plan, with the note',
      { promisedCents: 14_000_000, refundedCents: 5_000_000, lowersWithRevenue: true },
      -1_000_000,
    ],
    ['paid back below the plan, without the note', { promisedCents: 14_000_000, refundedCents: 5_000_000 }, 0],
    [
      'planned revenue paid back before any notice, with the note',
      { receivedCents: 2_000_000, refundedCents: 500_000, lowersWithRevenue: true },
      -500_000,
    ],
    ['nothing planned, nothing secured', { plannedCents: 0, lowersWithRevenue: true }, 0],
  ])('T8 %s changes the authority by %j', (_, over, effect) => {
    expect(earmarkEffectCents(facts(over))).toBe(effect);
  });

  it('T8 the line has 140,000 then, and nothing counts as extra authority of § 117', () => {
    const lines = [{ lineId: 'a', plannedCents: cents(10_000_000), bookedCents: cents(0) }];
    const changes = earmarkChanges(facts({ promisedCents: 14_000_000 }), lines);
    const balance = balanceOf([
      { kind: 'appropriation', amountCents: cents(10_000_000) },
      ...changes.map(({ amountCents }) => ({ kind: 'earmark' as const, amountCents })),
    ]);
    expect([availableCents(balance), balance.overPlanCents, balance.outsidePlanCents]).toEqual([14_000_000, 0, 0]);
  });

  it('T8 a notice that was recorded already changes nothing the second time', () => {
    const lines = [{ lineId: 'a', plannedCents: cents(10_000_000), bookedCents: cents(4_000_000) }];
    expect(earmarkChanges(facts({ promisedCents: 14_000_000 }), lines)).toEqual([]);
  });

  it('T8 from 140,000 down to 70,000 with the note takes 70,000 back', () => {
    const lines = [{ lineId: 'a', plannedCents: cents(10_000_000), bookedCents: cents(4_000_000) }];
    expect(earmarkChanges(facts({ promisedCents: 7_000_000, lowersWithRevenue: true }), lines)).toEqual([
      { lineId: 'a', amountCents: -7_000_000 },
    ]);
  });

  it('spreads over several lines as planned, the odd cent to the first', () => {
    const lines = ['a', 'b', 'c'].map((lineId) => ({ lineId, plannedCents: cents(100), bookedCents: cents(0) }));
    const changes = earmarkChanges(facts({ plannedCents: 300, promisedCents: 400 }), lines);
    expect(changes.map(({ amountCents }) => amountCents)).toEqual([34, 33, 33]);
  });

  it('a grant that nobody planned is spread evenly', () => {
    const lines = ['a', 'b'].map((lineId) => ({ lineId, plannedCents: cents(0), bookedCents: cents(0) }));
    const changes = earmarkChanges(facts({ plannedCents: 0, promisedCents: 301 }), lines);
    expect(changes.map(({ amountCents }) => amountCents)).toEqual([151, 150]);
  });

  it('T8 a verbal promise leaves everything as it is, a binding notice replaces the one before', () => {
    const verbal = afterStep(facts(), { kind: 'notice', promise: 'verbal', amountCents: cents(14_000_000) });
    expect(verbal).toEqual({ ok: true, value: facts() });
    const second = afterStep(facts({ promisedCents: 14_000_000 }), {
      kind: 'notice',
      promise: 'binding',
      amountCents: cents(7_000_000),
    });
    expect(second).toEqual({ ok: true, value: facts({ promisedCents: 7_000_000 }) });
  });

  it('receipts and refunds add up; no more is paid back than came in', () => {
    const paid = facts({ receivedCents: 500, refundedCents: 100 });
    expect(afterStep(paid, { kind: 'receipt', amountCents: cents(50) })).toMatchObject({
      value: { receivedCents: 550 },
    });
    expect(afterStep(paid, { kind: 'refund', amountCents: cents(400) })).toMatchObject({
      value: { refundedCents: 500 },
    });
    expect(afterStep(paid, { kind: 'refund', amountCents: cents(401) })).toEqual({
      ok: false,
      refusal: { code: 'EARMARK_REFUND_EXCEEDED', params: { receivedCents: 400 } },
    });
  });

  it('secured is what is there or promised, expected is what the notice or the plan says', () => {
    const known = facts({ promisedCents: 500, receivedCents: 700, refundedCents: 100, plannedCents: 900 });
    expect([securedCents(known), expectedCents(known)]).toEqual([600, 600]);
    const unknown = facts({ receivedCents: 700, plannedCents: 900 });
    expect([securedCents(unknown), expectedCents(unknown)]).toEqual([700, 900]);
  });

  it('whatever comes, what is written always adds up to the effect', () => {
    const amount = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(
        amount,
        fc.option(amount),
        amount,
        fc.boolean(),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 })), { minLength: 1 }),
        (planned, promised, received, note, rows) => {
          const known = facts({
            plannedCents: planned,
            promisedCents: promised,
            receivedCents: received,
            lowersWithRevenue: note,
          });
          const lines = rows.map(([weight, booked], at) => ({
            lineId: String(at),
            plannedCents: cents(weight),
            bookedCents: cents(booked),
          }));
          const booked = rows.reduce((sum, [, already]) => sum + already, 0);
          expect(booked + changeCents(earmarkChanges(known, lines))).toBe(earmarkEffectCents(known));
        },
      ),
    );
  });
});

describe('proof of use', () => {
  it.each([
    ['open', 'submitted', true],
    ['submitted', 'accepted', true],
    ['submitted', 'open', true],
    ['open', 'accepted', false],
    ['accepted', 'open', false],
    ['accepted', 'submitted', false],
  ] as const)('%s to %s: %s', (from, to, may) => {
    expect(mayProofBecome(from, to)).toBe(may);
  });

  const today = plainDate('2026-10-05');
  it.each([
    [null, false, 'none'],
    ['2026-10-04', false, 'overdue'],
    ['2026-10-04', true, 'none'],
    ['2026-10-05', false, 'soon'],
    ['2027-01-02', false, 'soon'],
    ['2027-01-03', false, 'later'],
  ] as const)('due %s, met %s: %s', (due, isMet, state) => {
    expect(deadlineState(today, due === null ? null : plainDate(due), isMet)).toBe(state);
  });
});
