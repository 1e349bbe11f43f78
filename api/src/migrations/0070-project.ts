import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Projects (Vorhaben) in their tree, what happened to them, and the budget lines that pay for them. A link has its years, so
 * that a line that moves leaves its history where it was; a line pays for one project at a time.
 */
export class Project1700000000070 implements MigrationInterface {
  name = 'Project1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(projectTable);
    await runner.query(
      `CREATE UNIQUE INDEX project_key_once ON project (tenant_id, project_key) WHERE project_key <> ''`,
    );
    await runner.query(`CREATE INDEX project_children ON project (tenant_id, parent_id)`);
    await runner.query(`CREATE INDEX project_by_name ON project (tenant_id, name, project_id)`);
    await protectTenantTable(runner, 'project', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(eventTable);
    await runner.query(`CREATE INDEX project_event_project ON project_event (tenant_id, project_id, event_id DESC)`);
    await protectTenantTable(runner, 'project_event', ['SELECT', 'INSERT']);
    await runner.query(lineTable);
    await runner.query(`CREATE INDEX project_line_project ON project_line (tenant_id, project_id)`);
    await runner.query(`CREATE INDEX project_line_line ON project_line (tenant_id, line_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX project_line_open_once ON project_line (tenant_id, line_id) WHERE to_year IS NULL`,
    );
    await protectTenantTable(runner, 'project_line', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const projectTable = `
  CREATE TABLE project (
    tenant_id uuid NOT NULL REFERENCES tenant,
    project_id uuid NOT NULL,
    parent_id uuid,
    level text NOT NULL CHECK (level IN ('portfolio', 'programme', 'project')),
    project_key text NOT NULL DEFAULT '',
    form text NOT NULL DEFAULT 'single' CHECK (form IN ('single', 'collective')),
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    sponsor text NOT NULL DEFAULT '',
    unit_id uuid,
    phase text NOT NULL CHECK (phase IN ('idea', 'preparation', 'procurement', 'implementation', 'roll_out', 'handover')),
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'paused', 'closed')),
    progress_method text NOT NULL DEFAULT 'milestones' CHECK (progress_method IN ('milestones', 'judged')),
    planned_start date NOT NULL,
    planned_end date NOT NULL,
    started_on date,
    closed_on date,
    close_reason text NOT NULL DEFAULT '',
    reported_on date NOT NULL,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, project_id),
    FOREIGN KEY (tenant_id, parent_id) REFERENCES project (tenant_id, project_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT project_not_its_own_parent CHECK (parent_id <> project_id),
    CONSTRAINT project_dates_in_order CHECK (planned_end >= planned_start)
  )`;

/** No reference to the project: what happened stays readable even when a project that never began was taken away. */
const eventTable = `
  CREATE TABLE project_event (
    tenant_id uuid NOT NULL REFERENCES tenant,
    event_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL DEFAULT '',
    detail jsonb NOT NULL DEFAULT '{}',
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
  )`;

const lineTable = `
  CREATE TABLE project_line (
    tenant_id uuid NOT NULL,
    link_id uuid NOT NULL,
    project_id uuid NOT NULL,
    line_id uuid NOT NULL,
    from_year smallint NOT NULL,
    to_year smallint,
    reason text NOT NULL DEFAULT '',
    linked_by uuid NOT NULL,
    linked_at timestamptz NOT NULL,
    end_reason text NOT NULL DEFAULT '',
    ended_by uuid,
    ended_at timestamptz,
    PRIMARY KEY (tenant_id, link_id),
    FOREIGN KEY (tenant_id, project_id) REFERENCES project,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    CONSTRAINT project_line_years_in_order CHECK (to_year IS NULL OR to_year >= from_year)
  )`;
