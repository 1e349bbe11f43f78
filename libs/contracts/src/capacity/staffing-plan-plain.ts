import type { Page } from '@etatlotse/contracts/shared/plain';

/** Posts of a product group in a year, in hundredths of a full-time post, as the budget prints them. */
export interface StaffingPlanRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Null where the plan does not tell officials from employees. */
  readonly officialHundredths: number | null;
  readonly employeeHundredths: number | null;
  readonly totalHundredths: number;
  /** The year before; null where no plan names it. */
  readonly beforeHundredths: number | null;
  readonly isDemo: boolean;
}

export interface StaffingPlanTotals {
  readonly groups: number;
  readonly officialHundredths: number | null;
  readonly employeeHundredths: number | null;
  readonly totalHundredths: number;
  readonly beforeHundredths: number | null;
}

/** Product groups by code; sums over all of them come with the first page. */
export interface StaffingPlanPage extends Page<StaffingPlanRow> {
  readonly fiscalYear: number;
  readonly totals: StaffingPlanTotals | null;
  /** Years that plans name, the first one first. */
  readonly years: readonly number[];
}
