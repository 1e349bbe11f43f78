import type { FrameCode, RunOrChange } from '@etatlotse/domain/budget';
import { type DemandSight, type DemandState, type DemandYear, demandYears } from '@etatlotse/domain/demand';
import { type Cents, sumCents } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isDemandSeen } from './demand-sight.sql';
import { readPricedItems } from './priced-items';
import { roundYears, type StoredRound } from './round.repository';

/** One demand of a round with its money by year. */
export interface DemandMoney {
  readonly id: string;
  readonly state: DemandState;
  readonly frame: FrameCode | null;
  readonly runOrChange: RunOrChange | null;
  readonly isSeen: boolean;
  readonly years: readonly DemandYear[];
  readonly planCents: Cents;
}

/**
 * Every demand of a round, also those that the reader may not open: sums are the same for everybody, and where somebody may
 * not see parts the page says so.
 */
export async function readMoneyOfRound(
  tx: Transaction,
  round: StoredRound,
  sight: DemandSight,
): Promise<DemandMoney[]> {
  const rows = await tx.query<MoneyRow>(moneySql, [tx.tenantId, sight.units, sight.desks, round.id]);
  const items = await readPricedItems(tx, round.id);
  const window = roundYears(round);
  return rows.map(({ number, ...demand }) => {
    const years = demandYears(items.get(number) ?? [], window);
    const inPlan = years.filter(({ fiscalYear }) => fiscalYear >= round.firstYear && fiscalYear <= round.lastYear);
    return { ...demand, years, planCents: sumCents(inPlan.map(({ grossCents }) => grossCents)) };
  });
}

type MoneyRow = Omit<DemandMoney, 'years' | 'planCents'> & { readonly number: number };

const moneySql = `
  SELECT d.demand_id AS id, d.number, d.state, d.frame, d.run_or_change AS "runOrChange",
    ${isDemandSeen('d', '$2', '$3')} AS "isSeen"
  FROM demand d
  WHERE d.tenant_id = $1 AND d.round_id = $4`;
