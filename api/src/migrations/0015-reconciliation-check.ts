import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** When a year was last reconciled and with what result, so that pages can say so without recomputing everything. */
export class ReconciliationCheck1700000000015 implements MigrationInterface {
  name = 'ReconciliationCheck1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reconciliation_check (
        tenant_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        checked_at timestamptz NOT NULL,
        movements bigint NOT NULL,
        difference_cents bigint NOT NULL,
        PRIMARY KEY (tenant_id, fiscal_year, checked_at),
        FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year
      )`);
    await protectTenantTable(runner, 'reconciliation_check', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
