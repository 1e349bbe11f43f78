import { fiscalYear, MAX_AMOUNT_CENTS, planningWindow, planYears } from '../shared';
import type { DemandItem } from './demand';
import { demandYears, isItemTooDear, itemInYear, itemYears } from './demand-cost';
import { bearsSide, demandPlan } from './demand-plan';

const notebooks: DemandItem = {
  id: 'a',
  label: 'Notebook 14 Zoll',
  kind: 'device',
  rhythm: 'one_off',
  fromYear: 2027,
  toYear: null,
  month: 7,
  quantity: 40,
  unit: 'Stück',
  unitPriceCents: 99_000,
  basis: 'net',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
};
const licence: DemandItem = {
  ...notebooks,
  id: 'b',
  label: 'Lizenz',
  kind: 'licence',
  rhythm: 'recurring',
  fromYear: 2026,
  quantity: 1,
  unitPriceCents: 12_000_000,
  basis: 'gross',
  increaseBasisPoints: 300,
};

it('T12 the window of a round is the year before to three years after: 2027/2028 shows 2026 to 2031', () => {
  const years = planningWindow(planYears(fiscalYear(2027), fiscalYear(2028)));
  expect(demandYears([notebooks], years).map(({ fiscalYear: year }) => year)).toEqual([
    2026, 2027, 2028, 2029, 2030, 2031,
  ]);
});

it('T13 two plan years are apart: what is needed once in 2027 costs nothing in 2028', () => {
  expect(demandYears([notebooks], [2027, 2028]).map(({ grossCents }) => grossCents)).toEqual([4_712_400, 0]);
});

it('T19 40 notebooks at 990.00 net burden 47,124.00 gross', () => {
  expect(itemInYear(notebooks, 2027)).toMatchObject({ netCents: 3_960_000, grossCents: 4_712_400 });
});

it('T27 120,000 in 2026 with 3 % a year is 637,096.30 for 2026 to 2030', () => {
  const years = itemYears([licence], [2026, 2027, 2028, 2029, 2030]).map(({ grossCents }) => grossCents);
  expect(years).toEqual([12_000_000, 12_360_000, 12_730_800, 13_112_724, 13_506_106]);
  expect(years.reduce<number>((sum, cents) => sum + (cents ?? 0), 0)).toBe(63_709_630);
});

it('T26 an unknown price is no zero: it stays a remark beside what is known', () => {
  const fees = { ...licence, id: 'c', kind: 'fees' as const, unitPriceCents: null };
  expect(itemInYear(fees, 2027)).toMatchObject({ netCents: null, grossCents: null });
  expect(demandYears([notebooks, fees], [2026, 2027])).toMatchObject([
    { fiscalYear: 2026, grossCents: 0, unknownItems: 1 },
    { fiscalYear: 2027, grossCents: 4_712_400, oneOffGrossCents: 4_712_400, recurringGrossCents: 0, unknownItems: 1 },
  ]);
});

it('a recurring item costs from its first to its last year, a gross price is taken apart', () => {
  const seats = { ...licence, toYear: 2027, increaseBasisPoints: 0, unitPriceCents: 11_900 };
  expect([2025, 2026, 2027, 2028].map((year) => itemInYear(seats, year)?.netCents ?? null)).toEqual([
    null,
    10_000,
    10_000,
    null,
  ]);
});

it('the sums of a year keep what comes once and what comes every year apart, net and gross', () => {
  const seats = { ...licence, increaseBasisPoints: 0, unitPriceCents: 11_900 };
  const twice = [notebooks, { ...notebooks, id: 'n' }, seats, { ...seats, id: 's' }];
  expect(demandYears(twice, [2027])).toEqual([
    {
      fiscalYear: 2027,
      netCents: 2 * 3_960_000 + 2 * 10_000,
      grossCents: 2 * 4_712_400 + 2 * 11_900,
      oneOffGrossCents: 2 * 4_712_400,
      recurringGrossCents: 2 * 11_900,
      unknownItems: 0,
    },
  ]);
  expect(itemYears(twice, [2025])).toEqual([]);
});

it.each([
  ['the dearest amount exactly', {}, 0, false],
  ['a cent more', { unitPriceCents: MAX_AMOUNT_CENTS + 1 }, 0, true],
  ['the same with tax', { vatBasisPoints: 1 }, 0, true],
  ['the same with a rise after a year', { increaseBasisPoints: 1 }, 1, true],
  ['the same with a fall after a year', { increaseBasisPoints: -100 }, 1, false],
  ['an item without a price', { unitPriceCents: null }, 4, false],
])('no amount is beyond all amounts: %s', (_case, change, years, isTooDear) => {
  const dearest = { ...notebooks, quantity: 1, unitPriceCents: MAX_AMOUNT_CENTS, vatBasisPoints: 0 };
  expect(isItemTooDear({ ...dearest, ...change }, years)).toBe(isTooDear);
});

describe('what a demand is planned with', () => {
  const window = { years: [2026, 2027, 2028, 2029, 2030], baseYear: 2027 };
  const items = [
    { item: notebooks, as: 'investment' as const },
    { item: { ...licence, fromYear: 2027 }, as: 'expense' as const },
  ];

  it('T27 has expense and investment apart, each in its years, with the rises of each year', () => {
    expect(demandPlan(items, { ...window, startYear: 2027 })).toEqual({
      investment: [{ fiscalYear: 2027, amountCents: 4_712_400 }],
      expense: [12_000_000, 12_360_000, 12_730_800, 13_112_724].map((amountCents, at) => ({
        fiscalYear: 2027 + at,
        amountCents,
      })),
      openItems: 0,
      unknownItems: 0,
    });
  });

  it('T13 moves with the beginning; nothing lies before it', () => {
    const { expense, investment } = demandPlan(items, { ...window, startYear: 2029 });
    expect(investment).toEqual([{ fiscalYear: 2029, amountCents: 4_712_400 }]);
    expect(expense.map(({ fiscalYear: year, amountCents }) => [year, amountCents])).toEqual([
      [2029, 12_000_000],
      [2030, 12_360_000],
    ]);
  });

  it('T26 an unknown price adds nothing and stays a remark; an open class is counted', () => {
    const unknown = { item: { ...notebooks, unitPriceCents: null }, as: 'expense' as const };
    const open = { item: { ...licence, id: 'c', quantity: 0 }, as: 'ask' as const };
    const none = { item: { ...licence, id: 'd', quantity: 0 }, as: 'expense' as const };
    expect(demandPlan([unknown, open, none], { ...window, startYear: 2027 })).toEqual({
      ...{ expense: [], investment: [], openItems: 1, unknownItems: 1 },
    });
  });

  it.each([
    ['expense', 'operating', true],
    ['expense', 'investing', false],
    ['investment', 'investing', true],
    ['investment', 'operating', false],
    ['expense', 'unclassified', false],
  ] as const)('T7 %s on a line of the sphere %s: %s', (side, sphere, isBorne) => {
    expect(bearsSide(side, sphere)).toBe(isBorne);
  });
});
