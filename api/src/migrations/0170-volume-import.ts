import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Case numbers of tasks come by import, too. */
export class VolumeImport1700000000170 implements MigrationInterface {
  name = 'VolumeImport1700000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_run DROP CONSTRAINT import_run_kind_check`);
    await runner.query(
      `ALTER TABLE import_run ADD CONSTRAINT import_run_kind_check CHECK (kind IN ('plan_lines', 'actuals', 'bookings',
         'organization', 'projects', 'contracts', 'devices', 'sites', 'posts', 'staffing_plan', 'volumes'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
