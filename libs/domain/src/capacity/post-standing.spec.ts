import { plainDate } from '../shared/plain-date';
import type { Occupancy, Post } from './available-fte';
import { standingOf } from './post-standing';

const held = (from: string, until: string | null, share: number, more: Partial<Occupancy> = {}): Occupancy => ({
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
  share,
  rampUp: [],
  absences: [],
  ...more,
});
const postOf = (occupancies: readonly Occupancy[], more: Partial<Post> = {}): Post => ({
  postId: 'p',
  status: 'employee',
  share: 1,
  from: plainDate('2020-01-01'),
  until: null,
  note: null,
  occupancies,
  ...more,
});
const DAY = plainDate('2026-06-15');

test.each<[string, Post, string[], string | null, number]>([
  ['held by one person', postOf([held('2020-01-01', null, 1)]), ['held'], null, 1],
  ['held by two halves', postOf([held('2020-01-01', null, 0.5), held('2023-04-01', null, 0.5)]), ['held'], null, 1],
  ['never held', postOf([]), ['vacant'], '2020-01-01', 0],
  ['left in February', postOf([held('2020-01-01', '2026-02-28', 1)]), ['vacant'], '2026-03-01', 0],
  [
    'free since the first of two left, and wholly so since the second did',
    postOf([held('2020-01-01', '2025-12-31', 0.5), held('2020-01-01', '2026-03-31', 0.5)]),
    ['vacant'],
    '2026-01-01',
    0,
  ],
  [
    'a half came back, the other half is still free',
    postOf([held('2020-01-01', '2026-01-31', 1), held('2026-05-01', null, 0.5)]),
    ['partly'],
    '2026-02-01',
    0.5,
  ],
  ['somebody comes next month', postOf([held('2026-07-01', null, 1)]), ['vacant'], '2020-01-01', 0],
])('%s', (_, post, states, vacantSince, heldShare) => {
  expect(standingOf(post, DAY)).toEqual({ states, vacantSince, heldShare });
});

test('somebody on parental leave holds the post and is away; somebody new is learning', () => {
  const leave = { from: plainDate('2026-05-01'), until: null, share: 1 };
  expect(standingOf(postOf([held('2020-01-01', null, 1, { absences: [leave] })]), DAY).states).toEqual([
    'held',
    'away',
  ]);
  const learner = postOf([held('2026-04-01', null, 1, { rampUp: [0.25, 0.5, 0.75] })]);
  expect(standingOf(learner, DAY).states).toEqual(['held', 'learning']);
  expect(standingOf(learner, plainDate('2026-07-01')).states).toEqual(['held']);
});

test('a post whose kw note has come is no vacancy', () => {
  const gone = postOf([held('2020-01-01', '2026-05-31', 1)], { note: { kind: 'kw', from: plainDate('2026-06-01') } });
  expect(standingOf(gone, DAY)).toEqual({ heldShare: 0, vacantSince: null, states: ['ended', 'kw'] });
  expect(standingOf(gone, plainDate('2026-05-31')).states).toEqual(['held', 'kw']);
  expect(standingOf(postOf([], { from: plainDate('2027-01-01') }), DAY).states).toEqual(['ended']);
});
