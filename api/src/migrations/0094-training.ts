import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Trainings with their sessions, how many came from which unit, and how many people of a unit are to be trained. */
export class Training1700000000094 implements MigrationInterface {
  name = 'Training1700000000094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trainingTable);
    await runner.query(
      `CREATE UNIQUE INDEX training_name_once ON training (tenant_id, unit_id, name) NULLS NOT DISTINCT`,
    );
    await runner.query(`CREATE INDEX training_by_name ON training (tenant_id, name, training_id)`);
    await protectTenantTable(runner, 'training', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(sessionTable);
    await runner.query(
      `CREATE INDEX training_session_training ON training_session (tenant_id, training_id, starts_on DESC)`,
    );
    await protectTenantTable(runner, 'training_session', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(attendanceTable);
    await runner.query(`CREATE INDEX training_attendance_unit ON training_attendance (tenant_id, unit_id)`);
    await protectTenantTable(runner, 'training_attendance', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(targetTable);
    await protectTenantTable(runner, 'training_target', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const trainingTable = `
  CREATE TABLE training (
    tenant_id uuid NOT NULL REFERENCES tenant,
    training_id uuid NOT NULL,
    name text NOT NULL,
    unit_id uuid,
    note text NOT NULL DEFAULT '',
    technology text NOT NULL CHECK (technology IN ('dms', 'uc', 'beck_online', 'ai', 'other')),
    format text NOT NULL CHECK (format IN ('live', 'e_learning')),
    provider text NOT NULL DEFAULT '',
    unit_price_cents bigint CHECK (unit_price_cents >= 0),
    line_id uuid,
    contract_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, training_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
  )`;

const sessionTable = `
  CREATE TABLE training_session (
    tenant_id uuid NOT NULL,
    session_id uuid NOT NULL,
    training_id uuid NOT NULL,
    starts_on date NOT NULL,
    seats integer NOT NULL CHECK (seats > 0),
    place text NOT NULL DEFAULT '',
    is_held boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, session_id),
    FOREIGN KEY (tenant_id, training_id) REFERENCES training
  )`;

const attendanceTable = `
  CREATE TABLE training_attendance (
    tenant_id uuid NOT NULL,
    session_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    people integer NOT NULL CHECK (people >= 0),
    PRIMARY KEY (tenant_id, session_id, unit_id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES training_session,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit
  )`;

const targetTable = `
  CREATE TABLE training_target (
    tenant_id uuid NOT NULL REFERENCES tenant,
    unit_id uuid NOT NULL,
    technology text NOT NULL CHECK (technology IN ('dms', 'uc', 'beck_online', 'ai', 'other')),
    people integer NOT NULL CHECK (people >= 0),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, unit_id, technology),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit
  )`;
