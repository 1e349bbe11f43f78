import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** The framework contract that a contract is called off, and what a project buys. */
export class Procurement1700000000186 implements MigrationInterface {
  name = 'Procurement1700000000186';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE contract ADD COLUMN framework text NOT NULL DEFAULT ''`);
    await runner.query(`
      CREATE TABLE project_purchase (
        tenant_id uuid NOT NULL,
        purchase_id uuid NOT NULL,
        project_id uuid NOT NULL,
        name text NOT NULL,
        net_cents bigint NOT NULL CHECK (net_cents > 0),
        framework text NOT NULL DEFAULT '',
        is_in_house boolean NOT NULL,
        wanted_on date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text NOT NULL DEFAULT '',
        PRIMARY KEY (tenant_id, purchase_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project,
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(`CREATE INDEX project_purchase_project ON project_purchase (tenant_id, project_id)`);
    await protectTenantTable(runner, 'project_purchase', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
