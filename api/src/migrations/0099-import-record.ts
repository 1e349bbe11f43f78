import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Registers come by import, too. What an import made or changed is kept with what stood before, so that it can be taken back;
 * only what came by an import, and nobody touched since, may be taken out of a register again.
 */
export class ImportRecord1700000000099 implements MigrationInterface {
  name = 'ImportRecord1700000000099';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_run DROP CONSTRAINT import_run_kind_check`);
    await runner.query(
      `ALTER TABLE import_run ADD CONSTRAINT import_run_kind_check CHECK (kind IN
         ('plan_lines', 'actuals', 'bookings', 'organization', 'projects', 'contracts', 'devices', 'sites'))`,
    );
    await runner.query(`
      CREATE TABLE import_record (
        tenant_id uuid NOT NULL,
        import_id uuid NOT NULL,
        record_id uuid NOT NULL,
        before jsonb,
        version integer NOT NULL,
        PRIMARY KEY (tenant_id, import_id, record_id),
        FOREIGN KEY (tenant_id, import_id) REFERENCES import_run
      )`);
    await protectTenantTable(runner, 'import_record', ['SELECT', 'INSERT']);
    await this.openContracts(runner);
    await runner.query(`ALTER TABLE project DROP CONSTRAINT project_origin_check`);
    await runner.query(
      `ALTER TABLE project ADD CONSTRAINT project_origin_check CHECK (origin IN ('person', 'source', 'demo', 'import'))`,
    );
  }

  /** A contract that a person entered is never deleted: it ends, with a reason. */
  private async openContracts(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE contract DROP CONSTRAINT contract_origin_check`);
    await runner.query(
      `ALTER TABLE contract ADD CONSTRAINT contract_origin_check CHECK (origin IN ('manual', 'demo', 'import'))`,
    );
    await runner.query(`
      CREATE FUNCTION app.contract_came_by_import() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM contract c
          WHERE c.tenant_id = OLD.tenant_id AND c.contract_id = OLD.contract_id AND c.origin = 'import') THEN
          RAISE EXCEPTION 'only a contract that came by an import is taken out again' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.contract_came_by_import() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.contract_came_by_import() TO app_rw`);
    for (const table of ['contract', 'contract_event']) {
      await runner.query(`
        CREATE TRIGGER ${table}_came_by_import BEFORE DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION app.contract_came_by_import()`);
      await runner.query(`GRANT DELETE ON ${table} TO app_rw`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
