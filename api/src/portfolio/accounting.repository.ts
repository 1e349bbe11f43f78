import {
  type Alternative,
  accountDemand,
  type AccountingDecision,
  type AccountingFacts,
  type AccountingRules,
  type DemandAccounting,
  EMPTY_PAPER,
  EXAMPLE_PAPER_RULES,
  type InvestmentPaper,
  type InvestmentPaperRules,
  lifeMonthsOf,
} from '@etatlotse/domain/demand';
import { RULE_SETTINGS } from '@etatlotse/domain/authority';
import { lowValueRuleOf, type LowValueSetting } from '@etatlotse/domain/budget';
import { decisionYears } from '@etatlotse/domain/portfolio';
import { type Cents, fiscalYear } from '@etatlotse/domain/shared';
import { ruleDecisions } from '../authority';
import type { StoredDemand, StoredRound } from '../demand';
import type { Transaction } from '../platform/database/transactions';

/** The rules for the papers of an investment, with where they come from. */
export type PaperRules = InvestmentPaperRules & { readonly source: string; readonly isExample: boolean };

export interface StoredAccounting {
  readonly accounting: DemandAccounting;
  readonly paper: InvestmentPaper & { readonly rateBasisPoints: number };
  readonly rules: AccountingRules;
  readonly isLowValueExample: boolean;
  readonly paperRules: PaperRules;
  readonly facts: ReadonlyMap<string, AccountingFacts>;
}

interface ItemRow extends AccountingFacts {
  readonly itemId: string;
  readonly decidedAs: AccountingDecision['as'] | null;
  readonly reason: string;
}

const NOTHING_SAID: AccountingFacts = { isStandalone: true, paidMonths: null };

/** A stored demand accounted by the rules of its first year, with what finance has decided. */
export async function accountStored(
  tx: Transaction,
  demand: StoredDemand,
  round: StoredRound,
): Promise<StoredAccounting> {
  const { rules, isLowValueExample, paperRules } = await readRules(tx, round);
  const items = itemsOf(demand, await readItemRows(tx, [demand.id]));
  const [paper] = await tx.query<StoredAccounting['paper'] & { alternatives: Alternative[]; followUpCents: Cents }>(
    paperSql,
    [tx.tenantId, demand.id],
  );
  return {
    accounting: accountDemand(items, rules),
    paper: paper ?? { ...EMPTY_PAPER, rateBasisPoints: paperRules.rateBasisPoints },
    rules,
    isLowValueExample,
    paperRules,
    facts: new Map(items.map(({ item, facts }) => [item.id, facts])),
  };
}

/** Many stored demands accounted at once, in two statements however many there are. */
export async function accountMany(
  tx: Transaction,
  demands: readonly StoredDemand[],
  round: StoredRound,
): Promise<ReadonlyMap<string, DemandAccounting>> {
  const { rules } = await readRules(tx, round);
  const rows = await readItemRows(
    tx,
    demands.map(({ id }) => id),
  );
  return new Map(demands.map((demand) => [demand.id, accountDemand(itemsOf(demand, rows), rules)]));
}

async function readItemRows(tx: Transaction, demandIds: readonly string[]): Promise<ReadonlyMap<string, ItemRow>> {
  const rows = await tx.query<ItemRow>(itemsSql, [tx.tenantId, demandIds]);
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** The items of a demand with what was said and decided about each. */
function itemsOf({ items }: StoredDemand, rowOf: ReadonlyMap<string, ItemRow>) {
  return items.map((item) => {
    const row = rowOf.get(item.id);
    const decision = row === undefined || row.decidedAs === null ? null : { as: row.decidedAs, reason: row.reason };
    return { item, facts: row ?? NOTHING_SAID, decision };
  });
}

/** The rules of the first plan year: the city's own low-value rule, else that of the law as an example. */
export async function readRules(
  tx: Transaction,
  round: StoredRound,
): Promise<Pick<StoredAccounting, 'rules' | 'isLowValueExample' | 'paperRules'>> {
  const decision = (await ruleDecisions(tx, 'lowValue', [round.firstYear])).get(round.firstYear);
  const own = (decision?.value ?? null) as LowValueSetting | null;
  const paperRules = await readPaperRules(tx, round.firstYear);
  return {
    isLowValueExample: decision === undefined,
    paperRules,
    rules: {
      lowValue: lowValueRuleOf(fiscalYear(round.firstYear), own),
      lifeMonths: lifeMonthsOf(paperRules),
      comparisonFromCents: paperRules.comparisonFromCents,
      planYears: decisionYears(round),
    },
  };
}

/** What the city decided about the papers of an investment (R18), else the example with its source. */
async function readPaperRules(tx: Transaction, year: number): Promise<PaperRules> {
  const decision = (await ruleDecisions(tx, 'investmentPapers', [year])).get(year);
  return decision === undefined
    ? { ...EXAMPLE_PAPER_RULES, source: RULE_SETTINGS.investmentPapers.source, isExample: true }
    : { ...(decision.value as InvestmentPaperRules), source: decision.source, isExample: false };
}

const itemsSql = `
  SELECT item_id AS "itemId", is_standalone AS "isStandalone", paid_months AS "paidMonths", decided_as AS "decidedAs", reason
  FROM demand_item_account WHERE tenant_id = $1 AND demand_id = ANY ($2::uuid[])`;

const paperSql = `
  SELECT alternatives, recommendation, rate_basis_points AS "rateBasisPoints", follow_up_cents AS "followUpCents",
    follow_up_reason AS "followUpReason"
  FROM demand_paper WHERE tenant_id = $1 AND demand_id = $2`;
