import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Local thresholds and settings of the budget law, each decided by two people (the approval names them) and valid from a
 * fiscal year. Rows are only added: of two for the same year the later one holds, and a past year always finds what it had.
 */
export class RuleSetting1700000000041 implements MigrationInterface {
  name = 'RuleSetting1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rule_setting (
        tenant_id uuid NOT NULL REFERENCES tenant,
        setting_id uuid NOT NULL,
        key text NOT NULL,
        valid_from smallint NOT NULL,
        value jsonb NOT NULL,
        source text NOT NULL,
        reason text NOT NULL,
        approval_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, setting_id),
        FOREIGN KEY (tenant_id, approval_id) REFERENCES approval (tenant_id, approval_id)
      )`);
    await runner.query(
      `CREATE INDEX rule_setting_key ON rule_setting (tenant_id, key, valid_from DESC, recorded_at DESC)`,
    );
    await protectTenantTable(runner, 'rule_setting', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TRIGGER rule_setting_is_final BEFORE UPDATE OR DELETE ON rule_setting
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
