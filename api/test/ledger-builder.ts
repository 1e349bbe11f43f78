import { appendMovements, type NewMovement } from '../src/budget';
import { IDS, type Ids } from '../src/platform/clock/ids';
import { Transactions } from '../src/platform/database/transactions';
import { asOwner, type City } from './people';
import type { TestApp } from './test-app';

/** What a test says about a line; the rest is what most lines are. */
export interface LineWish {
  readonly number: string;
  readonly name?: string;
  readonly appropriationCents?: number;
  readonly frame?: 'CORE' | 'SCHOOL_NET' | 'FEES' | null;
  readonly unitId?: string | null;
  readonly poolId?: string | null;
  readonly direction?: 'expense' | 'revenue' | 'payment';
  readonly sphere?: 'operating' | 'investing';
  readonly runOrChange?: 'run' | 'change' | null;
  readonly product?: string;
  readonly account?: string;
}

/** A year with open books and a plan in force, whose amounts are the appropriations that lines are given. */
export async function openYear(app: TestApp, city: City, fiscalYear: number): Promise<void> {
  const versionId = app.app.get<Ids>(IDS).next();
  await asOwner(app, async (owner) => {
    await owner.query(
      `INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, $2, 'open') ON CONFLICT DO NOTHING`,
      [city.tenantId, fiscalYear],
    );
    await owner.query(
      `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
       VALUES ($1, $2, $3, 'budget', $4, $4, 'in_force', $5, $6)`,
      [city.tenantId, versionId, `Haushalt ${fiscalYear}`, fiscalYear, city.people.finance.id, app.clock.now()],
    );
  });
}

/** A ceiling of `null` is unknown. */
export async function setCeiling(
  app: TestApp,
  city: City,
  frame: 'CORE' | 'SCHOOL_NET' | 'FEES',
  fiscalYear: number,
  ceilingCents: number | null,
): Promise<void> {
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO frame_ceiling (tenant_id, frame, fiscal_year, ceiling_cents) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, frame, fiscal_year) DO UPDATE SET ceiling_cents = excluded.ceiling_cents`,
      [city.tenantId, frame, fiscalYear, ceilingCents],
    ),
  );
}

export async function addPool(app: TestApp, city: City, code: string): Promise<string> {
  const poolId = app.app.get<Ids>(IDS).next();
  await asOwner(app, (owner) =>
    owner.query(`INSERT INTO cover_pool (tenant_id, pool_id, code, name) VALUES ($1, $2, $3, $3)`, [
      city.tenantId,
      poolId,
      code,
    ]),
  );
  return poolId;
}

/** A line, with its appropriation of the year 2026 (or another) written by the ledger itself. */
export async function addLine(app: TestApp, city: City, wish: LineWish, fiscalYear = 2026): Promise<string> {
  const lineId = app.app.get<Ids>(IDS).next();
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO budget_line (tenant_id, line_id, number, name, account, account_frame, direction, sphere, frame,
         unit_id, pool_id, run_or_change, product, sub_budget, created_at)
       VALUES ($1, $2, $3, $4, $5, 'NI', $6, $7, $8, $9, $10, $11, $12, 'THH 10', $13)`,
      [
        city.tenantId,
        lineId,
        wish.number,
        wish.name ?? `Zeile ${wish.number}`,
        wish.account ?? '429100',
        wish.direction ?? 'expense',
        wish.sphere ?? 'operating',
        wish.frame === undefined ? 'CORE' : wish.frame,
        wish.unitId ?? null,
        wish.poolId ?? null,
        wish.runOrChange ?? 'run',
        wish.product ?? '111700',
        app.clock.now(),
      ],
    ),
  );
  if (wish.appropriationCents !== undefined && wish.appropriationCents !== 0) {
    await appropriate(app, city, lineId, wish.appropriationCents, fiscalYear);
  }
  return lineId;
}

/** Writes movements as the ledger does, without asking the rules. */
export async function write(app: TestApp, city: City, rows: readonly NewMovement[]): Promise<void> {
  await app.app.get(Transactions).run({ tenantId: city.tenantId, actor: null }, (tx) => appendMovements(tx, rows));
}

/** Ansatz by the plan in force: the plan's amount and the movement that feeds the ledger. */
export async function appropriate(
  app: TestApp,
  city: City,
  lineId: string,
  amountCents: number,
  fiscalYear: number,
): Promise<void> {
  await asOwner(app, async (owner) => {
    // Replica mode keeps the triggers still: the amounts of a plan in force are final for everybody else.
    await owner.query(`SET session_replication_role = replica`);
    await owner.query(
      `INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
       SELECT v.tenant_id, v.version_id, $2, $3, $4 FROM plan_version v
       WHERE v.tenant_id = $1 AND v.state = 'in_force' AND $3 BETWEEN v.first_year AND v.last_year`,
      [city.tenantId, lineId, fiscalYear, amountCents],
    );
    await owner.query(`SET session_replication_role = origin`);
  });
  await write(app, city, [
    { lineId, fiscalYear, kind: 'appropriation', amountCents, bookedOn: `${fiscalYear}-01-01`, source: 'plan' },
  ]);
}
