import type { ProcurementAdviceView } from '@etatlotse/contracts/procurement';
import { RULE_SETTINGS } from '@etatlotse/domain/authority';
import { type ProcurementLimits, proposeProcurement, type Purchase } from '@etatlotse/domain/procurement';
import { plainDate } from '@etatlotse/domain/shared';
import { ruleDecisions, ruleSettings } from '../authority';
import type { Transaction } from '../platform/database/transactions';

/** Limits and durations of this year, and where they come from. */
export interface ProcurementRules {
  readonly limits: ProcurementLimits;
  readonly source: string;
  readonly isExample: boolean;
}

export async function procurementRules(tx: Transaction): Promise<ProcurementRules> {
  const year = Number(tx.today.slice(0, 4));
  const { procurement: limits } = await ruleSettings(tx, year);
  const decision = (await ruleDecisions(tx, 'procurement', [year])).get(year);
  return {
    limits,
    source: decision?.source ?? RULE_SETTINGS.procurement.source,
    isExample: decision === undefined,
  };
}

/** The way of one purchase, as pages show it. */
export function adviseProcurement(
  purchase: Purchase,
  { limits, source, isExample }: ProcurementRules,
  today: string,
): ProcurementAdviceView {
  const { netCents, wantedOn } = purchase;
  return { ...proposeProcurement(purchase, limits, plainDate(today)), netCents, wantedOn, source, isExample };
}
