import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * What a person said about a line of a supplementary budget: whether its new amount holds the extra authority (üpl, apl)
 * granted so far, and how much that was at that moment. Nothing is guessed; without an answer there is no row.
 */
export class PlanExtraAnswer1700000000062 implements MigrationInterface {
  name = 'PlanExtraAnswer1700000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_extra_answer (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        line_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        includes_extra boolean NOT NULL,
        over_plan_cents bigint NOT NULL,
        outside_plan_cents bigint NOT NULL,
        answered_by uuid NOT NULL,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, version_id, line_id, fiscal_year),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX plan_extra_answer_line ON plan_extra_answer (tenant_id, line_id)`);
    await protectTenantTable(runner, 'plan_extra_answer', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
