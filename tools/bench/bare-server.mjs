// The yardstick for reads: node:http and pg without anything else, answering the rows of one statement as JSON.
import { createServer } from 'node:http';
import pg from 'pg';
import { LINES_PER_BUDGET, TENANT, YEAR } from './ledger.mjs';

/** The same 25 fields of the same lines as the product's list, as somebody would write it who needs only this. */
const rows = `
  SELECT l.line_id AS id, l.number, l.name, l.frame, l.unit_id AS "unitId", u.code AS "unitCode", l.product, l.account,
    l.direction, l.sphere, l.run_or_change AS "runOrChange", l.pool_id AS "poolId",
    coalesce(p.available_cents, b.available_cents, 0) < 0 AS "overAuthority",
    (l.frame IS NOT NULL AND c.ceiling_cents IS NULL AND b.appropriation_cents = 0) AS "isAuthorityUnknown",
    l.archived_at IS NOT NULL AS "isArchived", b.appropriation_cents AS "appropriationCents",
    b.carry_over_cents AS "carryOverCents", b.over_plan_cents AS "overPlanCents", b.outside_plan_cents AS "outsidePlanCents",
    b.earmark_cents AS "earmarkCents", b.transfer_cents AS "transferCents", b.lock_cents AS "lockCents",
    b.reservation_cents AS "reservationCents", b.commitment_cents AS "commitmentCents", b.actual_cents AS "actualCents",
    b.adjusted_cents AS "adjustedCents", b.available_cents AS "availableCents"
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $2
  LEFT JOIN pool_balance p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id AND p.fiscal_year = $2
  LEFT JOIN frame_ceiling c ON c.tenant_id = l.tenant_id AND c.frame = l.frame AND c.fiscal_year = $2
  LEFT JOIN org_unit u ON u.tenant_id = l.tenant_id AND u.unit_id = l.unit_id
  WHERE l.tenant_id = $1 AND l.sub_budget = $3
  ORDER BY l.number LIMIT ${LINES_PER_BUDGET}`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL_SIZE) });

createServer(async (question, answer) => {
  const subBudget = new URL(question.url, 'http://localhost').searchParams.get('subBudget') ?? 'TH 0';
  const result = await pool.query({ name: 'rows', text: rows, values: [TENANT, YEAR, subBudget] });
  const body = JSON.stringify({ rows: result.rows });
  answer.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
