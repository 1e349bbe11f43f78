import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Contracts and licences, lines for telephone and data among them. What dates and amounts follow from the terms is reckoned
 * by the rules and kept beside them, so that lists and sums over thousands of contracts read and do not reckon; it holds
 * until `reckoned_until`.
 */
export class Contract1700000000076 implements MigrationInterface {
  name = 'Contract1700000000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contractTable);
    await runner.query(`CREATE INDEX contract_unit ON contract (tenant_id, unit_id, number)`);
    await runner.query(`CREATE INDEX contract_line ON contract (tenant_id, line_id)`);
    await runner.query(
      `CREATE INDEX contract_notice ON contract (tenant_id, next_notice_on, contract_id) WHERE next_notice_on IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX contract_ending ON contract (tenant_id, term_ends_on, contract_id) WHERE term_ends_on IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX contract_reckoned ON contract (tenant_id, reckoned_until)`);
    await protectTenantTable(runner, 'contract', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE contract_year (
        tenant_id uuid NOT NULL,
        contract_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        cost_cents bigint NOT NULL CHECK (cost_cents >= 0),
        bound_cents bigint NOT NULL CHECK (bound_cents BETWEEN 0 AND cost_cents),
        payment_cents bigint NOT NULL CHECK (payment_cents >= 0),
        PRIMARY KEY (tenant_id, contract_id, fiscal_year),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
      )`);
    await runner.query(
      `CREATE INDEX contract_year_year ON contract_year (tenant_id, fiscal_year, contract_id)
       INCLUDE (cost_cents, bound_cents, payment_cents)`,
    );
    await protectTenantTable(runner, 'contract_year', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(eventTable);
    await runner.query(`CREATE INDEX contract_event_contract ON contract_event (tenant_id, contract_id, recorded_at)`);
    await protectTenantTable(runner, 'contract_event', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const contractTable = `
  CREATE TABLE contract (
    tenant_id uuid NOT NULL REFERENCES tenant,
    contract_id uuid NOT NULL,
    number text NOT NULL,
    vendor text NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('licence', 'maintenance', 'service', 'line', 'other')),
    unit_id uuid,
    line_id uuid NOT NULL,
    metric text NOT NULL CHECK (metric IN ('workplaces', 'users', 'lines', 'flat')),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price_micros bigint NOT NULL CHECK (unit_price_micros >= 0),
    price_period text NOT NULL CHECK (price_period IN ('month', 'year', 'term')),
    price_basis text NOT NULL CHECK (price_basis IN ('net', 'gross')),
    vat_basis_points smallint NOT NULL CHECK (vat_basis_points >= 0),
    proration text NOT NULL CHECK (proration IN ('month', 'day')),
    rhythm text NOT NULL CHECK (rhythm IN ('monthly', 'quarterly', 'half_yearly', 'yearly', 'once')),
    price_steps jsonb NOT NULL DEFAULT '[]',
    index_basis_points smallint,
    index_first_on date,
    starts_on date NOT NULL,
    ends_on date,
    minimum_months smallint CHECK (minimum_months > 0),
    notice_length smallint CHECK (notice_length >= 0),
    notice_unit text CHECK (notice_unit IN ('days', 'months')),
    notice_to text CHECK (notice_to IN ('term_end', 'month_end', 'quarter_end', 'half_year_end', 'year_end')),
    renewal_months smallint CHECK (renewal_months > 0),
    remind_days smallint NOT NULL DEFAULT 90 CHECK (remind_days >= 0),
    site text NOT NULL DEFAULT '',
    network_zone text CHECK (network_zone IN ('administration', 'education', 'telephony', 'building', 'external')),
    is_in_house boolean NOT NULL DEFAULT false,
    is_cost_recovery boolean NOT NULL DEFAULT false,
    vat_answer text CHECK (vat_answer IN ('open', 'taxable', 'not_taxable')),
    stopped_on date,
    stop_kind text CHECK (stop_kind IN ('notice', 'end')),
    stop_reason text NOT NULL DEFAULT '',
    next_notice_on date,
    bound_until date,
    term_ends_on date,
    runs_until date,
    reckoned_until date NOT NULL,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, contract_id),
    UNIQUE (tenant_id, number),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    CONSTRAINT contract_term CHECK (ends_on >= starts_on),
    CONSTRAINT contract_notice_whole CHECK (num_nulls(notice_length, notice_unit, notice_to) IN (0, 3)),
    CONSTRAINT contract_index_whole CHECK (num_nulls(index_basis_points, index_first_on) IN (0, 2)),
    CONSTRAINT contract_stop_whole CHECK (num_nulls(stopped_on, stop_kind) IN (0, 2))
  )`;

const eventTable = `
  CREATE TABLE contract_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('created', 'changed', 'notice', 'withdraw', 'end')),
    happened_on date NOT NULL,
    ends_on date,
    reason text NOT NULL DEFAULT '',
    changed text[] NOT NULL DEFAULT '{}',
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
  )`;
