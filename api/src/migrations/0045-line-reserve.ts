import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deckungsreserve and Verfügungsmittel are marked on the line: they cover nobody and are carried nowhere (§ 13 KomHKVO). */
export class LineReserve1700000000045 implements MigrationInterface {
  name = 'LineReserve1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE budget_line ADD COLUMN reserve text CHECK (reserve IN ('contingency', 'discretionary'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
