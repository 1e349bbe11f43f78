import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a run was read (`mapping`, and who said so), where its file came from, and why it was taken back. A file of the
 * watched folder has no person behind it, so `created_by` may be empty; `kind` is until a file that says itself what it is
 * has been read. `put_away_at` is when its file was moved out of the watched folder.
 */
export class ImportMapping1700000000024 implements MigrationInterface {
  name = 'ImportMapping1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_run
        ALTER COLUMN created_by DROP NOT NULL,
        ALTER COLUMN kind DROP NOT NULL,
        ADD COLUMN mapping jsonb,
        ADD COLUMN mapping_source text NOT NULL DEFAULT 'detected' CHECK (mapping_source IN ('detected', 'profile', 'person')),
        ADD COLUMN profile_id uuid,
        ADD COLUMN batch_id uuid,
        ADD COLUMN source text NOT NULL DEFAULT 'upload' CHECK (source IN ('upload', 'folder')),
        ADD COLUMN put_away_at timestamptz,
        ADD COLUMN undone_by uuid,
        ADD COLUMN undone_at timestamptz,
        ADD COLUMN undo_reason text NOT NULL DEFAULT '',
        ADD FOREIGN KEY (tenant_id, batch_id) REFERENCES import_batch`);
    await runner.query(
      `CREATE INDEX import_run_batch ON import_run (tenant_id, batch_id, import_id) WHERE batch_id IS NOT NULL`,
    );
    // Two processes that look into the folder at the same moment: one of them reads the file.
    await runner.query(`
      CREATE UNIQUE INDEX import_run_from_folder ON import_run (tenant_id, file_sha256)
      WHERE source = 'folder' AND state IN ('checking', 'previewed', 'committing', 'committed', 'interrupted')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
