import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** The working plan of a project: what it costs by year and kind, and its milestones with how they stand. */
export class ProjectPlan1700000000071 implements MigrationInterface {
  name = 'ProjectPlan1700000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_cost (
        tenant_id uuid NOT NULL,
        project_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('investment', 'expense', 'internal')),
        amount_cents bigint NOT NULL CONSTRAINT project_cost_positive CHECK (amount_cents > 0),
        PRIMARY KEY (tenant_id, project_id, fiscal_year, kind),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project
      )`);
    await protectTenantTable(runner, 'project_cost', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE project_milestone (
        tenant_id uuid NOT NULL,
        milestone_id uuid NOT NULL,
        project_id uuid NOT NULL,
        name text NOT NULL,
        planned_on date NOT NULL,
        weight_basis_points integer NOT NULL
          CONSTRAINT project_milestone_share CHECK (weight_basis_points BETWEEN 0 AND 10000),
        forecast_on date,
        earliest_on date,
        latest_on date,
        actual_on date,
        remark text NOT NULL DEFAULT '',
        dropped_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, milestone_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project
      )`);
    await runner.query(
      `CREATE INDEX project_milestone_project ON project_milestone (tenant_id, project_id, planned_on)`,
    );
    await protectTenantTable(runner, 'project_milestone', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
