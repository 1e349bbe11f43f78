import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remarks that a department keeps in its workbook, beside a demand and beside each of its items. */
export class DemandSheet1700000000200 implements MigrationInterface {
  name = 'DemandSheet1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE demand ADD COLUMN sheet_note text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE demand_item ADD COLUMN sheet_note text NOT NULL DEFAULT ''`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
