import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { ChangeSettings } from '@etatlotse/contracts/settings';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import {
  lockSettings,
  storeAccountFrame,
  storeBookingLimit,
  storeName,
  type StoredSettings,
} from '../settings.repository';

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
  const hasOtherFrame = change.accountFrame !== undefined && change.accountFrame !== before.accountFrame;
  if (hasOtherFrame) await changeFrame(tx, before.accountFrame, change.accountFrame ?? null);
  const version = before.version + (isRenamed ? 1 : 0) + (hasOtherFrame ? 1 : 0);
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

/** In which frame files are read from now on; what stands in the books keeps its meaning. */
async function changeFrame(
  tx: Transaction,
  from: StoredSettings['accountFrame'],
  to: StoredSettings['accountFrame'],
): Promise<void> {
  await storeAccountFrame(tx, to);
  await tx.audit({
    action: 'settings.account_frame_changed',
    subjectType: 'tenant',
    subjectId: tx.tenantId,
    detail: { from, to },
  });
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
