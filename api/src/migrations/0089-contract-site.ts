import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line for telephone or data lies at a site of the register; what was only written as text stays as text. */
export class ContractSite1700000000089 implements MigrationInterface {
  name = 'ContractSite1700000000089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE contract ADD COLUMN site_id uuid`);
    await runner.query(
      `ALTER TABLE contract ADD CONSTRAINT contract_site FOREIGN KEY (tenant_id, site_id) REFERENCES site`,
    );
    await runner.query(`CREATE INDEX contract_at_site ON contract (tenant_id, site_id) WHERE site_id IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
