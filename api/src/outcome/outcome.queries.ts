import { Injectable } from '@nestjs/common';
import type { OutcomeCount, OutcomeDetail, OutcomeRow, OutcomesQuery } from '@etatlotse/contracts/outcome';
import type { Page } from '@etatlotse/contracts/shared';
import { may, unitScope } from '@etatlotse/domain/access';
import { areComparable, changeOf, type CostBasis, costPerPiece } from '@etatlotse/domain/outcome';
import { cents, countOf, isStale, type PlainDate, plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { projectLimits } from '../project';
import {
  outcomeDetailSql,
  outcomePageSql,
  type StoredCount,
  type StoredOutcome,
  type StoredOutcomeDetail,
} from './outcome.sql';

const PAGE_DEFAULT = 50;

/** What a piece costs: the list, and one outcome with its trend and its units. */
@Injectable()
export class OutcomeQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: OutcomesQuery): Promise<Page<OutcomeRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<{ outcome: StoredOutcome }>(outcomePageSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const { reportDays } = await projectLimits(tx);
      const shown = rows.slice(0, limit).map(({ outcome }) => outcome);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return {
        rows: shown.map((outcome) => toRow(outcome, plainDate(tx.today), reportDays)),
        nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null,
      };
    });
  }

  /** Null where it does not exist for the reader. */
  async find(caller: Caller, outcomeId: string): Promise<OutcomeDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const [row] = await tx.query<{ outcome: StoredOutcome; detail: StoredOutcomeDetail }>(outcomeDetailSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        outcomeId,
        unitScope(caller.actor, 'budget.read'),
      ]);
      if (row === undefined) return null;
      const { reportDays } = await projectLimits(tx);
      const { trend, units, ...kept } = row.detail;
      return {
        ...toRow(row.outcome, plainDate(tx.today), reportDays),
        ...kept,
        trend: withChanges(trend, row.outcome.basis),
        units: units.map((one) => toCount(one, null)).sort(dearestFirst),
        mayWrite: may(caller.actor, 'outcome.write', { unitId: row.outcome.unitId }),
      };
    });
  }
}

function toRow({ newest, ...outcome }: StoredOutcome, today: PlainDate, reportDays: number): OutcomeRow {
  return {
    ...outcome,
    newest: newest === null ? null : toCount(newest, null),
    isStale: newest === null || isStale(plainDate(newest.measuredOn), today, reportDays),
    reportDays,
  };
}

function toCount(stored: StoredCount, before: OutcomeCount | null): OutcomeCount {
  const perPiece = costPerPiece(stored.costCents === null ? null : cents(stored.costCents), countOf(stored));
  const changeCents = changeOf(before?.perPiece ?? null, perPiece);
  return { ...stored, perPiece, changeCents, changeSince: changeCents === null ? null : (before?.measuredOn ?? null) };
}

/** Each count against the last one before it that still holds and can be compared. */
function withChanges(trend: readonly StoredCount[], basis: CostBasis): OutcomeCount[] {
  const valid: OutcomeCount[] = [];
  return trend.map((stored) => {
    const day = plainDate(stored.measuredOn);
    const before = valid.findLast(({ measuredOn }) => areComparable(basis, plainDate(measuredOn), day)) ?? null;
    const shown = toCount(stored, stored.isSuperseded ? null : before);
    if (!stored.isSuperseded) valid.push(shown);
    return shown;
  });
}

function dearestFirst(a: OutcomeCount, b: OutcomeCount): number {
  const byCost = (b.perPiece?.value ?? -1) - (a.perPiece?.value ?? -1);
  return byCost === 0 ? (b.quantity ?? -1) - (a.quantity ?? -1) : byCost;
}
