import type { FrameCode } from '@etatlotse/domain/budget';
import type { ProjectLevel } from '@etatlotse/domain/project';

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
  readonly projects: {
    readonly rows: readonly FoundProject[];
    readonly more: boolean;
  };
  readonly contracts: {
    readonly rows: readonly FoundContract[];
    readonly more: boolean;
  };
}

/** A portfolio, programme or project. */
export interface FoundProject {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly level: ProjectLevel;
  readonly isClosed: boolean;
}

export interface FoundContract {
  readonly id: string;
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly isOver: boolean;
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
