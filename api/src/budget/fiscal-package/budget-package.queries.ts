import { Injectable } from '@nestjs/common';
import { unitScope } from '@etatlotse/domain/access';
import { FISCAL_COLUMNS, FISCAL_PHASES, fiscalDirection } from '@etatlotse/domain/budget';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { packageFile, type PackageRow } from './package-file';

const DESCRIPTION =
  'Eine Zeile je Haushaltszeile. proposed: Ansatz der Planfassung, die auf dem Weg durch die Gremien ist (leer, wo es keine ' +
  'gibt). approved: Ansatz des Haushalts in Kraft. adjusted: fortgeschriebener Ansatz. executed: Ist. Erträge und Aufwendungen ' +
  'stehen beide positiv; die Spalte direction sagt, was eine Zeile ist. Buchungen, Aufträge und Notizen sind nicht enthalten.';

interface StoredLine {
  readonly direction: string;
  readonly [column: string]: string | number | null;
}

/** The budget of a year for whoever works with open data, as far as the caller may see it. */
@Injectable()
export class BudgetPackageQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null for a year that the city does not have. */
  async ofYear(
    caller: Caller,
    fiscalYear: number,
  ): Promise<{ readonly fileName: string; readonly content: Buffer } | null> {
    return this.transactions.run(caller, async (tx) => {
      const [city] = await tx.query<{ name: string; slug: string }>(citySql, [tx.tenantId, fiscalYear]);
      if (city === undefined) return null;
      const lines = await tx.query<StoredLine>(linesSql, [
        tx.tenantId,
        fiscalYear,
        unitScope(caller.actor, 'budget.read'),
      ]);
      const facts = {
        name: `${city.slug}-haushalt-${fiscalYear}`,
        title: `Haushalt ${fiscalYear}, ${city.name}`,
        description: DESCRIPTION,
        fiscalYear,
        createdAt: tx.now.toISOString(),
        columns: FISCAL_COLUMNS,
        phases: FISCAL_PHASES,
      };
      return {
        fileName: `${facts.name}.zip`,
        content: packageFile(
          facts,
          lines.map((line) => toRow(line, fiscalYear)),
        ),
      };
    });
  }
}

function toRow(
  { direction, proposed, approved, adjusted, executed, ...words }: StoredLine,
  fiscalYear: number,
): PackageRow {
  const texts = Object.entries(words).map(([name, value]) => [name, value ?? ''] as const);
  return {
    words: {
      ...Object.fromEntries(texts),
      fiscal_year: fiscalYear,
      direction: fiscalDirection(direction),
      line_kind: direction,
    },
    cents: {
      proposed: proposed === null || proposed === undefined ? null : Number(proposed),
      approved: Number(approved),
      adjusted: Number(adjusted),
      executed: Number(executed),
    },
  };
}

const citySql = `
  SELECT t.name, t.slug FROM tenant t JOIN fiscal_year y ON y.tenant_id = t.tenant_id AND y.fiscal_year = $2
  WHERE t.tenant_id = $1`;

/** $1 tenant, $2 fiscal year, $3 units that may be seen (null: all). A line that was shut down since shows what it did. */
const linesSql = `
  WITH proposal AS (
    SELECT v.version_id FROM plan_version v
    WHERE v.tenant_id = $1 AND v.state IN ('introduced', 'adopted', 'submitted', 'published')
      AND $2 BETWEEN v.first_year AND v.last_year
    ORDER BY v.created_at DESC, v.version_id DESC LIMIT 1)
  SELECT l.number AS budget_line_id, l.name AS budget_line_label, l.direction, l.sphere, l.frame, l.sub_budget, l.product,
    l.product_name AS product_label, l.account, l.account_name AS account_label, l.account_frame, l.statement_line,
    l.cost_centre, p.code AS parent_unit, p.name AS parent_unit_label, u.code AS unit, u.name AS unit_label,
    l.project_key AS project, l.run_or_change, l.service_class, l.network_zone,
    (SELECT a.amount_cents FROM plan_amount a JOIN proposal USING (version_id)
     WHERE a.tenant_id = $1 AND a.line_id = l.line_id AND a.fiscal_year = $2) AS proposed,
    coalesce(b.appropriation_cents, 0) AS approved, coalesce(b.adjusted_cents, 0) AS adjusted,
    coalesce(b.actual_cents, 0) AS executed
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = $1 AND b.line_id = l.line_id AND b.fiscal_year = $2
  LEFT JOIN org_unit u ON u.tenant_id = $1 AND u.unit_id = l.unit_id
  LEFT JOIN org_unit p ON p.tenant_id = $1 AND p.unit_id = u.parent_id
  WHERE l.tenant_id = $1 AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
    AND (l.archived_at IS NULL OR coalesce(b.movements, 0) > 0)
  ORDER BY l.number`;
