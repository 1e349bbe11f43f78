import type { Transaction } from '../platform/database/transactions';
import { demoLines } from './demo-lines';
import { DEMO_CEILINGS, demoPlan, type PlacedLine, SOURCE_REMARK } from './demo-money';
import { LATE_BUDGET } from './demo-planning';
import type { DemoRevenue } from './demo-revenue';
import { SeededRandom } from './seeded-random';

/** Years after the plan year in the medium-term plan (R12). */
const LATER_YEARS = 3;

export async function insertYears(tx: Transaction, thisYear: number): Promise<void> {
  for (const year of [thisYear - 2, thisYear - 1, thisYear, thisYear + 1]) {
    await tx.query(`SELECT app.ensure_movement_partitions($1, $1)`, [year]);
    await tx.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, $2, $3)`, [
      tx.tenantId,
      year,
      year > thisYear ? 'planned' : 'open',
    ]);
    for (const [frame, ceilingCents] of Object.entries(DEMO_CEILINGS)) {
      await tx.query(
        `INSERT INTO frame_ceiling (tenant_id, frame, fiscal_year, ceiling_cents, source) VALUES ($1, $2, $3, $4, $5)`,
        [
          tx.tenantId,
          frame,
          year,
          ceilingCents,
          ceilingCents === null ? 'Die Quelle nennt keinen Betrag.' : SOURCE_REMARK,
        ],
      );
    }
  }
}

export async function insertLines(
  tx: Transaction,
  units: ReadonlyMap<string, string>,
  random: SeededRandom,
): Promise<PlacedLine[]> {
  const lines = demoLines(random).map((line) => ({ ...line, lineId: tx.nextId() }));
  const pools = new Map<string, string>();
  for (const code of new Set(lines.flatMap(({ pool }) => (pool === null ? [] : [pool])))) {
    pools.set(code, tx.nextId());
    await tx.query(`INSERT INTO cover_pool (tenant_id, pool_id, code, name, budget_note) VALUES ($1, $2, $3, $4, $5)`, [
      tx.tenantId,
      pools.get(code),
      code,
      `Deckungskreis ${code.slice(3)}`,
      'Demo: gegenseitig deckungsfähig (§ 19 KomHKVO)',
    ]);
  }
  await tx.query(insertLinesSql, [
    tx.tenantId,
    JSON.stringify(
      lines.map((line) => ({
        ...line,
        unitId: units.get(line.unit) ?? null,
        poolId: line.pool === null ? null : pools.get(line.pool),
        subBudget: 'THH 10 Zentrale Dienste',
      })),
    ),
    tx.now,
  ]);
  return lines;
}

const insertLinesSql = `
  INSERT INTO budget_line (tenant_id, line_id, number, name, sub_budget, product, product_name, account, account_name,
    account_frame, statement_line, project_key, cost_centre, direction, sphere, frame, run_or_change, service_class,
    network_zone, unit_id, pool_id, explanation, origin, created_at)
  SELECT $1, "lineId", number, name, "subBudget", product, "productName", account, "accountName", 'NI', "statementLine",
    number, "costCentre", direction, sphere, frame, "runOrChange", "serviceClass", "networkZone", "unitId", "poolId",
    'Demo', 'demo', $3
  FROM jsonb_to_recordset($2::jsonb) AS line("lineId" uuid, number text, name text, "subBudget" text, product text,
    "productName" text, account text, "accountName" text, "statementLine" text, "costCentre" text, direction text,
    sphere text, frame text, "runOrChange" text, "serviceClass" text, "networkZone" text, "unitId" uuid, "poolId" uuid)`;

/**
 * A plan in force for each past and the running year, and a draft for the next one. The running plan also says what the
 * three years after it are expected to take (§ 118 NKomVG).
 */
export async function insertPlans(
  tx: Transaction,
  lines: readonly PlacedLine[],
  revenue: readonly DemoRevenue[],
  thisYear: number,
  createdBy: string,
): Promise<{ readonly runningId: string; readonly nextId: string }> {
  const spent = [...demoPlan(lines)].map(([line_id, amount_cents]) => ({ line_id, amount_cents }));
  const income = revenue.map(({ lineId, plannedCents }) => ({ line_id: lineId, amount_cents: plannedCents }));
  const ids: string[] = [];
  for (const year of [thisYear - 2, thisYear - 1, thisYear, thisYear + 1]) {
    const versionId = tx.nextId();
    ids.push(versionId);
    await tx.query(
      `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
       VALUES ($1, $2, $3, 'budget', $4, $4, 'draft', $5, $6)`,
      [tx.tenantId, versionId, `Haushalt ${year} (Demo)`, year, createdBy, tx.now],
    );
    await tx.query(
      `INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
       SELECT $1, $2, amount.line_id, later.year, amount.amount_cents
       FROM jsonb_to_recordset($4::jsonb) AS amount(line_id uuid, amount_cents bigint)
       CROSS JOIN generate_series($3::integer, $5::integer) AS later(year)`,
      [
        tx.tenantId,
        versionId,
        year,
        JSON.stringify(year < thisYear ? spent : [...spent, ...income]),
        year === thisYear ? year + LATER_YEARS : year,
      ],
    );
    if (year > thisYear) continue;
    await tx.query(
      `UPDATE plan_version SET state = 'in_force', decided_on = $3, decision_document = 'Demo: Ratsbeschluss',
         display_ends_on = $4, in_force_on = $5 WHERE tenant_id = $1 AND version_id = $2`,
      [
        tx.tenantId,
        versionId,
        `${year - 1}-12-08`,
        year === thisYear - 2 ? `${year}-${LATE_BUDGET.displayEnds}` : `${year - 1}-12-18`,
        planHoldsFrom(year, thisYear),
      ],
    );
  }
  const [nextId = '', runningId = ''] = ids.toReversed();
  return { runningId, nextId };
}

/** Two years ago the budget came late; the others began with their year. */
export function planHoldsFrom(year: number, thisYear: number): string {
  return `${year}-${year === thisYear - 2 ? LATE_BUDGET.inForce : '01-01'}`;
}
