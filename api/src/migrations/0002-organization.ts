import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** The tree Dezernat > Fachbereich > Abteilung or Stelle, each unit with its dates of validity. */
export class Organization1700000000002 implements MigrationInterface {
  name = 'Organization1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE org_unit (
        tenant_id uuid NOT NULL REFERENCES tenant,
        unit_id uuid NOT NULL,
        parent_id uuid,
        level text NOT NULL CHECK (level IN ('directorate', 'department', 'division')),
        code text NOT NULL,
        name text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, unit_id),
        UNIQUE (tenant_id, code),
        FOREIGN KEY (tenant_id, parent_id) REFERENCES org_unit (tenant_id, unit_id),
        CONSTRAINT org_unit_not_its_own_parent CHECK (parent_id <> unit_id),
        CONSTRAINT org_unit_validity_in_order CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )`);
    await runner.query(`CREATE INDEX org_unit_children ON org_unit (tenant_id, parent_id)`);
    await protectTenantTable(runner, 'org_unit', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
