import { type ComparedThing, compareSnapshots, type FigureValue, type GoneReason } from './snapshot-change';

const line = (id: string, adjusted: FigureValue, actual: number): ComparedThing => ({
  part: 'line',
  id,
  name: `Zeile ${id}`,
  figures: [
    { name: 'adjusted', unit: 'cents', value: adjusted },
    { name: 'actual', unit: 'cents', value: actual },
  ],
  endedBy: null,
});
const project = (id: string, status: string, end: string, endedBy: GoneReason | null = null): ComparedThing => ({
  part: 'project',
  id,
  name: `Vorhaben ${id}`,
  figures: [
    { name: 'status', unit: 'word', value: status },
    { name: 'end', unit: 'day', value: end },
  ],
  endedBy,
});

it('nothing changed between two meetings: nothing is told', () => {
  const stand = [line('a', 100_000, 0), project('p', 'green', '2026-12-31')];
  expect(compareSnapshots(stand, stand)).toEqual([]);
});

it('a month later: a booking, a new line, a project that slipped, one that was closed, and a line that was put away', () => {
  const before = [
    line('a', 100_000, 0),
    line('b', 5000, 0),
    project('p', 'green', '2026-12-31'),
    project('q', 'yellow', '2026-06-30'),
  ];
  const after = [
    line('a', 100_000, 2500),
    line('c', 7000, 0),
    project('p', 'red', '2027-03-31'),
    project('q', 'yellow', '2026-06-30', 'closed'),
  ];
  const told = compareSnapshots(before, after).map(({ id, kind, reason, figures }) => [
    id,
    kind,
    reason,
    ...figures.map(({ name, before: was, after: is, difference }) => [name, was, is, difference]),
  ]);
  expect(told).toEqual([
    ['a', 'moved', null, ['actual', 0, 2500, 2500]],
    ['c', 'new', null, ['adjusted', null, 7000, null], ['actual', null, 0, null]],
    ['b', 'gone', 'archived', ['adjusted', 5000, null, null], ['actual', 0, null, null]],
    ['p', 'moved', null, ['status', 'green', 'red', null], ['end', '2026-12-31', '2027-03-31', null]],
    ['q', 'gone', 'closed', ['status', 'yellow', null, null], ['end', '2026-06-30', null, null]],
  ]);
});

it('R26 what becomes known has no difference: unknown was not zero', () => {
  const [change] = compareSnapshots([line('fees', null, 0)], [line('fees', 300_000, 0)]);
  expect(change?.figures).toEqual([
    { name: 'adjusted', unit: 'cents', before: null, after: 300_000, difference: null },
  ]);
});

it('a project that was over before is not told again', () => {
  const over = project('q', 'yellow', '2026-06-30', 'closed');
  expect(compareSnapshots([over], [over])).toEqual([]);
  expect(compareSnapshots([], [over])).toEqual([]);
});
