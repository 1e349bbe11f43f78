import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Imports: the file's run with its preview, the staged rows, what is wrong with them, and bookings that match nothing. */
export class Import1700000000012 implements MigrationInterface {
  name = 'Import1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(runTable);
    await runner.query(`CREATE INDEX import_run_recent ON import_run (tenant_id, created_at DESC, import_id DESC)`);
    await protectTenantTable(runner, 'import_run', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE import_row (
        tenant_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        facts jsonb NOT NULL,
        PRIMARY KEY (tenant_id, import_id, row_number),
        FOREIGN KEY (tenant_id, import_id) REFERENCES import_run ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'import_row', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(`
      CREATE TABLE import_finding (
        tenant_id uuid NOT NULL,
        import_id uuid NOT NULL,
        finding_number integer NOT NULL,
        row_number integer,
        column_name text NOT NULL DEFAULT '',
        code text NOT NULL,
        severity text NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
        value text NOT NULL DEFAULT '',
        params jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (tenant_id, import_id, finding_number),
        FOREIGN KEY (tenant_id, import_id) REFERENCES import_run ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'import_finding', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(`
      CREATE TABLE clearing_item (
        tenant_id uuid NOT NULL,
        clearing_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        fiscal_year smallint NOT NULL,
        amount_cents bigint NOT NULL,
        booked_on date,
        facts jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'assigned', 'dismissed')),
        movement_id uuid,
        decided_by uuid,
        decided_at timestamptz,
        reason text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, clearing_id),
        FOREIGN KEY (tenant_id, import_id) REFERENCES import_run
      )`);
    await protectTenantTable(runner, 'clearing_item', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const runTable = `
  CREATE TABLE import_run (
    tenant_id uuid NOT NULL REFERENCES tenant,
    import_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('plan_lines', 'actuals', 'bookings', 'organization')),
    profile text NOT NULL,
    file_name text NOT NULL,
    file_sha256 bytea NOT NULL,
    file_bytes bigint NOT NULL,
    state text NOT NULL CHECK (state IN
      ('checking', 'previewed', 'committing', 'committed', 'failed', 'cancelled', 'interrupted', 'undone')),
    options jsonb NOT NULL DEFAULT '{}',
    preview jsonb,
    preview_hash bytea,
    rows_read integer NOT NULL DEFAULT 0,
    rows_total integer,
    failure_code text,
    job_id uuid,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    committed_by uuid,
    committed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, import_id),
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
  )`;
