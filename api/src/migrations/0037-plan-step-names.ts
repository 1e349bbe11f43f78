import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of a plan version is told from its steps, so that a name nobody knows must not stand there. */
export class PlanStepNames1700000000037 implements MigrationInterface {
  name = 'PlanStepNames1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plan_version_step ADD CHECK (step IN
        ('introduce', 'take_back', 'adopt', 'submit', 'publish', 'enter_into_force', 'supersede'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
