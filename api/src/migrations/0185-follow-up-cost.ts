import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What operation costs after a go-live, by the milestone it begins with and the line that bears it. */
export class FollowUpCost1700000000185 implements MigrationInterface {
  name = 'FollowUpCost1700000000185';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_follow_up_cost (
        tenant_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        project_id uuid NOT NULL,
        milestone_id uuid NOT NULL,
        line_id uuid NOT NULL,
        name text NOT NULL,
        yearly_cents bigint NOT NULL CHECK (yearly_cents > 0),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, follow_up_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project,
        FOREIGN KEY (tenant_id, milestone_id) REFERENCES project_milestone,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(`CREATE INDEX project_follow_up_cost_project ON project_follow_up_cost (tenant_id, project_id)`);
    await runner.query(
      `CREATE INDEX project_follow_up_cost_milestone ON project_follow_up_cost (tenant_id, milestone_id)`,
    );
    await protectTenantTable(runner, 'project_follow_up_cost', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
