import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Tasks of units with the minutes of a case, and the numbers of each month. A month without a row is not known. */
export class Task1700000000111 implements MigrationInterface {
  name = 'Task1700000000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(taskTable);
    await protectTenantTable(runner, 'task', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(volumeTable);
    await protectTenantTable(runner, 'case_volume', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const taskTable = `
  CREATE TABLE task (
    tenant_id uuid NOT NULL REFERENCES tenant,
    task_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cases', 'hours')),
    base_seconds integer CHECK (base_seconds > 0),
    recovery_seconds integer NOT NULL DEFAULT 0 CHECK (recovery_seconds >= 0),
    method text NOT NULL CHECK (method IN ('time_study', 'self_recording', 'analytical_estimate', 'comparison',
      'not_surveyed')),
    surveyed_on date,
    source text NOT NULL DEFAULT '',
    backlog integer CHECK (backlog >= 0),
    backlog_counted_on date,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, task_id),
    UNIQUE (tenant_id, unit_id, name),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    CONSTRAINT task_backlog_dated CHECK (num_nulls(backlog, backlog_counted_on) IN (0, 2)),
    CONSTRAINT task_hours_plain CHECK (kind = 'cases' OR num_nulls(base_seconds, backlog) = 2)
  )`;

const volumeTable = `
  CREATE TABLE case_volume (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    month smallint NOT NULL CHECK (month >= 1 AND month <= 12),
    kind text NOT NULL CHECK (kind IN ('actual', 'planned')),
    count integer NOT NULL CHECK (count >= 0),
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, task_id, fiscal_year, month, kind),
    FOREIGN KEY (tenant_id, task_id) REFERENCES task
  )`;
