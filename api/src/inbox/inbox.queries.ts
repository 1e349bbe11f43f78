import { Injectable } from '@nestjs/common';
import type { Inbox, InboxMessage, InboxQuery } from '@etatlotse/contracts/inbox';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

const PAGE_DEFAULT = 50;

/** A person's own messages, newest first. */
@Injectable()
export class InboxQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: InboxQuery): Promise<Inbox> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const before = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id'])[0];
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<{ message: InboxMessage }>(pageSql, [
        tx.tenantId,
        caller.actor.personId,
        before,
        query.unread === true,
        limit + 1,
      ]);
      const [count] = await tx.query<{ unread: number }>(unreadSql, [tx.tenantId, caller.actor.personId]);
      const shown = rows.slice(0, limit).map(({ message }) => message);
      const last = shown.at(-1);
      return {
        rows: shown,
        unread: count?.unread ?? 0,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
      };
    });
  }
}

const pageSql = `
  SELECT json_build_object('id', message_id, 'kind', kind, 'subjectType', subject_type, 'subjectId', subject_id,
    'params', params, 'createdAt', created_at, 'isRead', read_at IS NOT NULL) AS message
  FROM inbox_message WHERE tenant_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR message_id < $3)
    AND (NOT $4 OR read_at IS NULL)
  ORDER BY message_id DESC LIMIT $5`;

const unreadSql = `
  SELECT count(*)::int AS unread FROM inbox_message WHERE tenant_id = $1 AND person_id = $2 AND read_at IS NULL`;
