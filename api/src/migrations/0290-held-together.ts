import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bookings that come at the same moment are written together: the balances of all their lines are held by one function,
 * and their audit entries are chained by one.
 */
export class HeldTogether1700000000290 implements MigrationInterface {
  name = 'HeldTogether1700000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(holdFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.hold_balances(uuid[], smallint[]) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.hold_balances(uuid[], smallint[]) TO app_rw`);
    await runner.query(appendFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.audit_append_all(jsonb, smallint, timestamptz) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.audit_append_all(jsonb, smallint, timestamptz) TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/**
 * What `app.hold_balance` does for one line, for several: pools before lines, each in id order, so that two who hold several
 * never wait for each other in a circle. A balance begins here only in a year whose books are open: what is refused goes on
 * beside what is written, and must leave nothing behind in a closed one. Nobody else's booking may wait long because a stranger's line is taken by
 * longer work: after a tenth of a second this gives up, and everybody goes alone. Runs with the rights and the tenant of the caller.
 */
const holdFunction = `
  CREATE FUNCTION app.hold_balances(p_lines uuid[], p_years smallint[]) RETURNS void
  LANGUAGE plpgsql SET lock_timeout = '100ms' AS $$
  DECLARE
    v_tenant uuid := app.tid();
    v_pools uuid[];
    v_held record;
  BEGIN
    SELECT array_agg(l.pool_id ORDER BY asked.position) INTO v_pools
      FROM unnest(p_lines) WITH ORDINALITY AS asked(line_id, position)
      LEFT JOIN public.budget_line l ON l.tenant_id = v_tenant AND l.line_id = asked.line_id;
    FOR v_held IN SELECT DISTINCT asked.pool_id, asked.fiscal_year FROM unnest(v_pools, p_years) AS asked(pool_id, fiscal_year)
      WHERE asked.pool_id IS NOT NULL ORDER BY 1, 2
    LOOP
      PERFORM FROM public.pool_balance b
        WHERE b.tenant_id = v_tenant AND b.pool_id = v_held.pool_id AND b.fiscal_year = v_held.fiscal_year FOR UPDATE;
      IF NOT FOUND THEN
        INSERT INTO public.pool_balance AS b (tenant_id, pool_id, fiscal_year)
          SELECT v_tenant, v_held.pool_id, y.fiscal_year FROM public.fiscal_year y
          WHERE y.tenant_id = v_tenant AND y.fiscal_year = v_held.fiscal_year AND y.books_state = 'open'
          ON CONFLICT (tenant_id, pool_id, fiscal_year) DO UPDATE SET movements = b.movements;
      END IF;
    END LOOP;
    FOR v_held IN SELECT DISTINCT l.line_id, asked.fiscal_year, asked.pool_id
      FROM unnest(p_lines, p_years, v_pools) AS asked(line_id, fiscal_year, pool_id)
      JOIN public.budget_line l ON l.tenant_id = v_tenant AND l.line_id = asked.line_id ORDER BY 1, 2
    LOOP
      PERFORM FROM public.line_balance b
        WHERE b.tenant_id = v_tenant AND b.line_id = v_held.line_id AND b.fiscal_year = v_held.fiscal_year FOR UPDATE;
      IF NOT FOUND THEN
        INSERT INTO public.line_balance AS b (tenant_id, line_id, fiscal_year)
          SELECT v_tenant, v_held.line_id, y.fiscal_year FROM public.fiscal_year y
          WHERE y.tenant_id = v_tenant AND y.fiscal_year = v_held.fiscal_year AND y.books_state = 'open'
          ON CONFLICT (tenant_id, line_id, fiscal_year) DO UPDATE SET movements = b.movements;
      END IF;
      PERFORM FROM public.budget_line l
        WHERE l.tenant_id = v_tenant AND l.line_id = v_held.line_id AND l.pool_id IS NOT DISTINCT FROM v_held.pool_id;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the line went to another pool' USING ERRCODE = 'serialization_failure';
      END IF;
    END LOOP;
  END $$`;

/** The entries of one transaction, in their order: the lane is held once and moves on once, by as many hashes as there are entries. */
const appendFunction = `
  CREATE FUNCTION app.audit_append_all(p_entries jsonb, p_lane smallint, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    v_tenant uuid := app.tid();
    v_head audit_head;
    v_entry record;
  BEGIN
    IF v_tenant IS NULL THEN RAISE EXCEPTION 'audit entry without tenant'; END IF;
    LOOP
      SELECT h.* INTO v_head FROM audit_head h WHERE h.tenant_id = v_tenant AND h.lane = p_lane FOR UPDATE;
      EXIT WHEN FOUND;
      INSERT INTO audit_head (tenant_id, lane, seq, hash) VALUES (v_tenant, p_lane, 0, '\\x00') ON CONFLICT DO NOTHING;
    END LOOP;
    FOR v_entry IN SELECT * FROM jsonb_to_recordset(p_entries) AS e(action text, subject_type text, subject_id text,
      detail jsonb, actor_id uuid, request_id text)
    LOOP
      v_head.seq := v_head.seq + 1;
      v_head.previous_hash := v_head.hash;
      v_head.hash := app.audit_hash(v_head.previous_hash, v_tenant, p_lane, v_head.seq, p_at, v_entry.actor_id,
        v_entry.action, v_entry.subject_type, v_entry.subject_id, v_entry.detail, v_entry.request_id);
      INSERT INTO audit_entry VALUES (v_tenant, p_lane, v_head.seq, p_at, v_entry.actor_id, v_entry.action,
        v_entry.subject_type, v_entry.subject_id, v_entry.detail, v_entry.request_id, v_head.previous_hash, v_head.hash);
    END LOOP;
    UPDATE audit_head h SET seq = v_head.seq, previous_hash = v_head.previous_hash, hash = v_head.hash
      WHERE h.tenant_id = v_tenant AND h.lane = p_lane;
  END $$`;
