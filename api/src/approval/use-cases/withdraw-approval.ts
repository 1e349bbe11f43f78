import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { closeApproval, lockApproval } from '../approval.repository';
import type { Approvals } from '../approvals';

/** Whoever asked takes the request back, as long as nobody has decided. */
export async function withdrawApproval(
  tx: Transaction,
  approvals: Approvals,
  approvalId: string,
): Promise<Outcome<{ id: string; version: number; state: 'withdrawn' }, Refusal<ProblemCode>>> {
  const approval = await lockApproval(tx, approvalId);
  if (approval === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (approval.requestedBy !== tx.personId) return refuse({ code: 'FORBIDDEN', params: {} });
  if (approval.state !== 'pending') return refuse({ code: 'APPROVAL_DECIDED', params: {} });
  await closeApproval(tx, approvalId, 'withdrawn', null);
  await approvals.executorOf(approval.action)?.dismissed?.(tx, approval);
  await tx.audit({
    action: 'approval.withdrawn',
    subjectType: approval.subjectType,
    subjectId: approval.subjectId,
    detail: { approvalId, for: approval.action },
  });
  return ok({ id: approvalId, version: approval.version + 1, state: 'withdrawn' });
}
