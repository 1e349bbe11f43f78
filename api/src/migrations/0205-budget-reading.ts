import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Readings of a budget: an introduced plan in a meeting, with the motions that were brought in, in the order of votes. When
 * a reading is closed its adopted motions become steps of the plan, and it keeps the draft that they were put on.
 */
export class BudgetReading1700000000205 implements MigrationInterface {
  name = 'BudgetReading1700000000205';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readingTable);
    await runner.query(`CREATE INDEX budget_reading_meeting ON budget_reading (tenant_id, meeting_id)`);
    await protectTenantTable(runner, 'budget_reading', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(motionTable);
    await runner.query(`CREATE UNIQUE INDEX motion_code ON motion (tenant_id, reading_id, code) WHERE code <> ''`);
    await protectTenantTable(runner, 'motion', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await runner.query(amountTable);
    await runner.query(`CREATE INDEX motion_amount_line ON motion_amount (tenant_id, line_id)`);
    await protectTenantTable(runner, 'motion_amount', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(exclusionTable);
    await runner.query(`CREATE INDEX motion_exclusion_other ON motion_exclusion (tenant_id, other_id)`);
    await protectTenantTable(runner, 'motion_exclusion', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(finalFunction);
    await runner.query(`
      CREATE TRIGGER motion_is_final BEFORE INSERT OR UPDATE OR DELETE ON motion
      FOR EACH ROW EXECUTE FUNCTION app.motion_is_final()`);
    await runner.query(closedFunction);
    await runner.query(`
      CREATE TRIGGER budget_reading_is_final BEFORE UPDATE ON budget_reading
      FOR EACH ROW EXECUTE FUNCTION app.budget_reading_is_final()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const readingTable = `
  CREATE TABLE budget_reading (
    tenant_id uuid NOT NULL REFERENCES tenant,
    reading_id uuid NOT NULL,
    version_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('preparing', 'released', 'closed')),
    draft json,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
    created_by uuid,
    created_at timestamptz NOT NULL,
    released_by uuid,
    released_at timestamptz,
    closed_by uuid,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, reading_id),
    UNIQUE (tenant_id, version_id, meeting_id),
    FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting,
    CONSTRAINT budget_reading_keeps_its_draft CHECK ((state = 'closed') = (draft IS NOT NULL AND closed_at IS NOT NULL))
  )`;

const motionTable = `
  CREATE TABLE motion (
    tenant_id uuid NOT NULL,
    motion_id uuid NOT NULL,
    reading_id uuid NOT NULL,
    place integer NOT NULL,
    mover text NOT NULL CHECK (mover IN ('group', 'administration')),
    origin text NOT NULL,
    code text NOT NULL DEFAULT '',
    title text NOT NULL,
    reason text NOT NULL DEFAULT '',
    cover_note text NOT NULL DEFAULT '',
    unit_id uuid,
    fte_hundredths integer NOT NULL DEFAULT 0,
    result text NOT NULL DEFAULT 'open'
      CHECK (result IN ('open', 'adopted', 'rejected', 'referred', 'withdrawn', 'overtaken')),
    yes_votes smallint,
    no_votes smallint,
    abstained_votes smallint,
    overtaken_by uuid,
    brought_by uuid,
    brought_at timestamptz NOT NULL,
    voted_by uuid,
    voted_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, motion_id),
    FOREIGN KEY (tenant_id, reading_id) REFERENCES budget_reading ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, overtaken_by) REFERENCES motion,
    CONSTRAINT motion_posts_have_a_unit CHECK ((unit_id IS NULL) = (fte_hundredths = 0)),
    CONSTRAINT motion_counts_are_whole CHECK (
      (yes_votes IS NULL) = (no_votes IS NULL) AND (yes_votes IS NULL) = (abstained_votes IS NULL)),
    CONSTRAINT motion_is_overtaken_by_one CHECK ((result = 'overtaken') = (overtaken_by IS NOT NULL)),
    CONSTRAINT motion_vote_is_dated CHECK ((result = 'open') = (voted_at IS NULL))
  )`;

const amountTable = `
  CREATE TABLE motion_amount (
    tenant_id uuid NOT NULL,
    motion_id uuid NOT NULL,
    line_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    is_cover boolean NOT NULL,
    PRIMARY KEY (tenant_id, motion_id, line_id, fiscal_year),
    FOREIGN KEY (tenant_id, motion_id) REFERENCES motion ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
  )`;

/** Of the two only one can be adopted; stored once, whichever of them names the other. */
const exclusionTable = `
  CREATE TABLE motion_exclusion (
    tenant_id uuid NOT NULL,
    motion_id uuid NOT NULL,
    other_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, motion_id, other_id),
    FOREIGN KEY (tenant_id, motion_id) REFERENCES motion ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, other_id) REFERENCES motion ON DELETE CASCADE
  )`;

const finalFunction = `
  CREATE FUNCTION app.motion_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE v_row motion := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  BEGIN
    IF EXISTS (SELECT FROM budget_reading r WHERE r.tenant_id = v_row.tenant_id AND r.reading_id = v_row.reading_id
               AND r.state = 'closed') THEN
      RAISE EXCEPTION 'the motions of a closed reading are final' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN v_row;
  END $$`;

const closedFunction = `
  CREATE FUNCTION app.budget_reading_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state = 'closed' THEN
      RAISE EXCEPTION 'a closed reading is final' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$`;
