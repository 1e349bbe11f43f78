import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What was measured, asked and told about roll-outs: added, never changed. A correction takes the place of what it names. */
export class RolloutReport1700000000081 implements MigrationInterface {
  name = 'RolloutReport1700000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(measurementTable);
    await runner.query(
      `CREATE INDEX rollout_measurement_goal ON rollout_measurement (tenant_id, goal_id, measured_on, measurement_id)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX rollout_measurement_superseded_once ON rollout_measurement (tenant_id, supersedes_id) WHERE supersedes_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'rollout_measurement', ['SELECT', 'INSERT']);
    await runner.query(surveyTable);
    await runner.query(`CREATE INDEX rollout_survey_rollout ON rollout_survey (tenant_id, rollout_id, held_on)`);
    await protectTenantTable(runner, 'rollout_survey', ['SELECT', 'INSERT']);
    await runner.query(eventTable);
    await runner.query(`CREATE INDEX rollout_event_rollout ON rollout_event (tenant_id, rollout_id, event_id DESC)`);
    await protectTenantTable(runner, 'rollout_event', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/** A share with its operator: "> 70 %" has no counts, "several" no number at all. */
const measurementTable = `
  CREATE TABLE rollout_measurement (
    tenant_id uuid NOT NULL,
    measurement_id uuid NOT NULL,
    goal_id uuid NOT NULL,
    measured_on date NOT NULL,
    operator text NOT NULL CHECK (operator IN ('exact', 'above', 'at_least', 'below', 'at_most', 'several')),
    numerator integer CHECK (numerator >= 0),
    denominator integer CHECK (denominator > 0),
    share_basis_points integer CHECK (share_basis_points BETWEEN 0 AND 10000),
    source text NOT NULL,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    supersedes_id uuid,
    reason text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, measurement_id),
    FOREIGN KEY (tenant_id, goal_id) REFERENCES rollout_goal,
    FOREIGN KEY (tenant_id, supersedes_id) REFERENCES rollout_measurement (tenant_id, measurement_id),
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id),
    CONSTRAINT rollout_measurement_of_whole CHECK (numerator <= denominator)
  )`;

/** Counts of answers from worst to best; nothing about single people. */
const surveyTable = `
  CREATE TABLE rollout_survey (
    tenant_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    rollout_id uuid NOT NULL,
    held_on date NOT NULL,
    question text NOT NULL,
    invited integer NOT NULL CHECK (invited > 0),
    answered_1 integer NOT NULL CHECK (answered_1 >= 0),
    answered_2 integer NOT NULL CHECK (answered_2 >= 0),
    answered_3 integer NOT NULL CHECK (answered_3 >= 0),
    answered_4 integer NOT NULL CHECK (answered_4 >= 0),
    answered_5 integer NOT NULL CHECK (answered_5 >= 0),
    source text NOT NULL DEFAULT '',
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, survey_id),
    FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout,
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
  )`;

const eventTable = `
  CREATE TABLE rollout_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    rollout_id uuid NOT NULL,
    unit_id uuid,
    kind text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    note text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, rollout_id) REFERENCES rollout,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, person_id)
  )`;
