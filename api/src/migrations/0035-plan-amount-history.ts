import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * What a plan version said at any moment (the recorded clock). The database itself notes every change of amounts in the
 * same transaction, whoever makes it: one row a statement, with the cells as columns, so that a batch of 10,000 cells
 * costs one row. It is never changed; it goes only with a draft that is thrown away.
 */
export class PlanAmountHistory1700000000035 implements MigrationInterface {
  name = 'PlanAmountHistory1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_amount_change (
        tenant_id uuid NOT NULL,
        version_id uuid NOT NULL,
        change_no bigint GENERATED ALWAYS AS IDENTITY,
        changed_at timestamptz NOT NULL,
        is_taken_over boolean NOT NULL DEFAULT false,
        line_ids uuid[] NOT NULL,
        fiscal_years smallint[] NOT NULL,
        amount_cents bigint[] NOT NULL,
        PRIMARY KEY (tenant_id, version_id, change_no),
        FOREIGN KEY (tenant_id, version_id) REFERENCES plan_version ON DELETE CASCADE,
        CONSTRAINT plan_amount_change_is_even CHECK (
          cardinality(line_ids) = cardinality(fiscal_years) AND cardinality(line_ids) = cardinality(amount_cents))
      )`);
    // Read only: whoever works through the API can neither write history nor take it away.
    await protectTenantTable(runner, 'plan_amount_change', ['SELECT']);
    await runner.query(backfillSql);
    await runner.query(rememberFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.plan_amount_remember() FROM PUBLIC`);
    for (const [operation, rows] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ] as const) {
      await runner.query(`
        CREATE TRIGGER plan_amount_remember_${operation.toLowerCase()} AFTER ${operation} ON plan_amount
        REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.plan_amount_remember()`);
    }
    await runner.query(asOfFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.plan_amounts_as_of(uuid, uuid, date) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.plan_amounts_as_of(uuid, uuid, date) TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

/**
 * What is there already, marked as taken over. Amounts of an adopted version have stood since its adoption; what an open
 * version said before today is not known, so its history begins now.
 */
const backfillSql = `
  INSERT INTO plan_amount_change (tenant_id, version_id, changed_at, is_taken_over, line_ids, fiscal_years, amount_cents)
  SELECT a.tenant_id, a.version_id, CASE WHEN v.state IN ('draft', 'introduced') THEN now()
      ELSE coalesce((SELECT max(s.taken_at) FROM plan_version_step s WHERE s.tenant_id = v.tenant_id
        AND s.version_id = v.version_id AND s.step = 'adopt'), v.created_at) END, true,
    array_agg(a.line_id), array_agg(a.fiscal_year), array_agg(a.amount_cents)
  FROM plan_amount a JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id
  GROUP BY a.tenant_id, a.version_id, v.tenant_id, v.version_id`;

/**
 * Runs with the owner's rights, since nobody else may write here. \`app.now\` is the instant of the transaction by the clock
 * of the API. A version that goes takes its history along and gets no entry for it.
 */
const rememberFunction = `
  CREATE FUNCTION app.plan_amount_remember() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO plan_amount_change (tenant_id, version_id, changed_at, line_ids, fiscal_years, amount_cents)
    SELECT c.tenant_id, c.version_id, coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()),
      array_agg(c.line_id), array_agg(c.fiscal_year), array_agg(CASE WHEN TG_OP <> 'DELETE' THEN c.amount_cents END)
    FROM changed c
    WHERE EXISTS (SELECT FROM plan_version v WHERE v.tenant_id = c.tenant_id AND v.version_id = c.version_id)
    GROUP BY c.tenant_id, c.version_id;
    RETURN NULL;
  END $$`;

/** The amounts of a version: today's, or those that stood at the end of a day. */
const asOfFunction = `
  CREATE FUNCTION app.plan_amounts_as_of(p_tenant uuid, p_version uuid, p_day date)
  RETURNS TABLE (line_id uuid, fiscal_year smallint, amount_cents bigint) LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT a.line_id, a.fiscal_year, a.amount_cents FROM public.plan_amount a
    WHERE p_day IS NULL AND a.tenant_id = p_tenant AND a.version_id = p_version
    UNION ALL
    SELECT last.line_id, last.fiscal_year, last.amount_cents FROM (
      SELECT DISTINCT ON (cell.line_id, cell.fiscal_year) cell.line_id, cell.fiscal_year, cell.amount_cents
      FROM public.plan_amount_change c,
        unnest(c.line_ids, c.fiscal_years, c.amount_cents) AS cell(line_id, fiscal_year, amount_cents)
      WHERE p_day IS NOT NULL AND c.tenant_id = p_tenant AND c.version_id = p_version AND c.changed_at < p_day + 1
      ORDER BY cell.line_id, cell.fiscal_year, c.change_no DESC) last
    WHERE last.amount_cents IS NOT NULL;
  END`;
