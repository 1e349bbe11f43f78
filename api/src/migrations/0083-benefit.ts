import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Benefits of projects: who answers for them, what was planned and came by year, and the reviews. Figures are only added. */
export class Benefit1700000000083 implements MigrationInterface {
  name = 'Benefit1700000000083';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(benefitTable);
    await runner.query(`CREATE INDEX benefit_by_name ON benefit (tenant_id, name, benefit_id)`);
    await protectTenantTable(runner, 'benefit', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE benefit_figure (
        tenant_id uuid NOT NULL,
        figure_id uuid NOT NULL,
        benefit_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('planned', 'realised')),
        hours integer NOT NULL CHECK (hours >= 0),
        amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
        reason text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, figure_id),
        FOREIGN KEY (tenant_id, benefit_id) REFERENCES benefit,
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(
      `CREATE INDEX benefit_figure_benefit ON benefit_figure (tenant_id, benefit_id, fiscal_year, figure_id)`,
    );
    await protectTenantTable(runner, 'benefit_figure', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TABLE benefit_review (
        tenant_id uuid NOT NULL,
        review_id uuid NOT NULL,
        benefit_id uuid NOT NULL,
        due_on date,
        held_on date NOT NULL,
        text text NOT NULL,
        next_on date,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, review_id),
        FOREIGN KEY (tenant_id, benefit_id) REFERENCES benefit,
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
      )`);
    await runner.query(`CREATE INDEX benefit_review_benefit ON benefit_review (tenant_id, benefit_id, review_id DESC)`);
    await protectTenantTable(runner, 'benefit_review', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/** What frees hours does so from the day its capability is live in the unit, where it names one. */
const benefitTable = `
  CREATE TABLE benefit (
    tenant_id uuid NOT NULL REFERENCES tenant,
    benefit_id uuid NOT NULL,
    project_id uuid NOT NULL,
    unit_id uuid,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    owner text NOT NULL,
    capability text CHECK (capability IN ('records', 'e_file', 'workflow', 'digital_post')),
    review_on date,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, benefit_id),
    FOREIGN KEY (tenant_id, project_id) REFERENCES project,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
  )`;
