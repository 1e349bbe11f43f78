import type { BudgetOverview } from '@etatlotse/contracts/budget/plain';

export const RELEASES_PATH = '/api/v1/releases';

export const RELEASE_STATES = ['prepared', 'released', 'rejected'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** The overview as the committee sees it: figures only, nothing that needs attention and why. */
export type ReleasedOverview = Omit<BudgetOverview, 'attention'>;

/** An overview that finance froze for the committee. */
export interface ReleaseRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly state: ReleaseState;
  readonly remark: string;
  /** SHA-256 over the figures as canonical JSON (keys in order, no blanks), in hex. */
  readonly sha256: string;
  readonly preparedByName: string | null;
  readonly preparedAt: string;
  readonly releasedByName: string | null;
  readonly releasedAt: string | null;
}

export interface Release extends ReleaseRow {
  readonly figures: ReleasedOverview;
}
