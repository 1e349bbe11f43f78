import { Injectable } from '@nestjs/common';
import type {
  RecordYearQuery,
  SystemDetail,
  SystemPage,
  SystemProposalPage,
  SystemProposalRow,
  SystemsQuery,
} from '@etatlotse/contracts/inventory';
import { summarizeSystems, SUPPORT_WARNING_MONTHS } from '@etatlotse/domain/inventory';
import { addMonths, cents, plainDate, sumCents } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { besideRecord, readRecord, readRegister, type RecordPageFacts } from './register-page';
import { proposalOf, type SystemFacts, systemRow } from './system-row';
import { systemListSql, systemSql } from './system.sql';

/** Systems with their cost of a year, their end of support, and the demands that follow. */
@Injectable()
export class SystemQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: SystemsQuery): Promise<SystemPage> {
    return this.transactions.run(caller, async (tx) => {
      const { all, rows, nextCursor } = await readRegister<SystemFacts>(tx, caller, query, listOf(tx, query));
      const row = (facts: SystemFacts) => systemRow(facts, tx.today);
      const totals = summarizeSystems(
        all
          .map(row)
          .map((one) => ({ ...one, yearCents: known(one.yearCents), securityCents: known(one.securityCents) })),
      );
      return { rows: rows.map(row), nextCursor, totals };
    });
  }

  /** One system; null where it does not exist for the reader. */
  find(caller: Caller, id: string, { fiscalYear }: RecordYearQuery): Promise<SystemDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const list = { sql: systemSql, asOf: fiscalYear, id };
      const facts = await readRecord<SystemFacts & RecordPageFacts & Pick<SystemDetail, 'services'>>(tx, caller, list);
      if (facts === null) return null;
      const { contractCents: _, contractSystems, ...rest } = facts;
      return {
        ...rest,
        ...systemRow(facts, tx.today),
        contractShared: Math.max(0, contractSystems - (facts.state === 'retired' ? 0 : 1)),
        ...(await besideRecord(tx, caller, 'system', facts)),
      };
    });
  }

  /** Every demand that the register proposes, by the name of the system. */
  proposals(caller: Caller, query: SystemsQuery): Promise<SystemProposalPage> {
    return this.transactions.run(caller, async (tx) => {
      const { all, rows, nextCursor } = await readRegister<SystemFacts>(tx, caller, query, listOf(tx, query));
      const proposed = (facts: readonly SystemFacts[]) => facts.flatMap((one) => proposalRow(one, tx.today));
      const amounts = proposed(all).map(({ amountCents }) => amountCents);
      const knownAmounts = amounts.flatMap((amount) => (amount === null ? [] : [cents(amount)]));
      const totals = {
        count: amounts.length,
        knownCents: sumCents(knownAmounts),
        unknown: amounts.length - knownAmounts.length,
      };
      return { rows: proposed(rows), nextCursor, totals };
    });
  }
}

function proposalRow(facts: SystemFacts, today: string): SystemProposalRow[] {
  const proposal = proposalOf(facts, today);
  if (proposal === null) return [];
  return [{ ...proposal, systemId: facts.id, title: facts.name, unit: facts.unit, serviceClass: facts.serviceClass }];
}

function listOf(tx: Transaction, query: SystemsQuery) {
  const { fiscalYear, serviceClass = null, criticality = null, state = null, isEnding = false } = query;
  const endsBy = isEnding ? addMonths(plainDate(tx.today), SUPPORT_WARNING_MONTHS) : null;
  return { sql: systemListSql, asOf: fiscalYear, filters: [serviceClass, criticality, state, endsBy] };
}

const known = (amount: number | null) => (amount === null ? null : cents(amount));
