import fc from 'fast-check';
import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { availableCents, balanceOf, type LineBalance, sumBalances, withMovements } from './availability';
import { type BookingSituation, decideBooking } from './booking-rules';
import { type BookingInTurn, decideInTurn } from './bookings-in-turn';
import type { MovementDraft, MovementKind } from './movement';

const move = (kind: MovementKind, amount: number): MovementDraft => ({ kind, amountCents: cents(amount) });
const granted = (amount: number): LineBalance => balanceOf([move('appropriation', amount)]);
const situation = (balance: LineBalance, more: Partial<BookingSituation> = {}): BookingSituation => ({
  ...{ fiscalYear: fiscalYear(2026), booksState: 'open', lineState: 'open', isPlanInForce: true, balance },
  ...more,
});
const order = (lineId: string, amount: number, of: BookingSituation, poolId: string | null = null): BookingInTurn => ({
  ...{ lineId, poolId, situation: of },
  movements: [move('commitment', amount)],
});
const answers = (bookings: BookingInTurn[]): (string | number)[] =>
  decideInTurn(bookings).map((one) => (one.ok ? one.value.availableCents : one.refusal.code));

describe('bookings of one moment', () => {
  test('T1d of two orders of 60,000 on 100,000 the second reads that 40,000 are available and 20,000 missing', () => {
    const line = situation(granted(10_000_000));
    const [first, second] = decideInTurn([order('a', 6_000_000, line), order('a', 6_000_000, line)]);
    expect(first).toMatchObject({ ok: true, value: { availableCents: 4_000_000 } });
    expect(second).toMatchObject({
      refusal: { code: 'BUDGET_EXCEEDED', params: { availableCents: 4_000_000, missingCents: 2_000_000 } },
    });
  });

  test('what is refused takes nothing: a smaller order behind it still fits', () => {
    const line = situation(granted(100));
    expect(answers([order('a', 60, line), order('a', 41, line), order('a', 40, line)])).toEqual([
      40,
      'BUDGET_EXCEEDED',
      0,
    ]);
  });

  test('what waits for a second person takes nothing yet', () => {
    const line = situation(granted(100), { fourEyesFromCents: cents(90) });
    expect(answers([order('a', 95, line), order('a', 80, line)])).toEqual([5, 20]);
  });

  test('lines by themselves do not meet, nor do two years of one line', () => {
    const line = situation(granted(100));
    const nextYear = { ...line, fiscalYear: fiscalYear(2027) };
    expect(answers([order('a', 100, line), order('b', 100, line), order('a', 100, nextYear)])).toEqual([0, 0, 0]);
  });

  test('T6 two lines of one pool take from the same; another pool and a line outside keep theirs', () => {
    const inPool = (own: number, whole: number): BookingSituation =>
      situation(granted(own), { poolBalance: granted(whole) });
    expect(
      answers([
        order('a', 70, inPool(50, 100), 'DK 1'),
        order('b', 31, inPool(50, 100), 'DK 1'),
        order('b', 30, inPool(50, 100), 'DK 1'),
        order('c', 31, inPool(31, 31), 'DK 2'),
        order('d', 31, situation(granted(31))),
        order('e', 31, situation(granted(31))),
      ]),
    ).toEqual([30, 'BUDGET_EXCEEDED', 0, 0, 0, 0]);
  });

  test('a release in front makes room, and nothing open is released twice', () => {
    const bound = situation(balanceOf([move('appropriation', 100), move('commitment', 100)]));
    expect(
      answers([order('a', 1, bound), order('a', -60, bound), order('a', 60, bound), order('a', -101, bound)]),
    ).toEqual(['BUDGET_EXCEEDED', 60, 0, 'COMMITMENT_EXCEEDED']);
  });

  test('in whatever order they come, each is decided as if it had come by itself after those before it', () => {
    const one = fc.record({ line: fc.integer({ min: 0, max: 3 }), amount: fc.integer({ min: -80, max: 120 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (wishes) => {
        const lines = [granted(100), granted(50), granted(200), granted(0)];
        // The first two share a pool.
        const ofLine = (at: number, balances: readonly LineBalance[]): BookingSituation =>
          situation(
            balances[at] as LineBalance,
            at < 2 ? { poolBalance: sumBalances(balances.slice(0, 2)), fourEyesFromCents: cents(100) } : {},
          );
        const together = decideInTurn(
          wishes.map(({ line, amount }) => order(String(line), amount, ofLine(line, lines), line < 2 ? 'DK' : null)),
        );
        const left = [...lines];
        const alone = wishes.map(({ line, amount }) => {
          const movements = [move('commitment', amount)];
          const decision = decideBooking(movements, ofLine(line, left));
          if (decision.ok && !decision.value.needsSecondPerson) {
            left[line] = withMovements(left[line] as LineBalance, movements);
          }
          return decision;
        });
        expect(together).toEqual(alone);
        expect(availableCents(sumBalances(left.slice(0, 2)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
