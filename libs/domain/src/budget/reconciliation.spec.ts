import { cents } from '../shared/cents';
import { balanceOf } from './availability';
import { differencesOf, totalDifferenceCents } from './reconciliation';

describe('reconciliation', () => {
  const computed = balanceOf([
    { kind: 'appropriation', amountCents: cents(1000) },
    { kind: 'actual', amountCents: cents(400) },
  ]);

  it('T1e a balance that equals its movements differs by 0.00', () => {
    expect(differencesOf(computed, computed)).toEqual([]);
    expect(totalDifferenceCents([])).toBe(0);
  });

  it('one cent changed by hand shows as 0.01', () => {
    const differences = differencesOf({ ...computed, actualCents: cents(401) }, computed);
    expect(differences).toEqual([
      { kind: 'actual', field: 'actualCents', storedCents: 401, computedCents: 400, differenceCents: 1 },
    ]);
    expect(totalDifferenceCents(differences)).toBe(1);
  });

  it('two errors that cancel out still show', () => {
    const differences = differencesOf(
      { ...computed, actualCents: cents(399), appropriationCents: cents(1001) },
      computed,
    );
    expect(differences.map((difference) => difference.differenceCents)).toEqual([1, -1]);
    expect(totalDifferenceCents(differences)).toBe(2);
  });
});
