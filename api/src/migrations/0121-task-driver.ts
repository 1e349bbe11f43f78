import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What moves the planned numbers of a task, with its source: a change of the law, or documents that end and come again. */
export class TaskDriver1700000000121 implements MigrationInterface {
  name = 'TaskDriver1700000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_driver (
        tenant_id uuid NOT NULL,
        driver_id uuid NOT NULL,
        task_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('law_change', 'renewal')),
        name text NOT NULL,
        source text NOT NULL,
        is_active boolean NOT NULL,
        from_month date,
        factor_micros integer CHECK (factor_micros > 0),
        over_months smallint CHECK (over_months >= 0),
        holds_for_months smallint CHECK (holds_for_months > 0),
        return_percent smallint CHECK (return_percent >= 0 AND return_percent <= 100),
        issued_from date,
        issued jsonb,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, driver_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES task,
        CONSTRAINT task_driver_law_whole CHECK (num_nulls(from_month, factor_micros, over_months) IN (0, 3)),
        CONSTRAINT task_driver_wave_whole CHECK (num_nulls(holds_for_months, return_percent, issued_from, issued) IN (0, 4)),
        CONSTRAINT task_driver_one CHECK (from_month IS NULL OR holds_for_months IS NULL)
      )`);
    await runner.query(`CREATE INDEX task_driver_task ON task_driver (tenant_id, task_id)`);
    await protectTenantTable(runner, 'task_driver', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
