import type { AccountClass, AccountDirection, Sphere } from '../budget/account-class';
import type { PostStatus, VolumeCell } from '../capacity';
import type { AmountPhase, TableField } from './mapping';
import type { PlannedCost } from '../project';
import type { RecordValue } from './record/record-cells';
import type { RecordKind } from './record/record-fields';
import type { Question, RowFields } from './table';

/** What is wrong with a row. An `error` keeps the file from being imported; a `warning` is reported and kept. */
export interface RowProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly rowNumber: number;
  readonly code: string;
  /** Header of the column; null when the whole row is meant. */
  readonly column: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One amount of a line. */
export interface ImportedAmount {
  readonly fiscalYear: number;
  readonly phase: AmountPhase;
  /** As the file has it, in its own sign, in whole cents. */
  readonly fileCents: number;
  /** As the ledger has it: revenue positive, expense positive. */
  readonly ledgerCents: number;
}

/** A budget line that a row describes; a row with a revenue and an expense side describes two. */
export interface ImportedLine extends AccountClass {
  readonly key: string;
  readonly amounts: readonly ImportedAmount[];
  /** What only this one of the lines of a row is, in a table with a column for each part of the budget. */
  readonly part?: RowFields | undefined;
}

/** One booking, in the sign of the ledger. */
export interface ImportedBooking {
  readonly kind: 'actual' | 'commitment';
  readonly lineNumber: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  /** `YYYY-MM-DD`. */
  readonly bookedOn: string;
  readonly document: string;
  readonly text: string;
  readonly order: string;
  /** A final invoice: what is still open of the order is released. */
  readonly closesOrder: boolean;
}

/** A unit that a row of an organisation describes. */
export interface ReadUnit {
  readonly code: string;
  readonly name: string;
  readonly level: 'directorate' | 'department' | 'division';
  readonly parentCode: string | null;
  readonly validFrom: string;
}

/** A record of a register as a row describes it: what the file says, and nothing for what it leaves open. */
export interface ImportedRecord {
  readonly kind: RecordKind;
  /** Its number or name, as it stands in the file. */
  readonly key: string;
  readonly values: Readonly<Partial<Record<TableField, RecordValue>>>;
  /** Of projects only. */
  readonly costs: readonly PlannedCost[];
  /** Of staffing plans only. */
  readonly fte?: readonly PlannedFte[];
  /** Of case numbers only. */
  readonly volumes?: readonly ImportedVolume[];
}

/** How many cases a task had or is to have in a month, and the field whose column says which month. */
export interface ImportedVolume extends VolumeCell {
  readonly field: TableField;
}

/** Posts of a product group in a year. `all` where the plan does not tell officials from employees. */
export interface PlannedFte {
  readonly fiscalYear: number;
  readonly status: PostStatus | 'all';
  /** Hundredths of a full-time post, as plans print them. */
  readonly hundredths: number;
}

/** A row of a file, read. `sum` rows are compared, `skipped` ones are blank, repeated headers or notes. */
export type RowReading =
  | {
      readonly kind: 'line';
      readonly rowNumber: number;
      readonly key: string;
      readonly fields: RowFields;
      readonly lines: readonly ImportedLine[];
      /** The line has been named by a row further up. */
      readonly isAgain: boolean;
      readonly problems: readonly RowProblem[];
    }
  | {
      readonly kind: 'booking';
      readonly rowNumber: number;
      /** Null for a payment that repeats its invoice, and for zero. */
      readonly booking: ImportedBooking | null;
      /** What the row names as its line, whether it is taken or not. */
      readonly lineNumber: string;
      /** The line that the booking describes, the first time it comes; null where bookings describe none. */
      readonly newLine: { readonly fields: RowFields; readonly line: ImportedLine } | null;
      readonly problems: readonly RowProblem[];
    }
  | {
      readonly kind: 'unit';
      readonly rowNumber: number;
      readonly unit: ReadUnit;
      readonly problems: readonly RowProblem[];
    }
  | {
      readonly kind: 'record';
      readonly rowNumber: number;
      readonly record: ImportedRecord;
      readonly problems: readonly RowProblem[];
    }
  | {
      readonly kind: 'sum' | 'skipped' | 'invalid';
      readonly rowNumber: number;
      readonly problems: readonly RowProblem[];
    };

/** Sum of one column in the file's own signs, over the rows that were read. */
export interface ColumnTotal {
  readonly column: string;
  /** Position in the file, the first is 0. */
  readonly position: number;
  readonly phase: AmountPhase | 'commitment' | 'payment' | 'balance';
  readonly fiscalYear: number | null;
  /** Rows with an amount other than zero. */
  readonly rows: number;
  readonly totalCents: number;
  /** The grand total that the file itself prints; null where it prints none. */
  readonly printedCents: number | null;
  /** The same by account class, the first digit of the account, or by direction in a statement. Never to be added up. */
  readonly byAccountClass: Readonly<Record<string, number>>;
}

/** What a file brings to one year, phase, direction and sphere, in the ledger's signs. */
export interface GroupTotal {
  readonly fiscalYear: number;
  readonly phase: AmountPhase | 'commitment' | 'payment';
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly amounts: number;
  readonly totalCents: number;
}

/** What a file adds up to, for the preview. */
export interface FileSummary {
  readonly rows: number;
  readonly invalidRows: number;
  readonly sumRows: number;
  readonly skippedRows: number;
  readonly totals: readonly ColumnTotal[];
  readonly groups: readonly GroupTotal[];
  readonly findings: readonly FileFinding[];
  /** What only the whole file could show. */
  readonly questions: readonly Question[];
}

/** What was found about the file as a whole has no row. */
export type FileFinding = Omit<RowProblem, 'rowNumber'> & { readonly rowNumber: number | null };
