import { Injectable } from '@nestjs/common';
import type { TasksQuery } from '@etatlotse/contracts/capacity';
import type { TaskRow } from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { goLiveColumn } from './go-live.repository';

const PAGE_DEFAULT = 50;

/** Tasks by name, with the numbers of a year. */
@Injectable()
export class TaskQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: TasksQuery): Promise<Page<TaskRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<TaskRow>(listSql, [
        tx.tenantId,
        unitScope(caller.actor, 'capacity.read'),
        query.fiscalYear,
        unitScope(caller.actor, 'project.read'),
        query.unitId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown,
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.name, last.id]) : null,
    };
  }
}

/** Twelve numbers of a kind, null where there is none. $3 is the fiscal year. */
const volumesOf = (kind: 'actual' | 'planned'): string => `
  (SELECT json_agg(v.count ORDER BY m.month) FROM generate_series(1, 12) AS m (month)
    LEFT JOIN case_volume v ON v.tenant_id = t.tenant_id AND v.task_id = t.task_id AND v.fiscal_year = $3
      AND v.month = m.month AND v.kind = '${kind}')`;

/** A task with the numbers of a year. $1 tenant, $2 units that may be seen (null: all), $3 fiscal year, $4 units of projects. */
export const visibleTasksSql = `
  SELECT t.task_id AS id, t.name, json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) AS unit, t.kind,
    t.base_seconds AS "baseSeconds", t.recovery_seconds AS "recoverySeconds", t.method, t.surveyed_on AS "surveyedOn",
    t.source, t.backlog, t.backlog_counted_on AS "backlogCountedOn", ${volumesOf('actual')} AS actual,
    ${volumesOf('planned')} AS planned, ${goLiveColumn('$4')}, t.origin = 'demo' AS "isDemo", t.version
  FROM task t JOIN org_unit u ON u.tenant_id = t.tenant_id AND u.unit_id = t.unit_id
  WHERE t.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2))`;

const listSql = `
  ${visibleTasksSql} AND ($5::uuid IS NULL OR t.unit_id = $5) AND ($6::text IS NULL OR (t.name, t.task_id) > ($6, $7::uuid))
  ORDER BY t.name, t.task_id LIMIT $8`;
