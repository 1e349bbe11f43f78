import { MOVEMENT_KINDS, type MovementKind } from '@etatlotse/domain/budget';
import type { Client } from 'pg';
import { IDS, type Ids } from '../src/platform/clock/ids';
import { asOwner, type City } from './people';
import type { TestApp } from './test-app';

/** One movement to plant; 1 March of the year where no day is named. */
export interface PlantedMovement {
  readonly kind: MovementKind;
  readonly amountCents: number;
  readonly fiscalYear?: number;
  readonly bookedOn?: string;
  readonly text?: string;
}

/** A line to plant: an expense of current operation in frame CORE unless told otherwise. */
export interface PlantedLine {
  readonly number: string;
  readonly name?: string;
  readonly frame?: 'CORE' | 'SCHOOL_NET' | 'FEES' | null;
  readonly unitId?: string | null;
  readonly poolId?: string | null;
  readonly direction?: string;
  readonly sphere?: string;
  readonly account?: string;
  readonly accountName?: string;
  readonly product?: string;
  readonly productName?: string;
  readonly subBudget?: string;
  readonly projectKey?: string;
  readonly runOrChange?: 'run' | 'change' | null;
  /** Its movements, or only its appropriation of 2026. */
  readonly movements?: readonly PlantedMovement[];
  readonly appropriationCents?: number;
}

/** The year in which planted cases play. */
export const BUDGET_YEAR = 2026;

/**
 * Sets up a fiscal year with open books, a plan in force, and the ceilings of the source paper: CORE 3.5 million,
 * SCHOOL_NET 1.5 million, FEES unknown.
 */
export async function plantYear(app: TestApp, city: City, fiscalYear = BUDGET_YEAR): Promise<void> {
  const ids = app.app.get<Ids>(IDS);
  await asOwner(app, async (owner) => {
    await owner.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, $2, 'open')`, [
      city.tenantId,
      fiscalYear,
    ]);
    for (const [frame, ceiling] of [
      ['CORE', 350_000_000],
      ['SCHOOL_NET', 150_000_000],
      ['FEES', null],
    ]) {
      await owner.query(
        `INSERT INTO frame_ceiling (tenant_id, frame, fiscal_year, ceiling_cents) VALUES ($1, $2, $3, $4)`,
        [city.tenantId, frame, fiscalYear, ceiling],
      );
    }
    await owner.query(
      `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
       VALUES ($1, $2, $3, 'budget', $4, $4, 'in_force', $5, $6)`,
      [city.tenantId, ids.next(), `Haushalt ${fiscalYear}`, fiscalYear, city.people.finance.id, app.clock.now()],
    );
  });
}

/** Plants lines with their movements; balances and months are summed from these. Answers the ids by number. */
export async function plantLines(
  app: TestApp,
  city: City,
  lines: readonly PlantedLine[],
): Promise<Readonly<Record<string, string>>> {
  const ids = app.app.get<Ids>(IDS);
  const planted: Record<string, string> = {};
  await asOwner(app, async (owner) => {
    await owner.query('BEGIN');
    for (const line of lines) {
      const lineId = ids.next();
      planted[line.number] = lineId;
      await insertLine(owner, city, lineId, line, app.clock.now());
      const movements =
        line.movements ??
        (line.appropriationCents === undefined
          ? []
          : [{ kind: 'appropriation' as const, amountCents: line.appropriationCents }]);
      for (const movement of movements) {
        await insertMovement(owner, city, lineId, ids.next(), movement, app.clock.now());
      }
    }
    await sumBalances(owner, city);
    await owner.query('COMMIT');
  });
  return planted;
}

/**
 * Five lines that most cases can use: two that cover each other (DK 10-3), an overdrawn investment in schools, a fee of
 * unknown authority, and a revenue. 4S.100210 and 4E.210270 belong to the clerk's and head's department and below.
 */
export async function plantBudget(app: TestApp, city: City): Promise<Readonly<Record<string, string>>> {
  const { units } = city;
  const poolId = await plantPool(app, city, 'DK 10-3');
  return plantLines(app, city, [
    {
      number: '4S.100210',
      name: 'DMS-Ausbau',
      unitId: units.school,
      poolId,
      product: '11.1.20',
      productName: 'Zentrale Dienste',
      runOrChange: 'change',
      movements: [
        { kind: 'appropriation', amountCents: 68_000_000 },
        { kind: 'appropriation', amountCents: 60_000_000, fiscalYear: 2025 },
        { kind: 'commitment', amountCents: 21_465_000 },
        { kind: 'actual', amountCents: 41_223_746, bookedOn: '2026-02-10' },
        { kind: 'actual', amountCents: 31_223_746, fiscalYear: 2025, bookedOn: '2025-11-03' },
      ],
    },
    {
      number: '4S.100211',
      name: 'Schulungen (50 % online)',
      unitId: units.parks,
      poolId,
      runOrChange: 'run',
      movements: [{ kind: 'appropriation', amountCents: 3_644_648 }],
    },
    {
      number: '4E.210270',
      name: 'Schulnetz Übungsräume',
      frame: 'SCHOOL_NET',
      unitId: units.schoolDivision,
      direction: 'payment',
      sphere: 'investing',
      account: '783125',
      accountName: 'Erwerb von Hardware',
      movements: [
        { kind: 'appropriation', amountCents: 10_000 },
        { kind: 'actual', amountCents: 12_500 },
      ],
    },
    { number: '5.001', name: 'Telefongebühren', frame: 'FEES', account: '443100' },
    {
      number: '9.001',
      name: 'Erstattungen',
      frame: null,
      direction: 'revenue',
      account: '348100',
      movements: [
        { kind: 'appropriation', amountCents: 500_000 },
        { kind: 'actual', amountCents: 450_000 },
      ],
    },
  ]);
}

/** Adds an empty cover pool. */
export async function plantPool(app: TestApp, city: City, code: string): Promise<string> {
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

async function insertLine(owner: Client, city: City, lineId: string, line: PlantedLine, now: Date): Promise<void> {
  await owner.query(
    `INSERT INTO budget_line (tenant_id, line_id, number, name, frame, unit_id, pool_id, direction, sphere, account,
       account_name, account_frame, product, product_name, sub_budget, project_key, run_or_change, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'NI', $12, $13, $14, $15, $16, $17)`,
    [
      city.tenantId,
      lineId,
      line.number,
      line.name ?? `Zeile ${line.number}`,
      line.frame === undefined ? 'CORE' : line.frame,
      line.unitId ?? null,
      line.poolId ?? null,
      line.direction ?? 'expense',
      line.sphere ?? 'operating',
      line.account ?? '429100',
      line.accountName ?? '',
      line.product ?? '',
      line.productName ?? '',
      line.subBudget ?? '',
      line.projectKey ?? '',
      line.runOrChange ?? null,
      now,
    ],
  );
}

async function insertMovement(
  owner: Client,
  city: City,
  lineId: string,
  movementId: string,
  movement: PlantedMovement,
  now: Date,
): Promise<void> {
  const fiscalYear = movement.fiscalYear ?? BUDGET_YEAR;
  await owner.query(
    `INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, text,
       source)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'demo')`,
    [
      city.tenantId,
      fiscalYear,
      movementId,
      lineId,
      movement.kind,
      movement.amountCents,
      movement.bookedOn ?? `${fiscalYear}-03-01`,
      now,
      movement.text ?? '',
    ],
  );
}

const kindColumns = MOVEMENT_KINDS.map((kind) => `${kind}_cents`).join(', ');
const kindSums = MOVEMENT_KINDS.map(
  (kind) => `coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = '${kind}'), 0)`,
).join(', ');
const overwrite = MOVEMENT_KINDS.map((kind) => `${kind}_cents = excluded.${kind}_cents`).join(', ');

/** Every stored sum of the city, computed from its movements. */
async function sumBalances(owner: Client, city: City): Promise<void> {
  await owner.query(
    `INSERT INTO line_balance (tenant_id, line_id, fiscal_year, ${kindColumns}, movements, last_recorded_at)
     SELECT m.tenant_id, m.line_id, m.fiscal_year, ${kindSums}, count(*), max(m.recorded_at)
     FROM movement m WHERE m.tenant_id = $1 GROUP BY 1, 2, 3
     ON CONFLICT (tenant_id, line_id, fiscal_year) DO UPDATE SET ${overwrite}, movements = excluded.movements`,
    [city.tenantId],
  );
  await owner.query(
    `INSERT INTO pool_balance (tenant_id, pool_id, fiscal_year, ${kindColumns}, movements)
     SELECT m.tenant_id, l.pool_id, m.fiscal_year, ${kindSums}, count(*)
     FROM movement m JOIN budget_line l ON l.tenant_id = m.tenant_id AND l.line_id = m.line_id
     WHERE m.tenant_id = $1 AND l.pool_id IS NOT NULL GROUP BY 1, 2, 3
     ON CONFLICT (tenant_id, pool_id, fiscal_year) DO UPDATE SET ${overwrite}, movements = excluded.movements`,
    [city.tenantId],
  );
  await owner.query(
    `INSERT INTO line_month (tenant_id, line_id, fiscal_year, month, actual_cents)
     SELECT m.tenant_id, m.line_id, m.fiscal_year, extract(month FROM m.booked_on), sum(m.amount_cents)
     FROM movement m WHERE m.tenant_id = $1 AND m.kind = 'actual' GROUP BY 1, 2, 3, 4
     ON CONFLICT (tenant_id, line_id, fiscal_year, month) DO UPDATE SET actual_cents = excluded.actual_cents`,
    [city.tenantId],
  );
}
