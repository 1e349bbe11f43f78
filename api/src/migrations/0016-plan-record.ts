import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What planning remembers: every change of a ceiling with its reason, and every step of a plan version with who took it. */
export class PlanRecord1700000000016 implements MigrationInterface {
  name = 'PlanRecord1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plan_version
        ADD COLUMN submitted_on date,
        ADD COLUMN based_on_id uuid,
        ADD COLUMN unknown_frame_reason text`);
    await runner.query(`CREATE INDEX plan_version_years ON plan_version (tenant_id, first_year, state)`);
    await runner.query(`
      CREATE TABLE plan_version_step (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        version integer NOT NULL,
        step text NOT NULL,
        reason text NOT NULL DEFAULT '',
        taken_by uuid,
        approved_by uuid,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, version_id, version),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'plan_version_step', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE frame_ceiling_change (
        tenant_id uuid NOT NULL,
        frame text NOT NULL,
        fiscal_year smallint NOT NULL,
        version integer NOT NULL,
        ceiling_cents bigint,
        source text NOT NULL,
        reason text NOT NULL,
        changed_by uuid,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, frame, fiscal_year, version),
        FOREIGN KEY (tenant_id, frame, fiscal_year) REFERENCES frame_ceiling
      )`);
    await protectTenantTable(runner, 'frame_ceiling_change', ['SELECT', 'INSERT']);
    await guardAmountsByStatement(runner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/**
 * Amounts of an adopted version stay final, now checked once a statement instead of once a row: a batch of 10,000 cells
 * asks for the state of its version once.
 */
async function guardAmountsByStatement(runner: QueryRunner): Promise<void> {
  await runner.query(`DROP TRIGGER plan_amount_is_final ON plan_amount`);
  await runner.query(finalAmounts);
  for (const trigger of finalAmountTriggers) await runner.query(trigger);
}

const finalAmountTriggers = (
  [
    ['INSERT', 'NEW TABLE AS changed'],
    ['UPDATE', 'OLD TABLE AS changed NEW TABLE AS arrived'],
    ['DELETE', 'OLD TABLE AS changed'],
  ] as const
).map(
  ([operation, rows]) => `
    CREATE TRIGGER plan_amount_is_final_${operation.toLowerCase()} AFTER ${operation} ON plan_amount
    REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION app.plan_amount_is_final()`,
);

const finalAmounts = `
  CREATE OR REPLACE FUNCTION app.plan_amount_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE v_final boolean;
  BEGIN
    SELECT EXISTS (SELECT FROM changed c JOIN plan_version p ON p.tenant_id = c.tenant_id AND p.version_id = c.version_id
      WHERE p.state NOT IN ('draft', 'introduced')) INTO v_final;
    IF TG_OP = 'UPDATE' AND NOT v_final THEN
      SELECT EXISTS (SELECT FROM arrived c JOIN plan_version p ON p.tenant_id = c.tenant_id AND p.version_id = c.version_id
        WHERE p.state NOT IN ('draft', 'introduced')) INTO v_final;
    END IF;
    IF v_final THEN
      RAISE EXCEPTION 'the amounts of an adopted plan version are final' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
  END $$`;
