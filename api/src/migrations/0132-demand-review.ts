import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * What the four desks say about a demand (anew each time it has been changed), what everybody remarks, and the files that
 * belong to it, each content once by its hash.
 */
export class DemandReview1700000000132 implements MigrationInterface {
  name = 'DemandReview1700000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reviewTable);
    await runner.query(
      `CREATE UNIQUE INDEX demand_review_once ON demand_review (tenant_id, demand_id, desk) WHERE NOT is_void`,
    );
    await runner.query(`CREATE INDEX demand_review_queue ON demand_review (tenant_id, desk, due_on, review_id)`);
    await protectTenantTable(runner, 'demand_review', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(remarkTable);
    await runner.query(`CREATE INDEX demand_remark_demand ON demand_remark (tenant_id, demand_id, remark_id)`);
    await protectTenantTable(runner, 'demand_remark', ['SELECT', 'INSERT']);
    await runner.query(fileTable);
    await protectTenantTable(runner, 'demand_file', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(attachmentTable);
    await runner.query(
      `CREATE INDEX demand_attachment_demand ON demand_attachment (tenant_id, demand_id, attachment_id)`,
    );
    await runner.query(`CREATE INDEX demand_attachment_file ON demand_attachment (tenant_id, sha256)`);
    await protectTenantTable(runner, 'demand_attachment', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const reviewTable = `
  CREATE TABLE demand_review (
    tenant_id uuid NOT NULL,
    review_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    desk text NOT NULL CHECK (desk IN ('it_organisation', 'organisation', 'data_protection', 'it_security')),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'signed', 'objected')),
    due_on date NOT NULL,
    checklist jsonb NOT NULL DEFAULT '{}',
    conditions text NOT NULL DEFAULT '',
    objection text NOT NULL DEFAULT '',
    is_void boolean NOT NULL DEFAULT false,
    opened_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, review_id),
    FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
    FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, person_id)
  )`;

const remarkTable = `
  CREATE TABLE demand_remark (
    tenant_id uuid NOT NULL,
    remark_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    desk text,
    text text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, remark_id),
    FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
    FOREIGN KEY (tenant_id, written_by) REFERENCES person (tenant_id, person_id)
  )`;

const fileTable = `
  CREATE TABLE demand_file (
    tenant_id uuid NOT NULL REFERENCES tenant,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant_id, sha256)
  )`;

const attachmentTable = `
  CREATE TABLE demand_attachment (
    tenant_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    byte_count integer NOT NULL,
    sha256 bytea NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, attachment_id),
    FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
    FOREIGN KEY (tenant_id, sha256) REFERENCES demand_file,
    FOREIGN KEY (tenant_id, added_by) REFERENCES person (tenant_id, person_id)
  )`;
