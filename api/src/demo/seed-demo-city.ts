import { hash, verify } from '@node-rs/argon2';
import { type Cents, cents } from '@etatlotse/domain/shared';
import { appendMovements, type NewMovement } from '../budget';
import type { Clock } from '../platform/clock/clock';
import type { Ids } from '../platform/clock/ids';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import { decideSpecials, proposeRests } from './demo-decisions';
import { insertCover } from './demo-cover';
import { insertDemoExtra } from './demo-extra';
import { demoLineYear, type DemoOrder } from './demo-ledger';
import { demoLines } from './demo-lines';
import {
  DEMO_CEILINGS,
  demoBills,
  demoLateBill,
  demoNovemberBill,
  demoPlan,
  demoSpecials,
  type PlacedLine,
  SOURCE_REMARK,
} from './demo-money';
import { seedCapacity } from './demo-capacity';
import { insertDemoOutlook } from './demo-outlook';
import { seedGrants } from './demo-grants';
import { seedCouncil } from './demo-council';
import { seedDemands } from './demo-demands';
import { seedContracts } from './demo-contracts';
import { seedInventory } from './demo-inventory';
import { seedObligations } from './demo-obligations';
import { type DemoRevenue, insertRevenueLines, revenueMovements } from './demo-revenue';
import { LATE_BUDGET, markedBeforeBudget, seedSupplement } from './demo-planning';
import { DEMO_MAIL_DOMAIN, DEMO_PEOPLE } from './demo-people';
import { insertDemoReading } from './demo-reading';
import { seedSites } from './demo-sites';
import { insertDemoProjects } from './demo-projects';
import { insertDemoRollouts } from './demo-rollouts';
import { DEMO_UNITS } from './demo-units';
import { SeededRandom } from './seeded-random';

const SEED = 20_260_427;
const BATCH = 2000;
/** Years after the plan year in the medium-term plan (R12). */
const LATER_YEARS = 3;

/** What the seeding says it did. */
export interface SeededCity {
  readonly isNew: boolean;
  readonly lines: number;
  readonly movements: number;
}

/**
 * Makes the sample city once, in a transaction for its people and one for each year; later starts only bring the password
 * of its accounts up to date. Runs with the owner's rights, before the API starts.
 */
export async function seedDemoCity(
  transactions: Transactions,
  clock: Clock,
  ids: Ids,
  password: string,
): Promise<SeededCity> {
  const [existing] = await transactions.beforeTenant<{ tenant_id: string }>(
    `SELECT tenant_id FROM tenant WHERE is_demo LIMIT 1`,
    [],
  );
  if (existing !== undefined) {
    await refreshPasswords(transactions, existing.tenant_id, password);
    return { isNew: false, lines: 0, movements: 0 };
  }
  const tenantId = ids.next();
  const passwordHash = await hashPassword(password);
  const random = new SeededRandom(SEED);
  const runAs = <Result>(
    actor: TransactionContext['actor'],
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> =>
    transactions.run({ tenantId, actor }, async (tx) => {
      await tx.limitStatementsTo(120_000);
      return work(tx);
    });
  const run = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => runAs(null, work);
  const thisYear = Number(clock.today().slice(0, 4));
  const { lines, revenue, plans, financeId } = await run(async (tx) => {
    await insertTenant(tx);
    const units = await insertUnits(tx);
    const treasurerId = await insertPeople(tx, units, await seedCouncil(tx, thisYear), passwordHash);
    await insertYears(tx, thisYear);
    await seedCapacity(tx, units, thisYear);
    const placed = await insertLines(tx, units, random);
    const income = await insertRevenueLines(tx, units);
    const planIds = await insertPlans(tx, placed, income, thisYear, treasurerId);
    await tx.audit({
      action: 'demo.seeded',
      subjectType: 'tenant',
      subjectId: tenantId,
      detail: { lines: placed.length },
    });
    return { lines: placed, revenue: income, plans: planIds, financeId: treasurerId };
  });
  let movements = 0;
  for (const year of [thisYear - 2, thisYear - 1, thisYear]) {
    movements += await run((tx) => bookYear(tx, lines, year, thisYear, random));
  }
  movements += await run(async (tx) => {
    const income = revenueMovements(revenue, thisYear, tx.today);
    await appendMovements(tx, income);
    await seedGrants(tx, lines, revenue, thisYear);
    await seedObligations(tx, lines, demoPlan(lines), { fiscalYear: thisYear, ...plans });
    const yearly = new Map([...demoPlan(lines), ...demoBills(lines)]);
    const places = await seedSites(tx, thisYear);
    await seedContracts(tx, { lines, yearly, fiscalYear: thisYear, sites: places.sites });
    await seedInventory(tx, places, thisYear);
    return income.length;
  });
  for (const seed of [seedDemands, proposeRests]) await run((tx) => seed(tx, thisYear));
  await insertDemoExtra(runAs, tenantId, thisYear);
  await insertDemoProjects(runAs, tenantId, lines, thisYear);
  await insertDemoOutlook(runAs, { tenantId, personId: financeId }, thisYear);
  await insertDemoRollouts(runAs, tenantId, lines, thisYear);
  // After every grant, so that the question of the Nachtrag is answered for what stands there.
  const planning = { tenantId, fiscalYear: thisYear, ...plans, personId: financeId };
  await run((tx) => seedSupplement(tx, lines, planning));
  await insertDemoReading(runAs, planning);
  return { isNew: true, lines: lines.length + revenue.length, movements };
}

const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

async function refreshPasswords(transactions: Transactions, tenantId: string, password: string): Promise<void> {
  await transactions.run({ tenantId, actor: null }, async (tx) => {
    const [person] = await tx.query<{ password_hash: string }>(
      `SELECT password_hash FROM person WHERE tenant_id = $1 AND email = $2`,
      [tenantId, `admin@${DEMO_MAIL_DOMAIN}`],
    );
    if (person === undefined || (await verify(person.password_hash, password))) return;
    await tx.execute(`UPDATE person SET password_hash = $2 WHERE tenant_id = $1 AND email LIKE $3`, [
      tenantId,
      await hashPassword(password),
      `%@${DEMO_MAIL_DOMAIN}`,
    ]);
  });
}

async function insertTenant(tx: Transaction): Promise<void> {
  await tx.query(
    `INSERT INTO tenant (tenant_id, slug, name, land, is_demo, created_at)
     VALUES ($1, 'loewenstadt', 'Stadt Löwenstadt', 'NI', true, $2)`,
    [tx.tenantId, tx.now],
  );
}

async function insertUnits(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const units = new Map<string, string>();
  for (const unit of DEMO_UNITS) {
    const unitId = tx.nextId();
    units.set(unit.code, unitId);
    await tx.query(
      `INSERT INTO org_unit (tenant_id, unit_id, parent_id, level, code, name, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [tx.tenantId, unitId, unit.above === null ? null : units.get(unit.above), unit.level, unit.code, unit.name],
    );
  }
  return units;
}

/** Inserts the accounts and answers the id of the first treasurer. */
async function insertPeople(
  tx: Transaction,
  units: ReadonlyMap<string, string>,
  bodies: ReadonlyMap<string, string>,
  passwordHash: string,
): Promise<string> {
  let financeId = '';
  for (const person of DEMO_PEOPLE) {
    const personId = tx.nextId();
    if (person.mailbox === 'finanzen') financeId = personId;
    await tx.query(
      `INSERT INTO person (tenant_id, person_id, email, display_name, password_hash, status, created_at)
       VALUES ($1, $2, $3, $4, $5, 'active', $6)`,
      [tx.tenantId, personId, `${person.mailbox}@${DEMO_MAIL_DOMAIN}`, person.displayName, passwordHash, tx.now],
    );
    for (const { role, unit, kind, body } of person.roles) {
      await tx.query(
        `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, kind, unit_id, body_id, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
        [
          ...[tx.tenantId, tx.nextId(), personId, role, kind ?? null, unit === undefined ? null : units.get(unit)],
          body === undefined ? null : bodies.get(body),
        ],
      );
    }
  }
  return financeId;
}

async function insertYears(tx: Transaction, thisYear: number): Promise<void> {
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

async function insertLines(
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
async function insertPlans(
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
function planHoldsFrom(year: number, thisYear: number): string {
  return `${year}-${year === thisYear - 2 ? LATE_BUDGET.inForce : '01-01'}`;
}

async function bookYear(
  tx: Transaction,
  lines: readonly PlacedLine[],
  fiscalYear: number,
  thisYear: number,
  random: SeededRandom,
): Promise<number> {
  const isRunning = fiscalYear === thisYear;
  const inForceOn = planHoldsFrom(fiscalYear, thisYear);
  const plan = demoPlan(lines);
  const bills = demoBills(lines);
  const transferId = tx.nextId();
  const special = isRunning
    ? demoSpecials(lines, plan, fiscalYear, transferId).filter(({ bookedOn }) => bookedOn <= tx.today)
    : [];
  const appropriations = lines.flatMap(({ lineId }): NewMovement[] => {
    const amountCents = plan.get(lineId) ?? 0;
    return amountCents === 0
      ? []
      : [{ lineId, fiscalYear, kind: 'appropriation', amountCents, bookedOn: inForceOn, source: 'plan' }];
  });
  let number = 0;
  const years = lines.map((line) =>
    demoLineYear(
      line,
      {
        lineId: line.lineId,
        fiscalYear,
        spendableCents: spendable(line, plan, bills, special),
        today: tx.today,
        nextId: () => tx.nextId(),
        nextNumber: () => `B-${String(fiscalYear).slice(2)}-${String(++number).padStart(4, '0')}`,
      },
      random,
    ),
  );
  await insertOrders(
    tx,
    years.flatMap(({ orders }) => orders),
  );
  const lateBills = [...demoLateBill(lines, plan, fiscalYear), ...demoNovemberBill(lines, fiscalYear)];
  const late = isRunning ? lateBills.filter(({ bookedOn }) => bookedOn <= tx.today) : [];
  const decided = await decideSpecials(tx, special, plan);
  const spent = markedBeforeBudget(
    years.flatMap((year) => year.movements),
    lines,
    inForceOn,
  );
  const movements = [...appropriations, ...decided, ...late, ...spent];
  movements.sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0));
  for (let from = 0; from < movements.length; from += BATCH) {
    await appendMovements(tx, movements.slice(from, from + BATCH));
  }
  if (isRunning) await insertCover(tx, lines, fiscalYear, transferId);
  return movements.length;
}

/** What the generator may spend on a line: authority less lock and reservation; for fees what is billed. */
function spendable(
  line: PlacedLine,
  plan: ReadonlyMap<string, Cents>,
  bills: ReadonlyMap<string, Cents>,
  special: readonly NewMovement[],
): Cents {
  const own = special.filter(({ lineId }) => lineId === line.lineId);
  const effect = own.reduce(
    (sum, { kind, amountCents }) => sum + (kind === 'lock' || kind === 'reservation' ? -amountCents : amountCents),
    0,
  );
  return cents((plan.get(line.lineId) ?? bills.get(line.lineId) ?? 0) + effect);
}

async function insertOrders(tx: Transaction, orders: readonly DemoOrder[]): Promise<void> {
  await tx.query(insertOrdersSql, [tx.tenantId, JSON.stringify(orders), tx.now]);
}

const insertOrdersSql = `
  INSERT INTO purchase_order (tenant_id, order_id, number, line_id, fiscal_year, supplier, subject, state, ordered_on,
    reserved_cents, committed_cents, spent_cents, created_at)
  SELECT $1, "orderId", number, "lineId", "fiscalYear", supplier, subject, state, "orderedOn", 0, "committedCents",
    "spentCents", $3
  FROM jsonb_to_recordset($2::jsonb) AS o("orderId" uuid, number text, "lineId" uuid, "fiscalYear" smallint,
    supplier text, subject text, state text, "orderedOn" date, "committedCents" bigint, "spentCents" bigint)`;
