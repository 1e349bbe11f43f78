import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fiscal data package tells the Ansatz that was proposed, approved and adjusted apart: each becomes a version of its own. */
export class ImportPlanPhase1700000000210 implements MigrationInterface {
  name = 'ImportPlanPhase1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE import_amount ADD COLUMN plan_phase text CHECK (plan_phase IN ('proposed', 'approved', 'adjusted'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
