import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The technology whose trainings count for a roll-out; without one the units tell their numbers by hand. */
export class RolloutTraining1700000000188 implements MigrationInterface {
  name = 'RolloutTraining1700000000188';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE rollout ADD COLUMN technology text CHECK (technology IN ('dms', 'uc', 'beck_online', 'ai', 'other'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
