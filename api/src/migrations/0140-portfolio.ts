import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * What the decision of a round is made with: the city's dated weights (a new set never changes an old one), the ratings of demands,
 * and the staff that serves demands, year by year (NULL takes what the capacity side reckons).
 */
export class Portfolio1700000000140 implements MigrationInterface {
  name = 'Portfolio1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE score_weights (
        tenant_id uuid NOT NULL REFERENCES tenant,
        weights_id uuid NOT NULL,
        number integer NOT NULL,
        benefit smallint NOT NULL CHECK (benefit BETWEEN 0 AND 100),
        urgency smallint NOT NULL CHECK (urgency BETWEEN 0 AND 100),
        reach smallint NOT NULL CHECK (reach BETWEEN 0 AND 100),
        readiness smallint NOT NULL CHECK (readiness BETWEEN 0 AND 100),
        delay_percent smallint NOT NULL CHECK (delay_percent BETWEEN 0 AND 100),
        reason text NOT NULL,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, weights_id),
        UNIQUE (tenant_id, number),
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'score_weights', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE demand_rating (
        tenant_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        benefit smallint NOT NULL CHECK (benefit BETWEEN 0 AND 10),
        urgency smallint NOT NULL CHECK (urgency BETWEEN 0 AND 10),
        reach smallint NOT NULL CHECK (reach BETWEEN 0 AND 10),
        readiness smallint NOT NULL CHECK (readiness BETWEEN 0 AND 10),
        reason text NOT NULL DEFAULT '',
        rated_by uuid,
        rated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, demand_id),
        FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
        FOREIGN KEY (tenant_id, rated_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'demand_rating', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE round_staff (
        tenant_id uuid NOT NULL,
        round_id uuid NOT NULL,
        unit_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, round_id),
        FOREIGN KEY (tenant_id, round_id) REFERENCES planning_round,
        FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit
      )`);
    await protectTenantTable(runner, 'round_staff', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE round_staff_year (
        tenant_id uuid NOT NULL,
        round_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        thousandths integer NOT NULL CHECK (thousandths >= 0),
        source text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, round_id, fiscal_year),
        FOREIGN KEY (tenant_id, round_id) REFERENCES planning_round
      )`);
    await protectTenantTable(runner, 'round_staff_year', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
