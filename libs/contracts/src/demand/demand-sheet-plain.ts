import type { SheetErrorCode } from '@etatlotse/domain/demand';

/** Where the workbook of a department leaves and comes back. */
export const DEMAND_SHEET_PATHS = {
  workbook: (roundId: string): string => `/api/v1/demands/sheet.xlsx?roundId=${roundId}`,
  reading: (roundId: string): string => `/api/v1/demands/sheet-readings?roundId=${roundId}`,
  taking: (roundId: string, seen: string): string => `/api/v1/demands/sheet?roundId=${roundId}&seen=${seen}`,
} as const;

export const DEMAND_SHEET_MAX_BYTES = 5 * 1024 * 1024;

/** One thing that a workbook would change, in its own words. Cell is null for what the workbook no longer has. */
export interface DemandSheetChange {
  readonly sheet: string;
  readonly cell: string | null;
  readonly header: string;
  /** The cost item it is about; null for the demand itself. */
  readonly item: string | null;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly from: string;
  readonly to: string;
}

/** A demand that is new in the workbook, differs from what is stored, or was changed by somebody meanwhile. */
export interface DemandSheetRow {
  readonly kind: 'new' | 'changed' | 'conflict';
  /** Row of the sheet of demands. */
  readonly row: number;
  /** Null for a new one. */
  readonly demandId: string | null;
  readonly number: number | null;
  readonly title: string;
  readonly unitCode: string;
  readonly items: number;
  readonly unknownItems: number;
  /** Gross in the plan years, before and after; before is null for a new one. */
  readonly planBeforeCents: number | null;
  readonly planAfterCents: number;
  readonly changes: readonly DemandSheetChange[];
  /** Who changed the demand last and when, for a conflict. */
  readonly changedByName: string | null;
  readonly changedAt: string | null;
}

/** A cell that keeps its demand from being taken over, and what stands in it. */
export interface DemandSheetError {
  readonly sheet: string;
  readonly cell: string;
  readonly code: SheetErrorCode;
  readonly value: string;
}

/** What a workbook says, held against what is stored. Nothing is stored by asking. */
export interface DemandSheetReading {
  readonly fileName: string;
  readonly roundId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Stands for exactly this answer; whoever takes the file over names it, so that nothing else is stored. */
  readonly seen: string;
  readonly rows: readonly DemandSheetRow[];
  readonly sameCount: number;
  readonly errorCount: number;
  readonly errors: readonly DemandSheetError[];
}

export interface DemandSheetTaken {
  readonly roundId: string;
  readonly added: number;
  readonly changed: number;
}
