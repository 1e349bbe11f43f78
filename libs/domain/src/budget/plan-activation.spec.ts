import fc from 'fast-check';
import { cents } from '../shared/cents';
import { fiscalYear, planYears } from '../shared/fiscal-year';
import { type LineAppropriation, activationDeltas } from './plan-activation';

const at = (lineId: string, year: number, amount: number): LineAppropriation => ({
  lineId,
  fiscalYear: fiscalYear(year),
  amountCents: cents(amount),
});
const SINGLE = planYears(fiscalYear(2027));
const DOUBLE = planYears(fiscalYear(2027), fiscalYear(2028));

describe('a version enters into force', () => {
  it('the first version writes what it plans', () => {
    expect(activationDeltas(SINGLE, [at('b', 2027, 500), at('a', 2027, 100)], [])).toEqual([
      at('a', 2027, 100),
      at('b', 2027, 500),
    ]);
  });

  it('T16 a supplementary plan writes the difference only', () => {
    expect(activationDeltas(SINGLE, [at('a', 2027, 370_000_000)], [at('a', 2027, 350_000_000)])).toEqual([
      at('a', 2027, 20_000_000),
    ]);
  });

  it('a line that the version no longer holds is brought to zero', () => {
    expect(activationDeltas(SINGLE, [], [at('a', 2027, 300)])).toEqual([at('a', 2027, -300)]);
  });

  it('activating twice writes nothing', () => {
    expect(activationDeltas(SINGLE, [at('a', 2027, 100)], [at('a', 2027, 100)])).toEqual([]);
  });

  it('T13 a two-year budget writes both years apart; medium-term years grant nothing', () => {
    const planned = [at('b', 2028, 2), at('a', 2028, 4), at('a', 2027, 3), at('a', 2026, 1), at('a', 2029, 5)];
    expect(activationDeltas(DOUBLE, planned, [])).toEqual([at('a', 2027, 3), at('a', 2028, 4), at('b', 2028, 2)]);
  });

  it('years outside the plan keep what the ledger has', () => {
    expect(activationDeltas(SINGLE, [], [at('a', 2026, 300), at('a', 2028, 300)])).toEqual([]);
  });

  it('adds several amounts of a line', () => {
    expect(
      activationDeltas(SINGLE, [at('a', 2027, 5), at('a', 2027, 6)], [at('a', 2027, 1), at('a', 2027, 2)]),
    ).toEqual([at('a', 2027, 8)]);
  });

  it('afterwards the ledger holds exactly the plan', () => {
    const amounts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(2027, 2028), fc.nat(1000)), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(amounts, amounts, (planned, ledger) => {
        const plan = planned.map((entry) => at(...entry));
        const booked = ledger.map((entry) => at(...entry));
        expect(activationDeltas(DOUBLE, plan, [...booked, ...activationDeltas(DOUBLE, plan, booked)])).toEqual([]);
      }),
    );
  });
});
