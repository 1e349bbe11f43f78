import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Outcomes: what is counted, whose cost stands behind it (a project or a set of lines), and the counts, which are only added. */
export class Outcome1700000000082 implements MigrationInterface {
  name = 'Outcome1700000000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outcomeTable);
    await runner.query(`CREATE INDEX outcome_by_name ON outcome (tenant_id, name, outcome_id)`);
    await protectTenantTable(runner, 'outcome', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE outcome_line (
        tenant_id uuid NOT NULL,
        outcome_id uuid NOT NULL,
        line_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, outcome_id, line_id),
        FOREIGN KEY (tenant_id, outcome_id) REFERENCES outcome,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await protectTenantTable(runner, 'outcome_line', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(countTable);
    await runner.query(
      `CREATE INDEX outcome_count_outcome ON outcome_count (tenant_id, outcome_id, measured_on, count_id)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX outcome_count_superseded_once ON outcome_count (tenant_id, supersedes_id) WHERE supersedes_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'outcome_count', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const outcomeTable = `
  CREATE TABLE outcome (
    tenant_id uuid NOT NULL REFERENCES tenant,
    outcome_id uuid NOT NULL,
    name text NOT NULL,
    piece text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('workplace', 'online_service', 'school', 'training_seat', 'other')),
    basis text NOT NULL CHECK (basis IN ('since_start', 'year')),
    description text NOT NULL DEFAULT '',
    unit_id uuid,
    project_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, outcome_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, project_id) REFERENCES project,
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
  )`;

/** Of the whole city, or of one unit. */
const countTable = `
  CREATE TABLE outcome_count (
    tenant_id uuid NOT NULL,
    count_id uuid NOT NULL,
    outcome_id uuid NOT NULL,
    unit_id uuid,
    measured_on date NOT NULL,
    operator text NOT NULL CHECK (operator IN ('exact', 'above', 'at_least', 'below', 'at_most', 'several')),
    quantity integer CHECK (quantity >= 0),
    source text NOT NULL,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    supersedes_id uuid,
    reason text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, count_id),
    FOREIGN KEY (tenant_id, outcome_id) REFERENCES outcome,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, supersedes_id) REFERENCES outcome_count (tenant_id, count_id),
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
  )`;
