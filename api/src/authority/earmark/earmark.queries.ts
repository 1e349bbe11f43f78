import { Injectable } from '@nestjs/common';
import type { EarmarksQuery } from '@etatlotse/contracts/authority';
import type { EarmarkDetail, EarmarkPage, EarmarkRow } from '@etatlotse/contracts/authority/plain';
import { may, unitScope } from '@etatlotse/domain/access';
import {
  DEADLINE_WARNING_DAYS,
  deadlineState,
  type EarmarkFacts,
  expectedCents,
  securedCents,
} from '@etatlotse/domain/authority';
import { cents, plainDate } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { decodeCursor, encodeCursor } from '../../platform/input/cursor';
import { detailSql, earmarkColumns, eventsSql, linesSql, visibleEarmarks, waitingSql, yearsSql } from './earmark.sql';

type StoredEarmark = Omit<EarmarkRow, 'proofDeadline'>;

/** The register of grants: what was promised, what came in, what it did to the authority, and what is due. */
@Injectable()
export class EarmarkQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: EarmarksQuery): Promise<EarmarkPage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      const about = [tx.tenantId, scope, query.fiscalYear, query.lineId ?? null];
      const rows = await tx.query<StoredEarmark>(listSql, [
        ...about,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const [totals] = await tx.query<EarmarkPage['totals']>(totalsSql, [...about, tx.today]);
      if (totals === undefined) throw new Error('The statement answers one row.');
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map((row) => withDeadline(tx, row)),
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number, last.id]) : null,
        totals,
      };
    });
  }

  /** One grant with its lines, everything that was recorded and what waits; null if not visible. */
  async find(caller: Caller, earmarkId: string): Promise<EarmarkDetail | null> {
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      const [head] = await tx.query<StoredEarmark & Pick<EarmarkDetail, 'noticeNumber' | 'noticeOn' | 'revenueLine'>>(
        detailSql,
        [tx.tenantId, scope, earmarkId],
      );
      if (head === undefined) return null;
      const lines = await tx.query<{ line: EarmarkDetail['lines'][number]; unit_id: string | null }>(linesSql, [
        tx.tenantId,
        earmarkId,
        head.fiscalYear,
      ]);
      const years = await tx.query<EarmarkDetail['years'][number]>(yearsSql, [tx.tenantId, earmarkId]);
      const visible = lines.filter((row) => may(caller.actor, 'budget.read', { unitId: row.unit_id }));
      const events = await tx.query<EarmarkDetail['events'][number]>(eventsSql, [tx.tenantId, earmarkId]);
      const [waiting] = await tx.query<NonNullable<EarmarkDetail['waiting']>>(waitingSql, [tx.tenantId, earmarkId]);
      return {
        ...head,
        ...withDeadline(tx, head),
        securedCents: securedCents(factsOf(head)),
        expectedCents: expectedCents(factsOf(head)),
        years,
        lines: visible.map(({ line }) => line),
        hiddenLines: lines.length - visible.length,
        events,
        waiting: waiting ?? null,
        mayRecord: lines.every((row) => may(caller.actor, 'earmark.write', { unitId: row.unit_id })),
      };
    });
  }
}

function withDeadline(tx: Transaction, row: StoredEarmark): EarmarkRow {
  const due = row.proofDueOn === null ? null : plainDate(row.proofDueOn);
  return { ...row, proofDeadline: deadlineState(plainDate(tx.today), due, row.proofState !== 'open') };
}

function factsOf(row: StoredEarmark): EarmarkFacts {
  return {
    plannedCents: cents(row.plannedCents),
    promisedCents: row.promisedCents === null ? null : cents(row.promisedCents),
    receivedCents: cents(row.receivedCents),
    refundedCents: cents(row.refundedCents),
    lowersWithRevenue: row.lowersWithRevenue,
  };
}

const listSql = `
  SELECT ${earmarkColumns} ${visibleEarmarks}
    AND ($5::text IS NULL OR (e.number, e.earmark_id) > ($5, $6::uuid))
  ORDER BY e.number, e.earmark_id LIMIT $7`;

const totalsSql = `
  SELECT count(*)::integer AS count, coalesce(sum("plannedCents"), 0)::bigint AS "plannedCents",
    coalesce(sum("promisedCents"), 0)::bigint AS "promisedCents",
    coalesce(sum("receivedCents" - "refundedCents"), 0)::bigint AS "receivedCents",
    coalesce(sum("authorityCents"), 0)::bigint AS "authorityCents",
    (count(*) FILTER (WHERE "proofState" = 'open' AND "proofDueOn" < $5::date + ${DEADLINE_WARNING_DAYS}))::integer
      AS "proofsDue"
  FROM (SELECT ${earmarkColumns} ${visibleEarmarks}) found`;
