import { cents } from '../shared/cents';
import { WAYS_OUT, waysOutFor } from './ways-out';

describe('ways out of a missing authority', () => {
  it('come in lawful order, from one-sided cover to the supplementary budget', () => {
    expect(WAYS_OUT.map((way) => [way.code, way.rule, way.decider])).toEqual([
      ['one_sided_cover', 'cover_pool', 'finance'],
      ['earmarked_revenue', 'earmarked_revenue', 'finance'],
      ['carry_over', 'carry_over', 'finance'],
      ['transfer', 'cover_pool', 'finance'],
      ['investment_cover', 'current_investment_wall', 'finance'],
      ['next_year_cover', 'extra_authority', 'council'],
      ['over_plan_by_mayor', 'extra_authority', 'mayor'],
      ['over_plan_by_council', 'extra_authority', 'committee_or_council'],
      ['outside_plan_by_mayor', 'extra_authority', 'mayor'],
      ['outside_plan_by_council', 'extra_authority', 'committee_or_council'],
      ['urgent_decision', 'urgent_decision', 'mayor_and_deputy'],
      ['supplementary_budget', 'supplementary_budget', 'council'],
    ]);
  });

  it('with everything known and an appropriation all but the outside-plan ones apply', () => {
    const one = cents(1);
    const facts = {
      oneSidedCoverCents: one,
      earmarkedRevenueCents: one,
      unusedCarryOverCents: one,
      transferableCents: one,
      investmentCoverCents: one,
      isContinuedInvestment: true,
    };
    expect(waysOutFor(facts, true)).toEqual([
      'one_sided_cover',
      'earmarked_revenue',
      'carry_over',
      'transfer',
      'investment_cover',
      'next_year_cover',
      'over_plan_by_mayor',
      'over_plan_by_council',
      'urgent_decision',
      'supplementary_budget',
    ]);
  });

  it('a known zero opens no way, neither does an unknown amount', () => {
    const zero = cents(0);
    const facts = {
      oneSidedCoverCents: zero,
      earmarkedRevenueCents: zero,
      unusedCarryOverCents: zero,
      transferableCents: zero,
      investmentCoverCents: zero,
      isContinuedInvestment: false,
    };
    const always = ['outside_plan_by_mayor', 'outside_plan_by_council', 'urgent_decision', 'supplementary_budget'];
    expect(waysOutFor(facts, false)).toEqual(always);
    expect(waysOutFor({}, false)).toEqual(always);
  });
});
