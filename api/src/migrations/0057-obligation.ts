import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Obligations of several years (orders, contracts): what they take from each later year. For investment they use a
 * commitment authority. Records are only added; one that was wrong gets a counter record that names it.
 */
export class Obligation1700000000057 implements MigrationInterface {
  name = 'Obligation1700000000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE obligation (
        tenant_id uuid NOT NULL REFERENCES tenant,
        obligation_id uuid NOT NULL,
        line_id uuid NOT NULL,
        authority_id uuid,
        reference text NOT NULL,
        partner text NOT NULL DEFAULT '',
        subject text NOT NULL,
        signed_on date NOT NULL,
        notice_by date,
        reason text NOT NULL DEFAULT '',
        reverses_id uuid,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, obligation_id),
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
        FOREIGN KEY (tenant_id, authority_id) REFERENCES commitment_authority,
        FOREIGN KEY (tenant_id, reverses_id) REFERENCES obligation
      )`);
    await runner.query(`CREATE INDEX obligation_line ON obligation (tenant_id, line_id)`);
    await runner.query(
      `CREATE INDEX obligation_authority ON obligation (tenant_id, authority_id) WHERE authority_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX obligation_reversed_once ON obligation (tenant_id, reverses_id) WHERE reverses_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'obligation', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE obligation_amount (
        tenant_id uuid NOT NULL,
        obligation_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
        PRIMARY KEY (tenant_id, obligation_id, fiscal_year),
        FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation
      )`);
    await runner.query(`CREATE INDEX obligation_amount_year ON obligation_amount (tenant_id, fiscal_year)`);
    await protectTenantTable(runner, 'obligation_amount', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
