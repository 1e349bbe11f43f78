import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What the plan says about a line in words (Erläuterung), for each version. */
export class PlanExplanation1700000000031 implements MigrationInterface {
  name = 'PlanExplanation1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_explanation (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        line_id uuid NOT NULL,
        text text NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (tenant_id, version_id, line_id),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX plan_explanation_line ON plan_explanation (tenant_id, line_id)`);
    await protectTenantTable(runner, 'plan_explanation', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
