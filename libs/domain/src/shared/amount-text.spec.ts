import fc from 'fast-check';
import { formatCents, formatPercent, plainAmount } from './amount-format';
import { parseAmount } from './amount-text';
import { MAX_AMOUNT_CENTS, cents } from './cents';

describe('typed German amounts', () => {
  it.each<[string, number]>([
    ['1.234,56', 123_456],
    ['1234,56', 123_456],
    ['1234', 123_400],
    ['1234.56', 123_456],
    ['0', 0],
    ['0,00', 0],
    ['0,5', 50],
    ['0.05', 5],
    ['12,5', 1250],
    ['1.234.567', 123_456_700],
    ['1.234.567,89', 123_456_789],
    ['9.999.999.999,99', 999_999_999_999],
  ])('reads %s', (text, amountCents) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: amountCents });
  });

  it.each<[string, unknown]>([
    ['the word Infinity', 'Infinity'],
    ['the word NaN', 'NaN'],
    ['an exponent', '1e21'],
    ['three digits after the comma', '1,234'],
    ['one digit after a point', '1234.5'],
    ['three digits after a point behind four', '1234.567'],
    ['groups of two', '1.23.456'],
    ['a first group of four', '1234.567,00'],
    ['a zero first group', '0.123,00'],
    ['English grouping', '1,234.56'],
    ['Swiss apostrophe', "1'234.56"],
    ['full-width digits', '１２.００'],
    ['the typographic minus', '−12.00'],
    ['a plus', '+12,00'],
    ['leading zeros', '0012.00'],
    ['an underscore', '1_000.00'],
    ['surrounding spaces', ' 12.00 '],
    ['a line break at the end', '12,00\n'],
    ['a second line', '12,00\nx'],
    ['a text before', 'x12,00'],
    ['the euro sign', '12,00 €'],
    ['a trailing minus', '310.964,69-'],
    ['a lone minus', '-'],
    ['two minuses', '--1'],
    ['a lone comma', ','],
    ['no digit before the comma', ',50'],
    ['no digit after the comma', '12,'],
    ['a number', 12.34],
    ['true', true],
    ['an object', { toString: '12.00' }],
    ['null', null],
    ['undefined', undefined],
    ['a list', ['1']],
  ])('refuses %s', (_, raw) => {
    expect(parseAmount(raw)).toEqual({ ok: false, code: 'AMOUNT_FORMAT' });
  });

  it('asks what 1.234 means and guesses nothing', () => {
    expect(parseAmount('1.234')).toEqual({
      ok: false,
      code: 'AMOUNT_AMBIGUOUS',
      readings: [
        { text: '1234', amountCents: 123_400 },
        { text: '1,234', amountCents: null },
      ],
    });
    expect(parseAmount('-12.500')).toEqual({
      ok: false,
      code: 'AMOUNT_AMBIGUOUS',
      readings: [
        { text: '-12500', amountCents: -1_250_000 },
        { text: '-12,500', amountCents: null },
      ],
    });
  });

  it('misses an empty text', () => {
    expect(parseAmount('')).toEqual({ ok: false, code: 'AMOUNT_REQUIRED' });
  });
});

describe('range of an amount', () => {
  it('takes no minus unless asked for, whatever the notation', () => {
    expect(parseAmount('-1.00')).toEqual({ ok: false, code: 'AMOUNT_RANGE' });
    expect(parseAmount('-1.00', { minCents: cents(-100) })).toEqual({ ok: true, value: -100 });
    expect(parseAmount('-1.01', { minCents: cents(-100) })).toEqual({ ok: false, code: 'AMOUNT_RANGE' });
    expect(parseAmount('-0')).toEqual({ ok: true, value: 0 });
  });

  it('has an upper end', () => {
    expect(parseAmount('10000000000')).toEqual({ ok: false, code: 'AMOUNT_RANGE' });
    expect(parseAmount('5,01', { maxCents: cents(500) })).toEqual({ ok: false, code: 'AMOUNT_RANGE' });
    expect(parseAmount('5,00', { maxCents: cents(500) })).toEqual({ ok: true, value: 500 });
    expect(parseAmount('9223372036854775808')).toEqual({ ok: false, code: 'AMOUNT_RANGE' });
    expect(parseAmount('9'.repeat(400))).toEqual({ ok: false, code: 'AMOUNT_RANGE' });
  });
});

describe('amounts in files', () => {
  const file = { minCents: cents(-MAX_AMOUNT_CENTS), allowsTrailingMinus: true, pointGroupsThousands: true };

  it.each<[string, number]>([
    ['310.964,69-', -31_096_469],
    ['-22.000,00', -2_200_000],
    ['103.251,41', 10_325_141],
    ['1.234', 123_400],
    ['189056,5', 18_905_650],
    ['8800', 880_000],
    ['0,00', 0],
  ])('reads %s as the profile declares', (text, amountCents) => {
    expect(parseAmount(text, file)).toEqual({ ok: true, value: amountCents });
  });

  it.each(['1234.56', '-1-', '1,2-3', '-'])('refuses %s', (text) => {
    expect(parseAmount(text, file)).toEqual({ ok: false, code: 'AMOUNT_FORMAT' });
  });

  it('reads a leading minus only where the trailing one is not declared', () => {
    expect(parseAmount('5,00-', { minCents: cents(-500) })).toEqual({ ok: false, code: 'AMOUNT_FORMAT' });
  });
});

describe('writing amounts', () => {
  it.each<[number, string, string]>([
    [0, '0,00\u00A0€', '€0.00'],
    [5, '0,05\u00A0€', '€0.05'],
    [100, '1,00\u00A0€', '€1.00'],
    [123_456, '1.234,56\u00A0€', '€1,234.56'],
    [350_000_000, '3.500.000,00\u00A0€', '€3,500,000.00'],
    [-99, '\u22120,99\u00A0€', '\u2212€0.99'],
    [-123_456_789, '\u22121.234.567,89\u00A0€', '\u2212€1,234,567.89'],
    [100_000, '1.000,00\u00A0€', '€1,000.00'],
    [99_999, '999,99\u00A0€', '€999.99'],
    [9_007_199_254_740_991, '90.071.992.547.409,91\u00A0€', '€90,071,992,547,409.91'],
  ])('%d cents', (amount, german, english) => {
    expect(formatCents(cents(amount), 'de')).toBe(german);
    expect(formatCents(cents(amount), 'en')).toBe(english);
  });

  it.each<[number, string]>([
    [75_000_000, '750.000\u00A0€'],
    [149, '1\u00A0€'],
    [150, '2\u00A0€'],
    [-150, '\u22122\u00A0€'],
    [-49, '0\u00A0€'],
    [49, '0\u00A0€'],
    [99_950, '1.000\u00A0€'],
  ])('%d cents in whole euros', (amount, text) => {
    expect(formatCents(cents(amount), 'de', { precision: 'euros' })).toBe(text);
  });

  it('marks a change with its sign, zero without', () => {
    expect(formatCents(cents(100), 'de', { sign: 'always', unit: false })).toBe('+1,00');
    expect(formatCents(cents(-100), 'de', { sign: 'always', unit: false })).toBe('\u22121,00');
    expect(formatCents(cents(0), 'de', { sign: 'always', unit: false })).toBe('0,00');
    expect(formatCents(cents(100), 'en', { sign: 'negative', unit: false, precision: 'cents' })).toBe('1.00');
    expect(formatCents(cents(10), 'en', { sign: 'always', precision: 'euros' })).toBe('€0');
  });

  it.each<[number, number, string | null]>([
    [76, 100, '76\u00A0%'],
    [1, 3, '33\u00A0%'],
    [5, 1000, '1\u00A0%'],
    [-1, 2, '\u221250\u00A0%'],
    [1, -2, '\u221250\u00A0%'],
    [-1, -2, '50\u00A0%'],
    [-1, 1000, '0\u00A0%'],
    [12, 1, '1.200\u00A0%'],
    [0, 5, '0\u00A0%'],
    [5, 0, null],
  ])('%d of %d as a share', (part, whole, text) => {
    expect(formatPercent(part, whole, 'de')).toBe(text);
  });

  it('writes a share in English without a space', () => {
    expect(formatPercent(12, 1, 'en')).toBe('1,200%');
  });

  it('writes for programs without grouping and with an ASCII minus', () => {
    expect(plainAmount(cents(-123_456_789))).toBe('-1234567,89');
    expect(plainAmount(cents(7))).toBe('0,07');
    expect(plainAmount(cents(0))).toBe('0,00');
  });

  it('reads back every amount it writes', () => {
    const amounts = fc.integer({ min: -MAX_AMOUNT_CENTS, max: MAX_AMOUNT_CENTS }).map(cents);
    const signed = { minCents: cents(-MAX_AMOUNT_CENTS) };
    fc.assert(
      fc.property(amounts, (amount) => {
        const typed = formatCents(amount, 'de', { unit: false }).replace('\u2212', '-');
        expect(parseAmount(typed, signed)).toEqual({ ok: true, value: amount });
        expect(parseAmount(plainAmount(amount), signed)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});
