import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * How the year's amount of a line falls into months: twelve amounts in cents, or twelve shares in hundredths of a
 * percent. `equal` says that somebody went back to equal twelfths; without a row they are equal, too.
 */
export class PlanPhasing1700000000032 implements MigrationInterface {
  name = 'PlanPhasing1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_phasing (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        line_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('equal', 'amounts', 'shares')),
        months jsonb NOT NULL,
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (tenant_id, version_id, line_id, fiscal_year),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX plan_phasing_line ON plan_phasing (tenant_id, line_id)`);
    await protectTenantTable(runner, 'plan_phasing', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
