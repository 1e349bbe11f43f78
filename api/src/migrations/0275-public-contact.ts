import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Whom anybody may write to about the public page: the office of the city, and the body that helps where it does not answer. The
 * page reads both with its own role, by the name of the city in its address, once that city has released something.
 */
export class PublicContact1700000000275 implements MigrationInterface {
  name = 'PublicContact1700000000275';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_contact (
        tenant_id uuid NOT NULL REFERENCES tenant,
        kind text NOT NULL CHECK (kind IN ('city', 'enforcement')),
        city_slug text NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        email text NOT NULL,
        source text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, kind),
        FOREIGN KEY (tenant_id, changed_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'public_contact', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE POLICY anybody ON public_contact FOR SELECT TO app_public
      USING (EXISTS (SELECT FROM snapshot s
        WHERE s.city_slug = public_contact.city_slug AND s.state = 'released' AND s.is_public))`);
    await runner.query(`GRANT SELECT (city_slug, kind, name, address, email, source) ON public_contact TO app_public`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
