import { Injectable } from '@nestjs/common';
import type {
  CarryOverRow,
  FeverRow,
  RestRow,
  UnusedAuthorityRow,
  YearEnd,
  YearEndLineRow,
  YearEndLinesQuery,
} from '@etatlotse/contracts/authority';
import type { Page } from '@etatlotse/contracts/shared';
import { may, unitScope } from '@etatlotse/domain/access';
import {
  carryOverLimits,
  daysToLapse,
  decemberFever,
  DEFAULT_FEVER_LIMITS,
  feverWindowStart,
  LAPSE_WARNING_DAYS,
  lastDayOfRest,
  necessaryCents,
  unusedRests,
  usualKind,
  type YearEndFacts as StepFacts,
  yearEndProgress,
} from '@etatlotse/domain/authority';
import { addDays, cents, type FiscalYear, fiscalYear as toFiscalYear, plainDate } from '@etatlotse/domain/shared';
import { adjustedAppropriationCents, type BooksState } from '@etatlotse/domain/budget';
import { searchPatterns } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { decodeCursor, encodeCursor } from '../../platform/input/cursor';
import { unusedAuthorities } from '../commitment/commitment.queries';
import { readYearEndLines, type YearEndFacts } from './year-end-line.repository';
import { headSql, lapsingSql, linesOf, paceSql, stepsSql } from './year-end.sql';

interface Head {
  readonly booksState: BooksState;
  readonly nextBooksState: BooksState | null;
  readonly balances: { readonly unspentCents: number; readonly openOrdersCents: number };
  readonly proposedCents: number;
  readonly approvedCents: number;
  readonly proposals: number;
}

type StepsRow = Omit<StepFacts, 'booksState' | 'nextBooksState' | 'proposals'>;

interface LineRow extends Pick<
  YearEndLineRow,
  'lineId' | 'number' | 'name' | 'unitCode' | 'openOrders' | 'orders' | 'contracts' | 'milestones' | 'next'
> {
  readonly unitId: string | null;
  readonly carryOvers: readonly CarryOverRow[];
}

const FEVER_ROWS = 50;
/** The movements of a whole year are summed for the pace of its lines. */
const YEAR_END_LIMIT_MS = 30_000;

/** The end of a year: how far it is, and line by line what may, must and will be carried over (leap 10). */
@Injectable()
export class YearEndQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null for a year that the city does not have. */
  ofYear(caller: Caller, year: number): Promise<YearEnd | null> {
    const fiscalYear = toFiscalYear(year);
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      await tx.limitStatementsTo(YEAR_END_LIMIT_MS);
      const [head] = await tx.query<Head>(headSql, [tx.tenantId, year, scope]);
      if (head === undefined) return null;
      const { booksState, nextBooksState, balances, proposals } = head;
      const [steps] = scope === null ? await tx.query<StepsRow>(stepsSql, [tx.tenantId, year]) : [];
      return {
        fiscalYear: year,
        nextYear: year + 1,
        booksState,
        nextBooksState,
        steps: steps === undefined ? [] : yearEndProgress({ ...steps, booksState, nextBooksState, proposals }),
        totals: {
          ...balances,
          proposedCents: head.proposedCents,
          approvedCents: head.approvedCents,
          proposals,
        },
        lapsing: await lapsingRests(tx, year, scope),
        unusedAuthorities: (await unusedAuthorities(tx, caller, year)).map(toUnusedAuthority),
        feverLimits: DEFAULT_FEVER_LIMITS,
        feverFrom: feverWindowStart(fiscalYear),
        fever: await feverLines(tx, fiscalYear, scope),
      };
    });
  }

  lines(caller: Caller, fiscalYear: number, query: YearEndLinesQuery): Promise<Page<YearEndLineRow>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<LineRow>(linesOf[query.view ?? 'needed'], [
        tx.tenantId,
        fiscalYear,
        unitScope(caller.actor, 'budget.read'),
        tx.personId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        query.q === undefined ? null : searchPatterns(query.q),
        tx.today,
      ]);
      const shown = rows.slice(0, limit);
      const facts = await readYearEndLines(
        tx,
        fiscalYear,
        shown.map(({ lineId }) => lineId),
      );
      const byLine = new Map(facts.map((one) => [one.lineId, one]));
      const last = shown.at(-1);
      return {
        rows: shown.flatMap((row) => {
          const known = byLine.get(row.lineId);
          return known === undefined ? [] : [toRow(row, known, caller)];
        }),
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number, last.lineId]) : null,
      };
    });
  }
}

function toRow({ unitId, ...row }: LineRow, { line }: YearEndFacts, caller: Caller): YearEndLineRow {
  const { balance } = line;
  const limits = carryOverLimits(line);
  const kind = usualKind(line);
  return {
    ...row,
    isInvesting: line.isInvesting,
    isReserve: line.isReserve,
    mayCarryOver: line.mayCarryOver,
    adjustedCents: adjustedAppropriationCents(balance),
    lockCents: balance.lockCents,
    actualCents: balance.actualCents,
    commitmentCents: balance.commitmentCents,
    reservationCents: balance.reservationCents,
    maximumCents: limits.maximumCents,
    necessaryCents: necessaryCents(line),
    expiringCents: limits.expiringCents,
    kind,
    lastDay: lastDayOfRest(kind, line.fiscalYear, line.begunOn),
    mayPropose: may(caller.actor, 'carry_over.propose', { unitId }),
  };
}

function toUnusedAuthority(row: UnusedAuthorityRow): UnusedAuthorityRow {
  const { id, number, purpose, leftCents, lastDay, isLapsed } = row;
  return { id, number, purpose, leftCents, lastDay, isLapsed };
}

type LapsingRow = Omit<RestRow, 'unusedCents' | 'daysLeft'>;

/** Rests of this year that end within the warning time and of which something is left. */
async function lapsingRests(tx: Transaction, year: number, scope: readonly string[] | null): Promise<RestRow[]> {
  const today = plainDate(tx.today);
  const rows = await tx.query<LapsingRow>(lapsingSql, [
    tx.tenantId,
    year,
    scope,
    today,
    addDays(today, LAPSE_WARNING_DAYS),
  ]);
  const facts = await readYearEndLines(tx, year, [...new Set(rows.map(({ lineId }) => lineId))]);
  const left = new Map(
    facts.flatMap(({ line }) =>
      unusedRests(line.rests, line.balance.actualCents).map((rest) => [rest.carryOverId, rest.amountCents] as const),
    ),
  );
  return rows
    .map((row) => ({
      ...row,
      unusedCents: left.get(row.id) ?? 0,
      daysLeft: daysToLapse(plainDate(row.expiresOn), today) ?? 0,
    }))
    .filter(({ unusedCents }) => unusedCents > 0);
}

type PaceRow = Pick<FeverRow, 'lineId' | 'number' | 'name' | 'inWindowCents'> & { readonly beforeCents: number };

/** Lines with December fever, the furthest above their threshold first. */
async function feverLines(
  tx: Transaction,
  fiscalYear: FiscalYear,
  scope: readonly string[] | null,
): Promise<FeverRow[]> {
  const today = plainDate(tx.today);
  const rows = await tx.query<PaceRow>(paceSql, [
    tx.tenantId,
    fiscalYear,
    scope,
    feverWindowStart(fiscalYear),
    DEFAULT_FEVER_LIMITS.beyondCents,
  ]);
  return rows
    .map(({ beforeCents, inWindowCents, ...line }) => ({
      ...line,
      ...decemberFever(fiscalYear, today, { beforeCents: cents(beforeCents), inWindowCents: cents(inWindowCents) }),
    }))
    .filter(({ isFever }) => isFever)
    .sort((a, b) => b.inWindowCents - b.thresholdCents - (a.inWindowCents - a.thresholdCents))
    .slice(0, FEVER_ROWS);
}
