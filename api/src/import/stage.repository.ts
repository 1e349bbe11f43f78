import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from '../platform/database/transactions';
import type { NewFinding, StagedRow } from './staged-row';

const ROWS_PER_COPY = 2000;
/** So many batches wait in the temporary tables before they go on: the database does that while the next rows are read. */
const COPIES_PER_STORE = 20;
/** Findings of one file that are kept; what lies beyond is only counted. */
const FINDINGS_MAX = 200_000;
/** From here on the planner is told how many rows wait; before, any plan will do. */
const ROWS_WORTH_COUNTING = 10_000;

/** COPY is not possible into tables with row-level security, so rows come into temporary ones and go on from there. */
const TABLES = ['import_row', 'import_amount', 'import_finding'] as const;
type Table = (typeof TABLES)[number];

/** Beside tenant and import, which are the same for all rows of a file and come in when the rows are stored. */
const COLUMNS: Readonly<Record<Table, string>> = {
  import_row: 'row_number, facts',
  import_amount: `row_number, item, kind, line_number, fiscal_year, amount_cents, booked_on, document_number, text,
    order_number, closes_order, plan_phase`,
  import_finding: 'finding_number, row_number, column_name, code, severity, value, params',
};

const sqlFor = (table: Table): Record<'create' | 'copy' | 'store' | 'empty' | 'drop', string> => ({
  create: `CREATE TEMPORARY TABLE new_${table} ON COMMIT DROP AS SELECT ${COLUMNS[table]} FROM ${table} WITH NO DATA`,
  copy: `COPY new_${table} (${COLUMNS[table]}) FROM STDIN`,
  store: `INSERT INTO ${table} (tenant_id, import_id, ${COLUMNS[table]}) SELECT $1, $2, ${COLUMNS[table]} FROM new_${table}`,
  empty: `TRUNCATE new_${table}`,
  drop: `DROP TABLE new_${table}`,
});

const SQL: Readonly<Record<Table, ReturnType<typeof sqlFor>>> = {
  import_row: sqlFor('import_row'),
  import_amount: sqlFor('import_amount'),
  import_finding: sqlFor('import_finding'),
};

/** Writes understood rows to the staging tables by COPY, a few thousand at a time: memory does not grow with the file. */
export class StagingWriter {
  rows = 0;
  totalRows = 0;
  findings = 0;
  /** Errors beyond the findings that are kept: the file is as wrong as it says, the list just ends. */
  errorsNotKept = 0;
  private waiting = 0;
  private copies = 0;
  private lines: Batch = emptyBatch();
  private copying: Promise<void> = Promise.resolve();

  constructor(
    private readonly tx: Transaction,
    private readonly importId: string,
  ) {}

  /** True when a batch is complete and `flush` is to be called. */
  get isFull(): boolean {
    return this.waiting >= ROWS_PER_COPY;
  }

  /** Takes a row. There are millions of them: nothing is waited for here. */
  add(row: StagedRow): void {
    if (row.kind === 'sum') this.totalRows += 1;
    else if (row.kind === 'data') this.rows += 1;
    if (row.facts !== null) this.lines.import_row.push(`${row.rowNumber}\t${escaped(JSON.stringify(row.facts))}\n`);
    let item = 0;
    for (const amount of row.amounts) {
      item += 1;
      this.lines.import_amount.push(
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
    this.lines.import_finding.push(
      `${this.findings}\t${finding.row ?? '\\N'}\t${escaped(finding.column)}\t${finding.code}\t` +
        `${finding.severity}\t${escaped(finding.value)}\t${escaped(JSON.stringify(finding.params))}\n`,
    );
  }

  /** Makes the temporary tables; before the first row. */
  async open(): Promise<void> {
    for (const table of TABLES) await this.tx.query(SQL[table].create);
  }

  /** Moves everything to where it is kept; after the last row. */
  async close(): Promise<void> {
    await this.flush();
    await this.copying;
    await this.store('drop');
    if (this.rows >= ROWS_WORTH_COUNTING) await this.tx.query(`SELECT app.analyze_staged()`);
  }

  /** Waits until the connection is free again after a fault, whatever became of the batch. */
  async settle(): Promise<void> {
    await this.copying.catch(() => undefined);
  }

  /** Sends the batch on. The database takes one while the next one is read; there are never more than two. */
  async flush(): Promise<void> {
    await this.copying;
    this.waiting = 0;
    const batch = this.lines;
    this.lines = emptyBatch();
    this.copying = this.copy(batch);
    // A fault comes out at the next flush; until then it must not count as unhandled.
    this.copying.catch(() => undefined);
  }

  private async copy(batch: Batch): Promise<void> {
    for (const table of TABLES) {
      if (batch[table].length === 0) continue;
      const client = this.tx.connection;
      const stream = client.query(copyFrom(SQL[table].copy));
      stream.end(batch[table].join(''));
      await finished(stream);
    }
    this.copies += 1;
    if (this.copies % COPIES_PER_STORE === 0) await this.store('empty');
  }

  private async store(then: 'empty' | 'drop'): Promise<void> {
    for (const table of TABLES) {
      await this.tx.execute(SQL[table].store, [this.tx.tenantId, this.importId]);
      await this.tx.execute(SQL[table][then]);
    }
  }
}

type Batch = Record<Table, string[]>;

const emptyBatch = (): Batch => ({ import_row: [], import_amount: [], import_finding: [] });

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Text as COPY wants it. Most cells hold nothing special and pass as they are. */
function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter) : text;
}
