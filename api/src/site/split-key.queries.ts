import { Injectable } from '@nestjs/common';
import type { SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { isMixedKey } from '@etatlotse/domain/site';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { splitKeysSql } from './site.sql';

type StoredKeyRow = Omit<SplitKeyRow, 'parts' | 'decision' | 'isMixed' | 'needsDecision'>;

/** Split keys as they stand, with every earlier version. */
@Injectable()
export class SplitKeyQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller): Promise<readonly SplitKeyRow[]> {
    const rows = await this.transactions.run(caller, (tx) => tx.query<StoredKeyRow>(splitKeysSql, [tx.tenantId]));
    return rows.flatMap((row) => {
      const [current] = row.history;
      if (current === undefined) return [];
      const { parts, decision } = current;
      const isMixed = isMixedKey(parts);
      return [{ ...row, parts, decision, isMixed, needsDecision: isMixed && decision === null }];
    });
  }
}
