import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Grants (Zuwendungen) of a fiscal year and the lines they are earmarked for (§ 18 KomHKVO). What happened to a grant is
 * only ever added; what it did to the authority stands in the ledger, whose movements name the grant.
 */
export class Earmark1700000000055 implements MigrationInterface {
  name = 'Earmark1700000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(earmarkTable);
    await runner.query(`CREATE INDEX earmark_year ON earmark (tenant_id, fiscal_year, number)`);
    await protectTenantTable(runner, 'earmark', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      CREATE TABLE earmark_line (
        tenant_id uuid NOT NULL,
        earmark_id uuid NOT NULL,
        line_id uuid NOT NULL,
        planned_cents bigint NOT NULL CHECK (planned_cents >= 0),
        PRIMARY KEY (tenant_id, earmark_id, line_id),
        FOREIGN KEY (tenant_id, earmark_id) REFERENCES earmark,
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      )`);
    await runner.query(`CREATE INDEX earmark_line_line ON earmark_line (tenant_id, line_id)`);
    await protectTenantTable(runner, 'earmark_line', ['SELECT', 'INSERT']);
    await runner.query(eventTable);
    await runner.query(`CREATE INDEX earmark_event_earmark ON earmark_event (tenant_id, earmark_id, recorded_at)`);
    await protectTenantTable(runner, 'earmark_event', ['SELECT', 'INSERT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const earmarkTable = `
  CREATE TABLE earmark (
    tenant_id uuid NOT NULL REFERENCES tenant,
    earmark_id uuid NOT NULL,
    number text NOT NULL,
    giver text NOT NULL,
    purpose text NOT NULL,
    fiscal_year smallint NOT NULL,
    revenue_line_id uuid,
    planned_cents bigint NOT NULL CHECK (planned_cents >= 0),
    promised_cents bigint CHECK (promised_cents >= 0),
    verbal_cents bigint CHECK (verbal_cents >= 0),
    notice_number text NOT NULL DEFAULT '',
    notice_on date,
    received_cents bigint NOT NULL DEFAULT 0,
    refunded_cents bigint NOT NULL DEFAULT 0,
    lowers_with_revenue boolean NOT NULL DEFAULT false,
    use_by date,
    proof_due_on date,
    proof_state text NOT NULL DEFAULT 'open' CHECK (proof_state IN ('open', 'submitted', 'accepted')),
    proof_changed_on date,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'demo')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, earmark_id),
    UNIQUE (tenant_id, fiscal_year, number),
    FOREIGN KEY (tenant_id, fiscal_year) REFERENCES fiscal_year,
    FOREIGN KEY (tenant_id, revenue_line_id) REFERENCES budget_line,
    CONSTRAINT earmark_refund CHECK (refunded_cents BETWEEN 0 AND received_cents)
  )`;

const eventTable = `
  CREATE TABLE earmark_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    earmark_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('binding_notice', 'verbal_promise', 'receipt', 'refund', 'proof_submitted',
      'proof_accepted', 'proof_open')),
    amount_cents bigint,
    authority_cents bigint NOT NULL DEFAULT 0,
    happened_on date NOT NULL,
    document_number text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    recorded_by uuid,
    approved_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, earmark_id) REFERENCES earmark
  )`;
