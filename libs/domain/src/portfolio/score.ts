import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** What a demand is rated by; each city gives the criteria its own weights. */
export const SCORE_CRITERIA = ['benefit', 'urgency', 'reach', 'readiness'] as const;
export type ScoreCriterion = (typeof SCORE_CRITERIA)[number];

/** The city's weights, dated and never changed: a new set is a new version. */
export interface ScoreWeights {
  /** Percent of the whole; they sum to 100. */
  readonly weights: Readonly<Record<ScoreCriterion, number>>;
  /** What a demand loses for each year it begins later, in percent. */
  readonly delayPercent: number;
}

/** From 0 to 10. */
export type Ratings = Readonly<Record<ScoreCriterion, number>>;

export const TOP_RATING = 10;

/** What the reference city starts from, until it decides on its own. */
export const EXAMPLE_WEIGHTS: ScoreWeights = {
  weights: { benefit: 40, urgency: 30, reach: 20, readiness: 10 },
  delayPercent: 10,
};

export type WeightsRefusal =
  Refusal<'SCORE_WEIGHTS_SUM', { readonly sumPercent: number }> | Refusal<'SCORE_WEIGHT_RANGE'>;

/** Whether weights can be used: whole percents from 0 to 100 that make 100 together. */
export function checkWeights({ weights, delayPercent }: ScoreWeights): Outcome<null, WeightsRefusal> {
  const all = SCORE_CRITERIA.map((criterion) => weights[criterion]);
  const isPercent = (percent: number) => Number.isInteger(percent) && percent >= 0 && percent <= 100;
  if (![...all, delayPercent].every(isPercent)) return refuse({ code: 'SCORE_WEIGHT_RANGE', params: {} });
  const sumPercent = all.reduce((sum, percent) => sum + percent, 0);
  return sumPercent === 100 ? ok(null) : refuse({ code: 'SCORE_WEIGHTS_SUM', params: { sumPercent } });
}

/** What a demand is worth: each rating times its weight; 10 000 are the full 100.00 points. */
export function scoreOf(ratings: Ratings, { weights }: ScoreWeights): number {
  const sum = SCORE_CRITERIA.reduce((total, criterion) => total + weights[criterion] * ratings[criterion], 0);
  return sum * 10;
}

/** What it is worth when it begins some years later; never below zero, rounded half up. */
export function delayedScore(score: number, years: number, { delayPercent }: ScoreWeights): number {
  const percent = Math.max(100 - delayPercent * years, 0);
  return Math.floor((score * percent * 2 + 100) / 200);
}

/** What is known of a demand when nobody has rated it yet. */
export interface RatedFacts {
  readonly reason: 'legal' | 'economic' | 'end_of_support' | 'political' | null;
  readonly isOccurred: boolean;
  readonly isShared: boolean;
  readonly hasBenefit: boolean;
  readonly unknownItems: number;
}

/** A proposal for the ratings from what the demand says. It is a proposal and shown as one until somebody confirms or changes it. */
export function proposedRatings({ reason, isOccurred, isShared, hasBenefit, unknownItems }: RatedFacts): Ratings {
  const urgency = { legal: 10, end_of_support: 8, political: 6, economic: 4 } as const;
  return {
    benefit: hasBenefit ? 6 : 4,
    urgency: Math.min((reason === null ? 3 : urgency[reason]) + (isOccurred ? 1 : 0), TOP_RATING),
    reach: isShared ? 8 : 4,
    readiness: unknownItems === 0 ? 8 : 3,
  };
}
