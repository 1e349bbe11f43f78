import fc from 'fast-check';
import { cents, scaleCents } from '../shared/cents';
import { type FiscalYear, fiscalYear } from '../shared/fiscal-year';
import { applyIndexRules, type CopiedLine, type IndexRule } from './plan-indexation';

const byYear = (amounts: Readonly<Record<number, number>>): CopiedLine['amounts'] =>
  new Map(Object.entries(amounts).map(([year, amount]) => [fiscalYear(Number(year)), cents(amount)]));
const line = (
  lineId: string,
  amounts: Readonly<Record<number, number>>,
  changes: Partial<CopiedLine> = {},
): CopiedLine => ({
  lineId,
  account: '429100',
  product: '111.50',
  frame: 'CORE',
  direction: 'expense',
  amounts: byYear(amounts),
  contracts: byYear({}),
  ...changes,
});
const rule = (rates: Readonly<Record<number, number>>, changes: Partial<IndexRule> = {}): IndexRule => ({
  by: 'account',
  value: '42',
  basis: 'year_before',
  rounding: 'cent',
  rates: Object.entries(rates).map(([year, basisPoints]) => ({ fiscalYear: fiscalYear(Number(year)), basisPoints })),
  ...changes,
});
/** [line, year, cents] of every amount that the rules set. */
const cellsOf = (lines: readonly CopiedLine[], rules: readonly IndexRule[]): unknown[] => {
  const outcome = applyIndexRules(lines, rules);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.cells.map(({ lineId, fiscalYear: year, amountCents }) => [lineId, year, amountCents]);
};

describe('T27 a rate a year builds on the year before', () => {
  it('120,000 with 3 % a year is 123,600 / 127,308 / 131,127.24 / 135,061.06', () => {
    const amounts = Object.fromEntries([2026, 2027, 2028, 2029, 2030].map((year) => [year, 12_000_000]));
    expect(cellsOf([line('a', amounts)], [rule({ 2027: 300, 2028: 300, 2029: 300, 2030: 300 })])).toEqual([
      ['a', 2027, 12_360_000],
      ['a', 2028, 12_730_800],
      ['a', 2029, 13_112_724],
      ['a', 2030, 13_506_106],
    ]);
  });

  it('rates of different years in any order: +2.5 % for 2027, +3 % for 2028', () => {
    const amounts = { 2026: 100_000, 2027: 100_000, 2028: 100_000 };
    const rates = [
      { fiscalYear: fiscalYear(2028), basisPoints: 300 },
      { fiscalYear: fiscalYear(2027), basisPoints: 250 },
    ];
    expect(cellsOf([line('a', amounts)], [rule({}, { rates })])).toEqual([
      ['a', 2027, 102_500],
      ['a', 2028, 105_575],
    ]);
  });

  it('on the copied amount of the same year each year stands for itself', () => {
    const amounts = { 2026: 100_000, 2027: 110_000, 2028: 120_000 };
    expect(cellsOf([line('a', amounts)], [rule({ 2027: 100, 2028: -50 }, { basis: 'same_year' })])).toEqual([
      ['a', 2027, 111_100],
      ['a', 2028, 119_400],
    ]);
  });

  it('a year without a rate stays as copied, a rate of 0 repeats the year before', () => {
    const amounts = { 2026: 100, 2027: 100, 2028: 100, 2029: 100 };
    expect(cellsOf([line('a', amounts)], [rule({ 2027: 1000, 2029: 0 })])).toEqual([['a', 2027, 110]]);
    expect(cellsOf([line('a', amounts)], [rule({ 2027: 1000, 2028: 0 })])).toEqual([
      ['a', 2027, 110],
      ['a', 2028, 110],
    ]);
  });
});

describe('what contracts cost is taken over where it is known', () => {
  const leased = line('leased', { 2026: 100, 2027: 100, 2028: 100 }, { contracts: byYear({ 2027: 123, 2028: 0 }) });
  const other = line('other', { 2026: 100, 2027: 100, 2028: 100 });
  const contracts = rule({ 2027: 0, 2028: 0, 2029: 0 }, { basis: 'contracts' });

  it('to the cent, also 0 where a contract costs nothing; a year without a contract stays as copied', () => {
    expect(cellsOf([leased, other], [contracts])).toEqual([
      ['leased', 2027, 123],
      ['leased', 2028, 0],
    ]);
  });

  it('and lines without contracts follow the next rule', () => {
    expect(cellsOf([leased, other], [contracts, rule({ 2027: 1000 })])).toEqual([
      ['leased', 2027, 123],
      ['leased', 2028, 0],
      ['other', 2027, 110],
    ]);
  });

  it('with a rate on top, each year from its own contract value, also where nothing was copied', () => {
    const isNew = line('new', {}, { contracts: byYear({ 2027: 1000 }) });
    expect(cellsOf([isNew], [rule({ 2027: 250, 2028: 250 }, { basis: 'contracts' })])).toEqual([['new', 2027, 1025]]);
  });
});

describe('R23 the sum of a group is the indexed sum, to the unit', () => {
  it.each<[string, number[], number, IndexRule['rounding'], number[]]>([
    ['three equal parts of 100.00 grow by 1 cent in all', [3333, 3333, 3334], 1, 'cent', [3333, 3333, 3335]],
    ['half a cent each: rounded alone 3 cents, together 2', [50, 50, 50], 100, 'cent', [51, 51, 50]],
    ['equal remainders go to the earlier line', [10, 10, 10, 10], 500, 'cent', [11, 11, 10, 10]],
    ['whole euros: 1,000.30 and 2,000.30 with +2.5 %', [100_030, 200_030], 250, 'euro', [102_600, 205_000]],
    ['whole euros for small lines: the sum of 1.20 is 1 euro', [40, 40, 40], 0, 'euro', [100, 0, 0]],
    ['credit and charge: -100.05 and 300.10 with +10 %', [-10_005, 30_010], 1000, 'cent', [-11_005, 33_011]],
    ['minus 100 % leaves zero, which is planned', [500, 700], -10_000, 'cent', [0, 0]],
    ['nothing stays nothing', [0, 0], 250, 'euro', [0, 0]],
  ])('%s', (_, amounts, basisPoints, rounding, expected) => {
    const lines = amounts.map((amount, at) => line(String(at), { 2026: amount }));
    const outcome = applyIndexRules(lines, [rule({ 2027: basisPoints }, { rounding })]);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.value.cells.map(({ amountCents }) => amountCents)).toEqual(expected);
    expect(outcome.value.effects).toEqual([
      {
        rule: 0,
        direction: 'expense',
        fiscalYear: 2027,
        lines: amounts.length,
        basisCents: amounts.reduce((sum, amount) => sum + amount, 0),
        beforeCents: 0,
        afterCents: expected.reduce((sum, amount) => sum + amount, 0),
      },
    ]);
  });

  it('for any amounts and rate: exactly the indexed sum, and no line a whole unit off its own share', () => {
    const amounts = fc.array(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -10_000, max: 10_000 }), fc.boolean(), (bases, basisPoints, isEuro) => {
        const unit = isEuro ? 100 : 1;
        const lines = bases.map((amount, at) => line(String(at), { 2026: amount }));
        const outcome = applyIndexRules(lines, [rule({ 2027: basisPoints }, { rounding: isEuro ? 'euro' : 'cent' })]);
        if (!outcome.ok) throw new Error(outcome.refusal.code);
        const after = outcome.value.cells.map(({ amountCents }) => amountCents);
        const total = bases.reduce((sum, amount) => sum + amount, 0);
        expect(after.reduce<number>((sum, amount) => sum + amount, 0)).toBe(
          scaleCents(cents(total), 10_000 + basisPoints, 10_000 * unit) * unit,
        );
        after.forEach((amount, at) => {
          const exact = ((bases[at] ?? 0) * (10_000 + basisPoints)) / 10_000;
          expect(Math.abs(amount - exact)).toBeLessThan(unit + 1e-6);
        });
      }),
    );
  });
});

describe('which lines a rule takes', () => {
  const lines = [
    line('a', { 2026: 100, 2027: 100 }, { account: '421110', product: '111.50' }),
    line('b', { 2026: 100, 2027: 100 }, { account: '422220', product: '111.60' }),
    line('c', { 2026: 100, 2027: 100 }, { account: '783125', direction: 'payment', frame: 'SCHOOL_NET' }),
    line('d', { 2026: 100, 2027: 100 }, { account: '521110', frame: null }),
  ];
  it.each<[string, Partial<IndexRule>, string[]]>([
    ['accounts that begin with 42', { by: 'account', value: '42' }, ['a', 'b']],
    ['one account', { by: 'account', value: '422220' }, ['b']],
    ['a digit inside an account is no beginning', { by: 'account', value: '21' }, []],
    ['a product group', { by: 'product', value: '111.5' }, ['a', 'd', 'c']],
    ['a frame, and only the whole code', { by: 'frame', value: 'SCHOOL_NET' }, ['c']],
    ['no frame is no selection', { by: 'frame', value: '' }, []],
  ])('%s', (_, changes, expected) => {
    expect(cellsOf(lines, [rule({ 2027: 1000 }, changes)]).map((cell) => (cell as string[])[0])).toEqual(expected);
  });

  it('a line follows the first rule that takes it, and never two', () => {
    const rules = [rule({ 2027: 1000 }, { value: '4221' }), rule({ 2027: 2000 }, { value: '42' })];
    const own = [line('a', { 2026: 100, 2027: 100 }, { account: '422110' }), line('b', { 2026: 100, 2027: 100 })];
    expect(cellsOf(own, rules)).toEqual([
      ['a', 2027, 110],
      ['b', 2027, 120],
    ]);
  });

  it('expense and payments of one frame are two groups', () => {
    const mixed = [
      line('a', { 2026: 50, 2027: 50 }),
      line('b', { 2026: 50, 2027: 50 }, { direction: 'payment', account: '783125' }),
    ];
    const outcome = applyIndexRules(mixed, [rule({ 2027: 100 }, { by: 'frame', value: 'CORE' })]);
    expect(outcome.ok && outcome.value.effects.map(({ direction, afterCents }) => [direction, afterCents])).toEqual([
      ['expense', 51],
      ['payment', 51],
    ]);
  });

  it('a line that is not planned in the basis stays as it is: not planned is not zero', () => {
    const sparse = [line('a', { 2027: 70 }), line('b', { 2026: 100 })];
    expect(cellsOf(sparse, [rule({ 2027: 0 })])).toEqual([['b', 2027, 100]]);
  });

  it('an amount that stays the same is no change', () => {
    expect(cellsOf([line('a', { 2026: 100, 2027: 100 })], [rule({ 2027: 0 })])).toEqual([]);
  });
});

it('an amount that no cell holds is refused with its line and year, and nothing else happens', () => {
  const near = line('big', { 2026: 999_999_999_999 });
  expect(applyIndexRules([line('a', { 2026: 1 }), near], [rule({ 2027: 1, 2028: 1 })])).toEqual({
    ok: false,
    refusal: { code: 'INDEX_TOO_LARGE', params: { lineId: 'big', fiscalYear: 2027 as FiscalYear } },
  });
});
