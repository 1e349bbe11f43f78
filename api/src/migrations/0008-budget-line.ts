import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Budget lines with everything they are sorted by, the pools that cover them, and filters that people save. */
export class BudgetLine1700000000008 implements MigrationInterface {
  name = 'BudgetLine1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cover_pool (
        tenant_id uuid NOT NULL REFERENCES tenant,
        pool_id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        budget_note text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, pool_id),
        UNIQUE (tenant_id, code)
      )`);
    await protectTenantTable(runner, 'cover_pool', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(lineTable);
    await runner.query(`CREATE INDEX budget_line_frame ON budget_line (tenant_id, frame)`);
    await runner.query(`CREATE INDEX budget_line_unit ON budget_line (tenant_id, unit_id)`);
    await runner.query(`CREATE INDEX budget_line_pool ON budget_line (tenant_id, pool_id) WHERE pool_id IS NOT NULL`);
    await protectTenantTable(runner, 'budget_line', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE saved_filter (
        tenant_id uuid NOT NULL REFERENCES tenant,
        filter_id uuid NOT NULL,
        name text NOT NULL,
        criteria jsonb NOT NULL,
        marks_it boolean NOT NULL DEFAULT false,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, filter_id),
        UNIQUE (tenant_id, name)
      )`);
    await protectTenantTable(runner, 'saved_filter', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const lineTable = `
  CREATE TABLE budget_line (
    tenant_id uuid NOT NULL REFERENCES tenant,
    line_id uuid NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    sub_budget text NOT NULL DEFAULT '',
    product text NOT NULL DEFAULT '',
    product_name text NOT NULL DEFAULT '',
    account text NOT NULL DEFAULT '',
    account_name text NOT NULL DEFAULT '',
    account_frame text NOT NULL,
    statement_line text NOT NULL DEFAULT '',
    project_key text NOT NULL DEFAULT '',
    cost_centre text NOT NULL DEFAULT '',
    direction text NOT NULL CHECK (direction IN ('expense', 'revenue', 'payment', 'receipt', 'internal', 'unclassified')),
    sphere text NOT NULL CHECK (sphere IN ('operating', 'investing', 'financing', 'internal', 'unclassified')),
    frame text CHECK (frame IN ('CORE', 'SCHOOL_NET', 'FEES')),
    run_or_change text CHECK (run_or_change IN ('run', 'change')),
    service_class text CHECK (service_class IN ('shared_infrastructure', 'line_of_business')),
    network_zone text CHECK (network_zone IN ('administration', 'education', 'telephony', 'building', 'external')),
    is_non_staff boolean NOT NULL DEFAULT true,
    unit_id uuid,
    pool_id uuid,
    explanation text NOT NULL DEFAULT '',
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'import', 'source', 'demo')),
    import_id uuid,
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, line_id),
    UNIQUE (tenant_id, number),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, pool_id) REFERENCES cover_pool
  )`;
