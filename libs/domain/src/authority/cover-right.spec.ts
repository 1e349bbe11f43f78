import { fiscalYear } from '../shared';
import { type CoverRightLine, decideCoverRight, drawRefusal } from './cover-right';

const YEAR = fiscalYear(2026);
const line = (number: string, wish: Partial<CoverRightLine> = {}): CoverRightLine => ({
  lineId: number,
  number,
  direction: 'expense',
  sphere: 'operating',
  poolId: null,
  reserve: null,
  ...wish,
});

describe('T6b one-sided cover (§ 19 Abs. 2 KomHKVO)', () => {
  it('T6b Y may draw on X, X never on Y', () => {
    expect(drawRefusal('forward', YEAR)).toBeNull();
    expect(drawRefusal('backward', YEAR)).toEqual({ code: 'COVER_RIGHT_REVERSE', params: { rule: '§ 19 KomHKVO' } });
    expect(drawRefusal('none', YEAR)).toEqual({ code: 'COVER_RIGHT_MISSING', params: { rule: '§ 19 KomHKVO' } });
  });

  it('is declared between lines of one side', () => {
    expect(decideCoverRight(line('Y'), line('X'), 'none', YEAR)).toEqual({ ok: true, value: null });
    const pool = { poolId: 'P' };
    expect(decideCoverRight(line('Y', pool), line('X', { poolId: 'Q' }), 'none', YEAR).ok).toBe(true);
  });

  it('T6b the other direction beside it would be mutual cover', () => {
    expect(decideCoverRight(line('Y'), line('X'), 'backward', YEAR)).toMatchObject({
      refusal: { code: 'COVER_RIGHT_MUTUAL', params: { rule: '§ 19 KomHKVO' } },
    });
  });

  it.each<[string, CoverRightLine, CoverRightLine]>([
    ['COVER_RIGHT_SAME_LINE', line('Y'), line('Y')],
    ['TRANSFER_WALL', line('Y', { direction: 'payment', sphere: 'investing' }), line('X')],
    ['TRANSFER_SIDE', line('Y', { direction: 'payment' }), line('X')],
    ['TRANSFER_SPENDING_ONLY', line('Y'), line('X', { direction: 'revenue' })],
    ['TRANSFER_RESERVE', line('Y'), line('X', { reserve: 'contingency' })],
    ['TRANSFER_RESERVE', line('Y', { reserve: 'discretionary' }), line('X')],
    ['TRANSFER_POOL_COVERS', line('Y', { poolId: 'P' }), line('X', { poolId: 'P' })],
  ])('is refused with %s', (code, drawing, giving) => {
    expect(decideCoverRight(drawing, giving, 'none', YEAR)).toMatchObject({ refusal: { code } });
  });

  it('is not declared twice', () => {
    expect(decideCoverRight(line('Y'), line('X'), 'forward', YEAR)).toMatchObject({
      refusal: { code: 'COVER_RIGHT_DECLARED' },
    });
  });
});
