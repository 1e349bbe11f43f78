import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Services of the city (OZG), the decisions between own form and EfA with the figures they were made on, and the cases of each
 * year. Decisions and counts are added: a later one counts, the earlier ones stay.
 */
export class ServiceCatalogue1700000000092 implements MigrationInterface {
  name = 'ServiceCatalogue1700000000092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(serviceTable);
    await runner.query(
      `CREATE UNIQUE INDEX service_name_once ON service (tenant_id, unit_id, name) NULLS NOT DISTINCT`,
    );
    await runner.query(`CREATE INDEX service_by_name ON service (tenant_id, name, service_id)`);
    await protectTenantTable(runner, 'service', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(decisionTable);
    await runner.query(
      `CREATE INDEX service_decision_service ON service_decision (tenant_id, service_id, decision_id DESC)`,
    );
    await protectTenantTable(runner, 'service_decision', ['SELECT', 'INSERT']);
    await runner.query(volumeTable);
    await runner.query(
      `CREATE INDEX service_volume_service ON service_volume (tenant_id, service_id, fiscal_year, volume_id DESC)`,
    );
    await protectTenantTable(runner, 'service_volume', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const serviceTable = `
  CREATE TABLE service (
    tenant_id uuid NOT NULL REFERENCES tenant,
    service_id uuid NOT NULL,
    name text NOT NULL,
    code text NOT NULL DEFAULT '',
    unit_id uuid,
    note text NOT NULL DEFAULT '',
    task text NOT NULL CHECK (task IN ('own', 'state_federal')),
    has_form boolean NOT NULL,
    has_procedure boolean NOT NULL,
    has_dms boolean NOT NULL,
    line_id uuid,
    contract_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, service_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
  )`;

const decisionTable = `
  CREATE TABLE service_decision (
    tenant_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    service_id uuid NOT NULL,
    solution text NOT NULL CHECK (solution IN ('own_form', 'efa')),
    decided_on date NOT NULL,
    decided_by text NOT NULL,
    reason text NOT NULL,
    available_on date,
    first_year smallint NOT NULL,
    year_count smallint NOT NULL CHECK (year_count > 0),
    build_cents bigint CHECK (build_cents >= 0),
    yearly_cents bigint CHECK (yearly_cents >= 0),
    connection_cents bigint CHECK (connection_cents >= 0),
    fee_cents bigint CHECK (fee_cents >= 0),
    funding_ends_on date,
    fee_after_cents bigint CHECK (fee_after_cents >= 0),
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, decision_id),
    FOREIGN KEY (tenant_id, service_id) REFERENCES service
  )`;

const volumeTable = `
  CREATE TABLE service_volume (
    tenant_id uuid NOT NULL,
    volume_id uuid NOT NULL,
    service_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    cases integer CHECK (cases >= 0),
    online_cases integer CHECK (online_cases >= 0),
    basis text NOT NULL,
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, volume_id),
    FOREIGN KEY (tenant_id, service_id) REFERENCES service,
    CONSTRAINT service_volume_online CHECK (online_cases <= cases)
  )`;
