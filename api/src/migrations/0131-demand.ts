import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Demands of a round: what somebody needs, its items (a recurring one stands once, with its first and last year), the staff it
 * needs by year, what depends on what, and everything that ever happened to it. Where something is not known, it is NULL.
 */
export class Demand1700000000131 implements MigrationInterface {
  name = 'Demand1700000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(demandTable);
    await runner.query(`CREATE UNIQUE INDEX demand_number_once ON demand (tenant_id, round_id, number)`);
    await runner.query(`CREATE INDEX demand_by_state ON demand (tenant_id, round_id, state, number)`);
    await runner.query(`CREATE INDEX demand_by_unit ON demand (tenant_id, unit_id, round_id)`);
    await protectTenantTable(runner, 'demand', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(itemTable);
    await runner.query(`CREATE INDEX demand_item_demand ON demand_item (tenant_id, demand_id, position)`);
    await protectTenantTable(runner, 'demand_item', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(fteTable);
    await protectTenantTable(runner, 'demand_fte', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(dependencyTable);
    await runner.query(`CREATE INDEX demand_dependency_to ON demand_dependency (tenant_id, to_id)`);
    await protectTenantTable(runner, 'demand_dependency', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(eventTable);
    await runner.query(`CREATE INDEX demand_event_demand ON demand_event (tenant_id, demand_id, event_id DESC)`);
    await protectTenantTable(runner, 'demand_event', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const demandTable = `
  CREATE TABLE demand (
    tenant_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL,
    unit_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'determined', 'examined', 'deliberated',
      'planned', 'adopted', 'deferred', 'rejected', 'withdrawn')),
    title text NOT NULL DEFAULT '',
    purpose text NOT NULL DEFAULT '',
    for_whom text NOT NULL DEFAULT '',
    run_or_change text CHECK (run_or_change IN ('run', 'change')),
    occurrence text CHECK (occurrence IN ('occurred', 'foreseeable')),
    probability_percent smallint CHECK (probability_percent BETWEEN 0 AND 100),
    earliest_on date,
    reason text CHECK (reason IN ('legal', 'economic', 'end_of_support', 'political')),
    reason_basis text NOT NULL DEFAULT '',
    reason_deadline date,
    service_class text CHECK (service_class IN ('central_infrastructure', 'business_application')),
    network_zone text CHECK (network_zone IN ('administration', 'education', 'telephony', 'building', 'external')),
    frame text CHECK (frame IN ('CORE', 'SCHOOL_NET', 'FEES')),
    earliest_start_year smallint,
    latest_start_year smallint,
    benefit text NOT NULL DEFAULT '',
    papers text[] NOT NULL DEFAULT '{}',
    rank integer,
    deliberated_on date,
    deliberation text NOT NULL DEFAULT '',
    source text NOT NULL DEFAULT 'person' CHECK (source IN ('person', 'copy', 'last_round', 'contract', 'line')),
    source_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by uuid,
    changed_at timestamptz NOT NULL,
    submitted_by uuid,
    submitted_at timestamptz,
    state_changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, demand_id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES planning_round,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id),
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
    FOREIGN KEY (tenant_id, changed_by) REFERENCES person (tenant_id, person_id),
    FOREIGN KEY (tenant_id, submitted_by) REFERENCES person (tenant_id, person_id)
  )`;

const itemTable = `
  CREATE TABLE demand_item (
    tenant_id uuid NOT NULL,
    item_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    position smallint NOT NULL,
    label text NOT NULL DEFAULT '',
    kind text NOT NULL CHECK (kind IN ('services', 'supplies', 'device', 'licence', 'fees', 'training')),
    rhythm text NOT NULL CHECK (rhythm IN ('one_off', 'recurring')),
    from_year smallint NOT NULL,
    to_year smallint,
    month smallint NOT NULL DEFAULT 1 CHECK (month BETWEEN 1 AND 12),
    quantity integer CHECK (quantity >= 0),
    unit text NOT NULL DEFAULT '',
    unit_price_cents bigint CHECK (unit_price_cents >= 0),
    basis text NOT NULL DEFAULT 'net' CHECK (basis IN ('net', 'gross')),
    vat_basis_points integer NOT NULL DEFAULT 1900 CHECK (vat_basis_points BETWEEN 0 AND 10000),
    increase_basis_points integer NOT NULL DEFAULT 0 CHECK (increase_basis_points BETWEEN -5000 AND 5000),
    standard_item_id uuid,
    PRIMARY KEY (tenant_id, item_id),
    FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
    FOREIGN KEY (tenant_id, standard_item_id) REFERENCES standard_item,
    CONSTRAINT demand_item_years_in_order CHECK (to_year >= from_year)
  )`;

const fteTable = `
  CREATE TABLE demand_fte (
    tenant_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    introduction_thousandths integer CHECK (introduction_thousandths >= 0),
    operation_thousandths integer CHECK (operation_thousandths >= 0),
    PRIMARY KEY (tenant_id, demand_id, fiscal_year),
    FOREIGN KEY (tenant_id, demand_id) REFERENCES demand
  )`;

const dependencyTable = `
  CREATE TABLE demand_dependency (
    tenant_id uuid NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('needs', 'excludes', 'together')),
    PRIMARY KEY (tenant_id, from_id, to_id),
    FOREIGN KEY (tenant_id, from_id) REFERENCES demand (tenant_id, demand_id),
    FOREIGN KEY (tenant_id, to_id) REFERENCES demand (tenant_id, demand_id)
  )`;

const eventTable = `
  CREATE TABLE demand_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    demand_id uuid NOT NULL,
    kind text NOT NULL,
    from_state text,
    to_state text,
    reason text NOT NULL DEFAULT '',
    detail jsonb NOT NULL DEFAULT '{}',
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
  )`;
