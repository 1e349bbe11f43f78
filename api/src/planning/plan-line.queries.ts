import { Injectable } from '@nestjs/common';
import type {
  PlanReference,
  PlanLineDetail,
  PlanLineMonths,
  PlanMarks,
  PlanText,
} from '@etatlotse/contracts/planning/plain';
import { monthsOf, phasingOf } from '@etatlotse/domain/budget';
import { cents, planningWindow, yearsOf } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { NO_TEXT } from './plan-remark.repository';
import { findVersion } from './plan-version.repository';

/** What belongs to the amounts of a version: what they are compared with, marks, and one line in full. */
@Injectable()
export class PlanLineQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Plan and actuals of the year before, and what is in force for the plan years. Null when there is no such version. */
  async reference(caller: Caller, versionId: string): Promise<PlanReference | null> {
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version === null) return null;
      const yearBefore = version.plan.firstYear - 1;
      const [row] = await tx.query<Omit<PlanReference, 'yearBefore'>>(referenceSql, [
        tx.tenantId,
        yearBefore,
        yearsOf(version.plan),
        versionId,
      ]);
      if (row === undefined) throw new Error('The reference always answers one row.');
      return { yearBefore, ...row };
    });
  }

  async marks(caller: Caller, versionId: string): Promise<PlanMarks | null> {
    return this.transactions.run(caller, async (tx) => {
      if ((await findVersion(tx, versionId)) === null) return null;
      const [row] = await tx.query<{ marks: PlanMarks }>(marksSql, [tx.tenantId, versionId, EXCERPT_LENGTH]);
      return row?.marks ?? null;
    });
  }

  async line(caller: Caller, versionId: string, lineId: string): Promise<PlanLineDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version === null) return null;
      const [row] = await tx.query<StoredLine>(lineSql, [tx.tenantId, versionId, lineId, planningWindow(version.plan)]);
      if (row === undefined) return null;
      return { ...row, explanation: row.explanation ?? NO_TEXT, months: row.months.map(toMonths) };
    });
  }
}

const EXCERPT_LENGTH = 80;

type StoredLine = Omit<PlanLineDetail, 'explanation' | 'months'> & {
  readonly explanation: PlanText | null;
  readonly months: readonly Omit<PlanLineMonths, 'monthCents'>[];
};

function toMonths(stored: Omit<PlanLineMonths, 'monthCents'>): PlanLineMonths {
  return { ...stored, monthCents: monthsOf(cents(stored.amountCents), phasingOf(stored.kind, stored.entered)) };
}

/** A plan in force for the year itself goes before one that only has medium-term figures for it. */
const referenceSql = `
  WITH before AS (
    SELECT v.version_id, v.name FROM plan_version v
    WHERE v.tenant_id = $1 AND v.state = 'in_force' AND $2::smallint BETWEEN v.first_year AND v.last_year LIMIT 1
  ), in_force AS (
    SELECT DISTINCT ON (y.place) y.place, y.fiscal_year, v.version_id, v.name
    FROM unnest($3::smallint[]) WITH ORDINALITY AS y(fiscal_year, place)
    LEFT JOIN plan_version v ON v.tenant_id = $1 AND v.state = 'in_force'
      AND y.fiscal_year BETWEEN v.first_year - 1 AND v.last_year + 3
    ORDER BY y.place, (y.fiscal_year BETWEEN v.first_year AND v.last_year) DESC NULLS LAST, v.first_year DESC
  ), accepted AS (
    SELECT m.line_id, m.fiscal_year, sum(m.amount_cents)::bigint AS amount_cents
    FROM plan_change c JOIN plan_change_amount m ON m.tenant_id = c.tenant_id AND m.change_id = c.change_id
    WHERE c.tenant_id = $1 AND c.version_id = $4 AND c.result = 'accepted' GROUP BY m.line_id, m.fiscal_year
  ), figures AS (
    SELECT a.line_id, 0 AS place, a.amount_cents FROM before b
    JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = b.version_id AND a.fiscal_year = $2
    UNION ALL
    SELECT f.line_id, -1, f.actual_cents FROM line_balance f WHERE f.tenant_id = $1 AND f.fiscal_year = $2
    UNION ALL
    SELECT a.line_id, i.place, a.amount_cents FROM in_force i
    JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = i.version_id AND a.fiscal_year = i.fiscal_year
    UNION ALL
    SELECT a.line_id, 10 + i.place, a.amount_cents - coalesce(accepted.amount_cents, 0) FROM in_force i
    JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = $4 AND a.fiscal_year = i.fiscal_year
    LEFT JOIN accepted ON accepted.line_id = a.line_id AND accepted.fiscal_year = a.fiscal_year
    WHERE EXISTS (SELECT FROM accepted)
  ), lines AS (
    SELECT line_id, max(amount_cents) FILTER (WHERE place = 0) AS plan_before,
      max(amount_cents) FILTER (WHERE place = -1) AS actual_before,
      max(amount_cents) FILTER (WHERE place = 1) AS first_year, max(amount_cents) FILTER (WHERE place = 2) AS second_year,
      max(amount_cents) FILTER (WHERE place = 11) AS first_before, max(amount_cents) FILTER (WHERE place = 12) AS second_before
    FROM figures GROUP BY line_id ORDER BY line_id
  )
  SELECT (SELECT json_build_object('id', version_id, 'name', name) FROM before) AS "planBefore",
    (SELECT json_agg(json_build_object('fiscalYear', fiscal_year, 'version', CASE WHEN version_id IS NOT NULL THEN
      json_build_object('id', version_id, 'name', name) END) ORDER BY place) FROM in_force) AS "inForce",
    coalesce(json_agg(line_id), '[]') AS "lineId", coalesce(json_agg(plan_before), '[]') AS "planBeforeCents",
    coalesce(json_agg(actual_before), '[]') AS "actualBeforeCents",
    CASE cardinality($3::smallint[]) WHEN 1 THEN json_build_array(coalesce(json_agg(first_year), '[]'))
      ELSE json_build_array(coalesce(json_agg(first_year), '[]'), coalesce(json_agg(second_year), '[]'))
      END AS "inForceCents",
    CASE WHEN NOT EXISTS (SELECT FROM accepted) THEN '[]'::json
      WHEN cardinality($3::smallint[]) = 1 THEN json_build_array(coalesce(json_agg(first_before), '[]'))
      ELSE json_build_array(coalesce(json_agg(first_before), '[]'), coalesce(json_agg(second_before), '[]'))
      END AS "beforeChangesCents"
  FROM lines`;

const marksSql = `
  SELECT json_build_object(
    'notes', (
      SELECT json_build_object('lineId', coalesce(json_agg(n.line_id), '[]'),
        'fiscalYear', coalesce(json_agg(n.fiscal_year), '[]'), 'excerpt', coalesce(json_agg(left(n.text, $3)), '[]'))
      FROM plan_note n WHERE n.tenant_id = $1 AND n.version_id = $2 AND n.text <> ''),
    'explainedLineIds', (
      SELECT coalesce(json_agg(e.line_id), '[]') FROM plan_explanation e
      WHERE e.tenant_id = $1 AND e.version_id = $2 AND e.text <> '')) AS marks`;

const textColumns = (row: string): string =>
  `'text', ${row}.text, 'writtenBy', p.display_name, 'writtenAt', ${row}.written_at, 'version', ${row}.version`;
const writer = (row: string): string =>
  `LEFT JOIN person p ON p.tenant_id = ${row}.tenant_id AND p.person_id = ${row}.written_by`;

const lineSql = `
  SELECT l.line_id AS "lineId", l.number, l.name,
    (SELECT json_build_object(${textColumns('e')}) FROM plan_explanation e ${writer('e')}
     WHERE e.tenant_id = $1 AND e.version_id = $2 AND e.line_id = $3) AS explanation,
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', n.fiscal_year, ${textColumns('n')})
        ORDER BY n.fiscal_year), '[]') FROM plan_note n ${writer('n')}
     WHERE n.tenant_id = $1 AND n.version_id = $2 AND n.line_id = $3 AND n.fiscal_year = ANY($4::smallint[])) AS notes,
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', a.fiscal_year, 'amountCents', a.amount_cents,
        'kind', coalesce(m.kind, 'equal'), 'entered', coalesce(m.months, '[]'), 'version', coalesce(m.version, 0))
        ORDER BY a.fiscal_year), '[]')
     FROM plan_amount a
     LEFT JOIN plan_phasing m USING (tenant_id, version_id, line_id, fiscal_year)
     WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.line_id = $3 AND a.fiscal_year = ANY($4::smallint[])) AS months
  FROM budget_line l WHERE l.tenant_id = $1 AND l.line_id = $3`;
