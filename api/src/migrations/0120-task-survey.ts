import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * What a survey of a task says besides its minutes, by when its cases must be decided, and what lies there by month of
 * receipt: deadlines are broken by age, not by count.
 */
export class TaskSurvey1700000000120 implements MigrationInterface {
  name = 'TaskSurvey1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task
        ADD COLUMN product text NOT NULL DEFAULT '',
        ADD COLUMN sample_cases integer CHECK (sample_cases > 0),
        ADD COLUMN deadline text CHECK (deadline IN ('vwgo_75', 'sgg_88')),
        ADD COLUMN allowance_basis text
          CHECK (allowance_basis IN ('surcharge_on_base_time', 'deduction_from_yearly_minutes')),
        ADD COLUMN allowance_micros integer CHECK (allowance_micros >= 0 AND allowance_micros <= 500000),
        ADD COLUMN waiting integer CHECK (waiting >= 0),
        ADD COLUMN incomplete_percent smallint NOT NULL DEFAULT 0
          CHECK (incomplete_percent >= 0 AND incomplete_percent <= 100),
        ADD COLUMN return_percent smallint NOT NULL DEFAULT 0 CHECK (return_percent >= 0 AND return_percent <= 100),
        ADD CONSTRAINT task_allowance_whole CHECK (num_nulls(allowance_basis, allowance_micros) IN (0, 2)),
        ADD CONSTRAINT task_waiting_counted CHECK (waiting IS NULL OR backlog IS NOT NULL)`);
    await runner.query(`
      CREATE TABLE open_stock (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        received_on date NOT NULL,
        workable integer NOT NULL CHECK (workable >= 0),
        waiting integer NOT NULL CHECK (waiting >= 0),
        PRIMARY KEY (tenant_id, task_id, received_on),
        FOREIGN KEY (tenant_id, task_id) REFERENCES task
      )`);
    await protectTenantTable(runner, 'open_stock', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
