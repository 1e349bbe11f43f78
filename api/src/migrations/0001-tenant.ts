import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tenant (municipality) and the context that every other table is closed by. */
export class Tenant1700000000001 implements MigrationInterface {
  name = 'Tenant1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA app`);
    await runner.query(`GRANT USAGE ON SCHEMA app TO app_rw, app_public`);
    await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await runner.query(`
      CREATE FUNCTION app.tid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
      RETURN nullif(current_setting('app.tenant_id', true), '')::uuid`);
    await runner.query(`
      CREATE TABLE tenant (
        tenant_id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]{2,40}$'),
        name text NOT NULL,
        land text NOT NULL CHECK (land IN ('NI', 'NW', 'BW')),
        currency text NOT NULL DEFAULT 'EUR' CHECK (currency ~ '^[A-Z]{3}$'),
        is_demo boolean NOT NULL DEFAULT false,
        settings jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`ALTER TABLE tenant ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE tenant FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE POLICY own_tenant ON tenant USING (tenant_id = app.tid())`);
    await runner.query(`CREATE POLICY owner_before_tenant ON tenant TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await runner.query(`GRANT SELECT, UPDATE (name, settings, version) ON tenant TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
