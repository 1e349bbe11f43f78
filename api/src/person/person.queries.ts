import { Injectable } from '@nestjs/common';
import type { PersonChoice, PersonDetail, PersonQuery, PersonRow } from '@etatlotse/contracts/person';
import type { Page } from '@etatlotse/contracts/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { choicesSql, detailSql, listSql } from './person.sql';

const CHOICES_MAX = 20;

/** People as the administration, finance and the auditor see them. */
@Injectable()
export class PersonQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: PersonQuery): Promise<Page<PersonRow>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ person: PersonRow; sort_name: string }>(listSql, [
        tx.tenantId,
        tx.today,
        query.q ?? null,
        query.status ?? null,
        query.role ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ person }) => person),
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.sort_name, last.person.id]) : null,
    };
  }

  async find(caller: Caller, personId: string): Promise<PersonDetail | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ person: PersonDetail }>(detailSql, [tx.tenantId, tx.today, personId, tx.now]),
    );
    return row?.person ?? null;
  }

  /** Names to choose a substitute from: active colleagues, nothing but the name. */
  async choices(caller: Caller, q: string): Promise<readonly PersonChoice[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ choice: PersonChoice }>(choicesSql, [tx.tenantId, q, tx.personId, CHOICES_MAX]),
    );
    return rows.map(({ choice }) => choice);
  }
}
