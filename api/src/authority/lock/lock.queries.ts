import { Injectable } from '@nestjs/common';
import type { Lock, LockLine, LockRow, LockStep, LocksQuery } from '@etatlotse/contracts/authority';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { decodeCursor, encodeCursor } from '../../platform/input/cursor';
import { lineSql, listSql, oneSql, stepsSql } from './lock.sql';

/** Locks with what they hold. Whoever works for a unit sees those that touch its lines, with the sums of these alone. */
@Injectable()
export class LockQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The locks of a year, newest first; there are a handful. */
  list(caller: Caller, query: LocksQuery): Promise<LockRow[]> {
    return this.transactions.run(caller, (tx) =>
      tx.query<LockRow>(listSql, [
        tx.tenantId,
        unitScope(caller.actor, 'budget.read'),
        query.fiscalYear,
        query.openReports ?? false,
      ]),
    );
  }

  find(caller: Caller, lockId: string): Promise<Lock | null> {
    return this.transactions.run(caller, async (tx) => {
      const params = [tx.tenantId, unitScope(caller.actor, 'budget.read'), lockId];
      const [lock] = await tx.query<LockRow>(oneSql, params);
      if (lock === undefined) return null;
      const steps = await tx.query<LockStep>(stepsSql, params);
      return { ...lock, steps };
    });
  }

  /** The lines of a lock by number; null for a lock that the caller sees nothing of. */
  lines(
    caller: Caller,
    lockId: string,
    query: { readonly limit?: number; readonly cursor?: string },
  ): Promise<Page<LockLine> | null> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<LockLine>(lineSql, [
        tx.tenantId,
        unitScope(caller.actor, 'budget.read'),
        lockId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      if (rows.length === 0 && after === null) return null;
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number, last.lineId]) : null,
      };
    });
  }
}
