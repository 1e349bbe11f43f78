import type { FrameCode } from '@etatlotse/domain/budget';
import type { ProjectLevel } from '@etatlotse/domain/project';
import type { SiteKind } from '@etatlotse/domain/site';

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
  readonly sites: {
    readonly rows: readonly FoundSite[];
    readonly more: boolean;
  };
  readonly devices: {
    readonly rows: readonly FoundDevices[];
    readonly more: boolean;
  };
  /** Of the registers of services, systems, trainings, processes, offers and desks. */
  readonly records: {
    readonly rows: readonly FoundRecord[];
    readonly more: boolean;
  };
}

export const SEARCHED_REGISTERS = ['service', 'system', 'training', 'process', 'offer', 'desk'] as const;
export type SearchedRegister = (typeof SEARCHED_REGISTERS)[number];

export interface FoundRecord {
  readonly id: string;
  readonly register: SearchedRegister;
  readonly name: string;
}

export interface FoundSite {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly isClosed: boolean;
}

/** Devices that were bought together. */
export interface FoundDevices {
  readonly id: string;
  readonly kind: string;
  /** Empty where none was recorded. */
  readonly inventoryNumber: string;
  readonly left: number;
  readonly boughtOn: string;
  readonly site: string | null;
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
