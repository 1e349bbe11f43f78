import { type Cents, ZERO_CENTS, cents } from '../shared/cents';
import type { ImportProfile } from './profile';
import type { RowReading } from './row';

/** Sum of one column in the file's own signs, over the rows that were read. */
export interface ColumnTotal {
  readonly column: string;
  readonly totalCents: Cents;
  /** The same by account class, the first digit of the account; empty for a file without accounts. Never to be added up. */
  readonly byAccountClass: Readonly<Record<string, Cents>>;
}

/** What was found in a file as a whole. `info` is good news. */
export interface FileFinding {
  readonly severity: 'info' | 'warning' | 'error';
  readonly code: 'TOTAL_ROW_MATCHES' | 'TOTAL_ROW_DIFFERS' | 'TOTAL_ROW_MISSING' | 'KEY_DUPLICATE' | 'FILE_EMPTY';
  readonly rowNumber: number | null;
  readonly column: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a file adds up to, for the preview. */
export interface FileSummary {
  readonly lineRowCount: number;
  readonly invalidRowCount: number;
  readonly totals: readonly ColumnTotal[];
  readonly findings: readonly FileFinding[];
}

/**
 * Adds up a file row by row while it streams through: feed each reading to `addRow`, then ask `finishFile`. Keeps sums, keys
 * and the total row, neither rows nor their problems.
 */
export class ControlTotals {
  private readonly sums = new Map<string, { totalCents: Cents; byAccountClass: Record<string, Cents> }>();
  private readonly firstRowOf = new Map<string, number>();
  private readonly duplicates: FileFinding[] = [];
  private readonly totalRows: RowReading[] = [];
  private lineRowCount = 0;
  private invalidRowCount = 0;

  constructor(private readonly profile: ImportProfile) {
    for (const header of this.amountHeaders()) this.sums.set(header, { totalCents: ZERO_CENTS, byAccountClass: {} });
  }

  /** Counts a row in. Rows with errors count as invalid and add nothing; a total row is kept for the comparison. */
  addRow(reading: RowReading): void {
    if (reading.kind === 'invalid') this.invalidRowCount += 1;
    else if (reading.kind === 'total') this.totalRows.push(reading);
    else this.addLineRow(reading);
  }

  /** Compares the file with itself: its total row with the rows, its keys with each other. */
  finishFile(): FileSummary {
    const findings = [...this.emptiness(), ...this.duplicates, ...this.totalRowFindings()];
    const { lineRowCount, invalidRowCount } = this;
    return { lineRowCount, invalidRowCount, totals: this.columnTotals(), findings };
  }

  private addLineRow(reading: RowReading): void {
    this.lineRowCount += 1;
    const firstRow = this.firstRowOf.get(reading.key);
    if (firstRow === undefined) this.firstRowOf.set(reading.key, reading.rowNumber);
    else this.duplicates.push(duplicate(reading, firstRow));
    const accountClass = reading.fields.account?.slice(0, 1);
    for (const [header, sum] of this.sums) {
      const amountCents = reading.cellCents.get(header) ?? ZERO_CENTS;
      sum.totalCents = cents(sum.totalCents + amountCents);
      if (accountClass === undefined) continue;
      sum.byAccountClass[accountClass] = cents((sum.byAccountClass[accountClass] ?? ZERO_CENTS) + amountCents);
    }
  }

  private emptiness(): FileFinding[] {
    if (this.lineRowCount > 0) return [];
    return [{ severity: 'error', code: 'FILE_EMPTY', rowNumber: null, column: null, params: {} }];
  }

  private totalRowFindings(): FileFinding[] {
    if (this.profile.totalRowBlankFields === null) return [];
    if (this.totalRows.length === 0) {
      return [{ severity: 'warning', code: 'TOTAL_ROW_MISSING', rowNumber: null, column: null, params: {} }];
    }
    return this.totalRows.flatMap((row) => this.compareTotalRow(row));
  }

  private compareTotalRow(row: RowReading): FileFinding[] {
    const differing = this.columnTotals().flatMap(({ column, totalCents: readCents }): FileFinding[] => {
      const statedCents = row.cellCents.get(column) ?? ZERO_CENTS;
      const differenceCents = cents(statedCents - readCents);
      if (differenceCents === 0) return [];
      const params = { statedCents, readCents, differenceCents };
      return [{ severity: 'error', code: 'TOTAL_ROW_DIFFERS', rowNumber: row.rowNumber, column, params }];
    });
    if (differing.length > 0) return differing;
    return [{ severity: 'info', code: 'TOTAL_ROW_MATCHES', rowNumber: row.rowNumber, column: null, params: {} }];
  }

  private columnTotals(): ColumnTotal[] {
    return [...this.sums].map(([column, sum]) => ({ column, ...sum }));
  }

  private amountHeaders(): string[] {
    return this.profile.columns.filter((column) => column.role !== 'field').map((column) => column.header);
  }
}

function duplicate(reading: RowReading, firstRowNumber: number): FileFinding {
  const params = { key: reading.key, firstRowNumber };
  return { severity: 'error', code: 'KEY_DUPLICATE', rowNumber: reading.rowNumber, column: null, params };
}
