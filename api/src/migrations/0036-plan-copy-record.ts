import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** How a plan version was made from another one: what became of later years, and which rules indexed what, with their sums. */
export class PlanCopyRecord1700000000036 implements MigrationInterface {
  name = 'PlanCopyRecord1700000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plan_version
        ADD COLUMN copied_later_years text CHECK (copied_later_years IN ('leave_empty', 'repeat_last'))`);
    await runner.query(`
      CREATE TABLE plan_version_rule (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        place smallint NOT NULL,
        selected_by text NOT NULL CHECK (selected_by IN ('account', 'product', 'frame')),
        selected_value text NOT NULL,
        basis text NOT NULL CHECK (basis IN ('year_before', 'same_year')),
        rounding text NOT NULL CHECK (rounding IN ('cent', 'euro')),
        rates jsonb NOT NULL,
        effects jsonb NOT NULL,
        PRIMARY KEY (tenant_id, version_id, place),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'plan_version_rule', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
