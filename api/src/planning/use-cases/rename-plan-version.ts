import type { PlanVersionChanged, RenamePlanVersion } from '@etatlotse/contracts/planning';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockVersion, renameVersion } from '../plan-version.repository';

type RenamePlanVersionRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'PLAN_NAME_TAKEN', { readonly name: string }>;

/** Gives a version another name, in any state: the name is a label, not part of what was decided. */
export async function renamePlanVersion(
  tx: Transaction,
  versionId: string,
  change: RenamePlanVersion,
): Promise<Outcome<PlanVersionChanged, RenamePlanVersionRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.version !== change.version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (!(await renameVersion(tx, versionId, change.name))) {
    return refuse({ code: 'PLAN_NAME_TAKEN', params: { name: change.name } });
  }
  await tx.audit({
    action: 'plan_version.renamed',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { fromName: version.name, toName: change.name },
  });
  return ok({ id: versionId, version: version.version + 1, state: version.state, approvalId: null });
}
