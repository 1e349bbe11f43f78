import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions behind every request, the same answers on shorter ways (figures in docs/performance.md): what only some
 * roles need stands in functions of its own, because PostgreSQL sets up the whole of a statement before it runs any of
 * it; and the chain's hash loses its search path, which its body never used and which kept it from being inlined.
 */
export class ShortPaths1700000000017 implements MigrationInterface {
  name = 'ShortPaths1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unitsBelowFunction);
    await runner.query(stillHoldsFunction);
    await runner.query(actorFunction);
    await runner.query(sessionFunction);
    await runner.query(tokenFunction);
    for (const signature of ['app.units_below(uuid, uuid)', 'app.still_holds(uuid, uuid, text, text, uuid, date)']) {
      await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    }
    await runner.query(`
      ALTER FUNCTION app.audit_hash(bytea, uuid, smallint, bigint, timestamptz, uuid, text, text, text, jsonb, text)
      RESET search_path`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const unitsBelowFunction = `
  CREATE FUNCTION app.units_below(p_tenant uuid, p_unit uuid) RETURNS jsonb LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE below AS (
      SELECT p_unit AS unit_id
      UNION SELECT u.unit_id FROM public.org_unit u JOIN below b ON u.parent_id = b.unit_id WHERE u.tenant_id = p_tenant)
    SELECT jsonb_agg(unit_id) FROM below;
  END`;

/** Whether the person stood in for is active and holds the role on this day. */
const stillHoldsFunction = `
  CREATE FUNCTION app.still_holds(p_tenant uuid, p_person uuid, p_role text, p_kind text, p_unit uuid, p_today date)
  RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT EXISTS (
      SELECT FROM public.role_assignment o
      JOIN public.person h ON h.tenant_id = o.tenant_id AND h.person_id = o.person_id
      WHERE o.tenant_id = p_tenant AND o.person_id = p_person AND h.status = 'active'
        AND o.role = p_role AND o.kind IS NOT DISTINCT FROM p_kind AND o.unit_id IS NOT DISTINCT FROM p_unit
        AND o.substitute_for IS NULL AND o.ended_at IS NULL
        AND o.valid_from <= p_today AND (o.valid_to IS NULL OR o.valid_to >= p_today));
  END`;

const actorFunction = `
  CREATE OR REPLACE FUNCTION app.actor_of(p_tenant uuid, p_person uuid, p_today date) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT jsonb_build_object(
      'tenantId', p.tenant_id, 'personId', p.person_id, 'displayName', p.display_name, 'email', p.email,
      'roles', coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', r.role, 'kind', r.kind, 'unitId', r.unit_id,
          'substituteFor', r.substitute_for, 'validTo', r.valid_to,
          'unitIds', CASE WHEN r.unit_id IS NULL THEN NULL ELSE app.units_below(p_tenant, r.unit_id) END)
          ORDER BY r.role, r.assignment_id)
        FROM role_assignment r
        WHERE r.tenant_id = p_tenant AND r.person_id = p_person AND r.ended_at IS NULL
          AND r.valid_from <= p_today AND (r.valid_to IS NULL OR r.valid_to >= p_today)
          AND (r.substitute_for IS NULL
            OR app.still_holds(p_tenant, r.substitute_for, r.role, r.kind, r.unit_id, p_today))), '[]'::jsonb))
    FROM person p WHERE p.tenant_id = p_tenant AND p.person_id = p_person AND p.status = 'active';
  END`;

/** Idle for 30 minutes or older than its absolute end, a session is as if it had never been. */
const sessionFunction = `
  CREATE OR REPLACE FUNCTION app.session_actor(p_secret bytea, p_now timestamptz, p_today date)
  RETURNS TABLE (tenant_id uuid, session_id uuid, csrf_hash bytea, expires_at timestamptz, last_seen_at timestamptz, actor jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE v_person uuid;
  BEGIN
    SELECT s.tenant_id, s.session_id, s.csrf_hash, s.expires_at, s.last_seen_at, s.person_id
      INTO tenant_id, session_id, csrf_hash, expires_at, last_seen_at, v_person
      FROM login_session s
      WHERE s.secret_hash = p_secret AND s.expires_at > p_now AND s.last_seen_at > p_now - interval '30 minutes';
    IF NOT FOUND THEN RETURN; END IF;
    -- Written at most once a minute: a click must not cost a write.
    IF last_seen_at < p_now - interval '1 minute' THEN
      UPDATE login_session s SET last_seen_at = p_now
        WHERE s.secret_hash = p_secret AND s.last_seen_at < p_now - interval '1 minute';
    END IF;
    actor := app.actor_of(tenant_id, v_person, p_today);
    RETURN NEXT;
  END $$`;

const tokenFunction = `
  CREATE OR REPLACE FUNCTION app.token_actor(p_secret bytea, p_now timestamptz, p_today date)
  RETURNS TABLE (tenant_id uuid, token_id uuid, expires_at timestamptz, actor jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE v_person uuid; v_used_at timestamptz;
  BEGIN
    SELECT t.tenant_id, t.token_id, t.expires_at, t.person_id, t.last_used_at
      INTO tenant_id, token_id, expires_at, v_person, v_used_at
      FROM personal_token t WHERE t.secret_hash = p_secret AND t.expires_at > p_now;
    IF NOT FOUND THEN RETURN; END IF;
    IF v_used_at IS NULL OR v_used_at < p_now - interval '1 minute' THEN
      UPDATE personal_token t SET last_used_at = p_now
        WHERE t.secret_hash = p_secret AND (t.last_used_at IS NULL OR t.last_used_at < p_now - interval '1 minute');
    END IF;
    actor := app.actor_of(tenant_id, v_person, p_today);
    RETURN NEXT;
  END $$`;
