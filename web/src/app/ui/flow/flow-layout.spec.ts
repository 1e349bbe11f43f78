import { type FlowStation, layFlow } from './flow-layout';

const station = (column: number, key: string): FlowStation => ({ column, key, name: key, tone: 'plan' });
const [frame, first, second, firm] = [station(0, 'f'), station(1, 'a'), station(1, 'b'), station(2, 'x')];

it('every station is as tall as what goes through it, on one scale for all columns', () => {
  const { stations, streams, height } = layFlow(
    [
      { from: frame, to: first, cents: 300 },
      { from: frame, to: second, cents: 100 },
      { from: first, to: firm, cents: 300 },
    ],
    3,
  );
  const tall = Object.fromEntries(stations.map((one) => [one.key, one.height]));
  expect((tall['a'] ?? 0) / (tall['b'] ?? 1)).toBeCloseTo(3);
  expect(tall['f']).toBeCloseTo((tall['a'] ?? 0) + (tall['b'] ?? 0));
  expect(tall['x']).toBeCloseTo(tall['a'] ?? 0);
  expect(Math.max(...stations.map(({ y, height: own }) => y + own))).toBeLessThanOrEqual(height);
  // Streams leave a station one below the other and fill it.
  expect(streams.filter(({ id }) => id.startsWith('0 f')).reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(
    tall['f'] ?? 0,
  );
});

it('a station stands near what flows into it', () => {
  const [low, high] = [station(2, 'low'), station(2, 'high')];
  const { stations } = layFlow(
    [
      { from: frame, to: first, cents: 300 },
      { from: frame, to: second, cents: 100 },
      { from: first, to: high, cents: 300 },
      { from: second, to: low, cents: 100 },
    ],
    3,
  );
  const y = Object.fromEntries(stations.map((one) => [one.key, one.y]));
  expect(y['high']).toBeLessThan(y['low'] ?? 0);
});

it('nothing is an empty picture', () => {
  expect(layFlow([], 4)).toMatchObject({ stations: [], streams: [] });
});
