import type { FileMapping } from '@etatlotse/domain/import';
import { FileRefused } from './file/file-refused';
import type { FileEncoding, FileNote, Table, TableRow } from './file/table';
import { type FileReading, StagedReader } from './profiles/staged-reader';
import { ROW_FAULTS } from './row-faults';
import type { NewFinding, StagedRow } from './staged-row';

/** How the rows of a file are to be read: what was decided about it before. */
export interface ReadingOrder {
  readonly mapping: FileMapping;
  /** The lines of the city where bookings must name one of them; null where the file may bring new ones. */
  readonly knownLines: ReadonlySet<string> | null;
  readonly leavesOutWrongRows: boolean;
}

/** Some rows as COPY takes them: UTF-8 text for each staging table, in the order of `STAGED_COLUMNS`. */
export type PackedRows = Readonly<Record<StagedTable, Uint8Array>>;

/** Takes rows in the order of the file; the next ones come when it is done. `bytesRead` counts from the file's start. */
export type TakeRows = (rows: PackedRows, bytesRead: number) => Promise<void>;

/** What a whole file came to, beside its rows. */
export interface RowsRead {
  readonly found: FileReading;
  readonly encoding: FileEncoding;
  readonly rows: number;
  readonly totalRows: number;
  /** Errors beyond the findings that are kept: the file is as wrong as it says, the list just ends. */
  readonly errorsNotKept: number;
}

/** Beside tenant and import, which are the same for all rows of a file and come in when the rows are stored. */
export const STAGED_COLUMNS = {
  import_row: 'row_number, facts',
  import_amount: `row_number, item, kind, line_number, fiscal_year, amount_cents, booked_on, document_number, text,
    order_number, closes_order, plan_phase`,
  import_finding: 'finding_number, row_number, column_name, code, severity, value, params',
} as const;
export type StagedTable = keyof typeof STAGED_COLUMNS;

const ROWS_AT_ONCE = 2000;
/** Findings of one file that are kept; what lies beyond is only counted. */
const FINDINGS_MAX = 200_000;

/**
 * Understands the rows of a table and packs them, a few thousand at a time: memory does not grow with the file. Needs no
 * database, so that a thread of its own can do it. Throws `FileRefused`.
 */
export async function packRows(
  table: Table,
  pieces: AsyncIterable<readonly TableRow[]>,
  order: ReadingOrder,
  take: TakeRows,
): Promise<RowsRead> {
  const reader = new StagedReader(order.mapping, order.knownLines);
  const packer = new RowPacker();
  const seen = { wrong: 0, firstRow: 0, hasRows: false };
  for await (const piece of pieces) {
    for (const row of piece) {
      const staged = reader.read(row);
      seen.hasRows ||= row.rowNumber >= reader.firstDataRow;
      if (staged.findings.some(isWrongWidth)) {
        seen.wrong += 1;
        seen.firstRow ||= row.rowNumber;
      }
      packer.add(order.leavesOutWrongRows ? withoutFaults(staged) : staged);
      if (packer.isFull) await take(packer.packed(), table.bytesRead());
    }
  }
  const found = reader.finish();
  // Where no row at all fits the header, the file is another one than it says.
  if (seen.wrong > 0 && seen.wrong === packer.rows) throw new FileRefused('CSV_COLUMNS', { row: seen.firstRow });
  // Rows of which none is taken are a person's business: a question may be open, or all of them are sums.
  if (found.isEmpty && !seen.hasRows) throw new FileRefused('CSV_EMPTY');
  for (const finding of [...found.findings, ...table.notes().map(fromNote)]) packer.addFinding(finding);
  await take(packer.packed(), table.bytesRead());
  const { rows, totalRows, errorsNotKept } = packer;
  return { found, encoding: table.encoding(), rows, totalRows, errorsNotKept };
}

/** Writes rows as COPY wants them, and counts them. */
class RowPacker {
  rows = 0;
  totalRows = 0;
  errorsNotKept = 0;
  private findings = 0;
  private waiting = 0;
  private readonly texts = {
    import_row: new PackedText(),
    import_amount: new PackedText(),
    import_finding: new PackedText(),
  };

  get isFull(): boolean {
    return this.waiting >= ROWS_AT_ONCE;
  }

  add(row: StagedRow): void {
    if (row.kind === 'sum') this.totalRows += 1;
    else if (row.kind === 'data') this.rows += 1;
    if (row.facts !== null) this.texts.import_row.add(`${row.rowNumber}\t${escaped(JSON.stringify(row.facts))}\n`);
    let item = 0;
    for (const amount of row.amounts) {
      item += 1;
      this.texts.import_amount.add(
        `${row.rowNumber}\t${item}\t${amount.kind}\t${escaped(amount.lineNumber)}\t${amount.fiscalYear}\t` +
          `${amount.amountCents}\t${amount.bookedOn ?? '\\N'}\t${escaped(amount.documentNumber)}\t` +
          `${escaped(amount.text)}\t${escaped(amount.orderNumber)}\t${amount.closesOrder ? 't' : 'f'}\t${amount.planPhase ?? '\\N'}\n`,
      );
    }
    for (const finding of row.findings) this.addFinding(finding);
    this.waiting += 1;
  }

  addFinding(finding: NewFinding): void {
    this.findings += 1;
    if (this.findings > FINDINGS_MAX) {
      if (finding.severity === 'error') this.errorsNotKept += 1;
      return;
    }
    this.texts.import_finding.add(
      `${this.findings}\t${finding.row ?? '\\N'}\t${escaped(finding.column)}\t${finding.code}\t` +
        `${finding.severity}\t${escaped(finding.value)}\t${escaped(JSON.stringify(finding.params))}\n`,
    );
  }

  /** What was added since it was asked last. */
  packed(): PackedRows {
    this.waiting = 0;
    const { import_row, import_amount, import_finding } = this.texts;
    return {
      import_row: import_row.taken(),
      import_amount: import_amount.taken(),
      import_finding: import_finding.taken(),
    };
  }
}

/** So many lines wait as text. Bytes lie outside of the heap: the collector would carry the text along again and again. */
const LINES_AT_ONCE = 200;

class PackedText {
  private lines: string[] = [];
  private parts: Buffer[] = [];

  add(line: string): void {
    this.lines.push(line);
    if (this.lines.length >= LINES_AT_ONCE) this.pack();
  }

  taken(): Uint8Array {
    if (this.lines.length > 0) this.pack();
    // Memory of its own, so that it can move from thread to thread.
    const all = new Uint8Array(this.parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    this.parts = [];
    return all;
  }

  private pack(): void {
    this.parts.push(Buffer.from(this.lines.join('')));
    this.lines = [];
  }
}

/** A row that is left out is still told of, but keeps nothing from being taken over. */
function withoutFaults(row: StagedRow): StagedRow {
  if (row.findings.length === 0) return row;
  return { ...row, findings: row.findings.map(faultAsWarning) };
}

/** What is wrong with a row that is left out no longer stands in the way. */
export function faultAsWarning(finding: NewFinding): NewFinding {
  const isFault = finding.severity === 'error' && ROW_FAULTS.includes(finding.code);
  return isFault ? { ...finding, severity: 'warning' } : finding;
}

function isWrongWidth({ code, params }: NewFinding): boolean {
  return code === 'ROW_INVALID' && params['reason'] === 'ROW_WIDTH';
}

function fromNote({ code, severity, row, params }: FileNote): NewFinding {
  return { row, column: '', code, severity, value: '', params };
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Text as COPY wants it. Most cells hold nothing special and pass as they are. */
function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter) : text;
}
