import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that come while others are looked up are looked up together (figures in docs/performance.md). */
export class SessionsTogether1700000000021 implements MigrationInterface {
  name = 'SessionsTogether1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sessionsFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.session_actors(bytea[], timestamptz, date) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.session_actors(bytea[], timestamptz, date) TO app_rw`);
    await runner.query(`DROP FUNCTION app.session_actor(bytea, timestamptz, date)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/**
 * The sessions behind these secrets with their people and roles; one that is idle for 30 minutes or older than its
 * absolute end is as if it had never been. The actor is the one of `app.actor_of`, written out here because calling it
 * would cost as much again. The time of last use is written at most once a minute: a click must not cost a write; where
 * somebody else is writing it at this moment, that is enough.
 */
const sessionsFunction = `
  CREATE FUNCTION app.session_actors(p_secrets bytea[], p_now timestamptz, p_today date)
  RETURNS TABLE (secret_hash bytea, tenant_id uuid, session_id uuid, csrf_hash bytea, expires_at timestamptz, actor jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    v_last_seen timestamptz;
    v_unseen bytea[];
  BEGIN
    FOR secret_hash, tenant_id, session_id, csrf_hash, expires_at, v_last_seen, actor IN
      SELECT s.secret_hash, s.tenant_id, s.session_id, s.csrf_hash, s.expires_at, s.last_seen_at,
        CASE WHEN p.person_id IS NOT NULL THEN jsonb_build_object(
          'tenantId', p.tenant_id, 'personId', p.person_id, 'displayName', p.display_name, 'email', p.email,
          'roles', coalesce((
            SELECT jsonb_agg(jsonb_build_object('role', r.role, 'kind', r.kind, 'unitId', r.unit_id,
              'substituteFor', r.substitute_for, 'validTo', r.valid_to,
              'unitIds', CASE WHEN r.unit_id IS NULL THEN NULL ELSE app.units_below(s.tenant_id, r.unit_id) END)
              ORDER BY r.role, r.assignment_id)
            FROM role_assignment r
            WHERE r.tenant_id = s.tenant_id AND r.person_id = s.person_id AND r.ended_at IS NULL
              AND r.valid_from <= p_today AND (r.valid_to IS NULL OR r.valid_to >= p_today)
              AND (r.substitute_for IS NULL
                OR app.still_holds(s.tenant_id, r.substitute_for, r.role, r.kind, r.unit_id, p_today))), '[]'::jsonb)) END
      FROM login_session s
      LEFT JOIN person p ON p.tenant_id = s.tenant_id AND p.person_id = s.person_id AND p.status = 'active'
      WHERE s.secret_hash = ANY (p_secrets) AND s.expires_at > p_now AND s.last_seen_at > p_now - interval '30 minutes'
    LOOP
      IF v_last_seen < p_now - interval '1 minute' THEN v_unseen := v_unseen || secret_hash; END IF;
      RETURN NEXT;
    END LOOP;
    IF v_unseen IS NOT NULL THEN
      UPDATE login_session s SET last_seen_at = p_now FROM (
        SELECT u.secret_hash FROM login_session u WHERE u.secret_hash = ANY (v_unseen) FOR UPDATE SKIP LOCKED) free
      WHERE s.secret_hash = free.secret_hash;
    END IF;
  END $$`;
