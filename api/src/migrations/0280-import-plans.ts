import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the planner asks of the ledger. Documents and texts are never searched by it, and comparing them costs most. */
const planned =
  'tenant_id, fiscal_year, line_id, kind, booked_on, order_id, transfer_id, import_id, reduces_id, reverses_id';

/**
 * Staged amounts are read by whole imports, a million rows at a time. The tenant of the transaction is asked once for each
 * statement instead of once for each row, and the planner is told how many rows wait: without figures it takes them for a
 * handful. The figures of the ledger leave out what no plan depends on.
 */
export class ImportPlans1700000000280 implements MigrationInterface {
  name = 'ImportPlans1700000000280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY own_tenant ON import_amount
      USING (tenant_id = (SELECT app.tid())) WITH CHECK (tenant_id = (SELECT app.tid()))`);
    await runner.query(`
      CREATE FUNCTION app.analyze_staged() RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        ANALYZE (SKIP_LOCKED) public.import_amount (tenant_id, import_id, kind, fiscal_year, line_number);
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.analyze_staged() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.analyze_staged() TO app_rw`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.analyze_imported(p_years integer[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_year integer;
      BEGIN
        IF cardinality(p_years) > 60 THEN
          RAISE EXCEPTION 'years out of range';
        END IF;
        FOREACH v_year IN ARRAY p_years LOOP
          IF to_regclass(format('public.movement_%s', v_year)) IS NOT NULL THEN
            EXECUTE format('ANALYZE (SKIP_LOCKED) public.movement_%s (${planned})', v_year);
          END IF;
        END LOOP;
        ANALYZE (SKIP_LOCKED) public.budget_line, public.line_balance, public.pool_balance, public.line_month,
          public.purchase_order, public.plan_amount;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
