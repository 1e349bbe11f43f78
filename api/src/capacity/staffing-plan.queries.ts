import { Injectable } from '@nestjs/common';
import type { StaffingPlanQuery } from '@etatlotse/contracts/capacity';
import type { StaffingPlanPage, StaffingPlanRow, StaffingPlanTotals } from '@etatlotse/contracts/capacity/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

const PAGE_DEFAULT = 50;

/** The staffing plan of a year as the budget prints it. It is public: who holds a post does not stand in it. */
@Injectable()
export class StaffingPlanQueries {
  constructor(private readonly transactions: Transactions) {}

  async year(
    caller: Caller,
    { fiscalYear, q, cursor, limit = PAGE_DEFAULT }: StaffingPlanQuery,
  ): Promise<StaffingPlanPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['text'])[0];
    return this.transactions.run(caller, async (tx) => {
      const asked = [tx.tenantId, fiscalYear, q ?? null];
      const rows = await tx.query<StaffingPlanRow>(listSql, [...asked, after, limit + 1]);
      const [totals] = after === null ? await tx.query<StaffingPlanTotals>(totalsSql, asked) : [];
      const years = await tx.query<{ year: number }>(yearsSql, [tx.tenantId]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.code]) : null,
        fiscalYear,
        totals: totals ?? null,
        years: years.map(({ year }) => year),
      };
    });
  }
}

/** Groups of a year ($2) with its posts and those of the year before. */
const groups = `
  SELECT g.group_id AS id, g.code, g.name, g.origin = 'demo' AS "isDemo",
    (sum(f.hundredths) FILTER (WHERE f.fiscal_year = $2 AND f.status = 'official'))::integer AS "officialHundredths",
    (sum(f.hundredths) FILTER (WHERE f.fiscal_year = $2 AND f.status = 'employee'))::integer AS "employeeHundredths",
    (sum(f.hundredths) FILTER (WHERE f.fiscal_year = $2))::integer AS "totalHundredths",
    (sum(f.hundredths) FILTER (WHERE f.fiscal_year = $2 - 1))::integer AS "beforeHundredths"
  FROM staffing_plan_group g JOIN staffing_plan_fte f ON f.tenant_id = g.tenant_id AND f.group_id = g.group_id
  WHERE g.tenant_id = $1 AND f.fiscal_year IN ($2, $2 - 1)
    AND ($3::text IS NULL OR strpos(lower(g.code || ' ' || g.name), lower($3)) > 0)
  GROUP BY g.tenant_id, g.group_id HAVING count(*) FILTER (WHERE f.fiscal_year = $2) > 0`;

const listSql = `
  SELECT * FROM (${groups}) AS g WHERE $4::text IS NULL OR g.code > $4 ORDER BY g.code LIMIT $5`;

const totalsSql = `
  SELECT count(*)::integer AS groups, sum("officialHundredths")::integer AS "officialHundredths",
    sum("employeeHundredths")::integer AS "employeeHundredths", coalesce(sum("totalHundredths"), 0)::integer AS "totalHundredths",
    sum("beforeHundredths")::integer AS "beforeHundredths" FROM (${groups}) AS g`;

const yearsSql = `SELECT DISTINCT fiscal_year AS year FROM staffing_plan_fte WHERE tenant_id = $1 ORDER BY fiscal_year`;
