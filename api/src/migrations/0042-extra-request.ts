import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Requests for extra authority (§ 117 NKomVG): which lines are to get how much, what covers it, and every step of the way.
 * The figures of the printed form are live until the request ends; then they are kept as they were.
 */
export class ExtraRequest1700000000042 implements MigrationInterface {
  name = 'ExtraRequest1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(requestTable);
    await protectTenantTable(runner, 'extra_request', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE extra_request_item (
        tenant_id uuid NOT NULL,
        request_id uuid NOT NULL,
        line_id uuid NOT NULL,
        place smallint NOT NULL,
        requested_cents bigint NOT NULL CHECK (requested_cents > 0),
        appropriation_cents bigint,
        granted_before_cents bigint,
        PRIMARY KEY (tenant_id, request_id, line_id),
        FOREIGN KEY (tenant_id, request_id) REFERENCES extra_request,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX extra_request_item_line ON extra_request_item (tenant_id, line_id)`);
    await runner.query(`
      CREATE TABLE extra_request_cover (
        tenant_id uuid NOT NULL,
        request_id uuid NOT NULL,
        place smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('less_spending', 'more_revenue', 'contingency', 'next_year')),
        line_id uuid,
        amount_cents bigint NOT NULL CHECK (amount_cents > 0),
        PRIMARY KEY (tenant_id, request_id, place),
        FOREIGN KEY (tenant_id, request_id) REFERENCES extra_request,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX extra_request_cover_line ON extra_request_cover (tenant_id, line_id)`);
    for (const table of ['extra_request_item', 'extra_request_cover']) {
      await protectTenantTable(runner, table, ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    }
    await runner.query(`
      CREATE TABLE extra_request_step (
        tenant_id uuid NOT NULL,
        request_id uuid NOT NULL,
        step_id uuid NOT NULL,
        step text NOT NULL CHECK (step IN ('create', 'submit', 'examine', 'return', 'withdraw', 'grant', 'refuse')),
        taken_by uuid NOT NULL,
        approved_by uuid,
        taken_at timestamptz NOT NULL,
        note text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, request_id, step_id),
        FOREIGN KEY (tenant_id, request_id) REFERENCES extra_request,
        FOREIGN KEY (tenant_id, taken_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'extra_request_step', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TRIGGER extra_request_step_is_final BEFORE UPDATE OR DELETE ON extra_request_step
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const requestTable = `
  CREATE TABLE extra_request (
    tenant_id uuid NOT NULL REFERENCES tenant,
    request_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    sequence integer NOT NULL,
    subject text NOT NULL,
    substance_reason text NOT NULL DEFAULT '',
    time_reason text NOT NULL DEFAULT '',
    is_continued_investment boolean NOT NULL DEFAULT false,
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'examined', 'granted', 'refused', 'withdrawn')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    submitted_by uuid,
    decider text CHECK (decider IN ('mayor', 'committee', 'council', 'urgent_decision')),
    decided_on date,
    decision_document text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, request_id),
    UNIQUE (tenant_id, fiscal_year, sequence),
    FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year,
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT extra_request_decided CHECK (state NOT IN ('granted', 'refused') OR (decider IS NOT NULL AND decided_on IS NOT NULL))
  )`;
