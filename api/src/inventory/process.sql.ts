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

/** A process with the newest measurement of the year $3. */
const facts = `${rowOf('process_id')}, 'builtBy', x.built_by, 'isInHouse', x.is_in_house, 'recordedOn', x.recorded_on,
  'optimisedOn', x.optimised_on, 'workflowOn', x.workflow_on, 'plannedHours', x.planned_hours,
  'measuredHours', m.hours, 'reviewMonths', x.review_months, 'reviewedOn', x.reviewed_on`;

const from = `
  FROM process x ${unitJoin}
  LEFT JOIN LATERAL (SELECT e.hours FROM process_measurement e WHERE e.tenant_id = x.tenant_id
    AND e.process_id = x.process_id AND e.fiscal_year = $3::smallint ORDER BY e.measurement_id DESC LIMIT 1) m ON true`;

/** $9 the last stage that was reached, $10 whether it was ordered in-house. */
export const processListSql = `
  SELECT json_build_object(${facts}) AS facts ${from}
  WHERE ${isSeen} AND ($9::text IS NULL OR $9 = CASE WHEN x.workflow_on IS NOT NULL THEN 'workflow'
      WHEN x.optimised_on IS NOT NULL THEN 'optimised' WHEN x.recorded_on IS NOT NULL THEN 'recorded' END)
    AND ($10::boolean IS NULL OR x.is_in_house = $10)
    ${foundBy('process_id')}`;

export const processSql = `
  SELECT json_build_object(${facts}, ${pageOf}, ${paymentOf}) AS facts ${from} ${paymentJoins}
  WHERE ${isSeen} AND x.process_id = $4`;

/** The newest measurement of each year, the latest year first. */
export const measurementsSql = `
  SELECT json_build_object('fiscalYear', e.fiscal_year, 'hours', e.hours, 'basis', e.basis, ${recordedOf}) AS facts
  FROM (SELECT DISTINCT ON (m.fiscal_year) m.* FROM process_measurement m WHERE m.tenant_id = $1 AND m.process_id = $2
    ORDER BY m.fiscal_year DESC, m.measurement_id DESC LIMIT 30) e ${recorderJoin}
  ORDER BY e.fiscal_year DESC`;
