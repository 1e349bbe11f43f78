import { type PlanVersionState, planVersionStepsFrom } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { deleteVersion, lockVersion } from '../plan-version.repository';

type DeletePlanVersionRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'PLAN_STEP', { readonly state: PlanVersionState; readonly allowed: readonly string[] }>;

/** Throws a draft away. What has once been introduced stays, as a record of what the council was shown. */
export async function deletePlanVersion(
  tx: Transaction,
  versionId: string,
  seenVersion: number,
): Promise<Outcome<Readonly<Record<never, never>>, DeletePlanVersionRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.version !== seenVersion) return refuse({ code: 'VERSION_STALE', params: {} });
  if (version.state !== 'draft' || (await hasBeenIntroduced(tx, versionId))) {
    return refuse({
      code: 'PLAN_STEP',
      params: { state: version.state, allowed: planVersionStepsFrom(version.state) },
    });
  }
  await deleteVersion(tx, versionId);
  await tx.audit({
    action: 'plan_version.deleted',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { kind: version.kind, ...version.plan },
  });
  return ok({});
}

async function hasBeenIntroduced(tx: Transaction, versionId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM plan_version_step WHERE tenant_id = $1 AND version_id = $2 AND step = 'introduce'`,
    [tx.tenantId, versionId],
  );
  return rows.length > 0;
}
