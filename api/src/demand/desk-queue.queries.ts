import { Injectable } from '@nestjs/common';
import type { DeskQueueQuery, DeskQueueRow } from '@etatlotse/contracts/demand';
import type { Page } from '@etatlotse/contracts/shared';
import { demandSight, type ReviewerDesk, type ReviewState } from '@etatlotse/domain/demand';
import type { NetworkZone } from '@etatlotse/domain/budget';
import { plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { type DemandFacts, demandFacts, demandsWithUnit, toDemandRow } from './demand-row';
import { readCurrentRound } from './round.repository';

const PAGE_DEFAULT = 50;

interface QueueFacts {
  readonly demand: DemandFacts;
  readonly reviewId: string;
  readonly desk: ReviewerDesk;
  readonly state: ReviewState;
  readonly dueOn: string;
  readonly networkZone: NetworkZone | null;
  readonly conditions: string;
}

/** What lies before the reader's desks, soonest first; also for whoever stands in for one. */
@Injectable()
export class DeskQueueQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: DeskQueueQuery): Promise<Page<DeskQueueRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const round = await readCurrentRound(tx);
      if (round === null) return { rows: [], nextCursor: null };
      const rows = await tx.query<{ facts: QueueFacts }>(queueSql, [
        tx.tenantId,
        demandSight(caller.actor).desks,
        round.id,
        query.withAnswered === true,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit).map(({ facts }) => facts);
      const last = shown.at(-1);
      return {
        rows: shown.map(({ demand, desk, state, dueOn, networkZone, conditions }) => {
          const row = toDemandRow(demand, round, plainDate(tx.today));
          return {
            demandId: row.id,
            number: row.number,
            title: row.title,
            unit: row.unit,
            desk,
            state,
            demandState: row.state,
            dueOn,
            isLate: state === 'open' && dueOn < tx.today,
            networkZone,
            planCents: row.planCents,
            conditions,
            signed: row.signed,
            objected: row.objected,
          };
        }),
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.dueOn, last.reviewId]) : null,
      };
    });
  }
}

const queueSql = `
  SELECT json_build_object('demand', ${demandFacts}, 'reviewId', q.review_id, 'desk', q.desk, 'state', q.state,
    'dueOn', q.due_on, 'networkZone', d.network_zone, 'conditions', q.conditions) AS facts
  ${demandsWithUnit}
  JOIN demand_review q ON q.tenant_id = d.tenant_id AND q.demand_id = d.demand_id AND NOT q.is_void
  WHERE d.tenant_id = $1 AND q.desk = ANY ($2::text[]) AND d.round_id = $3
    AND ($4 OR (q.state <> 'signed' AND d.state = 'determined'))
    AND ($5::date IS NULL OR (q.due_on, q.review_id) > ($5::date, $6::uuid))
  ORDER BY q.due_on, q.review_id LIMIT $7`;
