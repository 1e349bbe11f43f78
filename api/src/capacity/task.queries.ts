import { Injectable } from '@nestjs/common';
import type { TasksQuery } from '@etatlotse/contracts/capacity';
import {
  SURVEY_AGE_YEARS,
  type TaskDetail,
  type TaskListRow,
  type TaskNumbers,
  type TaskRow,
  type YearNumbers,
} from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import { workCalendar, yearAxis } from '@etatlotse/domain/capacity';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { visibleTasksSql } from './task.sql';
import { readStock } from './task-stock.repository';
import { isToldTo, measuresOf, taskYears } from './task-year';
import { readUnits } from './unit-years.repository';

const PAGE_DEFAULT = 50;

/** Tasks by name, with the numbers of a year and what the year needs. */
@Injectable()
export class TaskQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: TasksQuery): Promise<Page<TaskListRow>> {
    return this.transactions.run(caller, (tx) => listTasks(tx, caller.actor, query));
  }

  /** Null if the task is not visible. */
  find(caller: Caller, taskId: string, fiscalYear: number): Promise<TaskDetail | null> {
    return this.transactions.run(caller, (tx) => findTask(tx, caller.actor, taskId, fiscalYear));
  }

  /** Every number of a task, year by year; null if it is not visible. */
  numbers(caller: Caller, taskId: string): Promise<TaskNumbers | null> {
    return this.transactions.run(caller, async (tx) => {
      const [task] = await tx.query<{ version: number }>(
        `SELECT t.version FROM task t WHERE t.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2)) AND t.task_id = $3`,
        [tx.tenantId, unitScope(caller.actor, 'capacity.read'), taskId],
      );
      if (task === undefined) return null;
      const years = await tx.query<YearNumbers>(numbersSql, [tx.tenantId, taskId]);
      return { taskId, version: task.version, years };
    });
  }
}

export async function listTasks(tx: Transaction, actor: Actor, query: TasksQuery): Promise<Page<TaskListRow>> {
  const limit = query.limit ?? PAGE_DEFAULT;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
  const rows = await tx.query<TaskRow>(listSql, [
    tx.tenantId,
    unitScope(actor, 'capacity.read'),
    query.fiscalYear,
    unitScope(actor, 'project.read'),
    query.unitId ?? null,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit + 1,
    query.q ?? null,
    query.only ?? null,
    SURVEY_AGE_YEARS,
    tx.today,
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await withYears(tx, actor, shown, query.fiscalYear),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.name, last.id]) : null,
  };
}

export async function findTask(
  tx: Transaction,
  actor: Actor,
  taskId: string,
  fiscalYear: number,
): Promise<TaskDetail | null> {
  const scopes = [unitScope(actor, 'capacity.read'), fiscalYear, unitScope(actor, 'project.read')];
  const rows = await tx.query<TaskRow>(findSql, [tx.tenantId, ...scopes, taskId]);
  const [task] = await withYears(tx, actor, rows, fiscalYear);
  return task === undefined ? null : { ...task, stock: await readStock(tx, taskId) };
}

/** The need of a task hangs on its whole unit: the people are shared. */
async function withYears(
  tx: Transaction,
  actor: Actor,
  rows: readonly TaskRow[],
  fiscalYear: number,
): Promise<TaskListRow[]> {
  if (rows.length === 0) return [];
  const unitIds = [...new Set(rows.map(({ unit }) => unit.id))];
  const { land, parameters, units } = await readUnits(tx, actor, unitIds, [fiscalYear]);
  const axis = yearAxis(fiscalYear, 'working_days', workCalendar(land));
  const { measures } = measuresOf(parameters, axis);
  const years = new Map(
    [...units.values()].flatMap((unit) => [...taskYears(unit, axis, measures, isToldTo(actor, unit, fiscalYear))]),
  );
  const none = { requiredFte: null, availableFte: null, gapFte: null, unknownMonths: 12 };
  return rows.map((row) => ({ ...row, year: years.get(row.id) ?? none, surveyAge: ageOf(row.surveyedOn, tx.today) }));
}

function ageOf(surveyedOn: string | null, today: string): number | null {
  if (surveyedOn === null) return null;
  const years = Number(today.slice(0, 4)) - Number(surveyedOn.slice(0, 4));
  return Math.max(0, today.slice(5) < surveyedOn.slice(5) ? years - 1 : years);
}

const findSql = `${visibleTasksSql} AND t.task_id = $5`;

/** $9 words of name or product, $10 which need a hand, $11 years after which a survey is old, $12 today. */
const listSql = `
  ${visibleTasksSql} AND ($5::uuid IS NULL OR t.unit_id = $5)
    AND ($6::text IS NULL OR (t.name, t.task_id) > ($6, $7::uuid))
    AND ($9::text IS NULL OR position(lower($9) IN lower(t.name || ' ' || t.product)) > 0)
    AND CASE $10::text
      WHEN 'unknown' THEN t.kind = 'cases' AND t.base_seconds IS NULL OR (
        SELECT count(DISTINCT v.month) FROM case_volume v
        WHERE v.tenant_id = t.tenant_id AND v.task_id = t.task_id AND v.fiscal_year = $3) < 12
      WHEN 'unsurveyed' THEN t.method = 'not_surveyed' OR t.surveyed_on IS NULL
        OR t.surveyed_on < $12::date - make_interval(years => $11)
      ELSE true END
  ORDER BY t.name, t.task_id LIMIT $8`;

const numbersSql = `
  SELECT y.fiscal_year AS "fiscalYear",
    (SELECT json_agg(v.count ORDER BY m.month) FROM generate_series(1, 12) AS m (month)
      LEFT JOIN case_volume v ON v.tenant_id = $1 AND v.task_id = $2 AND v.fiscal_year = y.fiscal_year
        AND v.month = m.month AND v.kind = 'actual') AS actual,
    (SELECT json_agg(v.count ORDER BY m.month) FROM generate_series(1, 12) AS m (month)
      LEFT JOIN case_volume v ON v.tenant_id = $1 AND v.task_id = $2 AND v.fiscal_year = y.fiscal_year
        AND v.month = m.month AND v.kind = 'planned') AS planned
  FROM (SELECT DISTINCT fiscal_year FROM case_volume WHERE tenant_id = $1 AND task_id = $2) AS y
  ORDER BY y.fiscal_year`;
