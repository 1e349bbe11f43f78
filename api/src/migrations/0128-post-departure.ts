import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** On which day a post falls vacant, how long it takes to fill, and how a successor learns. Who leaves is not kept. */
export class PostDeparture1700000000128 implements MigrationInterface {
  name = 'PostDeparture1700000000128';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_departure (
        tenant_id uuid NOT NULL,
        post_id uuid NOT NULL,
        leaves_on date NOT NULL,
        days_to_fill smallint CHECK (days_to_fill >= 0),
        ramp_up_percents smallint[] NOT NULL DEFAULT '{}',
        noted_by uuid,
        noted_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, post_id),
        FOREIGN KEY (tenant_id, post_id) REFERENCES post
      )`);
    await protectTenantTable(runner, 'post_departure', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
