import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Fiscal years with their books, and the ceiling of each frame in each year. A ceiling of NULL is unknown, not zero. */
export class Planning1700000000007 implements MigrationInterface {
  name = 'Planning1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fiscal_year (
        tenant_id uuid NOT NULL REFERENCES tenant,
        fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 2199),
        biennium_first_year smallint,
        books_state text NOT NULL CHECK (books_state IN ('planned', 'open', 'closed')),
        books_changed_at timestamptz,
        books_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, fiscal_year),
        CONSTRAINT fiscal_year_biennium CHECK (biennium_first_year IN (fiscal_year, fiscal_year - 1))
      )`);
    await protectTenantTable(runner, 'fiscal_year', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE frame_ceiling (
        tenant_id uuid NOT NULL,
        frame text NOT NULL CHECK (frame IN ('CORE', 'SCHOOL_NET', 'FEES')),
        fiscal_year smallint NOT NULL,
        ceiling_cents bigint CHECK (ceiling_cents >= 0),
        source text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, frame, fiscal_year),
        FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year
      )`);
    await protectTenantTable(runner, 'frame_ceiling', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
