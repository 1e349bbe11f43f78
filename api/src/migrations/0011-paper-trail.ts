import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Notes and documents on lines, orders and movements; and the overview that finance released for the committee. */
export class PaperTrail1700000000011 implements MigrationInterface {
  name = 'PaperTrail1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE note (
        tenant_id uuid NOT NULL REFERENCES tenant,
        note_id uuid NOT NULL,
        subject_type text NOT NULL CHECK (subject_type IN ('budget_line', 'purchase_order', 'movement')),
        subject_id uuid NOT NULL,
        text text NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, note_id),
        FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(`CREATE INDEX note_subject ON note (tenant_id, subject_type, subject_id, created_at)`);
    await protectTenantTable(runner, 'note', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE document (
        tenant_id uuid NOT NULL REFERENCES tenant,
        document_id uuid NOT NULL,
        subject_type text NOT NULL CHECK (subject_type IN ('budget_line', 'purchase_order', 'movement')),
        subject_id uuid NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size_bytes integer NOT NULL,
        sha256 bytea NOT NULL,
        content bytea NOT NULL,
        document_on date,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, document_id),
        FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(`CREATE INDEX document_subject ON document (tenant_id, subject_type, subject_id, created_at)`);
    await protectTenantTable(runner, 'document', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE overview_release (
        tenant_id uuid NOT NULL REFERENCES tenant,
        release_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        figures jsonb NOT NULL,
        figures_sha256 bytea NOT NULL,
        remark text NOT NULL DEFAULT '',
        state text NOT NULL CHECK (state IN ('prepared', 'released', 'rejected')),
        prepared_by uuid NOT NULL,
        prepared_at timestamptz NOT NULL,
        released_by uuid,
        released_at timestamptz,
        PRIMARY KEY (tenant_id, release_id),
        CONSTRAINT overview_release_four_eyes CHECK (state <> 'released' OR released_by <> prepared_by)
      )`);
    await protectTenantTable(runner, 'overview_release', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
