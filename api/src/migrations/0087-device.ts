import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Devices in batches: what was bought together. Age and cycle are counted in months, so the month of purchase is kept as a
 * number beside the day. What happens to a batch is only added.
 */
export class Device1700000000087 implements MigrationInterface {
  name = 'Device1700000000087';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kindTable);
    await protectTenantTable(runner, 'device_kind', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(batchTable);
    await runner.query(`CREATE INDEX device_batch_bought ON device_batch (tenant_id, bought_on DESC, batch_id DESC)`);
    await runner.query(
      `CREATE INDEX device_batch_stock ON device_batch (tenant_id, kind_id, bought_month)
       INCLUDE (quantity_left, frame, split_key_id, unit_id, site_id)`,
    );
    await runner.query(`CREATE INDEX device_batch_site ON device_batch (tenant_id, site_id) WHERE site_id IS NOT NULL`);
    await runner.query(
      `CREATE INDEX device_batch_key ON device_batch (tenant_id, split_key_id) WHERE split_key_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'device_batch', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(eventTable);
    await runner.query(`CREATE INDEX device_event_batch ON device_event (tenant_id, batch_id, event_id DESC)`);
    await protectTenantTable(runner, 'device_event', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TRIGGER device_event_is_final BEFORE UPDATE OR DELETE ON device_event
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const kindTable = `
  CREATE TABLE device_kind (
    tenant_id uuid NOT NULL REFERENCES tenant,
    kind_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    net_unit_cents bigint NOT NULL CHECK (net_unit_cents > 0),
    vat_basis_points smallint NOT NULL CHECK (vat_basis_points >= 0),
    cycle_months smallint NOT NULL CHECK (cycle_months > 0),
    is_standalone boolean NOT NULL,
    answer text CHECK (answer IN ('expense', 'investment')),
    answer_reason text NOT NULL DEFAULT '',
    source text NOT NULL,
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'import', 'demo')),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, kind_id),
    UNIQUE (tenant_id, code)
  )`;

const batchTable = `
  CREATE TABLE device_batch (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    kind_id uuid NOT NULL,
    quantity integer NOT NULL CHECK (quantity > 0),
    quantity_left integer NOT NULL,
    bought_on date NOT NULL,
    bought_month integer GENERATED ALWAYS AS
      ((extract(year FROM bought_on) * 12 + extract(month FROM bought_on) - 1)::integer) STORED,
    net_unit_cents bigint NOT NULL CHECK (net_unit_cents > 0),
    unit_id uuid,
    site_id uuid,
    network_zone text DEFAULT 'administration'
      CHECK (network_zone IN ('administration', 'education', 'telephony', 'building', 'external')),
    frame text DEFAULT 'CORE' CHECK (frame IN ('CORE', 'SCHOOL_NET')),
    split_key_id uuid,
    decided_on date,
    decision_body text,
    decision_document text,
    note text NOT NULL DEFAULT '',
    origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'import', 'demo')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, batch_id),
    FOREIGN KEY (tenant_id, kind_id) REFERENCES device_kind,
    FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (tenant_id, site_id) REFERENCES site,
    FOREIGN KEY (tenant_id, split_key_id) REFERENCES split_key,
    CONSTRAINT device_batch_left CHECK (quantity_left BETWEEN 0 AND quantity),
    CONSTRAINT device_batch_use CHECK (num_nonnulls(frame, split_key_id) = 1 AND (frame IS NULL) = (network_zone IS NULL)),
    CONSTRAINT device_batch_decision_whole CHECK (num_nulls(decided_on, decision_body, decision_document) IN (0, 3))
  )`;

const eventTable = `
  CREATE TABLE device_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('created', 'changed', 'disposed')),
    happened_on date NOT NULL,
    quantity integer CHECK (quantity > 0),
    disposal_reason text CHECK (disposal_reason IN ('worn_out', 'defective', 'lost', 'sold', 'given_away', 'correction')),
    remark text NOT NULL DEFAULT '',
    changed text[] NOT NULL DEFAULT '{}',
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES device_batch
  )`;
