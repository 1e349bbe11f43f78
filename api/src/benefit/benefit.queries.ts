import { Injectable } from '@nestjs/common';
import type {
  BenefitRow,
  BenefitsQuery,
  BenefitSummary,
  FreedHours,
  FreedHoursQuery,
} from '@etatlotse/contracts/benefit';
import type { Page } from '@etatlotse/contracts/shared';
import { type Actor, may, unitScope } from '@etatlotse/domain/access';
import { benefitYears, isReviewOverdue, sumBenefit, sumByYear } from '@etatlotse/domain/benefit';
import { type PlainDate, plainDate, yearOf } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { allBenefitsSql, benefitPageSql, benefitSql, freedHoursSql, type StoredBenefit } from './benefit.sql';

const PAGE_DEFAULT = 50;

/** Benefits: the list with its sums, one of them, and the hours by unit. */
@Injectable()
export class BenefitQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: BenefitsQuery): Promise<Page<BenefitRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<{ benefit: StoredBenefit }>(benefitPageSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        query.projectId ?? null,
        query.overdue === true ? tx.today : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit).map(({ benefit }) => toRow(benefit, caller.actor, plainDate(tx.today)));
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return { rows: shown, nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null };
    });
  }

  async summary(caller: Caller): Promise<BenefitSummary> {
    return this.transactions.run(caller, async (tx) => {
      const scope = unitScope(caller.actor, 'project.read');
      const found = await tx.query<{ benefit: StoredBenefit }>(allBenefitsSql, [tx.tenantId, scope]);
      return summarize(found.map(({ benefit }) => toRow(benefit, caller.actor, plainDate(tx.today))));
    });
  }

  /** Null where it does not exist for the reader. */
  async find(caller: Caller, benefitId: string): Promise<BenefitRow | null> {
    return this.transactions.run(caller, async (tx) => {
      const scope = unitScope(caller.actor, 'project.read');
      const [found] = await tx.query<{ benefit: StoredBenefit }>(benefitSql, [tx.tenantId, scope, benefitId]);
      return found === undefined ? null : toRow(found.benefit, caller.actor, plainDate(tx.today));
    });
  }

  async hours(caller: Caller, { fiscalYear }: FreedHoursQuery): Promise<readonly FreedHours[]> {
    return this.transactions.run(caller, (tx) => readFreedHours(tx, caller.actor, fiscalYear));
  }
}

/** Hours that benefits free in a year, of those somebody sees. */
export async function readFreedHours(tx: Transaction, actor: Actor, fiscalYear: number): Promise<FreedHours[]> {
  return tx.query<FreedHours>(freedHoursSql, [tx.tenantId, unitScope(actor, 'project.read'), fiscalYear]);
}

function toRow({ figures, projectUnitId, ...benefit }: StoredBenefit, actor: Actor, today: PlainDate): BenefitRow {
  const years = benefitYears(figures);
  const reviewOn = benefit.reviewOn === null ? null : plainDate(benefit.reviewOn);
  return {
    ...benefit,
    years,
    sums: sumBenefit(years, yearOf(today)),
    isOverdue: isReviewOverdue(reviewOn, today),
    mayWrite:
      may(actor, 'benefit.write', { unitId: benefit.unitId }) || may(actor, 'benefit.write', { unitId: projectUnitId }),
  };
}

function summarize(rows: readonly BenefitRow[]): BenefitSummary {
  const sum = (figure: (row: BenefitRow) => number): number => rows.reduce((total, row) => total + figure(row), 0);
  return {
    benefits: rows.length,
    overdue: rows.filter(({ isOverdue }) => isOverdue).length,
    years: sumByYear(rows.map(({ years }) => years)),
    plannedHours: sum(({ sums }) => sums.plannedHours),
    plannedCents: sum(({ sums }) => sums.plannedCents),
    realisedHours: sum(({ sums }) => sums.realisedHours ?? 0),
    realisedCents: sum(({ sums }) => sums.realisedCents ?? 0),
    unreported: sum(({ sums }) => sums.unreported),
  };
}
