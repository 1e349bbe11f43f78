import { Injectable } from '@nestjs/common';
import type { GroupQuery, LineFilter, LineGridQuery, LinesQuery } from '@etatlotse/contracts/budget';
import { GRID_MAX_ROWS, type LineGrouping, type LineSort } from '@etatlotse/contracts/budget/plain';
import { isId } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor } from '../platform/input/cursor';
import { ProblemException } from '../platform/problem/problem-exception';
import { chooseLines, type LineChoice } from './line-filter';
import {
  directionParts,
  groupKeys,
  lineColumns,
  lineFields,
  quotedFields,
  sortKeyOf,
  sortOrder,
  sumFields,
  unknownFramesOfFound,
} from './line.sql';

/**
 * Lists of lines with their balances. PostgreSQL writes the answer as JSON text and it passes through unread, because
 * nothing in between has anything to add; reading and writing it again would cost more than the query.
 */
@Injectable()
export class LineListQueries {
  constructor(private readonly transactions: Transactions) {}

  /** A page of lines (`LinePage`) as JSON text. */
  async page(caller: Caller, query: LinesQuery): Promise<string> {
    const sort = query.sort ?? 'number';
    const after = query.cursor === undefined ? [null, null] : readCursor(query.cursor, sort);
    return this.answer(caller, query, (found) => pageSql(sort, found), [...after, query.limit ?? 50, sort]);
  }

  /** Up to 20,000 lines as columns with the sums of all of them (`LineGrid`), from one look at the database. */
  async grid(caller: Caller, query: LineGridQuery): Promise<string> {
    return this.answer(caller, query, (found) => gridSql(query.sort ?? 'number', found), [GRID_MAX_ROWS]);
  }

  /** Sums by one classification (`LineGroups`). */
  async groups(caller: Caller, query: GroupQuery): Promise<string> {
    return this.answer(caller, query, (found) => groupSql(query.groupBy, found));
  }

  /** Sums of everything a filter finds (`LineTotals`). */
  async totals(caller: Caller, filter: LineFilter): Promise<string> {
    return this.answer(caller, filter, totalsSql);
  }

  private answer(
    caller: Caller,
    filter: LineFilter,
    write: (found: string) => string,
    more: readonly unknown[] = [],
  ): Promise<string> {
    return this.transactions.run(caller, async (tx) => {
      const { found, params } = await visibleLines(tx, caller, filter);
      const [row] = await tx.queryLast<{ json: string }>(write(found), [...params, ...more]);
      if (row === undefined) throw new Error('The statement answers one row.');
      return row.json;
    });
  }
}

/** The lines of a filter that the caller may see. A saved filter that does not exist is as unknown as any other thing. */
export async function visibleLines(tx: Transaction, caller: Caller, filter: LineFilter): Promise<LineChoice> {
  const choice = await chooseLines(tx, filter, caller.actor, 'budget.read');
  if (choice === null) throw new ProblemException('NOT_FOUND');
  return choice;
}

/** The sort value and id of the last row seen. A cursor belongs to its sort; any other text is refused. */
function readCursor(cursor: string, sort: LineSort): [string | number, string] {
  const { type } = sortKeyOf(sort);
  const [cursorSort, value, id] = decodeCursor(cursor, ['text', type === 'text' ? 'text' : 'bigint', 'id']);
  const isWhole = typeof value === 'string' ? !/[\u0000\p{Surrogate}]/u.test(value) : Number.isSafeInteger(value);
  if (cursorSort !== sort || value === undefined || !isWhole || !isId(id)) {
    throw new ProblemException('QUERY_INVALID', {}, [{ field: 'cursor', code: 'QUERY_INVALID' }]);
  }
  return [value, id];
}

/** $5 and $6: sort value and id to go on after; $7: how many; $8: the name of the sort, for the next cursor. */
const pageSql = (sort: LineSort, found: string): string => {
  const { sql, type, isDown } = sortKeyOf(sort);
  return `
    WITH page AS MATERIALIZED (
      SELECT ${lineColumns}, ${sql} AS sort_value ${found}
        AND ($6::uuid IS NULL OR (${sql}, l.line_id) ${isDown ? '<' : '>'} ($5::${type}, $6::uuid))
      ${sortOrder(sort)} LIMIT $7::integer + 1
    ), last AS (SELECT sort_value, id FROM page OFFSET $7 - 1 LIMIT 1)
    SELECT json_build_object(
      'rows', coalesce((SELECT json_agg(r) FROM (SELECT ${quotedFields} FROM page LIMIT $7) r), '[]'),
      'nextCursor', (SELECT translate(encode(convert_to(json_build_array($8::text, last.sort_value, last.id)::text, 'UTF8'),
          'base64'), E'+/=\\n', '-_')
        FROM last WHERE EXISTS (SELECT FROM page OFFSET $7)))::text AS json`;
};

const totals = `(
  SELECT json_build_object(${sumFields}, 'unknownFrames', ${unknownFramesOfFound})
  FROM (SELECT ${directionParts} FROM found GROUP BY direction) parts)`;

const totalsSql = (found: string): string => `
  WITH found AS MATERIALIZED (SELECT ${lineColumns} ${found})
  SELECT ${totals}::text AS json`;

/** $5: how many rows at most. */
const gridSql = (sort: LineSort, found: string): string => `
  WITH found AS MATERIALIZED (SELECT ${lineColumns} ${found} ${sortOrder(sort)}),
  page AS (SELECT * FROM found LIMIT $5)
  SELECT json_build_object(
    'columns', (SELECT json_build_object(${lineFields
      .map((field) => `'${field}', coalesce(json_agg("${field}"), '[]')`)
      .join(', ')}) FROM page),
    'totals', ${totals},
    'isTruncated', (SELECT count(*) > $5 FROM found))::text AS json`;

const groupSql = (groupBy: LineGrouping, found: string): string => `
  WITH found AS MATERIALIZED (
    SELECT ${lineColumns}, ${groupKeys[groupBy].key} AS group_key, ${groupKeys[groupBy].label} AS group_label
    ${found}
  ), groups AS (
    SELECT parts.group_key, max(parts.group_label) AS group_label,
      json_build_object('key', parts.group_key, 'label', coalesce(max(parts.group_label), ''), ${sumFields}) AS json
    FROM (SELECT group_key, max(group_label) AS group_label, ${directionParts} FROM found
          GROUP BY group_key, direction) parts
    GROUP BY parts.group_key
  )
  SELECT json_build_object('groupBy', '${groupBy}',
    'groups', coalesce((SELECT json_agg(json ORDER BY group_key NULLS LAST) FROM groups), '[]'),
    'totals', ${totals})::text AS json`;
