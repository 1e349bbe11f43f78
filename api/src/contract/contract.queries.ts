import { Injectable } from '@nestjs/common';
import type { ContractsQuery, DeadlinesQuery } from '@etatlotse/contracts/contract';
import type {
  ContractDetail,
  ContractPage,
  ContractRow,
  DeadlinePage,
  DeadlineRow,
  NoticeOption,
} from '@etatlotse/contracts/contract/plain';
import { may, unitScope } from '@etatlotse/domain/access';
import {
  type ContractFacts,
  contractHorizon,
  contractValue,
  freedByNotice,
  nextAward,
  nextNotices,
  priceChanges,
  reckonContract,
  yearlyPriceAt,
} from '@etatlotse/domain/contract';
import { addDays, type FiscalYear, plainDate, sumCents } from '@etatlotse/domain/shared';
import { literal, searchPatterns } from '../budget';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { adviseProcurement, procurementRules } from '../procurement';
import { factsOf, type ReckonedColumns } from './contract-columns';
import {
  deadlinesSql,
  detailSql,
  eventsSql,
  listSql,
  projectsSql,
  remindedSql,
  termsSql,
  totalsSql,
} from './contract.sql';

/** Later years that the register adds up beside the one asked for. */
export const YEARS_BEYOND = 4;
/** Days for notice that the page of a contract names. */
const NOTICES_SHOWN = 3;

type Sums = ContractPage['totals'];
type StoredDeadline = Omit<DeadlineRow, 'freedCents'>;
type StoredDetail = Omit<ContractRow, 'costCents'> &
  Pick<ContractDetail, 'remindDays' | 'vatAnswer' | 'framework' | 'stopKind' | 'stopReason'> & {
    readonly unit_id: string | null;
  };

/** The register of contracts, its days for notice, and one contract with everything that follows from its terms. */
@Injectable()
export class ContractQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: ContractsQuery): Promise<ContractPage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text']);
    return this.transactions.run(caller, async (tx) => {
      const asked = criteriaOf(tx, caller, query);
      const rows = await tx.query<ContractRow>(listSql, [...asked, after?.[0] ?? null, limit + 1]);
      const [totals] = await tx.query<Sums>(totalsSql, [...asked, query.fiscalYear + YEARS_BEYOND]);
      if (totals === undefined) throw new Error('The statement answers one row.');
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return { rows: shown, nextCursor: hasMore ? encodeCursor([last.number]) : null, totals };
    });
  }

  async deadlines(caller: Caller, query: DeadlinesQuery): Promise<DeadlinePage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    const scope = unitScope(caller.actor, 'budget.read');
    const lastYear = query.fiscalYear + YEARS_BEYOND;
    return this.transactions.run(caller, async (tx) => {
      const until = query.withinDays === undefined ? null : addDays(plainDate(tx.today), query.withinDays);
      const rows = await tx.query<StoredDeadline>(deadlinesSql, [
        tx.tenantId,
        scope,
        tx.today,
        until,
        query.fiscalYear,
        lastYear,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const [counted] = await tx.query<{ reminded: number }>(remindedSql, [tx.tenantId, scope, tx.today]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return {
        rows: shown.map((row) => ({ ...row, freedCents: totalOf(row.freed) })),
        nextCursor: hasMore ? encodeCursor([last.noticeBy, last.id]) : null,
        reminded: counted?.reminded ?? 0,
        years: Array.from({ length: YEARS_BEYOND + 1 }, (_, offset) => query.fiscalYear + offset),
      };
    });
  }

  /** Every day for notice, as a calendar wants them. */
  async allDeadlines(caller: Caller, fiscalYear: number): Promise<readonly DeadlineRow[]> {
    const rows: DeadlineRow[] = [];
    for (let after: { cursor?: string } | null = {}; after !== null;) {
      const page: DeadlinePage = await this.deadlines(caller, { fiscalYear, limit: 100, ...after });
      rows.push(...page.rows);
      after = page.nextCursor === null ? null : { cursor: page.nextCursor };
    }
    return rows;
  }

  /** One contract, reckoned as of today; null if not visible. */
  async find(caller: Caller, contractId: string): Promise<ContractDetail | null> {
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      const about = [tx.tenantId, scope, Number(tx.today.slice(0, 4)), tx.today, contractId];
      const [head] = await tx.query<StoredDetail>(detailSql, about);
      const [terms] = await tx.query<ReckonedColumns>(termsSql, [tx.tenantId, contractId]);
      if (head === undefined || terms === undefined) return null;
      const events = await tx.query<ContractDetail['events'][number]>(eventsSql, [tx.tenantId, contractId]);
      const projects = await tx.query<ContractDetail['projects'][number]>(projectsSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        contractId,
        Number(tx.today.slice(0, 4)),
      ]);
      const { unit_id: unitId, ...row } = head;
      const mayWrite = may(caller.actor, 'contract.write', { unitId });
      const facts = factsOf(terms);
      const award = await awardOf(tx, facts, row);
      return { ...row, ...termsOf(terms), ...reckoned(tx, facts), award, projects, events, mayWrite };
    });
  }
}

function criteriaOf(tx: Transaction, caller: Caller, query: ContractsQuery): unknown[] {
  const words = searchPatterns(query.q ?? '');
  const { noticeWithinDays, vendor } = query;
  return [
    tx.tenantId,
    unitScope(caller.actor, 'budget.read'),
    query.fiscalYear,
    tx.today,
    words.length === 0 ? null : words,
    query.unitId ?? null,
    vendor === undefined ? null : `%${literal(vendor)}%`,
    query.frame ?? null,
    query.kind ?? null,
    query.networkZone ?? null,
    query.lineId ?? null,
    noticeWithinDays === undefined ? null : addDays(plainDate(tx.today), noticeWithinDays),
    query.withEnded ?? false,
    query.siteId ?? null,
  ];
}

type Terms = Pick<
  ContractDetail,
  | 'priceBasis'
  | 'vatBasisPoints'
  | 'proration'
  | 'rhythm'
  | 'endsOn'
  | 'minimumMonths'
  | 'notice'
  | 'steps'
  | 'indexation'
  | 'stoppedOn'
>;

function termsOf(columns: ReckonedColumns): Terms {
  const { term, price } = factsOf(columns);
  return {
    priceBasis: price.basis,
    vatBasisPoints: price.vatBasisPoints,
    proration: price.proration,
    rhythm: price.rhythm,
    endsOn: term.endsOn,
    minimumMonths: term.minimumMonths,
    notice: term.notice,
    steps: price.steps,
    indexation: price.indexation,
    stoppedOn: term.stoppedOn,
  };
}

/** What follows from the terms as of today; the page does not wait for the nightly reckoning. */
function reckoned(
  tx: Transaction,
  facts: ContractFacts,
): Pick<ContractDetail, 'yearlyCents' | 'years' | 'prices' | 'notices' | 'noticeBy' | 'boundUntil' | 'termEndsOn'> {
  const today = plainDate(tx.today);
  const lastYear = contractHorizon(today);
  const { noticeBy, boundUntil, termEndsOn, years } = reckonContract(facts, today, lastYear);
  return {
    noticeBy,
    boundUntil,
    termEndsOn,
    years,
    yearlyCents: yearlyPriceAt(facts.price, today),
    prices: priceChanges(facts, lastYear),
    notices: nextNotices(facts.term, today, NOTICES_SHOWN).map((notice) => noticeOption(facts, notice, lastYear)),
  };
}

/** Which way the next award goes, and when it has to begin. */
async function awardOf(
  tx: Transaction,
  facts: ContractFacts,
  { framework, isInHouse }: Pick<ContractDetail, 'framework' | 'isInHouse'>,
): Promise<ContractDetail['award']> {
  const next = nextAward(facts.term, plainDate(tx.today));
  if (next === null) return null;
  const { isSuccessor, wantedOn } = next;
  const purchase = { netCents: contractValue(facts), wantedOn, isFramework: framework !== '', isInHouse };
  return { isSuccessor, advice: adviseProcurement(purchase, await procurementRules(tx), tx.today) };
}

function noticeOption(
  facts: ContractFacts,
  notice: ReturnType<typeof nextNotices>[number],
  lastYear: FiscalYear,
): NoticeOption {
  const freed = [...freedByNotice(facts, notice, lastYear)].map(([year, amountCents]) => ({
    fiscalYear: year,
    amountCents,
  }));
  return { ...notice, freed, freedCents: sumCents(freed.map(({ amountCents }) => amountCents)) };
}

const totalOf = (freed: readonly { readonly amountCents: number }[]): number =>
  freed.reduce((sum, { amountCents }) => sum + amountCents, 0);
