import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Authority carried over into the next year (§ 20 KomHKVO), from the proposal to its end, and orders that came along from an
 * earlier year.
 */
export class CarryOver1700000000051 implements MigrationInterface {
  name = 'CarryOver1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE purchase_order ADD COLUMN opened_year smallint`);
    await runner.query(
      `CREATE INDEX purchase_order_moved ON purchase_order (tenant_id, fiscal_year) WHERE opened_year IS NOT NULL`,
    );
    await runner.query(carryOverTable);
    await runner.query(`CREATE INDEX carry_over_from ON carry_over (tenant_id, from_year, line_id)`);
    await runner.query(`CREATE INDEX carry_over_to ON carry_over (tenant_id, to_year, line_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX carry_over_asked_once ON carry_over (tenant_id, line_id, from_year) WHERE state = 'proposed'`,
    );
    await protectTenantTable(runner, 'carry_over', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const carryOverTable = `
  CREATE TABLE carry_over (
    tenant_id uuid NOT NULL REFERENCES tenant,
    carry_over_id uuid NOT NULL,
    line_id uuid NOT NULL,
    from_year smallint NOT NULL,
    to_year smallint GENERATED ALWAYS AS (from_year + 1::smallint) STORED,
    origin_year smallint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('current', 'investment', 'extra', 'earmarked')),
    amount_cents bigint NOT NULL CONSTRAINT carry_over_amount CHECK (amount_cents >= 0),
    reason text NOT NULL,
    expires_on date,
    state text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused', 'used', 'lapsed')),
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    decision_note text NOT NULL DEFAULT '',
    moved_commitment_cents bigint NOT NULL DEFAULT 0,
    lapsed_cents bigint NOT NULL DEFAULT 0,
    ended_on date,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, carry_over_id),
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, proposed_by) REFERENCES person (tenant_id, person_id),
    FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT carry_over_by_a_second_person
      CHECK (state IN ('proposed', 'refused') OR (decided_by IS NOT NULL AND decided_by <> proposed_by))
  )`;
