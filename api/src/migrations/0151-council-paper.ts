import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Council papers, their way through meetings, and the papers that they refer to. The text names figures; snapshots hold them. */
export class CouncilPaper1700000000151 implements MigrationInterface {
  name = 'CouncilPaper1700000000151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE council_paper (
        tenant_id uuid NOT NULL REFERENCES tenant,
        paper_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('information', 'statement', 'question', 'decision')),
        ds_number text,
        title text NOT NULL,
        office text NOT NULL DEFAULT '',
        is_public boolean NOT NULL,
        dated_on date,
        body text NOT NULL DEFAULT '',
        snapshot_id uuid,
        previous_snapshot_id uuid,
        figure_key text NOT NULL DEFAULT '',
        extra_id uuid,
        ref_numbers text[] NOT NULL DEFAULT '{}',
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        published_at timestamptz,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'source', 'demo')),
        created_by uuid,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, paper_id),
        FOREIGN KEY (tenant_id, snapshot_id) REFERENCES snapshot,
        FOREIGN KEY (tenant_id, previous_snapshot_id) REFERENCES snapshot,
        FOREIGN KEY (tenant_id, extra_id) REFERENCES extra_request (tenant_id, request_id),
        FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
        CHECK (state = 'draft' OR published_at IS NOT NULL)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX council_paper_number ON council_paper (tenant_id, ds_number) WHERE ds_number IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX council_paper_newest ON council_paper (tenant_id, created_at DESC, paper_id DESC)`,
    );
    await protectTenantTable(runner, 'council_paper', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE paper_step (
        tenant_id uuid NOT NULL,
        paper_id uuid NOT NULL,
        position smallint NOT NULL,
        meeting_id uuid NOT NULL,
        consultation text NOT NULL CHECK (consultation IN ('knowledge', 'preparation', 'decision')),
        PRIMARY KEY (tenant_id, paper_id, position),
        UNIQUE (tenant_id, paper_id, meeting_id),
        FOREIGN KEY (tenant_id, paper_id) REFERENCES council_paper,
        FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting
      )`);
    await runner.query(`CREATE INDEX paper_step_meeting ON paper_step (tenant_id, meeting_id)`);
    await protectTenantTable(runner, 'paper_step', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
