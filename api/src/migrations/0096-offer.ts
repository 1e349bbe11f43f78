import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** What council groups and city companies are offered, with cost and recovery, and every step of an offer. */
export class Offer1700000000096 implements MigrationInterface {
  name = 'Offer1700000000096';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(offerTable);
    await runner.query(`CREATE UNIQUE INDEX offer_name_once ON offer (tenant_id, unit_id, name) NULLS NOT DISTINCT`);
    await runner.query(`CREATE INDEX offer_by_name ON offer (tenant_id, name, offer_id)`);
    await protectTenantTable(runner, 'offer', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(stepTable);
    await runner.query(`CREATE INDEX offer_step_offer ON offer_step (tenant_id, offer_id, step_id DESC)`);
    await protectTenantTable(runner, 'offer_step', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const offerTable = `
  CREATE TABLE offer (
    tenant_id uuid NOT NULL REFERENCES tenant,
    offer_id uuid NOT NULL,
    name text NOT NULL,
    unit_id uuid,
    note text NOT NULL DEFAULT '',
    recipient_kind text NOT NULL CHECK (recipient_kind IN ('council_group', 'city_company')),
    recipient text NOT NULL,
    state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'accepted', 'running', 'done', 'declined')),
    offered_on date NOT NULL,
    cost_cents bigint CHECK (cost_cents >= 0),
    recovery_cents bigint CHECK (recovery_cents >= 0),
    vat_answer text CHECK (vat_answer IN ('open', 'taxable', 'not_taxable')),
    line_id uuid,
    contract_id uuid,
    origin text NOT NULL DEFAULT 'person' CHECK (origin IN ('person', 'source', 'demo')),
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, offer_id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, contract_id) REFERENCES contract
  )`;

const stepTable = `
  CREATE TABLE offer_step (
    tenant_id uuid NOT NULL,
    step_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('accepted', 'running', 'done', 'declined')),
    happened_on date NOT NULL,
    reason text NOT NULL,
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, step_id),
    FOREIGN KEY (tenant_id, offer_id) REFERENCES offer
  )`;
