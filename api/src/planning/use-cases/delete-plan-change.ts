import { isPlanVersionOpen } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { touchVersion } from '../plan-amount.repository';
import { deleteChange, findChange } from '../plan-change.repository';
import { lockVersion } from '../plan-version.repository';

type DeletePlanChangeRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'CHANGE_FINAL'> | Refusal<'CHANGE_DECIDED'>;

/** Takes an open change out again, one that was withdrawn or typed wrongly. What has been decided stays as a record. */
export async function deletePlanChange(
  tx: Transaction,
  path: { readonly versionId: string; readonly changeId: string },
  seenVersion: number,
): Promise<Outcome<Readonly<Record<never, never>>, DeletePlanChangeRefusal>> {
  const version = await lockVersion(tx, path.versionId);
  const change = version === null ? null : await findChange(tx, path.versionId, path.changeId);
  if (version === null || change === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (change.version !== seenVersion) return refuse({ code: 'VERSION_STALE', params: {} });
  if (!isPlanVersionOpen(version.state)) return refuse({ code: 'CHANGE_FINAL', params: {} });
  if (change.result !== 'open') return refuse({ code: 'CHANGE_DECIDED', params: {} });
  await deleteChange(tx, change.changeId);
  await touchVersion(tx, version.versionId, null);
  await tx.audit({
    action: 'plan_change.withdrawn',
    subjectType: 'plan_version',
    subjectId: version.versionId,
    detail: { changeId: change.changeId, kind: change.kind, code: change.code },
  });
  return ok({});
}
