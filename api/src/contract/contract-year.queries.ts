import { Injectable } from '@nestjs/common';
import type { ContractYearQuery } from '@etatlotse/contracts/contract';
import type {
  EndingPage,
  EndingRow,
  FeesView,
  FeeZoneRow,
  InvoicePage,
  InvoiceRow,
} from '@etatlotse/contracts/contract/plain';
import { unitScope } from '@etatlotse/domain/access';
import { frameRoomCents } from '@etatlotse/domain/budget';
import { checkInvoices, yearlyPriceAt } from '@etatlotse/domain/contract';
import { addDays, cents, lastDayOf, fiscalYear, plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { factsOf, type ReckonedColumns } from './contract-columns';
import {
  endingsSql,
  endingTotalsSql,
  feeCeilingsSql,
  feesSql,
  invoicesSql,
  invoiceTotalsSql,
} from './contract-lists.sql';
import { YEARS_BEYOND } from './contract.queries';

type StoredEnding = Omit<EndingRow, 'lastCents' | 'nextCents'> & ReckonedColumns;
type StoredInvoice = Omit<InvoiceRow, 'differenceCents' | 'state'>;

/** Contracts by year: terms that end, fees by network, and what was paid against what contracts say. */
@Injectable()
export class ContractYearQueries {
  constructor(private readonly transactions: Transactions) {}

  async endings(caller: Caller, query: ContractYearQuery): Promise<EndingPage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    const until = lastDayOf(fiscalYear(query.fiscalYear + YEARS_BEYOND));
    return this.transactions.run(caller, async (tx) => {
      const about = [tx.tenantId, unitScope(caller.actor, 'budget.read'), tx.today, until];
      const rows = await tx.query<StoredEnding>(endingsSql, [
        ...about,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const [totals] = await tx.query<EndingPage['totals']>(endingTotalsSql, about);
      if (totals === undefined) throw new Error('The statement answers one row.');
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return {
        rows: shown.map(toEnding),
        nextCursor: hasMore ? encodeCursor([last.termEndsOn, last.id]) : null,
        totals,
        years: yearsFrom(query.fiscalYear),
      };
    });
  }

  async fees(caller: Caller, year: number): Promise<FeesView> {
    const scope = unitScope(caller.actor, 'budget.read');
    const years = yearsFrom(year);
    return this.transactions.run(caller, async (tx) => {
      const zones = await tx.query<FeeZoneRow>(feesSql, [tx.tenantId, scope, year, year + YEARS_BEYOND]);
      const ceilings = await tx.query<{ fiscalYear: number; ceilingCents: number | null }>(feeCeilingsSql, [
        tx.tenantId,
        year,
        year + YEARS_BEYOND,
      ]);
      return { years, zones, totals: years.map((one) => totalOf(one, zones, ceilings)) };
    });
  }

  async invoices(caller: Caller, query: ContractYearQuery): Promise<InvoicePage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const about = [tx.tenantId, unitScope(caller.actor, 'budget.read'), query.fiscalYear];
      const isYearOver = tx.today > `${query.fiscalYear}-12-31`;
      const rows = await tx.query<StoredInvoice>(invoicesSql, [
        ...about,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const [totals] = await tx.query<InvoicePage['totals']>(invoiceTotalsSql, [...about, isYearOver]);
      if (totals === undefined) throw new Error('The statement answers one row.');
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return {
        rows: shown.map((row) => ({ ...row, ...checkInvoices(toFacts(row, isYearOver)) })),
        nextCursor: hasMore ? encodeCursor([last.line.number, last.line.id]) : null,
        totals,
        isYearOver,
      };
    });
  }
}

const yearsFrom = (year: number): number[] => Array.from({ length: YEARS_BEYOND + 1 }, (_, offset) => year + offset);

/** A year at the price of the last day, and of the day after it: what a renewal would take. */
function toEnding(stored: StoredEnding): EndingRow {
  const { price } = factsOf(stored);
  const lastDay = plainDate(stored.termEndsOn);
  return {
    id: stored.id,
    number: stored.number,
    vendor: stored.vendor,
    subject: stored.subject,
    kind: stored.kind,
    termEndsOn: stored.termEndsOn,
    renewalMonths: stored.renewalMonths,
    isStopped: stored.isStopped,
    isDemo: stored.isDemo,
    pricePeriod: stored.pricePeriod,
    lastCents: yearlyPriceAt(price, lastDay),
    nextCents: yearlyPriceAt(price, addDays(lastDay, 1)),
  };
}

function totalOf(
  year: number,
  zones: readonly FeeZoneRow[],
  ceilings: readonly { readonly fiscalYear: number; readonly ceilingCents: number | null }[],
): FeesView['totals'][number] {
  const costCents = cents(
    zones
      .flatMap(({ years }) => years.filter(({ fiscalYear: one }) => one === year))
      .reduce((sum, row) => sum + row.costCents, 0),
  );
  const stated = ceilings.find((row) => row.fiscalYear === year)?.ceilingCents ?? null;
  const ceilingCents = stated === null ? null : cents(stated);
  return { fiscalYear: year, costCents, ceilingCents, roomCents: frameRoomCents(ceilingCents, costCents) };
}

const toFacts = (row: StoredInvoice, isYearOver: boolean): Parameters<typeof checkInvoices>[0] => ({
  expectedCents: cents(row.expectedCents),
  actualCents: cents(row.actualCents),
  isYearOver,
});
