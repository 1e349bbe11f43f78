import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Roll-outs: what is to be reached by when, the units, and how every capability stands in each of them. */
export class Rollout1700000000080 implements MigrationInterface {
  name = 'Rollout1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rolloutTable);
    await runner.query(`CREATE INDEX rollout_by_name ON rollout (tenant_id, name, rollout_id)`);
    await runner.query(`CREATE INDEX rollout_project ON rollout (tenant_id, project_id)`);
    await protectTenantTable(runner, 'rollout', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(goalTable);
    await runner.query(`CREATE INDEX rollout_goal_rollout ON rollout_goal (tenant_id, rollout_id)`);
    await protectTenantTable(runner, 'rollout_goal', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(unitTable);
    await runner.query(`CREATE INDEX rollout_unit_unit ON rollout_unit (tenant_id, unit_id)`);
    await protectTenantTable(runner, 'rollout_unit', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(capabilityTable);
    await protectTenantTable(runner, 'rollout_capability', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const rolloutTable = `
  CREATE TABLE rollout (
    tenant_id uuid NOT NULL REFERENCES tenant,
    rollout_id uuid NOT NULL,
    project_id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    started_on date NOT NULL,
    quota_basis_points integer NOT NULL CHECK (quota_basis_points BETWEEN 0 AND 10000),
    reported_on date NOT NULL,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, rollout_id),
    FOREIGN KEY (tenant_id, project_id) REFERENCES project,
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
  )`;

/** The first goal date stays when another one is agreed, so that a slip can be seen. */
const goalTable = `
  CREATE TABLE rollout_goal (
    tenant_id uuid NOT NULL,
    goal_id uuid NOT NULL,
    rollout_id uuid NOT NULL,
    project_id uuid NOT NULL,
    name text NOT NULL,
    counted text NOT NULL,
    capability text CHECK (capability IN ('records', 'e_file', 'workflow', 'digital_post')),
    goal_on date NOT NULL,
    first_goal_on date NOT NULL,
    change_reason text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, goal_id),
    FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout,
    FOREIGN KEY (tenant_id, project_id) REFERENCES project
  )`;

/** Numbers of a unit that nobody has told are unknown, not 0. */
const unitTable = `
  CREATE TABLE rollout_unit (
    tenant_id uuid NOT NULL,
    rollout_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    quota_basis_points integer NOT NULL CHECK (quota_basis_points BETWEEN 0 AND 10000),
    persons integer CHECK (persons >= 0),
    trained integer CHECK (trained >= 0),
    told_on date,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, rollout_id, unit_id),
    FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    CONSTRAINT rollout_unit_trained_of_persons CHECK (trained <= persons)
  )`;

const capabilityTable = `
  CREATE TABLE rollout_capability (
    tenant_id uuid NOT NULL,
    rollout_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    capability text NOT NULL CHECK (capability IN ('records', 'e_file', 'workflow', 'digital_post')),
    state text NOT NULL CHECK (state IN ('planned', 'pilot', 'live')),
    planned_on date,
    pilot_on date,
    live_on date,
    note text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, rollout_id, unit_id, capability),
    FOREIGN KEY (tenant_id, rollout_id, unit_id) REFERENCES rollout_unit,
    CONSTRAINT rollout_capability_days_in_order CHECK (live_on >= pilot_on)
  )`;
