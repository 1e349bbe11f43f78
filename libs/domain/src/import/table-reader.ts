import { BookingRows } from './booking-rows';
import { ColumnPlan, columnLabel } from './column-plan';
import { ControlSums } from './control-sums';
import { Headings } from './headings';
import { LineRows } from './line-rows';
import type { FileMapping } from './mapping';
import type { ColumnTotal, FileFinding, FileSummary, RowProblem, RowReading } from './reading';
import { isBlank, plainCells } from './row-text';
import { isRecordKind } from './record/record-fields';
import { RecordRows } from './record/record-rows';
import { inPosts, StaffingRows } from './record/staffing-rows';
import { VolumeRows } from './record/volume-rows';
import type { TableRow } from './table';
import { UnitRows } from './unit-rows';

const NO_PROBLEMS: readonly RowProblem[] = [];

/** How often each kind of row came. */
interface RowCounts {
  taken: number;
  invalid: number;
  sum: number;
  skipped: number;
}

/** A line drawn across a list of SAP. */
const RULE = /^[-=_+]{5,}$/;

/**
 * Reads a table row by row as its mapping says, and adds up what it sees. Keeps sums and keys, no rows; nothing is repaired
 * and nothing guessed.
 */
export class TableReader {
  private readonly plan: ColumnPlan;
  private readonly sums: ControlSums;
  private readonly rows: LineRows | BookingRows | UnitRows | RecordRows | StaffingRows | VolumeRows;
  /** Rows whose columns add up; null for a file that only describes. */
  private readonly ledger: LineRows | BookingRows | StaffingRows | null;
  private readonly counts: RowCounts = { taken: 0, invalid: 0, sum: 0, skipped: 0 };
  /** Header rows as they stand in the file, to know them again further down. */
  private readonly headers = new Set<string>();
  private readonly headerStarts: { readonly at: number; readonly cell: string }[] = [];
  private readonly headings: Headings;
  private repeatedHeaders = 0;
  private readonly negative = { earning: 0, spending: 0 };
  private readonly positive = { earning: 0, spending: 0 };

  constructor(readonly mapping: FileMapping) {
    this.plan = new ColumnPlan(mapping);
    this.sums = new ControlSums(mapping.columns.length);
    this.headings = new Headings(
      mapping.headings,
      this.plan.amounts.map(({ at }) => at),
      this.plan.width,
      mapping.kind === 'bookings',
    );
    const { kind } = mapping;
    if (kind === 'staffing_plan') this.rows = new StaffingRows(this.plan, this.sums);
    else if (kind === 'volumes') this.rows = new VolumeRows(this.plan, this.sums);
    else if (isRecordKind(kind)) this.rows = new RecordRows(this.plan, kind);
    else if (kind === 'organization') this.rows = new UnitRows(this.plan);
    else this.rows = kind === 'bookings' ? new BookingRows(this.plan, this.sums) : new LineRows(this.plan, this.sums);
    this.ledger =
      this.rows instanceof UnitRows || this.rows instanceof RecordRows || this.rows instanceof VolumeRows
        ? null
        : this.rows;
  }

  /** Reads a row; every row of the file is to be given, in its order, header and preamble too. */
  read(row: TableRow): RowReading {
    const reading = this.understand(row);
    if (reading.kind === 'invalid') this.counts.invalid += 1;
    else if (reading.kind === 'sum') this.counts.sum += 1;
    else if (reading.kind !== 'skipped') this.counts.taken += 1;
    else if (reading.problems.length > 0) this.counts.skipped += 1;
    if (reading.kind === 'line') this.noteSigns(reading);
    return reading;
  }

  /** What the file adds up to, compared with what it says itself. */
  finish(): FileSummary {
    const { taken, invalid, sum, skipped } = this.counts;
    const findings: FileFinding[] = [
      ...(taken === 0 && invalid === 0 ? [fileFinding('error', 'FILE_EMPTY')] : []),
      ...this.sumFindings(),
      ...(this.rows instanceof BookingRows ? this.rows.findings() : []),
      ...this.oddSigns(),
    ];
    if (this.repeatedHeaders > 0) {
      findings.push(fileFinding('info', 'HEADER_REPEATED', { count: this.repeatedHeaders }));
    }
    const rounded = this.ledger?.amounts.rounded ?? 0;
    if (rounded > 0) findings.push(fileFinding('warning', 'AMOUNT_ROUNDED', { count: rounded }));
    const described = this.rows instanceof VolumeRows ? this.rows.totals() : [];
    const totals = this.ledger === null ? described : this.columnTotals(this.ledger);
    return {
      rows: taken + invalid,
      invalidRows: invalid,
      sumRows: sum,
      skippedRows: skipped,
      totals,
      groups: this.sums.groupTotals(),
      findings,
      questions: this.rows instanceof LineRows ? this.rows.repeated.questions() : [],
    };
  }

  private sumFindings(): FileFinding[] {
    const found = this.ledger?.sumRows.findings() ?? [];
    return this.ledger instanceof StaffingRows ? found.map(inPosts) : found;
  }

  private understand(row: TableRow): RowReading {
    const { rowNumber } = row;
    const cells = plainCells(row.cells);
    if (rowNumber < this.mapping.firstDataRow) {
      if (this.mapping.headerRows.includes(rowNumber)) this.rememberHeader(cells);
      else this.headings.takes(cells, true);
      return skipped(rowNumber);
    }
    if (cells.every(isBlank)) return skipped(rowNumber);
    if (this.isHeaderAgain(cells)) {
      this.repeatedHeaders += 1;
      return skipped(rowNumber);
    }
    const plain = cells === row.cells ? row : { rowNumber, cells };
    if (this.headings.takes(cells)) return skipped(rowNumber);
    return this.widthProblem(plain) ?? this.rows.read(this.headings.below(plain));
  }

  private rememberHeader(cells: readonly string[]): void {
    const at = cells.findIndex((cell) => !isBlank(cell));
    this.headers.add(rowText(cells));
    this.headerStarts.push({ at, cell: cells[at] ?? '' });
  }

  /** A header repeated on every page of a report is no row. Its first cell decides quickly for almost all rows. */
  private isHeaderAgain(cells: readonly string[]): boolean {
    if (!this.headerStarts.some(({ at, cell }) => cells[at] === cell)) return false;
    return this.headers.has(rowText(cells));
  }

  /**
   * A row of another width may have its amounts in the wrong columns. Blank cells at the end mean nothing, and workbooks
   * leave them out; a lonely text is a remark under the table.
   */
  private widthProblem({ rowNumber, cells }: TableRow): RowReading | null {
    const { width } = this.plan;
    if (cells.length === width) return null;
    if (cells.length > width && cells.slice(width).every(isBlank)) return null;
    if (cells.length < width && this.mapping.sheetName !== null) return null;
    const value =
      cells
        .find((cell) => !isBlank(cell))
        ?.trim()
        .slice(0, 200) ?? '';
    if (RULE.test(value)) return skipped(rowNumber);
    if (cells.filter((cell) => !isBlank(cell)).length === 1 && (!/^\d/.test(value) || /\p{L}{3}.*\s/u.test(value))) {
      const problem = {
        severity: 'warning',
        rowNumber,
        code: 'ROW_WITHOUT_AMOUNT',
        column: null,
        params: { value },
      } as const;
      return { kind: 'skipped', rowNumber, problems: [problem] };
    }
    const params = { expected: width, found: cells.length };
    return {
      kind: 'invalid',
      rowNumber,
      problems: [{ severity: 'error', rowNumber, code: 'ROW_WIDTH', column: null, params }],
    };
  }

  private noteSigns(reading: Extract<RowReading, { kind: 'line' }>): void {
    for (const { direction, amounts } of reading.lines) {
      const way = direction === 'revenue' || direction === 'receipt' ? 'earning' : 'spending';
      if (direction === 'internal' || direction === 'unclassified') continue;
      for (const { ledgerCents } of amounts) {
        if (ledgerCents < 0) this.negative[way] += 1;
        else if (ledgerCents > 0) this.positive[way] += 1;
      }
    }
  }

  /** Income or expense that is almost all negative in the ledger was read with the wrong sign. */
  private oddSigns(): FileFinding[] {
    return (['earning', 'spending'] as const).flatMap((way) => {
      const [negative, positive] = [this.negative[way], this.positive[way]];
      if (negative < 4 || negative < positive * 4) return [];
      const params = { count: negative, all: negative + positive };
      return [fileFinding('warning', way === 'earning' ? 'REVENUE_NEGATIVE' : 'EXPENSE_NEGATIVE', params)];
    });
  }

  private columnTotals({ sumRows }: LineRows | BookingRows | StaffingRows): ColumnTotal[] {
    return this.mapping.columns.flatMap((column, position): ColumnTotal[] => {
      if (column.role !== 'amount' && column.role !== 'balance') return [];
      const { rows, totalCents, byAccountClass } = this.sums.columnSum(position);
      return [
        {
          column: columnLabel(column.header, position),
          position,
          phase: column.role === 'balance' ? 'balance' : column.phase,
          fiscalYear: column.role === 'balance' ? null : column.fiscalYear,
          rows,
          totalCents,
          printedCents: sumRows.printed(position) ?? null,
          byAccountClass,
        },
      ];
    });
  }
}

function skipped(rowNumber: number): RowReading {
  return { kind: 'skipped', rowNumber, problems: NO_PROBLEMS };
}

function rowText(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim().toLowerCase()).join('\u0000');
}

function fileFinding(severity: FileFinding['severity'], code: string, params: FileFinding['params'] = {}): FileFinding {
  return { severity, rowNumber: null, code, column: null, params };
}
