import { cents } from '../shared/cents';
import { balanceOf } from './availability';
import { bringsMoney, revenueFormulaOf, revenueOf } from './revenue';

const grant = balanceOf([
  { kind: 'appropriation', amountCents: cents(10_000_000) },
  { kind: 'transfer', amountCents: cents(500_000) },
  { kind: 'actual', amountCents: cents(4_000_000) },
]);

describe('revenue lines: planned, received, open', () => {
  it('planned 100,000 and 5,000 more, 40,000 received: 65,000 are still to come', () => {
    expect(revenueOf(grant)).toEqual({
      plannedCents: 10_000_000,
      changedCents: 500_000,
      adjustedCents: 10_500_000,
      receivedCents: 4_000_000,
      openCents: 6_500_000,
    });
  });

  it('more than planned has come in: open is below zero, nothing is overdrawn', () => {
    const more = balanceOf([{ kind: 'actual', amountCents: cents(200) }]);
    expect(revenueOf(more)).toMatchObject({ adjustedCents: 0, openCents: -200 });
  });

  it('the formula is whole, ends at what is open, and each total is the sum above it', () => {
    expect(
      revenueFormulaOf(grant).map(({ part, amountCents, runningCents }) => [part, amountCents, runningCents]),
    ).toEqual([
      ['planned', 10_000_000, 10_000_000],
      ['changed', 500_000, 10_500_000],
      ['adjusted', 10_500_000, 10_500_000],
      ['received', -4_000_000, 6_500_000],
      ['open', 6_500_000, 6_500_000],
    ]);
  });

  it.each([
    ['revenue', true],
    ['receipt', true],
    ['expense', false],
    ['payment', false],
    ['internal', false],
  ])('%s brings money: %s', (direction, does) => {
    expect(bringsMoney(direction)).toBe(does);
  });
});
