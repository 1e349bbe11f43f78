import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/** Ids of movements that are booked one by one stand below this, those of a part of its own above it. */
const FIRST_OF_PARTS = 'ffffffff-0000-0000-0000-000000000000';

/** What the planner asks of the ledger. Documents and texts are never searched by it, and comparing them costs most. */
const PLANNED =
  'tenant_id, fiscal_year, line_id, kind, booked_on, order_id, transfer_id, import_id, reduces_id, reverses_id';

/**
 * A file with very many bookings becomes a part of the ledger of its own: its movements are written without indexes, which
 * are then built at once, and its references are proved by one join instead of row by row. For that a year's movements are told
 * apart by their ids, too: those of such a file stand in a range that no other booking ever gets. Counter-movements always
 * go to the year's common part, whose index lets no movement be reversed twice.
 */
export class LedgerParts1700000000291 implements MigrationInterface {
  name = 'LedgerParts1700000000291';

  async up(runner: QueryRunner): Promise<void> {
    const years = await yearsOf(runner);
    await runner.query(`CREATE TABLE ledger (LIKE movement INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
      PARTITION BY RANGE (fiscal_year, movement_id)`);
    for (const reference of ['reduces_id', 'reverses_id']) {
      await runner.query(`ALTER TABLE movement DROP CONSTRAINT movement_tenant_id_fiscal_year_${reference}_fkey`);
    }
    for (const year of years) await runner.query(`ALTER TABLE movement DETACH PARTITION movement_${year}`);
    await runner.query(`DROP TABLE movement`);
    await runner.query(`ALTER TABLE ledger RENAME TO movement`);
    for (const statement of KEYS) await runner.query(statement);
    for (const year of years) {
      await runner.query(`ALTER TABLE movement ATTACH PARTITION movement_${year} ${commonPartOf(String(year))}`);
    }
    for (const statement of REFERENCES_TO_ITSELF) await runner.query(statement);
    await protectTenantTable(runner, 'movement', ['SELECT', 'INSERT']);
    await runner.query(commonParts);
    await runner.query(openPart);
    await runner.query(sealPart);
    await runner.query(analyzeImported);
    for (const signature of ['open_ledger_part(integer[], uuid)', 'seal_ledger_part(uuid, uuid)']) {
      await runner.query(`REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION app.${signature} TO app_rw`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

async function yearsOf(runner: QueryRunner): Promise<number[]> {
  const parts = (await runner.query(`
    SELECT substring(c.relname FROM '[0-9]+$')::integer AS year FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.movement'::regclass ORDER BY 1`)) as { year: number }[];
  return parts.map(({ year }) => year);
}

/** The bounds of the part that all bookings of a year go to; `year` is SQL or a number. */
const commonPartOf = (year: string): string => `FOR VALUES FROM (${year}, MINVALUE) TO (${year}, '${FIRST_OF_PARTS}')`;

/** As they stand on the parts of the years already, so that nothing is built or proved again. */
const KEYS = [
  `ALTER TABLE movement ADD CONSTRAINT movement_pkey PRIMARY KEY (tenant_id, fiscal_year, movement_id)`,
  `ALTER TABLE movement ADD CONSTRAINT movement_tenant_id_line_id_fkey
     FOREIGN KEY (tenant_id, line_id) REFERENCES budget_line (tenant_id, line_id)`,
  `ALTER TABLE movement ADD CONSTRAINT movement_tenant_id_order_id_fkey
     FOREIGN KEY (tenant_id, order_id) REFERENCES purchase_order (tenant_id, order_id)`,
  `CREATE INDEX movement_line ON movement (tenant_id, line_id, fiscal_year, booked_on DESC, movement_id DESC)`,
  `CREATE INDEX movement_order ON movement (tenant_id, order_id) WHERE order_id IS NOT NULL`,
  `CREATE INDEX movement_import ON movement (tenant_id, import_id) WHERE import_id IS NOT NULL`,
  `CREATE INDEX movement_decision ON movement (tenant_id, decision_id) WHERE decision_id IS NOT NULL`,
  `CREATE INDEX movement_transfer ON movement (tenant_id, transfer_id) WHERE transfer_id IS NOT NULL`,
  `CREATE INDEX movement_provisional ON movement (tenant_id, fiscal_year, line_id) WHERE provisional_ground IS NOT NULL`,
  `CREATE TRIGGER movement_is_final BEFORE UPDATE OR DELETE ON movement FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`,
  `CREATE CONSTRAINT TRIGGER movement_transfer_adds_up AFTER INSERT ON movement
     DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.transfer_id IS NOT NULL) EXECUTE FUNCTION app.transfer_adds_up()`,
];

const REFERENCES_TO_ITSELF = ['reduces_id', 'reverses_id'].map(
  (reference) => `ALTER TABLE movement ADD CONSTRAINT movement_tenant_id_fiscal_year_${reference}_fkey
    FOREIGN KEY (tenant_id, fiscal_year, ${reference}) REFERENCES movement (tenant_id, fiscal_year, movement_id)`,
);

/** As before, with the bounds and the index that a year's common part has. */
const commonParts = `
  CREATE OR REPLACE FUNCTION app.ensure_movement_partitions(p_first integer, p_last integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE v_made integer := 0;
  BEGIN
    IF p_first < 1900 OR p_last > 2199 OR p_last - p_first > 60 THEN
      RAISE EXCEPTION 'years out of range';
    END IF;
    FOR v_year IN p_first..p_last LOOP
      IF to_regclass(format('movement_%s', v_year)) IS NULL THEN
        EXECUTE format($sql$CREATE TABLE movement_%1$s PARTITION OF movement ${commonPartOf('%1$s')}$sql$, v_year);
        EXECUTE format('CREATE UNIQUE INDEX ON movement_%s (tenant_id, fiscal_year, reverses_id) WHERE reverses_id IS NOT NULL', v_year);
        v_made := v_made + 1;
      END IF;
    END LOOP;
    RETURN v_made;
  END $$`;

/**
 * Makes an empty part for each year that a file books in. Until it is sealed nobody sees it, and it is gone with the
 * transaction. One transaction at a time has such a part open; the next one waits for it longer than people do for a lock.
 */
const openPart = `
  CREATE FUNCTION app.open_ledger_part(p_years integer[], p_first uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '10min' AS $$
  BEGIN
    IF cardinality(p_years) > 60 OR p_first < '${FIRST_OF_PARTS}' THEN
      RAISE EXCEPTION 'years or ids out of range';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('ledger part', 0));
    CREATE TABLE ledger_part (LIKE movement INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
      CONSTRAINT ledger_part_reverses_nothing CHECK (reverses_id IS NULL)) PARTITION BY LIST (fiscal_year);
    ALTER TABLE ledger_part ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ledger_part FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_tenant ON ledger_part USING (tenant_id = (SELECT app.tid())) WITH CHECK (tenant_id = (SELECT app.tid()));
    GRANT SELECT, INSERT ON ledger_part TO app_rw;
    FOR v_at IN 1..cardinality(p_years) LOOP
      EXECUTE format('CREATE TABLE movement_%s_%s PARTITION OF ledger_part FOR VALUES IN (%s)',
        p_years[v_at], substr(replace(p_first::text, '-', ''), 9, 12), p_years[v_at]);
    END LOOP;
  END $$`;

/**
 * Makes the open part one of the ledger, with ids from the first to before the last. Its keys, indexes and references are those
 * of the ledger, whatever they are by then. Other bookings wait from where the references are proved to the commit. Where
 * somebody has been writing to the ledger for longer it gives way again and again, so that nobody has to wait for both.
 *
 * References to lines and orders are proved by joining all of them. Those of the ledger to itself are looked up one by one:
 * a join would go through the whole ledger, and no more than the invoices of orders have one.
 */
const sealPart = `
  CREATE FUNCTION app.seal_ledger_part(p_first uuid, p_last uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET lock_timeout = '500ms' SET constraint_exclusion = on SET enable_nestloop = on SET enable_hashjoin = on AS $$
  DECLARE
    v_statement text;
    v_part record;
    v_patience timestamptz := clock_timestamp() + interval '10 minutes';
  BEGIN
    FOR v_statement IN
      SELECT CASE WHEN x.indisprimary THEN 'ALTER TABLE ledger_part ADD ' || pg_get_constraintdef(k.oid)
        ELSE regexp_replace(pg_get_indexdef(x.indexrelid), ' INDEX .* ON ONLY public.movement ', ' INDEX ON ledger_part ') END
      FROM pg_index x LEFT JOIN pg_constraint k ON k.conindid = x.indexrelid AND k.contype = 'p'
      WHERE x.indrelid = 'movement'::regclass
    LOOP
      EXECUTE v_statement;
    END LOOP;
    LOOP
      BEGIN
        LOCK TABLE budget_line, purchase_order, movement IN SHARE ROW EXCLUSIVE MODE;
        EXIT;
      EXCEPTION WHEN lock_not_available THEN
        IF clock_timestamp() > v_patience THEN
          RAISE;
        END IF;
        PERFORM pg_sleep(0.5);
      END;
    END LOOP;
    FOR v_statement IN
      SELECT 'ALTER TABLE ledger_part ADD ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE conrelid = 'movement'::regclass AND contype = 'f' AND conparentid = 0 AND confrelid <> conrelid
    LOOP
      EXECUTE v_statement;
    END LOOP;
    SET LOCAL enable_hashjoin = off;
    FOR v_part IN
      SELECT c.relname AS name, substring(c.relname FROM '_([0-9]+)_')::integer AS year
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'ledger_part'::regclass ORDER BY 1
    LOOP
      EXECUTE format('ALTER TABLE ledger_part DETACH PARTITION %I', v_part.name);
      EXECUTE format('ALTER TABLE movement ATTACH PARTITION %I FOR VALUES FROM (%s, %L) TO (%s, %L)',
        v_part.name, v_part.year, p_first, v_part.year, p_last);
    END LOOP;
    DROP TABLE ledger_part;
  END $$`;

/** A year's common part, and parts of it of which the planner knows no lines yet. */
const analyzeImported = `
  CREATE OR REPLACE FUNCTION app.analyze_imported(p_years integer[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE v_part name;
  BEGIN
    IF cardinality(p_years) > 60 THEN
      RAISE EXCEPTION 'years out of range';
    END IF;
    FOR v_part IN
      SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid, unnest(p_years) y
      WHERE i.inhparent = 'movement'::regclass
        AND (c.relname = 'movement_' || y OR starts_with(c.relname, 'movement_' || y || '_') AND NOT EXISTS (
          SELECT FROM pg_attribute a JOIN pg_statistic s ON s.starelid = a.attrelid AND s.staattnum = a.attnum
          WHERE a.attrelid = c.oid AND a.attname = 'line_id'))
    LOOP
      EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I (${PLANNED})', v_part);
    END LOOP;
    ANALYZE (SKIP_LOCKED) public.budget_line, public.line_balance, public.pool_balance, public.line_month,
      public.purchase_order, public.plan_amount;
  END $$`;
