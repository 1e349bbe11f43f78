import { fiscalYear } from '../shared/fiscal-year';
import { type PoolCandidate, poolMisfit } from './pool-members';

const YEAR = fiscalYear(2026);
const line = (number: string, wish: Partial<PoolCandidate> = {}): PoolCandidate => ({
  number,
  direction: 'expense',
  sphere: 'operating',
  reserve: null,
  ...wish,
});

describe('who fits into a cover pool (§ 19 KomHKVO)', () => {
  it('lines of one side do, whichever it is', () => {
    expect(poolMisfit([line('A'), line('B')], undefined, YEAR)).toBeNull();
    expect(poolMisfit([line('A'), line('B')], 'operating', YEAR)).toBeNull();
    const network = line('C', { direction: 'payment', sphere: 'investing' });
    expect(poolMisfit([network], 'investing', YEAR)).toBeNull();
    expect(poolMisfit([], 'operating', YEAR)).toBeNull();
  });

  it.each<[string, Partial<PoolCandidate>]>([
    ['investing', { direction: 'payment', sphere: 'investing' }],
    ['financing', { direction: 'payment', sphere: 'financing' }],
  ])('R7 operation and %s never cover each other', (_, wish) => {
    const wall = { code: 'POOL_WALL', params: { number: 'B', rule: '§ 19 Abs. 4 KomHKVO' } };
    expect(poolMisfit([line('A'), line('B', wish)], undefined, YEAR)).toEqual(wall);
    expect(poolMisfit([line('B', wish)], 'operating', YEAR)).toEqual(wall);
  });

  it.each(['contingency', 'discretionary'] as const)('T9 a %s line is refused as a member', (reserve) => {
    expect(poolMisfit([line('A'), line('R', { reserve })], 'operating', YEAR)).toEqual({
      code: 'POOL_RESERVE',
      params: { number: 'R', rule: '§ 13 KomHKVO' },
    });
  });

  it.each(['revenue', 'receipt', 'internal', 'unclassified'] as const)('%s covers nothing', (direction) => {
    expect(poolMisfit([line('E', { direction })], 'operating', YEAR)).toEqual({
      code: 'POOL_SPENDING_ONLY',
      params: { number: 'E' },
    });
  });
});
