import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** How people see a project, what may happen to it, and what it waits for. */
export class ProjectReport1700000000073 implements MigrationInterface {
  name = 'ProjectReport1700000000073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_assessment (
        tenant_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        project_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('green', 'yellow', 'red')),
        text text NOT NULL,
        assessed_on date NOT NULL,
        progress_basis_points integer CHECK (progress_basis_points BETWEEN 0 AND 10000),
        assessed_by uuid NOT NULL,
        PRIMARY KEY (tenant_id, assessment_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project,
        FOREIGN KEY (tenant_id, assessed_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(
      `CREATE INDEX project_assessment_project ON project_assessment (tenant_id, project_id, assessment_id DESC)`,
    );
    await protectTenantTable(runner, 'project_assessment', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE project_risk (
        tenant_id uuid NOT NULL,
        risk_id uuid NOT NULL,
        project_id uuid NOT NULL,
        title text NOT NULL,
        measure text NOT NULL DEFAULT '',
        probability_basis_points integer NOT NULL CHECK (probability_basis_points BETWEEN 0 AND 10000),
        low_cents bigint NOT NULL,
        likely_cents bigint NOT NULL,
        high_cents bigint NOT NULL,
        delay_days integer NOT NULL DEFAULT 0,
        state text NOT NULL CHECK (state IN ('open', 'occurred', 'closed')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, risk_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project,
        CONSTRAINT project_risk_range CHECK (0 <= low_cents AND low_cents <= likely_cents AND likely_cents <= high_cents)
      )`);
    await runner.query(`CREATE INDEX project_risk_project ON project_risk (tenant_id, project_id)`);
    await protectTenantTable(runner, 'project_risk', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE project_dependency (
        tenant_id uuid NOT NULL,
        dependency_id uuid NOT NULL,
        project_id uuid NOT NULL,
        milestone_id uuid NOT NULL,
        note text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, dependency_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project,
        FOREIGN KEY (tenant_id, milestone_id) REFERENCES project_milestone
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX project_dependency_once ON project_dependency (tenant_id, project_id, milestone_id) WHERE ended_at IS NULL`,
    );
    await runner.query(`CREATE INDEX project_dependency_milestone ON project_dependency (tenant_id, milestone_id)`);
    await protectTenantTable(runner, 'project_dependency', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
