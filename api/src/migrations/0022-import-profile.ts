import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Saved mappings, one or more for each source system: how its files are read, written down once by a person. `owner_id` is
 * in whose name a file of the watched folder is taken over; empty means that somebody confirms each file.
 */
export class ImportProfile1700000000022 implements MigrationInterface {
  name = 'ImportProfile1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_profile (
        tenant_id uuid NOT NULL REFERENCES tenant,
        profile_id uuid NOT NULL,
        name text NOT NULL,
        source_system text NOT NULL,
        mapping jsonb NOT NULL,
        owner_id uuid,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, profile_id),
        UNIQUE (tenant_id, name),
        FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
        FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'import_profile', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
