import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log: append-only, hash-chained. Each tenant has 16 chains (lanes); a transaction writes all its entries to
 * one lane, chosen by its first subject, so that people who work on different lines do not wait for each other's commit.
 * The hash covers a jsonb text with fixed fields and the previous hash of the lane.
 */
export class Audit1700000000005 implements MigrationInterface {
  name = 'Audit1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        tenant_id uuid NOT NULL REFERENCES tenant,
        lane smallint NOT NULL CHECK (lane BETWEEN 0 AND 15),
        seq bigint NOT NULL,
        recorded_at timestamptz NOT NULL,
        actor_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        detail jsonb NOT NULL,
        request_id text,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (tenant_id, lane, seq)
      )`);
    await runner.query(`
      CREATE TABLE audit_head (
        tenant_id uuid NOT NULL REFERENCES tenant,
        lane smallint NOT NULL,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (tenant_id, lane)
      ) WITH (fillfactor = 50)`);
    await runner.query(`CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject_type, subject_id)`);
    await runner.query(`CREATE INDEX audit_entry_time ON audit_entry (tenant_id, recorded_at DESC, lane, seq)`);
    for (const table of ['audit_entry', 'audit_head']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(
        `CREATE POLICY own_tenant ON ${table} USING (tenant_id = app.tid()) WITH CHECK (tenant_id = app.tid())`,
      );
      await runner.query(`GRANT SELECT ON ${table} TO app_rw`);
    }
    await runner.query(hashFunction);
    await runner.query(appendFunction);
    await runner.query(refuseChangeFunction);
    await runner.query(`
      CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()`);
    await runner.query(
      `REVOKE ALL ON FUNCTION app.audit_append(text, text, text, jsonb, uuid, text, smallint, timestamptz) FROM PUBLIC`,
    );
    await runner.query(
      `GRANT EXECUTE ON FUNCTION app.audit_append(text, text, text, jsonb, uuid, text, smallint, timestamptz) TO app_rw`,
    );
    await runner.query(
      `GRANT EXECUTE ON FUNCTION app.audit_hash(bytea, uuid, smallint, bigint, timestamptz, uuid, text, text, text, jsonb, text) TO app_rw`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/** Time as microseconds since 1970, so that the text does not depend on the session's time zone. */
const hashFunction = `
  CREATE FUNCTION app.audit_hash(p_previous bytea, p_tenant uuid, p_lane smallint, p_seq bigint, p_at timestamptz,
    p_actor uuid, p_action text, p_subject_type text, p_subject text, p_detail jsonb, p_request text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  RETURN sha256(p_previous || convert_to(jsonb_build_array(p_tenant, p_lane, p_seq,
    (extract(epoch FROM p_at) * 1000000)::bigint, p_actor, p_action, p_subject_type, p_subject, p_detail, p_request)::text, 'UTF8'))`;

const appendFunction = `
  CREATE FUNCTION app.audit_append(p_action text, p_subject_type text, p_subject text, p_detail jsonb, p_actor uuid,
    p_request text, p_lane smallint, p_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    v_tenant uuid := app.tid();
    v_seq bigint;
    v_previous bytea;
    v_hash bytea;
  BEGIN
    IF v_tenant IS NULL THEN RAISE EXCEPTION 'audit entry without tenant'; END IF;
    SELECT h.seq + 1, h.hash INTO v_seq, v_previous FROM audit_head h
      WHERE h.tenant_id = v_tenant AND h.lane = p_lane FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO audit_head VALUES (v_tenant, p_lane, 0, '\\x00') ON CONFLICT DO NOTHING;
      SELECT h.seq + 1, h.hash INTO v_seq, v_previous FROM audit_head h
        WHERE h.tenant_id = v_tenant AND h.lane = p_lane FOR UPDATE;
    END IF;
    v_hash := app.audit_hash(v_previous, v_tenant, p_lane, v_seq, p_at, p_actor, p_action, p_subject_type, p_subject, p_detail, p_request);
    INSERT INTO audit_entry VALUES (v_tenant, p_lane, v_seq, p_at, p_actor, p_action, p_subject_type, p_subject, p_detail, p_request, v_previous, v_hash);
    UPDATE audit_head h SET seq = v_seq, hash = v_hash WHERE h.tenant_id = v_tenant AND h.lane = p_lane;
    RETURN v_seq;
  END $$`;

const refuseChangeFunction = `
  CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$`;
