import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Several files that come in one go. What a batch is made of and how far it is, its runs say. */
export class ImportBatch1700000000023 implements MigrationInterface {
  name = 'ImportBatch1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_batch (
        tenant_id uuid NOT NULL REFERENCES tenant,
        batch_id uuid NOT NULL,
        name text NOT NULL,
        job_id uuid,
        failure_code text,
        failure_params jsonb NOT NULL DEFAULT '{}',
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, batch_id),
        FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'import_batch', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
