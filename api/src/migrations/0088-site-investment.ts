import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Money that goes into the network of a site, planned or done; what came to nothing is dropped and stays to be seen. */
export class SiteInvestment1700000000088 implements MigrationInterface {
  name = 'SiteInvestment1700000000088';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE site_investment (
        tenant_id uuid NOT NULL,
        investment_id uuid NOT NULL,
        site_id uuid NOT NULL,
        name text NOT NULL,
        fiscal_year smallint NOT NULL,
        amount_cents bigint NOT NULL CHECK (amount_cents > 0),
        state text NOT NULL CHECK (state IN ('planned', 'done', 'dropped')),
        network_zone text DEFAULT 'administration'
          CHECK (network_zone IN ('administration', 'education', 'telephony', 'building', 'external')),
        frame text DEFAULT 'CORE' CHECK (frame IN ('CORE', 'SCHOOL_NET')),
        split_key_id uuid,
        decided_on date,
        decision_body text,
        decision_document text,
        origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, investment_id),
        FOREIGN KEY (tenant_id, site_id) REFERENCES site,
        FOREIGN KEY (tenant_id, split_key_id) REFERENCES split_key,
        CONSTRAINT site_investment_use
          CHECK (num_nonnulls(frame, split_key_id) = 1 AND (frame IS NULL) = (network_zone IS NULL)),
        CONSTRAINT site_investment_decision_whole
          CHECK (num_nulls(decided_on, decision_body, decision_document) IN (0, 3))
      )`);
    await runner.query(`CREATE INDEX site_investment_site ON site_investment (tenant_id, site_id, fiscal_year)`);
    await runner.query(
      `CREATE INDEX site_investment_key ON site_investment (tenant_id, split_key_id) WHERE split_key_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'site_investment', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
