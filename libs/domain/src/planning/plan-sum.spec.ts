import { calculatePlanSum } from './plan-sum';

describe('a sum typed into a cell', () => {
  it.each<[string, number]>([
    ['12*450,50', 540_600],
    ['360000/12', 3_000_000],
    ['1.234,50+3000', 423_450],
    ['(1200+800)*1,19', 238_000],
    ['2+3*4', 1_400],
    ['10-2-3', 500],
    ['100/3', 3_333],
    // A third and two thirds are the whole: nothing is rounded on the way.
    ['100/3*3', 10_000],
    ['0,005*1', 1],
    ['-0,005*1', -1],
    ['-(12,30+1)', -1_330],
    ['4*-5', -2_000],
    ['5--3', 800],
    ['0,1+0,2', 30],
    ['1.5*2', 300],
  ])('%s', (text, amountCents) => {
    expect(calculatePlanSum(text)).toEqual({ ok: true, amountCents });
  });

  it.each<[string, string]>([
    ['', 'FORMULA_NUMBER'],
    ['1+', 'FORMULA_NUMBER'],
    ['(1+2', 'FORMULA_NUMBER'],
    ['1+2)', 'FORMULA_NUMBER'],
    ['1,2,3+1', 'FORMULA_NUMBER'],
    ['1000+3%', 'FORMULA_NUMBER'],
    ['SUMME(A1:A3)', 'FORMULA_NUMBER'],
    ['2**3', 'FORMULA_NUMBER'],
    ['999999999999*1000', 'FORMULA_NUMBER'],
    [`${'('.repeat(40)}1${')'.repeat(40)}`, 'FORMULA_NUMBER'],
    ['100/0', 'FORMULA_DIVISION'],
    ['1/(2-2)', 'FORMULA_DIVISION'],
    ['1.234*2', 'FORMULA_AMBIGUOUS'],
  ])('"%s" is none: %s', (text, code) => {
    expect(calculatePlanSum(text)).toMatchObject({ ok: false, code });
  });
});
