import { decideDependency, type Waiting } from './dependency';

const waits = (projectId: string, forProjectId: string): Waiting => ({ projectId, forProjectId });

it.each<[string, Waiting[], Waiting, boolean]>([
  ['process management waits for the DMS', [], waits('processes', 'dms'), true],
  ['not for itself', [], waits('dms', 'dms'), false],
  ['not back', [waits('processes', 'dms')], waits('dms', 'processes'), false],
  ['not around three corners', [waits('b', 'a'), waits('c', 'b'), waits('d', 'c')], waits('a', 'd'), false],
  ['two may wait for the same', [waits('b', 'a')], waits('c', 'a'), true],
  ['a fork that meets again is no circle', [waits('b', 'a'), waits('c', 'a'), waits('d', 'b')], waits('d', 'c'), true],
  ['an old circle elsewhere does not hang it', [waits('x', 'y'), waits('y', 'x')], waits('a', 'x'), true],
])('%s', (_, standing, added, isFine) => {
  const decided = decideDependency(standing, added);
  expect(decided.ok ? null : decided.refusal.code).toBe(isFine ? null : 'DEPENDENCY_CYCLE');
});
