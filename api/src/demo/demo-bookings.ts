import { type Cents, cents } from '@etatlotse/domain/shared';
import { appendMovements, type NewMovement } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import { insertCover } from './demo-cover';
import { decideSpecials } from './demo-decisions';
import { demoLineYear, type DemoOrder } from './demo-ledger';
import { demoBills, demoLateBill, demoNovemberBill, demoPlan, demoSpecials, type PlacedLine } from './demo-money';
import { markedBeforeBudget } from './demo-planning';
import { planHoldsFrom } from './demo-plans';
import { SeededRandom } from './seeded-random';

const BATCH = 2000;

/** Books one year of every line: its plan, what is special in the running year, and the orders with their bills. */
export async function bookYear(
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
