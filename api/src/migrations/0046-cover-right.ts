import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** One-sided cover by budget note: the drawing line may draw on the giving line, never the other way round (T6b). */
export class CoverRight1700000000046 implements MigrationInterface {
  name = 'CoverRight1700000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cover_right (
        tenant_id uuid NOT NULL REFERENCES tenant,
        right_id uuid NOT NULL,
        drawing_line_id uuid NOT NULL,
        giving_line_id uuid NOT NULL,
        budget_note text NOT NULL,
        declared_by uuid NOT NULL,
        declared_at timestamptz NOT NULL,
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, right_id),
        FOREIGN KEY (tenant_id, drawing_line_id) REFERENCES budget_line,
        FOREIGN KEY (tenant_id, giving_line_id) REFERENCES budget_line
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX cover_right_once ON cover_right (tenant_id, drawing_line_id, giving_line_id)
      WHERE ended_at IS NULL`);
    await runner.query(
      `CREATE INDEX cover_right_giving ON cover_right (tenant_id, giving_line_id) WHERE ended_at IS NULL`,
    );
    await protectTenantTable(runner, 'cover_right', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
