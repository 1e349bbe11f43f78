import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Planning rounds with the last day of each phase, their ceilings by frame and year (NULL is unknown, not zero), and the
 * standard items with prices from which demands are put together.
 */
export class PlanningRound1700000000130 implements MigrationInterface {
  name = 'PlanningRound1700000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roundTable);
    await runner.query(`CREATE UNIQUE INDEX planning_round_year ON planning_round (tenant_id, first_year)`);
    await protectTenantTable(runner, 'planning_round', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE round_ceiling (
        tenant_id uuid NOT NULL,
        round_id uuid NOT NULL,
        frame text NOT NULL CHECK (frame IN ('CORE', 'SCHOOL_NET', 'FEES')),
        fiscal_year smallint NOT NULL,
        ceiling_cents bigint CHECK (ceiling_cents >= 0),
        source text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, round_id, frame, fiscal_year),
        FOREIGN KEY (tenant_id, round_id) REFERENCES planning_round
      )`);
    await protectTenantTable(runner, 'round_ceiling', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(standardItemTable);
    await runner.query(`CREATE INDEX standard_item_by_name ON standard_item (tenant_id, name, standard_item_id)`);
    await protectTenantTable(runner, 'standard_item', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const roundTable = `
  CREATE TABLE planning_round (
    tenant_id uuid NOT NULL REFERENCES tenant,
    round_id uuid NOT NULL,
    first_year smallint NOT NULL CHECK (first_year BETWEEN 1900 AND 2199),
    last_year smallint NOT NULL,
    state text NOT NULL DEFAULT 'preparing' CHECK (state IN ('preparing', 'open', 'frozen', 'closed')),
    call_letter text NOT NULL DEFAULT '',
    submit_by date NOT NULL,
    determine_by date NOT NULL,
    examine_by date NOT NULL,
    deliberate_by date NOT NULL,
    plan_by date NOT NULL,
    adopt_by date NOT NULL,
    previous_round_id uuid,
    last_number integer NOT NULL DEFAULT 0,
    state_reason text NOT NULL DEFAULT '',
    state_changed_at timestamptz,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'demo')),
    created_by uuid,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, round_id),
    FOREIGN KEY (tenant_id, previous_round_id) REFERENCES planning_round (tenant_id, round_id),
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT planning_round_years CHECK (last_year IN (first_year, first_year + 1)),
    CONSTRAINT planning_round_phases CHECK (submit_by <= determine_by AND determine_by <= examine_by
      AND examine_by <= deliberate_by AND deliberate_by <= plan_by AND plan_by <= adopt_by)
  )`;

const standardItemTable = `
  CREATE TABLE standard_item (
    tenant_id uuid NOT NULL REFERENCES tenant,
    standard_item_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('services', 'supplies', 'device', 'licence', 'fees', 'training')),
    rhythm text NOT NULL CHECK (rhythm IN ('one_off', 'recurring')),
    unit text NOT NULL,
    unit_price_cents bigint CHECK (unit_price_cents >= 0),
    basis text NOT NULL DEFAULT 'net' CHECK (basis IN ('net', 'gross')),
    vat_basis_points integer NOT NULL DEFAULT 1900 CHECK (vat_basis_points BETWEEN 0 AND 10000),
    source text NOT NULL DEFAULT '',
    as_of date NOT NULL,
    is_archived boolean NOT NULL DEFAULT false,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'demo')),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, standard_item_id)
  )`;
