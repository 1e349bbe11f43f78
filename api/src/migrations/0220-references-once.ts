import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a file of a million bookings pays for each of its rows and needs only once. An order names its line by city and line,
 * and the line names its city: a second reference from the order to the city proves nothing more. Staged amounts are read
 * and removed import by import and never one by one, so they are found by their import and carry no key of their own.
 */
export class ReferencesOnce1700000000220 implements MigrationInterface {
  name = 'ReferencesOnce1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE purchase_order DROP CONSTRAINT purchase_order_tenant_id_fkey`);
    await runner.query(`ALTER TABLE import_amount DROP CONSTRAINT import_amount_pkey`);
    await runner.query(`CREATE INDEX import_amount_import ON import_amount (tenant_id, import_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
