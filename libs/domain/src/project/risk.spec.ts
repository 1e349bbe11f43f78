import { cents } from '../shared/cents';
import { checkRisk, expectedCents, type Risk } from './risk';

const risk = (probabilityBasisPoints: number, low: number, likely: number, high: number): Risk => ({
  probabilityBasisPoints,
  lowCents: cents(low),
  likelyCents: cents(likely),
  highCents: cents(high),
  delayDays: 0,
});

it.each<[string, Risk, number]>([
  ['25 % of 20,000 to 80,000, most likely 50,000', risk(2_500, 2_000_000, 5_000_000, 8_000_000), 1_250_000],
  ['a skewed range', risk(10_000, 0, 0, 9_000), 3_000],
  ['half a cent is rounded away from zero', risk(5_000, 1, 1, 1), 1],
  ['what cannot happen costs nothing', risk(0, 100, 200, 300), 0],
])('%s', (_, one, expected) => {
  expect(expectedCents(one)).toBe(expected);
});

it.each([
  [0, 0, 0, true],
  [100, 200, 300, true],
  [200, 100, 300, false],
  [100, 400, 300, false],
  [-1, 0, 0, false],
])('a range of %d, %d, %d: %s', (low, likely, high, isFine) => {
  const checked = checkRisk(risk(1, low, likely, high));
  expect(checked.ok ? null : checked.refusal.code).toBe(isFine ? null : 'RISK_RANGE');
});
