import fc from 'fast-check';
import { lowValueRuleOf } from '../budget/low-value';
import { cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { accountDemand, type AccountingFacts, accountItem, type AccountingRules } from './accounting';
import type { DemandItem } from './demand';
import { EMPTY_PAPER, type InvestmentPaper, netPresentValue, paperGaps } from './investment-paper';
import { EXAMPLE_PAPER_RULES, lifeMonthsOf } from './paper-rules';

const euros = (amount: number) => cents(Math.round(amount * 100));
const rules: AccountingRules = {
  lowValue: lowValueRuleOf(fiscalYear(2026), null),
  lifeMonths: lifeMonthsOf(EXAMPLE_PAPER_RULES),
  comparisonFromCents: euros(500_000),
  planYears: [2026, 2027, 2028, 2029, 2030],
};
const facts: AccountingFacts = { isStandalone: true, paidMonths: null };
const item = (changes: Partial<DemandItem> = {}): DemandItem => ({
  id: 'i',
  label: 'Notebook',
  kind: 'device',
  rhythm: 'one_off',
  fromYear: 2026,
  toYear: null,
  month: 7,
  quantity: 40,
  unit: 'Stück',
  unitPriceCents: 99_000,
  basis: 'net',
  vatBasisPoints: 1_900,
  increaseBasisPoints: 0,
  ...changes,
});
const server = item({ id: 'server', quantity: 1, unitPriceCents: 12_000_000, vatBasisPoints: 0 });
const sides = (years: readonly { fiscalYear: number; resultCents: number; paymentCents: number }[]) =>
  years.map(({ fiscalYear: year, resultCents, paymentCents }) => [year, resultCents / 100, paymentCents / 100]);

describe('expense or investment', () => {
  it('T19 40 notebooks at 990.00 net are expense on 422220 and take 47,124.00 gross', () => {
    expect(accountItem(item(), facts, { rules })).toMatchObject({
      as: 'expense',
      account: '422220',
      grossCents: 4_712_400,
      reasons: [{ code: 'device', reason: 'within', netUnitCents: 99_000 }, { code: 'gross' }, { code: 'at_once' }],
    });
  });

  it('T19 40 notebooks at 1,010.00 net are an investment of 48,076.00 gross', () => {
    expect(accountItem(item({ unitPriceCents: 101_000 }), facts, { rules })).toMatchObject({
      as: 'investment',
      account: null,
      grossCents: 4_807_600,
      reasons: [{ reason: 'above' }, {}, { code: 'depreciation', months: 60 }],
    });
  });

  it('T19 the limit tests the net price: 1,178.10 gross is 990.00 net', () => {
    const gross = item({ unitPriceCents: 117_810, basis: 'gross' });
    expect(accountItem(gross, facts, { rules })).toMatchObject({ as: 'expense', grossCents: 4_712_400 });
  });

  it('T19 the rule is dated: in 2015 the same notebooks were an investment on 783125', () => {
    const dated = { ...rules, lowValue: lowValueRuleOf(fiscalYear(2015), null) };
    expect(accountItem(item(), facts, { rules: dated })).toMatchObject({ as: 'investment', account: '783125' });
  });

  it.each([
    ['exactly 1,000.00', item({ unitPriceCents: 100_000 }), facts, 'upper_limit'],
    ['exactly 250.00', item({ unitPriceCents: 25_000 }), facts, 'lower_limit'],
    ['a dock that nobody can use by itself', item(), { ...facts, isStandalone: false }, 'not_standalone'],
  ] as const)('T19 is asked, never guessed: %s', (_, thing, known, reason) => {
    expect(accountItem(thing, known, { rules })).toMatchObject({ proposed: 'ask', reasons: [{ reason }, {}, {}] });
    const decision = { as: 'investment', reason: 'so bewertet' } as const;
    expect(accountItem(thing, known, { rules, decision })).toMatchObject({ proposed: 'ask', as: 'investment' });
  });

  it('what is used up is expense, a licence for a time too; a lasting licence and services beside an investment are asked', () => {
    const as = (
      kind: DemandItem['kind'],
      rhythm: DemandItem['rhythm'] = 'one_off',
      price = 500_000,
      isWithInvestment = false,
    ) => accountItem(item({ kind, rhythm, unitPriceCents: price }), facts, { rules, isWithInvestment }).as;
    expect(as('training')).toBe('expense');
    expect(as('fees', 'recurring')).toBe('expense');
    expect(as('licence', 'recurring')).toBe('expense');
    expect(as('licence', 'one_off', 9_900)).toBe('expense');
    expect(as('licence', 'one_off', 500_000)).toBe('ask');
    expect(as('services')).toBe('expense');
    expect(as('services', 'one_off', 500_000, true)).toBe('ask');
  });

  it('finance overrides with a reason, and the reason stands there', () => {
    const decision = { as: 'investment', reason: 'Erstausstattung' } as const;
    const decided = accountItem(item(), facts, { rules, decision });
    expect(decided).toMatchObject({ proposed: 'expense', as: 'investment', account: null });
    expect(decided.reasons).toContainEqual({ code: 'decided', reason: 'Erstausstattung' });
  });

  it('an unknown price stays unknown (R26): nothing is reckoned from it', () => {
    expect(accountItem(item({ unitPriceCents: null }), facts, { rules })).toMatchObject({
      as: 'ask',
      grossCents: null,
      years: [],
      reasons: [{ code: 'price_unknown' }],
    });
  });
});

describe('both sides of the budget from one entry', () => {
  it('T20a a server of 120,000 for 60 months from July 2026: 12,000, four times 24,000, 12,000; paid in 2026', () => {
    expect(sides(accountItem(server, facts, { rules }).years)).toEqual([
      [2026, 12_000, 120_000],
      [2027, 24_000, 0],
      [2028, 24_000, 0],
      [2029, 24_000, 0],
      [2030, 24_000, 0],
      [2031, 12_000, 0],
    ]);
  });

  it('T20b a licence of 36,000 paid on 01.10.2026 for 36 months: 3,000 / 12,000 / 12,000 / 9,000; paid in 2026', () => {
    const licence = item({ kind: 'licence', month: 10, quantity: 1, unitPriceCents: 3_600_000, vatBasisPoints: 0 });
    const decision = { as: 'expense', reason: 'zeitlich befristet' } as const;
    const accounted = accountItem(licence, { ...facts, paidMonths: 36 }, { rules, decision });
    expect(sides(accounted.years)).toEqual([
      [2026, 3_000, 36_000],
      [2027, 12_000, 0],
      [2028, 12_000, 0],
      [2029, 9_000, 0],
    ]);
    expect(accounted.reasons).toContainEqual({ code: 'accrual', months: 36 });
  });

  it('T27 a licence of 120,000 that rises by 3 % a year follows up with 135,061.06 in 2030', () => {
    const licence = item({
      kind: 'licence',
      rhythm: 'recurring',
      month: 1,
      quantity: 1,
      unitPriceCents: 12_000_000,
      vatBasisPoints: 0,
      increaseBasisPoints: 300,
    });
    const { years, followUpCents } = accountDemand([{ item: licence, facts, decision: null }], rules);
    expect(years.map(({ paymentCents }) => paymentCents)).toEqual([
      12_000_000, 12_360_000, 12_730_800, 13_112_724, 13_506_106,
    ]);
    expect(sumCents(years.map(({ paymentCents }) => paymentCents))).toBe(63_709_630);
    expect(followUpCents).toBe(13_506_106);
  });

  it('every cent paid is expense or depreciation of some year, whatever the item', () => {
    const anyItem = fc.record({
      unitPriceCents: fc.integer({ min: 0, max: 5_000_000 }),
      quantity: fc.integer({ min: 0, max: 500 }),
      month: fc.integer({ min: 1, max: 12 }),
      rhythm: fc.constantFrom('one_off' as const, 'recurring' as const),
      kind: fc.constantFrom('device' as const, 'licence' as const, 'services' as const),
    });
    fc.assert(
      fc.property(anyItem, fc.option(fc.integer({ min: 1, max: 84 })), (raw, paidMonths) => {
        const { years } = accountItem(item(raw), { ...facts, paidMonths }, { rules });
        expect(sumCents(years.map(({ resultCents }) => resultCents))).toBe(
          sumCents(years.map(({ paymentCents }) => paymentCents)),
        );
      }),
    );
  });
});

describe('what is needed beside the money', () => {
  const whole = (items: readonly DemandItem[]) =>
    accountDemand(
      items.map((one) => ({ item: one, facts, decision: null })),
      rules,
    );

  it('an investment paid in later years needs commitment authority, running costs only bind them (T11c)', () => {
    const second = item({ id: 'second', fromYear: 2027, unitPriceCents: 20_000_000, quantity: 1, vatBasisPoints: 0 });
    const care = item({
      id: 'care',
      kind: 'services',
      rhythm: 'recurring',
      toYear: 2027,
      unitPriceCents: 100_000,
      quantity: 1,
      vatBasisPoints: 0,
    });
    const { duties, investmentCents, expenseCents } = whole([server, second, care]);
    expect({ investmentCents, expenseCents }).toEqual({ investmentCents: 32_000_000, expenseCents: 200_000 });
    expect(duties).toEqual([
      { code: 'commitment_authority', slices: [{ fiscalYear: 2027, amountCents: 20_000_000 }] },
      { code: 'bound_years', slices: [{ fiscalYear: 2027, amountCents: 100_000 }] },
      { code: 'follow_up', investmentCents: 32_000_000 },
    ]);
  });

  it('T18 520,000 at a threshold of 500,000 need two alternatives, their flows and a recommendation', () => {
    const { duties } = whole([item({ quantity: 1, unitPriceCents: 52_000_000, vatBasisPoints: 0 })]);
    expect(duties).toContainEqual({ code: 'comparison', investmentCents: 52_000_000, fromCents: 50_000_000 });
    expect(paperGaps(EMPTY_PAPER, duties)).toEqual(['alternatives', 'recommendation', 'follow_up']);
    const written: InvestmentPaper = {
      alternatives: [
        { name: 'Kauf', flowsCents: [euros(-520_000), euros(150_000)] },
        { name: 'Miete', flowsCents: [euros(-130_000), euros(-130_000)] },
      ],
      recommendation: 'Kauf',
      followUpCents: euros(20_000),
      followUpReason: '',
    };
    expect(paperGaps(written, duties)).toEqual([]);
    expect(paperGaps({ ...written, recommendation: 'Leasing' }, duties)).toEqual(['recommendation']);
    expect(paperGaps({ ...written, alternatives: [{ name: 'Kauf', flowsCents: [] }] }, duties)).toEqual([
      'alternatives',
      'flows',
    ]);
  });

  it('T18 45,000 need the follow-up costs, and none at all need a reason', () => {
    const { duties } = whole([item({ quantity: 1, unitPriceCents: 4_500_000, vatBasisPoints: 0 })]);
    expect(paperGaps(EMPTY_PAPER, duties)).toEqual(['follow_up']);
    const free = { ...EMPTY_PAPER, followUpCents: cents(0) };
    expect(paperGaps(free, duties)).toEqual(['follow_up_reason']);
    expect(paperGaps({ ...free, followUpReason: 'Wartung im Preis' }, duties)).toEqual([]);
  });

  it('T18 the net present value of -500,000 and four times 150,000 at 3 % is 57,564.76', () => {
    const flows = [-500_000, 150_000, 150_000, 150_000, 150_000].map(euros);
    expect(netPresentValue(flows, 300)).toBe(5_756_476);
    expect(netPresentValue([], 300)).toBe(0);
  });

  it('an expense needs no papers', () => {
    expect(paperGaps(EMPTY_PAPER, whole([item()]).duties)).toEqual([]);
  });
});

describe('each kind by its own rule', () => {
  const licence = item({ kind: 'licence', unitPriceCents: 100_000 });
  const services = item({ kind: 'services', label: 'Einrichtung' });
  it.each([
    ['a licence at the limit of low value', licence, false, 'expense', { code: 'licence_term' }],
    [
      'a lasting licence a cent above it',
      { ...licence, unitPriceCents: 100_001 },
      false,
      'ask',
      { code: 'licence_lasting', toCents: 100_000 },
    ],
    [
      'a licence paid each year, however dear',
      { ...licence, unitPriceCents: 900_000, rhythm: 'recurring' as const },
      false,
      'expense',
      { code: 'licence_term' },
    ],
    ['a licence without a price', { ...licence, unitPriceCents: null }, false, 'expense', { code: 'licence_term' }],
    ['services alone', services, false, 'expense', { code: 'consumed', kind: 'services' }],
    ['services that may belong to an investment', services, true, 'ask', { code: 'services_with_investment' }],
    [
      'services of every year beside an investment',
      { ...services, rhythm: 'recurring' as const },
      true,
      'expense',
      { code: 'consumed', kind: 'services' },
    ],
    [
      'training beside an investment',
      item({ kind: 'training' }),
      true,
      'expense',
      { code: 'consumed', kind: 'training' },
    ],
  ])('%s', (_case, one, isWithInvestment, proposed, reason) => {
    const accounted = accountItem(one, facts, { rules, isWithInvestment });
    expect([accounted.proposed, accounted.reasons[0]]).toEqual([proposed, reason]);
  });

  it('services are not taken for a part of an investment unless somebody says so', () => {
    expect(accountItem(services, facts, { rules }).proposed).toBe('expense');
  });

  it('a device without a price is asked about and has no amount', () => {
    const open = accountItem(item({ unitPriceCents: null }), facts, { rules });
    expect(open).toMatchObject({ proposed: 'ask', netCents: null, grossCents: null, years: [] });
    expect(open.reasons).toEqual([{ code: 'price_unknown' }]);
    expect(accountItem(item(), facts, { rules }).netCents).toBe(3_960_000);
  });

  it.each([
    ['T20b six months from July end with the year', 7, 6, { code: 'at_once' }],
    ['T20b seven months from July reach into the next', 7, 7, { code: 'accrual', months: 7 }],
    ['T20b a year from January ends with it', 1, 12, { code: 'at_once' }],
    ['T20b thirteen months from January do not', 1, 13, { code: 'accrual', months: 13 }],
    ['T20b December alone', 12, 1, { code: 'at_once' }],
    ['T20b nothing said about months', 7, null, { code: 'at_once' }],
  ])('%s', (_case, month, paidMonths, last) => {
    const paid = item({ kind: 'licence', month, unitPriceCents: 50_000 });
    const { reasons } = accountItem(paid, { isStandalone: true, paidMonths }, { rules });
    expect(reasons.at(-1)).toEqual(last);
  });

  it.each([
    ['without a life in the table', {}],
    ['with a life of no month', { device: 0 }],
  ])('T20a an investment %s is not spread, and the months of a payment do not count for it', (_case, lifeMonths) => {
    const { as, reasons } = accountItem(
      server,
      { isStandalone: true, paidMonths: 36 },
      { rules: { ...rules, lifeMonths } },
    );
    expect([as, reasons.at(-1)]).toEqual(['investment', { code: 'at_once' }]);
  });
});

describe('a demand as a whole', () => {
  const services = item({ id: 's', kind: 'services', quantity: 1, unitPriceCents: 100_000, vatBasisPoints: 0 });
  const account = (items: readonly DemandItem[], as: 'expense' | 'investment' | null = null) =>
    accountDemand(
      items.map((one, at) => ({
        item: one,
        facts,
        decision: at === 0 && as !== null ? { as, reason: 'so entschieden' } : null,
      })),
      rules,
    );

  it.each([
    ['a server makes services beside it a question', [server, services], null, 1],
    ['also where it stands last', [services, server], null, 1],
    ['notebooks that are expense do not', [item(), services], null, 0],
    ['nor does a server that finance calls expense', [server, services], 'expense' as const, 0],
    ['notebooks that finance calls an investment do', [item(), services], 'investment' as const, 1],
  ])('%s', (_case, items, as, open) => {
    expect(account(items, as).open).toBe(open);
  });

  it('what is bought once, even in the last plan year, does not follow every year', () => {
    const once = { ...services, fromYear: 2030 };
    const yearly = { ...services, id: 'y', rhythm: 'recurring' as const, unitPriceCents: 7_00 };
    expect(account([once, yearly]).followUpCents).toBe(7_00);
  });

  it('one year binds none: no duties for an expense of one year', () => {
    expect(account([services]).duties).toEqual([]);
  });

  it.each([
    ['a cent below the limit', 49_999_999, 'follow_up'],
    ['at the limit', 50_000_000, 'comparison'],
  ])('T20 R18 an investment %s', (_case, unitPriceCents, code) => {
    expect(account([{ ...server, unitPriceCents }]).duties.map((duty) => duty.code)).toEqual([code]);
  });

  it('R18 a city without a limit asks for follow-up costs only', () => {
    const { duties } = accountDemand([{ item: { ...server, unitPriceCents: 90_000_000 }, facts, decision: null }], {
      ...rules,
      comparisonFromCents: null,
    });
    expect(duties.map(({ code }) => code)).toEqual(['follow_up']);
  });

  it('T20 payments of later years bind them: expense without, investment with a commitment authority', () => {
    const later = { ...server, id: 'later', fromYear: 2028 };
    const yearly = { ...services, rhythm: 'recurring' as const, fromYear: 2029 };
    expect(account([later, server, yearly]).duties).toMatchObject([
      { code: 'commitment_authority', slices: [{ fiscalYear: 2028, amountCents: 12_000_000 }] },
      { code: 'bound_years', slices: [{ fiscalYear: 2030, amountCents: 100_000 }] },
      { code: 'follow_up', investmentCents: 24_000_000 },
    ]);
  });
});
