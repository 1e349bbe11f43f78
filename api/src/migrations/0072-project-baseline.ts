import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Baselines: the plan as it was promised, frozen when it was asked for and agreed to by a second person. What a baseline says
 * is written once; nobody changes or removes it, and number 1 stays the original for ever.
 */
export class ProjectBaseline1700000000072 implements MigrationInterface {
  name = 'ProjectBaseline1700000000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(baselineTable);
    await runner.query(
      `CREATE UNIQUE INDEX project_baseline_number ON project_baseline (tenant_id, project_id, number) WHERE number IS NOT NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX project_baseline_one_waits ON project_baseline (tenant_id, project_id) WHERE state = 'waiting'`,
    );
    await protectTenantTable(runner, 'project_baseline', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE project_baseline_cost (
        tenant_id uuid NOT NULL,
        baseline_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('investment', 'expense', 'internal')),
        amount_cents bigint NOT NULL CONSTRAINT project_baseline_cost_positive CHECK (amount_cents > 0),
        PRIMARY KEY (tenant_id, baseline_id, fiscal_year, kind),
        FOREIGN KEY (tenant_id, baseline_id) REFERENCES project_baseline
      )`);
    await protectTenantTable(runner, 'project_baseline_cost', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE project_baseline_milestone (
        tenant_id uuid NOT NULL,
        baseline_id uuid NOT NULL,
        milestone_id uuid NOT NULL,
        name text NOT NULL,
        planned_on date NOT NULL,
        weight_basis_points integer NOT NULL,
        PRIMARY KEY (tenant_id, baseline_id, milestone_id),
        FOREIGN KEY (tenant_id, baseline_id) REFERENCES project_baseline,
        FOREIGN KEY (tenant_id, milestone_id) REFERENCES project_milestone
      )`);
    await protectTenantTable(runner, 'project_baseline_milestone', ['SELECT', 'INSERT']);
    await runner.query(frozenFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.baseline_is_frozen() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.baseline_is_frozen() TO app_rw`);
    await runner.query(`
      CREATE TRIGGER project_baseline_is_frozen BEFORE UPDATE OR DELETE ON project_baseline
      FOR EACH ROW EXECUTE FUNCTION app.baseline_is_frozen()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const baselineTable = `
  CREATE TABLE project_baseline (
    tenant_id uuid NOT NULL,
    baseline_id uuid NOT NULL,
    project_id uuid NOT NULL,
    number integer,
    state text NOT NULL CHECK (state IN ('waiting', 'agreed', 'dismissed')),
    planned_start date NOT NULL,
    planned_end date NOT NULL,
    budget_cents bigint NOT NULL,
    internal_cents bigint NOT NULL DEFAULT 0,
    reason text NOT NULL,
    document text NOT NULL,
    decided_on date NOT NULL,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    agreed_by uuid,
    agreed_at timestamptz,
    PRIMARY KEY (tenant_id, baseline_id),
    FOREIGN KEY (tenant_id, project_id) REFERENCES project,
    FOREIGN KEY (tenant_id, requested_by) REFERENCES person (tenant_id, person_id),
    FOREIGN KEY (tenant_id, agreed_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT project_baseline_by_a_second_person
      CHECK (state <> 'agreed' OR (number IS NOT NULL AND agreed_by IS NOT NULL AND agreed_by <> requested_by))
  )`;

/** The only change a baseline knows is that it is agreed to or dismissed. */
const frozenFunction = `
  CREATE FUNCTION app.baseline_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR OLD.state <> 'waiting'
      OR (NEW.planned_start, NEW.planned_end, NEW.budget_cents, NEW.internal_cents, NEW.reason, NEW.document, NEW.decided_on)
        IS DISTINCT FROM
        (OLD.planned_start, OLD.planned_end, OLD.budget_cents, OLD.internal_cents, OLD.reason, OLD.document, OLD.decided_on)
    THEN
      RAISE EXCEPTION 'a baseline is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$`;
