import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booking without a plan in force names its ground (§ 116 NKomVG), so that the council can be told what stands on which. */
export class ProvisionalGround1700000000060 implements MigrationInterface {
  name = 'ProvisionalGround1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE movement
        ADD COLUMN provisional_ground text
          CHECK (provisional_ground IN ('legal_duty', 'unpostponable', 'continued_investment')),
        ADD COLUMN provisional_basis text NOT NULL DEFAULT '',
        ADD CONSTRAINT movement_provisional_basis CHECK (provisional_basis = '' OR provisional_ground IS NOT NULL)`);
    await runner.query(`
      CREATE INDEX movement_provisional ON movement (tenant_id, fiscal_year, line_id)
      WHERE provisional_ground IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
