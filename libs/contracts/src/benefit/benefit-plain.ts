import type { ProjectName } from '@etatlotse/contracts/project/plain';
import type { BenefitSums, BenefitYear, BenefitYearSum } from '@etatlotse/domain/benefit';
import type { Capability } from '@etatlotse/domain/rollout';

/** Where benefits live on the wire. */
export const BENEFIT_PATHS = {
  benefits: '/api/v1/benefits',
  summary: '/api/v1/benefits/summary',
  hours: '/api/v1/benefits/hours',
  benefit: (id: string): string => `/api/v1/benefits/${id}`,
  figures: (id: string): string => `/api/v1/benefits/${id}/figures`,
  reviews: (id: string): string => `/api/v1/benefits/${id}/reviews`,
} as const;

/** A benefit with its years and what has become of it so far. */
export interface BenefitRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  /** Null where the reader may not see it. */
  readonly project: ProjectName | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly capability: Capability | null;
  /** Null: no review is agreed. */
  readonly reviewOn: string | null;
  readonly isOverdue: boolean;
  readonly lastReview: { readonly heldOn: string; readonly text: string } | null;
  readonly years: readonly BenefitYear[];
  /** Until the end of this year. */
  readonly sums: BenefitSums;
  readonly origin: 'person' | 'source' | 'demo';
  readonly mayWrite: boolean;
  readonly version: number;
}

/** All benefits the reader may see, until the end of this year. */
export interface BenefitSummary extends Omit<BenefitSums, 'realisedHours' | 'realisedCents'> {
  /** Of what was reported. */
  readonly realisedHours: number;
  readonly realisedCents: number;
  readonly benefits: number;
  readonly overdue: number;
  readonly years: readonly BenefitYearSum[];
}

/** Hours that benefits free in a unit and year; what the capacity side counts from the day of going live. */
export interface FreedHours {
  readonly benefitId: string;
  readonly benefitName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly plannedHours: number;
  /** Null: not reported. */
  readonly realisedHours: number | null;
  readonly capability: Capability | null;
  /** Since when the capability is live in the unit; null where it is not, or where the benefit names none. */
  readonly liveOn: string | null;
}

export interface BenefitChanged {
  readonly id: string;
  readonly version: number;
}
