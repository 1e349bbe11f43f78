import type { ProcurementPath } from '@etatlotse/domain/procurement';

export const PROCUREMENT_ADVICE_PATH = '/api/v1/procurement/advice';

/** The way a purchase goes, why, and when it has to begin. */
export interface ProcurementAdviceView {
  readonly path: ProcurementPath;
  readonly netCents: number;
  readonly wantedOn: string | null;
  readonly aboveCents: number | null;
  readonly upToCents: number | null;
  readonly leadDays: number;
  readonly latestStartOn: string | null;
  readonly isLate: boolean;
  /** Where limits and durations come from. */
  readonly source: string;
  /** Nobody in the city has confirmed them yet. */
  readonly isExample: boolean;
}
