import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the last records of a file begin (`offset` in bytes, `rowNumber` from 1), counted while it arrives: to understand a
 * file its end is looked at, and it need not be run through for that. Null where it was not counted.
 */
export class FileEnd1700000000292 implements MigrationInterface {
  name = 'FileEnd1700000000292';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_run ADD COLUMN last_records jsonb`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
