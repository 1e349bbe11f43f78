import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets the planner know what an import has just written. The API's role owns no table and may analyse none, so the owner
 * does it for these tables and no others. A table that somebody else looks through at the moment is left to them.
 */
export class ImportStatistics1700000000025 implements MigrationInterface {
  name = 'ImportStatistics1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.analyze_imported(p_years integer[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_year integer;
      BEGIN
        IF cardinality(p_years) > 60 THEN
          RAISE EXCEPTION 'years out of range';
        END IF;
        FOREACH v_year IN ARRAY p_years LOOP
          IF to_regclass(format('public.movement_%s', v_year)) IS NOT NULL THEN
            EXECUTE format('ANALYZE (SKIP_LOCKED) public.movement_%s', v_year);
          END IF;
        END LOOP;
        ANALYZE (SKIP_LOCKED) public.budget_line, public.line_balance, public.pool_balance, public.line_month,
          public.purchase_order, public.plan_amount;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.analyze_imported(integer[]) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.analyze_imported(integer[]) TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
