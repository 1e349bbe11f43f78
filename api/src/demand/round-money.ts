import type { FrameCode, RunOrChange } from '@etatlotse/domain/budget';
import {
  type DemandItem,
  type DemandSight,
  type DemandState,
  type DemandYear,
  demandYears,
} from '@etatlotse/domain/demand';
import { type Cents, sumCents } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { itemsOfDemand } from './demand-row';
import { isDemandSeen } from './demand-sight.sql';
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
  const rows = await tx.query<{ demand: Omit<DemandMoney, 'years' | 'planCents'> & { items: DemandItem[] } }>(
    moneySql,
    [tx.tenantId, sight.units, sight.desks, round.id],
  );
  const window = roundYears(round);
  return rows.map(({ demand: { items, ...demand } }) => {
    const years = demandYears(items, window);
    const inPlan = years.filter(({ fiscalYear }) => fiscalYear >= round.firstYear && fiscalYear <= round.lastYear);
    return { ...demand, years, planCents: sumCents(inPlan.map(({ grossCents }) => grossCents)) };
  });
}

const moneySql = `
  SELECT json_build_object('id', d.demand_id, 'state', d.state, 'frame', d.frame, 'runOrChange', d.run_or_change,
    'isSeen', ${isDemandSeen('d', '$2', '$3')}, 'items', ${itemsOfDemand}) AS demand
  FROM demand d WHERE d.tenant_id = $1 AND d.round_id = $4`;
