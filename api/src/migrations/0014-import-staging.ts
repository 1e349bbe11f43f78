import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Where a file waits and where its amounts are staged. `import_chunk` holds an upload until its rows are read, so that any
 * instance can do the work; `import_amount` holds one row per amount of the file, typed, for set-based SQL.
 */
export class ImportStaging1700000000014 implements MigrationInterface {
  name = 'ImportStaging1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    // A refused file leaves nothing behind, not even its run.
    await runner.query(`GRANT DELETE ON import_run TO app_rw`);
    await runner.query(`ALTER TABLE import_run ADD COLUMN result jsonb`);
    await runner.query(`CREATE INDEX import_run_file ON import_run (tenant_id, file_sha256) WHERE state = 'committed'`);
    await runner.query(`
      CREATE TABLE import_chunk (
        tenant_id uuid NOT NULL REFERENCES tenant,
        import_id uuid NOT NULL,
        chunk_number integer NOT NULL,
        content bytea NOT NULL,
        stored_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, import_id, chunk_number)
      )`);
    // Files are read once and in order: compressing them would only cost time.
    await runner.query(`ALTER TABLE import_chunk ALTER COLUMN content SET STORAGE EXTERNAL`);
    await protectTenantTable(runner, 'import_chunk', ['SELECT', 'INSERT', 'DELETE']);
    // No foreign key on each of a million rows: they are written and removed together with their run.
    await runner.query(`
      CREATE TABLE import_amount (
        tenant_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        item smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('plan', 'actual', 'commitment')),
        line_number text NOT NULL,
        fiscal_year smallint NOT NULL,
        amount_cents bigint NOT NULL,
        booked_on date,
        document_number text NOT NULL DEFAULT '',
        text text NOT NULL DEFAULT '',
        order_number text NOT NULL DEFAULT '',
        closes_order boolean NOT NULL DEFAULT false,
        PRIMARY KEY (tenant_id, import_id, row_number, item)
      )`);
    await protectTenantTable(runner, 'import_amount', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(`
      CREATE INDEX clearing_item_open ON clearing_item (tenant_id, fiscal_year, booked_on, clearing_id)
      WHERE state = 'open'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
