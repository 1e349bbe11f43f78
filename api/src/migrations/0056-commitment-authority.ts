import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Commitment authorities (Verpflichtungsermächtigungen, § 119 NKomVG) with a slice for each later year. Each belongs to a
 * plan version, or to a decision of its own. They are no authority of the year, so no movement stands behind them.
 */
export class CommitmentAuthority1700000000056 implements MigrationInterface {
  name = 'CommitmentAuthority1700000000056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE commitment_authority (
        tenant_id uuid NOT NULL REFERENCES tenant,
        authority_id uuid NOT NULL,
        number text NOT NULL,
        purpose text NOT NULL,
        line_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        version_id uuid,
        decided_on date,
        decision_document text NOT NULL DEFAULT '',
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, authority_id),
        UNIQUE (tenant_id, fiscal_year, number),
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
        FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year,
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX commitment_authority_line ON commitment_authority (tenant_id, line_id)`);
    await runner.query(
      `CREATE INDEX commitment_authority_version ON commitment_authority (tenant_id, version_id) WHERE version_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'commitment_authority', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE commitment_authority_slice (
        tenant_id uuid NOT NULL,
        authority_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        amount_cents bigint NOT NULL CHECK (amount_cents > 0),
        PRIMARY KEY (tenant_id, authority_id, fiscal_year),
        FOREIGN KEY (tenant_id, authority_id) REFERENCES commitment_authority ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'commitment_authority_slice', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
