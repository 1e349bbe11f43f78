import { createHash } from 'node:crypto';
import * as pg from 'pg';
import type { Connection, PoolClient, QueryResult, Submittable } from 'pg';

/** One statement on its way. */
interface Statement {
  /** Under which PostgreSQL keeps it prepared; empty: not at all. */
  readonly name: string;
  readonly sql: string;
  /** As they go over the wire. */
  readonly values: (string | Buffer | null)[];
}

/**
 * The statements of one transaction on one connection. A statement whose answer nobody needs waits and travels with the
 * next one: what a transaction begins and ends with then costs no round trips of its own, which is half of a booking's.
 */
export class Statements {
  private waiting: Statement[] = [];
  private hasSent = false;
  private isCommitted = false;

  constructor(private readonly client: PoolClient) {}

  /** Lets a statement wait for the next one. When it fails, the next one fails with its fault. */
  add(sql: string, params: readonly unknown[] = []): void {
    if (this.isCommitted) throw new Error('The transaction has ended.');
    this.waiting.push({ name: nameOf(sql) ?? '', sql, values: params.map((value) => utils.prepareValue(value)) });
  }

  /** Sends what waits and this statement, in order, and answers this one's result. */
  run(sql: string, params: readonly unknown[] = []): Promise<QueryResult> {
    this.add(sql, params);
    return this.sendWaiting(this.waiting.length - 1);
  }

  /** The same with the commit behind it: for a statement after which nothing more can be refused. */
  async runLast(sql: string, params: readonly unknown[] = []): Promise<QueryResult> {
    this.add(sql, params);
    this.add('COMMIT');
    const result = await this.sendWaiting(this.waiting.length - 2);
    this.isCommitted = true;
    return result;
  }

  /** Makes everything that waits permanent. PostgreSQL answers a commit of failed work with a rollback; that is a fault. */
  async commit(): Promise<void> {
    if (this.isCommitted) return;
    const { command } = await this.run('COMMIT');
    if (command !== 'COMMIT') throw new Error('The transaction had failed before its commit.');
  }

  /** Forgets what waits and undoes what was sent. */
  async rollBack(): Promise<void> {
    this.waiting = [];
    if (this.hasSent && !this.isCommitted) await this.run('ROLLBACK');
  }

  /** The connection itself, after what waits: for COPY, which is no statement that others could travel with. */
  get connection(): PoolClient {
    // A fault here fails the transaction, so whatever comes next meets it.
    if (this.waiting.length > 0) this.run('SELECT').catch(() => undefined);
    return this.client;
  }

  private sendWaiting(asked: number): Promise<QueryResult> {
    const batch = new Batch(this.client, this.waiting, asked);
    this.waiting = [];
    this.hasSent = true;
    this.client.query(batch);
    return batch.result;
  }
}

/**
 * Several statements in one round trip: PostgreSQL takes any number before a Sync and answers them together; after the
 * first that fails it skips the rest. Only the rows of the one that is asked are described and kept.
 */
class Batch implements Submittable {
  readonly result: Promise<QueryResult>;
  private readonly answer: pg.Result;
  private resolve!: (result: QueryResult) => void;
  private reject!: (fault: Error) => void;
  private connection: PreparingConnection | undefined;
  private completed = 0;
  private unreadable: Error | undefined;

  constructor(
    client: PoolClient,
    private readonly statements: readonly Statement[],
    private readonly asked: number,
  ) {
    this.answer = new pg.Result('', client as unknown as typeof pg.types);
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: Connection): void {
    this.connection = connection as PreparingConnection;
    connection.stream.cork(); // one write for all of it
    for (const statement of this.statements) this.put(connection, statement);
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: pg.FieldDef[] }): void {
    (this.answer as RowReader).addFields(fields);
  }

  handleDataRow({ fields }: { readonly fields: (string | null)[] }): void {
    if (!this.isAtAsked || this.unreadable !== undefined) return;
    try {
      this.answer.rows.push((this.answer as RowReader).parseRow(fields));
    } catch (fault) {
      this.unreadable = fault instanceof Error ? fault : new Error(String(fault));
    }
  }

  handleCommandComplete(message: { readonly text: string }): void {
    const statement = this.statements[this.completed];
    if (this.isAtAsked) (this.answer as RowReader).addCommandComplete(message);
    this.completed += 1;
    if (statement && statement.name !== '' && this.connection) {
      this.connection.parsedStatements[statement.name] = statement.sql;
    }
  }

  handleEmptyQuery(): void {
    this.completed += 1;
  }

  handlePortalSuspended(): void {
    throw new Error('No statement of a batch is read in portions.');
  }

  handleCopyInResponse(connection: { sendCopyFail(reason: string): void }): void {
    connection.sendCopyFail('COPY cannot travel with other statements.');
  }

  handleError(fault: Error): void {
    this.reject(fault);
  }

  handleReadyForQuery(): void {
    if (this.unreadable === undefined) this.resolve(this.answer);
    else this.reject(this.unreadable);
  }

  private get isAtAsked(): boolean {
    return this.completed === this.asked;
  }

  private put(connection: Connection, statement: Statement): void {
    const { name, sql, values } = statement;
    if (name === '' || (connection as PreparingConnection).parsedStatements[name] === undefined) {
      // After a fault nobody knows whether the name is taken; closing one that does not exist is no fault.
      connection.close({ type: 'S', name }, true);
      connection.parse({ name, text: sql, types: [] }, true);
    }
    connection.bind({ statement: name, values }, true);
    if (statement === this.statements[this.asked]) connection.describe({ type: 'P' }, true);
    connection.execute(null, true);
  }
}

/** What node-pg keeps on a connection and its types do not tell: names that are prepared there, by their text. */
interface PreparingConnection extends Connection {
  readonly parsedStatements: Record<string, string>;
}

type RowReader = pg.Result & {
  addFields(fields: readonly pg.FieldDef[]): void;
  parseRow(fields: readonly (string | null)[]): unknown;
  addCommandComplete(message: { readonly text: string }): void;
};

/** How node-pg writes a parameter: dates, arrays and buffers as PostgreSQL reads them. Its types leave it out. */
const { utils } = pg as unknown as { utils: { prepareValue(value: unknown): string | Buffer | null } };

const names = new Map<string, string>();
const NAMES_MAX = 600;

/** The same text gets the same name, so PostgreSQL plans it once a connection. Past the limit texts stay unnamed. */
export function nameOf(sql: string): string | undefined {
  let name = names.get(sql);
  if (name === undefined && names.size < NAMES_MAX) {
    name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    names.set(sql, name);
  }
  return name;
}
