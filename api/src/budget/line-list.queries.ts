import { Injectable } from '@nestjs/common';
import type { GroupQuery, LineFilter, LineGridQuery, LinesQuery } from '@etatlotse/contracts/budget';
import { GRID_MAX_ROWS, LINE_GROUPINGS, LINE_SORTS, type LineSort } from '@etatlotse/contracts/budget/plain';
import { unitScope } from '@etatlotse/domain/access';
import { isId } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor } from '../platform/input/cursor';
import { ProblemException } from '../platform/problem/problem-exception';
import { criteriaOf } from './line-filter';
import {
  directionParts,
  groupKeys,
  lineColumns,
  lineFields,
  linesFound,
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
    return this.transactions.run(caller, async (tx) =>
      one(tx, pageSql[sort], [...(await findParams(tx, caller, query)), ...after, query.limit ?? 50, sort]),
    );
  }

  /** Up to 20,000 lines as columns with the sums of all of them (`LineGrid`), from one look at the database. */
  async grid(caller: Caller, query: LineGridQuery): Promise<string> {
    const sql = gridSql[query.sort ?? 'number'];
    return this.transactions.run(caller, async (tx) =>
      one(tx, sql, [...(await findParams(tx, caller, query)), GRID_MAX_ROWS]),
    );
  }

  /** Sums by one classification (`LineGroups`). */
  async groups(caller: Caller, query: GroupQuery): Promise<string> {
    return this.transactions.run(caller, async (tx) =>
      one(tx, groupSql[query.groupBy], await findParams(tx, caller, query)),
    );
  }

  /** Sums of everything a filter finds (`LineTotals`). */
  async totals(caller: Caller, filter: LineFilter): Promise<string> {
    return this.transactions.run(caller, async (tx) => one(tx, totalsSql, await findParams(tx, caller, filter)));
  }
}

/** $1 to $4 of every statement over lines. A saved filter that does not exist is as unknown as any other thing. */
export async function findParams(tx: Transaction, caller: Caller, filter: LineFilter): Promise<unknown[]> {
  const criteria = await criteriaOf(tx, filter, caller.actor);
  if (criteria === null) throw new ProblemException('NOT_FOUND');
  return [tx.tenantId, filter.fiscalYear, criteria, unitScope(caller.actor, 'budget.read')];
}

async function one(tx: Transaction, sql: string, params: readonly unknown[]): Promise<string> {
  const [row] = await tx.queryLast<{ json: string }>(sql, params);
  if (row === undefined) throw new Error('The statement answers one row.');
  return row.json;
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

/** One statement for each key of an allow-list, made once at start. */
function forEachKey<Key extends string>(
  keys: readonly Key[],
  write: (key: Key) => string,
): Readonly<Record<Key, string>> {
  return Object.fromEntries(keys.map((key) => [key, write(key)])) as Record<Key, string>;
}

/** $5 and $6: sort value and id to go on after; $7: how many; $8: the name of the sort, for the next cursor. */
const pageSql = forEachKey(LINE_SORTS, (sort) => {
  const { sql, type, isDown } = sortKeyOf(sort);
  return `
    WITH page AS (
      SELECT ${lineColumns}, ${sql} AS sort_value ${linesFound}
        AND ($6::uuid IS NULL OR (${sql}, l.line_id) ${isDown ? '<' : '>'} ($5::${type}, $6::uuid))
      ${sortOrder(sort)} LIMIT $7::integer + 1
    ), numbered AS (SELECT page.*, row_number() OVER () AS place FROM page)
    SELECT json_build_object(
      'rows', coalesce((SELECT json_agg(r) FROM (
        SELECT ${quotedFields} FROM numbered WHERE place <= $7 ORDER BY place) r), '[]'),
      'nextCursor', (SELECT translate(encode(convert_to(json_build_array($8::text, n.sort_value, n.id)::text, 'UTF8'),
          'base64'), E'+/=\\n', '-_')
        FROM numbered n WHERE n.place = $7 AND EXISTS (SELECT FROM numbered WHERE place > $7)))::text AS json`;
});

const totals = `(
  SELECT json_build_object(${sumFields}, 'unknownFrames', ${unknownFramesOfFound})
  FROM (SELECT ${directionParts} FROM found GROUP BY direction) parts)`;

const totalsSql = `
  WITH found AS MATERIALIZED (SELECT ${lineColumns} ${linesFound})
  SELECT ${totals}::text AS json`;

/** $5: how many rows at most. */
const gridSql = forEachKey(
  LINE_SORTS,
  (sort) => `
    WITH found AS MATERIALIZED (SELECT ${lineColumns} ${linesFound} ${sortOrder(sort)}),
    page AS (SELECT * FROM found LIMIT $5)
    SELECT json_build_object(
      'columns', (SELECT json_build_object(${lineFields
        .map((field) => `'${field}', coalesce(json_agg("${field}"), '[]')`)
        .join(', ')}) FROM page),
      'totals', ${totals},
      'isTruncated', (SELECT count(*) > $5 FROM found))::text AS json`,
);

const groupSql = forEachKey(
  LINE_GROUPINGS,
  (groupBy) => `
    WITH found AS MATERIALIZED (
      SELECT ${lineColumns}, ${groupKeys[groupBy].key} AS group_key, ${groupKeys[groupBy].label} AS group_label
      ${linesFound}
    ), groups AS (
      SELECT parts.group_key, max(parts.group_label) AS group_label,
        json_build_object('key', parts.group_key, 'label', coalesce(max(parts.group_label), ''), ${sumFields}) AS json
      FROM (SELECT group_key, max(group_label) AS group_label, ${directionParts} FROM found
            GROUP BY group_key, direction) parts
      GROUP BY parts.group_key
    )
    SELECT json_build_object('groupBy', '${groupBy}',
      'groups', coalesce((SELECT json_agg(json ORDER BY group_key NULLS LAST) FROM groups), '[]'),
      'totals', ${totals})::text AS json`,
);
