import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@etatlotse/domain/access';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { CLOCK, type Clock } from '../clock/clock';
import { IDS, type Ids } from '../clock/ids';
import { nameOf, Statements } from './statements';

/** Who works on what: the tenant every statement is closed to, and the person the audit log names. */
export interface TransactionContext {
  readonly tenantId: string;
  /** Null only for the system itself (nightly work, start-up). */
  readonly actor: Actor | null;
  readonly requestId?: string;
}

/** One business event for the audit log. `detail` holds codes, ids and cents, never personal data beyond ids. */
export interface AuditEvent {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** An event with the person and the request it came from, where a transaction carries out several requests. */
export interface AuditEventOf extends AuditEvent {
  readonly personId: string;
  readonly requestId: string;
}

/** A running transaction of one tenant. Everything that a use case does with the database goes through it. */
export class Transaction {
  readonly tenantId: string;
  readonly actor: Actor | null;
  /** One instant for everything the transaction records. */
  readonly now: Date;
  /** The day in Germany at that instant, `YYYY-MM-DD`. */
  readonly today: string;
  private auditLane: number | null = null;

  constructor(
    private readonly statements: Statements,
    private readonly context: TransactionContext,
    clock: Clock,
    private readonly ids: Ids,
  ) {
    this.tenantId = context.tenantId;
    this.actor = context.actor;
    this.now = clock.now();
    this.today = clock.today();
  }

  /** The person behind the transaction; throws where only the system works. */
  get personId(): string {
    if (this.actor === null) throw new Error('This work needs a person.');
    return this.actor.personId;
  }

  nextId(): string {
    return this.ids.next();
  }

  secret(): string {
    return this.ids.secret();
  }

  /** Runs one statement with `$1, $2 ...` parameters and answers its rows. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.statements.run(sql, params);
    return rows as Row[];
  }

  /** Runs one statement that changes rows and answers how many. */
  async execute(sql: string, params: readonly unknown[] = []): Promise<number> {
    const { rowCount } = await this.statements.run(sql, params);
    return rowCount ?? 0;
  }

  /** The only or last statement of a transaction that refuses nothing: the commit travels with it. */
  async queryLast<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.statements.runLast(sql, params);
    return rows as Row[];
  }

  /** A statement that nobody waits for: it travels with the next one or with the commit, and a fault comes out there. */
  send(sql: string, params: readonly unknown[] = []): void {
    this.statements.add(sql, params);
  }

  /** The bare connection, for COPY and cursors only. It is inside this transaction. */
  get connection(): PoolClient {
    return this.statements.connection;
  }

  /** Gives this transaction its own time limit; work that people wait for keeps the default of five seconds. */
  async limitStatementsTo(milliseconds: number): Promise<void> {
    await this.query(`SELECT set_config('statement_timeout', $1, true)`, [String(milliseconds)]);
  }

  /**
   * Adds an entry to the audit chain. Called last, after all other locks: the chain of the lane is held from here to the
   * commit, and all entries of a transaction go to the lane of its first subject, so two transactions cannot cross.
   * It is sent with the commit, so that the chain is held as short as can be.
   */
  async audit(event: AuditEvent): Promise<void> {
    this.auditLane ??= laneOf(event.subjectId);
    this.send(`SELECT app.audit_append($1, $2, $3, $4, $5, $6, $7, $8)`, [
      event.action,
      event.subjectType,
      event.subjectId,
      JSON.stringify(event.detail ?? {}),
      this.actor?.personId ?? null,
      this.context.requestId ?? null,
      this.auditLane,
      this.now,
    ]);
  }

  /** The same for events of several requests, in their order and in one lane. */
  auditAll(events: readonly AuditEventOf[]): void {
    const [first] = events;
    if (first === undefined) return;
    this.auditLane ??= laneOf(first.subjectId);
    const entries = events.map(({ action, subjectType, subjectId, detail = {}, personId, requestId }) => ({
      ...{ action, subject_type: subjectType, subject_id: subjectId, detail },
      ...{ actor_id: personId, request_id: requestId },
    }));
    this.send(`SELECT app.audit_append_all($1, $2, $3)`, [JSON.stringify(entries), this.auditLane, this.now]);
  }
}

/**
 * Opens transactions: the only place that does, and the only place that sets the tenant. The setting is local to the
 * transaction, so a pooled connection never carries one tenant's context to the next request.
 */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * Runs `work` in one transaction. A refusal (a value with `ok: false`) or a fault rolls back. A deadlock or
   * serialisation failure restarts the whole work, at most three times.
   */
  async run<Result>(context: TransactionContext, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(context, work);
      } catch (fault) {
        if (attempt >= 4 || !isRetryable(fault)) throw fault;
      }
    }
  }

  /** Statements that run before a tenant is known (login, session). Each is one SECURITY DEFINER function. */
  async beforeTenant<Row>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    const { client, lost, release } = await this.checkOut();
    try {
      const result = await client.query({ name: nameOf(sql), text: sql, values: [...params] });
      return result.rows as Row[];
    } catch (fault) {
      throw lost() ?? fault;
    } finally {
      release(lost());
    }
  }

  /** TypeORM's own pool: one set of connections for everything. */
  private get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  private async attempt<Result>(
    context: TransactionContext,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const { client, lost, release } = await this.checkOut();
    const statements = new Statements(client);
    let broken: Error | undefined;
    try {
      const tx = new Transaction(statements, context, this.clock, this.ids);
      statements.add('BEGIN');
      statements.add(setContext, [context.tenantId, tx.now]);
      const result = await work(tx);
      await (isRefusal(result) ? statements.rollBack() : statements.commit());
      return result;
    } catch (fault) {
      broken = lost() ?? (await rollBack(statements));
      throw lost() ?? fault;
    } finally {
      release(broken);
    }
  }

  /**
   * A connection of the pool for one piece of work. One that ends meanwhile, in a statement or between two, tells nobody
   * but a listener; unheard, it would end the process.
   */
  private async checkOut(): Promise<CheckedOut> {
    const client = await this.pool.connect();
    let lost: Error | undefined;
    const onLost = (fault: Error): void => {
      lost ??= fault;
    };
    client.on('error', onLost);
    const release = (broken: Error | undefined): void => {
      client.release(broken);
      client.off('error', onLost);
    };
    return { client, lost: () => lost, release };
  }
}

interface CheckedOut {
  readonly client: PoolClient;
  /** Why the connection ended while it was out, or nothing. */
  readonly lost: () => Error | undefined;
  /** Back to the pool, or away when it is broken. */
  readonly release: (broken: Error | undefined) => void;
}

/** The tenant, and the instant for what the database itself records. */
const setContext = `SELECT set_config('app.tenant_id', $1, true), set_config('app.now', $2, true)`;

/** Rolls back; a connection that cannot even do that is thrown away instead of going back to the pool. */
async function rollBack(statements: Statements): Promise<Error | undefined> {
  try {
    await statements.rollBack();
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

function isRetryable(fault: unknown): boolean {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return code === '40001' || code === '40P01';
}

/** The audit lane that a transaction takes for its first subject: any even spread over 16 will do. */
export function laneOf(subjectId: string): number {
  let sum = 0;
  for (const letter of subjectId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_536;
  return sum % 16;
}
