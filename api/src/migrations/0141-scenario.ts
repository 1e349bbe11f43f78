import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Named scenarios of a round: the whole ranking as columns of equal length, because it is read and written as a whole. And searches for
 * the best set: what was asked, and the answer once there is one.
 */
export class Scenario1700000000141 implements MigrationInterface {
  name = 'Scenario1700000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scenario (
        tenant_id uuid NOT NULL,
        scenario_id uuid NOT NULL,
        round_id uuid NOT NULL,
        name text NOT NULL,
        note text NOT NULL DEFAULT '',
        demand_ids uuid[] NOT NULL DEFAULT '{}',
        is_in boolean[] NOT NULL DEFAULT '{}',
        start_years smallint[] NOT NULL DEFAULT '{}',
        weights_number integer NOT NULL DEFAULT 0,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, scenario_id),
        UNIQUE (tenant_id, round_id, name),
        FOREIGN KEY (tenant_id, round_id) REFERENCES planning_round,
        FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
        FOREIGN KEY (tenant_id, changed_by) REFERENCES person (tenant_id, person_id),
        CONSTRAINT scenario_columns CHECK (cardinality(demand_ids) = cardinality(is_in)
          AND cardinality(demand_ids) = cardinality(start_years))
      )`);
    await protectTenantTable(runner, 'scenario', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE portfolio_run (
        tenant_id uuid NOT NULL,
        run_id uuid NOT NULL,
        round_id uuid NOT NULL,
        job_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed')),
        request jsonb NOT NULL,
        choice jsonb NOT NULL DEFAULT '{}',
        reached_value bigint,
        reached_bound bigint,
        seconds double precision NOT NULL DEFAULT 0,
        answer jsonb,
        started_by uuid NOT NULL,
        started_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, run_id),
        FOREIGN KEY (tenant_id, round_id) REFERENCES planning_round,
        FOREIGN KEY (tenant_id, job_id) REFERENCES job,
        FOREIGN KEY (tenant_id, started_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'portfolio_run', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
