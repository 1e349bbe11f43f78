import type { FrameCode } from '@etatlotse/domain/budget';

export const SEARCH_PATH = '/api/v1/search';

/** What one search box finds, at most ten of each, the nearest first. `more` says that there are others. */
export interface SearchResult {
  readonly lines: {
    readonly rows: readonly FoundLine[];
    readonly more: boolean;
  };
  readonly units: {
    readonly rows: readonly FoundUnit[];
    readonly more: boolean;
  };
}

export interface FoundLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode | null;
  readonly unitCode: string | null;
  readonly product: string;
  readonly account: string;
  /** Null where the authority is unknown. */
  readonly availableCents: number | null;
}

export interface FoundUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: 'directorate' | 'department' | 'division';
}
