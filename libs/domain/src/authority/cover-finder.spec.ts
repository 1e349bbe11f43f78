import { availableCents, balanceOf, type MovementDraft, poolAvailableCents } from '../budget';
import { type Cents, cents, fiscalYear } from '../shared';
import { type CoverQuestion, findCover } from './cover-finder';
import { decideTransfer } from './transfer';
import type { ExtraThreshold } from './rule-setting';

const euro = (amount: number): Cents => cents(amount * 100);
const THRESHOLD: ExtraThreshold = {
  kind: 'over_plan',
  sphere: 'operating',
  mayorUpToCents: euro(100_000),
  committeeUpToCents: null,
  isCumulative: true,
};
const question = (wish: Partial<CoverQuestion>): CoverQuestion => ({
  fiscalYear: fiscalYear(2026),
  missingCents: euro(40_000),
  hasAppropriation: true,
  facts: {},
  grantedCents: cents(0),
  threshold: THRESHOLD,
  ...wish,
});
const codes = (wish: Partial<CoverQuestion>): string[] => findCover(question(wish)).map(({ code }) => code);
const offer = (wish: Partial<CoverQuestion>, code: string) =>
  findCover(question(wish)).find((way) => way.code === code);

describe('T6, T7, T8, T5 in one case', () => {
  const movement = (kind: MovementDraft['kind'], amount: number): MovementDraft => ({
    kind,
    amountCents: euro(amount),
  });
  /** The pool of T6 after an order of 30,000 on A: nothing is left, and an order of 95,000 more is refused. */
  const pool = [
    { lineId: 'A', balance: balanceOf([movement('appropriation', 200_000), movement('actual', 230_000)]) },
    { lineId: 'B', balance: balanceOf([movement('appropriation', 150_000), movement('actual', 100_000)]) },
    { lineId: 'C', balance: balanceOf([movement('appropriation', 100_000), movement('actual', 90_000)]) },
  ];
  const ordered = euro(125_000);
  const missingCents = cents(ordered - poolAvailableCents(pool));
  /** T8: planned 100,000, binding notice over 140,000. */
  const earmarkedRevenueCents = cents(euro(140_000) - euro(100_000));
  /** T7: note and limit 10,000, of which 5,000 are used. */
  const investmentCoverCents = cents(euro(10_000) - euro(5_000));

  it('T6 the pool is counted first: 95,000 are missing, not 155,000', () => {
    expect(availableCents(pool[0]?.balance ?? balanceOf([]))).toBe(euro(-30_000));
    expect(missingCents).toBe(euro(95_000));
  });

  it('every way comes in legal order with its amount, decider and paper', () => {
    const ways = findCover(
      question({
        missingCents,
        facts: {
          oneSidedCoverCents: euro(12_000),
          earmarkedRevenueCents,
          transferableCents: euro(20_000),
          investmentCoverCents,
        },
        grantedCents: euro(80_000),
      }),
    );
    expect(
      ways.map(({ code, rule, decider, paper, coverCents, isEnough }) => [
        code,
        rule,
        decider,
        paper,
        coverCents,
        isEnough,
      ]),
    ).toEqual([
      ['one_sided_cover', '§ 19 KomHKVO', 'finance', 'budget_note', euro(12_000), false],
      ['earmarked_revenue', '§ 18 KomHKVO', 'finance', 'binding_notice', euro(40_000), false],
      ['transfer', '§ 19 KomHKVO', 'finance', 'transfer_form', euro(20_000), false],
      ['investment_cover', '§ 19 Abs. 4 KomHKVO', 'finance', 'budget_note', euro(5_000), false],
      ['over_plan_by_mayor', '§ 117 NKomVG', 'mayor', 'extra_request', euro(20_000), false],
      ['over_plan_by_council', '§ 117 NKomVG', 'council', 'council_paper', euro(95_000), true],
      ['urgent_decision', '§ 89 NKomVG', 'mayor_and_deputy', 'urgent_record', euro(95_000), true],
      ['supplementary_budget', '§ 115 NKomVG', 'council', 'supplementary_bylaw', euro(95_000), true],
    ]);
  });

  it('T7 what the way across the wall offers is what the transfer then allows', () => {
    const line = {
      lineId: '421110',
      number: '421110',
      direction: 'expense',
      sphere: 'operating',
      subBudget: 'THH 10',
      poolId: null,
      reserve: null,
      situation: {
        fiscalYear: fiscalYear(2026),
        booksState: 'open',
        lineState: 'open',
        isPlanInForce: true,
        balance: balanceOf([movement('appropriation', 500_000)]),
      },
    } as const;
    const asked = (amountCents: Cents) =>
      decideTransfer({
        from: line,
        to: { ...line, lineId: '783125', number: '783125', direction: 'payment', sphere: 'investing' },
        amountCents,
        isOneSided: false,
        budgetNote: '',
        investmentCover: { limitCents: euro(10_000), usedCents: euro(5_000) },
      }).ok;
    expect([asked(investmentCoverCents), asked(cents(investmentCoverCents + 1))]).toEqual([true, false]);
  });
});

describe('T5 who decides on extra authority', () => {
  it('T5 80,000 is for the mayor, then 40,000 more on the same line for the council', () => {
    const first = question({ missingCents: euro(80_000) });
    expect(findCover(first).map(({ code }) => code)).toEqual(['over_plan_by_mayor', 'supplementary_budget']);
    expect(findCover(first)[0]).toMatchObject({ decider: 'mayor', coverCents: euro(80_000), isEnough: true });
    expect(codes({ grantedCents: euro(80_000) })).toEqual([
      'over_plan_by_mayor',
      'over_plan_by_council',
      'urgent_decision',
      'supplementary_budget',
    ]);
    expect(offer({ grantedCents: euro(80_000) }, 'over_plan_by_mayor')).toMatchObject({
      coverCents: euro(20_000),
      isEnough: false,
    });
  });

  it('the limit itself is still for the mayor, a cent more is not', () => {
    expect(offer({ missingCents: euro(100_000) }, 'over_plan_by_mayor')).toMatchObject({ isEnough: true });
    expect(offer({ missingCents: cents(euro(100_000) + 1) }, 'over_plan_by_mayor')).toMatchObject({ isEnough: false });
    expect(codes({ missingCents: euro(100_000) })).not.toContain('over_plan_by_council');
    expect(codes({ missingCents: cents(euro(100_000) + 1) })).toContain('over_plan_by_council');
  });

  it('where the city does not cumulate, every case stands by itself', () => {
    const threshold = { ...THRESHOLD, isCumulative: false };
    expect(codes({ grantedCents: euro(80_000), threshold })).toEqual(['over_plan_by_mayor', 'supplementary_budget']);
  });

  it('used up or without a threshold the mayor decides on nothing', () => {
    expect(codes({ grantedCents: euro(100_000) })).not.toContain('over_plan_by_mayor');
    expect(codes({ threshold: null })).not.toContain('over_plan_by_mayor');
    expect(offer({ threshold: null }, 'over_plan_by_council')).toMatchObject({ decider: 'council' });
  });

  it('the main committee decides up to its limit', () => {
    const threshold = { ...THRESHOLD, mayorUpToCents: euro(10_000), committeeUpToCents: euro(50_000) };
    expect(offer({ threshold }, 'over_plan_by_council')).toMatchObject({ decider: 'committee' });
    expect(offer({ threshold, grantedCents: euro(10_001) }, 'over_plan_by_council')).toMatchObject({
      decider: 'council',
    });
    // Missing are 40,000: 10,000 granted before leave exactly that much of the limit.
    expect(offer({ threshold, grantedCents: euro(10_000) }, 'over_plan_by_council')).toMatchObject({
      decider: 'committee',
    });
  });

  it('a carried-over rest covers up to what of it is unused', () => {
    expect(offer({ facts: { unusedCarryOverCents: euro(15_000) } }, 'carry_over')).toMatchObject({
      coverCents: euro(15_000),
      isEnough: false,
    });
    expect(offer({ facts: { unusedCarryOverCents: euro(40_000) } }, 'carry_over')).toMatchObject({ isEnough: true });
  });

  it('outside the plan, too, the council is only asked for more than the mayor may decide on', () => {
    const small = { hasAppropriation: false, missingCents: euro(100_000) };
    expect(codes(small)).toContain('outside_plan_by_mayor');
    expect(codes(small)).not.toContain('outside_plan_by_council');
  });

  it('without any appropriation it is outside the plan', () => {
    expect(codes({ hasAppropriation: false, missingCents: euro(200_000) })).toEqual([
      'outside_plan_by_mayor',
      'outside_plan_by_council',
      'urgent_decision',
      'supplementary_budget',
    ]);
  });
});

describe('the amounts of the other ways', () => {
  it('are never more than what is missing, and enough from there on', () => {
    expect(offer({ facts: { transferableCents: euro(90_000) } }, 'transfer')).toMatchObject({
      coverCents: euro(40_000),
      isEnough: true,
    });
    expect(offer({ facts: { unusedCarryOverCents: cents(euro(40_000) - 1) } }, 'carry_over')).toMatchObject({
      isEnough: false,
    });
  });

  it('R26 unknown is not zero: a continued investment may be covered from the next year, by how much is not known', () => {
    expect(offer({ facts: { isContinuedInvestment: true } }, 'next_year_cover')).toMatchObject({
      coverCents: null,
      isEnough: false,
      decider: 'council',
    });
    expect(codes({ facts: { transferableCents: cents(0) } })).not.toContain('transfer');
  });
});
