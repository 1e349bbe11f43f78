import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a booking will change is held by one function, so that what it is judged by can be read behind it. */
export class HeldBalance1700000000020 implements MigrationInterface {
  name = 'HeldBalance1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(holdFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.hold_balance(uuid, smallint) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.hold_balance(uuid, smallint) TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/**
 * Makes sure the balances of a line's pool and of the line exist and holds them until the transaction ends, in the order
 * in which everybody takes them. A line that went to another pool while it was waited for raises what a transaction is
 * begun again for (T6). Runs with the rights and the tenant of the caller.
 */
const holdFunction = `
  CREATE FUNCTION app.hold_balance(p_line uuid, p_year smallint) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    v_tenant uuid := app.tid();
    v_pool uuid;
  BEGIN
    SELECT l.pool_id INTO v_pool FROM public.budget_line l WHERE l.tenant_id = v_tenant AND l.line_id = p_line;
    IF NOT FOUND THEN RETURN; END IF;
    IF v_pool IS NOT NULL THEN
      PERFORM FROM public.pool_balance b
        WHERE b.tenant_id = v_tenant AND b.pool_id = v_pool AND b.fiscal_year = p_year FOR UPDATE;
      IF NOT FOUND THEN
        INSERT INTO public.pool_balance AS b (tenant_id, pool_id, fiscal_year) VALUES (v_tenant, v_pool, p_year)
          ON CONFLICT (tenant_id, pool_id, fiscal_year) DO UPDATE SET movements = b.movements;
      END IF;
    END IF;
    PERFORM FROM public.line_balance b
      WHERE b.tenant_id = v_tenant AND b.line_id = p_line AND b.fiscal_year = p_year FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO public.line_balance AS b (tenant_id, line_id, fiscal_year) VALUES (v_tenant, p_line, p_year)
        ON CONFLICT (tenant_id, line_id, fiscal_year) DO UPDATE SET movements = b.movements;
    END IF;
    PERFORM FROM public.budget_line l
      WHERE l.tenant_id = v_tenant AND l.line_id = p_line AND l.pool_id IS NOT DISTINCT FROM v_pool;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the line went to another pool' USING ERRCODE = 'serialization_failure';
    END IF;
  END $$`;
