import {
  foundBy,
  isSeen,
  pageOf,
  paymentJoins,
  paymentOf,
  recordedOf,
  recorderJoin,
  rowOf,
  unitJoin,
} from './register.sql';

/** A decision `d` with its figures, as arguments of `json_build_object`. */
const decisionOf = (alias: string): string => `'id', ${alias}.decision_id, 'solution', ${alias}.solution,
  'decidedOn', ${alias}.decided_on, 'decidedBy', ${alias}.decided_by, 'reason', ${alias}.reason,
  'availableOn', ${alias}.available_on, 'firstYear', ${alias}.first_year, 'yearCount', ${alias}.year_count,
  'buildCents', ${alias}.build_cents, 'yearlyCents', ${alias}.yearly_cents,
  'connectionCents', ${alias}.connection_cents, 'feeCents', ${alias}.fee_cents,
  'fundingEndsOn', ${alias}.funding_ends_on, 'feeAfterCents', ${alias}.fee_after_cents`;

/** A service with its newest decision and the newest count of the year ($3). */
const facts = `${rowOf('service_id')}, 'task', x.task, 'hasForm', x.has_form, 'hasProcedure', x.has_procedure,
  'hasDms', x.has_dms, 'cases', v.cases, 'onlineCases', v.online_cases,
  'decision', CASE WHEN d.decision_id IS NOT NULL THEN json_build_object(${decisionOf('d')}) END`;

const from = `
  FROM service x ${unitJoin}
  LEFT JOIN LATERAL (SELECT * FROM service_decision e WHERE e.tenant_id = x.tenant_id AND e.service_id = x.service_id
    ORDER BY e.decided_on DESC, e.decision_id DESC LIMIT 1) d ON true
  LEFT JOIN LATERAL (SELECT e.cases, e.online_cases FROM service_volume e WHERE e.tenant_id = x.tenant_id
    AND e.service_id = x.service_id AND e.fiscal_year = $3::smallint ORDER BY e.volume_id DESC LIMIT 1) v ON true`;

/** $9 task, $10 solution, $11 how far it is. */
export const serviceListSql = `
  SELECT json_build_object(${facts}) AS facts ${from}
  WHERE ${isSeen} AND ($9::text IS NULL OR x.task = $9) AND ($10::text IS NULL OR d.solution = $10)
    AND ($11::text IS NULL OR CASE $11 WHEN 'offline' THEN NOT x.has_form WHEN 'online' THEN x.has_form
      ELSE x.has_form AND x.has_procedure AND x.has_dms END)
    ${foundBy('service_id')}`;

/** Systems that a service runs on, as far as they are seen. */
const systems = `coalesce((SELECT json_agg(json_build_object('id', s.system_id, 'name', s.name,
    'supportEndsOn', CASE WHEN s.state <> 'retired' THEN s.support_ends_on END) ORDER BY s.name, s.system_id)
  FROM service_system k JOIN system s ON s.tenant_id = k.tenant_id AND s.system_id = k.system_id
  WHERE k.tenant_id = x.tenant_id AND k.service_id = x.service_id
    AND ($2::uuid[] IS NULL OR s.unit_id IS NULL OR s.unit_id = ANY ($2))), '[]'::json)`;

export const serviceSql = `
  SELECT json_build_object(${facts}, 'code', x.code, ${pageOf}, ${paymentOf}, 'systems', ${systems}) AS facts ${from} ${paymentJoins}
  WHERE ${isSeen} AND x.service_id = $4`;

export const decisionsSql = `
  SELECT json_build_object(${decisionOf('e')}, ${recordedOf}) AS facts FROM service_decision e ${recorderJoin}
  WHERE e.tenant_id = $1 AND e.service_id = $2 ORDER BY e.decided_on DESC, e.decision_id DESC LIMIT 50`;

/** The newest count of each year, the latest year first. */
export const volumesSql = `
  SELECT json_build_object('fiscalYear', e.fiscal_year, 'cases', e.cases, 'onlineCases', e.online_cases, 'basis', e.basis,
    'recordedAt', e.recorded_at) AS facts
  FROM (SELECT DISTINCT ON (v.fiscal_year) v.* FROM service_volume v WHERE v.tenant_id = $1 AND v.service_id = $2
    ORDER BY v.fiscal_year DESC, v.volume_id DESC LIMIT 30) e
  ORDER BY e.fiscal_year DESC`;
