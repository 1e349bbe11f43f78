import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A movement that changes the authority names the decision behind it: a grant, a lock, a carry-over, an earmark. The
 * record it points to depends on the movement's kind, so there is no foreign key; the features hold it by tests.
 */
export class MovementDecision1700000000040 implements MigrationInterface {
  name = 'MovementDecision1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE movement ADD COLUMN decision_id uuid`);
    await runner.query(
      `CREATE INDEX movement_decision ON movement (tenant_id, decision_id) WHERE decision_id IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
