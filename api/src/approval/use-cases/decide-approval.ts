import type { DecideApproval } from '@etatlotse/contracts/approval';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { mayApprove } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { closeApproval, lockApproval } from '../approval.repository';
import type { Approvals } from '../approvals';

/**
 * The second person decides. Approved: the action is carried out in this same transaction, or neither happens. Nobody
 * decides on their own request, also not with a role held as the substitute of whoever asked.
 */
export async function decideApproval(
  tx: Transaction,
  approvals: Approvals,
  approvalId: string,
  { decision, note, version }: DecideApproval,
): Promise<Outcome<{ id: string; version: number; state: 'approved' | 'rejected' }, Refusal<ProblemCode>>> {
  const approval = await lockApproval(tx, approvalId);
  if (approval === null || tx.actor === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const executor = approvals.executorOf(approval.action);
  if (executor === undefined) throw new Error(`Nobody carries out ${approval.action}.`);
  if (approval.state !== 'pending') return refuse({ code: 'APPROVAL_DECIDED', params: {} });
  if (approval.requestedBy === tx.personId) return refuse({ code: 'FOUR_EYES', params: {} });
  if (!mayApprove(tx.actor, { requestedBy: approval.requestedBy, deciders: executor.deciders })) {
    return refuse({ code: 'FORBIDDEN', params: {} });
  }
  if (approval.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const state = decision === 'approve' ? 'approved' : 'rejected';
  await closeApproval(tx, approvalId, state, note ?? null);
  if (state === 'approved') {
    const done = await executor.execute(tx, approval);
    if (!done.ok) return done;
  } else {
    await executor.dismissed?.(tx, approval);
  }
  await tx.audit({
    action: `approval.${state}`,
    subjectType: approval.subjectType,
    subjectId: approval.subjectId,
    detail: { approvalId, for: approval.action, requestedBy: approval.requestedBy },
  });
  return ok({ id: approvalId, version: version + 1, state });
}
