import { Injectable } from '@nestjs/common';
import type {
  RecordYearQuery,
  ServiceDetail,
  ServicePage,
  ServicesQuery,
  ServiceSystemRow,
  ServiceYearRow,
} from '@etatlotse/contracts/inventory';
import { isSupportEnding, summarizeServices } from '@etatlotse/domain/inventory';
import { plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { type DecisionFacts, decisionRow, figuresOf, type ServiceFacts, serviceRow } from './catalogue-row';
import { decisionsSql, serviceListSql, serviceSql, volumesSql } from './catalogue.sql';
import { besideRecord, readRecord, readRegister, type RecordPageFacts } from './register-page';

type PageFacts = ServiceFacts &
  RecordPageFacts & {
    readonly code: string;
    readonly systems: readonly Omit<ServiceSystemRow, 'isSupportEnding'>[];
  };
type YearFacts = Omit<ServiceYearRow, 'onlineBasisPoints' | 'runningCents' | 'costPerCaseCents'>;

/** The catalogue of services with the figures of a year, and one service with its decisions and its cases. */
@Injectable()
export class CatalogueQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: ServicesQuery): Promise<ServicePage> {
    const { fiscalYear, task = null, solution = null, reach = null } = query;
    return this.transactions.run(caller, async (tx) => {
      const list = { sql: serviceListSql, asOf: fiscalYear, filters: [task, solution, reach] };
      const { all, rows, nextCursor } = await readRegister<ServiceFacts>(tx, caller, query, list);
      const totals = summarizeServices(all.map((facts) => ({ ...facts, isDecided: facts.decision !== null })));
      return { rows: rows.map((facts) => serviceRow(facts, fiscalYear)), nextCursor, totals };
    });
  }

  /** One service; null where it does not exist for the reader. */
  find(caller: Caller, id: string, { fiscalYear }: RecordYearQuery): Promise<ServiceDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const facts = await readRecord<PageFacts>(tx, caller, { sql: serviceSql, asOf: fiscalYear, id });
      if (facts === null) return null;
      const decisions = await tx.query<{ facts: DecisionFacts }>(decisionsSql, [tx.tenantId, id]);
      const years = await tx.query<{ facts: YearFacts }>(volumesSql, [tx.tenantId, id]);
      const { decision, code, note, changedAt, lineId, line, contractId, contract, systems, ...row } = facts;
      return {
        ...serviceRow({ ...row, decision }, fiscalYear),
        ...{ code, note, changedAt, lineId, line, contractId, contract },
        decisions: decisions.map((one) => decisionRow(one.facts)),
        years: years.map((one) => ({ ...one.facts, ...figuresOf(one.facts, decision, one.facts.fiscalYear) })),
        systems: systems.map((system) => ({ ...system, isSupportEnding: isEnding(system.supportEndsOn, tx.today) })),
        ...(await besideRecord(tx, caller, 'service', facts)),
      };
    });
  }
}

const isEnding = (day: string | null, today: string): boolean =>
  isSupportEnding(day === null ? null : plainDate(day), plainDate(today));
