import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * The register of processes, stage by stage, and the hours they were measured to save. Measurements are added, the newest
 * counts.
 */
export class Process1700000000095 implements MigrationInterface {
  name = 'Process1700000000095';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(processTable);
    await runner.query(
      `CREATE UNIQUE INDEX process_name_once ON process (tenant_id, unit_id, name) NULLS NOT DISTINCT`,
    );
    await runner.query(`CREATE INDEX process_by_name ON process (tenant_id, name, process_id)`);
    await protectTenantTable(runner, 'process', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(measurementTable);
    await runner.query(
      `CREATE INDEX process_measurement_process ON process_measurement (tenant_id, process_id, fiscal_year, measurement_id DESC)`,
    );
    await protectTenantTable(runner, 'process_measurement', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const processTable = `
  CREATE TABLE process (
    tenant_id uuid NOT NULL REFERENCES tenant,
    process_id uuid NOT NULL,
    name text NOT NULL,
    unit_id uuid,
    note text NOT NULL DEFAULT '',
    built_by text NOT NULL DEFAULT '',
    is_in_house boolean NOT NULL,
    recorded_on date,
    optimised_on date,
    workflow_on date,
    planned_hours integer CHECK (planned_hours >= 0),
    review_months smallint CHECK (review_months > 0),
    reviewed_on date,
    line_id uuid,
    contract_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, process_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
  )`;

const measurementTable = `
  CREATE TABLE process_measurement (
    tenant_id uuid NOT NULL,
    measurement_id uuid NOT NULL,
    process_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    hours integer NOT NULL CHECK (hours >= 0),
    basis text NOT NULL,
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, measurement_id),
    FOREIGN KEY (tenant_id, process_id) REFERENCES process
  )`;
