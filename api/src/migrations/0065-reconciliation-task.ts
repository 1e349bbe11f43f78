import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** A difference that a reconciliation has found is a task until a later one finds it gone. */
export class ReconciliationTask1700000000065 implements MigrationInterface {
  name = 'ReconciliationTask1700000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reconciliation_task (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        aggregate text NOT NULL,
        subject_id text NOT NULL,
        label text NOT NULL,
        difference_cents bigint NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        owner_id uuid,
        note text NOT NULL DEFAULT '',
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, task_id),
        FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year,
        FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX reconciliation_task_open ON reconciliation_task (tenant_id, fiscal_year, aggregate, subject_id)
      WHERE closed_at IS NULL`);
    await protectTenantTable(runner, 'reconciliation_task', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
