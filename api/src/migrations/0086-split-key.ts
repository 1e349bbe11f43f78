import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Keys by which shared hardware is split between networks and frames. Each change is a version of its own that nobody
 * changes or removes, with the decision that it rests on.
 */
export class SplitKey1700000000086 implements MigrationInterface {
  name = 'SplitKey1700000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE split_key (
        tenant_id uuid NOT NULL REFERENCES tenant,
        key_id uuid NOT NULL,
        name text NOT NULL,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, key_id),
        UNIQUE (tenant_id, name)
      )`);
    await protectTenantTable(runner, 'split_key', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE split_key_version (
        tenant_id uuid NOT NULL,
        key_id uuid NOT NULL,
        version integer NOT NULL,
        parts jsonb NOT NULL DEFAULT '[]',
        decided_on date,
        decision_body text,
        decision_document text,
        reason text NOT NULL DEFAULT '',
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, key_id, version),
        FOREIGN KEY (tenant_id, key_id) REFERENCES split_key,
        CONSTRAINT split_key_decision_whole CHECK (num_nulls(decided_on, decision_body, decision_document) IN (0, 3))
      )`);
    await protectTenantTable(runner, 'split_key_version', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TRIGGER split_key_version_is_final BEFORE UPDATE OR DELETE ON split_key_version
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
