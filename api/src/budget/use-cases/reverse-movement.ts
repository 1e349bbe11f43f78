import { type BookingRefusal, decideBooking, type MovementKind, type ProvisionalClaim } from '@etatlotse/domain/budget';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdSituation } from '../booking-situation.repository';
import { writeMovements } from '../ledger.repository';

export type ReverseRefusal =
  BookingRefusal | Refusal<'NOT_FOUND'> | Refusal<'ALREADY_REVERSED'> | Refusal<'STEP_NOT_ALLOWED'>;

/** The counter-movement, and what is available now. */
export interface ReversedMovement {
  readonly id: string;
  readonly availableCents: number;
}

interface ReversibleRow {
  readonly line_id: string;
  readonly kind: MovementKind;
  readonly amount_cents: number;
  readonly order_id: string | null;
  readonly decision_id: string | null;
  readonly transfer_id: string | null;
  readonly source: string;
  readonly document_number: string;
  readonly provisional: ProvisionalClaim | null;
  readonly is_reversed: boolean;
}

/**
 * Undoes a movement that a person booked, by one of the opposite sign that names it (KomHKVO § 37 (3): nothing is
 * changed). What belongs to an order is undone by the order's own steps, an appropriation by a plan version,
 * a lock or a carry-over where it was decided.
 */
export async function reverseMovement(
  tx: Transaction,
  movementId: string,
  request: { readonly fiscalYear: number; readonly reason: string },
): Promise<Outcome<ReversedMovement, ReverseRefusal>> {
  const [original] = await tx.query<ReversibleRow>(findSql, [tx.tenantId, request.fiscalYear, movementId]);
  if (original === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  const line = await holdSituation(tx, { lineId: original.line_id, ...request }, request.reason);
  if (line === null) return refuse({ code: 'NOT_FOUND', params: {} });
  // Read again under the lock: two people may press the button at the same moment.
  const [current] = await tx.query<ReversibleRow>(findSql, [tx.tenantId, request.fiscalYear, movementId]);
  if (current?.is_reversed === true) return refuse({ code: 'ALREADY_REVERSED', params: {} });
  // Neither is one leg of a transfer undone without the other: that is a counter-transfer.
  const isDecidedElsewhere =
    original.order_id !== null || original.decision_id !== null || original.transfer_id !== null;
  if (original.source !== 'person' || isDecidedElsewhere) return refuse({ code: 'STEP_NOT_ALLOWED', params: {} });
  const amountCents = cents(-original.amount_cents);
  const decision = decideBooking([{ kind: original.kind, amountCents }], line.situation);
  if (!decision.ok) return decision;
  const [movement] = await writeMovements(tx, [
    {
      lineId: original.line_id,
      fiscalYear: request.fiscalYear,
      kind: original.kind,
      amountCents,
      bookedOn: tx.today,
      source: 'person',
      documentNumber: original.document_number,
      text: '',
      reason: request.reason,
      reversesId: movementId,
      provisional: original.provisional,
    },
  ]);
  if (movement === undefined) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: line.situation.fiscalYear } });
  await tx.audit({
    action: 'movement.reversed',
    subjectType: 'budget_line',
    subjectId: original.line_id,
    detail: { movementId: movement.id, reversesId: movementId, amountCents, fiscalYear: request.fiscalYear },
  });
  return ok({ id: movement.id, availableCents: decision.value.availableCents });
}

const findSql = `
  SELECT m.line_id, m.kind, m.amount_cents, m.order_id, m.decision_id, m.transfer_id, m.source, m.document_number,
    CASE WHEN m.provisional_ground IS NOT NULL
      THEN json_build_object('ground', m.provisional_ground, 'basis', m.provisional_basis) END AS provisional,
    EXISTS (SELECT FROM movement r WHERE r.tenant_id = m.tenant_id AND r.fiscal_year = m.fiscal_year
            AND r.reverses_id = m.movement_id) OR m.reverses_id IS NOT NULL AS is_reversed
  FROM movement m WHERE m.tenant_id = $1 AND m.fiscal_year = $2 AND m.movement_id = $3`;
