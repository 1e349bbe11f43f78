import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What planning remembers: every change of a ceiling with its reason, and every step of a plan version with who took it. */
export class PlanRecord1700000000016 implements MigrationInterface {
  name = 'PlanRecord1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plan_version
        ADD COLUMN submitted_on date,
        ADD COLUMN based_on_id uuid,
        ADD COLUMN unknown_frame_reason text`);
    await runner.query(`CREATE INDEX plan_version_years ON plan_version (tenant_id, first_year, state)`);
    await runner.query(`
      CREATE TABLE plan_version_step (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        step_id uuid NOT NULL,
        step text NOT NULL,
        reason text NOT NULL DEFAULT '',
        taken_by uuid,
        approved_by uuid,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, version_id, step_id),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'plan_version_step', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE frame_ceiling_change (
        tenant_id uuid NOT NULL,
        frame text NOT NULL,
        fiscal_year smallint NOT NULL,
        version integer NOT NULL,
        ceiling_cents bigint,
        source text NOT NULL,
        reason text NOT NULL,
        changed_by uuid,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, frame, fiscal_year, version),
        FOREIGN KEY (tenant_id, frame, fiscal_year) REFERENCES frame_ceiling
      )`);
    await protectTenantTable(runner, 'frame_ceiling_change', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
