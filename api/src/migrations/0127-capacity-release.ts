import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Released time of units: assumed, planned, measured, realised. Hours are kept, euro follow from dated rates. */
export class CapacityRelease1700000000127 implements MigrationInterface {
  name = 'CapacityRelease1700000000127';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capacity_release (
        tenant_id uuid NOT NULL REFERENCES tenant,
        release_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        name text NOT NULL,
        task_id uuid,
        benefit_id uuid,
        stage text NOT NULL CHECK (stage IN ('assumed', 'planned', 'measured', 'realised')),
        fiscal_year smallint NOT NULL,
        year_hours integer NOT NULL,
        run_rate_hours integer NOT NULL,
        seconds_per_case integer CHECK (seconds_per_case > 0),
        grade text NOT NULL DEFAULT '',
        milestone_id uuid,
        surveyed_on date,
        post_id uuid,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        version integer NOT NULL DEFAULT 1,
        entered_by uuid,
        entered_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, release_id),
        FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
        FOREIGN KEY (tenant_id, task_id) REFERENCES task,
        FOREIGN KEY (tenant_id, benefit_id) REFERENCES benefit,
        FOREIGN KEY (tenant_id, milestone_id) REFERENCES project_milestone,
        FOREIGN KEY (tenant_id, post_id) REFERENCES post,
        CONSTRAINT capacity_release_source CHECK (num_nonnulls(task_id, benefit_id) < 2)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX capacity_release_task ON capacity_release (tenant_id, task_id) WHERE task_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX capacity_release_benefit ON capacity_release (tenant_id, benefit_id)
       WHERE benefit_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'capacity_release', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
