import { cents } from '../shared/cents';
import { fiscalYear, planYears } from '../shared/fiscal-year';
import { type PlannedLine, type StatedTotal, type VersionContent, introduceFindings } from './introduce-check';

const YEAR = fiscalYear(2027);
const line = (lineId: string, subBudget: string, account: string, amount: number, year = 2027): PlannedLine => ({
  lineId,
  subBudget,
  product: '111.50',
  account,
  amounts: [{ fiscalYear: fiscalYear(year), amountCents: cents(amount) }],
});
const stated = (
  subBudget: string | null,
  direction: StatedTotal['direction'],
  total: number,
  year = 2027,
): StatedTotal => ({
  subBudget,
  fiscalYear: fiscalYear(year),
  direction,
  totalCents: cents(total),
});
const content = (changes: Partial<VersionContent> = {}): VersionContent => ({
  planYears: planYears(YEAR),
  accountFrame: 'NI',
  lines: [
    line('a', 'FB 10', '421110', 600),
    line('b', 'FB 20', '422220', 400),
    line('c', 'FB 20', '783125', 50),
    line('d', 'FB 10', '311000', 70),
  ],
  statedTotals: [],
  ...changes,
});

describe('T2 before a plan version is introduced', () => {
  it('sub-budgets that sum to the whole per year and part of the plan pass', () => {
    const totals = [
      stated('FB 10', 'expense', 600),
      stated('FB 20', 'expense', 400),
      stated(null, 'expense', 1000),
      stated(null, 'payment', 50),
      stated('FB 20', 'payment', 50),
      stated(null, 'revenue', 70),
      stated(null, 'expense', 0, 2028),
    ];
    expect(introduceFindings(content({ statedTotals: totals }))).toEqual([]);
    expect(introduceFindings(content())).toEqual([]);
  });

  it('a total of the whole that is one cent off is named', () => {
    const total = stated(null, 'expense', 1001);
    expect(introduceFindings(content({ statedTotals: [total] }))).toEqual([
      { code: 'TOTAL_DIFFERS', ...total, linesCents: 1000, differenceCents: 1 },
    ]);
  });

  it('a sub-budget that is off is named too', () => {
    const total = stated('FB 20', 'payment', 40);
    expect(introduceFindings(content({ statedTotals: [total] }))).toEqual([
      { code: 'TOTAL_DIFFERS', ...total, linesCents: 50, differenceCents: -10 },
    ]);
  });

  it('lines without place or outside the frame are named', () => {
    const lines = [
      line('a', '', '421110', 1),
      line('b', 'FB 10', '999999', 1),
      line('c', 'FB 10', '011100', 1),
      { ...line('d', 'FB 10', '4', 1), account: null },
    ];
    expect(introduceFindings(content({ lines }))).toEqual([
      { lineId: 'a', code: 'LINE_INCOMPLETE', missing: ['subBudget'] },
      { lineId: 'c', code: 'ACCOUNT_NOT_IN_FRAME', account: '011100', accountFrame: 'NI' },
      { lineId: 'd', code: 'LINE_INCOMPLETE', missing: ['account'] },
    ]);
  });

  it.each<[string, Partial<PlannedLine>, object]>([
    ['without a sub-budget', { subBudget: '' }, { code: 'LINE_INCOMPLETE', missing: ['subBudget'] }],
    ['without a product', { product: null }, { code: 'LINE_INCOMPLETE', missing: ['product'] }],
    ['without an account', { account: '' }, { code: 'LINE_INCOMPLETE', missing: ['account'] }],
    [
      'with an account that is not in the frame of the year',
      { account: '011100' },
      { code: 'ACCOUNT_NOT_IN_FRAME', account: '011100', accountFrame: 'NI' },
    ],
  ])('T2 a line %s is rejected, a complete one beside it is not', (_, changes, finding) => {
    const lines = [line('a', 'FB 10', '421110', 1), { ...line('b', 'FB 10', '421110', 1), ...changes }];
    expect(introduceFindings(content({ lines }))).toEqual([{ lineId: 'b', ...finding }]);
  });

  it('lines that nobody classified are named, each', () => {
    expect(introduceFindings(content({ accountFrame: 'unclassified' }))).toHaveLength(4);
  });

  it('amounts outside the planning window are named (R12)', () => {
    const lines = [
      line('a', 'FB 10', '421110', 1, 2026),
      line('b', 'FB 10', '421110', 1, 2030),
      line('c', 'FB 10', '421110', 1, 2031),
      line('d', 'FB 10', '421110', 1, 2025),
    ];
    expect(introduceFindings(content({ lines }))).toEqual([
      { code: 'YEAR_OUTSIDE_WINDOW', lineId: 'c', fiscalYear: 2031 },
      { code: 'YEAR_OUTSIDE_WINDOW', lineId: 'd', fiscalYear: 2025 },
    ]);
  });

  it('a version without lines cannot be introduced', () => {
    expect(introduceFindings(content({ lines: [] }))).toEqual([{ code: 'VERSION_EMPTY' }]);
  });

  it('a line without an account counts in no total', () => {
    const lines = [{ ...line('a', 'FB 10', '', 5), account: null }];
    const findings = introduceFindings(content({ lines, statedTotals: [stated(null, 'expense', 0)] }));
    expect(findings).toEqual([{ lineId: 'a', code: 'LINE_INCOMPLETE', missing: ['account'] }]);
  });
});
