import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Which systems a service runs on. */
export class ServiceSystem1700000000187 implements MigrationInterface {
  name = 'ServiceSystem1700000000187';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE service_system (
        tenant_id uuid NOT NULL,
        service_id uuid NOT NULL,
        system_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, service_id, system_id),
        FOREIGN KEY (tenant_id, service_id) REFERENCES service,
        FOREIGN KEY (tenant_id, system_id) REFERENCES system
      )`);
    await runner.query(`CREATE INDEX service_system_system ON service_system (tenant_id, system_id)`);
    await protectTenantTable(runner, 'service_system', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
