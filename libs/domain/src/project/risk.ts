import { type Cents, scaleCents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';

export const RISK_STATES = ['open', 'occurred', 'closed'] as const;
export type RiskState = (typeof RISK_STATES)[number];

/** What may happen to a project, how likely it is and what it would cost: at best, most likely, at worst. */
export interface Risk {
  readonly probabilityBasisPoints: number;
  readonly lowCents: Cents;
  readonly likelyCents: Cents;
  readonly highCents: Cents;
  /** Days by which the end would move. */
  readonly delayDays: number;
}

/** Whether the range of a risk has its order. */
export function checkRisk({ lowCents, likelyCents, highCents }: Risk): Outcome<null, Refusal<'RISK_RANGE'>> {
  return lowCents >= 0 && lowCents <= likelyCents && likelyCents <= highCents
    ? ok(null)
    : refuse({ code: 'RISK_RANGE', params: {} });
}

/** Probability times the mean of the range (of its triangle), rounded once. */
export function expectedCents({ probabilityBasisPoints, lowCents, likelyCents, highCents }: Risk): Cents {
  return scaleCents(sumCents([lowCents, likelyCents, highCents]), probabilityBasisPoints, 3 * WHOLE_BASIS_POINTS);
}
