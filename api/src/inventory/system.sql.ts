import { foundBy, isSeen, pageOf, paymentJoins, paymentOf, rowOf, unitJoin } from './register.sql';

/** A system with what its contract costs in the year $3 and how many systems that contract pays for. */
const facts = `${rowOf('system_id')}, 'vendor', x.vendor, 'serviceClass', x.service_class, 'criticality', x.criticality,
  'state', x.state, 'supportEndsOn', x.support_ends_on, 'securityBasisPoints', x.security_basis_points,
  'yearlyCents', x.yearly_cents, 'reason', x.reason, 'norm', x.norm, 'dueOn', x.due_on,
  'modernisationCents', x.modernisation_cents, 'contractCents', y.cost_cents, 'contractSystems', s.systems`;

const from = `
  FROM system x ${unitJoin}
  LEFT JOIN contract_year y ON y.tenant_id = x.tenant_id AND y.contract_id = x.contract_id AND y.fiscal_year = $3::smallint
  LEFT JOIN LATERAL (SELECT count(*)::int AS systems FROM system o WHERE o.tenant_id = x.tenant_id
    AND o.contract_id = x.contract_id AND o.state <> 'retired') s ON true`;

/** $9 service class, $10 criticality, $11 state, $12 only where support ends by that day. */
export const systemListSql = `
  SELECT json_build_object(${facts}) AS facts ${from}
  WHERE ${isSeen} AND ($9::text IS NULL OR x.service_class = $9) AND ($10::text IS NULL OR x.criticality = $10)
    AND ($11::text IS NULL OR x.state = $11)
    AND ($12::date IS NULL OR (x.support_ends_on <= $12 AND x.state <> 'retired'))
    ${foundBy('system_id')}`;

/** Services that run on a system, as far as they are seen, with the newest count of the year. */
const services = `coalesce((SELECT json_agg(json_build_object('id', v.service_id, 'name', v.name,
    'unit', CASE WHEN w.unit_id IS NOT NULL THEN json_build_object('id', w.unit_id, 'code', w.code, 'name', w.name) END,
    'cases', (SELECT e.cases FROM service_volume e WHERE e.tenant_id = v.tenant_id AND e.service_id = v.service_id
      AND e.fiscal_year = $3::smallint ORDER BY e.volume_id DESC LIMIT 1)) ORDER BY v.name, v.service_id)
  FROM service_system k JOIN service v ON v.tenant_id = k.tenant_id AND v.service_id = k.service_id
  LEFT JOIN org_unit w ON w.tenant_id = v.tenant_id AND w.unit_id = v.unit_id
  WHERE k.tenant_id = x.tenant_id AND k.system_id = x.system_id
    AND ($2::uuid[] IS NULL OR v.unit_id IS NULL OR v.unit_id = ANY ($2))), '[]'::json)`;

export const systemSql = `
  SELECT json_build_object(${facts}, ${pageOf}, ${paymentOf}, 'services', ${services}) AS facts ${from} ${paymentJoins}
  WHERE ${isSeen} AND x.system_id = $4`;

/** $3 the system. */
export const systemSeenSql = `SELECT FROM system x WHERE ${isSeen} AND x.system_id = $3`;
