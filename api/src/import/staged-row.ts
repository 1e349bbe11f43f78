import type { FindingCode, FindingSeverity } from '@etatlotse/contracts/import/plain';
import type { ImportedRecord } from '@etatlotse/domain/import';

/** One amount of the file in the ledger's sign: positive in the direction of its line. Zero only where a package plans it. */
export interface StagedAmount {
  readonly kind: 'plan' | 'actual' | 'commitment';
  /** Which phase of a fiscal data package a planned amount is; null where the file knows one Ansatz only. */
  readonly planPhase: 'proposed' | 'approved' | 'adjusted' | null;
  readonly lineNumber: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  /** Null for plan amounts. */
  readonly bookedOn: string | null;
  readonly documentNumber: string;
  readonly text: string;
  readonly orderNumber: string;
  /** A final invoice: what is still open of the order is released. */
  readonly closesOrder: boolean;
}

/** A budget line as the file describes it, with the column names of `budget_line`. */
export interface StagedLine {
  readonly number: string;
  readonly name: string;
  readonly sub_budget: string;
  readonly product: string;
  readonly product_name: string;
  readonly account: string;
  readonly account_name: string;
  readonly account_frame: string;
  readonly cost_centre: string;
  readonly direction: string;
  readonly sphere: string;
  readonly unit_code: string | null;
  /** What only a fiscal data package says of a line. */
  readonly frame?: string | null;
  readonly statement_line?: string;
  readonly project_key?: string;
  readonly run_or_change?: string | null;
  readonly service_class?: string | null;
  readonly network_zone?: string | null;
}

/** A unit as the file describes it. */
export interface StagedUnit {
  readonly code: string;
  readonly name: string;
  readonly level: 'directorate' | 'department' | 'division';
  readonly parent_code: string | null;
  readonly valid_from: string;
}

/** What a row says besides amounts; stored as JSON because there are few such rows. */
export interface StagedFacts {
  readonly lines: readonly StagedLine[];
  readonly units: readonly StagedUnit[];
  /** A record of a register. */
  readonly record?: ImportedRecord;
}

/** A remark about the file before it has its number. */
export interface NewFinding {
  readonly row: number | null;
  readonly column: string;
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly value: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A row of the file, understood. */
export interface StagedRow {
  readonly rowNumber: number;
  /** `sum` rows are compared and never taken over; `skipped` ones are headers, titles and remarks. */
  readonly kind: 'data' | 'sum' | 'skipped';
  readonly facts: StagedFacts | null;
  readonly amounts: readonly StagedAmount[];
  readonly findings: readonly NewFinding[];
}

/** Plan years of the version that the file's plan amounts go to; null for files without a plan. */
export interface PlanOfFile {
  readonly title: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A cell that could not be read; an ambiguous amount is a question, everything else a mistake in the file. */
export function cellFinding(
  row: number,
  column: string,
  reason: string,
  value: string,
  params: Readonly<Record<string, unknown>> = {},
): NewFinding {
  const shown = Array.from(value).slice(0, 200).join('');
  if (reason === 'AMOUNT_AMBIGUOUS') {
    return {
      row,
      column,
      code: 'AMOUNT_AMBIGUOUS',
      severity: 'error',
      value: shown,
      params: { thousands: value.replace(/[.,]/g, ''), decimal: value.replace('.', ',') },
    };
  }
  return { row, column, code: 'ROW_INVALID', severity: 'error', value: shown, params: { reason, ...params } };
}
