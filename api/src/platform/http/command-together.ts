import { Injectable } from '@nestjs/common';
import type { Outcome } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../database/transactions';
import type { Caller } from './caller';
import { type AnyRefusal, type CommandResult, Commands, type RequestKey, requestKey } from './command';
import { together } from './together';

/** One of several commands that came at the same moment. */
export interface CommandRequest<Body> {
  readonly caller: Caller;
  readonly body: Body;
}

/** A creating command that many people of a city send at the same moment. */
export interface BusyCommand<Body, Result extends CommandResult> {
  /** Stable name of the command, as for `Commands.create`. */
  readonly operation: string;
  /** Carries out one. It costs little and touches nothing but the database. */
  readonly one: (tx: Transaction, body: Body) => Promise<Outcome<Result, AnyRefusal>>;
  /**
   * Carries out several of one city in their order, in a transaction that belongs to nobody: the person is each request's own.
   * Null where one cannot simply be granted: it then goes alone and is refused, or waits, there.
   */
  readonly several: (tx: Transaction, requests: readonly CommandRequest<Body>[]) => Promise<(Result | null)[]>;
}

interface KeyedRequest<Body> extends CommandRequest<Body> {
  readonly key: RequestKey;
}

/** Most of what is written at one time: enough for everybody who waits, short enough for whoever comes next. */
const MOST = 64;

/**
 * Carries out busy commands: who comes while others of the same city are being written waits for them and is written with
 * everybody else who came meanwhile, in one transaction. Nothing is answered before it is committed, and every request
 * has its own check, its own audit entry and its own record of its key. What cannot go with the others goes alone.
 */
@Injectable()
export class CommandsTogether {
  constructor(
    private readonly commands: Commands,
    private readonly transactions: Transactions,
  ) {}

  /** The way for one command: `(caller, key, body)` as it came. */
  of<Body extends object, Result extends CommandResult>(
    command: BusyCommand<Body, Result>,
  ): (caller: Caller, key: string | undefined, body: Body) => Promise<Result> {
    const cities = new Map<string, (request: KeyedRequest<Body>) => Promise<Result | null>>();
    const ofCity = (tenantId: string): ((request: KeyedRequest<Body>) => Promise<Result | null>) => {
      const found = cities.get(tenantId) ?? together((requests) => this.carryOut(tenantId, command, requests), MOST);
      cities.set(tenantId, found);
      return found;
    };
    return async (caller, key, body) => {
      const request = { key, operation: command.operation, body, isCheap: true };
      const granted = await ofCity(caller.tenantId)({ caller, key: requestKey(request), body });
      return granted ?? this.commands.create(caller, request, (tx) => command.one(tx, body));
    };
  }

  private async carryOut<Body extends object, Result extends CommandResult>(
    tenantId: string,
    command: BusyCommand<Body, Result>,
    requests: readonly KeyedRequest<Body>[],
  ): Promise<(Result | null)[]> {
    try {
      const { results } = await this.transactions.run({ tenantId, actor: null }, async (tx) => {
        const results = await createTogether(tx, command, requests);
        return { ok: results.some((result) => result !== null), results }; // nothing granted: rolled back
      });
      return results;
    } catch {
      // Whatever went wrong belongs to one of them, or will meet each of them again: they go alone. Had the commit been
      // made after all, each finds its record by its key.
      return requests.map(() => null);
    }
  }
}

async function createTogether<Body, Result extends CommandResult>(
  tx: Transaction,
  command: BusyCommand<Body, Result>,
  requests: readonly KeyedRequest<Body>[],
): Promise<(Result | null)[]> {
  // A key that comes twice at once: the second goes alone and finds the answer of the first.
  const byKey = new Map(requests.toReversed().map((request) => [nameOf(request), request]));
  const firsts = requests.filter((request) => byKey.get(nameOf(request)) === request);
  const results = await command.several(tx, firsts);
  const granted = new Map(firsts.map((request, place) => [request, results[place] ?? null]));
  const records = firsts.flatMap((request) => {
    const response = granted.get(request) ?? null;
    return response === null ? [] : [{ ...recordOf(request), response }];
  });
  if (records.length > 0) tx.send(insertRecords, [tx.tenantId, JSON.stringify(records), tx.now]);
  return requests.map((request) => granted.get(request) ?? null);
}

const nameOf = ({ caller, key }: KeyedRequest<unknown>): string => `${caller.actor.personId} ${key.text}`;

const recordOf = ({ caller, key }: KeyedRequest<unknown>): object => ({
  person_id: caller.actor.personId,
  key: key.text,
  request_hash: key.hash.toString('hex'),
});

const insertRecords = `
  INSERT INTO idempotency_record (tenant_id, person_id, key, request_hash, status, response, created_at)
  SELECT $1, r.person_id, r.key, decode(r.request_hash, 'hex'), 201, r.response, $3
  FROM jsonb_to_recordset($2::jsonb) AS r(person_id uuid, key text, request_hash text, response jsonb)`;
