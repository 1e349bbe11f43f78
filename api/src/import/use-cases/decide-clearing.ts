import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { lockBalances, type NewMovement, writeMovements } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import { closeItem, invoiceOrder, lockItem, lockOrder, type OpenItem, readLine } from '../clearing.repository';

type Decided = Outcome<{ id: string; version: number }, Refusal<ProblemCode>>;

/** Which line a cleared booking belongs to, and which order it settles. */
export interface Assignment {
  readonly version: number;
  readonly lineId: string;
  readonly orderId?: string;
  readonly reason?: string;
}

/**
 * Books an item of the clearing list on the line it belongs to. It is imported history: never refused for lack of money,
 * but flagged where the line or its pool then exceeds what a plan in force granted.
 */
export async function assignClearing(tx: Transaction, clearingId: string, assignment: Assignment): Promise<Decided> {
  const item = await lockItem(tx, clearingId);
  const refusal = refusalOf(item, assignment.version);
  if (item === null || refusal !== null) return refuse(refusal ?? { code: 'NOT_FOUND', params: {} });
  const { fiscalYear } = item;
  const { lineId } = assignment;
  await lockBalances(tx, [{ lineId, fiscalYear }]);
  const line = await readLine(tx, lineId, fiscalYear);
  if (line === null) return refuse({ code: 'LINE_UNKNOWN', params: {} });

  const orderId = item.kind === 'actual' ? (assignment.orderId ?? null) : null;
  const openCents = orderId === null ? 0 : await lockOrder(tx, { orderId, lineId, fiscalYear });
  if (openCents === null) return refuse({ code: 'ORDER_UNKNOWN', params: {} });
  const consumedCents = Math.min(openCents, Math.max(item.amountCents, 0));
  const leftCents = line.availableCents + consumedCents - item.amountCents;
  const movements = movementsOf(item, { lineId, orderId, consumedCents }).map((movement) => ({
    ...movement,
    overAuthority: movement.amountCents > 0 && line.isSpending && line.isPlanInForce && leftCents < 0,
  }));
  const written = await writeMovements(tx, movements);
  const movementId = written.at(-1)?.id;
  if (movementId === undefined) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear } });
  if (orderId !== null) await invoiceOrder(tx, orderId, { consumedCents, spentCents: item.amountCents });
  await closeItem(tx, clearingId, { state: 'assigned', movementId, reason: assignment.reason ?? '' });
  const detail = { importId: item.importId, lineId, orderId, movementId, amountCents: item.amountCents };
  await tx.audit({ action: 'clearing.assigned', subjectType: 'clearing', subjectId: clearingId, detail });
  return ok({ id: clearingId, version: assignment.version + 1 });
}

/** Takes an item off the list without booking it; the reason stays. */
export async function dismissClearing(
  tx: Transaction,
  clearingId: string,
  decision: { readonly version: number; readonly reason: string },
): Promise<Decided> {
  const item = await lockItem(tx, clearingId);
  const refusal = refusalOf(item, decision.version);
  if (item === null || refusal !== null) return refuse(refusal ?? { code: 'NOT_FOUND', params: {} });
  await closeItem(tx, clearingId, { state: 'dismissed', movementId: null, reason: decision.reason });
  const detail = { importId: item.importId, amountCents: item.amountCents };
  await tx.audit({ action: 'clearing.dismissed', subjectType: 'clearing', subjectId: clearingId, detail });
  return ok({ id: clearingId, version: decision.version + 1 });
}

function refusalOf(item: OpenItem | null, version: number): Refusal<ProblemCode> | null {
  if (item === null) return { code: 'NOT_FOUND', params: {} };
  if (item.state !== 'open') return { code: 'CLEARING_DECIDED', params: {} };
  return item.version === version ? null : { code: 'VERSION_STALE', params: {} };
}

/** What the booking takes from its order's commitment, then the booking itself. */
function movementsOf(
  item: OpenItem,
  target: { readonly lineId: string; readonly orderId: string | null; readonly consumedCents: number },
): NewMovement[] {
  const { lineId, orderId, consumedCents } = target;
  const common = {
    lineId,
    orderId,
    fiscalYear: item.fiscalYear,
    bookedOn: item.bookedOn,
    source: 'import',
    importId: item.importId,
    documentNumber: item.documentNumber,
  } as const;
  const consumption: NewMovement[] =
    consumedCents === 0
      ? []
      : [{ ...common, kind: 'commitment', amountCents: -consumedCents, text: 'Verbraucht durch Rechnung' }];
  return [...consumption, { ...common, kind: item.kind, amountCents: item.amountCents, text: item.text }];
}
