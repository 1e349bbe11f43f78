import {
  type CoverFacts,
  type Decider,
  rulePackFor,
  type WayOutCode,
  waysOutFor,
  type WayPaper,
  WAYS_OUT,
} from '../budget';
import type { BodyKind } from '../council';
import { type Cents, cents, type FiscalYear } from '../shared';
import type { ExtraThreshold } from './rule-setting';

/** What the lawful ways out of a missing amount are looked for by. */
export interface CoverQuestion {
  readonly fiscalYear: FiscalYear;
  /** What is missing after the line's own pool has been counted (T6). */
  readonly missingCents: Cents;
  /** Without an appropriation for the purpose extra authority is outside the plan, else over it. */
  readonly hasAppropriation: boolean;
  readonly facts: CoverFacts;
  /** Granted on the line over and outside the plan in this year already. */
  readonly grantedCents: Cents;
  /** The city's threshold for the kind and side; null: there is none, and nobody but the council decides. */
  readonly threshold: ExtraThreshold | null;
}

/** One lawful way with what it can give now. */
export interface WayOffer {
  readonly code: WayOutCode;
  /** The paragraph, as it is cited. */
  readonly rule: string;
  readonly decider: Decider;
  readonly paper: WayPaper;
  /** What it can give now of what is missing; null: not known before somebody decides. */
  readonly coverCents: Cents | null;
  /** Whether it covers by itself what is missing. */
  readonly isEnough: boolean;
}

/** How much of the missing amount a level may still decide on. */
interface Levels {
  readonly mayorCents: Cents;
  readonly committeeCents: Cents;
}

/**
 * The Deckungsfinder: the lawful ways out of a missing amount in legal order, each with what it can give now, who decides
 * and what has to be on the table. A way that has nothing to give is left out; what is not known names no way (R26). Who
 * decides on extra authority follows from the threshold with what was granted on the line before (T5): a level that may
 * decide on all of it makes the higher ones superfluous, and then nothing is urgent either.
 */
export function findCover(question: CoverQuestion): WayOffer[] {
  const { citations } = rulePackFor(question.fiscalYear);
  const levels = levelsOf(question);
  const isForMayor = question.missingCents <= levels.mayorCents;
  const codes = waysOutFor(question.facts, question.hasAppropriation);
  return WAYS_OUT.filter(({ code }) => codes.includes(code)).flatMap(({ code, rule, decider, paper }): WayOffer[] => {
    const givesCents = givenBy(code, question, levels);
    if (givesCents === 0) return [];
    if (isForMayor && NEEDS_MORE_THAN_MAYOR.includes(code)) return [];
    return [
      {
        code,
        rule: citations[rule],
        decider: decider === 'committee_or_council' ? committeeOrCouncil(question, levels) : decider,
        paper,
        coverCents: givesCents === null ? null : cents(Math.min(givesCents, question.missingCents)),
        isEnough: givesCents !== null && givesCents >= question.missingCents,
      },
    ];
  });
}

/** The body whose meeting a way waits for; null where a person or an office decides. */
export function decidingBody(decider: Decider): BodyKind | null {
  if (decider === 'council') return 'council';
  return decider === 'committee' || decider === 'committee_or_council' ? 'main_committee' : null;
}

/** Not asked for while the mayor may decide on the whole amount. */
const NEEDS_MORE_THAN_MAYOR: readonly WayOutCode[] = [
  'over_plan_by_council',
  'outside_plan_by_council',
  'urgent_decision',
];

/** What a way can give at most; null where only the decision will tell. */
function givenBy(code: WayOutCode, { facts, missingCents }: CoverQuestion, levels: Levels): Cents | null {
  switch (code) {
    case 'one_sided_cover':
      return facts.oneSidedCoverCents ?? null;
    case 'earmarked_revenue':
      return facts.earmarkedRevenueCents ?? null;
    case 'carry_over':
      return facts.unusedCarryOverCents ?? null;
    case 'transfer':
      return facts.transferableCents ?? null;
    case 'investment_cover':
      return facts.investmentCoverCents ?? null;
    case 'next_year_cover':
      return null;
    case 'over_plan_by_mayor':
    case 'outside_plan_by_mayor':
      return levels.mayorCents;
    case 'over_plan_by_council':
    case 'outside_plan_by_council':
    case 'urgent_decision':
    case 'supplementary_budget':
      return missingCents;
  }
}

function levelsOf({ threshold, grantedCents }: CoverQuestion): Levels {
  const counted = threshold?.isCumulative === true ? grantedCents : 0;
  const room = (upTo: number): Cents => cents(Math.max(0, upTo - counted));
  return { mayorCents: room(threshold?.mayorUpToCents ?? 0), committeeCents: room(threshold?.committeeUpToCents ?? 0) };
}

function committeeOrCouncil({ missingCents }: CoverQuestion, { committeeCents }: Levels): Decider {
  return missingCents <= committeeCents ? 'committee' : 'council';
}
