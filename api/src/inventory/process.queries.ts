import { Injectable } from '@nestjs/common';
import type {
  ProcessDetail,
  ProcessesQuery,
  ProcessPage,
  ProcessRow,
  ProcessYearRow,
  RecordRow,
  RecordYearQuery,
} from '@etatlotse/contracts/inventory';
import {
  type CountedProcess,
  isReviewDue,
  reviewDueOn,
  stageOf,
  summarizeProcesses,
} from '@etatlotse/domain/inventory';
import { plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { measurementsSql, processListSql, processSql } from './process.sql';
import { besideRecord, readRecord, readRegister, type RecordPageFacts } from './register-page';

type ProcessFacts = RecordRow & CountedProcess & Pick<ProcessRow, 'builtBy' | 'isInHouse'>;

/** Processes with their stages, the hours of a year, and when they are looked at again. */
@Injectable()
export class ProcessQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: ProcessesQuery): Promise<ProcessPage> {
    const { fiscalYear, stage = null, isInHouse = null } = query;
    return this.transactions.run(caller, async (tx) => {
      const list = { sql: processListSql, asOf: fiscalYear, filters: [stage, isInHouse] };
      const { all, rows, nextCursor } = await readRegister<ProcessFacts>(tx, caller, query, list);
      const totals = summarizeProcesses(all, plainDate(tx.today));
      return { rows: rows.map((facts) => processRow(facts, tx.today)), nextCursor, totals };
    });
  }

  /** One process; null where it does not exist for the reader. */
  find(caller: Caller, id: string, { fiscalYear }: RecordYearQuery): Promise<ProcessDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const asked = { sql: processSql, asOf: fiscalYear, id };
      const facts = await readRecord<ProcessFacts & RecordPageFacts>(tx, caller, asked);
      if (facts === null) return null;
      const years = await tx.query<{ facts: ProcessYearRow }>(measurementsSql, [tx.tenantId, id]);
      return {
        ...facts,
        ...processRow(facts, tx.today),
        years: years.map((one) => one.facts),
        ...(await besideRecord(tx, caller, 'process', facts)),
      };
    });
  }
}

function processRow({ reviewMonths, reviewedOn, ...facts }: ProcessFacts, today: string): ProcessRow {
  const review = { ...facts, reviewMonths, reviewedOn };
  return {
    ...facts,
    stage: stageOf(facts),
    reviewDueOn: reviewDueOn(review),
    isReviewDue: isReviewDue(review, plainDate(today)),
  };
}
