import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowOwnerAcrossTenants, protectTenantTable } from './tenant-table';

/** People, their roles with unit and end date, their login sessions, tokens and one-time links. */
export class Person1700000000003 implements MigrationInterface {
  name = 'Person1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await createPerson(runner);
    await createRoleAssignment(runner);
    await createSession(runner);
    await createPersonalToken(runner);
    await createLink(runner);
    for (const table of ['org_unit', 'person', 'role_assignment', 'login_session', 'personal_token', 'one_time_link']) {
      await allowOwnerAcrossTenants(runner, table);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

async function createPerson(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE person (
      tenant_id uuid NOT NULL REFERENCES tenant,
      person_id uuid NOT NULL,
      email text NOT NULL CHECK (email = lower(email)),
      display_name text NOT NULL,
      password_hash text,
      password_changed_at timestamptz,
      status text NOT NULL CHECK (status IN ('invited', 'active', 'disabled')),
      created_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      PRIMARY KEY (tenant_id, person_id)
    )`);
  // One address, one person per installation: the login resolves the tenant from it.
  await runner.query(`CREATE UNIQUE INDEX person_email ON person (email)`);
  await protectTenantTable(runner, 'person', ['SELECT', 'INSERT', 'UPDATE']);
}

async function createRoleAssignment(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE role_assignment (
      tenant_id uuid NOT NULL,
      assignment_id uuid NOT NULL,
      person_id uuid NOT NULL,
      role text NOT NULL,
      unit_id uuid,
      kind text,
      substitute_for uuid,
      valid_from date NOT NULL,
      valid_to date,
      ended_at timestamptz,
      PRIMARY KEY (tenant_id, assignment_id),
      FOREIGN KEY (tenant_id, person_id) REFERENCES person,
      FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
      FOREIGN KEY (tenant_id, substitute_for) REFERENCES person (tenant_id, person_id),
      CONSTRAINT role_assignment_substitute_ends CHECK (substitute_for IS NULL OR valid_to IS NOT NULL),
      CONSTRAINT role_assignment_not_for_oneself CHECK (substitute_for <> person_id)
    )`);
  await runner.query(`CREATE INDEX role_assignment_person ON role_assignment (tenant_id, person_id)`);
  // Rows stay when a role is taken away: who held what and when is part of the proof.
  await protectTenantTable(runner, 'role_assignment', ['SELECT', 'INSERT', 'UPDATE']);
}

async function createSession(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE login_session (
      tenant_id uuid NOT NULL,
      session_id uuid NOT NULL,
      secret_hash bytea NOT NULL,
      csrf_hash bytea NOT NULL,
      person_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      device text NOT NULL,
      PRIMARY KEY (tenant_id, session_id),
      FOREIGN KEY (tenant_id, person_id) REFERENCES person
    )`);
  await runner.query(`CREATE UNIQUE INDEX login_session_secret ON login_session (secret_hash)`);
  await runner.query(`CREATE INDEX login_session_person ON login_session (tenant_id, person_id)`);
  await protectTenantTable(runner, 'login_session', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
}

async function createPersonalToken(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE personal_token (
      tenant_id uuid NOT NULL,
      token_id uuid NOT NULL,
      person_id uuid NOT NULL,
      name text NOT NULL,
      secret_hash bytea NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      PRIMARY KEY (tenant_id, token_id),
      FOREIGN KEY (tenant_id, person_id) REFERENCES person
    )`);
  await runner.query(`CREATE UNIQUE INDEX personal_token_secret ON personal_token (secret_hash)`);
  await protectTenantTable(runner, 'personal_token', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
}

async function createLink(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE one_time_link (
      tenant_id uuid NOT NULL,
      link_id uuid NOT NULL,
      person_id uuid NOT NULL,
      purpose text NOT NULL CHECK (purpose IN ('invitation', 'password_reset')),
      secret_hash bytea NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (tenant_id, link_id),
      FOREIGN KEY (tenant_id, person_id) REFERENCES person
    )`);
  await runner.query(`CREATE UNIQUE INDEX one_time_link_secret ON one_time_link (secret_hash)`);
  await protectTenantTable(runner, 'one_time_link', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
}
