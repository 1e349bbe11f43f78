import type { LowValueView } from '@etatlotse/contracts/device/plain';
import { lowValueRuleOf, type LowValueSetting, rulePackFor } from '@etatlotse/domain/budget';
import { fiscalYear } from '@etatlotse/domain/shared';
import { ruleDecisions } from '../authority';
import type { Transaction } from '../platform/database/transactions';

/** The low-value rule of each year with where it comes from: the city's own, else the law as an example. */
export async function lowValueRules(
  tx: Transaction,
  years: readonly number[],
): Promise<ReadonlyMap<number, LowValueView>> {
  const asked = [...new Set(years)];
  const decisions = await ruleDecisions(tx, 'lowValue', asked);
  return new Map(
    asked.map((year) => {
      const decision = decisions.get(year);
      const pack = rulePackFor(fiscalYear(year));
      const own = (decision?.value ?? null) as LowValueSetting | null;
      return [
        year,
        {
          ...lowValueRuleOf(fiscalYear(year), own),
          fiscalYear: year,
          validFrom: decision?.validFrom ?? pack.fromYear,
          source: decision?.source ?? pack.citations.low_value,
          isExample: decision === undefined,
        },
      ];
    }),
  );
}
