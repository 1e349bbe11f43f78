import { Injectable } from '@nestjs/common';
import type { MeetingsQuery } from '@etatlotse/contracts/council';
import type { CouncilBodies, CouncilBodyRow, MeetingPage, MeetingRow } from '@etatlotse/contracts/council/plain';
import { bodyScope } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

/** The directory of bodies and the calendar of their meetings; a member sees those of the own bodies. */
@Injectable()
export class CouncilQueries {
  constructor(private readonly transactions: Transactions) {}

  async bodies(caller: Caller): Promise<CouncilBodies> {
    return this.transactions.run(caller, async (tx) => ({
      rows: await tx.query<CouncilBodyRow>(bodiesSql, [tx.tenantId, tx.today, bodyScope(caller.actor, 'meeting.read')]),
    }));
  }

  async meetings(caller: Caller, { past = false, bodyId, cursor, limit = 50 }: MeetingsQuery): Promise<MeetingPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['day', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<MeetingRow>(past ? pastSql : comingSql, [
        tx.tenantId,
        tx.today,
        bodyId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        bodyScope(caller.actor, 'meeting.read'),
      ]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return { rows: shown, nextCursor: hasMore ? encodeCursor([last.heldOn, last.id]) : null };
    });
  }
}

const bodiesSql = `
  SELECT b.body_id AS id, b.kind, b.name, b.paper_lead_days AS "paperLeadDays", b.is_for_budget AS "isForBudget",
    b.is_archived AS "isArchived", b.origin = 'demo' AS "isDemo", b.version,
    (SELECT min(m.held_on) FROM meeting m
     WHERE m.tenant_id = b.tenant_id AND m.body_id = b.body_id AND m.cancelled_on IS NULL AND m.held_on >= $2)
      AS "nextMeetingOn"
  FROM council_body b
  WHERE b.tenant_id = $1 AND ($3::uuid[] IS NULL OR b.body_id = ANY ($3))
  ORDER BY b.is_archived, array_position(ARRAY['committee', 'main_committee', 'council'], b.kind), b.name`;

const meetingSql = (direction: 'ASC' | 'DESC', isOnSide: string, isAfter: string): string => `
  SELECT m.meeting_id AS id, json_build_object('id', b.body_id, 'name', b.name, 'kind', b.kind) AS body,
    m.held_on AS "heldOn", m.held_on - b.paper_lead_days AS "papersDueOn", m.cancelled_on AS "cancelledOn",
    m.cancel_reason AS "cancelReason", m.moved_from AS "movedFrom", m.version
  FROM meeting m JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
  WHERE m.tenant_id = $1 AND m.held_on ${isOnSide} $2 AND ($3::uuid IS NULL OR m.body_id = $3)
    AND ($7::uuid[] IS NULL OR m.body_id = ANY ($7))
    AND ($4::date IS NULL OR (m.held_on, m.meeting_id) ${isAfter} ($4, $5::uuid))
  ORDER BY m.held_on ${direction}, m.meeting_id ${direction} LIMIT $6`;
const comingSql = meetingSql('ASC', '>=', '>');
const pastSql = meetingSql('DESC', '<', '<');
