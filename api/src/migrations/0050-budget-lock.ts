import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Locks of the year's authority (§ 32 KomHKVO): the decision, its steps (the lock itself and every lifting, each by two
 * people and each reported to the council), and what every step takes from or gives back to a line.
 */
export class BudgetLock1700000000050 implements MigrationInterface {
  name = 'BudgetLock1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lockTable);
    await runner.query(`CREATE INDEX budget_lock_year ON budget_lock (tenant_id, fiscal_year, recorded_at DESC)`);
    await protectTenantTable(runner, 'budget_lock', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(stepTable);
    await runner.query(`CREATE INDEX budget_lock_step_lock ON budget_lock_step (tenant_id, lock_id, recorded_at)`);
    await protectTenantTable(runner, 'budget_lock_step', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(amountTable);
    await runner.query(`CREATE INDEX budget_lock_amount_line ON budget_lock_amount (tenant_id, line_id)`);
    await protectTenantTable(runner, 'budget_lock_amount', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const lockTable = `
  CREATE TABLE budget_lock (
    tenant_id uuid NOT NULL REFERENCES tenant,
    lock_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    title text NOT NULL,
    method text NOT NULL CHECK (method IN ('percentage', 'reduction', 'amounts')),
    basis_points integer,
    total_cents bigint,
    spread text CHECK (spread IN ('by_appropriation', 'equal_by_sub_budget')),
    selection jsonb NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, lock_id),
    FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year,
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
  )`;

const stepTable = `
  CREATE TABLE budget_lock_step (
    tenant_id uuid NOT NULL,
    step_id uuid NOT NULL,
    lock_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('lock', 'lift')),
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'dismissed')),
    decided_on date NOT NULL,
    decided_by text NOT NULL,
    document text NOT NULL DEFAULT '',
    reason text NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamptz,
    reported_on date,
    report_document text NOT NULL DEFAULT '',
    reported_by uuid,
    PRIMARY KEY (tenant_id, step_id),
    FOREIGN KEY (tenant_id, lock_id) REFERENCES budget_lock,
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id),
    FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT budget_lock_by_a_second_person
      CHECK (state <> 'done' OR (confirmed_by IS NOT NULL AND confirmed_by <> recorded_by))
  )`;

const amountTable = `
  CREATE TABLE budget_lock_amount (
    tenant_id uuid NOT NULL,
    step_id uuid NOT NULL,
    line_id uuid NOT NULL,
    basis_cents bigint NOT NULL DEFAULT 0,
    amount_cents bigint NOT NULL CONSTRAINT budget_lock_amount_positive CHECK (amount_cents > 0),
    PRIMARY KEY (tenant_id, step_id, line_id),
    FOREIGN KEY (tenant_id, step_id) REFERENCES budget_lock_step,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
  )`;
