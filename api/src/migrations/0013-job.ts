import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowOwnerAcrossTenants, protectTenantTable } from './tenant-table';

/** Long work that people watch: its state, progress and whether somebody asked to stop it. */
export class Job1700000000013 implements MigrationInterface {
  name = 'Job1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job (
        tenant_id uuid NOT NULL REFERENCES tenant,
        job_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
        progress integer NOT NULL DEFAULT 0,
        progress_total integer,
        step text NOT NULL DEFAULT '',
        failure_code text,
        cancel_requested boolean NOT NULL DEFAULT false,
        actor_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        heartbeat_at timestamptz,
        finished_at timestamptz,
        PRIMARY KEY (tenant_id, job_id)
      )`);
    await protectTenantTable(runner, 'job', ['SELECT', 'INSERT', 'UPDATE']);
    await allowOwnerAcrossTenants(runner, 'job');
    await runner.query(`
      CREATE FUNCTION app.orphaned_jobs(p_before timestamptz)
      RETURNS TABLE (tenant_id uuid, job_id uuid, kind text, subject_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
      BEGIN ATOMIC
        SELECT j.tenant_id, j.job_id, j.kind, j.subject_id FROM job j
        WHERE j.state = 'running' AND (j.heartbeat_at IS NULL OR j.heartbeat_at < p_before);
      END`);
    await runner.query(`REVOKE ALL ON FUNCTION app.orphaned_jobs(timestamptz) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.orphaned_jobs(timestamptz) TO app_rw`);
    await runner.query(`CREATE FUNCTION app.tenant_ids() RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
      BEGIN ATOMIC SELECT tenant_id FROM tenant; END`);
    await runner.query(`REVOKE ALL ON FUNCTION app.tenant_ids() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.tenant_ids() TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
