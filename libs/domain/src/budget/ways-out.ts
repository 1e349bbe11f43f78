import { type Cents, ZERO_CENTS } from '../shared/cents';
import type { RuleName } from './rule-pack';

/** Who decides on a way out. */
export type Decider = 'finance' | 'mayor' | 'committee' | 'committee_or_council' | 'mayor_and_deputy' | 'council';

/** What has to be on the table before it is decided. */
export type WayPaper =
  | 'budget_note'
  | 'binding_notice'
  | 'carry_over_reasons'
  | 'transfer_form'
  | 'extra_request'
  | 'council_paper'
  | 'urgent_record'
  | 'supplementary_bylaw';

/** A lawful way to go on after a booking was refused. */
export interface WayOut {
  readonly code: string;
  readonly rule: RuleName;
  readonly decider: Decider;
  readonly paper: WayPaper;
}

/**
 * The lawful ways out of a missing authority, in the order in which a treasury looks for them. The line's own pool is
 * already counted in the available amount.
 */
export const WAYS_OUT = [
  { code: 'one_sided_cover', rule: 'cover_pool', decider: 'finance', paper: 'budget_note' },
  { code: 'earmarked_revenue', rule: 'earmarked_revenue', decider: 'finance', paper: 'binding_notice' },
  { code: 'carry_over', rule: 'carry_over', decider: 'finance', paper: 'carry_over_reasons' },
  { code: 'transfer', rule: 'cover_pool', decider: 'finance', paper: 'transfer_form' },
  { code: 'investment_cover', rule: 'current_investment_wall', decider: 'finance', paper: 'budget_note' },
  { code: 'next_year_cover', rule: 'extra_authority', decider: 'council', paper: 'council_paper' },
  { code: 'over_plan_by_mayor', rule: 'extra_authority', decider: 'mayor', paper: 'extra_request' },
  { code: 'over_plan_by_council', rule: 'extra_authority', decider: 'committee_or_council', paper: 'council_paper' },
  { code: 'outside_plan_by_mayor', rule: 'extra_authority', decider: 'mayor', paper: 'extra_request' },
  { code: 'outside_plan_by_council', rule: 'extra_authority', decider: 'committee_or_council', paper: 'council_paper' },
  { code: 'urgent_decision', rule: 'urgent_decision', decider: 'mayor_and_deputy', paper: 'urgent_record' },
  { code: 'supplementary_budget', rule: 'supplementary_budget', decider: 'council', paper: 'supplementary_bylaw' },
] as const satisfies readonly WayOut[];

/** Stable name of a way out. */
export type WayOutCode = (typeof WAYS_OUT)[number]['code'];

/** What is known about cover for the line. Amounts left out are unknown and name no way: unknown is not zero (R26). */
export interface CoverFacts {
  /** Left on lines that may cover this one, one-sided. */
  readonly oneSidedCoverCents?: Cents;
  /** Earmarked revenue received or bindingly promised beyond the plan (§ 18 KomHKVO). */
  readonly earmarkedRevenueCents?: Cents;
  /** Last year's authority that could be carried over and was not. */
  readonly unusedCarryOverCents?: Cents;
  /** Left on lines from which a transfer is lawful. */
  readonly transferableCents?: Cents;
  /** What current expense may still give to an investment by budget note, within the limit (§ 19 Abs. 4 KomHKVO). */
  readonly investmentCoverCents?: Cents;
  /** A continued investment may be covered from the next year (§ 117 Abs. 2 NKomVG). */
  readonly isContinuedInvestment?: boolean;
}

/**
 * The ways out that apply, in lawful order. The first ones need an amount to draw on; a decision on extra authority,
 * an urgent decision and a supplementary budget are always possible. Without any appropriation for the purpose the extra
 * authority is outside the plan (außerplanmäßig), else over it (überplanmäßig).
 */
export function waysOutFor(facts: CoverFacts, hasAppropriation: boolean): WayOutCode[] {
  const applies: Record<WayOutCode, boolean> = {
    one_sided_cover: isPositive(facts.oneSidedCoverCents),
    earmarked_revenue: isPositive(facts.earmarkedRevenueCents),
    carry_over: isPositive(facts.unusedCarryOverCents),
    transfer: isPositive(facts.transferableCents),
    investment_cover: isPositive(facts.investmentCoverCents),
    next_year_cover: facts.isContinuedInvestment === true,
    over_plan_by_mayor: hasAppropriation,
    over_plan_by_council: hasAppropriation,
    outside_plan_by_mayor: !hasAppropriation,
    outside_plan_by_council: !hasAppropriation,
    urgent_decision: true,
    supplementary_budget: true,
  };
  return WAYS_OUT.map((way) => way.code).filter((code) => applies[code]);
}

function isPositive(amountCents: Cents | undefined): boolean {
  return (amountCents ?? ZERO_CENTS) > 0;
}
