/** Roles that hold or will hold, with their unit and whoever is stood in for. `$2` is today. */
const rolesOf = `
  coalesce((SELECT json_agg(json_build_object('assignmentId', r.assignment_id, 'role', r.role, 'kind', r.kind,
      'unitId', r.unit_id, 'unitCode', u.code, 'unitName', u.name,
      'body', CASE WHEN b.body_id IS NOT NULL THEN json_build_object('id', b.body_id, 'name', b.name) END, 'validFrom', r.valid_from, 'validTo', r.valid_to,
      'substituteFor', CASE WHEN s.person_id IS NOT NULL
        THEN json_build_object('id', s.person_id, 'displayName', s.display_name) END) ORDER BY r.role, r.assignment_id)
    FROM role_assignment r
    LEFT JOIN org_unit u ON u.tenant_id = r.tenant_id AND u.unit_id = r.unit_id
    LEFT JOIN council_body b ON b.tenant_id = r.tenant_id AND b.body_id = r.body_id
    LEFT JOIN person s ON s.tenant_id = r.tenant_id AND s.person_id = r.substitute_for
    WHERE r.tenant_id = p.tenant_id AND r.person_id = p.person_id AND r.ended_at IS NULL
      AND (r.valid_to IS NULL OR r.valid_to >= $2::date)), '[]')`;

const row = `
  'id', p.person_id, 'email', p.email, 'displayName', p.display_name, 'status', p.status, 'version', p.version,
  'createdAt', p.created_at,
  'lastSeenAt', (SELECT max(l.last_seen_at) FROM login_session l
    WHERE l.tenant_id = p.tenant_id AND l.person_id = p.person_id),
  'roles', ${rolesOf},
  'pendingApprovalId', (SELECT a.approval_id FROM approval a WHERE a.tenant_id = p.tenant_id AND a.state = 'pending'
    AND a.action = 'role.grant' AND a.subject_type = 'person' AND a.subject_id = p.person_id::text)`;

export const listSql = `
  SELECT json_build_object(${row}) AS person, lower(p.display_name) AS sort_name
  FROM person p
  WHERE p.tenant_id = $1
    AND ($3::text IS NULL OR position(lower($3) IN lower(p.display_name)) > 0 OR position(lower($3) IN p.email) > 0)
    AND ($4::text IS NULL OR p.status = $4)
    AND ($5::text IS NULL OR EXISTS (SELECT FROM role_assignment f
      WHERE f.tenant_id = p.tenant_id AND f.person_id = p.person_id AND f.role = $5 AND f.ended_at IS NULL
        AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR f.valid_to >= $2::date)))
    AND ($6::text IS NULL OR (lower(p.display_name), p.person_id) > ($6, $7::uuid))
  ORDER BY lower(p.display_name), p.person_id
  LIMIT $8`;

export const detailSql = `
  SELECT json_build_object(${row},
    'passwordChangedAt', p.password_changed_at,
    'openSessions', (SELECT count(*) FROM login_session l WHERE l.tenant_id = p.tenant_id AND l.person_id = p.person_id
      AND l.expires_at > $4 AND l.last_seen_at > $4::timestamptz - interval '30 minutes'),
    'substitutes', coalesce((
      SELECT json_agg(json_build_object('assignmentId', d.assignment_id,
        'person', json_build_object('id', s.person_id, 'displayName', s.display_name), 'role', d.role,
        'unitName', u.name, 'bodyName', b.name, 'validFrom', d.valid_from, 'validTo', d.valid_to) ORDER BY d.valid_from, d.assignment_id)
      FROM role_assignment d
      JOIN person s ON s.tenant_id = d.tenant_id AND s.person_id = d.person_id
      LEFT JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
      LEFT JOIN council_body b ON b.tenant_id = d.tenant_id AND b.body_id = d.body_id
      WHERE d.tenant_id = p.tenant_id AND d.substitute_for = p.person_id AND d.ended_at IS NULL
        AND d.valid_to >= $2::date), '[]')) AS person
  FROM person p WHERE p.tenant_id = $1 AND p.person_id = $3`;

export const choicesSql = `
  SELECT json_build_object('id', person_id, 'displayName', display_name) AS choice
  FROM person
  WHERE tenant_id = $1 AND status = 'active' AND person_id <> $3 AND position(lower($2) IN lower(display_name)) > 0
  ORDER BY lower(display_name), person_id
  LIMIT $4`;
