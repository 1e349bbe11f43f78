import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What a project changes about a task once it is live. The day is that of the milestone, wherever it moves. */
export class TaskGoLive1700000000112 implements MigrationInterface {
  name = 'TaskGoLive1700000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_go_live (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        milestone_id uuid NOT NULL,
        online_seconds integer NOT NULL CHECK (online_seconds > 0),
        course text NOT NULL CHECK (course IN ('step', 'linear', 's_curve')),
        online_percent smallint NOT NULL CHECK (online_percent >= 0 AND online_percent <= 100),
        course_months smallint NOT NULL CHECK (course_months >= 0),
        dip_percents smallint[] NOT NULL DEFAULT '{}',
        rebound_percent smallint NOT NULL DEFAULT 0 CHECK (rebound_percent >= 0),
        set_by uuid,
        set_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, task_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES task,
        FOREIGN KEY (tenant_id, milestone_id) REFERENCES project_milestone
      )`);
    await runner.query(`CREATE INDEX task_go_live_milestone ON task_go_live (tenant_id, milestone_id)`);
    await protectTenantTable(runner, 'task_go_live', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
