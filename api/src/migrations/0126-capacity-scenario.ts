import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Questions "what if" that somebody kept, with what they said on that day: it is never reckoned anew in place. */
export class CapacityScenario1700000000126 implements MigrationInterface {
  name = 'CapacityScenario1700000000126';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capacity_scenario (
        tenant_id uuid NOT NULL REFERENCES tenant,
        scenario_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        name text NOT NULL,
        fiscal_year smallint NOT NULL,
        from_month smallint NOT NULL CHECK (from_month >= 1 AND from_month <= 12),
        volume_percent smallint NOT NULL CHECK (volume_percent >= 0),
        minutes_percent smallint NOT NULL CHECK (minutes_percent > 0),
        post_fte_hundredths smallint NOT NULL,
        slip_months smallint NOT NULL,
        milestone_id uuid,
        outcome jsonb NOT NULL,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        saved_by uuid,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, scenario_id),
        UNIQUE (tenant_id, unit_id, name),
        FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
        FOREIGN KEY (tenant_id, milestone_id) REFERENCES project_milestone
      )`);
    await protectTenantTable(runner, 'capacity_scenario', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
