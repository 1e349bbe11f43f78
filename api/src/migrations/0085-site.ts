import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Sites of the city and what happened to them. A site at which something stands or ends is never deleted; the history of one
 * that was entered by mistake goes with it.
 */
export class Site1700000000085 implements MigrationInterface {
  name = 'Site1700000000085';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE site (
        tenant_id uuid NOT NULL REFERENCES tenant,
        site_id uuid NOT NULL,
        number text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('administration', 'branch', 'school', 'culture', 'operations', 'other')),
        address text NOT NULL DEFAULT '',
        unit_id uuid,
        zones text[] NOT NULL DEFAULT '{administration}'
          CONSTRAINT site_zones CHECK (cardinality(zones) > 0
            AND zones <@ ARRAY['administration', 'education', 'telephony', 'building', 'external']),
        closed_on date,
        close_reason text NOT NULL DEFAULT '',
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'import', 'demo')),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, site_id),
        UNIQUE (tenant_id, number),
        FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit
      )`);
    await runner.query(`CREATE INDEX site_name ON site (tenant_id, name, site_id)`);
    await protectTenantTable(runner, 'site', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE site_event (
        tenant_id uuid NOT NULL,
        event_id uuid NOT NULL,
        site_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('created', 'changed', 'close', 'reopen', 'investment')),
        happened_on date NOT NULL,
        reason text NOT NULL DEFAULT '',
        changed text[] NOT NULL DEFAULT '{}',
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, event_id),
        FOREIGN KEY (tenant_id, site_id) REFERENCES site ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX site_event_site ON site_event (tenant_id, site_id, event_id DESC)`);
    await protectTenantTable(runner, 'site_event', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
