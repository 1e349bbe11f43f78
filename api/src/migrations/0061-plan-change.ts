import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Changes that a plan version meets on its way: neutral shifts, changes of the administration, motions, budget notes, each
 * with its amounts and what was decided. What was accepted stands in the amounts of the version at once; once the version
 * is adopted its changes are as final as they are.
 */
export class PlanChange1700000000061 implements MigrationInterface {
  name = 'PlanChange1700000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changeTable);
    await runner.query(
      `CREATE UNIQUE INDEX plan_change_code ON plan_change (tenant_id, version_id, code) WHERE code <> ''`,
    );
    await protectTenantTable(runner, 'plan_change', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(amountTable);
    await runner.query(`CREATE INDEX plan_change_amount_line ON plan_change_amount (tenant_id, line_id)`);
    await protectTenantTable(runner, 'plan_change_amount', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(finalFunction);
    await runner.query(`
      CREATE TRIGGER plan_change_is_final BEFORE INSERT OR UPDATE OR DELETE ON plan_change
      FOR EACH ROW EXECUTE FUNCTION app.plan_change_is_final()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const changeTable = `
  CREATE TABLE plan_change (
    tenant_id uuid NOT NULL,
    change_id uuid NOT NULL,
    version_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('administration', 'neutral_shift', 'motion', 'budget_note')),
    code text NOT NULL DEFAULT '',
    origin text NOT NULL DEFAULT '',
    title text NOT NULL,
    reason text NOT NULL DEFAULT '',
    result text NOT NULL CHECK (result IN ('open', 'accepted', 'rejected')),
    committee text NOT NULL DEFAULT '',
    decided_on date,
    brought_by uuid NOT NULL,
    brought_at timestamptz NOT NULL,
    recorded_by uuid,
    recorded_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, change_id),
    UNIQUE (tenant_id, version_id, number),
    FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
    CONSTRAINT plan_change_is_dated CHECK ((result = 'open') = (decided_on IS NULL))
  )`;

const amountTable = `
  CREATE TABLE plan_change_amount (
    tenant_id uuid NOT NULL,
    change_id uuid NOT NULL,
    line_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    PRIMARY KEY (tenant_id, change_id, line_id, fiscal_year),
    FOREIGN KEY (tenant_id, change_id) REFERENCES plan_change ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
  )`;

const finalFunction = `
  CREATE FUNCTION app.plan_change_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE v_row plan_change := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  BEGIN
    IF EXISTS (SELECT FROM plan_version p WHERE p.tenant_id = v_row.tenant_id AND p.version_id = v_row.version_id
               AND p.state NOT IN ('draft', 'introduced')) THEN
      RAISE EXCEPTION 'the changes of an adopted plan version are final' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN v_row;
  END $$`;
