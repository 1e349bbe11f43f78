import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * Authority that moves between two lines: who asked, who decided, and by which note. The movements carry the transfer's id;
 * that they add up is checked when the transaction commits, whoever wrote them.
 */
export class Transfer1700000000047 implements MigrationInterface {
  name = 'Transfer1700000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(transferTable);
    await runner.query(
      `CREATE INDEX transfer_year ON transfer (tenant_id, fiscal_year, requested_at DESC, transfer_id DESC)`,
    );
    await runner.query(`CREATE INDEX transfer_from ON transfer (tenant_id, from_line_id, fiscal_year)`);
    await runner.query(`CREATE INDEX transfer_to ON transfer (tenant_id, to_line_id, fiscal_year)`);
    await runner.query(
      `CREATE UNIQUE INDEX transfer_undone_once ON transfer (tenant_id, undoes_id) WHERE undoes_id IS NOT NULL`,
    );
    await protectTenantTable(runner, 'transfer', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(
      `CREATE INDEX movement_transfer ON movement (tenant_id, transfer_id) WHERE transfer_id IS NOT NULL`,
    );
    await runner.query(addsUpFunction);
    await runner.query(`REVOKE ALL ON FUNCTION app.transfer_adds_up() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.transfer_adds_up() TO app_rw`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER movement_transfer_adds_up AFTER INSERT ON movement
      DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.transfer_id IS NOT NULL) EXECUTE FUNCTION app.transfer_adds_up()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const transferTable = `
  CREATE TABLE transfer (
    tenant_id uuid NOT NULL REFERENCES tenant,
    transfer_id uuid NOT NULL,
    fiscal_year smallint NOT NULL,
    form text NOT NULL CHECK (form IN ('transfer', 'one_sided', 'investment_cover')),
    from_line_id uuid NOT NULL,
    to_line_id uuid NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT transfer_amount_positive CHECK (amount_cents > 0),
    state text NOT NULL CHECK (state IN ('requested', 'booked', 'undone', 'refused', 'withdrawn')),
    reason text NOT NULL,
    document_number text NOT NULL DEFAULT '',
    budget_note text NOT NULL DEFAULT '',
    undoes_id uuid,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, transfer_id),
    FOREIGN KEY (tenant_id, from_line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, to_line_id) REFERENCES budget_line,
    FOREIGN KEY (tenant_id, undoes_id) REFERENCES transfer
  )`;

/**
 * What a transfer does to the available amount is 0.00 in its year: what one line gives another receives. Between two sides
 * of the budget nothing is transferred; there the receiver's amount is matched by a lock (§ 19 Abs. 4 KomHKVO), so without
 * a lock every side adds up by itself. Runs with the rights and the tenant of the caller.
 */
const addsUpFunction = `
  CREATE FUNCTION app.transfer_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    v_effect bigint;
    v_locks bigint;
    v_crossed boolean;
  BEGIN
    SELECT coalesce(sum(CASE m.kind WHEN 'lock' THEN -m.amount_cents ELSE m.amount_cents END), 0),
      count(*) FILTER (WHERE m.kind = 'lock')
    INTO v_effect, v_locks
    FROM public.movement m
    WHERE m.tenant_id = NEW.tenant_id AND m.fiscal_year = NEW.fiscal_year AND m.transfer_id = NEW.transfer_id;
    SELECT EXISTS (
      SELECT FROM public.movement m
      JOIN public.budget_line l ON l.tenant_id = m.tenant_id AND l.line_id = m.line_id
      WHERE m.tenant_id = NEW.tenant_id AND m.fiscal_year = NEW.fiscal_year AND m.transfer_id = NEW.transfer_id
        AND m.kind = 'transfer'
      GROUP BY l.sphere HAVING sum(m.amount_cents) <> 0) INTO v_crossed;
    IF v_effect <> 0 OR (v_crossed AND v_locks = 0) THEN
      RAISE EXCEPTION 'the movements of a transfer do not add up to zero' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$`;
