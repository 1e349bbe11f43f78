import { Injectable } from '@nestjs/common';
import type { PostsQuery } from '@etatlotse/contracts/capacity';
import type { PostRow } from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { postColumns } from './post-facts';

const PAGE_DEFAULT = 50;

/** Posts by number. */
@Injectable()
export class PostQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: PostsQuery): Promise<Page<PostRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<PostRow>(listSql, [
        tx.tenantId,
        unitScope(caller.actor, 'staffing.read'),
        query.unitId ?? null,
        after?.[0] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown,
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number]) : null,
    };
  }

  /** One post; null if not visible. */
  async find(caller: Caller, postId: string): Promise<PostRow | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<PostRow>(findSql, [tx.tenantId, unitScope(caller.actor, 'staffing.read'), postId]),
    );
    return row ?? null;
  }
}

const visiblePosts = `
  FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  WHERE p.tenant_id = $1 AND ($2::uuid[] IS NULL OR p.unit_id = ANY ($2))`;

const listSql = `
  SELECT ${postColumns} ${visiblePosts} AND ($3::uuid IS NULL OR p.unit_id = $3) AND ($4::text IS NULL OR p.number > $4)
  ORDER BY p.number LIMIT $5`;

const findSql = `SELECT ${postColumns} ${visiblePosts} AND p.post_id = $3`;
