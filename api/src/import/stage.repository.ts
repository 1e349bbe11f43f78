import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from '../platform/database/transactions';
import { type PackedRows, STAGED_COLUMNS, type StagedTable } from './row-packing';

/** So many portions wait in the temporary tables before they go on: the database does that while the next rows are read. */
const COPIES_PER_STORE = 20;
/** From here on the planner is told how many rows wait; before, any plan will do. */
const BYTES_WORTH_COUNTING = 1024 * 1024;

/** COPY is not possible into tables with row-level security, so rows come into temporary ones and go on from there. */
const TABLES = Object.keys(STAGED_COLUMNS) as readonly StagedTable[];

const sqlFor = (table: StagedTable): Record<'create' | 'copy' | 'store' | 'empty' | 'drop', string> => {
  const columns = STAGED_COLUMNS[table];
  return {
    create: `CREATE TEMPORARY TABLE new_${table} ON COMMIT DROP AS SELECT ${columns} FROM ${table} WITH NO DATA`,
    copy: `COPY new_${table} (${columns}) FROM STDIN`,
    store: `INSERT INTO ${table} (tenant_id, import_id, ${columns}) SELECT $1, $2, ${columns} FROM new_${table}`,
    empty: `TRUNCATE new_${table}`,
    drop: `DROP TABLE new_${table}`,
  };
};

const SQL: Readonly<Record<StagedTable, ReturnType<typeof sqlFor>>> = {
  import_row: sqlFor('import_row'),
  import_amount: sqlFor('import_amount'),
  import_finding: sqlFor('import_finding'),
};

/** Writes packed rows to the staging tables by COPY. */
export class StagingWriter {
  private copies = 0;
  private bytes = 0;
  private copying: Promise<void> = Promise.resolve();

  constructor(
    private readonly tx: Transaction,
    private readonly importId: string,
  ) {}

  /** Makes the temporary tables; before the first row. */
  async open(): Promise<void> {
    for (const table of TABLES) await this.tx.query(SQL[table].create);
  }

  /** Moves everything to where it is kept; after the last row. */
  async close(): Promise<void> {
    await this.copying;
    await this.store('drop');
    if (this.bytes >= BYTES_WORTH_COUNTING) await this.tx.query(`SELECT app.analyze_staged()`);
  }

  /** Waits until the connection is free again after a fault, whatever became of the rows. */
  async settle(): Promise<void> {
    await this.copying.catch(() => undefined);
  }

  /** Sends rows on. The database takes some while the next ones are read; there are never more than two portions. */
  async write(rows: PackedRows): Promise<void> {
    await this.copying;
    this.copying = this.copy(rows);
    // A fault comes out at the next portion; until then it must not count as unhandled.
    this.copying.catch(() => undefined);
  }

  private async copy(rows: PackedRows): Promise<void> {
    for (const table of TABLES) {
      if (rows[table].length === 0) continue;
      const client = this.tx.connection;
      const stream = client.query(copyFrom(SQL[table].copy));
      stream.end(rows[table]);
      await finished(stream);
      this.bytes += rows[table].length;
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
