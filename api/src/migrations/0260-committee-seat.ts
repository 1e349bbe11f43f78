import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowOwnerAcrossTenants } from './tenant-table';

/**
 * Members of a committee sit on bodies, one role for each, and see what goes to those. Who was a member before is one of every
 * body that meets: nobody loses what could be read yesterday, and the administration takes away what is too much.
 */
export class CommitteeSeat1700000000260 implements MigrationInterface {
  name = 'CommitteeSeat1700000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE role_assignment ADD COLUMN body_id uuid`);
    await runner.query(
      `ALTER TABLE role_assignment ADD FOREIGN KEY (tenant_id, body_id) REFERENCES council_body (tenant_id, body_id)`,
    );
    await runner.query(stillHoldsFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.still_holds(uuid, uuid, text, text, uuid, uuid, date) FROM PUBLIC`);
    await runner.query(actorFunction);
    await runner.query(sessionsFunction);
    await runner.query(`DROP FUNCTION app.still_holds(uuid, uuid, text, text, uuid, date)`);
    await runner.query(demoAccountsFunction);
    await allowOwnerAcrossTenants(runner, 'council_body');
    await giveSeats(runner);
    await runner.query(`ALTER TABLE role_assignment ADD CHECK (body_id IS NULL OR role = 'committee')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

async function giveSeats(runner: QueryRunner): Promise<void> {
  await runner.query(`
    INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, body_id, substitute_for, valid_from, valid_to)
    SELECT r.tenant_id, gen_random_uuid(), r.person_id, r.role, b.body_id, r.substitute_for, r.valid_from, r.valid_to
    FROM role_assignment r JOIN council_body b ON b.tenant_id = r.tenant_id AND NOT b.is_archived
    WHERE r.role = 'committee' AND r.ended_at IS NULL`);
  await runner.query(`
    UPDATE role_assignment r SET ended_at = now()
    WHERE r.role = 'committee' AND r.ended_at IS NULL AND r.body_id IS NULL`);
}

/** Whether the person stood in for is active and holds the role on this day. */
const stillHoldsFunction = `
  CREATE FUNCTION app.still_holds(p_tenant uuid, p_person uuid, p_role text, p_kind text, p_unit uuid, p_body uuid,
    p_today date)
  RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT EXISTS (
      SELECT FROM public.role_assignment o
      JOIN public.person h ON h.tenant_id = o.tenant_id AND h.person_id = o.person_id
      WHERE o.tenant_id = p_tenant AND o.person_id = p_person AND h.status = 'active'
        AND o.role = p_role AND o.kind IS NOT DISTINCT FROM p_kind AND o.unit_id IS NOT DISTINCT FROM p_unit
        AND o.body_id IS NOT DISTINCT FROM p_body AND o.substitute_for IS NULL AND o.ended_at IS NULL
        AND o.valid_from <= p_today AND (o.valid_to IS NULL OR o.valid_to >= p_today));
  END`;

const rolesOf = (tenant: string, person: string): string => `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('role', r.role, 'kind', r.kind, 'unitId', r.unit_id, 'bodyId', r.body_id,
      'substituteFor', r.substitute_for, 'validTo', r.valid_to,
      'unitIds', CASE WHEN r.unit_id IS NULL THEN NULL ELSE app.units_below(${tenant}, r.unit_id) END)
      ORDER BY r.role, r.assignment_id)
    FROM role_assignment r
    WHERE r.tenant_id = ${tenant} AND r.person_id = ${person} AND r.ended_at IS NULL
      AND r.valid_from <= p_today AND (r.valid_to IS NULL OR r.valid_to >= p_today)
      AND (r.substitute_for IS NULL
        OR app.still_holds(${tenant}, r.substitute_for, r.role, r.kind, r.unit_id, r.body_id, p_today))), '[]'::jsonb)`;

const actorFunction = `
  CREATE OR REPLACE FUNCTION app.actor_of(p_tenant uuid, p_person uuid, p_today date) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT jsonb_build_object(
      'tenantId', p.tenant_id, 'personId', p.person_id, 'displayName', p.display_name, 'email', p.email,
      'roles', ${rolesOf('p_tenant', 'p_person')})
    FROM person p WHERE p.tenant_id = p_tenant AND p.person_id = p_person AND p.status = 'active';
  END`;

/** As it was, with the body: the actor is written out because calling `app.actor_of` would cost as much again. */
const sessionsFunction = `
  CREATE OR REPLACE FUNCTION app.session_actors(p_secrets bytea[], p_now timestamptz, p_today date)
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
          'roles', ${rolesOf('s.tenant_id', 's.person_id')}) END
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

/** Two members are told apart by the body on which they sit. */
const demoAccountsFunction = `
  CREATE OR REPLACE FUNCTION app.demo_accounts(p_today date)
  RETURNS TABLE (tenant_name text, email text, display_name text, roles jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT t.name, p.email, p.display_name,
      jsonb_agg(DISTINCT jsonb_build_object('role', r.role, 'kind', r.kind, 'unitName', coalesce(u.name, b.name)))
    FROM tenant t
    JOIN person p ON p.tenant_id = t.tenant_id AND p.status = 'active'
    JOIN role_assignment r ON r.tenant_id = p.tenant_id AND r.person_id = p.person_id AND r.ended_at IS NULL
      AND r.substitute_for IS NULL AND r.valid_from <= p_today AND (r.valid_to IS NULL OR r.valid_to >= p_today)
    LEFT JOIN org_unit u ON u.tenant_id = r.tenant_id AND u.unit_id = r.unit_id
    LEFT JOIN council_body b ON b.tenant_id = r.tenant_id AND b.body_id = r.body_id
    WHERE t.is_demo
    GROUP BY t.name, p.email, p.display_name, p.created_at, p.person_id
    ORDER BY p.created_at, p.person_id
    LIMIT 50;
  END`;
