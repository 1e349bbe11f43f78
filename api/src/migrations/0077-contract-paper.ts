import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes and documents also hang on contracts. */
export class ContractPaper1700000000077 implements MigrationInterface {
  name = 'ContractPaper1700000000077';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['note', 'document']) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_subject_type_check`);
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_subject_type_check
           CHECK (subject_type IN ('budget_line', 'purchase_order', 'movement', 'contract'))`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
