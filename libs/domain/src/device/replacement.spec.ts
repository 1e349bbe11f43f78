import { lowValueRuleOf } from '../budget/low-value';
import { cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import type { DeviceKindFacts } from './device';
import {
  ageYears,
  agePyramid,
  dueYear,
  isDue,
  monthDay,
  monthNumber,
  replacementDemand,
  replacements,
  type StockGroup,
  wholeFrame,
} from './replacement';

const TODAY = plainDate('2026-10-05');
const YEARS = [2026, 2027, 2028, 2029, 2030].map(fiscalYear);
const [FIRST, LAST] = [fiscalYear(2026), fiscalYear(2030)];
const kind = (netUnitCents: number, cycleMonths: number, more: object = {}): DeviceKindFacts => ({
  netUnitCents: cents(netUnitCents),
  vatBasisPoints: 1900,
  cycleMonths,
  isStandalone: true,
  answer: null,
  ...more,
});
const group = (kindId: string, boughtOn: string, quantity: number, frames = wholeFrame('CORE')): StockGroup => ({
  kindId,
  boughtOn: plainDate(boughtOn),
  quantity,
  frames,
});

describe('age and cycle are counted in months', () => {
  it.each([
    ['2022-05-31', 4],
    ['2022-10-31', 4],
    ['2022-11-01', 3],
    ['2026-10-01', 0],
  ])('bought on %s a device is %i years old', (day, age) => expect(ageYears(plainDate(day), TODAY)).toBe(age));

  it.each(['2026-01-31', '2026-12-01'])('the month of %s is known by its number', (day) =>
    expect(monthDay(monthNumber(plainDate(day)))).toBe(`${day.slice(0, 7)}-01`),
  );

  it.each([
    ['2021-10-31', true],
    ['2021-11-01', false],
  ])('bought on %s with a cycle of 60 months it is due: %s', (day, due) =>
    expect(isDue(plainDate(day), 60, TODAY)).toBe(due),
  );

  it('is due in the year in which its cycle ends', () => {
    expect(dueYear(plainDate('2021-12-31'), 60)).toBe(2026);
    expect(dueYear(plainDate('2021-12-31'), 61)).toBe(2027);
  });

  it('is replaced again and again within the window; what is late comes in the first year', () => {
    const of = (day: string, cycle: number) =>
      replacements(plainDate(day), cycle, FIRST, LAST).map(({ year, isLate }) => (isLate ? `${year} late` : `${year}`));
    expect(of('2024-07-01', 48)).toEqual(['2028']);
    expect(of('2023-07-01', 36)).toEqual(['2026', '2029']);
    expect(of('2015-01-01', 60)).toEqual(['2026 late']);
    expect(of('2015-01-01', 24)).toEqual(['2026 late', '2028', '2030']);
    expect(of('2026-10-05', 120)).toEqual([]);
    expect(of('2020-12-31', 60)).toEqual(['2026 late']);
    expect(of('2021-01-01', 60)).toEqual(['2026']);
    expect(of('2025-12-31', 60)).toEqual(['2030']);
  });
});

describe('yearly demand', () => {
  const kinds = new Map([
    ['notebook', kind(99_000, 60)],
    ['big', kind(101_000, 60)],
    ['dock', kind(18_000, 60, { isStandalone: false })],
  ]);
  const demand = (groups: readonly StockGroup[]) =>
    replacementDemand({ groups, kinds, years: YEARS, ruleOf: (year) => lowValueRuleOf(year, null) });

  it('T19 40 notebooks at 990.00 net take 47,124.00 as expense, 40 at 1,010.00 take 48,076.00 as investment', () => {
    expect(demand([group('notebook', '2022-07-01', 40), group('big', '2022-07-01', 40)])).toEqual([
      {
        fiscalYear: 2027,
        kindId: 'notebook',
        quantity: 40,
        lateQuantity: 0,
        burden: { netCents: 3_960_000, grossCents: 4_712_400 },
        deviceClass: { as: 'expense', reason: 'within', account: '422220' },
        frames: [{ frame: 'CORE', amountCents: 4_712_400 }],
      },
      {
        fiscalYear: 2027,
        kindId: 'big',
        quantity: 40,
        lateQuantity: 0,
        burden: { netCents: 4_040_000, grossCents: 4_807_600 },
        deviceClass: { as: 'investment', reason: 'above', account: null },
        frames: [{ frame: 'CORE', amountCents: 4_807_600 }],
      },
    ]);
  });

  it('adds up what was bought in different years and is late, and leaves open what nobody has answered', () => {
    const found = demand([
      group('dock', '2019-03-01', 30),
      group('dock', '2021-03-01', 5),
      group('dock', '2024-03-01', 7, wholeFrame('SCHOOL_NET')),
    ]);
    expect(found).toMatchObject([
      { fiscalYear: 2026, quantity: 35, lateQuantity: 30, deviceClass: { as: 'ask', reason: 'not_standalone' } },
      { fiscalYear: 2029, quantity: 7, lateQuantity: 0, frames: [{ frame: 'SCHOOL_NET', amountCents: 149_940 }] },
    ]);
  });

  it('shared devices are paid by the frames of their key, and the frames are the whole to the cent', () => {
    const key = [
      { frame: 'CORE', shareBasisPoints: 6_667 },
      { frame: 'SCHOOL_NET', shareBasisPoints: 3_333 },
    ] as const;
    const [found] = demand([group('notebook', '2022-07-01', 1, key), group('notebook', '2022-08-01', 2)]);
    expect(found?.frames).toEqual([
      { frame: 'CORE', amountCents: 314_164 },
      { frame: 'SCHOOL_NET', amountCents: 39_266 },
    ]);
    expect(sumCents(found?.frames.map(({ amountCents }) => amountCents) ?? [])).toBe(found?.burden.grossCents);
  });

  it('knows nothing of a kind that is not there, and of no years', () => {
    expect(demand([group('toaster', '2022-07-01', 1)])).toEqual([]);
    const none = {
      groups: [group('notebook', '2022-07-01', 1)],
      kinds,
      years: [],
      ruleOf: () => lowValueRuleOf(FIRST, null),
    };
    expect(replacementDemand(none)).toEqual([]);
  });
});

describe('the age pyramid', () => {
  it('begins with new devices and shows years without any', () => {
    const rows = agePyramid(
      [group('notebook', '2026-09-01', 40), group('phone', '2024-01-01', 3), group('notebook', '2024-09-01', 5)],
      TODAY,
    );
    expect(rows.map(({ ageYears: age, quantity }) => [age, quantity])).toEqual([
      [0, 40],
      [1, 0],
      [2, 8],
    ]);
    expect(rows[2]?.byKind.get('phone')).toBe(3);
    expect(agePyramid([], TODAY)).toEqual([]);
  });
});
