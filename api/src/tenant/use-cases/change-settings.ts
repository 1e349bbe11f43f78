import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { ChangeSettings } from '@etatlotse/contracts/settings';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import { lockSettings, storeBookingLimit, storeName } from '../settings.repository';

export const BOOKING_LIMIT_ACTION = 'settings.booking_limit';

/**
 * Changes the city's settings. A new limit for bookings only becomes a request: whoever is watched by a rule must not
 * loosen it alone.
 */
export async function changeSettings(
  tx: Transaction,
  approvals: Approvals,
  change: ChangeSettings,
): Promise<Outcome<{ version: number; approvalId: string | null }, Refusal<ProblemCode>>> {
  const before = await lockSettings(tx);
  if (before.version !== change.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const isRenamed = change.name !== undefined && change.name !== before.name;
  if (isRenamed && change.name !== undefined) {
    await storeName(tx, change.name);
    await tx.audit({ action: 'settings.renamed', subjectType: 'tenant', subjectId: tx.tenantId });
  }
  const version = before.version + (isRenamed ? 1 : 0);
  const limitCents = change.bookingApprovalCents;
  if (limitCents === undefined || limitCents === before.bookingApprovalCents) return ok({ version, approvalId: null });
  const asked = await approvals.request(tx, {
    action: BOOKING_LIMIT_ACTION,
    subjectType: 'tenant',
    subjectId: tx.tenantId,
    request: { fromCents: before.bookingApprovalCents, toCents: limitCents },
    reason: change.reason ?? '',
  });
  return asked.ok ? ok({ version, approvalId: asked.value.approvalId }) : asked;
}

/** Runs when a second person has agreed. */
export async function setBookingLimit(
  tx: Transaction,
  limitCents: number | null,
): Promise<Outcome<Record<string, never>, never>> {
  const before = await lockSettings(tx);
  await storeBookingLimit(tx, limitCents);
  await tx.audit({
    action: 'settings.booking_limit_changed',
    subjectType: 'tenant',
    subjectId: tx.tenantId,
    detail: { fromCents: before.bookingApprovalCents, toCents: limitCents },
  });
  return ok({});
}
