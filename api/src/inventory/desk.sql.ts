import { foundBy, pageOf, recordedOf, recorderJoin, rowOf, unitJoin } from './register.sql';

/** A desk with every entry of its history that counts. */
const facts = `${rowOf('desk_id')}, 'kind', x.kind, 'mailbox', x.mailbox, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
  'entries', (SELECT coalesce(json_agg(json_build_object('id', e.entry_id, 'validFrom', e.valid_from,
      'fteHundredths', e.fte_hundredths, 'supersedesId', e.supersedes_id)), '[]'::json) FROM desk_fte e
    WHERE e.tenant_id = x.tenant_id AND e.desk_id = x.desk_id)`;

/** Everybody who may read the registers finds every desk ($2 narrows nothing). $3 today, $9 kind, $10 also those that ended. */
export const deskListSql = `
  SELECT json_build_object(${facts}) AS facts FROM desk x ${unitJoin}
  WHERE x.tenant_id = $1 AND ($2::uuid[] IS NULL OR cardinality($2) >= 0) AND ($9::text IS NULL OR x.kind = $9)
    AND ($10::boolean OR x.ends_on IS NULL OR x.ends_on >= $3::date)
    ${foundBy('desk_id')}`;

export const deskSql = `
  SELECT json_build_object(${facts}, ${pageOf}, 'person', CASE WHEN h.person_id IS NOT NULL THEN
    json_build_object('id', h.person_id, 'displayName', h.display_name) END) AS facts
  FROM desk x ${unitJoin} LEFT JOIN person h ON h.tenant_id = x.tenant_id AND h.person_id = x.person_id
  WHERE x.tenant_id = $1 AND ($2::uuid[] IS NULL OR cardinality($2) >= 0) AND $3::date IS NOT NULL AND x.desk_id = $4`;

/** The whole history, the newest day first. */
export const historySql = `
  SELECT json_build_object('id', e.entry_id, 'validFrom', e.valid_from, 'fteHundredths', e.fte_hundredths,
    'reason', e.reason, 'supersedesId', e.supersedes_id, 'isSuperseded', EXISTS (SELECT FROM desk_fte o
      WHERE o.tenant_id = e.tenant_id AND o.supersedes_id = e.entry_id), ${recordedOf}) AS facts
  FROM desk_fte e ${recorderJoin} WHERE e.tenant_id = $1 AND e.desk_id = $2
  ORDER BY e.valid_from DESC, e.entry_id DESC LIMIT 100`;
