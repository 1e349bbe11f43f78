import { AmountReader } from './amount-cell';
import type { NumberStyle, UnitFactor } from './mapping';

const GERMAN: NumberStyle = { decimal: ',', grouping: '.', trailingMinus: true, parentheses: false };
const PLAIN: NumberStyle = { decimal: ',', grouping: null, trailingMinus: false, parentheses: false };
const ENGLISH: NumberStyle = { decimal: '.', grouping: ',', trailingMinus: false, parentheses: true };
const SWISS: NumberStyle = { decimal: '.', grouping: "'", trailingMinus: false, parentheses: false };
const BLANKS: NumberStyle = { decimal: ',', grouping: ' ', trailingMinus: false, parentheses: false };
const WORKBOOK: NumberStyle = { decimal: '.', grouping: null, trailingMinus: false, parentheses: false };

function read(text: string, style: NumberStyle, factor: UnitFactor = 1): number | string {
  const reader = new AmountReader(style, factor);
  const cents = reader.read(text);
  return reader.fault ?? cents;
}

describe('amounts of files', () => {
  it.each<[string, NumberStyle, number]>([
    ['-22.000,00', GERMAN, -2_200_000],
    ['310.964,69-', GERMAN, -31_096_469],
    ['8.000-', GERMAN, -800_000],
    ['1.596.852.249', GERMAN, 159_685_224_900],
    ['1.234', GERMAN, 123_400],
    ['-0,00', GERMAN, 0],
    ['0,00-', GERMAN, 0],
    ['  103.251,41 ', GERMAN, 10_325_141],
    ['103.251,41 €', GERMAN, 10_325_141],
    ['€ 12,00', GERMAN, 1200],
    ['- 12,00', GERMAN, -1200],
    ['\u221212,00', GERMAN, -1200],
    ['189056,5', PLAIN, 18_905_650],
    ['1234.56', PLAIN, 123_456],
    ['1.234,56', PLAIN, 123_456],
    ['1.234.567', PLAIN, 123_456_700],
    ['8800', PLAIN, 880_000],
    ['1,234,567.89', ENGLISH, 123_456_789],
    ['(1,234.50)', ENGLISH, -123_450],
    ['1,234', ENGLISH, 123_400],
    ["1'234'567.80", SWISS, 123_456_780],
    ['1\u2019234.80', SWISS, 123_480],
    ['1 234 567,80', BLANKS, 123_456_780],
    ['1\u00A0234,80', BLANKS, 123_480],
    ['-1\u202F234,80', BLANKS, -123_480],
    ['1234.5', WORKBOOK, 123_450],
    ['-0.01', WORKBOOK, -1],
    ['5,00-', PLAIN, -500],
    ['500,-', GERMAN, 50_000],
    ['1.500,-- €', GERMAN, 150_000],
    ['1,5 Mio', GERMAN, 150_000_000],
    ['3,5 Mio. €', GERMAN, 350_000_000],
    ['-250 TEUR', GERMAN, -25_000_000],
    ['1.250 Tsd. Euro', GERMAN, 125_000_000],
    ['T€ 12', GERMAN, 1_200_000],
    ['TEUR -1,5', GERMAN, -150_000],
    ['Mio. € 2', GERMAN, 200_000_000],
    ['4.721540379E7', WORKBOOK, 4_721_540_379],
    ['-1.25E7', WORKBOOK, -1_250_000_000],
    [',50', GERMAN, 50],
    ['-.5', WORKBOOK, -50],
    ['+1\u2019234', SWISS, 123_400],
    ['1,234,567.80', SWISS, 123_456_780],
    ['1 234,56', GERMAN, 123_456],
    ['1.234,56', BLANKS, 123_456],
  ])('reads %s', (text, style, cents) => {
    expect(read(text, style)).toBe(cents);
  });

  it.each<[string, NumberStyle, string]>([
    ['', GERMAN, 'AMOUNT_REQUIRED'],
    ['nan', GERMAN, 'AMOUNT_REQUIRED'],
    ['NULL', GERMAN, 'AMOUNT_REQUIRED'],
    ['k. A.', GERMAN, 'AMOUNT_FORMAT'],
    ['1,23E+07', GERMAN, 'AMOUNT_FORMAT'],
    ['   ', GERMAN, 'AMOUNT_REQUIRED'],
    ['xxx', GERMAN, 'AMOUNT_FORMAT'],
    ['-', GERMAN, 'AMOUNT_REQUIRED'],
    ['\u2013', GERMAN, 'AMOUNT_REQUIRED'],
    ['--', GERMAN, 'AMOUNT_FORMAT'],
    ['1.23.456', GERMAN, 'AMOUNT_FORMAT'],
    ['1234.567,00', GERMAN, 'AMOUNT_FORMAT'],
    ['1234.56', GERMAN, 'AMOUNT_FORMAT'],
    ['--1', GERMAN, 'AMOUNT_FORMAT'],
    ['-1-', GERMAN, 'AMOUNT_FORMAT'],
    ['007', GERMAN, 'AMOUNT_FORMAT'],
    ['12,', GERMAN, 'AMOUNT_FORMAT'],
    ['+5-', GERMAN, 'AMOUNT_FORMAT'],
    ['.50', GERMAN, 'AMOUNT_FORMAT'],
    ['1,234', SWISS, 'AMOUNT_FORMAT'],
    ['1e21', GERMAN, 'AMOUNT_FORMAT'],
    ['#DIV/0!', GERMAN, 'AMOUNT_FORMAT'],
    ['=abc', GERMAN, 'AMOUNT_FORMAT'],
    ['31.12.2026', GERMAN, 'AMOUNT_FORMAT'],
    ['(5,00)', PLAIN, 'AMOUNT_FORMAT'],
    ['1.234', PLAIN, 'AMOUNT_AMBIGUOUS'],
    ['-12.500', PLAIN, 'AMOUNT_AMBIGUOUS'],
    ['1,234', PLAIN, 'AMOUNT_AMBIGUOUS'],
    ['1,234', WORKBOOK, 'AMOUNT_AMBIGUOUS'],
    ['10.000.000.000,00', GERMAN, 'AMOUNT_RANGE'],
    ['9'.repeat(400), GERMAN, 'AMOUNT_RANGE'],
  ])('refuses %p', (text, style, fault) => {
    expect(read(text, style)).toBe(fault);
  });

  it('reads thousands and millions of euros exactly', () => {
    expect(read('12,345', GERMAN, 1000)).toBe(1_234_500);
    expect(read('1.234', GERMAN, 1000)).toBe(123_400_000);
    expect(read('1,5', GERMAN, 1_000_000)).toBe(150_000_000);
  });

  it('rounds what is finer than a cent, half away from zero, and counts it', () => {
    const reader = new AmountReader(WORKBOOK, 1);
    expect([reader.read('10.1251'), reader.read('-10.125'), reader.read('10.1249')]).toEqual([1013, -1013, 1012]);
    expect(reader.rounded).toBe(3);
  });
});
