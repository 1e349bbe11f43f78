import { coverage, mase, msis, seasonalScale, smape } from './accuracy';

const YEARS = [...Array<number>(12).fill(100), ...Array<number>(12).fill(110), ...Array<number>(12).fill(130)];

describe('how good a forecast was', () => {
  it('is told in errors of last year’s months', () => {
    const scale = seasonalScale(YEARS) ?? NaN;
    expect(scale).toBe(15);
    expect(mase([130, 160], [115, 145], scale)).toBe(1);
    expect(mase([130], [130], scale)).toBe(0);
  });

  it('has no measure where nothing ever changed, or no year is over', () => {
    expect([seasonalScale(Array(36).fill(7)), seasonalScale(YEARS.slice(0, 12))]).toEqual([null, null]);
  });

  it('sMAPE is the same up and down, and 0 of 0 is right', () => {
    expect(smape([100], [50])).toBeCloseTo(66.667, 3);
    expect(smape([50], [100])).toBeCloseTo(66.667, 3);
    expect(smape([0, 100], [0, 100])).toBe(0);
  });

  it('a band holds its edges; what lies outside costs forty times its distance', () => {
    const band = { low: [90, 90, 90], high: [110, 110, 110] };
    expect(coverage([90, 110, 111], band)).toBeCloseTo(2 / 3, 12);
    expect(msis([100, 112, 85], band, 0.05, 10)).toBeCloseTo((20 + (2 * 40 + 5 * 40) / 3) / 10, 9);
  });
});
