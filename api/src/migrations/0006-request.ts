import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What makes commands safe to repeat (idempotency) and safe from one pair of eyes (approval). */
export class Request1700000000006 implements MigrationInterface {
  name = 'Request1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_record (
        tenant_id uuid NOT NULL REFERENCES tenant,
        person_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
        request_hash bytea NOT NULL,
        status smallint NOT NULL,
        response jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, person_id, key)
      )`);
    await runner.query(`CREATE INDEX idempotency_record_age ON idempotency_record (tenant_id, created_at)`);
    await protectTenantTable(runner, 'idempotency_record', ['SELECT', 'INSERT', 'DELETE']);
    await runner.query(`
      CREATE TABLE approval (
        tenant_id uuid NOT NULL REFERENCES tenant,
        approval_id uuid NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        request jsonb NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn')),
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_by uuid,
        decided_at timestamptz,
        decision_note text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, approval_id),
        FOREIGN KEY (tenant_id, requested_by) REFERENCES person (tenant_id, person_id),
        FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, person_id),
        CONSTRAINT approval_by_a_second_person CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> requested_by)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX approval_one_pending ON approval (tenant_id, action, subject_type, subject_id)
      WHERE state = 'pending'`);
    await protectTenantTable(runner, 'approval', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
