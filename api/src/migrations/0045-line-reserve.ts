import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deckungsreserve and Verfügungsmittel are marked on the line: they cover nobody and are carried nowhere (§ 13 KomHKVO).
 * `is_reserve` says the same to whoever does not care which of the two it is.
 */
export class LineReserve1700000000045 implements MigrationInterface {
  name = 'LineReserve1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE budget_line
        ADD COLUMN reserve text CHECK (reserve IN ('contingency', 'discretionary')),
        ADD COLUMN is_reserve boolean NOT NULL GENERATED ALWAYS AS (reserve IS NOT NULL) STORED`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
