import type { PlanChangeChanged, RecordPlanChangeResult } from '@etatlotse/contracts/planning';
import { type ChangeResultRefusal, decideChangeResult } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { touchVersion } from '../plan-amount.repository';
import { applyChange, findChange, findOutOfRange, writeChangeResult } from '../plan-change.repository';
import { lockVersion } from '../plan-version.repository';

type RecordChangeResultRefusal =
  | ChangeResultRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'CHANGE_RANGE', { readonly lineNumber: string; readonly fiscalYear: number }>;

/**
 * Records what was decided about a change (R22, T22): accepted amounts count from now on, and those of a change that was
 * accepted by mistake no longer do.
 */
export async function recordChangeResult(
  tx: Transaction,
  path: { readonly versionId: string; readonly changeId: string },
  request: RecordPlanChangeResult,
): Promise<Outcome<PlanChangeChanged, RecordChangeResultRefusal>> {
  const version = await lockVersion(tx, path.versionId);
  const change = version === null ? null : await findChange(tx, path.versionId, path.changeId);
  if (version === null || change === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (change.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const { result, committee, decidedOn } = request;
  const decided = decideChangeResult(
    change.result,
    { result, committee, decidedOn: plainDate(decidedOn) },
    { state: version.state, today: plainDate(tx.today) },
  );
  if (!decided.ok) return decided;
  const { effect } = decided.value;
  if (effect !== 0) {
    const outOfRange = await findOutOfRange(tx, change, effect);
    if (outOfRange !== null) return refuse({ code: 'CHANGE_RANGE', params: outOfRange });
    await applyChange(tx, change, effect);
  }
  await writeChangeResult(tx, change.changeId, { result, committee, decidedOn });
  await touchVersion(tx, version.versionId, null);
  await tx.audit({
    action: 'plan_change.decided',
    subjectType: 'plan_version',
    subjectId: version.versionId,
    detail: { changeId: change.changeId, before: change.result, result, decidedOn },
  });
  return ok({ id: change.changeId, result, version: change.version + 1 });
}
