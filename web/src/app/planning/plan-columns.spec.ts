import { columnsOf, readComparison, SUPPLEMENT_COMPARISON, writeComparison } from './plan-columns';

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031];
const keys = (compare: string | undefined): string[] =>
  columnsOf(YEARS, [2027, 2028], readComparison(compare)).map(({ key }) => key);

describe('the columns of the grid', () => {
  it('begin with the plan of the year before; the version’s own figures for it have none', () => {
    expect(keys(undefined)).toEqual(['plan', '2027', '2028', '2029', '2030', '2031']);
  });

  it('can do without any comparison', () => {
    expect(keys('none')).toEqual(['2027', '2028', '2029', '2030', '2031']);
  });

  it('put each difference beside the plan year it belongs to', () => {
    expect(keys('actual,in_force,percent')).toEqual([
      ...['actual', '2027', 'in_force 2027', 'actual percent 2027', 'in_force percent 2027'],
      ...['2028', 'in_force 2028', 'actual percent 2028', 'in_force percent 2028', '2029', '2030', '2031'],
    ]);
  });

  it('compare the second plan year with the year before the plan, and with its own in force', () => {
    const columns = columnsOf(YEARS, [2027, 2028], readComparison('plan,in_force,cents'));
    const bases = columns.flatMap((column) =>
      column.kind === 'difference' ? [[column.fiscalYear, column.base, column.baseYear]] : [],
    );
    expect(bases).toEqual([
      [2027, 'plan', 2026],
      [2027, 'in_force', 2027],
      [2028, 'plan', 2026],
      [2028, 'in_force', 2028],
    ]);
  });

  it('a Nachtrag begins with old amount and change beside the new one', () => {
    const columns = columnsOf(YEARS, [2027, 2028], readComparison(undefined, SUPPLEMENT_COMPARISON));
    expect(columns.map(({ key }) => key)).toEqual([
      ...['2027', 'in_force 2027', 'in_force cents 2027'],
      ...['2028', 'in_force 2028', 'in_force cents 2028', '2029', '2030', '2031'],
    ]);
    expect(writeComparison(readComparison(undefined, SUPPLEMENT_COMPARISON), SUPPLEMENT_COMPARISON)).toBeNull();
    expect(writeComparison(readComparison('plan'), SUPPLEMENT_COMPARISON)).toBe('plan');
  });

  it('changes stand beside the year they belong to', () => {
    expect(keys('before_changes,cents').slice(0, 3)).toEqual([
      '2027',
      'before_changes 2027',
      'before_changes cents 2027',
    ]);
  });

  it.each([
    [undefined, null],
    ['plan', null],
    ['none', 'none'],
    ['cents,plan', 'plan,cents'],
    ['unsinn', 'none'],
  ])('stand in the address: %s', (text, written) => {
    expect(writeComparison(readComparison(text))).toBe(written);
  });
});
