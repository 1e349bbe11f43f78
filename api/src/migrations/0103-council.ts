import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** The bodies that deliberate and decide, and the days on which they meet. A cancelled meeting stays, with its reason. */
export class Council1700000000103 implements MigrationInterface {
  name = 'Council1700000000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE council_body (
        tenant_id uuid NOT NULL REFERENCES tenant,
        body_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('committee', 'main_committee', 'council')),
        name text NOT NULL,
        paper_lead_days smallint NOT NULL CHECK (paper_lead_days BETWEEN 0 AND 90),
        is_for_budget boolean NOT NULL,
        is_archived boolean NOT NULL DEFAULT false,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, body_id)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX council_body_name ON council_body (tenant_id, lower(name)) WHERE NOT is_archived`,
    );
    await protectTenantTable(runner, 'council_body', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE meeting (
        tenant_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        body_id uuid NOT NULL,
        held_on date NOT NULL,
        cancelled_on date,
        cancel_reason text NOT NULL DEFAULT '',
        moved_from date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, meeting_id),
        FOREIGN KEY (tenant_id, body_id) REFERENCES council_body,
        CHECK ((cancelled_on IS NULL) = (cancel_reason = ''))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX meeting_day ON meeting (tenant_id, body_id, held_on) WHERE cancelled_on IS NULL`,
    );
    await runner.query(`CREATE INDEX meeting_held_on ON meeting (tenant_id, held_on, meeting_id)`);
    await protectTenantTable(runner, 'meeting', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
