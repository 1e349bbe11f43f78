import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A grant (Zuwendung) may run over several budget years: each year is an earmark of its own with its share, and all of them
 * name the first one. What comes in, its notice and what it does to the authority belong to a year.
 */
export class GrantYears1700000000180 implements MigrationInterface {
  name = 'GrantYears1700000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE earmark ADD COLUMN grant_id uuid`);
    await runner.query(
      `ALTER TABLE earmark ADD CONSTRAINT earmark_grant FOREIGN KEY (tenant_id, grant_id) REFERENCES earmark (tenant_id, earmark_id)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX earmark_grant_year ON earmark (tenant_id, grant_id, fiscal_year) WHERE grant_id IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
