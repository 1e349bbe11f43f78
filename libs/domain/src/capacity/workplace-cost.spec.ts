import { cents } from '../shared/cents';
import { hourlyRate, personnelCostOf, withOwnIt, workplaceCost } from './workplace-cost';

const RATES = { materialCents: cents(970_000), overheadRate: 0.2 };

it('personnel cost, its full cost and back', () => {
  const yearlyCents = workplaceCost(cents(8_290_000), RATES);
  expect(personnelCostOf(hourlyRate(yearlyCents, 1_631), 1_631, RATES)).toBeCloseTo(8_290_000, 6);
});

it('rounds once, at the end', () => {
  expect(workplaceCost(cents(101), { materialCents: cents(0), overheadRate: 0.155 })).toBe(117);
});

it('real IT replaces the part of the flat sum that is IT; it is not added to it', () => {
  expect(withOwnIt(cents(970_000), cents(345_000), cents(512_300))).toBe(1_137_300);
});
