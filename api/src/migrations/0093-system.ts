import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Business applications and shared systems with their end of support, share of security and reason to modernise. */
export class System1700000000093 implements MigrationInterface {
  name = 'System1700000000093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(systemTable);
    await runner.query(`CREATE UNIQUE INDEX system_name_once ON system (tenant_id, unit_id, name) NULLS NOT DISTINCT`);
    await runner.query(`CREATE INDEX system_by_name ON system (tenant_id, name, system_id)`);
    await protectTenantTable(runner, 'system', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const systemTable = `
  CREATE TABLE system (
    tenant_id uuid NOT NULL REFERENCES tenant,
    system_id uuid NOT NULL,
    name text NOT NULL,
    unit_id uuid,
    note text NOT NULL DEFAULT '',
    vendor text NOT NULL DEFAULT '',
    service_class text NOT NULL CHECK (service_class IN ('central_infrastructure', 'business_application')),
    criticality text NOT NULL CHECK (criticality IN ('low', 'normal', 'high', 'critical')),
    state text NOT NULL CHECK (state IN ('planned', 'running', 'retired')),
    yearly_cents bigint CHECK (yearly_cents >= 0),
    security_basis_points smallint CHECK (security_basis_points BETWEEN 0 AND 10000),
    support_ends_on date,
    reason text CHECK (reason IN ('legal_duty', 'end_of_support', 'economic', 'political')),
    norm text NOT NULL DEFAULT '',
    due_on date,
    modernisation_cents bigint CHECK (modernisation_cents >= 0),
    line_id uuid,
    contract_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, system_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
  )`;
