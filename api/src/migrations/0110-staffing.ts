import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Posts of the staffing plan, who holds which part of them from when to when, and the dated figures that capacity is
 * reckoned with. A holder has no name here: capacity is a matter of posts.
 */
export class Staffing1700000000110 implements MigrationInterface {
  name = 'Staffing1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(postTable);
    await runner.query(`CREATE INDEX post_unit ON post (tenant_id, unit_id, number)`);
    await protectTenantTable(runner, 'post', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(occupancyTable);
    await runner.query(`CREATE INDEX occupancy_post ON occupancy (tenant_id, post_id, valid_from)`);
    await protectTenantTable(runner, 'occupancy', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(parameterTable);
    await runner.query(
      `CREATE UNIQUE INDEX capacity_parameter_day ON capacity_parameter (tenant_id, kind, key, valid_from)
       WHERE withdrawn_at IS NULL`,
    );
    await protectTenantTable(runner, 'capacity_parameter', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const postTable = `
  CREATE TABLE post (
    tenant_id uuid NOT NULL REFERENCES tenant,
    post_id uuid NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    unit_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('employee', 'official')),
    grade text NOT NULL,
    weekly_minutes smallint NOT NULL CHECK (weekly_minutes > 0),
    full_time_minutes smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    note_kind text CHECK (note_kind IN ('kw', 'ku')),
    note_from date,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, post_id),
    UNIQUE (tenant_id, number),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    CONSTRAINT post_share CHECK (weekly_minutes <= full_time_minutes),
    CONSTRAINT post_term CHECK (valid_until >= valid_from),
    CONSTRAINT post_note_whole CHECK (note_kind IS NOT NULL OR note_from IS NULL)
  )`;

const occupancyTable = `
  CREATE TABLE occupancy (
    tenant_id uuid NOT NULL,
    occupancy_id uuid NOT NULL,
    post_id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    weekly_minutes smallint NOT NULL CHECK (weekly_minutes > 0),
    ramp_up_percents smallint[] NOT NULL DEFAULT '{}',
    absences jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (tenant_id, occupancy_id),
    FOREIGN KEY (tenant_id, post_id) REFERENCES post,
    CONSTRAINT occupancy_term CHECK (valid_until >= valid_from)
  )`;

const parameterTable = `
  CREATE TABLE capacity_parameter (
    tenant_id uuid NOT NULL REFERENCES tenant,
    parameter_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('yearly_minutes', 'allowance', 'recovery_minutes', 'workplace_cost', 'overhead',
      'hourly_rate', 'bundling_threshold')),
    key text NOT NULL DEFAULT '',
    value_micros bigint NOT NULL CHECK (value_micros >= 0),
    basis text CHECK (basis IN ('surcharge_on_base_time', 'deduction_from_yearly_minutes')),
    valid_from date NOT NULL,
    source text NOT NULL,
    source_year smallint NOT NULL,
    is_example boolean NOT NULL,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    withdrawal_reason text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, parameter_id)
  )`;
