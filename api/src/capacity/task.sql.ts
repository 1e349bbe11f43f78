import { goLiveColumn } from './go-live.repository';
import { driversColumn } from './task-driver.repository';

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
    ${volumesOf('planned')} AS planned, ${goLiveColumn('$4')}, t.product, t.sample_cases AS "sampleCases", t.deadline,
    t.allowance_basis AS "allowanceBasis", t.allowance_micros AS "allowanceMicros", t.waiting,
    t.incomplete_percent AS "incompletePercent", t.return_percent AS "returnPercent", ${driversColumn},
    t.origin = 'demo' AS "isDemo", t.version
  FROM task t JOIN org_unit u ON u.tenant_id = t.tenant_id AND u.unit_id = t.unit_id
  WHERE t.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2))`;
