import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a budget note excludes from carrying over stands on the line (R10, § 20 KomHKVO: transferable unless excluded). */
export class LineCarryOver1700000000160 implements MigrationInterface {
  name = 'LineCarryOver1700000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE budget_line ADD COLUMN may_carry_over boolean NOT NULL DEFAULT true`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
