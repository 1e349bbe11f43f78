import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Posts, devices and sites come by import, too, and so does a staffing plan as a budget prints it: full-time posts of a
 * product group by year and status. These are sums of the plan and stand beside the single posts; they are never added to them.
 */
export class StaffingImport1700000000116 implements MigrationInterface {
  name = 'StaffingImport1700000000116';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_run DROP CONSTRAINT import_run_kind_check`);
    await runner.query(
      `ALTER TABLE import_run ADD CONSTRAINT import_run_kind_check CHECK (kind IN ('plan_lines', 'actuals', 'bookings',
         'organization', 'projects', 'contracts', 'devices', 'sites', 'posts', 'staffing_plan'))`,
    );
    await runner.query(groupTable);
    await protectTenantTable(runner, 'staffing_plan_group', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(fteTable);
    await runner.query(`CREATE INDEX staffing_plan_fte_year ON staffing_plan_fte (tenant_id, fiscal_year)`);
    await protectTenantTable(runner, 'staffing_plan_fte', ['SELECT', 'INSERT', 'DELETE']);
    await this.openBatches(runner);
  }

  /** A batch that a person entered is never deleted: its devices leave the stock, with a reason. */
  private async openBatches(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE device_batch ADD COLUMN inventory_number text NOT NULL DEFAULT ''`);
    await runner.query(
      `CREATE UNIQUE INDEX device_batch_inventory ON device_batch (tenant_id, inventory_number)
       WHERE inventory_number <> ''`,
    );
    await runner.query(`
      CREATE FUNCTION app.batch_came_by_import() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM device_batch b
          WHERE b.tenant_id = OLD.tenant_id AND b.batch_id = OLD.batch_id AND b.origin = 'import') THEN
          RAISE EXCEPTION '% is append-only; only a batch that came by an import is taken out again', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.batch_came_by_import() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.batch_came_by_import() TO app_rw`);
    await runner.query(`DROP TRIGGER device_event_is_final ON device_event`);
    await runner.query(`
      CREATE TRIGGER device_event_is_final BEFORE UPDATE ON device_event
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`);
    for (const table of ['device_batch', 'device_event']) {
      await runner.query(`
        CREATE TRIGGER ${table}_came_by_import BEFORE DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION app.batch_came_by_import()`);
      await runner.query(`GRANT DELETE ON ${table} TO app_rw`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const groupTable = `
  CREATE TABLE staffing_plan_group (
    tenant_id uuid NOT NULL REFERENCES tenant,
    group_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    origin text NOT NULL DEFAULT 'import' CHECK (origin IN ('import', 'demo')),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, group_id),
    UNIQUE (tenant_id, code)
  )`;

const fteTable = `
  CREATE TABLE staffing_plan_fte (
    tenant_id uuid NOT NULL,
    group_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    status text NOT NULL CHECK (status IN ('employee', 'official', 'all')),
    hundredths integer NOT NULL CHECK (hundredths >= 0),
    PRIMARY KEY (tenant_id, group_id, fiscal_year, status),
    FOREIGN KEY (tenant_id, group_id) REFERENCES staffing_plan_group ON DELETE CASCADE
  )`;
