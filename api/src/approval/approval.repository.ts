import type { Transaction } from '../platform/database/transactions';
import type { PendingApproval } from './approvals';

export type LockedApproval = PendingApproval & { readonly state: string };

/** Reads a request and keeps others from deciding on it until this transaction ends. */
export async function lockApproval(tx: Transaction, approvalId: string): Promise<LockedApproval | null> {
  const [row] = await tx.query<{ approval: LockedApproval }>(
    `SELECT json_build_object('id', approval_id, 'action', action, 'subjectType', subject_type, 'subjectId', subject_id,
       'request', request, 'reason', reason, 'requestedBy', requested_by, 'version', version, 'state', state) AS approval
     FROM approval WHERE tenant_id = $1 AND approval_id = $2 FOR UPDATE`,
    [tx.tenantId, approvalId],
  );
  return row?.approval ?? null;
}

/** Writes the end of a request: decided by somebody, or withdrawn by whoever asked (`decidedBy` stays empty). */
export async function closeApproval(
  tx: Transaction,
  approvalId: string,
  state: 'approved' | 'rejected' | 'withdrawn',
  note: string | null,
): Promise<void> {
  await tx.execute(
    `UPDATE approval SET state = $3, decided_by = CASE WHEN $3 = 'withdrawn' THEN NULL ELSE $4::uuid END,
       decided_at = $5, decision_note = $6, version = version + 1
     WHERE tenant_id = $1 AND approval_id = $2`,
    [tx.tenantId, approvalId, state, tx.personId, tx.now, note],
  );
}
