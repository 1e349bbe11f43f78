import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What IT operation needs from a go-live on: null is not estimated, which is not nothing. */
export class GoLiveOperation1700000000125 implements MigrationInterface {
  name = 'GoLiveOperation1700000000125';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE task_go_live ADD COLUMN operation_fte_hundredths smallint CHECK (operation_fte_hundredths >= 0)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
