import fc from 'fast-check';
import { cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import { type GrantYear, decideGrantYears, grantYears, lineOverYears } from './grant-years';

const euro = (amount: number) => cents(amount * 100);
const share = (year: number, plannedCents: number): GrantYear => ({
  fiscalYear: fiscalYear(year),
  plannedCents: cents(plannedCents),
});

describe('a grant that runs over several budget years (R8, R23)', () => {
  it.each<[string, string, readonly (readonly [number, number])[]]>([
    [
      '2026-07-01',
      '2028-06-30',
      [
        [2026, 60_000],
        [2027, 120_000],
        [2028, 60_000],
      ],
    ],
    ['2026-01-01', '2026-12-31', [[2026, 240_000]]],
    [
      '2026-12-15',
      '2027-11-14',
      [
        [2026, 20_000],
        [2027, 220_000],
      ],
    ],
  ])('240,000.00 from %s to %s by months', (startsOn, endsOn, years) => {
    expect(grantYears(euro(240_000), plainDate(startsOn), plainDate(endsOn))).toEqual(
      years.map(([year, amount]) => share(year, amount * 100)),
    );
  });

  it('an end before the beginning gives no years', () => {
    expect(grantYears(euro(1), plainDate('2027-01-01'), plainDate('2026-12-31'))).toEqual([]);
  });

  it('T23 100.00 over three years by months add up to 100.00, the odd cent once', () => {
    const years = grantYears(euro(100), plainDate('2026-01-01'), plainDate('2028-12-31'));
    expect(years.map(({ plannedCents }) => plannedCents)).toEqual([3_334, 3_333, 3_333]);
  });

  it('whatever the amount and the months, the years and the parts of the lines add up exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2026, max: 2031 }),
        (total, month, lastYear) => {
          const startsOn = plainDate(`2026-${String(month).padStart(2, '0')}-01`);
          const years = grantYears(cents(total), startsOn, plainDate(`${lastYear}-12-31`));
          expect(sumCents(years.map(({ plannedCents }) => plannedCents))).toBe(total);
          expect(sumCents(lineOverYears(cents(total), years))).toBe(total);
          expect(decideGrantYears(share(2026, total), years).ok).toBe(true);
        },
      ),
    );
  });

  it('a cent too little is refused with both sums', () => {
    expect(decideGrantYears(share(2026, 300), [share(2026, 100), share(2027, 100), share(2028, 99)])).toEqual({
      ok: false,
      refusal: { code: 'EARMARK_YEARS_SUM', params: { plannedCents: 300, sharesCents: 299 } },
    });
  });

  it.each<[string, readonly GrantYear[]]>([
    ['no year', []],
    ['another first year', [share(2027, 300)]],
    ['a gap', [share(2026, 100), share(2028, 200)]],
    ['a year twice', [share(2026, 100), share(2026, 200)]],
  ])('%s is refused', (_, shares) => {
    expect(decideGrantYears(share(2026, 300), shares)).toMatchObject({ refusal: { code: 'EARMARK_YEARS' } });
  });

  it('a line of an unplanned grant is spread evenly, a planned one as the years are', () => {
    expect(lineOverYears(cents(100), [share(2026, 0), share(2027, 0)])).toEqual([50, 50]);
    expect(lineOverYears(cents(100), [share(2026, 100), share(2027, 300)])).toEqual([25, 75]);
  });
});
