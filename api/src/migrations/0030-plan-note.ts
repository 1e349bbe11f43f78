import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** A short note on one amount of a plan version. An emptied note stays with who emptied it. */
export class PlanNote1700000000030 implements MigrationInterface {
  name = 'PlanNote1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_note (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        line_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        text text NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (tenant_id, version_id, line_id, fiscal_year),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX plan_note_line ON plan_note (tenant_id, line_id)`);
    await protectTenantTable(runner, 'plan_note', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
