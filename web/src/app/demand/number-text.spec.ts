import { numberText, readDecimal, readWhole } from './number-text';

it.each<[string, number | null | undefined]>([
  ['40', 40],
  ['1.200', 1200],
  ['', null],
  [' 7 ', 7],
  ['0', 0],
  ['-1', undefined],
  ['1,5', undefined],
  ['1.20', undefined],
  ['2000000', undefined],
  ['vierzig', undefined],
])('a quantity of %p is %p', (text, value) => {
  expect(readWhole(text)).toBe(value);
});

it.each<[string, number, number | null | undefined]>([
  ['0,5', 3, 500],
  ['0,125', 3, 125],
  ['2', 3, 2000],
  ['', 3, null],
  ['0,1234', 3, undefined],
  ['1.5', 3, undefined],
  ['2,5 %', 2, 250],
])('%p with %d decimals is %p', (text, decimals, value) => {
  expect(readDecimal(text, decimals)).toBe(value);
});

it('what is read is written the same way', () => {
  expect([numberText(500, 3), numberText(2000, 3), numberText(0, 3), numberText(null, 3), numberText(250, 2)]).toEqual([
    '0,5',
    '2',
    '0',
    '',
    '2,5',
  ]);
});
