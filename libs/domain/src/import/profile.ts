import type { AccountFrameCode } from '../budget/account-class';
import type { FiscalYear } from '../shared/fiscal-year';

/** What a column of a file can say about a line, besides amounts. */
export const LINE_FIELDS = [
  'costCentre',
  'costObject',
  'costObjectName',
  'account',
  'accountName',
  'product',
  'productName',
  'productGroup',
  'productGroupName',
  'productArea',
  'productAreaName',
  'division',
  'divisionName',
  'subBudget',
  'subBudgetName',
  'unit',
  'unitName',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** What an amount is: planned (Ansatz), spent or received (Ist), or authority for later years (VE). */
export type AmountPhase = 'plan' | 'actual' | 'commitment_authority';

/** Which side of a row a column holds; `net` where the account of the row decides. */
export type AmountSide = 'net' | 'revenue' | 'expense';

/** A column with a word or a key. */
export interface FieldColumn {
  readonly role: 'field';
  readonly header: string;
  readonly field: LineField;
  readonly isRequired: boolean;
}

/** A column with the amounts of one year and phase: files are wide, the ledger is long. */
export interface AmountColumn {
  readonly role: 'amount';
  readonly header: string;
  readonly fiscalYear: FiscalYear;
  readonly phase: AmountPhase;
  readonly side: AmountSide;
}

/** A printed balance that must equal the amount columns it names; it is checked and never imported. */
export interface BalanceColumn {
  readonly role: 'balance';
  readonly header: string;
  readonly sumOf: readonly string[];
}

/** One column of a file. */
export type ProfileColumn = FieldColumn | AmountColumn | BalanceColumn;

/** A level of the organisation that a file names, and in which columns. */
export interface UnitLevel {
  readonly level: 'division' | 'department';
  readonly code: LineField;
  readonly name: LineField;
}

/** Lines that are IT: the given field has one of the values. A saved filter, not a property of the file. */
export interface ItFilter {
  readonly field: LineField;
  readonly values: readonly string[];
}

/** How a file of one origin is read: everything declared, nothing guessed. */
export interface ImportProfile {
  readonly code: string;
  readonly encoding: 'windows-1252' | 'utf-8';
  readonly delimiter: ';' | ',';
  readonly quote: '"';
  /** Account frame in whose words the file speaks; `unclassified` for a file without accounts. */
  readonly accountFrame: AccountFrameCode;
  /** Fiscal year by whose frame accounts are classified. */
  readonly accountYear: FiscalYear;
  /** Whether a point groups thousands, so that `1.234` is read as 1234; where not, it is asked. */
  readonly pointGroupsThousands: boolean;
  /** Whether a minus may stand behind the digits. */
  readonly allowsTrailingMinus: boolean;
  /** What turns an amount of the file into one of the ledger, where revenue and expense are both positive. */
  readonly signs: { readonly revenue: 1 | -1; readonly expense: 1 | -1 };
  readonly columns: readonly ProfileColumn[];
  /** Fields that together name a row; no two rows share them. */
  readonly keyFields: readonly LineField[];
  /** A row in which all these fields are empty is the total row: compared, never imported. Null for a file without one. */
  readonly totalRowBlankFields: readonly LineField[] | null;
  readonly unitLevels: readonly UnitLevel[];
  readonly itFilter: ItFilter | null;
}

/** Where each column of a profile stands in a file. */
export type ColumnOrder = readonly number[];

/** A file that fits a profile, or the headers in which it differs. */
export type HeaderMatch =
  | { readonly ok: true; readonly value: ColumnOrder }
  | {
      readonly ok: false;
      readonly code: 'HEADER_MISMATCH';
      readonly missing: readonly string[];
      readonly unexpected: readonly string[];
    };

/** Finds the columns of a profile in the header row of a file, in any order; all must be there and no other. */
export function matchHeader(profile: ImportProfile, headerCells: readonly string[]): HeaderMatch {
  const headers = headerCells.map(normalHeader);
  const wanted = profile.columns.map((column) => column.header);
  const missing = wanted.filter((header) => !headers.includes(header));
  const unexpected = headers.filter((header, index) => !wanted.includes(header) || headers.indexOf(header) !== index);
  if (missing.length > 0 || unexpected.length > 0) return { ok: false, code: 'HEADER_MISMATCH', missing, unexpected };
  return { ok: true, value: wanted.map((header) => headers.indexOf(header)) };
}

/** A byte order mark and surrounding spaces are no part of a header. */
function normalHeader(cell: string): string {
  return cell.replace(/^\uFEFF/, '').trim();
}
