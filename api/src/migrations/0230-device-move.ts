import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Part of a batch can move to another unit or site: it becomes a batch of its own, and both say where the other one is. */
export class DeviceMove1700000000230 implements MigrationInterface {
  name = 'DeviceMove1700000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE device_event DROP CONSTRAINT device_event_kind_check,
        ADD CONSTRAINT device_event_kind_check
          CHECK (kind IN ('created', 'changed', 'disposed', 'moved_out', 'moved_in')),
        ADD COLUMN other_batch_id uuid`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
