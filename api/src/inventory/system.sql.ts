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

export const systemSql = `
  SELECT json_build_object(${facts}, ${pageOf}, ${paymentOf}) AS facts ${from} ${paymentJoins}
  WHERE ${isSeen} AND x.system_id = $4`;
