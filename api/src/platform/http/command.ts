import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import type { Outcome, Refusal } from '@etatlotse/domain/shared';
import { currencyOf } from '../database/tenant-currency';
import type { Transaction } from '../database/transactions';
import { Transactions } from '../database/transactions';
import { ProblemException } from '../problem/problem-exception';
import type { Caller } from './caller';

/** What a command answers: the id and version of what it made or changed, and what the page needs at once. */
export type CommandResult = object;

/** A refusal of the rules, by a code that has a text. */
export type AnyRefusal = Refusal<ProblemCode>;

/** What an Idempotency-Key stands for. */
export interface CreateRequest {
  /** The header as sent. */
  readonly key: string | undefined;
  /** Stable name of the command, so that a key cannot be replayed on another route. */
  readonly operation: string;
  readonly body: unknown;
  /**
   * True where the work costs little and touches nothing but the database. The key is then looked up only when something
   * is refused: a repetition meets its record at the latest when it writes it, and its work is undone.
   */
  readonly isCheap?: boolean;
}

type Work<Result> = (tx: Transaction) => Promise<Outcome<Result, AnyRefusal>>;

/**
 * Runs use cases: one transaction, refusals become problems, and a repeated Idempotency-Key gets the first answer again.
 * The record of the key commits together with the change, so neither exists without the other, also after a crash.
 */
@Injectable()
export class Commands {
  constructor(private readonly transactions: Transactions) {}

  /** A command that changes something existing. Its version check makes a repetition harmless. */
  async change<Result extends CommandResult>(caller: Caller, work: Work<Result>): Promise<Result> {
    return this.inOwnCurrency(caller, async () => unwrap(await this.transactions.run(caller, work)));
  }

  /** A command that creates: the same key gives the same answer, another request under that key is refused. */
  async create<Result extends CommandResult>(
    caller: Caller,
    request: CreateRequest,
    work: Work<Result>,
  ): Promise<Result> {
    return this.inOwnCurrency(caller, () => this.createWithKey(caller, request, work));
  }

  /** A refusal that speaks of money does so in the currency of the city. It is looked up only for such a refusal. */
  private async inOwnCurrency<Result>(caller: Caller, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof ProblemException) || !speaksOfMoney(fault)) throw fault;
      const currency = await this.transactions.run(caller, currencyOf);
      throw new ProblemException(fault.code, fault.params, fault.fields, currency);
    }
  }

  private async createWithKey<Result extends CommandResult>(
    caller: Caller,
    request: CreateRequest,
    work: Work<Result>,
  ): Promise<Result> {
    const key = requestKey(request);
    const looksFirst = request.isCheap !== true;
    try {
      return unwrap(await this.transactions.run(caller, (tx) => createOnce(tx, key, looksFirst, work)));
    } catch (fault) {
      if (isTakenKey(fault)) {
        // Two requests with one key at the same moment: the loser reads the winner's answer.
        return unwrap(await this.transactions.run(caller, (tx) => createOnce(tx, key, true, work)));
      }
      if (!(fault instanceof ProblemException)) throw fault;
      // What is refused now may have been granted to the same request before, or a moment ago while this one waited.
      const earlier = await this.transactions.run(caller, (tx) => earlierAnswer<Result>(tx, key));
      if (earlier === null) throw fault;
      return unwrap(earlier);
    }
  }
}

/** An Idempotency-Key with what it was sent for. */
export interface RequestKey {
  readonly text: string;
  /** SHA-256 of command and body: another request under the same key is told from a repetition. */
  readonly hash: Buffer;
}

/** The key of a creating request. Throws the problem where it is missing or malformed. */
export function requestKey({ key, operation, body }: CreateRequest): RequestKey {
  if (key === undefined || key === '') throw new ProblemException('IDEMPOTENCY_KEY');
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) throw new ProblemException('IDEMPOTENCY_KEY_FORMAT');
  return {
    text: key,
    hash: createHash('sha256')
      .update(JSON.stringify([operation, body]))
      .digest(),
  };
}

/** Whether its sentence has an amount in it, or names the currency. */
function speaksOfMoney({ code, params, fields }: ProblemException): boolean {
  const isNamed = [code, ...fields.map((field) => field.code)].some((one) =>
    /€|\bEuro\b/.test(PROBLEMS[one].detail.de),
  );
  return isNamed || Object.keys(params).some((name) => name.endsWith('Cents'));
}

/** The work and the record of its key, or the answer that the record keeps. */
async function createOnce<Result extends CommandResult>(
  tx: Transaction,
  key: RequestKey,
  looksFirst: boolean,
  work: Work<Result>,
): Promise<Outcome<Result, AnyRefusal>> {
  const earlier = looksFirst ? await earlierAnswer<Result>(tx, key) : null;
  if (earlier !== null) return earlier;
  const done = await work(tx);
  if (done.ok) {
    tx.send(
      `INSERT INTO idempotency_record (tenant_id, person_id, key, request_hash, status, response, created_at)
       VALUES ($1, $2, $3, $4, 201, $5, $6)`,
      [tx.tenantId, tx.personId, key.text, key.hash, JSON.stringify(done.value), tx.now],
    );
  }
  return done;
}

/** What the record of the key keeps: the first answer, or a conflict where it stands for another request. Null without one. */
async function earlierAnswer<Result extends CommandResult>(
  tx: Transaction,
  key: RequestKey,
): Promise<Outcome<Result, AnyRefusal> | null> {
  const [record] = await tx.query<{ request_hash: Buffer; response: Result }>(
    `SELECT request_hash, response FROM idempotency_record WHERE tenant_id = $1 AND person_id = $2 AND key = $3`,
    [tx.tenantId, tx.personId, key.text],
  );
  if (record === undefined) return null;
  return key.hash.equals(record.request_hash) ? { ok: true, value: record.response } : conflict;
}

const conflict = { ok: false, refusal: { code: 'IDEMPOTENCY_CONFLICT', params: {} } } as const;

function unwrap<Result>(outcome: Outcome<Result, AnyRefusal>): Result {
  if (outcome.ok) return outcome.value;
  throw new ProblemException(outcome.refusal.code, { ...outcome.refusal.params });
}

function isTakenKey(fault: unknown): boolean {
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'constraint' in fault &&
    fault.constraint === 'idempotency_record_pkey'
  );
}
