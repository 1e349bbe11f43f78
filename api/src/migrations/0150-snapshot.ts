import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Snapshots for committees: the frozen text, its hash and signature. They are never changed: a trigger lets only the
 * release by a second person through, whoever asks. `json` keeps the text as it is written, byte for byte. Overviews that were released before them stay where they are.
 */
export class Snapshot1700000000150 implements MigrationInterface {
  name = 'Snapshot1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE snapshot (
        tenant_id uuid NOT NULL REFERENCES tenant,
        snapshot_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        meeting_id uuid,
        ledger_as_of date NOT NULL,
        is_public boolean NOT NULL,
        remark text NOT NULL DEFAULT '',
        content json NOT NULL,
        content_sha256 bytea NOT NULL,
        signature bytea NOT NULL,
        public_key bytea NOT NULL,
        city_slug text NOT NULL,
        public_content json NOT NULL,
        state text NOT NULL CHECK (state IN ('prepared', 'released', 'rejected')),
        prepared_by uuid NOT NULL,
        prepared_at timestamptz NOT NULL,
        released_by uuid,
        released_at timestamptz,
        PRIMARY KEY (tenant_id, snapshot_id),
        FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting,
        FOREIGN KEY (tenant_id, prepared_by) REFERENCES person (tenant_id, person_id),
        CONSTRAINT snapshot_four_eyes CHECK (state <> 'released' OR released_by <> prepared_by)
      )`);
    await runner.query(`CREATE INDEX snapshot_newest ON snapshot (tenant_id, fiscal_year, ledger_as_of, snapshot_id)`);
    await runner.query(
      `CREATE INDEX snapshot_of_city ON snapshot (city_slug, fiscal_year, ledger_as_of) WHERE state = 'released' AND is_public`,
    );
    await protectTenantTable(runner, 'snapshot', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE FUNCTION app.keep_snapshot() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'prepared'
          AND (NEW.tenant_id, NEW.snapshot_id, NEW.fiscal_year, NEW.ledger_as_of, NEW.is_public, NEW.remark, NEW.content::text,
            NEW.content_sha256, NEW.signature, NEW.public_key, NEW.city_slug, NEW.public_content::text, NEW.prepared_by,
            NEW.prepared_at)
          = (OLD.tenant_id, OLD.snapshot_id, OLD.fiscal_year, OLD.ledger_as_of, OLD.is_public, OLD.remark, OLD.content::text,
            OLD.content_sha256, OLD.signature, OLD.public_key, OLD.city_slug, OLD.public_content::text, OLD.prepared_by,
            OLD.prepared_at)
          AND NEW.meeting_id IS NOT DISTINCT FROM OLD.meeting_id
        THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A snapshot is never changed, only superseded.' USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_snapshot BEFORE UPDATE OR DELETE ON snapshot
      FOR EACH ROW EXECUTE FUNCTION app.keep_snapshot()`);
    await runner.query(`
      CREATE TRIGGER keep_snapshots BEFORE TRUNCATE ON snapshot
      FOR EACH STATEMENT EXECUTE FUNCTION app.keep_snapshot()`);
    // Anybody's page reads with a role of its own: released and public, these columns, nothing else of the database.
    await runner.query(`
      CREATE POLICY anybody ON snapshot FOR SELECT TO app_public USING (state = 'released' AND is_public)`);
    await runner.query(`
      GRANT SELECT (city_slug, fiscal_year, ledger_as_of, is_public, state, public_content, content_sha256, released_at)
      ON snapshot TO app_public`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
