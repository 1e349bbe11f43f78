import { foundBy, isSeen, pageOf, paymentJoins, paymentOf, rowOf, unitJoin } from './register.sql';

/** A training with its sessions of the year $3. Without a price a seat its cost is not its own. */
const facts = `${rowOf('training_id')}, 'technology', x.technology, 'format', x.format, 'provider', x.provider,
  'unitPriceCents', x.unit_price_cents, 'sessions', t.sessions, 'seats', t.seats, 'heldSeats', t.held_seats,
  'attended', t.attended`;

const from = `
  FROM training x ${unitJoin}
  JOIN LATERAL (
    SELECT count(*)::int AS sessions, coalesce(sum(e.seats), 0)::int AS seats,
      coalesce(sum(e.seats) FILTER (WHERE e.is_held), 0)::int AS held_seats,
      CASE WHEN bool_or(e.is_held) THEN coalesce(sum(a.people), 0)::int END AS attended
    FROM training_session e LEFT JOIN LATERAL (SELECT sum(p.people) AS people FROM training_attendance p
      WHERE p.tenant_id = e.tenant_id AND p.session_id = e.session_id) a ON true
    WHERE e.tenant_id = x.tenant_id AND e.training_id = x.training_id
      AND e.starts_on BETWEEN make_date($3::integer, 1, 1) AND make_date($3::integer, 12, 31)) t ON true`;

/** $9 technology, $10 format. */
export const trainingListSql = `
  SELECT json_build_object(${facts}) AS facts ${from}
  WHERE ${isSeen} AND ($9::text IS NULL OR x.technology = $9) AND ($10::text IS NULL OR x.format = $10)
    ${foundBy('training_id')}`;

export const trainingSql = `
  SELECT json_build_object(${facts}, ${pageOf}, ${paymentOf}) AS facts ${from} ${paymentJoins}
  WHERE ${isSeen} AND x.training_id = $4`;

/** Sessions of all years, the latest first; attendance is null until one was held. */
export const sessionsSql = `
  SELECT json_build_object('id', e.session_id, 'startsOn', e.starts_on, 'seats', e.seats, 'place', e.place,
    'attendance', CASE WHEN e.is_held THEN (SELECT coalesce(json_agg(json_build_object('unitId', a.unit_id,
        'people', a.people, 'unit', json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name)) ORDER BY u.code),
        '[]'::json)
      FROM training_attendance a JOIN org_unit u ON u.tenant_id = a.tenant_id AND u.unit_id = a.unit_id
      WHERE a.tenant_id = e.tenant_id AND a.session_id = e.session_id) END) AS facts
  FROM training_session e WHERE e.tenant_id = $1 AND e.training_id = $2
  ORDER BY e.starts_on DESC, e.session_id DESC LIMIT 100`;

/**
 * Trained people against people to train. $2 units that may be seen, $3 technology, $4 a unit, $5 and $6 unit code and technology
 * of the last row, $7 how many. People of units below count for the unit above, so that a session may name either.
 */
export const quotasSql = `
  SELECT json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) AS unit, g.technology, g.people AS "toTrain",
    g.version, coalesce((WITH RECURSIVE below AS (SELECT g.unit_id UNION ALL
        SELECT o.unit_id FROM org_unit o JOIN below b ON o.parent_id = b.unit_id WHERE o.tenant_id = g.tenant_id)
      SELECT sum(a.people) FROM training_attendance a
      JOIN training_session e ON e.tenant_id = a.tenant_id AND e.session_id = a.session_id
      JOIN training t ON t.tenant_id = e.tenant_id AND t.training_id = e.training_id
      WHERE a.tenant_id = g.tenant_id AND t.technology = g.technology AND a.unit_id IN (SELECT unit_id FROM below)
    ), 0)::int AS trained
  FROM training_target g JOIN org_unit u ON u.tenant_id = g.tenant_id AND u.unit_id = g.unit_id
  WHERE g.tenant_id = $1 AND ($2::uuid[] IS NULL OR g.unit_id = ANY ($2)) AND ($3::text IS NULL OR g.technology = $3)
    AND ($4::uuid IS NULL OR g.unit_id = $4) AND ($5::text IS NULL OR (u.code, g.technology) > ($5, $6))
  ORDER BY u.code, g.technology LIMIT $7`;
