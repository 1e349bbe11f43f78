import { appendMovements } from '../budget';
import type { Clock } from '../platform/clock/clock';
import type { Ids } from '../platform/clock/ids';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import { hashPassword, insertPeople, insertTenant, insertUnits, refreshPasswords } from './demo-accounts';
import { bookYear } from './demo-bookings';
import { proposeRests } from './demo-decisions';
import { insertDemoExtra } from './demo-extra';
import { demoBills, demoPlan } from './demo-money';
import { insertLines, insertPlans, insertYears } from './demo-plans';
import { seedCapacity } from './demo-capacity';
import { insertDemoOutlook } from './demo-outlook';
import { seedGrants } from './demo-grants';
import { seedCouncil } from './demo-council';
import { seedDemands } from './demo-demands';
import { seedContracts } from './demo-contracts';
import { seedInventory } from './demo-inventory';
import { seedObligations } from './demo-obligations';
import { insertRevenueLines, revenueMovements } from './demo-revenue';
import { seedSupplement } from './demo-planning';
import { insertDemoReading } from './demo-reading';
import { seedSites } from './demo-sites';
import { insertDemoProjects } from './demo-projects';
import { insertDemoRollouts } from './demo-rollouts';
import { SeededRandom } from './seeded-random';

const SEED = 20_260_427;

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
