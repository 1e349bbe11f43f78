import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Plan versions with an amount per line and year of their window. Once adopted their amounts are final. */
export class PlanVersion1700000000009 implements MigrationInterface {
  name = 'PlanVersion1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_version (
        tenant_id uuid NOT NULL REFERENCES tenant,
        version_id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('budget', 'supplementary', 'import')),
        first_year smallint NOT NULL,
        last_year smallint NOT NULL,
        state text NOT NULL CHECK (state IN
          ('draft', 'introduced', 'adopted', 'submitted', 'published', 'in_force', 'superseded')),
        decided_on date,
        decision_document text,
        display_ends_on date,
        in_force_on date,
        import_id uuid,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, version_id),
        UNIQUE (tenant_id, name),
        CONSTRAINT plan_version_years CHECK (last_year IN (first_year, first_year + 1))
      )`);
    await protectTenantTable(runner, 'plan_version', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE plan_amount (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        line_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        amount_cents bigint NOT NULL,
        PRIMARY KEY (tenant_id, version_id, line_id, fiscal_year),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX plan_amount_line ON plan_amount (tenant_id, line_id)`);
    await protectTenantTable(runner, 'plan_amount', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(finalAmounts);
    await runner.query(`
      CREATE TRIGGER plan_amount_is_final BEFORE INSERT OR UPDATE OR DELETE ON plan_amount
      FOR EACH ROW EXECUTE FUNCTION app.plan_amount_is_final()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const finalAmounts = `
  CREATE FUNCTION app.plan_amount_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE v_row plan_amount := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  BEGIN
    IF EXISTS (SELECT FROM plan_version p WHERE p.tenant_id = v_row.tenant_id AND p.version_id = v_row.version_id
               AND p.state NOT IN ('draft', 'introduced')) THEN
      RAISE EXCEPTION 'the amounts of an adopted plan version are final' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN v_row;
  END $$`;
