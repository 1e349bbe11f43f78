import { Injectable } from '@nestjs/common';
import type { AccountingView, PreviewAccounting } from '@etatlotse/contracts/portfolio';
import { may } from '@etatlotse/domain/access';
import { accountDemand, type DemandItem, isEditable, netPresentValue, paperGaps } from '@etatlotse/domain/demand';
import { cents } from '@etatlotse/domain/shared';
import { readRound, type StoredRound } from '../demand';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { accountStored, readRules, type StoredAccounting } from './accounting.repository';
import { readSeenDemand } from './seen-demand';

type RulesRead = Pick<StoredAccounting, 'rules' | 'isLowValueExample' | 'paperRules'>;

/** Accounting without accountants: what a demand does to the budget, item by item, with the rule behind each answer. */
@Injectable()
export class AccountingQueries {
  constructor(private readonly transactions: Transactions) {}

  async find(caller: Caller, demandId: string): Promise<AccountingView | null> {
    return this.transactions.run(caller, async (tx) => {
      const demand = await readSeenDemand(tx, caller, demandId);
      const round = demand === null ? null : await readRound(tx, demand.roundId);
      if (demand === null || round === null) return null;
      const { accounting, paper, facts, ...read } = await accountStored(tx, demand, round);
      const labelOf = new Map(demand.items.map(({ id, label }) => [id, label]));
      const presentValueCents = paper.alternatives.map(({ flowsCents }) =>
        netPresentValue(flowsCents.map(cents), paper.rateBasisPoints),
      );
      return {
        ...accounting,
        rules: rulesView(read, round),
        facts: [...facts].map(([itemId, { isStandalone, paidMonths }]) => ({
          ...{ itemId, isStandalone, paidMonths },
          label: labelOf.get(itemId) ?? '',
        })),
        paper: { ...paper, presentValueCents },
        gaps: paperGaps(paper, accounting.duties),
        mayDecide: may(caller.actor, 'demand.decide') && demand.state !== 'adopted',
        mayWrite: isEditable(demand.state) && may(caller.actor, 'demand.write', { unitId: demand.unitId }),
        version: demand.version,
      };
    });
  }

  /** Reckons a form as it stands; nothing is stored. */
  async preview(caller: Caller, { roundId, items }: PreviewAccounting): Promise<AccountingView | null> {
    return this.transactions.run(caller, async (tx) => {
      const round = await readRound(tx, roundId);
      if (round === null) return null;
      const read = await readRules(tx, round);
      const accounted = items.map(({ isStandalone, paidMonths, ...item }, at) => ({
        item: { ...item, id: String(at), unit: '' } satisfies DemandItem,
        facts: { isStandalone, paidMonths },
        decision: null,
      }));
      const accounting = accountDemand(accounted, read.rules);
      return {
        ...accounting,
        rules: rulesView(read, round),
        facts: accounted.map(({ item, facts }) => ({ ...facts, itemId: item.id, label: item.label })),
        paper: null,
        gaps: [],
        mayDecide: false,
        mayWrite: false,
        version: 0,
      };
    });
  }
}

function rulesView(
  { rules, isLowValueExample, paperRules }: RulesRead,
  { firstYear }: StoredRound,
): AccountingView['rules'] {
  const { fromNetCents, toNetCents, budgetedAs, exampleAccount } = rules.lowValue;
  return {
    fiscalYear: firstYear,
    lowValueFromCents: fromNetCents,
    lowValueToCents: toNetCents,
    lowValueAs: budgetedAs,
    lowValueAccount: exampleAccount,
    isLowValueExample,
    comparisonFromCents: rules.comparisonFromCents,
    papersSource: paperRules.source,
    isPapersExample: paperRules.isExample,
  };
}
