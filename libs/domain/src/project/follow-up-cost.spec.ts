import { cents, fiscalYear, plainDate } from '../shared';
import { followUpYears } from './follow-up-cost';

const YEARS = [2026, 2027, 2028, 2029].map(fiscalYear);
const amounts = (yearlyCents: number, startsOn: string) =>
  Object.fromEntries(
    followUpYears({ yearlyCents: cents(yearlyCents), startsOn: plainDate(startsOn) }, YEARS).map((year) => [
      year.fiscalYear,
      year.amountCents,
    ]),
  );

test.each([
  ['the first of July: six months of the year', '2027-07-01', { 2027: 4_500_000, 2028: 9_000_000, 2029: 9_000_000 }],
  ['the last day of June counts June', '2027-06-30', { 2027: 5_250_000, 2028: 9_000_000, 2029: 9_000_000 }],
  ['slipped to March after: the first year is free', '2028-03-31', { 2028: 7_500_000, 2029: 9_000_000 }],
  ['the first of January: the whole year', '2029-01-01', { 2029: 9_000_000 }],
  ['live for years', '2019-05-01', { 2026: 9_000_000, 2027: 9_000_000, 2028: 9_000_000, 2029: 9_000_000 }],
  ['after the window: nothing yet', '2030-01-15', {}],
])('follow-up costs from %s', (_, startsOn, expected) => {
  expect(amounts(9_000_000, startsOn)).toEqual(expected);
});

test('R23 a year that does not divide by twelve is split to the cent: before and after make the whole', () => {
  const after = amounts(10_001, '2026-06-15')[2026] ?? 0;
  const before = 10_001 - after;
  expect([after, before]).toEqual([5_834, 4_167]);
});
