import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * The directory of groups, contacts and coordinators, and the history of their full-time equivalents: entries are added, one
 * puts another right.
 */
export class Desk1700000000097 implements MigrationInterface {
  name = 'Desk1700000000097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deskTable);
    await runner.query(`CREATE UNIQUE INDEX desk_name_once ON desk (tenant_id, unit_id, name) NULLS NOT DISTINCT`);
    await runner.query(`CREATE INDEX desk_by_name ON desk (tenant_id, name, desk_id)`);
    await protectTenantTable(runner, 'desk', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(fteTable);
    await runner.query(`CREATE INDEX desk_fte_desk ON desk_fte (tenant_id, desk_id, valid_from)`);
    await protectTenantTable(runner, 'desk_fte', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const deskTable = `
  CREATE TABLE desk (
    tenant_id uuid NOT NULL REFERENCES tenant,
    desk_id uuid NOT NULL,
    name text NOT NULL,
    unit_id uuid,
    note text NOT NULL DEFAULT '',
    kind text NOT NULL CHECK (kind IN ('project_group', 'working_group', 'contact_it_organisation', 'contact_organisation',
      'contact_data_protection', 'contact_it_security', 'coordinator_it', 'coordinator_data_protection',
      'coordinator_it_security', 'coordinator_digitalisation', 'coordinator_ozg')),
    mailbox text,
    person_id uuid,
    starts_on date NOT NULL,
    ends_on date,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, desk_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id),
    CONSTRAINT desk_days_in_order CHECK (ends_on >= starts_on)
  )`;

const fteTable = `
  CREATE TABLE desk_fte (
    tenant_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    desk_id uuid NOT NULL,
    valid_from date NOT NULL,
    fte_hundredths integer NOT NULL CHECK (fte_hundredths BETWEEN 0 AND 100000),
    reason text NOT NULL,
    supersedes_id uuid,
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, entry_id),
    FOREIGN KEY (tenant_id, desk_id) REFERENCES desk,
    FOREIGN KEY (tenant_id, supersedes_id) REFERENCES desk_fte (tenant_id, entry_id)
  )`;
