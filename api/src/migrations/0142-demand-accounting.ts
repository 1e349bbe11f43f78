import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * How each item of a demand is budgeted (what finance decided where the program proposed something else or asked), the papers of an
 * investment, in which year a demand is planned, and which step of which plan version it became: that link stays for ever.
 */
export class DemandAccounting1700000000142 implements MigrationInterface {
  name = 'DemandAccounting1700000000142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demand_item_account (
        tenant_id uuid NOT NULL,
        item_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        is_standalone boolean NOT NULL DEFAULT true,
        paid_months smallint CHECK (paid_months BETWEEN 1 AND 240),
        decided_as text CHECK (decided_as IN ('expense', 'investment')),
        reason text NOT NULL DEFAULT '',
        decided_by uuid,
        decided_at timestamptz,
        PRIMARY KEY (tenant_id, item_id),
        FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
        FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'demand_item_account', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(`
      CREATE TABLE demand_paper (
        tenant_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        alternatives jsonb NOT NULL DEFAULT '[]',
        recommendation text NOT NULL DEFAULT '',
        rate_basis_points integer NOT NULL DEFAULT 300 CHECK (rate_basis_points BETWEEN 0 AND 10000),
        follow_up_cents bigint CHECK (follow_up_cents >= 0),
        follow_up_reason text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, demand_id),
        FOREIGN KEY (tenant_id, demand_id) REFERENCES demand
      )`);
    await protectTenantTable(runner, 'demand_paper', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE demand_start (
        tenant_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        start_year smallint NOT NULL,
        set_by uuid,
        set_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, demand_id),
        FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
        FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'demand_start', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE demand_transfer (
        tenant_id uuid NOT NULL,
        transfer_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        version_id uuid NOT NULL,
        change_id uuid NOT NULL,
        project_id uuid,
        amount_cents bigint NOT NULL,
        transferred_by uuid,
        transferred_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, transfer_id),
        UNIQUE (tenant_id, demand_id, version_id),
        FOREIGN KEY (tenant_id, demand_id) REFERENCES demand,
        FOREIGN KEY (tenant_id, transferred_by) REFERENCES person (tenant_id, person_id)
      )`);
    await protectTenantTable(runner, 'demand_transfer', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
