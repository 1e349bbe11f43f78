import { Injectable } from '@nestjs/common';
import { unitScope } from '@etatlotse/domain/access';
import type {
  BookingCheck,
  CheckMovement,
  MovementRow,
  MovementsOfLine,
  MovementsQuery,
  ProvisionalCheck,
} from '@etatlotse/contracts/budget';
import { type BookingSituation, decideBooking, groundsFor, rulePackFor } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import { may } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { figureColumns } from './balance.columns';
import { readSituation } from './booking-situation.repository';
import { differenceOfLine } from './reconciliation.sql';

/** The proof behind a line's figures, and the question what a booking would do. */
@Injectable()
export class MovementQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Movements of a line, newest first, with its balance and the difference between the two; null if not visible. */
  async ofLine(caller: Caller, lineId: string, query: MovementsQuery): Promise<MovementsOfLine | null> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const scope = unitScope(caller.actor, 'budget.read');
      const [head] = await tx.query<Omit<MovementsOfLine, 'rows' | 'nextCursor'>>(headSql, [
        tx.tenantId,
        lineId,
        query.fiscalYear,
        scope,
      ]);
      if (head === undefined) return null;
      const isByRecording = query.clock === 'recorded';
      const rows = await tx.query<{ movement: MovementRow }>(rowsSql, [
        tx.tenantId,
        lineId,
        query.fiscalYear,
        isByRecording ? null : (query.asOf ?? null),
        isByRecording ? (query.asOf ?? null) : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit).map(({ movement }) => movement);
      const last = shown.at(-1);
      return {
        ...head,
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.bookedOn, last.id]) : null,
      };
    });
  }

  /** What a booking would do, decided by the same rule as the booking itself. Nothing is held or written. */
  async check(caller: Caller, question: CheckMovement): Promise<BookingCheck | null> {
    return this.transactions.run(caller, async (tx) => {
      const line = await readSituation(tx, question, 'Vorprüfung');
      if (line === null || !may(caller.actor, 'budget.read', { unitId: line.unitId })) return null;
      const { balance, poolBalance, isAuthorityUnknown } = line.situation;
      const [figures] = await tx.query<{ line: number; pool: number | null }>(availableSql, [
        tx.tenantId,
        question.lineId,
        question.fiscalYear,
      ]);
      const decision = decideBooking([{ kind: question.kind, amountCents: cents(question.amountCents) }], {
        ...line.situation,
        balance,
        ...(poolBalance === undefined ? {} : { poolBalance }),
      });
      const isUnknown = isAuthorityUnknown === true;
      return {
        lineId: question.lineId,
        fiscalYear: question.fiscalYear,
        availableCents: isUnknown ? null : (figures?.line ?? 0),
        poolAvailableCents: figures?.pool ?? null,
        availableAfterCents: decision.ok && !isUnknown ? decision.value.availableCents : null,
        refusal: decision.ok ? null : { code: decision.refusal.code, params: { ...decision.refusal.params } },
        provisional: provisionalCheck(line.situation),
      };
    });
  }
}

/** What the form asks and says while no plan is in force; null with one. */
function provisionalCheck({
  fiscalYear,
  isPlanInForce,
  balance,
  provisional,
}: BookingSituation): ProvisionalCheck | null {
  if (isPlanInForce || provisional === undefined) return null;
  return {
    rule: rulePackFor(fiscalYear).citations.provisional_budget,
    earlierPlan: provisional.earlierPlan,
    claimedCents: balance.reservationCents + balance.commitmentCents + balance.actualCents,
    grounds: groundsFor(provisional),
  };
}

const headSql = `
  SELECT l.line_id AS "lineId", $3::integer AS "fiscalYear", coalesce(b.movements, 0)::bigint AS movements,
    json_build_object(${figureColumns('b')}) AS balance, ${differenceOfLine} AS "differenceCents"
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $3
  WHERE l.tenant_id = $1 AND l.line_id = $2 AND ($4::uuid[] IS NULL OR l.unit_id = ANY ($4))`;

/** A lock movement may also secure the cover of a grant, so the decision is looked up, not guessed from the kind. */
const decisionOf = `
  CASE WHEN m.decision_id IS NULL THEN NULL
    WHEN EXISTS (SELECT FROM budget_lock k WHERE k.tenant_id = m.tenant_id AND k.lock_id = m.decision_id) THEN 'lock'
    WHEN EXISTS (SELECT FROM carry_over c WHERE c.tenant_id = m.tenant_id AND c.carry_over_id = m.decision_id) THEN 'carry_over'
    WHEN EXISTS (SELECT FROM extra_request e WHERE e.tenant_id = m.tenant_id AND e.request_id = m.decision_id) THEN 'extra'
  END`;

const rowsSql = `
  SELECT json_build_object('id', m.movement_id, 'kind', m.kind, 'amountCents', m.amount_cents, 'bookedOn', m.booked_on,
    'recordedAt', m.recorded_at, 'documentNumber', m.document_number, 'text', m.text, 'reason', m.reason,
    'source', m.source, 'actorName', p.display_name, 'orderId', m.order_id, 'orderNumber', o.number,
    'decisionId', m.decision_id, 'decisionOf', ${decisionOf}, 'reducesId', m.reduces_id, 'reversesId', m.reverses_id, 'isReversed', r.movement_id IS NOT NULL,
    'overAuthority', m.over_authority, 'provisional', CASE WHEN m.provisional_ground IS NOT NULL
      THEN json_build_object('ground', m.provisional_ground, 'basis', m.provisional_basis) END) AS movement
  FROM movement m
  LEFT JOIN person p ON p.tenant_id = m.tenant_id AND p.person_id = m.actor_id
  LEFT JOIN purchase_order o ON o.tenant_id = m.tenant_id AND o.order_id = m.order_id
  LEFT JOIN movement r ON r.tenant_id = m.tenant_id AND r.fiscal_year = m.fiscal_year AND r.reverses_id = m.movement_id
  WHERE m.tenant_id = $1 AND m.line_id = $2 AND m.fiscal_year = $3
    AND ($4::date IS NULL OR m.booked_on <= $4) AND ($5::date IS NULL OR m.recorded_at < $5::date + 1)
    AND ($6::date IS NULL OR (m.booked_on, m.movement_id) < ($6::date, $7::uuid))
  ORDER BY m.booked_on DESC, m.movement_id DESC
  LIMIT $8`;

const availableSql = `
  SELECT coalesce(b.available_cents, 0)::bigint AS line, p.available_cents AS pool
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $3
  LEFT JOIN pool_balance p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id AND p.fiscal_year = $3
  WHERE l.tenant_id = $1 AND l.line_id = $2`;
