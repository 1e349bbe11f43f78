import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

const kinds = [
  'appropriation',
  'carry_over',
  'over_plan',
  'outside_plan',
  'earmark',
  'transfer',
  'lock',
  'reservation',
  'commitment',
  'actual',
] as const;

/**
 * The ledger: movements that are only ever added, partitioned by fiscal year, and the balances that are kept in the
 * same transaction. `available_cents` is R1 (KomHKVO § 27 (3)); a test holds it equal to the domain's formula.
 */
export class Ledger1700000000010 implements MigrationInterface {
  name = 'Ledger1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(orderTable);
    await protectTenantTable(runner, 'purchase_order', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`CREATE INDEX purchase_order_line ON purchase_order (tenant_id, line_id, fiscal_year)`);
    await runner.query(
      `CREATE INDEX purchase_order_open ON purchase_order (tenant_id, fiscal_year, ordered_on) WHERE state IN ('reserved', 'ordered', 'partly_invoiced')`,
    );
    await runner.query(movementTable);
    for (const index of movementIndexes) await runner.query(index);
    await protectTenantTable(runner, 'movement', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE TRIGGER movement_is_final BEFORE UPDATE OR DELETE ON movement
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`);
    await runner.query(balanceTable('line_balance', 'line_id', 'budget_line'));
    await runner.query(balanceTable('pool_balance', 'pool_id', 'cover_pool'));
    await runner.query(`
      CREATE TABLE line_month (
        tenant_id uuid NOT NULL,
        line_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        month smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
        actual_cents bigint NOT NULL,
        PRIMARY KEY (tenant_id, line_id, fiscal_year, month),
        FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
      ) WITH (fillfactor = 60)`);
    for (const table of ['line_balance', 'pool_balance', 'line_month']) {
      await protectTenantTable(runner, table, ['SELECT', 'INSERT', 'UPDATE']);
    }
    await runner.query(partitionFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.ensure_movement_partitions(integer, integer) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.ensure_movement_partitions(integer, integer) TO app_rw`);
    await runner.query(`SELECT app.ensure_movement_partitions(2014, 2030)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const orderTable = `
  CREATE TABLE purchase_order (
    tenant_id uuid NOT NULL REFERENCES tenant,
    order_id uuid NOT NULL,
    number text NOT NULL,
    line_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    supplier text NOT NULL DEFAULT '',
    subject text NOT NULL,
    state text NOT NULL CHECK (state IN ('reserved', 'ordered', 'partly_invoiced', 'closed', 'cancelled')),
    ordered_on date NOT NULL,
    reserved_cents bigint NOT NULL DEFAULT 0 CHECK (reserved_cents >= 0),
    committed_cents bigint NOT NULL DEFAULT 0 CHECK (committed_cents >= 0),
    spent_cents bigint NOT NULL DEFAULT 0,
    created_by uuid,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, order_id),
    UNIQUE (tenant_id, fiscal_year, number),
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line
  )`;

const movementTable = `
  CREATE TABLE movement (
    tenant_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    movement_id uuid NOT NULL,
    line_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})),
    amount_cents bigint NOT NULL CONSTRAINT movement_amount_not_zero CHECK (amount_cents <> 0),
    booked_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    order_id uuid,
    transfer_id uuid,
    document_number text NOT NULL DEFAULT '',
    text text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    source text NOT NULL CHECK (source IN ('person', 'plan', 'import', 'demo')),
    import_id uuid,
    actor_id uuid,
    reduces_id uuid,
    reverses_id uuid,
    over_authority boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, fiscal_year, movement_id),
    FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line (tenant_id, line_id),
    FOREIGN KEY (tenant_id, order_id) REFERENCES purchase_order (tenant_id, order_id),
    FOREIGN KEY (tenant_id, fiscal_year, reduces_id) REFERENCES movement (tenant_id, fiscal_year, movement_id),
    FOREIGN KEY (tenant_id, fiscal_year, reverses_id) REFERENCES movement (tenant_id, fiscal_year, movement_id)
  ) PARTITION BY LIST (fiscal_year)`;

const movementIndexes = [
  `CREATE INDEX movement_line ON movement (tenant_id, line_id, fiscal_year, booked_on DESC, movement_id DESC)`,
  `CREATE INDEX movement_order ON movement (tenant_id, order_id) WHERE order_id IS NOT NULL`,
  `CREATE INDEX movement_import ON movement (tenant_id, import_id) WHERE import_id IS NOT NULL`,
  `CREATE UNIQUE INDEX movement_reversed_once ON movement (tenant_id, fiscal_year, reverses_id) WHERE reverses_id IS NOT NULL`,
];

const balanceTable = (table: string, key: string, owner: string): string => `
  CREATE TABLE ${table} (
    tenant_id uuid NOT NULL,
    ${key} uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    ${kinds.map((kind) => `${kind}_cents bigint NOT NULL DEFAULT 0`).join(',\n    ')},
    adjusted_cents bigint GENERATED ALWAYS AS (appropriation_cents + carry_over_cents + over_plan_cents
      + outside_plan_cents + earmark_cents + transfer_cents) STORED,
    available_cents bigint GENERATED ALWAYS AS (appropriation_cents + carry_over_cents + over_plan_cents
      + outside_plan_cents + earmark_cents + transfer_cents
      - lock_cents - reservation_cents - commitment_cents - actual_cents) STORED,
    movements bigint NOT NULL DEFAULT 0,
    last_recorded_at timestamptz,
    PRIMARY KEY (tenant_id, ${key}, fiscal_year),
    FOREIGN KEY (tenant_id, ${key}) REFERENCES ${owner}
  ) WITH (fillfactor = 50)`;

/** Makes the partitions for a span of years. Runs with the owner's rights: the API's role cannot create tables. */
const partitionFunction = `
  CREATE FUNCTION app.ensure_movement_partitions(p_first integer, p_last integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE v_made integer := 0;
  BEGIN
    IF p_first < 1900 OR p_last > 2199 OR p_last - p_first > 60 THEN
      RAISE EXCEPTION 'years out of range';
    END IF;
    FOR v_year IN p_first..p_last LOOP
      IF to_regclass(format('movement_%s', v_year)) IS NULL THEN
        EXECUTE format('CREATE TABLE movement_%s PARTITION OF movement FOR VALUES IN (%s)', v_year, v_year);
        v_made := v_made + 1;
      END IF;
    END LOOP;
    RETURN v_made;
  END $$`;
