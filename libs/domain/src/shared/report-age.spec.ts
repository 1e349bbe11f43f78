import { plainDate } from './plain-date';
import { isStale } from './report-age';

it.each([
  ['2026-10-05', 30, false],
  ['2026-09-05', 30, false],
  ['2026-09-04', 30, true],
  ['2026-09-20', 14, true],
  ['2026-07-07', 90, false],
])('told on %s and asked for every %d days, it is old on 5 October: %s', (day, after, expected) => {
  expect(isStale(plainDate(day), plainDate('2026-10-05'), after)).toBe(expected);
});
