import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What runs before a tenant is known: the login by address, the session or token behind a request, one-time links, and
 * the counters of tried logins. Each is one SECURITY DEFINER function with a fixed search path that answers one row.
 */
export class Login1700000000004 implements MigrationInterface {
  name = 'Login1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(actorFunction);
    await runner.query(sessionFunction);
    await runner.query(tokenFunction);
    await runner.query(loginFunction);
    await runner.query(linkFunction);
    await runner.query(demoFunction);
    await runner.query(`
      CREATE UNLOGGED TABLE attempt_counter (
        subject text NOT NULL,
        window_start timestamptz NOT NULL,
        attempts integer NOT NULL,
        PRIMARY KEY (subject, window_start)
      )`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON attempt_counter TO app_rw`);
    await runner.query(`REVOKE ALL ON FUNCTION app.actor_of(uuid, uuid, date) FROM PUBLIC`);
    for (const signature of [
      'app.session_actor(bytea, timestamptz, date)',
      'app.token_actor(bytea, timestamptz, date)',
      'app.login_by_email(text)',
      'app.link_by_secret(bytea)',
      'app.demo_accounts(date)',
    ]) {
      await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO app_rw`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/**
 * Who somebody is on a day: roles in force, each with the units it reaches (a unit and all below it). A substitute holds
 * a role only as long as the person stood in for is active and holds it, too.
 */
const actorFunction = `
  CREATE FUNCTION app.actor_of(p_tenant uuid, p_person uuid, p_today date) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT jsonb_build_object(
      'tenantId', p.tenant_id, 'personId', p.person_id, 'displayName', p.display_name, 'email', p.email,
      'roles', coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', r.role, 'kind', r.kind, 'unitId', r.unit_id,
          'substituteFor', r.substitute_for, 'validTo', r.valid_to,
          'unitIds', CASE WHEN r.unit_id IS NULL THEN NULL ELSE (
            WITH RECURSIVE below AS (
              SELECT r.unit_id AS unit_id
              UNION SELECT u.unit_id FROM org_unit u JOIN below b ON u.parent_id = b.unit_id
              WHERE u.tenant_id = p_tenant)
            SELECT jsonb_agg(unit_id) FROM below) END) ORDER BY r.role, r.assignment_id)
        FROM role_assignment r
        WHERE r.tenant_id = p_tenant AND r.person_id = p_person AND r.ended_at IS NULL
          AND r.valid_from <= p_today AND (r.valid_to IS NULL OR r.valid_to >= p_today)
          AND (r.substitute_for IS NULL OR EXISTS (
            SELECT FROM role_assignment o JOIN person h ON h.tenant_id = o.tenant_id AND h.person_id = o.person_id
            WHERE o.tenant_id = p_tenant AND o.person_id = r.substitute_for AND h.status = 'active'
              AND o.role = r.role AND o.kind IS NOT DISTINCT FROM r.kind AND o.unit_id IS NOT DISTINCT FROM r.unit_id
              AND o.substitute_for IS NULL AND o.ended_at IS NULL
              AND o.valid_from <= p_today AND (o.valid_to IS NULL OR o.valid_to >= p_today)))), '[]'::jsonb))
    FROM person p WHERE p.tenant_id = p_tenant AND p.person_id = p_person AND p.status = 'active';
  END`;

/** Idle for 30 minutes or older than its absolute end, a session is as if it had never been. */
const sessionFunction = `
  CREATE FUNCTION app.session_actor(p_secret bytea, p_now timestamptz, p_today date)
  RETURNS TABLE (tenant_id uuid, session_id uuid, csrf_hash bytea, expires_at timestamptz, last_seen_at timestamptz, actor jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY
      SELECT s.tenant_id, s.session_id, s.csrf_hash, s.expires_at, s.last_seen_at,
             app.actor_of(s.tenant_id, s.person_id, p_today)
      FROM login_session s
      WHERE s.secret_hash = p_secret AND s.expires_at > p_now AND s.last_seen_at > p_now - interval '30 minutes';
    -- Written at most once a minute: a click must not cost a write.
    UPDATE login_session s SET last_seen_at = p_now
      WHERE s.secret_hash = p_secret AND s.last_seen_at < p_now - interval '1 minute'
        AND s.expires_at > p_now AND s.last_seen_at > p_now - interval '30 minutes';
  END $$`;

const tokenFunction = `
  CREATE FUNCTION app.token_actor(p_secret bytea, p_now timestamptz, p_today date)
  RETURNS TABLE (tenant_id uuid, token_id uuid, expires_at timestamptz, actor jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY
      SELECT t.tenant_id, t.token_id, t.expires_at, app.actor_of(t.tenant_id, t.person_id, p_today)
      FROM personal_token t WHERE t.secret_hash = p_secret AND t.expires_at > p_now;
    UPDATE personal_token t SET last_used_at = p_now
      WHERE t.secret_hash = p_secret AND (t.last_used_at IS NULL OR t.last_used_at < p_now - interval '1 minute');
  END $$`;

const loginFunction = `
  CREATE FUNCTION app.login_by_email(p_email text)
  RETURNS TABLE (tenant_id uuid, person_id uuid, password_hash text, status text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT p.tenant_id, p.person_id, p.password_hash, p.status FROM person p WHERE p.email = lower(p_email);
  END`;

const linkFunction = `
  CREATE FUNCTION app.link_by_secret(p_secret bytea)
  RETURNS TABLE (tenant_id uuid, link_id uuid, person_id uuid, purpose text, expires_at timestamptz, used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT l.tenant_id, l.link_id, l.person_id, l.purpose, l.expires_at, l.used_at
    FROM one_time_link l WHERE l.secret_hash = p_secret;
  END`;

/** The accounts of the sample cities, for the login page of a demo. Real cities are never named. */
const demoFunction = `
  CREATE FUNCTION app.demo_accounts(p_today date)
  RETURNS TABLE (tenant_name text, email text, display_name text, roles jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT t.name, p.email, p.display_name,
      jsonb_agg(DISTINCT jsonb_build_object('role', r.role, 'kind', r.kind, 'unitName', u.name))
    FROM tenant t
    JOIN person p ON p.tenant_id = t.tenant_id AND p.status = 'active'
    JOIN role_assignment r ON r.tenant_id = p.tenant_id AND r.person_id = p.person_id AND r.ended_at IS NULL
      AND r.substitute_for IS NULL AND r.valid_from <= p_today AND (r.valid_to IS NULL OR r.valid_to >= p_today)
    LEFT JOIN org_unit u ON u.tenant_id = r.tenant_id AND u.unit_id = r.unit_id
    WHERE t.is_demo
    GROUP BY t.name, p.email, p.display_name, p.created_at, p.person_id
    ORDER BY p.created_at, p.person_id
    LIMIT 50;
  END`;
