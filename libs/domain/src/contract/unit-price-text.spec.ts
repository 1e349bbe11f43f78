import { formatUnitPrice, parseUnitPrice } from './unit-price-text';

describe('the price of one unit', () => {
  it.each([
    ['4,995', 4_995_000],
    ['0,0049', 4_900],
    ['12', 12_000_000],
    ['1.234,5', 1_234_500_000],
    ['1234.50', 1_234_500_000],
    ['0,000001', 1],
    ['990,00 €', 990_000_000],
    ['1.000.000.000', 1_000_000_000_000_000],
  ])('%s is %d millionths', (text, micros) => {
    expect(parseUnitPrice(text)).toEqual({ ok: true, value: micros });
  });

  it.each([
    ['4.995', 'UNIT_PRICE_AMBIGUOUS'],
    ['', 'UNIT_PRICE_FORMAT'],
    ['-1', 'UNIT_PRICE_FORMAT'],
    ['0,0000001', 'UNIT_PRICE_FORMAT'],
    ['zehn', 'UNIT_PRICE_FORMAT'],
    ['01', 'UNIT_PRICE_FORMAT'],
    ['1.000.000.000,01', 'UNIT_PRICE_RANGE'],
  ])('%s is none: %s', (text, code) => {
    expect(parseUnitPrice(text)).toEqual({ ok: false, code });
  });

  it.each<[number, string, string]>([
    [4_995_000, '4,995', '4.995'],
    [12_000_000, '12,00', '12.00'],
    [1_234_500_000, '1.234,50', '1,234.50'],
    [4_900, '0,0049', '0.0049'],
    [0, '0,00', '0.00'],
  ])('%d is written %s and %s', (micros, german, english) => {
    expect([formatUnitPrice(micros, 'de'), formatUnitPrice(micros, 'en')]).toEqual([german, english]);
  });
});
