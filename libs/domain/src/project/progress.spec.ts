import { plainDate } from '../shared/plain-date';
import { plannedShare, progressCurve, reachedShare, slipDays, type TrackedMilestone } from './progress';

const milestone = (
  baselineOn: string,
  weightBasisPoints: number,
  actualOn: string | null = null,
  forecastOn: string | null = null,
): TrackedMilestone => ({
  baselineOn: plainDate(baselineOn),
  weightBasisPoints,
  actualOn: actualOn === null ? null : plainDate(actualOn),
  forecastOn: forecastOn === null ? null : plainDate(forecastOn),
});
const today = plainDate('2026-10-05');
const three = [
  milestone('2026-03-31', 4_500, '2026-05-01'),
  milestone('2026-09-30', 1_500),
  milestone('2026-12-31', 4_000),
];

it('T25 the shares behind it: 60 % are due, 45 % are reached', () => {
  expect([plannedShare(three, today), reachedShare(three, today)]).toEqual([6_000, 4_500]);
});

it('a milestone counts on its day, not before', () => {
  expect(plannedShare(three, plainDate('2026-03-30'))).toBe(0);
  expect(plannedShare(three, plainDate('2026-03-31'))).toBe(4_500);
  expect(reachedShare(three, plainDate('2026-04-30'))).toBe(0);
  expect(reachedShare(three, plainDate('2026-05-01'))).toBe(4_500);
});

describe('how late the worst milestone is', () => {
  it.each<[string, TrackedMilestone[], number]>([
    ['no milestones', [], 0],
    ['reached late is over', [milestone('2026-03-31', 1, '2026-05-01')], 0],
    ['due and silent: from the baseline to today', [milestone('2026-09-30', 1)], 5],
    ['expected later than planned', [milestone('2026-09-30', 1, null, '2026-10-30')], 30],
    ['expected in the past: it is not there, so today counts', [milestone('2026-09-30', 1, null, '2026-10-01')], 5],
    ['expected on time', [milestone('2026-12-31', 1, null, '2026-12-31')], 0],
    ['ahead', [milestone('2026-12-31', 1, null, '2026-11-30')], 0],
    ['not due and silent', [milestone('2026-12-31', 1)], 0],
    ['the worst of several', [milestone('2026-09-30', 1), milestone('2026-12-31', 1, null, '2027-03-31')], 90],
  ])('%s', (_, milestones, expected) => {
    expect(slipDays(milestones, today)).toBe(expected);
  });
});

it('the curves have a point where something moves, and reality ends today', () => {
  expect(progressCurve(three, plainDate('2026-01-01'), today)).toEqual([
    { day: '2026-01-01', plannedBasisPoints: 0, doneBasisPoints: 0 },
    { day: '2026-03-31', plannedBasisPoints: 4_500, doneBasisPoints: 0 },
    { day: '2026-05-01', plannedBasisPoints: 4_500, doneBasisPoints: 4_500 },
    { day: '2026-09-30', plannedBasisPoints: 6_000, doneBasisPoints: 4_500 },
    { day: '2026-10-05', plannedBasisPoints: 6_000, doneBasisPoints: 4_500 },
    { day: '2026-12-31', plannedBasisPoints: 10_000, doneBasisPoints: null },
  ]);
});
