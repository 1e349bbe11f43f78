import { formatRate, formatShare, parseRate } from './rate-text';

describe('a typed rate', () => {
  it.each<[string, number]>([
    ['2,5', 250],
    ['+2,5 %', 250],
    ['+2,5\u00A0%', 250],
    ['2.5%', 250],
    ['-1', -100],
    ['\u22121,25', -125],
    [' 3 ', 300],
    ['0', 0],
    ['-0', 0],
    ['0,05', 5],
    ['100', 10_000],
    ['-100,00', -10_000],
  ])('%s is %d hundredths of a percent', (text, expected) => {
    expect(parseRate(text, 10_000)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, string]>([
    ['', 'RATE_FORMAT'],
    ['zwei', 'RATE_FORMAT'],
    ['2,555', 'RATE_FORMAT'],
    ['2,', 'RATE_FORMAT'],
    [',5', 'RATE_FORMAT'],
    ['02', 'RATE_FORMAT'],
    ['--2', 'RATE_FORMAT'],
    ['1.000', 'RATE_FORMAT'],
    ['1e2', 'RATE_FORMAT'],
    ['２', 'RATE_FORMAT'],
    ['100,01', 'RATE_RANGE'],
    ['-101', 'RATE_RANGE'],
  ])('%j is %s', (text, code) => {
    expect(parseRate(text, 10_000)).toEqual({ ok: false, code });
  });

  it.each<[number, string, string]>([
    [250, '+2,5\u00A0%', '+2.5%'],
    [-100, '\u22121\u00A0%', '\u22121%'],
    [0, '0\u00A0%', '0%'],
    [5, '+0,05\u00A0%', '+0.05%'],
    [-1025, '\u221210,25\u00A0%', '\u221210.25%'],
  ])('%d is written %s', (basisPoints, german, english) => {
    expect([formatRate(basisPoints, 'de'), formatRate(basisPoints, 'en')]).toEqual([german, english]);
    expect(parseRate(german, 10_000)).toEqual({ ok: true, value: basisPoints });
  });
});

describe('a share', () => {
  it.each([
    [10_000, '100,00\u00A0%', '100.00%'],
    [4_550, '45,50\u00A0%', '45.50%'],
    [5, '0,05\u00A0%', '0.05%'],
  ])('%d hundredths are %s', (basisPoints, german, english) => {
    expect(formatShare(basisPoints, 'de')).toBe(german);
    expect(formatShare(basisPoints, 'en')).toBe(english);
  });
});
