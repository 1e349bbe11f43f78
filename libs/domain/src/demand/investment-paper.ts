import { type Cents, cents } from '../shared/cents';
import type { AccountingDuty } from './accounting';

/** One way to reach the same end, with what it pays and saves year by year; outflows are negative. */
export interface Alternative {
  readonly name: string;
  readonly flowsCents: readonly Cents[];
}

/** The papers of an investment under R18. What is not written yet is null or blank. */
export interface InvestmentPaper {
  readonly alternatives: readonly Alternative[];
  /** The name of the alternative that is recommended. */
  readonly recommendation: string;
  /** Yearly costs that follow; 0 needs a reason. */
  readonly followUpCents: Cents | null;
  readonly followUpReason: string;
}

export const EMPTY_PAPER: InvestmentPaper = {
  alternatives: [],
  recommendation: '',
  followUpCents: null,
  followUpReason: '',
};

/** What is still missing before an investment may be decided on. */
export const PAPER_GAPS = ['alternatives', 'flows', 'recommendation', 'follow_up', 'follow_up_reason'] as const;
export type PaperGap = (typeof PAPER_GAPS)[number];

const FEWEST_ALTERNATIVES = 2;

/**
 * R18 (§ 12 KomHKVO, T18): from the local threshold on at least two alternatives with their net present values and a recommendation;
 * below it the follow-up costs, where nothing a year needs a reason.
 */
export function paperGaps(paper: InvestmentPaper, duties: readonly AccountingDuty[]): PaperGap[] {
  const codes = new Set(duties.map(({ code }) => code));
  const isInvestment = codes.has('comparison') || codes.has('follow_up');
  const named = paper.alternatives.filter(({ name }) => name.trim() !== '');
  const isMissing: Readonly<Record<PaperGap, boolean>> = {
    alternatives: codes.has('comparison') && named.length < FEWEST_ALTERNATIVES,
    flows: codes.has('comparison') && named.some(({ flowsCents }) => flowsCents.length === 0),
    recommendation: codes.has('comparison') && !named.some(({ name }) => name === paper.recommendation),
    follow_up: isInvestment && paper.followUpCents === null,
    follow_up_reason: isInvestment && paper.followUpCents === 0 && paper.followUpReason.trim() === '',
  };
  return PAPER_GAPS.filter((gap) => isMissing[gap]);
}

const BASIS = 10_000n;

/**
 * Net present value: every year's flow, from this year on, discounted and summed exactly, rounded once (T18: -500,000 and four times
 * 150,000 at 3 % are 57,564.76).
 */
export function netPresentValue(flowsCents: readonly Cents[], rateBasisPoints: number): Cents {
  const factor = BASIS + BigInt(rateBasisPoints);
  const last = BigInt(Math.max(flowsCents.length - 1, 0));
  const numerator = flowsCents.reduce(
    (sum, flow, year) => sum + BigInt(flow) * BASIS ** BigInt(year) * factor ** (last - BigInt(year)),
    0n,
  );
  const denominator = factor ** last;
  const half = numerator < 0n ? -denominator : denominator;
  return cents(Number((numerator * 2n + half) / (denominator * 2n)));
}
