import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What of each line anybody may read, beside the public page and frozen like all of a snapshot: the page links it as open data.
 * Snapshots from before have none.
 */
export class PublicLines1700000000261 implements MigrationInterface {
  name = 'PublicLines1700000000261';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE snapshot ADD COLUMN public_lines json`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.keep_snapshot() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'prepared'
          AND (NEW.tenant_id, NEW.snapshot_id, NEW.fiscal_year, NEW.ledger_as_of, NEW.is_public, NEW.remark, NEW.content::text,
            NEW.content_sha256, NEW.signature, NEW.public_key, NEW.city_slug, NEW.public_content::text, NEW.prepared_by,
            NEW.prepared_at)
          = (OLD.tenant_id, OLD.snapshot_id, OLD.fiscal_year, OLD.ledger_as_of, OLD.is_public, OLD.remark, OLD.content::text,
            OLD.content_sha256, OLD.signature, OLD.public_key, OLD.city_slug, OLD.public_content::text, OLD.prepared_by,
            OLD.prepared_at)
          AND NEW.meeting_id IS NOT DISTINCT FROM OLD.meeting_id
          AND NEW.public_lines::text IS NOT DISTINCT FROM OLD.public_lines::text
        THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A snapshot is never changed, only superseded.' USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await runner.query(`GRANT SELECT (public_lines) ON snapshot TO app_public`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
