import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What a kind of workplace is given, and how many of these workplaces there are. */
export class EquipmentSet1700000000090 implements MigrationInterface {
  name = 'EquipmentSet1700000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE equipment_set (
        tenant_id uuid NOT NULL REFERENCES tenant,
        set_id uuid NOT NULL,
        name text NOT NULL,
        workplaces integer NOT NULL CHECK (workplaces >= 0),
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, set_id),
        UNIQUE (tenant_id, name)
      )`);
    await protectTenantTable(runner, 'equipment_set', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE equipment_item (
        tenant_id uuid NOT NULL,
        set_id uuid NOT NULL,
        kind_id uuid NOT NULL,
        quantity integer NOT NULL CHECK (quantity > 0),
        PRIMARY KEY (tenant_id, set_id, kind_id),
        FOREIGN KEY (tenant_id, set_id) REFERENCES equipment_set,
        FOREIGN KEY (tenant_id, kind_id) REFERENCES device_kind
      )`);
    await protectTenantTable(runner, 'equipment_item', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
