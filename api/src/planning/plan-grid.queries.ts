import { Injectable } from '@nestjs/common';
import type { PlanGrid, PlanGridQuery } from '@etatlotse/contracts/planning';
import { mayEditAmounts } from '@etatlotse/domain/budget';
import { planningWindow, yearsOf } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { findVersion } from './plan-version.repository';

const LINES_MAX = 20_000;

/** The amounts of a version as columns, built by the database: one answer for the whole grid. */
@Injectable()
export class PlanGridQueries {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Every line in use, planned or not, and lines shut down since if the version holds amounts of them. Null when there is
   * no such version.
   */
  async ofVersion(caller: Caller, versionId: string, query: PlanGridQuery): Promise<PlanGrid | null> {
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version === null) return null;
      const years = planningWindow(version.plan);
      const [row] = await tx.query<{
        columns: PlanGrid['columns'];
        amounts: PlanGrid['amountCents'];
        isTruncated: boolean;
      }>(gridSql, [
        tx.tenantId,
        versionId,
        years,
        query.frame ?? null,
        query.unitId ?? null,
        query.q === undefined ? null : `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`,
        LINES_MAX,
        query.product ?? null,
      ]);
      return {
        versionId,
        version: version.version,
        isOpen: mayEditAmounts(version.state),
        years,
        planYears: yearsOf(version.plan),
        columns: row?.columns ?? EMPTY_COLUMNS,
        amountCents: row?.amounts ?? years.map(() => []),
        isTruncated: row?.isTruncated ?? false,
      };
    });
  }
}

const EMPTY_COLUMNS: PlanGrid['columns'] = {
  lineId: [],
  number: [],
  name: [],
  frame: [],
  unitId: [],
  unitCode: [],
  subBudget: [],
  product: [],
  productName: [],
  account: [],
  direction: [],
  sphere: [],
};

const COLUMN_OF: Readonly<Record<keyof PlanGrid['columns'], string>> = {
  lineId: 'line_id',
  number: 'number',
  name: 'name',
  frame: 'frame',
  unitId: 'unit_id',
  unitCode: 'unit_code',
  subBudget: 'sub_budget',
  product: 'product',
  productName: 'product_name',
  account: 'account',
  direction: 'direction',
  sphere: 'sphere',
};

const columnLists = Object.entries(COLUMN_OF)
  .map(([field, column]) => `'${field}', coalesce(json_agg(${column} ORDER BY place), '[]')`)
  .join(', ');

const unitAndBelow = `(
  WITH RECURSIVE below AS (
    SELECT o.unit_id FROM org_unit o WHERE o.tenant_id = $1 AND o.unit_id = $5
    UNION SELECT o.unit_id FROM org_unit o JOIN below ON o.parent_id = below.unit_id WHERE o.tenant_id = $1)
  SELECT unit_id FROM below)`;

/** One line more than is shown is looked for, to know whether there are more. */
const gridSql = `
  WITH found AS (
    SELECT l.line_id, l.number, l.name, l.frame, l.unit_id, u.code AS unit_code, l.sub_budget, l.product, l.product_name,
      l.account, l.direction, l.sphere, row_number() OVER (ORDER BY l.number) AS place
    FROM budget_line l LEFT JOIN org_unit u ON u.tenant_id = l.tenant_id AND u.unit_id = l.unit_id
    WHERE l.tenant_id = $1
      AND (l.archived_at IS NULL OR EXISTS (SELECT FROM plan_amount a
        WHERE a.tenant_id = l.tenant_id AND a.version_id = $2 AND a.line_id = l.line_id))
      AND ($4::text IS NULL OR coalesce(l.frame, 'none') = $4)
      AND ($5::uuid IS NULL OR l.unit_id IN ${unitAndBelow})
      AND ($6::text IS NULL OR l.number ILIKE $6 OR l.name ILIKE $6)
      AND ($8::text IS NULL OR l.product = $8)
    ORDER BY l.number LIMIT $7 + 1
  ), lines AS (SELECT * FROM found WHERE place <= $7), years AS (
    SELECT y.fiscal_year, y.place FROM unnest($3::smallint[]) WITH ORDINALITY AS y(fiscal_year, place)
  ), amounts AS (
    SELECT y.place, json_agg(a.amount_cents ORDER BY l.place) AS of_year
    FROM years y CROSS JOIN lines l
    LEFT JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = $2 AND a.line_id = l.line_id
      AND a.fiscal_year = y.fiscal_year
    GROUP BY y.place
  )
  SELECT (SELECT json_build_object(${columnLists}) FROM lines) AS columns,
    (SELECT json_agg(of_year ORDER BY place) FROM amounts) AS amounts,
    (SELECT count(*) > $7 FROM found) AS "isTruncated"`;
