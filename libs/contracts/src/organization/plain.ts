/** Where the organisation lives on the wire. */
export const ORGANIZATION_PATHS = {
  units: '/api/v1/organization/units',
  unit: (unitId: string): string => `/api/v1/organization/units/${unitId}`,
  move: (unitId: string): string => `/api/v1/organization/units/${unitId}/move`,
  validity: (unitId: string): string => `/api/v1/organization/units/${unitId}/validity`,
} as const;

/** Levels from the top: Dezernat, Fachbereich, Abteilung or Stelle. */
export const UNIT_LEVELS = ['directorate', 'department', 'division'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** One unit as the tree shows it. */
export interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  /** Last day; null while no end is planned. */
  readonly validTo: string | null;
  /** 0 at the top. */
  readonly depth: number;
  readonly version: number;
}

/** The organisation on one day: parents before their children, siblings by code. */
export interface UnitTree {
  readonly asOf: string;
  readonly units: readonly UnitRow[];
}

/** A unit with what hangs on it; it can be deleted while all three are 0, otherwise only ended. */
export interface UnitDetail extends UnitRow {
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly usage: UnitUsage;
}

export interface UnitUsage {
  readonly children: number;
  readonly lines: number;
  readonly roles: number;
}

/** What every command on a unit answers. */
export interface UnitChanged {
  readonly id: string;
  readonly version: number;
}
